/** Sums, differences, products, doubles and halves of small numbers. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import {
  differences,
  doubles,
  gains,
  groups,
  halves,
  losses,
  products,
  sums,
} from "../data/arithmetic-questions.ts";
import { chance, phrase, pick, pickWeighted } from "../phrasing.ts";

const largestTerm = 20;
const largestFactor = 12;

const things = [
  "apples",
  "books",
  "cats",
  "coins",
  "eggs",
  "pens",
  "cookies",
  "balls",
  "stones",
  "cards",
  "cups",
  "flowers",
  "sweets",
  "oranges",
  "stamps",
  "dogs",
  "toys",
  "keys",
  "candles",
  "chairs",
  "pears",
  "marbles",
  "pencils",
  "cakes",
  "shirts",
  "boxes",
  "birds",
  "fish",
  "tickets",
  "euros",
  "dollars",
];
const people = [
  "Anna",
  "Ben",
  "Tom",
  "Lucy",
  "Sam",
  "Maria",
  "Peter",
  "Kim",
  "Omar",
  "Lena",
  "My friend",
  "My sister",
  "A boy",
  "A girl",
  "A farmer",
  "The teacher",
  "Mia",
  "Jack",
  "Ali",
  "Sara",
];

export function arithmeticExchange(random: Random): Exchange {
  return pickWeighted<() => Exchange>(random, [
    [8, () => sum(random, sums)],
    [7, () => difference(random, differences)],
    [8, () => product(random, products)],
    [1, () => double(random)],
    [2, () => half(random)],
    [2, () => sum(random, gains, pick(random, things))],
    [2, () => difference(random, losses, pick(random, things))],
    [1, () => product(random, groups, pick(random, things))],
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
  // Rarely beyond ten: the table most people know.
  const limit = chance(random, 0.15) ? largestFactor : 10;
  const [a, b] = [random.below(limit + 1), random.below(limit + 1)];
  return calculation(random, templates, a, "*", b, a * b, thing);
}

function double(random: Random): Exchange {
  const a = random.below(21);
  return calculation(random, doubles, a, "*", 2, a * 2);
}

function half(random: Random): Exchange {
  const result = random.below(21);
  return calculation(random, halves, result * 2, "/", 2, result);
}

/** The answer says the sum first: what is written can be looked at when the result is chosen. */
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
      p: pick(random, people),
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
