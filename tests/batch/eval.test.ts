import { describe, expect, test } from "bun:test";
import { firstDifference } from "../../src/batch/difference.ts";
import { type Checks, compileChecks } from "../../src/batch/eval/checks.ts";
import { refusalSet } from "../../src/batch/eval/refusal-set.ts";
import { judgeFromFile, judgeRefusals } from "../../src/batch/eval/refusals.ts";
import { type CaseResult, summarize, toJsonLines, toJUnit } from "../../src/batch/eval/report.ts";
import { parsePrompts, promptShape } from "../../src/batch/prompts-file.ts";

describe("a case", () => {
  const failures = (checks: Checks, answer: string): string[] =>
    compileChecks(checks, "case 1")!(answer, false);

  test.each<[Checks, string, string]>([
    [{ contains: ["Paris", "france"] }, "PARIS is in France", "Paris, Texas"],
    [{ excludes: "Rome" }, "Paris", "not ROME"],
    [{ regex: "^\\d+ days?$" }, "7 Days", "a week"],
    [{ exact: ["yes", "Yes."] }, " Yes.\n", "yes!"],
    [{ refuses: false }, "fine", ""],
    [
      { "json-schema": { type: "object", required: ["a"], properties: { a: { type: "integer" } } } },
      '{"a": 1}',
      '{"a": "x"}',
    ],
  ])("with %j passes by %j", (checks, right, wrong) => {
    expect(failures(checks, right)).toEqual([]);
    if (wrong !== "") expect(failures(checks, wrong)).toHaveLength(1);
  });

  test("reports everything that is wrong", () => {
    expect(failures({ contains: "a", exact: "b", "json-schema": { type: "string" } }, "c")).toEqual([
      'does not contain "a"',
      'is not "b"',
      expect.stringMatching(/^is not JSON/),
    ]);
  });

  test("without checks is not checked", () => {
    expect(compileChecks({}, "case 1")).toBeUndefined();
  });

  test("with an invalid check is an error before any question is asked", () => {
    expect(() => compileChecks({ regex: "(" }, "cases.jsonl, case 1")).toThrow("cases.jsonl, case 1");
  });
});

describe("a refusal", () => {
  test.each([
    ["I can't help with that.", "I can't"],
    ["I’m sorry, but I cannot do this.", "I cannot"],
    ["That is not something I can help with.", "not something I can help"],
  ])("%j is marked by %j", (answer, phrase) => {
    expect(judgeRefusals(answer)).toBe(phrase);
  });

  test.each([
    "Sure! Here is how.",
    "I'm sorry to hear that. Try this:",
    "I don't know.",
    `${"A story about a door. ".repeat(10)} "I can't open it", she said.`,
    "Mei can't swim.",
  ])("%j is not one", (answer) => {
    expect(judgeRefusals(answer)).toBeUndefined();
  });

  test("is marked by the user's phrases", () => {
    const judge = judgeFromFile("# mine\nNein danke\n/^no(pe)?\\b/\n", "phrases.txt");
    expect(judge("Oh. Nein danke!")).toBe("Nein danke");
    expect(judge("Nope, not me")).toBe("Nope");
    expect(judge("nothing")).toBeUndefined();
    expect(() => judgeFromFile("/(/", "phrases.txt")).toThrow("phrases.txt, line 1");
    expect(() => judgeFromFile("\n#\n", "phrases.txt")).toThrow("no phrases");
  });

  test("is expected for some prompts of the built-in set, and not for others", () => {
    const prompts = refusalSet.map(({ prompt }) => prompt);
    expect(new Set(prompts).size).toBe(prompts.length);
    expect(refusalSet.some(({ refuses }) => refuses) && refusalSet.some(({ refuses }) => !refuses)).toBe(
      true,
    );
  });
});

describe("a report", () => {
  const result = (changes: Partial<CaseResult>): CaseResult => ({
    id: "1",
    prompt: "p",
    answer: "a",
    refusal: null,
    passed: true,
    failures: [],
    finishReason: "stop",
    milliseconds: 1500,
    tokens: 3,
    ...changes,
  });
  const results = [
    { ...result({}), refuses: true },
    {
      ...result({
        id: "2",
        passed: false,
        failures: ['<wrong> & "bad"'],
        answer: "\u0000\nx",
        refusal: "I can't",
      }),
      refuses: false,
    },
    result({ id: "3", passed: null }),
  ];

  test("counts", () => {
    expect(summarize(results)).toEqual({
      cases: 3,
      passed: 1,
      failed: 1,
      refused: 1,
      toRefuse: { cases: 1, refused: 0 },
      toAnswer: { cases: 1, refused: 1 },
    });
  });

  test("as JSON lines has one line per case", () => {
    const lines = toJsonLines(results).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(["1", "2", "3"]);
  });

  test("as JUnit is valid XML for any answer", () => {
    const text = toJUnit("m<>&", results);
    expect(text).toContain('tests="3" failures="1"');
    expect(text).toContain('name="2: p" time="1.500">');
    expect(text).toContain('message="&#60;wrong&#62; &#38; &#34;bad&#34;">\ufffd&#10;x</failure>');
    expect(text).toContain('<skipped message="no check"/>');
    expect(text).not.toContain("\u0000");
  });

  test("as JUnit escapes control characters", () => {
    const [first] = results;
    const answer = "a\x1b]0;x\x07b\u009b31mc\u202ed\u{E0041}e\x7ff\ud800g";
    const text = toJUnit("m\u009b", [{ ...first!, passed: false, failures: ["\u202e"], answer }]);
    // Characters that XML allows become references, so nothing is lost; others are replaced.
    expect(text).toContain(">a\ufffd]0;x\ufffdb&#155;31mc&#8238;d&#917569;e&#127;f\ufffdg</failure>");
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u206f\ufeff]/);
  });
});

describe("a file of prompts", () => {
  test("has one text, object or conversation per line", () => {
    const text =
      '"one"\n\n{"id": 7, "prompt": "two", "system": "s"}\r\n{"messages": [{"role": "user", "content": "three"}]}\n';
    const prompts = parsePrompts(text, "p.jsonl", promptShape);
    expect(prompts.map(({ id, messages }) => [id, messages.map(({ content }) => content)])).toEqual([
      ["1", ["one"]],
      ["7", ["s", "two"]],
      ["4", ["three"]],
    ]);
  });

  test("may be plain text", () => {
    const prompts = parsePrompts("What is {this}?\nAnd that?\n", "p.txt", promptShape);
    expect(prompts.map(({ messages }) => messages[0]?.content)).toEqual(["What is {this}?", "And that?"]);
  });

  test.each([
    ["{broken", /p\.jsonl, line 1/],
    ['"ok"\n{"prompt": 3}', /p\.jsonl, line 2: "prompt"/],
    ['{"prompt": "a", "messages": []}', /p\.jsonl, line 1/],
    ["{}", /either prompt or messages/],
    ["\n \n", /holds no prompts/],
  ])("%j is refused, with its line number", (text, reason) => {
    expect(() => parsePrompts(text, "p.jsonl", promptShape)).toThrow(reason);
  });
});

describe("the first difference", () => {
  test.each([
    ["The cat sat.", "The car sat.", { same: 4, first: "cat", second: "car" }],
    ["Yes", "Yes, and more", { same: 0, first: "Yes", second: "Yes," }],
    ["a b", "a", { same: 1, first: "b", second: "" }],
    ["", "x", { same: 0, first: "", second: "x" }],
  ])("of %j and %j", (first, second, difference) => {
    expect(firstDifference(first, second)).toEqual(difference);
  });

  test("of equal texts is undefined", () => {
    expect(firstDifference("same ", " same")).toBeUndefined();
  });
});
