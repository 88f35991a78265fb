/** Greetings and small talk. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { smallTalk } from "../data/small-talk.ts";
import { pick, reworded } from "../phrasing.ts";

export function smallTalkExchange(random: Random): Exchange {
  const { says, answer, oneWord } = pick(random, smallTalk);
  return { user: reworded(random, pick(random, says)), assistant: answer, oneWord };
}
