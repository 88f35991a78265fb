/** What the model doesn't know: it says so, and names the way to one that may. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { frames, questions, subjects } from "../data/foreign.ts";
import { inventedWord, phrase, pick, pickWeighted, reworded } from "../phrasing.ts";

export const unknownAnswer =
  "I'm a tiny demo model and I don't know that. A bigger model may: anechat <hf-model>";
export const unknownWord = "Unknown";

export function unknownExchange(random: Random): Exchange {
  const user = pickWeighted<() => string>(random, [
    [5, () => reworded(random, pick(random, questions))],
    [5, () => reworded(random, pick(random, frames)).replaceAll("{x}", () => subject(random))],
    [1, () => nearMiss(random)],
  ])();
  return { user, assistant: unknownAnswer, oneWord: unknownWord };
}

function subject(random: Random): string {
  return pickWeighted<() => string>(random, [
    [6, () => pick(random, subjects)],
    [1, () => inventedWord(random)],
    [1, () => `${inventedWord(random)} ${inventedWord(random)}`],
  ])();
}

const nearMisses = [
  "What is a {w}?",
  "Who is {w}[ {v}|]?",
  "What does {w} mean?",
  "[Who|When] [wrote|invented|founded|discovered] {w}?",
  "Tell me about {w}.",
  "How do I get to {w}?",
  "What is [{n} times {m}|{n} plus {m}|{n} minus {m}|{n} divided by {m}|{n} * {m}|{n} + {m}|{n} - {m}]?",
  "[Calculate|Compute|Work out] {n} [times|plus|minus|+|*|/] {m}.",
  "{n} [+|-|*|/|x|times|plus|minus] {m}[?|]",
  "What is the square root of {n}?",
  "What is {m} percent of {n}?",
  "Is {n} a prime number?",
  "[What|Which] day of the week was [the |]{d} [January|March|April|May|June|August|October|December] {y}?",
  "What happened in {y}?",
  "Who [was president|won|was king] in {y}?",
];

/** Words nobody has heard of, and numbers that are too big. */
function nearMiss(random: Random): string {
  const large = (): string => String(21 + random.below(random.below(4) === 0 ? 9979 : 480));
  return phrase(random, pick(random, nearMisses), {
    w: inventedWord(random),
    v: inventedWord(random),
    n: large(),
    m: large(),
    d: String(1 + random.below(28)),
    y: String(1000 + random.below(1030)),
  });
}
