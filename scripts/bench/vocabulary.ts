/**
 * A made-up byte-level BPE vocabulary of Llama 3's size: what costs a start of
 * llama.cpp its time is reading the tokens and hashing the merges, not their meaning.
 */
import { seededRandom } from "../random.ts";

export type Vocabulary = { tokens: string[]; merges: string[]; controlTokens: number };

const maxTokenLength = 14;
/** Gives about 280,000 merges at 128,000 tokens, as Llama 3 has. */
const joinedShare = 0.15;
const controlNames = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"];
/** As Llama 3 has. */
const controlTokens = 256;

/** @param size tokens in all, control tokens (which come last) included */
export function makeVocabulary(size: number): Vocabulary {
  const random = seededRandom(3);
  const letters = [..."etaoinsĠ"];
  const tokens = byteNames();
  const known = new Set(tokens);
  const pieces = [...letters];
  const anyOf = (list: readonly string[]): string => list[random.below(list.length)] as string;
  while (tokens.length < size - controlTokens) {
    // Most pieces grow by a letter, as syllables do; some are two pieces in one, as words are.
    const token = anyOf(pieces) + anyOf(random.uniform() < joinedShare ? pieces : letters);
    if (token.length > maxTokenLength || known.has(token)) continue;
    known.add(token);
    tokens.push(token);
    pieces.push(token);
  }
  const merges = tokens.flatMap((token) => splits(token, known));
  for (let index = 0; index < controlTokens; index++) {
    tokens.push(controlNames[index] ?? `<|reserved_${index}|>`);
  }
  return { tokens, merges, controlTokens };
}

/** Every pair of tokens that makes the token: how converters write the merges of tiktoken vocabularies. */
function splits(token: string, known: ReadonlySet<string>): string[] {
  const pairs: string[] = [];
  for (let at = 1; at < token.length; at++) {
    const [left, right] = [token.slice(0, at), token.slice(at)];
    if (known.has(left) && known.has(right)) pairs.push(`${left} ${right}`);
  }
  return pairs;
}

/** GPT-2's printable names of the 256 bytes (bytes_to_unicode in openai/gpt-2, src/encoder.py), in any order. */
function byteNames(): string[] {
  const range = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const printable = [...range(0x21, 0x7e), ...range(0xa1, 0xac), ...range(0xae, 0xff)];
  const others = range(0x100, 0x100 + 255 - printable.length);
  return [...printable, ...others].map((code) => String.fromCharCode(code));
}
