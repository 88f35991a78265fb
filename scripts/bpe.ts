/** Byte pair encoding: learns a vocabulary from text, and maps bytes to characters like GPT-2. */

/** GPT-2's pre-tokenizer. llama.cpp's "gpt-2" is the same expression. */
export const gpt2Words = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** GPT-2's printable character for a byte (bytes_to_unicode in openai/gpt-2, src/encoder.py). */
export function byteToUnicode(byte: number): string {
  const isPrintable = (code: number) =>
    (code >= 0x21 && code <= 0x7e) || (code >= 0xa1 && code <= 0xac) || (code >= 0xae && code <= 0xff);
  if (isPrintable(byte)) return String.fromCharCode(byte);
  // The others, in order, are mapped to the characters from U+0100 on.
  let before = 0;
  for (let code = 0; code < byte; code++) if (!isPrintable(code)) before += 1;
  return String.fromCharCode(0x100 + before);
}

export type Learned = {
  merges: readonly (readonly [left: string, right: string])[];
  /** How often each symbol occurs in the text after all merges. */
  counts: ReadonlyMap<string, number>;
};

/**
 * Byte pair encoding (Sennrich et al., 2016): joins the most frequent pair up to `limit` times. Of
 * equally frequent pairs, the first in code unit order is joined.
 */
export function learnMerges(
  words: readonly string[],
  split: (word: string) => string[],
  limit: number,
): Learned {
  const occurrences = new Map<string, number>();
  for (const word of words) occurrences.set(word, (occurrences.get(word) ?? 0) + 1);
  const entries = [...occurrences].map(([word, count]) => ({ symbols: split(word), count }));
  const merges: [string, string][] = [];
  while (merges.length < limit) {
    const best = mostFrequentPair(entries);
    if (best === undefined) break;
    merges.push(best);
    for (const entry of entries) entry.symbols = join(entry.symbols, best);
  }
  const counts = new Map<string, number>();
  for (const { symbols, count } of entries) {
    for (const symbol of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + count);
  }
  return { merges, counts };
}

type Entry = { symbols: string[]; count: number };

/** @returns undefined if no pair occurs twice */
function mostFrequentPair(entries: readonly Entry[]): [string, string] | undefined {
  // Symbols never contain a space, so it can separate the two halves of a key.
  const pairs = new Map<string, number>();
  for (const { symbols, count } of entries) {
    for (let index = 1; index < symbols.length; index++) {
      const key = `${symbols[index - 1]} ${symbols[index]}`;
      pairs.set(key, (pairs.get(key) ?? 0) + count);
    }
  }
  let best = "";
  let bestCount = 1;
  for (const [key, count] of pairs) {
    if (count > bestCount || (count === bestCount && best !== "" && key < best)) {
      best = key;
      bestCount = count;
    }
  }
  if (best === "") return undefined;
  const [left = "", right = ""] = best.split(" ");
  return [left, right];
}

function join(symbols: readonly string[], [left, right]: readonly [string, string]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < symbols.length; index++) {
    if (symbols[index] === left && symbols[index + 1] === right) {
      joined.push(left + right);
      index += 1;
    } else {
      joined.push(symbols[index]!);
    }
  }
  return joined;
}
