/** Greetings and small talk. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { smallTalk } from "../data/small-talk.ts";
import { chance, pick } from "../phrasing.ts";

export function smallTalkExchange(random: Random): Exchange {
  const { says, answer, oneWord } = pick(random, smallTalk);
  const said = pick(random, says);
  return { user: chance(random, 0.15) ? withoutOneWord(random, said) : said, assistant: answer, oneWord };
}

/** Many lines are known by more than one of their words: a lost one should do no harm. */
function withoutOneWord(random: Random, text: string): string {
  const words = text.split(" ");
  const at = random.below(words.length);
  if (words.length < 4 || /^(not|no|never|don't|without)$/i.test(words[at]!)) return text;
  return words.filter((_, index) => index !== at).join(" ");
}
