/**
 * The exam of the demo model, from the files beside this one. The training text
 * never contains its questions. docs/demo-model.md says what the exam is worth.
 */
import { join } from "node:path";
import { z } from "zod";
import { once, readJsonLines, readList, readTable } from "../read-data.ts";

export type Domain =
  | "small talk"
  | "anechat"
  | "countries"
  | "arithmetic"
  | "words"
  | "memory"
  | "system prompt"
  | "unknown";

export type Question = {
  domain: Domain;
  system?: string;
  /** What the user says, turn by turn; the answer to the last one is scored. */
  says: readonly string[];
  /** A right answer matches this … */
  expect: RegExp;
  /** … and doesn't match this. */
  not?: RegExp;
};

export const questions = once((): readonly Question[] => [
  ...readQuestions("small talk", "small-talk.tsv"),
  ...readQuestions("anechat", "anechat.tsv"),
  ...readQuestions("countries", "countries.tsv"),
  ...readQuestions("arithmetic", "arithmetic.tsv"),
  ...readQuestions("words", "words.tsv"),
  ...readMemory(),
  ...readSystemPrompts(),
  ...readUnknown(),
]);

/** What a right answer has to be like, by the names in the column "check". */
const checks: Readonly<Record<string, (expected: string) => RegExp>> = {
  pattern: readPattern,
  word: containsWord,
  number: containsNumber,
  flag: containsFlag,
  "one word": (word) => new RegExp(`^\\s*(?:${word})[.!]?\\s*$`, "i"),
  pirate: (fact) => new RegExp(`^(?=.*\\b(?:${fact})\\b)(?=.*(?:arr|matey|ahoy))`, "is"),
  butler: (fact) => new RegExp(`^(?=.*\\b(?:${fact})\\b)(?=.*(?:\\bsir\\b|madam|certainly|very well))`, "is"),
};

function readCheck(name: string, expected: string): RegExp {
  const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
  if (check === undefined) {
    throw new Error(`the check "${name}" doesn't exist; there are ${Object.keys(checks).join(", ")}`);
  }
  return check(expected);
}

/** As JavaScript writes it: /yes|no/i. */
function readPattern(text: string): RegExp {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(text) ?? [];
  if (source === undefined) throw new Error(`"${text}" is not a pattern such as /yes|no/i`);
  return new RegExp(source, flags);
}

function containsWord(word: string): RegExp {
  return new RegExp(`\\b${word}\\b`, "i");
}

/** The flag itself, not a longer one that begins or ends with it. */
function containsFlag(flag: string): RegExp {
  return new RegExp(`(?<![\\w-])(?:${flag})(?![\\w-])`);
}

const numberWords =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
  "seventeen eighteen nineteen twenty";
const spelled = numberWords.split(" ");

/** The number in digits or, up to twenty, as a word; never as a part of another number. */
function containsNumber(digits: string): RegExp {
  if (!/^\d+$/.test(digits)) throw new Error(`"${digits}" is not a whole number`);
  const word = spelled[Number(digits)];
  const either = word === undefined ? digits : `${digits}|${word}`;
  return new RegExp(`(?<![\\w-])(?:${either})(?![\\w-]|[.,]\\d)`, "i");
}

const file = (name: string): string => join(import.meta.dir, name);

function readQuestions(domain: Domain, name: string): Question[] {
  const columns = ["question", "check", "expected", "excluded"] as const;
  return readTable(file(name), { columns, optional: ["excluded"] }, (row) => ({
    domain,
    says: [row.question],
    expect: readCheck(row.check, row.expected),
    ...(row.excluded === "" ? {} : { not: readPattern(row.excluded) }),
  }));
}

function readMemory(): Question[] {
  const says = z.array(z.string().min(1)).min(1);
  const schema = z.strictObject({ says, expect: z.string().min(1), not: z.string().min(1).optional() });
  return readJsonLines(file("memory.jsonl"), schema).map(({ says, expect, not }) => ({
    domain: "memory",
    says,
    expect: containsWord(expect),
    ...(not === undefined ? {} : { not: containsWord(not) }),
  }));
}

function readSystemPrompts(): Question[] {
  const columns = ["system", "question", "check", "expected"] as const;
  return readTable(file("system-prompts.tsv"), { columns }, ({ system, question, check, expected }) => ({
    domain: "system prompt",
    system,
    says: [question],
    expect: readCheck(check, expected),
  }));
}

/** The model has to say that it doesn't know. */
function readUnknown(): Question[] {
  return readList(file("unknown.txt")).map((question) => ({
    domain: "unknown",
    says: [question],
    expect: /(?:don[’']t|do not) know/i,
  }));
}
