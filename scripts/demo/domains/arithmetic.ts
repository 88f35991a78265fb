/** Sums, differences, products, doubles and halves of small numbers. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { chance, phrase, pick, pickWeighted } from "../phrasing.ts";
import { dataFile, once, readList, readWordings } from "../read-data.ts";

const questions = once(() =>
  readWordings(dataFile("arithmetic-questions.tsv"), [
    "sum",
    "difference",
    "product",
    "double",
    "half",
    "gain",
    "loss",
    "groups",
  ]),
);
const things = once(() => readList(dataFile("arithmetic-things.txt")));
const people = once(() => readList(dataFile("arithmetic-people.txt")));

const largestTerm = 20;
const largestFactor = 12;

export function arithmeticExchange(random: Random): Exchange {
  return pickWeighted<() => Exchange>(random, [
    [8, () => sum(random, questions().sum)],
    [7, () => difference(random, questions().difference)],
    [8, () => product(random, questions().product)],
    [1, () => double(random)],
    [2, () => half(random)],
    [2, () => sum(random, questions().gain, pick(random, things()))],
    [2, () => difference(random, questions().loss, pick(random, things()))],
    [1, () => product(random, questions().groups, pick(random, things()))],
  ])();
}

function sum(random: Random, templates: readonly string[], thing?: string): Exchange {
  const [a, b] = [random.below(largestTerm + 1), random.below(largestTerm + 1)];
  return calculation(random, templates, a, "+", b, a + b, thing);
}

function difference(random: Random, templates: readonly string[], thing?: string): Exchange {
  const [x, y] = [random.below(largestTerm + 1), random.below(largestTerm + 1)];
  const [a, b] = [Math.max(x, y), Math.min(x, y)];
  return calculation(random, templates, a, "-", b, a - b, thing);
}

function product(random: Random, templates: readonly string[], thing?: string): Exchange {
  // Rarely beyond the ten times table.
  const limit = chance(random, 0.15) ? largestFactor : 10;
  const [a, b] = [random.below(limit + 1), random.below(limit + 1)];
  return calculation(random, templates, a, "*", b, a * b, thing);
}

function double(random: Random): Exchange {
  const a = random.below(21);
  return calculation(random, questions().double, a, "*", 2, a * 2);
}

function half(random: Random): Exchange {
  const result = random.below(21);
  return calculation(random, questions().half, result * 2, "/", 2, result);
}

/** The answer repeats the calculation, so that the model can attend to it for the result. */
function calculation(
  random: Random,
  templates: readonly string[],
  a: number,
  operator: string,
  b: number,
  result: number,
  thing?: string,
): Exchange {
  const asWords = chance(random, 0.2);
  const typed = (value: number): string => (asWords && value <= 20 ? numberWords[value]! : String(value));
  return {
    user: phrase(random, pick(random, templates), {
      a: typed(a),
      b: typed(b),
      t: thing ?? "",
      p: pick(random, people()),
    }),
    assistant: `${a} ${operator} ${b} = ${result}`,
    oneWord: String(result),
  };
}

const numberWords = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
  "twenty",
];
