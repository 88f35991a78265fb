/** What showing an answer offers, and the styles in which it can be shown. */
import type { Environment } from "../base/paths.ts";
import { type Reflow, reflowOf } from "./capabilities.ts";
import { type Colors, createColors } from "./colors.ts";
import { supportsHyperlinks } from "./hyperlinks.ts";
import type { TerminalOutput } from "./output.ts";
import { defaultThoughtsStyle, type ThoughtsStyle } from "./thoughts.ts";

/** One answer. After `end` or `interrupt` the cursor is at the beginning of an empty row. */
export type AnswerView = {
  write(text: string): void;
  /** The model's reasoning: dimmed, and separate from the answer. */
  reasoning(text: string): void;
  /** The reasoning has ended. @param row takes its place, or follows it */
  reasoningEnd(row: string): void;
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

/** How answers look on one stream. */
export type AnswerLook = {
  output: TerminalOutput;
  colors: Colors;
  style: AnswerStyle;
  /** The terminal shows links (OSC 8). */
  hyperlinks?: boolean | undefined;
  /** Text is at most this wide; 0: as wide as the window. */
  textWidth?: number | undefined;
  /** "live" if missing. */
  thoughts?: ThoughtsStyle | undefined;
  /** What a narrower window does to the rows; undefined if unknown. */
  reflow?: Reflow | undefined;
};

/** What the user wants of {@link AnswerLook}, as flags. */
type LookOptions = {
  plain?: boolean | undefined;
  textWidth?: number;
  showThinking?: ThoughtsStyle | undefined;
};

export function answerLook(
  output: TerminalOutput,
  env: Environment,
  { plain = false, textWidth = defaultTextWidth, showThinking = defaultThoughtsStyle }: LookOptions = {},
): AnswerLook {
  const colors = createColors(env, output);
  const style = !colors.hasStyles ? "dumb" : plain ? "plain" : "markdown";
  const hyperlinks = supportsHyperlinks(env, output);
  return { output, colors, style, hyperlinks, textWidth, thoughts: showThinking, reflow: reflowOf(env) };
}

export const stoppedMark = "(stopped)";

/** In columns. Longer rows of prose are hard to read. */
export const defaultTextWidth = 100;
