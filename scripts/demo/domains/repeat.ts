/** Saying after the user what they said: how the model learns to copy, and something people try. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { animals, cities, foods, personNames } from "../data/people.ts";
import { inventedWord, phrase, pick, pickWeighted } from "../phrasing.ts";

const asks = [
  "[Repeat|Say|Echo|Write|Copy|Print] [after me|back|this|exactly this|the following|this word for word|what I say][:|: ] {w}",
  "[Repeat|Say|Write|Echo|Print|Type|Output|Copy] {w}[.|]",
  '[Repeat|Say|Write|Echo|Print|Type|Output|Copy] "{w}"[.|]',
  "[Repeat|Say|Write] the [word|words|text|name] {w}[.|]",
  '[Repeat|Say|Write] the [word|words|text|name] "{w}"[.|]',
  '[Can|Could|Would|Will] you [repeat|say|write|echo|print] "{w}"[?| for me?]',
  "[Can|Could|Would|Will] you [repeat|say|write|echo|print] {w}[?| for me?]",
  "[I want|I'd like] you to [repeat|say|write] {w}[.|]",
  "[Please just|Just|Simply] [repeat|say|write|echo] {w}[.|]",
  '[After me|Repeat after me|Say it after me|Now you]: "{w}"[.|]',
  'Answer with "{w}"[.|]',
  "Your answer [should|must] be {w}[.|]",
];

export function repeatExchange(random: Random): Exchange {
  const count = pickWeighted(random, [
    [5, 1],
    [4, 2],
    [2, 3],
    [1, 4],
  ]);
  const words = Array.from({ length: count }, () => word(random)).join(" ");
  const user = phrase(random, pick(random, asks), { w: words });
  return { user, assistant: words, oneWord: words.split(" ")[0]!, isVerbatim: true };
}

function word(random: Random): string {
  return pickWeighted<() => string>(random, [
    [4, () => inventedWord(random)],
    [2, () => inventedWord(random).toLowerCase()],
    [2, () => String(random.below(1000))],
    [2, () => pick(random, personNames)],
    [2, () => pick(random, pick(random, [animals, foods, cities]))],
  ])();
}
