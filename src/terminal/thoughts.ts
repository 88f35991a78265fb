/** How a model's reasoning is shown in a terminal: its last rows while it comes, then one row. */
import { plural } from "../base/format.ts";
import type { Flow } from "./markdown/flow.ts";

/**
 * - never: only that the model thinks, and then how long it has
 * - folded: the last rows while it thinks, and then only how long it has
 * - live: all of it
 */
export const thoughtsStyles = ["never", "folded", "live"] as const;

export type ThoughtsStyle = (typeof thoughtsStyles)[number];

export const defaultThoughtsStyle = "folded" satisfies ThoughtsStyle;

/** Rows of a thought that are shown while it comes: few, so that they can be erased afterwards. */
const maxRows = 8;

/** "thought for 12 s, 340 tokens" */
export function thoughtRow({
  milliseconds,
  tokens,
  isUnfinished = false,
}: {
  milliseconds: number;
  /** Undefined if unknown. */
  tokens?: number | undefined;
  isUnfinished?: boolean;
}): string {
  const count = tokens === undefined ? "" : `, ${plural(tokens, "token")}`;
  return `thought for ${durationText(milliseconds)}${count}${isUnfinished ? ", unfinished" : ""}`;
}

/** "thinking… 12 s" */
export function thinkingRow(milliseconds: number): string {
  return `thinking… ${durationText(milliseconds)}`;
}

/** Whole seconds: parts of one would only flicker. */
function durationText(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The rows of a thought that will be erased: none is final. */
export class FoldedFlow implements Flow {
  readonly #flow: Flow;
  readonly #height: () => number;
  #rows: string[] = [];

  /**
   * @param flow lays the text out
   * @param height rows of the window
   */
  constructor(flow: Flow, height: () => number) {
    this.#flow = flow;
    this.#height = height;
  }

  push(text: string, columns: number): string[] {
    this.#rows = [...this.#rows, ...this.#flow.push(text, columns)].slice(-maxRows);
    return [];
  }

  preview(columns: number): string[] {
    const room = Math.max(1, Math.min(maxRows, Math.floor(this.#height() / 3)));
    return [...this.#rows, ...this.#flow.preview(columns)].slice(-room);
  }

  finish(): string[] {
    return [];
  }
}

/** One row, whatever the thought. */
export class HiddenFlow implements Flow {
  readonly #row: () => string;

  constructor(row: () => string) {
    this.#row = row;
  }

  push(): string[] {
    return [];
  }

  preview(): string[] {
    return [this.#row()];
  }

  finish(): string[] {
    return [];
  }
}
