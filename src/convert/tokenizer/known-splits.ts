/**
 * Regular expressions of well-known tokenizer.json files, with the name of the llama.cpp
 * pre-tokenizer that splits text in the same way. Most are comments in llama.cpp's source, next to
 * its own versions of them (llm_tokenizer_bpe in src/llama-vocab.cpp).
 */
import { gpt2Regex } from "./pre-tokenizer-steps.ts";

const contractions = "(?i:'s|'t|'re|'ve|'m|'ll|'d)";
const symbols = " ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*";
const spaces = "\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
const word = "[^\\r\\n\\p{L}\\p{N}]?\\p{L}+";
/** Words of lower-case letters after any capitals, and words of capitals. */
const mixedCase = "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+";
const upperCase = "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*";
const symbolsAndSlash = " ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*";

const llama3 = `${contractions}|${word}|\\p{N}{1,3}|${symbols}|${spaces}`;
/** tiktoken's cl100k_base, which splits like llama3. */
const cl100k =
  "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*|\\s*[\\r\\n]|\\s+(?!\\S)|\\s+";

export const qwen2Regex = `${contractions}|${word}|\\p{N}|${symbols}|${spaces}`;

type Known = {
  /** Applied one after the other. */
  splits: readonly string[];
  name: string;
  /** The name if the tokenizer has ignore_merges: whole words are taken before merges. */
  ignoringMerges?: string;
};

export const knownSplits: readonly Known[] = [
  { splits: [gpt2Regex], name: "gpt-2" },
  { splits: ["\\p{N}", gpt2Regex], name: "starcoder" },
  { splits: [llama3], name: "dbrx", ignoringMerges: "llama-bpe" },
  { splits: [cl100k], name: "dbrx", ignoringMerges: "llama-bpe" },
  { splits: [qwen2Regex], name: "qwen2" },
  {
    splits: [
      `${contractions}|[^\\r\\n\\p{L}\\p{N}]?[\\p{L}\\p{M}]+|\\p{N}| ?[^\\s\\p{L}\\p{M}\\p{N}]+[\\r\\n]*|${spaces}`,
    ],
    name: "qwen35",
  },
  { splits: [`${mixedCase}|${upperCase}|\\p{N}|${symbolsAndSlash}|${spaces}`], name: "tekken" },
  {
    splits: [
      `${mixedCase}${contractions}?|${upperCase}${contractions}?|\\p{N}{1,3}|${symbolsAndSlash}|${spaces}`,
    ],
    name: "gpt-4o",
  },
  {
    splits: [
      "\\p{N}{1,3}",
      "[一-龥぀-ゟ゠-ヿ]+",
      `[!"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_\`{|}~][A-Za-z]+|[^\\r\\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+| ?[\\p{P}\\p{S}]+[\\r\\n]*|${spaces}`,
    ],
    name: "deepseek-v3",
  },
  {
    splits: [`${contractions}|${word}|\\p{N}{1}| ?[^\\s\\p{L}\\p{N}\\r\\n]+|${spaces}`],
    name: "seed-coder",
  },
  {
    splits: [
      `'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*|\\s*[\\r\\n]|\\s+(?!\\S)|\\s+`,
    ],
    name: "bailingmoe",
  },
  {
    splits: [
      `${contractions}|[^\\r\\n\\p{L}\\p{N}]?(?:\\p{L}\\p{M}*(?: \\p{L}\\p{M}*)*)+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]?|\\s*[\\r\\n]|\\s+(?!\\S)|\\s+`,
    ],
    name: "exaone-moe",
  },
];

/** llama.cpp's name for regular expressions in this order; undefined if they are unknown. */
export function nameOfSplits(splits: readonly string[], ignoreMerges: boolean): string | undefined {
  const same = knownSplits.find(
    (each) =>
      each.splits.length === splits.length && each.splits.every((split, index) => split === splits[index]),
  );
  return ignoreMerges ? (same?.ignoringMerges ?? same?.name) : same?.name;
}
