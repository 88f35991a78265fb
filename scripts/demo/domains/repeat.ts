/** Requests to repeat some words. They teach the model to copy, and users try them. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { inventedWord, phrase, pick, pickWeighted } from "../phrasing.ts";
import { dataFile, once, readList } from "../read-data.ts";
import { animals, cities, foods, personNames } from "./names.ts";

const questions = once(() => readList(dataFile("repeat-questions.txt")));

export function repeatExchange(random: Random): Exchange {
  const count = pickWeighted(random, [
    [5, 1],
    [4, 2],
    [2, 3],
    [1, 4],
  ]);
  const words = Array.from({ length: count }, () => word(random)).join(" ");
  const user = phrase(random, pick(random, questions()), { w: words });
  return { user, assistant: words, oneWord: words.split(" ")[0]!, isVerbatim: true };
}

function word(random: Random): string {
  return pickWeighted<() => string>(random, [
    [4, () => inventedWord(random)],
    [2, () => inventedWord(random).toLowerCase()],
    [2, () => String(random.below(1000))],
    [2, () => pick(random, personNames())],
    [2, () => pick(random, pick(random, [animals, foods, cities])())],
  ])();
}
