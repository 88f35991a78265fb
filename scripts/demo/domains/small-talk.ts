/** Greetings and small talk. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { pick, reworded } from "../phrasing.ts";
import { once } from "../read-data.ts";
import { readTopics } from "../topics.ts";

const smallTalk = once(() => readTopics("small-talk"));

export function smallTalkExchange(random: Random): Exchange {
  const { questions, answer, oneWord } = pick(random, smallTalk());
  return { user: reworded(random, pick(random, questions)), assistant: answer, oneWord };
}
