/** What showing an answer offers, and the styles in which it can be shown. */
import type { Colors } from "./colors.ts";

/** One answer. After `end` or `interrupt` the cursor is at the beginning of an empty row. */
export type AnswerView = {
  write(text: string): void;
  /** The model's reasoning: dimmed, and separate from the answer. */
  reasoning(text: string): void;
  /** Prints a row above what is growing. */
  note(row: string): void;
  /** A row below that may change, such as progress; undefined removes it. */
  status(row: string | undefined): void;
  end(): void;
  /** The answer was stopped: its text stays, and a mark below says that it was stopped. */
  interrupt(): void;
};

/**
 * - markdown: rendered
 * - plain: the text without layout
 * - dumb: the same, for a terminal that has no control sequences
 */
export type AnswerStyle = "markdown" | "plain" | "dumb";

/** @param isPlain whether the user wants the text without layout */
export function answerStyle(isPlain: boolean | undefined, colors: Colors): AnswerStyle {
  if (!colors.hasStyles) return "dumb";
  return isPlain ? "plain" : "markdown";
}

export const stoppedMark = "(stopped)";

/** In columns. Longer rows of prose are hard to read. */
export const defaultTextWidth = 100;
