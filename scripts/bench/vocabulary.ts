/**
 * Makes a synthetic byte-level BPE vocabulary of Llama 3's size. llama.cpp's start-up time depends
 * on the number of tokens and merges, not on their meaning.
 */
import { seededRandom } from "../random.ts";

export type Vocabulary = { tokens: string[]; merges: string[]; controlTokens: number };

const maxTokenLength = 14;
/** Results in about 280,000 merges at 128,000 tokens, as in Llama 3. */
const joinedShare = 0.15;
const controlNames = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"];
/** As in Llama 3. */
const controlTokens = 256;

/** @param size number of all tokens, including control tokens, which come last */
export function makeVocabulary(size: number): Vocabulary {
  const random = seededRandom(3);
  const letters = [..."etaoinsĠ"];
  const tokens = byteNames();
  const known = new Set(tokens);
  const pieces = [...letters];
  const anyOf = (list: readonly string[]): string => list[random.below(list.length)] as string;
  while (tokens.length < size - controlTokens) {
    // Most new tokens are an earlier one plus a letter; some are two earlier ones joined.
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

/** All pairs of tokens that join to the token: converters of tiktoken write merges like this. */
function splits(token: string, known: ReadonlySet<string>): string[] {
  const pairs: string[] = [];
  for (let at = 1; at < token.length; at++) {
    const [left, right] = [token.slice(0, at), token.slice(at)];
    if (known.has(left) && known.has(right)) pairs.push(`${left} ${right}`);
  }
  return pairs;
}

/** GPT-2's characters of the 256 bytes (bytes_to_unicode in openai/gpt-2, src/encoder.py). */
function byteNames(): string[] {
  const range = (from: number, to: number): number[] =>
    Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const printable = [...range(0x21, 0x7e), ...range(0xa1, 0xac), ...range(0xae, 0xff)];
  const others = range(0x100, 0x100 + 255 - printable.length);
  return [...printable, ...others].map((code) => String.fromCharCode(code));
}
