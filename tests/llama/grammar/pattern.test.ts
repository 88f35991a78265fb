/** A pattern matches the same texts as JavaScript's regular expressions. */
import { describe, expect, test } from "bun:test";
import { type Random, seededRandom } from "../../../scripts/random.ts";
import { automatonOf, type State } from "../../../src/llama/grammar/automaton.ts";
import { Languages } from "../../../src/llama/grammar/language.ts";
import { parsePattern } from "../../../src/llama/grammar/pattern.ts";
import { languageOf } from "../../../src/llama/grammar/pattern-language.ts";

function automaton(pattern: string): State[] {
  const languages = new Languages();
  return automatonOf(languages, languageOf(languages, parsePattern(pattern)));
}

function takes(states: readonly State[], text: string): boolean {
  let state = states[0];
  for (const char of text) {
    const code = char.codePointAt(0) as number;
    const move = state?.moves.find(({ chars }) =>
      chars.some(([first, last]) => first <= code && code <= last),
    );
    state = move === undefined ? undefined : states[move.to];
  }
  return state?.isEnd ?? false;
}

const samples = [
  "",
  "a",
  "b",
  "ab",
  "ba",
  "aab",
  "abc",
  "a-b",
  "1",
  "12",
  "a1_",
  " ",
  "\n",
  "\t",
  "é",
  "日本",
  "😀",
];
samples.push(
  "\u00a0",
  "\u2028",
  "\u0000",
  "A",
  "Z9",
  '"',
  "\\",
  "/",
  "a/b",
  "x.y",
  "foo@bar.de",
  "2024-02-29",
  "-",
  "]",
);

const patterns = [
  ...["^\\d{3}$", "^\\w{1,4}$", "\\d", "^\\s*$", "^\\S+$", "^\\D$", "^\\W$", "a", "^a", "b$", "^$", "", "."],
  ...[
    "^.$",
    "^[^a]$",
    "^[^a-c\\d]+$",
    "^[\\w-]+$",
    "^[\\w-.]+$",
    "^[]-]$",
    "^[^]$",
    "[]",
    "^[-a]$",
    "^[a-]$",
    "^\\]$",
  ],
  ...[
    "^(?:a|b)+?$",
    "^(a|ab)(c|bcd)?$",
    "^a??b*?$",
    "^\\/$",
    "^\\-$",
    "^a\\/b$",
    "^x\\.y$",
    "^[\\t\\n\\r\\v\\f]$",
  ],
  ...[
    "^\\x61$",
    "^\\u0061$",
    "^\\u{1F600}$",
    "^\\ud83d\\ude00$",
    "^\\cJ$",
    "^\\0$",
    "^[\\b]$",
    "^(?<year>\\d{4})-",
  ],
  ...[
    "^a|b$",
    "^(?:^a|b$)",
    "(?:^|a)b",
    "a(?:b|$)",
    "^(?=a)[ab]+$",
    "^(?!a)",
    "^(?!.*b)",
    "a(?!b)",
    "^(a*)*$",
  ],
  ...[
    "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
  ],
  ...[
    "^(a?){3}$",
    "^(ab?){2,}$",
    "a{0}b",
    "^a{2}$",
    "^(?:(?:a)|(?:))$",
    "^[\\s\\S]$",
    "^[\\d\\D]{2}$",
    "(a|b)*$",
  ],
];

test.each(patterns)("/%s/ matches the texts that JavaScript finds it in", (pattern) => {
  const states = automaton(pattern);
  const expression = new RegExp(pattern, pattern.includes("\\u{") ? "u" : isUnicode(pattern) ? "u" : "");
  const found = samples.filter((text) => expression.test(text));
  expect(samples.filter((text) => takes(states, text))).toEqual(found);
});

/** Without the flag "u", any punctuation may be escaped, and a character is a UTF-16 code unit. */
function isUnicode(pattern: string): boolean {
  try {
    new RegExp(pattern, "u");
    return true;
  } catch {
    return false;
  }
}

test("random patterns match the texts that JavaScript finds them in", () => {
  const random = seededRandom(11);
  const of = <T>(items: readonly T[]): T => items[random.below(items.length)] as T;
  const text = (): string =>
    Array.from({ length: random.below(7) }, () => of(["a", "b", "c", "1", " "])).join("");
  for (let round = 0; round < 1500; round += 1) {
    const pattern = randomPattern(random, 3);
    let states: State[];
    try {
      states = automaton(pattern);
    } catch (error) {
      expect((error as Error).name).toBe("PatternError");
      continue;
    }
    const expression = new RegExp(pattern, "u");
    for (let tries = 0; tries < 12; tries += 1) {
      const tried = text();
      expect([pattern, tried, takes(states, tried)]).toEqual([pattern, tried, expression.test(tried)]);
    }
  }
});

function randomPattern(random: Random, depth: number): string {
  const of = <T>(items: readonly T[]): T => items[random.below(items.length)] as T;
  const part = (): string => {
    const inner = randomPattern(random, depth - 1);
    if (depth === 0 || random.below(2) === 0)
      return of(["a", "b", "[ab]", "[^a]", ".", "\\d", "\\w", "\\s", "\\W"]);
    return of([
      `(?:${inner})`,
      `(${inner})`,
      `(?=${inner})`,
      `(?!${inner})`,
      `(?:${inner}|${part()})`,
      "^",
      "$",
    ]);
  };
  if (depth < 0) return "a";
  return Array.from({ length: random.below(4) }, () => {
    const one = part();
    const isPlain = !/^(?:\(\?[=!]|\^|\$)/.test(one);
    return isPlain && random.below(3) === 0 ? one + of(["*", "+", "?", "{2}", "{1,3}", "*?", "{0,2}?"]) : one;
  }).join("");
}

describe("an unsupported or invalid pattern is rejected with its position:", () => {
  test.each([
    ["\\bword", "\\b, a word boundary, which is not supported (at 1 in /\\bword/)"],
    ["(a)\\1", "\\1, a backreference, which is not supported (at 4"],
    ["(?<x>a)\\k<x>", "\\k, a backreference"],
    ["\\p{L}", "\\p, a Unicode property"],
    ["(?<=a)b", "a lookbehind, which is not supported (at 1"],
    ["(?<!a)b", "a lookbehind"],
    ["(?i)a", "a group of an unsupported kind"],
    ["(?P<x>a)", "a group of an unsupported kind"],
    ["\\Z", "\\Z, an unknown escape"],
    ["a{5,2}", "{5,2} has the minimum 5 and the maximum 2 (at 2"],
    ["*a", "nothing to repeat (at 1"],
    ["a**", "nothing to repeat (at 3"],
    ["^*", "nothing to repeat"],
    ["(?=a)*", "nothing to repeat"],
    ["{2}", "nothing to repeat"],
    ["(a", "a '(' without a ')' (at 1"],
    ["a)", "a ')' without a '(' (at 2"],
    ["[a", "a '[' without a ']' (at 1"],
    ["[b-a]", "b-a is not a valid range"],
    ["a\\", "a \\ at the end"],
    ["\\u12", "\\u without its digits"],
    ["a{1000000}", "over 100000 repetitions"],
    ["(".repeat(2000), "nested groups"],
    ["a?^b", "a '^' after a part that may be empty"],
    ["(?:a(?=b))*", "within a repetition"],
  ])("/%s/", (pattern, message) => {
    expect(() => automaton(pattern)).toThrow(message);
  });

  test("a pattern that matches nothing has no states", () => {
    expect(automaton("^a$b")).toEqual([]);
    expect(automaton("a^")).toEqual([]);
    expect(automaton("[]")).toEqual([]);
    expect(automaton("^(?!a)a")).toEqual([]);
  });

  test("a pattern that is too complex is rejected", () => {
    expect(() => automaton("^(?:a|b)*a(?:a|b){20}$")).toThrow("over 3000 states");
    expect(() => automaton("^(?:.{1,900}x){1,900}$")).toThrow(/states|complex/);
    expect(() => automaton("^((a{1,100}){1,100}){1,100}$")).toThrow(/states|complex/);
  });
});
