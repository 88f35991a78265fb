/**
 * Streamed markdown as rows. Finished blocks become final rows once; only the growing block is
 * rendered again. The final rows depend only on the text, not on how it was cut into chunks.
 */
import { sanitize } from "../sanitize.ts";
import { BlockSplitter } from "./blocks.ts";
import { LineBuffer } from "./line-buffer.ts";
import { isUndecided } from "./partial.ts";
import { BlockRenderer } from "./render.ts";
import type { MarkdownStyle } from "./style.ts";
import { WrittenLines } from "./written-lines.ts";

/**
 * Text to rows. `columns` is the width of a row, at least 1. Rows may be wider than that where the
 * text is to be copied: the terminal wraps them.
 */
export type Flow = {
  /** Adds sanitized text. @returns rows that are final */
  push(text: string, columns: number): string[];
  /** The rows below the final ones, as they would be if the text ended here. */
  preview(columns: number): string[];
  finish(columns: number): string[];
};

/** What a flow has read and not yet given as rows. */
type Position = { splitter: BlockSplitter | WrittenLines; renderer: BlockRenderer; line: string };

/** Of an incomplete line of code that is longer, only the end is previewed. */
const maxPreviewLength = 4096;
const previewStep = 1024;

/** Markdown text to rows. */
export class MarkdownFlow implements Flow {
  readonly #lines = new LineBuffer();
  readonly #splitter: BlockSplitter | WrittenLines;
  readonly #renderer: BlockRenderer;
  /** Where a cut answer ended, until a row differs from those it has left on the screen. */
  #cut: (Position & { skipped: number }) | undefined;

  /**
   * @param continues the text of a cut answer that is on the screen already: the flow gives only
   * rows that are not there yet, and begins with the row that was cut
   */
  constructor(style: MarkdownStyle, continues = "") {
    // Without styles, markdown is shown as it was written.
    this.#splitter = style.colors.hasStyles ? new BlockSplitter() : new WrittenLines();
    this.#renderer = new BlockRenderer(style);
    if (continues === "") return;
    // The width doesn't matter for the state after these rows.
    this.push(sanitize(continues), 80);
    this.#cut = { ...this.#position(), skipped: 0 };
    if (finalRows(this.#cut, 80).length === 0) {
      this.#renderer.forgetPrevious();
      this.#cut = undefined;
    }
  }

  push(text: string, columns: number): string[] {
    const rows: string[] = [];
    for (const line of this.#lines.push(text, () => this.#splitter.isInFence)) {
      for (const block of this.#splitter.push(line)) rows.push(...this.#renderer.render(block, columns));
    }
    return this.#withoutShown(rows, columns);
  }

  preview(columns: number): string[] {
    const { splitter, renderer, line } = this.#position();
    const complete = isUndecided(line, splitter.isInFence) ? [] : splitter.push(previewed(line, splitter));
    const blocks = [...complete, ...splitter.finish()];
    const rows = blocks.flatMap((block, at) => renderer.render(block, columns, at === blocks.length - 1));
    return rows.slice(this.#shownOf(rows, columns));
  }

  finish(columns: number): string[] {
    const rows = finalRows(this.#position(), columns);
    this.#lines.finish();
    this.#splitter.finish();
    return this.#withoutShown(rows, columns);
  }

  #position(): Position {
    return { splitter: this.#splitter.clone(), renderer: this.#renderer.clone(), line: this.#lines.rest };
  }

  /** Final rows that are not on the screen yet. */
  #withoutShown(rows: string[], columns: number): string[] {
    const cut = this.#cut;
    if (cut === undefined) return rows;
    const count = this.#shownOf(rows, columns);
    if (count < rows.length) this.#cut = undefined;
    else cut.skipped += count;
    return rows.slice(count);
  }

  /** How many of the next rows the cut answer has left on the screen. */
  #shownOf(rows: readonly string[], columns: number): number {
    if (this.#cut === undefined) return 0;
    const shown = finalRows(this.#cut, columns).slice(this.#cut.skipped);
    const differs = rows.findIndex((row, at) => row !== shown[at]);
    return differs === -1 ? rows.length : differs;
  }
}

/** The rows that are left if the text ends at this position, which stays as it is. */
function finalRows({ splitter, renderer, line }: Position, columns: number): string[] {
  const rest = splitter.clone();
  const view = renderer.clone();
  const blocks = [...(line === "" ? [] : rest.push(line)), ...rest.finish()];
  return blocks.flatMap((block) => view.render(block, columns));
}

function previewed(line: string, splitter: { readonly isInFence: boolean }): string {
  if (!splitter.isInFence || line.length <= maxPreviewLength) return line;
  return line.slice(Math.ceil((line.length - maxPreviewLength) / previewStep) * previewStep);
}
