/** `"""` around a text of several lines, as in ollama and Python: Enter doesn't submit inside it. */

const quotes = '"""';

/** Whether the text has opened a block that isn't closed. */
export function isOpenBlock(text: string): boolean {
  const inner = innerOf(text);
  return inner !== undefined && !inner.trimEnd().endsWith(quotes);
}

/** The text inside the quotes of a block; any other text unchanged. */
export function withoutBlockQuotes(text: string): string {
  const inner = innerOf(text)?.trimEnd();
  if (inner === undefined || !inner.endsWith(quotes)) return text;
  return inner.slice(0, -quotes.length).replace(/^\n|\n$/g, "");
}

function innerOf(text: string): string | undefined {
  const trimmed = text.trimStart();
  return trimmed.startsWith(quotes) ? trimmed.slice(quotes.length) : undefined;
}
