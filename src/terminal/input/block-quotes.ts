/**
 * `"""` around a text of several lines, as in ollama and Python: Enter doesn't submit inside it. A
 * first line with more text after a second `"""` only quotes something: it opens no block.
 */

const quotes = '"""';

/** Whether the text has opened a block that isn't closed. */
export function isOpenBlock(text: string): boolean {
  const inner = innerOf(text);
  return inner !== undefined && !inner.endsWith(quotes);
}

/** The text inside the quotes of a closed block; any other text unchanged. */
export function withoutBlockQuotes(text: string): string {
  const inner = innerOf(text);
  if (inner === undefined || !inner.endsWith(quotes)) return text;
  return inner.slice(0, -quotes.length).replace(/^\n|\n$/g, "");
}

/** What follows the opening quotes, without white space at its end. */
function innerOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith(quotes)) return undefined;
  const inner = trimmed.slice(quotes.length);
  const [first = ""] = inner.split("\n", 1);
  return first.includes(quotes) && !first.trimEnd().endsWith(quotes) ? undefined : inner;
}
