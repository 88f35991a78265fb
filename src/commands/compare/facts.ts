/** The words about two answers: how fast each was, and where they part. */
import { formatBytes, formatDuration, plural } from "../../base/format.ts";
import type { Difference } from "../../batch/difference.ts";
import { isCutBeforeAnswer } from "../../protocol/chat.ts";
import { plainRows, type Side } from "../../terminal/side-by-side.ts";
import type { Answer, Comparison } from "./pair.ts";

/** Words of the common beginning that are quoted. */
const quotedWords = 4;

/** For output that is not watched: the text as the model wrote it. */
export function sideOf(answer: Answer): Side {
  return { heading: answer.model, rows: plainRows(answer.text), footer: factsOf(answer) };
}

/** "12 tokens (cut) · 23.1 tokens/s · first token 0.2 s · 1.2 GB" */
export function factsOf({ tokens, finish, tokensPerSecond: rate, firstTokenMs, memory }: Answer): string {
  return [
    `${plural(tokens, "token")}${finish === "length" || finish === "context" ? " (cut)" : ""}`,
    ...(rate === null ? [] : [`${rate.toFixed(1)} tokens/s`]),
    `first token ${formatDuration(firstTokenMs)}`,
    memory === null ? "elsewhere" : formatBytes(memory),
  ].join(" · ");
}

export function differenceText({ difference, answers }: Comparison): string {
  if (answers.every(({ text, finish }) => isCutBeforeAnswer(text, finish)))
    return "Both answers were cut before their first word.";
  if (difference === null) return "The answers are the same.";
  const common = answers[0].text.trim().slice(0, difference.same).trim();
  if (common === "") return `They differ from the first word: ${against(difference)}.`;
  const words = common.split(/\s+/);
  const isCut = words.length > quotedWords;
  return `The same up to "${isCut ? "…" : ""}${words.slice(-quotedWords).join(" ")}", then ${against(difference)}.`;
}

function against({ first, second }: Difference): string {
  const shown = (word: string): string => (word === "" ? "the end" : `"${word}"`);
  return `${shown(first)} against ${shown(second)}`;
}
