/** Rejects grammars that take the matcher unlimited memory, time or stack, and no ordinary ones. */
import { describe, expect, test } from "bun:test";
import { seededRandom } from "../../../scripts/random.ts";
import { checkGrammar } from "../../../src/llama/grammar/check.ts";

const chain = (rules: number, rule: (at: number) => string, last: string): string =>
  [
    ...Array.from({ length: rules }, (_, at) => `r${at} ::= ${rule(at)}`),
    `r${rules} ::= ${last}`,
    "root ::= r0",
  ].join("\n");

describe("is accepted:", () => {
  test.each([
    ["many alternatives", `root ::= ${"(word | number) ".repeat(3000)}\nword ::= [a-z]+\nnumber ::= [0-9]+`],
    ["many rules", chain(9000, (at) => `"word" r${at + 1}`, '"x"')],
    ["many words", `root ::= (${Array.from({ length: 1500 }, (_, at) => `"word${at}"`).join(" | ")})*`],
    [
      "any number of parentheses as literal characters",
      `root ::= "${"(".repeat(5000)}" [${"(".repeat(5000)}] # ((`,
    ],
    ["one that never ends", 'root ::= "la " root'],
    ["a repeated rule that may be empty", "root ::= (space)* [a-z]\nspace ::= [ ]*"],
    ["a few optional parts", `root ::= ${"[0-9]? ".repeat(15)}`],
    [
      "many optional parts that begin differently",
      `root ::= ${Array.from({ length: 90 }, (_, at) => `"\\u01${at + 10}"?`).join(" ")}`,
    ],
    ["many repetitions", 'root ::= "word "{2000}'],
  ])("%s", (_, grammar) => {
    expect(() => checkGrammar(grammar)).not.toThrow();
  });

  test("an object of 300 optional properties, as llama.cpp writes it", () => {
    const rules = Array.from({ length: 300 }, (_, at) => [
      `p${at}-kv ::= "\\"p${at}\\"" space ":" space "1"`,
      `p${at}-rest ::= ( "," space p${at + 1}-kv )? p${at + 1}-rest`,
    ]).flat();
    const first = Array.from({ length: 300 }, (_, at) => `p${at}-kv p${at}-rest`).join(" | ");
    const last = 'p300-kv ::= "\\"p300\\"" space ":" space "1"\np300-rest ::= ""';
    const space = 'space ::= | " " | "\\n"{1,2} [ \\t]{0,20}';
    checkGrammar([`root ::= "{" space (${first})? space "}"`, ...rules, last, space].join("\n"));
  });
});

describe("is rejected:", () => {
  test.each([
    ["20,000 parentheses", `root ::= ${"(".repeat(20_000)}`, "parentheses"],
    ["210,000 rules", chain(210_000, (at) => `"a" r${at + 1}`, '"b"'), "rules"],
    ["rules that begin with each other", chain(3000, (at) => `r${at + 1} | "a"`, '"b"'), "too many ways"],
    ["a long text that is repeated", `root ::= "${"x".repeat(100_000)}"{2000}`, "elements"],
    ["repetitions of repetitions", `root ::= ${'("a"{0,1500} "b"){0,9} '.repeat(50)}`, "multiply"],
    ["left recursion", 'root ::= root "a" | "b"', "left recursion"],
    [
      "left recursion after a part that may be empty",
      'root ::= n root "a" | "b"\nn ::= m\nm ::= "x"?',
      "left recursion",
    ],
    ["left recursion of two rules", 'root ::= a\na ::= b "x" | "y"\nb ::= a "z"', "left recursion"],
    ["3,000 optional parts", `root ::= ${'"a"? '.repeat(3000)}`, "alternatives at one position"],
    ["100 optional parts that begin alike", `root ::= "x" ${'"a"? '.repeat(100)}`, "begin alike"],
    ["100 such rules", `root ::= ${"a ".repeat(100)}\na ::= "a"?`, "begin alike"],
    ["a chain of 100 such rules", chain(100, (at) => `"a"? r${at + 1}`, '"b"'), "begin alike"],
    ["beginnings that double", chain(40, (at) => `r${at + 1} "a" | r${at + 1} "b"`, '"c"'), "too many ways"],
  ])("%s", (_, grammar, message) => {
    expect(() => checkGrammar(grammar)).toThrow(new RegExp(message));
  });

  test("with a message that has the rule and its position", () => {
    expect(() => checkGrammar('root ::= list\nlist ::= list "," item | item\nitem ::= "x"')).toThrow(
      "the rule list at line 2, column 1 begins with itself: left recursion",
    );
  });
});

test("the check of any grammar ends, with a message if it rejects the grammar", () => {
  const random = seededRandom(3);
  const parts = [
    '"a"',
    "[^a]",
    "r0",
    "r1",
    "r2",
    "(",
    ")",
    "|",
    "*",
    "?",
    "{0,900}",
    "{700}",
    "{2,1}",
    "\n",
    "{",
  ];
  for (let round = 0; round < 3000; round += 1) {
    const rule = (at: number): string =>
      `r${at} ::= ${Array.from({ length: random.below(30) }, () => parts[random.below(parts.length)]).join(" ")}`;
    const grammar = ["root ::= r0", rule(0), rule(1), rule(2)].join("\n");
    try {
      checkGrammar(grammar);
    } catch (error) {
      expect((error as Error).name).toBe("GrammarError");
      expect((error as Error).message.length).toBeLessThan(300);
    }
  }
});
