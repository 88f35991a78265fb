/**
 * Two real tokenizers, small enough to be made in an instant: byte-level BPE as
 * GPT-2 and Qwen have it, and SentencePiece BPE ("SPM") as Llama 2 has it. Both
 * learn their pieces from `tiny-text.ts`.
 */
import { bool, numbers, string, strings, u32 } from "../formats/gguf/metadata.ts";
import type { MetadataValue } from "../formats/gguf/types.ts";
import { tinyText } from "./tiny-text.ts";

export type TinyTokenizerName = "bpe" | "spm";

export type TinyVocabulary = {
  readonly tokens: readonly string[];
  /** How often the text holds each token; 0 for bytes and control tokens it never uses. */
  readonly counts: readonly number[];
  readonly endToken: number;
  /** The `tokenizer.*` keys, but for the chat template. */
  readonly metadata: readonly (readonly [string, MetadataValue])[];
  readonly chatTemplate: string;
};

export function tinyVocabulary(name: TinyTokenizerName): TinyVocabulary {
  return name === "bpe" ? bpeVocabulary() : spmVocabulary();
}

/** llama_token_type in llama.h. */
const tokenType = { normal: 1, unknown: 2, control: 3, byte: 6 } as const;
const learnedPieces = 320;

const chatMl =
  "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>\\n' }}" +
  "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}";

/** As TinyLlama and Zephyr write it. */
const zephyr =
  "{% for message in messages %}{{ '<|' + message['role'] + '|>\\n' + message['content'] + eos_token + '\\n' }}" +
  "{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>\\n' }}{% endif %}";

function bpeVocabulary(): TinyVocabulary {
  const words = tinyText.match(gpt2Words) ?? [];
  const byteNames = Array.from({ length: 256 }, (_, byte) => byteToUnicode(byte));
  const encode = (word: string) => [...new TextEncoder().encode(word)].map((byte) => byteNames[byte]!);
  const { merges, counts } = learnMerges(words, encode, learnedPieces);
  const learned = [...byteNames, ...merges.map((pair) => pair.join(""))];
  const control = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"];
  const tokens = [...new Set([...learned, ...control])];
  const endToken = tokens.indexOf("<|im_end|>");
  return {
    tokens,
    counts: tokens.map((token) => counts.get(token) ?? 0),
    endToken,
    chatTemplate: chatMl,
    metadata: [
      ["tokenizer.ggml.model", string("gpt2")],
      ["tokenizer.ggml.pre", string("gpt-2")],
      ["tokenizer.ggml.tokens", strings(tokens)],
      [
        "tokenizer.ggml.token_type",
        numbers(
          "i32",
          tokens.map((token) => (control.includes(token) ? tokenType.control : tokenType.normal)),
        ),
      ],
      ["tokenizer.ggml.merges", strings(merges.map((pair) => pair.join(" ")))],
      ["tokenizer.ggml.eos_token_id", u32(endToken)],
      ["tokenizer.ggml.padding_token_id", u32(tokens.indexOf("<|endoftext|>"))],
      ["tokenizer.ggml.add_bos_token", bool(false)],
    ],
  };
}

/** GPT-2's pre-tokenizer; llama.cpp's "gpt-2" is the same expression. */
const gpt2Words = /'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu;

/** GPT-2's map of bytes to printable characters (bytes_to_unicode in openai/gpt-2, src/encoder.py). */
function byteToUnicode(byte: number): string {
  const isPrintable = (code: number) =>
    (code >= 0x21 && code <= 0x7e) || (code >= 0xa1 && code <= 0xac) || (code >= 0xae && code <= 0xff);
  if (isPrintable(byte)) return String.fromCharCode(byte);
  // The others, in order, get the characters from U+0100 on.
  let before = 0;
  for (let code = 0; code < byte; code++) if (!isPrintable(code)) before += 1;
  return String.fromCharCode(0x100 + before);
}

function spmVocabulary(): TinyVocabulary {
  const words = tinyText.split(/\s+/).map((word) => `▁${word}`);
  const { merges, counts } = learnMerges(words, (word) => [...word], learnedPieces);
  const special = ["<unk>", "<s>", "</s>"];
  const roles = ["<|system|>", "<|user|>", "<|assistant|>"];
  const bytes = Array.from(
    { length: 256 },
    (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`,
  );
  const merged = merges.map((pair) => pair.join(""));
  const characters = [...new Set([...tinyText.replace(/\s/g, ""), "▁"])].sort();
  const tokens = [...new Set([...special, ...bytes, ...merged, ...characters, ...roles])];
  const byteSet = new Set(bytes);
  const typeOf = (token: string): number => {
    if (token === "<unk>") return tokenType.unknown;
    if (special.includes(token) || roles.includes(token)) return tokenType.control;
    return byteSet.has(token) ? tokenType.byte : tokenType.normal;
  };
  // SPM merges the pair of the highest score first, and scores are the negated order of learning.
  const scoreOf = (token: string, index: number): number =>
    typeOf(token) === tokenType.normal ? -(index - special.length - bytes.length) : 0;
  return {
    tokens,
    counts: tokens.map((token) => counts.get(token) ?? 0),
    endToken: 2,
    chatTemplate: zephyr,
    metadata: [
      ["tokenizer.ggml.model", string("llama")],
      ["tokenizer.ggml.pre", string("default")],
      ["tokenizer.ggml.tokens", strings(tokens)],
      ["tokenizer.ggml.scores", numbers("f32", tokens.map(scoreOf))],
      ["tokenizer.ggml.token_type", numbers("i32", tokens.map(typeOf))],
      ["tokenizer.ggml.unknown_token_id", u32(0)],
      ["tokenizer.ggml.bos_token_id", u32(1)],
      ["tokenizer.ggml.eos_token_id", u32(2)],
      ["tokenizer.ggml.add_bos_token", bool(true)],
      ["tokenizer.ggml.add_eos_token", bool(false)],
    ],
  };
}

type Learned = {
  merges: readonly (readonly [left: string, right: string])[];
  /** Each symbol's occurrences in the text, all merges done. */
  counts: ReadonlyMap<string, number>;
};

/** Byte pair encoding (Sennrich et al., 2016): joins the most frequent pair, `limit` times; ties go to the first in code order. */
function learnMerges(words: readonly string[], split: (word: string) => string[], limit: number): Learned {
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

/** undefined when no pair occurs twice. */
function mostFrequentPair(entries: readonly Entry[]): [string, string] | undefined {
  // Neither alphabet has a space, so it can part the two halves of a key.
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
