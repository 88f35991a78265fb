/**
 * Bash's side of completion: the words of a line that is being typed, and candidates as bash
 * inserts them. Bash splits words at characters such as ":" and "=", and replaces only the part
 * behind the last of them.
 */
import type { Completions } from "./complete.ts";
import { filesRow, openRow } from "./scripts.ts";

export type BashLine = {
  /** Without quotes; the last is being typed and may be empty. */
  words: string[];
  /** The quote that is still open in the last word. */
  quote: '"' | "'" | "";
};

/** @param line up to the cursor, as $COMP_LINE has it; variables in it are not expanded */
export function parseBashLine(line: string): BashLine {
  const words: string[] = [];
  let word: string | undefined;
  let quote: BashLine["quote"] = "";
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at]!;
    if (quote === "" && /\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (quote === "" && (character === '"' || character === "'")) {
      quote = character;
      word ??= "";
    } else if (character === quote) {
      quote = "";
    } else if (character === "\\" && isEscape(line[at + 1], quote)) {
      at += 1;
      word = (word ?? "") + (line[at] ?? "");
    } else {
      word = (word ?? "") + character;
    }
  }
  return { words: [...words, word ?? ""], quote };
}

/** Whether a backslash before this character is dropped. */
function isEscape(next: string | undefined, quote: BashLine["quote"]): boolean {
  if (quote === "'") return false;
  return quote === "" || (next !== undefined && '"\\$`'.includes(next));
}

/** How bash asks: $COMP_WORDBREAKS, and $COMP_TYPE, the code of the key's function. */
export type BashQuestion = { wordBreaks: string; type: string };

/** Functions that insert one candidate after the other, so that candidates hold nothing else. */
const insertingTypes = ["37", "42"];

/** The rows of the answer: what COMPREPLY gets, and marks for the script. */
export function bashRows(
  { candidates, files }: Completions,
  { words, quote }: BashLine,
  { wordBreaks, type }: BashQuestion,
): string[] {
  const typed = words.at(-1) ?? "";
  const cut = quote === "" ? lastBreak(typed, wordBreaks) : 0;
  const [only] = candidates;
  const isList = candidates.length > 1 && !insertingTypes.includes(type);
  const rows = candidates.map(({ value, about }) => {
    const inserted = escapeForBash(value.slice(cut), quote, cut === 0);
    // A number says nothing, and bash shows a list of candidates as they are.
    return isList && /^\d+$/.test(value) && about !== "" ? `${inserted}  ${about}` : inserted;
  });
  const isOpen = candidates.length === 1 && only?.value.endsWith("/");
  return [...rows, ...(isOpen ? [openRow] : []), ...(files ? [filesRow] : [])];
}

function lastBreak(typed: string, wordBreaks: string): number {
  const breaks = [...":="].filter((character) => wordBreaks.includes(character));
  return Math.max(...breaks.map((character) => typed.lastIndexOf(character) + 1), 0);
}

/**
 * @param quote that is open before the text
 * @param isStart whether the text begins its word
 */
function escapeForBash(text: string, quote: BashLine["quote"], isStart: boolean): string {
  if (quote === "'") return text.replaceAll("'", "'\\''");
  if (quote === '"') return text.replace(/["\\$`]/g, "\\$&");
  const escaped = text.replace(/[\s"'\\$`&|;<>()*?[\]#!{}]/g, "\\$&");
  return isStart ? escaped.replace(/^~/, "\\~") : escaped;
}
