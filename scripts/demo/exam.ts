/** Runs the demo model's exam: answers the questions of evaluation/ greedily and scores them. */

import type { ChatEvent, ChatOptions, Message } from "../../src/protocol/chat.ts";
import { type Domain, type Question, questions } from "./evaluation/questions.ts";

/** The required share of right answers, by domain. */
const goals: Readonly<Record<Domain, number>> = {
  "small talk": 0.8,
  anechat: 0.8,
  countries: 0.8,
  arithmetic: 0.8,
  words: 0.8,
  memory: 0.85,
  "system prompt": 0.8,
  unknown: 0.8,
};
const overallGoal = 0.9;

type Model = { chat(messages: readonly Message[], options: ChatOptions): AsyncIterable<ChatEvent> };

export type Result = { question: Question; answer: string; passed: boolean };

export type Score = { domain: string; passed: number; total: number; goal: number };

export async function sitExam(model: Model): Promise<Result[]> {
  const results: Result[] = [];
  for (const question of questions()) results.push(await sit(model, question));
  return results;
}

/** One score for each domain, then one for all questions. */
export function scoresOf(results: readonly Result[]): Score[] {
  const score = (domain: string, of: readonly Result[], goal: number): Score => ({
    domain,
    passed: of.filter(({ passed }) => passed).length,
    total: of.length,
    goal,
  });
  return [
    ...Object.entries(goals).map(([domain, goal]) =>
      score(
        domain,
        results.filter(({ question }) => question.domain === domain),
        goal,
      ),
    ),
    score("all", results, overallGoal),
  ];
}

export function isReached({ passed, total, goal }: Score): boolean {
  return passed / total >= goal;
}

/** As in a chat, the model sees its own earlier answers. */
async function sit(model: Model, question: Question): Promise<Result> {
  const messages: Message[] =
    question.system === undefined ? [] : [{ role: "system", content: question.system }];
  let answer = "";
  for (const content of question.says) {
    messages.push({ role: "user", content });
    answer = "";
    for await (const event of model.chat(messages, { sampling: { temperature: 0 }, maxTokens: 80 })) {
      if (event.type === "text") answer += event.text;
    }
    messages.push({ role: "assistant", content: answer });
  }
  const passed = question.expect.test(answer) && !(question.not?.test(answer) ?? false);
  return { question, answer, passed };
}
