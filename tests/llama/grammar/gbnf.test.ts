/** GBNF is parsed like llama.cpp parses it. Invalid grammars are rejected with a position. */
import { describe, expect, test } from "bun:test";
import { seededRandom } from "../../../scripts/random.ts";
import { checkGrammar } from "../../../src/llama/grammar/check.ts";
import { Model } from "../../../src/llama/model.ts";
import { Grammar } from "../../../src/llama/sampler.ts";
import { Signals } from "../../../src/llama/signals.ts";
import { matches } from "../../fixtures/gbnf-matcher.ts";
import { testModel } from "../../fixtures/models.ts";
import { native } from "../../fixtures/native.ts";

const admits = (grammar: string, text: string): boolean => matches(checkGrammar(grammar), text);

/** @returns the texts that match */
const admitted = (grammar: string, ...texts: string[]): string[] =>
  texts.filter((text) => admits(grammar, text));

describe("a grammar admits", () => {
  test("literals with escapes, character classes and any character", () => {
    expect(admits('root ::= "a\\"\\\\\\n\\t\\r\\x41\\u00e9\\U0001F600"', 'a"\\\n\t\rAé😀')).toBe(true);
    expect(admitted("root ::= [a-cx-]", "b", "x", "-", "d", "")).toEqual(["b", "x", "-"]);
    expect(admitted('root ::= [^"\\n]', "a", "😀", '"', "\n")).toEqual(["a", "😀"]);
    expect(admitted("root ::= .", "a", "\n", "😀", "ab")).toEqual(["a", "\n", "😀"]);
  });

  test("alternatives, also an empty one, and parentheses over several lines", () => {
    expect(admitted('root ::= "a" | "bc" |', "a", "bc", "", "b")).toEqual(["a", "bc", ""]);
    expect(admitted('root ::= ( # first\n "a" |\n "b"\n) "c"', "ac", "bc", "c")).toEqual(["ac", "bc"]);
    expect(admitted('root ::= "a" |\n "b"', "a", "b")).toEqual(["a", "b"]);
  });

  test("repetitions of the part before them, a literal being one part", () => {
    expect(admitted('root ::= "ab"{2,3}', "ab", "abab", "ababab", "abababab")).toEqual(["abab", "ababab"]);
    expect(admitted('root ::= "a"{2,} "b"?', "a", "aa", "aaaab")).toEqual(["aa", "aaaab"]);
    expect(admitted('root ::= ("a" | "b")* "c"+', "c", "abacc", "ab")).toEqual(["c", "abacc"]);
    expect(admitted('root ::= "x" "a"{0} "b"{2}', "xbb", "xabb")).toEqual(["xbb"]);
  });

  test("rules that are defined later, and the last of two with one name", () => {
    expect(admitted('root ::= b b\nb ::= "x"\nb ::= "y"', "yy", "xy")).toEqual(["yy"]);
  });
});

describe("an invalid grammar is rejected with its position:", () => {
  test.each([
    ["root ::= (", "expecting ')' at its end"],
    ['root ::= "a" ) b', "expecting a new line or the end at line 1, column 14"],
    ['root ::= "a"\nother := "b"', "expecting ::= at line 2, column 7"],
    ['root ::= "a" (\n  foo)', "the rule foo is not defined, but used at line 2, column 3"],
    ['rot ::= "a"', "it has no rule named root"],
    ["", "it has no rule named root"],
    ['root ::= "a', "it ends inside a literal or a character class"],
    ['root ::= "\\q"', "the escape \\q at line 1, column 11 is unknown"],
    ['root ::= "\\u12"', "expecting 4 hexadecimal digits after \\u at line 1, column 11"],
    ["root ::= *", "there is nothing to repeat before line 1, column 10"],
    ['root ::= "a"{x}', "expecting a number at line 1, column 14"],
    ['root ::= "a"{2', "expecting '}' at its end"],
    ['root ::= "a\0"', "a NUL character at line 1, column 12"],
    ["root ::= <[1>", "expecting a token such as <[123]> or <text> at line 1, column 10"],
    ["root ::= []", "no character matches [] at line 1, column 10"],
    [
      'root ::= "a" | "b" [^\\x00-\\U0010FFFF]',
      "no character matches [^\\x00-\\U0010FFFF] at line 1, column 20",
    ],
    ['root ::= "é" [z-a]', "no character matches [z-a] at line 1, column 14"],
    ['root ::= "a"{5,2}', "{5,2} at line 1, column 13 has the minimum 5 and the maximum 2"],
    ['root ::= "a"{5000000}', "{5000000} at line 1, column 13 is over the limit of 2000 repetitions"],
    ['root ::= "a"{1000}{1000}', "nested repetitions at line 1, column 19 multiply to over 2000"],
  ])("%j", (grammar, message) => {
    expect(() => checkGrammar(grammar)).toThrow(message);
  });
});

test("llama.cpp accepts the same grammars, except those with empty character classes", async () => {
  using model = Model.load(native(), await testModel("bpe"), { gpuLayers: 0 }, new Signals());
  const parts = [
    '"a"',
    '"ab"',
    "[a-c]",
    "[^x]",
    "root",
    "b",
    "c",
    "(",
    ")",
    "|",
    "*",
    "+",
    "?",
    "{2}",
    "{1,3}",
  ];
  parts.push(
    "{0,2}",
    "{,2}",
    "{3,}",
    "{9,2}",
    ".",
    "\n",
    "b ::=",
    "# x\n",
    '""',
    '"\\n"',
    "[\\]a-]",
    "<[3]>",
    "_",
  );
  const random = seededRandom(7);
  const disagreed: string[] = [];
  for (let round = 0; round < 3000; round += 1) {
    const length = 1 + random.below(9);
    const sequence = Array.from(
      { length },
      () => `${parts[random.below(parts.length)]}${random.below(4) === 0 ? "" : " "}`,
    );
    const grammar = `root ::= ${sequence.join("")}\nb ::= "y"\nc ::= [z]`;
    let isGrammar = true;
    try {
      checkGrammar(grammar);
    } catch {
      isGrammar = false;
    }
    // llama.cpp would take all memory for a minimum over its maximum.
    if (!isGrammar && grammar.includes("{9,2}")) continue;
    const handle = native().anechat_grammar_new(model.vocabulary.handle, grammar, "");
    if ((handle !== null) !== isGrammar) disagreed.push(grammar);
    if (handle !== null) native().anechat_grammar_free(handle);
  }
  expect(disagreed).toEqual([]);
});

test("a token that is not in the vocabulary is rejected by llama.cpp", async () => {
  using model = Model.load(native(), await testModel("bpe"), { gpuLayers: 0 }, new Signals());
  expect(() => new Grammar(native(), model.vocabulary, "root ::= <no such token>")).toThrow("invalid token");
});
