/** Questions that the model can't answer: it says so, and how to get a bigger model. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { inventedWord, phrase, pick, pickWeighted, reworded } from "../phrasing.ts";
import { dataFile, once, readList } from "../read-data.ts";

const questions = once(() => readList(dataFile("unknown-questions.txt")));
const frames = once(() => readList(dataFile("unknown-frames.txt")));
const subjects = once(() => readList(dataFile("unknown-subjects.txt")));
const nearMisses = once(() => readList(dataFile("unknown-near-misses.txt")));

export const unknownAnswer =
  "I'm a tiny demo model and I don't know that. A bigger model may: anechat <hf-model>";
export const unknownWord = "Unknown";

export function unknownExchange(random: Random): Exchange {
  const user = pickWeighted<() => string>(random, [
    [5, () => reworded(random, pick(random, questions()))],
    [5, () => reworded(random, pick(random, frames())).replaceAll("{x}", () => subject(random))],
    [1, () => nearMiss(random)],
  ])();
  return { user, assistant: unknownAnswer, oneWord: unknownWord };
}

function subject(random: Random): string {
  return pickWeighted<() => string>(random, [
    [6, () => pick(random, subjects())],
    [1, () => inventedWord(random)],
    [1, () => `${inventedWord(random)} ${inventedWord(random)}`],
  ])();
}

/** Like the questions it knows, but with words that don't exist or numbers that are too large. */
function nearMiss(random: Random): string {
  const large = (): string => String(21 + random.below(random.below(4) === 0 ? 9979 : 480));
  return phrase(random, pick(random, nearMisses()), {
    w: inventedWord(random),
    v: inventedWord(random),
    n: large(),
    m: large(),
    d: String(1 + random.below(28)),
    y: String(1000 + random.below(1030)),
  });
}
