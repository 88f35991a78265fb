/**
 * `"""` around a text of several lines, as in ollama and Python: Enter doesn't submit inside it.
 * Python's own texts begin with `"""`, too, and are pasted: quotes in pairs are no open block.
 */

export const blockQuotes = '"""';

/** Whether the text has opened a block that isn't closed. */
export function isOpenBlock(text: string): boolean {
  return text.trimStart().startsWith(blockQuotes) && text.split(blockQuotes).length % 2 === 0;
}

/** The text inside the quotes of a block; any other text unchanged. */
export function withoutBlockQuotes(text: string): string {
  const whole = text.trim();
  const isQuoted =
    whole.startsWith(blockQuotes) && whole.endsWith(blockQuotes) && whole.length >= 2 * blockQuotes.length;
  if (!isQuoted || isOpenBlock(whole)) return text;
  const inner = whole.slice(blockQuotes.length, -blockQuotes.length);
  // Python code may begin and end with different texts in quotes. A block's are on their own lines.
  if (inner.includes(blockQuotes) && !inner.startsWith("\n")) return text;
  return inner.replace(/^\n|\n$/g, "");
}
