/** A topic: many questions that have the same answer. */
import { dataFile, readTable, readWordings } from "./read-data.ts";

export type Topic = {
  /** Templates for phrase(), but for small talk, which has plain text. */
  questions: readonly string[];
  answer: string;
  /** The answer when the system prompt asks for a single word. */
  oneWord: string;
};

/** The topics of data/NAME-answers.tsv with their questions in data/NAME-questions.tsv. */
export function readTopics(name: string): Topic[] {
  const answers = readTable(
    dataFile(`${name}-answers.tsv`),
    { columns: ["topic", "one word", "answer"], unique: "topic" },
    (row) => row,
  );
  const questions = readWordings(
    dataFile(`${name}-questions.tsv`),
    answers.map(({ topic }) => topic),
  );
  return answers.map(({ topic, answer, "one word": oneWord }) => ({
    questions: questions[topic] ?? [],
    answer,
    oneWord,
  }));
}
