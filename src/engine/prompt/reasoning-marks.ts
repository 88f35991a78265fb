/** How a prompt's template marks reasoning, and whether the prompt has opened it. */
import type { RenderedPrompt } from "../../llama/chat-template.ts";

export type ReasoningMarks = {
  /** The text that opens reasoning, such as "<think>". */
  start: string;
  /** The texts that end it, the usual one first. */
  ends: readonly string[];
  /** The prompt ends within reasoning. */
  isOpen: boolean;
};

/**
 * @param begun the beginning of the answer that the prompt ends with, or ""
 * @returns undefined if the model doesn't reason, or llama.cpp doesn't know its marks
 */
export function reasoningMarks(
  {
    thinkingStart: start,
    thinkingEnds,
    generationPrompt,
  }: Pick<RenderedPrompt, "thinkingStart" | "thinkingEnds" | "generationPrompt">,
  begun = "",
): ReasoningMarks | undefined {
  const ends = thinkingEnds.filter((end) => end !== "");
  if (start === "" || ends.length === 0) return undefined;
  const answer = begun.trim();
  const opening = generationPrompt.trimEnd();
  // An answer opens reasoning only at its beginning. Later it speaks of the mark.
  const isInPrompt = answer !== "" && !answer.startsWith(start) && opening.endsWith(answer);
  const text = isInPrompt ? opening.slice(0, -answer.length) : generationPrompt;
  const opened = text.lastIndexOf(start);
  const isOpen = opened !== -1 && ends.every((end) => text.indexOf(end, opened) === -1);
  return { start, ends, isOpen };
}
