/** How to use anechat: its commands, flags and keys. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { capitalized, chance, phrase, pick, pickWeighted, reworded } from "../phrasing.ts";
import { dataFile, once, readSomeWordings, readTable, readWordings } from "../read-data.ts";
import type { Topic } from "../topics.ts";

export type AnechatTopic = Topic & {
  /** What the user wants to do, after "to": "leave the chat". */
  goals: readonly string[];
  /** The flag or command, where users ask for it by name: "--seed". */
  name: string | undefined;
};

/** Every flag and command named in them must exist: a test compares them with the program's own. */
export const anechatTopics = once((): AnechatTopic[] => {
  const answers = readTable(
    dataFile("anechat-answers.tsv"),
    { columns: ["topic", "one word", "answer", "name"], optional: ["name"], unique: "topic" },
    (row) => row,
  );
  const names = answers.map(({ topic }) => topic);
  const goals = readSomeWordings(dataFile("anechat-goals.tsv"), names);
  const questions = readSomeWordings(dataFile("anechat-questions.tsv"), names);
  return answers.map(({ topic: id, "one word": oneWord, answer, name: named }) => {
    const name = named === "" ? undefined : named;
    const topic = { goals: goals[id] ?? [], questions: questions[id] ?? [], name, answer, oneWord };
    if (name === undefined && topic.goals.length + topic.questions.length === 0) {
      throw new Error(`data/anechat-answers.tsv: the topic "${id}" has no name and no wording`);
    }
    return topic;
  });
});

const frames = once(() => readWordings(dataFile("anechat-frames.tsv"), ["goal", "name"]));

export function anechatExchange(random: Random): Exchange {
  const topic = pick(random, anechatTopics());
  const user = wording(random, topic);
  // The name of a flag or command must not be replaced by a synonym.
  const isNamed = topic.name !== undefined && user.includes(topic.name.replace(/^(--|\/)/, ""));
  return {
    user: isNamed || chance(random, 0.3) ? user : reworded(random, user),
    assistant: topic.answer,
    oneWord: topic.oneWord,
  };
}

function wording(random: Random, { goals, questions, name }: AnechatTopic): string {
  return pickWeighted<() => string>(random, [
    [
      goals.length === 0 ? 0 : 5,
      () => capitalized(phrase(random, pick(random, frames().goal).replace("{g}", pick(random, goals)))),
    ],
    [questions.length === 0 ? 0 : 3, () => phrase(random, pick(random, questions))],
    [
      name === undefined ? 0 : 2,
      () => capitalizedWord(phrase(random, pick(random, frames().name), { n: nameText(random, name ?? "") })),
    ],
  ])();
}

/** Users write commands with and without their slash, flags with and without their dashes. */
function nameText(random: Random, name: string): string {
  const bare = name.replace(/^(--|\/)/, "");
  if (name.startsWith("/")) return pick(random, [name, bare, `"${bare}"`]);
  // "help" without dashes means the command, not the flag.
  const isCommand = anechatTopics().some((topic) => topic.name === `/${bare}`);
  return pick(random, [name, name, name, isCommand ? name : bare, `"${name}"`]);
}

function capitalizedWord(text: string): string {
  return /^[a-z]+ /.test(text) ? capitalized(text) : text;
}
