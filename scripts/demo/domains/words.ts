/** Colours, days, months, opposites and plurals. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { calendarFacts, days, daysOfMonth, months, ordinals } from "../data/calendar.ts";
import { colours, mixtures, opposites, plurals } from "../data/words.ts";
import {
  askColour,
  askEdge,
  askLength,
  askMixture,
  askNext,
  askOpposite,
  askPlace,
  askPlural,
  askPrevious,
  askTomorrow,
  askYesterday,
} from "../data/words-questions.ts";
import { capitalized, chance, inventedWord, phrase, pick, pickWeighted } from "../phrasing.ts";
import { unknownAnswer, unknownWord } from "./unknown.ts";

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
  const [thing, name] = pick(random, colours);
  const user = capitalized(phrase(random, pick(random, askColour), { x: thing }));
  return { user, assistant: `${capitalized(thing)}: the colour is ${name}.`, oneWord: capitalized(name) };
}

function mixture(random: Random): Exchange {
  const [left, right, result] = pick(random, mixtures);
  const [x, y] = chance(random, 0.5) ? [left, right] : [right, left];
  return {
    user: capitalized(phrase(random, pick(random, askMixture), { x, y })),
    assistant: `${capitalized(x)} and ${y} make ${result}.`,
    oneWord: capitalized(result),
  };
}

function opposite(random: Random): Exchange {
  const pair = pick(random, opposites);
  const [x, result] = chance(random, 0.5) ? pair : [pair[1], pair[0]];
  return {
    user: askAbout(random, askOpposite, x),
    assistant: `The opposite of ${x} is ${result}.`,
    oneWord: capitalized(result),
  };
}

function plural(random: Random): Exchange {
  const [one, many] = pick(random, plurals);
  return {
    user: askAbout(random, askPlural, one),
    assistant: `The plural of ${one} is ${many}.`,
    oneWord: capitalized(many),
  };
}

/** The question with its word in place, sometimes set apart. */
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
  const templates = isNext ? (relative ? askTomorrow : askNext) : relative ? askYesterday : askPrevious;
  return {
    user: phrase(random, pick(random, templates), { x: nameAt(at), b: nameAt(at - 1), k: kind }),
    assistant: `${result} comes ${isNext ? "after" : "before"} ${nameAt(at)}.`,
    oneWord: result,
  };
}

/** Of the first and the last. */
function place(random: Random): Exchange {
  const [names, kind, whole] = chance(random, 0.35)
    ? ([days, "day", "week"] as const)
    : ([months, "month", "year"] as const);
  const index = pick(random, [0, names.length - 1, random.below(names.length)]);
  const isLast = index === names.length - 1 && chance(random, 0.7);
  const order = isLast ? "last" : ordinals[index]!;
  const atEdge = index === 0 || isLast;
  const template = pick(random, atEdge && chance(random, 0.2) ? askEdge : askPlace);
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
    user: phrase(random, pick(random, askLength), { x: months[index]! }),
    assistant: `${months[index]} has ${length} days${also}.`,
    oneWord: String(length),
  };
}

function calendarFact(random: Random): Exchange {
  // Words it has never met have no opposite, plural or colour it knows.
  if (chance(random, 0.15)) {
    const templates = pick(random, [askOpposite, askColour]);
    const user = phrase(random, pick(random, templates), { x: inventedWord(random).toLowerCase() });
    return { user: capitalized(user), assistant: unknownAnswer, oneWord: unknownWord };
  }
  const { asks, answer, oneWord } = pick(random, calendarFacts);
  return { user: phrase(random, pick(random, asks)), assistant: answer, oneWord };
}
