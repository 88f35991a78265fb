/**
 * The demo model's tokenizer: byte-level BPE with GPT-2's pre-tokenizer, learned
 * from the training text. llama.cpp splits text in the same way
 * (`tokenizer.ggml.pre` = "gpt-2"); tests/scripts/demo.test.ts compares the two.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { byteToUnicode, gpt2Words, learnMerges } from "../bpe.ts";
import { buildFolder } from "../process.ts";
import type { Conversation } from "./conversation.ts";

/** Where prepare.ts and train.py write their results. */
export const demoFolder = join(buildFolder, "demo");
export const tokenizerFile = join(demoFolder, "tokenizer.json");

/** Control tokens; their ids follow those of the learned tokens. */
export const control = ["<|end|>", "<|system|>", "<|user|>", "<|assistant|>"] as const;
export type ControlToken = (typeof control)[number];

/** Renders the text of the tokens that `conversationTokens` gives. */
export const chatTemplate =
  "{% for message in messages %}{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}";

export type Merge = readonly [left: string, right: string];

export type Tokenizer = {
  tokens: readonly string[];
  merges: readonly Merge[];
  id(token: ControlToken): number;
  encode(text: string): number[];
};

const byteNames = Array.from({ length: 256 }, (_, byte) => byteToUnicode(byte));

const symbolsOf = (word: string): string[] =>
  [...new TextEncoder().encode(word)].map((byte) => byteNames[byte]!);

/** @param size of the vocabulary, including bytes and control tokens */
export function learnTokenizer(texts: Iterable<string>, size: number): Tokenizer {
  const words: string[] = [];
  for (const text of texts) words.push(...(text.match(gpt2Words) ?? []));
  return tokenizerOf(learnMerges(words, symbolsOf, size - byteNames.length - control.length).merges);
}

export function tokenizerOf(merges: readonly Merge[]): Tokenizer {
  const tokens = [...byteNames, ...merges.map((merge) => merge.join("")), ...control];
  const ids = new Map(tokens.map((token, id) => [token, id]));
  const ranks = new Map(merges.map((merge, rank) => [merge.join(" "), rank]));
  const known = new Map<string, number[]>();
  const encodeWord = (word: string): number[] => {
    const encoded = known.get(word) ?? merged(symbolsOf(word), ranks).map((symbol) => ids.get(symbol)!);
    known.set(word, encoded);
    return encoded;
  };
  return {
    tokens,
    merges,
    id: (token) => ids.get(token)!,
    encode: (text) => (text.match(gpt2Words) ?? []).flatMap(encodeWord),
  };
}

/** The tokenizer that prepare.ts learned last. */
export function readTokenizer(): Tokenizer {
  return tokenizerOf(JSON.parse(readFileSync(tokenizerFile, "utf8")).merges);
}

/** Merges pairs, in the order in which they were learned. */
function merged(symbols: string[], ranks: ReadonlyMap<string, number>): string[] {
  for (;;) {
    let best = -1;
    let bestRank = Number.POSITIVE_INFINITY;
    for (let index = 1; index < symbols.length; index++) {
      const rank = ranks.get(`${symbols[index - 1]} ${symbols[index]}`) ?? Number.POSITIVE_INFINITY;
      if (rank < bestRank) [best, bestRank] = [index, rank];
    }
    if (best < 0) return symbols;
    symbols.splice(best - 1, 2, symbols[best - 1]! + symbols[best]!);
  }
}

export function conversationTokens(tokenizer: Tokenizer, { system, turns }: Conversation): number[] {
  const message = (role: ControlToken, text: string): number[] => [
    tokenizer.id(role),
    ...tokenizer.encode(text),
    tokenizer.id("<|end|>"),
  ];
  return [
    ...(system === undefined ? [] : message("<|system|>", system)),
    ...turns.flatMap(({ user, assistant }) => [
      ...message("<|user|>", user),
      ...message("<|assistant|>", assistant),
    ]),
  ];
}
