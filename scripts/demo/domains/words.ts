/** Colours, days, months, opposites and plurals. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { capitalized, chance, inventedWord, phrase, pick, pickWeighted } from "../phrasing.ts";
import { dataFile, once, readTable, readWordings } from "../read-data.ts";
import { readTopics } from "../topics.ts";
import { unknownAnswer, unknownWord } from "./unknown.ts";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const ordinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
];

const colours = once(() =>
  readTable(dataFile("colours.tsv"), { columns: ["thing", "colour"] }, (row) => row),
);
const mixtures = once(() =>
  readTable(dataFile("mixtures.tsv"), { columns: ["colour", "other colour", "mixture"] }, (row) => row),
);
const opposites = once(() =>
  readTable(dataFile("opposites.tsv"), { columns: ["word", "opposite"] }, (row) => row),
);
const plurals = once(() =>
  readTable(dataFile("plurals.tsv"), { columns: ["singular", "plural"] }, (row) => row),
);
const calendarTopics = once(() => readTopics("calendar"));

const wordings = once(() =>
  readWordings(dataFile("word-questions.tsv"), [
    "colour",
    "mixture",
    "opposite",
    "plural",
    "next",
    "previous",
    "tomorrow",
    "yesterday",
    "place",
    "edge",
    "length",
  ]),
);

/** Each colour of colours.tsv, once. */
export function coloursOfThings(): string[] {
  return [...new Set(colours().map(({ colour }) => colour))];
}

export function wordExchange(random: Random): Exchange {
  return pickWeighted<() => Exchange>(random, [
    [5, () => colour(random)],
    [2, () => mixture(random)],
    [6, () => opposite(random)],
    [6, () => plural(random)],
    [3, () => neighbour(random, days, "day")],
    [4, () => neighbour(random, months, "month")],
    [2, () => place(random)],
    [2, () => monthLength(random)],
    [2, () => calendarFact(random)],
  ])();
}

function colour(random: Random): Exchange {
  const { thing, colour: name } = pick(random, colours());
  const user = capitalized(phrase(random, pick(random, wordings().colour), { x: thing }));
  return { user, assistant: `${capitalized(thing)}: the colour is ${name}.`, oneWord: capitalized(name) };
}

function mixture(random: Random): Exchange {
  const { colour: left, "other colour": right, mixture: result } = pick(random, mixtures());
  const [x, y] = chance(random, 0.5) ? [left, right] : [right, left];
  return {
    user: capitalized(phrase(random, pick(random, wordings().mixture), { x, y })),
    assistant: `${capitalized(x)} and ${y} make ${result}.`,
    oneWord: capitalized(result),
  };
}

function opposite(random: Random): Exchange {
  const { word, opposite: other } = pick(random, opposites());
  const [x, result] = chance(random, 0.5) ? [word, other] : [other, word];
  return {
    user: askAbout(random, wordings().opposite, x),
    assistant: `The opposite of ${x} is ${result}.`,
    oneWord: capitalized(result),
  };
}

function plural(random: Random): Exchange {
  const { singular: one, plural: many } = pick(random, plurals());
  return {
    user: askAbout(random, wordings().plural, one),
    assistant: `The plural of ${one} is ${many}.`,
    oneWord: capitalized(many),
  };
}

/** The question about a word, which is sometimes in quotes. */
function askAbout(random: Random, templates: readonly string[], word: string): string {
  const template = pick(random, templates);
  const forms = [word, word, word, `"${word}"`, `'${word}'`];
  if (/ of \{x\}/.test(template)) forms.push(`the word ${word}`, `the word "${word}"`);
  return capitalized(phrase(random, template, { x: pick(random, forms) }));
}

function neighbour(random: Random, names: readonly string[], kind: "day" | "month"): Exchange {
  const at = random.below(names.length);
  const isNext = chance(random, 0.6);
  const nameAt = (index: number): string => names[(index + names.length) % names.length]!;
  const result = nameAt(isNext ? at + 1 : at - 1);
  const relative = kind === "day" && chance(random, 0.25);
  const templates = isNext
    ? relative
      ? wordings().tomorrow
      : wordings().next
    : relative
      ? wordings().yesterday
      : wordings().previous;
  return {
    user: phrase(random, pick(random, templates), { x: nameAt(at), b: nameAt(at - 1), k: kind }),
    assistant: `${result} comes ${isNext ? "after" : "before"} ${nameAt(at)}.`,
    oneWord: result,
  };
}

/** "What is the first day of the week?" */
function place(random: Random): Exchange {
  const [names, kind, whole] = chance(random, 0.35)
    ? ([days, "day", "week"] as const)
    : ([months, "month", "year"] as const);
  const index = pick(random, [0, names.length - 1, random.below(names.length)]);
  const isLast = index === names.length - 1 && chance(random, 0.7);
  const order = isLast ? "last" : ordinals[index]!;
  const atEdge = index === 0 || isLast;
  const template = pick(random, atEdge && chance(random, 0.2) ? wordings().edge : wordings().place);
  const verbs = index === 0 ? ["start", "begin"] : ["end", "finish"];
  return {
    user: phrase(random, template, { o: order, k: kind, w: whole, v: pick(random, verbs) }),
    assistant: `The ${order} ${kind} of the ${whole} is ${names[index]}.`,
    oneWord: names[index]!,
  };
}

function monthLength(random: Random): Exchange {
  const index = random.below(12);
  const length = daysOfMonth[index]!;
  const also = index === 1 ? ", or 29 in a leap year" : "";
  return {
    user: phrase(random, pick(random, wordings().length), { x: months[index]! }),
    assistant: `${months[index]} has ${length} days${also}.`,
    oneWord: String(length),
  };
}

function calendarFact(random: Random): Exchange {
  // The model has to say that it knows no opposite or colour of a word that doesn't exist.
  if (chance(random, 0.15)) {
    const templates = pick(random, [wordings().opposite, wordings().colour]);
    const user = phrase(random, pick(random, templates), { x: inventedWord(random).toLowerCase() });
    return { user: capitalized(user), assistant: unknownAnswer, oneWord: unknownWord };
  }
  const { questions, answer, oneWord } = pick(random, calendarTopics());
  return { user: phrase(random, pick(random, questions)), assistant: answer, oneWord };
}
