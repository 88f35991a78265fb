import { expect, test } from "bun:test";
import { gpt2Regex } from "../../../src/convert/tokenizer/pre-tokenizer-steps.ts";
import { checkText } from "../../../src/convert/tokenizer/pre-tokenizers.ts";
import { isQuickRegex } from "../../../src/convert/tokenizer/regex-safety.ts";

/** From llm_tokenizer_bpe in llama.cpp's src/llama-vocab.cpp. */
const ordinary = [
  gpt2Regex,
  "\\p{N}",
  "\\p{N}{1,3}",
  "[0-9][0-9][0-9]",
  "[\r\n]",
  "\\s?\\p{L}+",
  "\\s+$",
  " ?[^(\\s|.,!?…。，、।۔،)]+",
  "(?=(\\d{3})+(?!\\d))",
  "\\d{1,3}(?=(?:\\d{3})*\\b)",
  "<sentinel:[0-9]+>",
  "[^\\n]+|[\\n]+",
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
  "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}]*[\\p{Ll}\\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*",
  "'(?i:[sdmt]|ll|ve|re)|[^\\r\\n\\p{L}\\p{N}]?+\\p{L}++|\\p{N}{1,3}+| ?[^\\s\\p{L}\\p{N}]++[\\r\\n]*+|\\s++$",
  "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+",
  "[]a]+|[^]b]*|[[:alpha:]]+",
  "\\{+\\(*\\[?",
];

test("expressions of real pre-tokenizers may run", () => {
  for (const regex of ordinary) expect([regex, isQuickRegex(regex)]).toEqual([regex, true]);
});

const hostile = [
  "(a+)+$",
  "(?:a|a)*$",
  "(?:a?){50}",
  "(?:.*a){20}",
  "(?:\\s*\\s*)+x",
  "((?:ab)*)*x",
  "[^x]*[^x]*[^x]*[^x]*y",
  "\\s+\\s+\\s+$",
  "a?".repeat(40),
  "(?:a|a)".repeat(40),
  "(?:(?:(?:(?:a{99}){99}){99}){99})",
  "(?:a{1,9}){1,9}x",
  "(".repeat(100_000),
  `${"(?:".repeat(40)}a${")".repeat(40)}`,
  "a".repeat(100_000),
  "a)b",
  "a**",
  "*a",
  "(?<=a*)*b",
  "(a",
];

test("expressions that may take forever are rejected", () => {
  for (const regex of hostile)
    expect([regex.slice(0, 40), isQuickRegex(regex)]).toEqual([regex.slice(0, 40), false]);
});

test("the most expensive accepted expression takes only seconds", () => {
  const expensive = "[^¡]*[^¡]*(?:¡|¢|£|¤|¥|¦|§|¨)?¡";
  expect(isQuickRegex(expensive)).toBe(true);
  const start = performance.now();
  checkText.match(new RegExp(expensive, "gu"));
  expect(performance.now() - start).toBeLessThan(10_000);
});
