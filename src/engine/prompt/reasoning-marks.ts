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

/** @returns undefined if the model doesn't reason, or llama.cpp doesn't know its marks */
export function reasoningMarks({
  thinkingStart,
  thinkingEnds,
  generationPrompt,
}: Pick<RenderedPrompt, "thinkingStart" | "thinkingEnds" | "generationPrompt">): ReasoningMarks | undefined {
  const ends = thinkingEnds.filter((end) => end !== "");
  if (thinkingStart === "" || ends.length === 0) return undefined;
  const opened = generationPrompt.lastIndexOf(thinkingStart);
  const isOpen = opened !== -1 && ends.every((end) => generationPrompt.indexOf(end, opened) === -1);
  return { start: thinkingStart, ends, isOpen };
}
