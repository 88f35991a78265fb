/** How users write: the same meaning in many wordings, with the typing mistakes of a chat. */
import type { Random } from "../random.ts";
import { dataFile, once, readList } from "./read-data.ts";

export function pick<T>(random: Random, items: readonly T[]): T {
  return items[random.below(items.length)]!;
}

export function chance(random: Random, probability: number): boolean {
  return random.uniform() < probability;
}

/** A random item; its probability is proportional to its weight. */
export function pickWeighted<T>(random: Random, items: readonly (readonly [weight: number, item: T])[]): T {
  let left = random.uniform() * items.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, item] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return items.at(-1)![1];
}

/**
 * One wording of a template such as "[What is|Tell me] the capital of {x}[?|]":
 * picks one of the alternatives in each pair of brackets (which may nest) and
 * replaces names in braces by their values. Several spaces become one.
 * @throws Error if the brackets don't match or a value is missing
 */
export function phrase(
  random: Random,
  template: string,
  values: Readonly<Record<string, string>> = {},
): string {
  let text = template;
  // The innermost brackets first.
  for (;;) {
    const next = text.replace(/\[([^[\]]*)\]/, (_, options: string) => pick(random, options.split("|")));
    if (next === text) break;
    text = next;
  }
  if (/[[\]]/.test(text)) throw new Error(`the brackets of "${template}" don't match`);
  return text
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`"${template}" asks for ${name}, which isn't given`);
      return value;
    })
    .replace(/ {2,}/g, " ")
    .trim();
}

const openings = [
  "Hey, ",
  "Hi, ",
  "Hello! ",
  "Hi! ",
  "Please ",
  "Ok, ",
  "Okay, ",
  "So, ",
  "Well, ",
  "Question: ",
  "Quick question: ",
  "Now, ",
  "And ",
  "Um, ",
  "Alright, ",
  "Tell me, ",
  "Good. ",
  "Great, ",
  "Thanks. ",
  "Next: ",
  "One more: ",
  "Dear model, ",
  "Hm, ",
  "Hey demo, ",
  "Oh, ",
  "Yo, ",
  "Excuse me, ",
  "By the way, ",
  "btw ",
  "Listen, ",
  "One thing: ",
  "Sorry to bother you. ",
  "I'm curious. ",
  "I was wondering: ",
  "Can you help? ",
  "My question: ",
  "Hi again! ",
  "Let me ask: ",
  "Seriously, ",
  "Honestly, ",
  "I'm new here. ",
];
const closings = [
  " please",
  " Please.",
  " Thanks!",
  " Thank you.",
  " thx",
  " pls",
  " Just curious.",
  " :)",
  " I'd like to know.",
  " Any idea?",
  " Quickly!",
];

/** As a user might type it: an opening, no capitals, no question mark, a typing mistake. */
export function asTyped(random: Random, text: string): string {
  let typed = text;
  if (chance(random, 0.12)) typed = pick(random, openings) + lowerFirst(typed);
  if (chance(random, 0.07)) typed += pick(random, closings);
  if (chance(random, 0.25)) typed = typed.toLowerCase();
  if (chance(random, 0.25)) typed = typed.replace(/[?.!]+$/, "");
  if (chance(random, 0.05)) typed = withSlip(random, typed);
  if (chance(random, 0.02)) typed = typed.toUpperCase();
  return typed;
}

const replacements = once(() =>
  readList(dataFile("synonyms.txt")).map((line) => {
    const words = line.split(", ");
    return { pattern: new RegExp(`\\b(?:${words.join("|")})\\b`, "gi"), words };
  }),
);

/** Words that fit nearly anywhere in a sentence and change nothing. */
const fillers = once(() => readList(dataFile("fillers.txt")));

/**
 * A line in other words: some replaced by synonyms, sometimes one removed and a
 * filler added. Only for lines whose answer repeats none of their words.
 */
export function reworded(random: Random, text: string): string {
  let line = text;
  if (chance(random, 0.6)) {
    for (const { pattern, words } of replacements()) {
      line = line.replace(pattern, (found) => {
        if (!chance(random, 0.4)) return found;
        const other = pick(random, words);
        return /^[A-Z]/.test(found) ? capitalized(other) : other;
      });
    }
  }
  if (chance(random, 0.15)) line = withoutOneWord(random, line);
  return chance(random, 0.1) ? withFiller(random, line) : line;
}

/** Most lines can be recognized without one of their words; the model should learn that. */
function withoutOneWord(random: Random, text: string): string {
  const words = text.split(" ");
  const at = random.below(words.length);
  if (words.length < 4 || /^(not|no|never|don't|without|off|on)$|[^a-z',.?!]/i.test(words[at]!)) return text;
  return words.filter((_, index) => index !== at).join(" ");
}

function withFiller(random: Random, text: string): string {
  const words = text.split(" ");
  words.splice(1 + random.below(words.length), 0, pick(random, fillers()));
  return words.join(" ");
}

/** Lowers the first letter of "What is …" after a comma, but not of "I" and names. */
function lowerFirst(text: string): string {
  return /^(What|Which|Who|Where|How|Can|Could|Do|Does|Is|Are|Tell|Name|Give|Please|The|In)\b/.test(text)
    ? text[0]!.toLowerCase() + text.slice(1)
    : text;
}

/** Swaps two letters of a longer word, or drops or doubles one. Keeps flags and numbers. */
function withSlip(random: Random, text: string): string {
  const words = text.split(" ");
  const long = words.flatMap((word, index) => (/^[a-z]{5,}$/i.test(word) ? [index] : []));
  if (long.length === 0) return text;
  const at = pick(random, long);
  const word = words[at]!;
  const place = 1 + random.below(word.length - 2);
  const [left, right] = [word.slice(0, place), word.slice(place)];
  words[at] = pick(random, [
    left + right[1]! + right[0]! + right.slice(2),
    left + right.slice(1),
    left + right[0]! + right,
  ]);
  return words.join(" ");
}

export function capitalized(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}

const onsets = [
  "b",
  "bl",
  "br",
  "c",
  "ch",
  "d",
  "dr",
  "f",
  "fl",
  "g",
  "gl",
  "gr",
  "h",
  "j",
  "k",
  "kr",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "pr",
  "qu",
  "r",
  "s",
  "sh",
  "sk",
  "st",
  "t",
  "th",
  "tr",
  "v",
  "w",
  "x",
  "y",
  "z",
  "",
];
const vowels = ["a", "e", "i", "o", "u", "a", "e", "o", "ai", "ee", "oo", "ia"];
const codas = ["", "", "", "n", "r", "l", "s", "m", "t", "k", "nd", "rk", "x", "sh"];

/** A word that doesn't exist, such as "Zorblan". */
export function inventedWord(random: Random, syllables = 1 + random.below(3)): string {
  let word = "";
  for (let count = 0; count < syllables; count++) {
    word += pick(random, onsets) + pick(random, vowels) + pick(random, codas);
  }
  return capitalized(word.length < 3 ? `${word}lo` : word);
}
