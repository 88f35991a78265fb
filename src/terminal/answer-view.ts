/**
 * Shows an answer while it streams: finished blocks are printed once, and only the growing block is
 * repainted. The final screen depends only on the text, not on how it was cut into chunks.
 */
import type { Colors } from "./colors.ts";
import { LiveRegion } from "./live-region.ts";
import { type Block, BlockSplitter } from "./markdown/blocks.ts";
import { closeSpans, isUndecided } from "./markdown/partial.ts";
import { BlockRenderer } from "./markdown/render.ts";
import { toRows } from "./markdown/rows.ts";
import { columnsOf, onResize, rowsOf, type TerminalOutput } from "./output.ts";
import { SanitizerStream } from "./sanitize.ts";

/** One answer. After `end` or `interrupt` the cursor is at the beginning of an empty row. */
export type AnswerView = {
  write(text: string): void;
  /** The model's reasoning: dimmed, and separate from the answer. */
  reasoning(text: string): void;
  end(): void;
  /** The answer was stopped: its text stays, and a mark below says that it was stopped. */
  interrupt(): void;
};

/** @param style "plain" prints the text without layout; control characters are made visible */
export function createAnswerView(options: {
  output: TerminalOutput;
  colors: Colors;
  style: "markdown" | "plain";
}): AnswerView {
  const { output, colors, style } = options;
  return style === "plain" ? new PlainAnswer(output, colors) : new MarkdownAnswer(output, colors);
}

const stopped = "(stopped)";
// Longer lines are cut, so that repainting stays cheap.
const maxLineLength = 4096;

type Flow = {
  /** Adds text. @returns rows that are final */
  push(text: string, columns: number): string[];
  /** The rows below the final ones, as they would be if the text ended here. */
  preview(columns: number): string[];
  finish(columns: number): string[];
};

class MarkdownAnswer implements AnswerView {
  readonly #output: TerminalOutput;
  readonly #colors: Colors;
  readonly #region: LiveRegion;
  readonly #resize: Disposable;
  #channel: "reasoning" | "answer" | undefined;
  #sanitizer = new SanitizerStream();
  #flow: Flow | undefined;

  constructor(output: TerminalOutput, colors: Colors) {
    this.#output = output;
    this.#colors = colors;
    this.#region = new LiveRegion(output);
    this.#resize = onResize(output, () => this.#show([]));
  }

  write(text: string): void {
    this.#take("answer", text);
  }

  reasoning(text: string): void {
    this.#take("reasoning", text);
  }

  end(): void {
    this.#closeChannel();
    this.#region.end();
    this.#resize[Symbol.dispose]();
  }

  interrupt(): void {
    this.#closeChannel();
    this.#show([this.#colors.dim(stopped)]);
    this.end();
  }

  #take(channel: "reasoning" | "answer", text: string): void {
    if (text === "") return;
    if (channel !== this.#channel) {
      this.#closeChannel();
      if (this.#channel !== undefined) this.#show([""]);
      this.#channel = channel;
      this.#flow = channel === "answer" ? new MarkdownFlow(this.#colors) : new ReasoningFlow(this.#colors);
    }
    this.#show(this.#flow?.push(this.#sanitizer.push(text), columnsOf(this.#output)) ?? []);
  }

  #closeChannel(): void {
    const flow = this.#flow;
    if (flow === undefined) return;
    const columns = columnsOf(this.#output);
    this.#flow = undefined;
    this.#show([...flow.push(this.#sanitizer.end(), columns), ...flow.finish(columns)]);
  }

  #show(final: readonly string[]): void {
    const growing = this.#flow?.preview(columnsOf(this.#output)) ?? [];
    // Rows that have scrolled away can't be repainted. So only the end of a tall block is shown
    // until it is complete; then all of it is printed once.
    const height = Math.max(1, rowsOf(this.#output) - 1);
    this.#region.paint([...final, ...growing.slice(-height)]);
    this.#region.commit(final.length);
  }
}

/** Markdown text to rows. */
export class MarkdownFlow implements Flow {
  readonly #splitter = new BlockSplitter();
  readonly #renderer: BlockRenderer;
  #line = "";

  constructor(colors: Colors) {
    this.#renderer = new BlockRenderer(colors);
  }

  push(text: string, columns: number): string[] {
    const { lines, rest } = cutLines(this.#line + text);
    this.#line = rest;
    return this.#render(
      lines.flatMap((line) => this.#splitter.push(line)),
      columns,
    );
  }

  preview(columns: number): string[] {
    const parser = this.#splitter.clone();
    const renderer = this.#renderer.clone();
    const line = isUndecided(this.#line) ? "" : this.#line;
    const blocks = [...(line === "" ? [] : parser.push(line)), ...parser.finish()];
    return blocks.flatMap((block) => renderer.render(closeSpans(block), columns));
  }

  finish(columns: number): string[] {
    const blocks = [
      ...(this.#line === "" ? [] : this.#splitter.push(this.#line)),
      ...this.#splitter.finish(),
    ];
    this.#line = "";
    return this.#render(blocks, columns);
  }

  #render(blocks: readonly Block[], columns: number): string[] {
    return blocks.flatMap((block) => this.#renderer.render(block, columns));
  }
}

class ReasoningFlow implements Flow {
  readonly #colors: Colors;
  #line = "";
  #isEmpty = true;
  #blank = false;

  constructor(colors: Colors) {
    this.#colors = colors;
  }

  push(text: string, columns: number): string[] {
    const { lines, rest } = cutLines(this.#line + text);
    this.#line = rest;
    return lines.flatMap((line) => {
      const rows = this.#rows(line, columns);
      // Empty lines at the beginning and the end are not shown.
      this.#blank = rows.length === 0 && !this.#isEmpty;
      this.#isEmpty &&= rows.length === 0;
      return rows;
    });
  }

  preview(columns: number): string[] {
    return this.#rows(this.#line, columns);
  }

  finish(columns: number): string[] {
    const rows = this.#rows(this.#line, columns);
    this.#line = "";
    return rows;
  }

  #rows(line: string, columns: number): string[] {
    if (line.trim() === "") return [];
    const rows = toRows(line.replaceAll("\t", "    "), columns).map((row) => this.#colors.dim(row));
    return this.#blank ? ["", ...rows] : rows;
  }
}

class PlainAnswer implements AnswerView {
  readonly #output: TerminalOutput;
  readonly #colors: Colors;
  #sanitizer = new SanitizerStream();
  #channel: "reasoning" | "answer" | undefined;
  #atRowStart = true;

  constructor(output: TerminalOutput, colors: Colors) {
    this.#output = output;
    this.#colors = colors;
  }

  write(text: string): void {
    this.#enter("answer", text);
    this.#print(this.#sanitizer.push(text));
  }

  reasoning(text: string): void {
    this.#enter("reasoning", text);
    this.#print(this.#sanitizer.push(text), this.#colors.dim);
  }

  end(): void {
    this.#print(this.#sanitizer.end());
    if (!this.#atRowStart) this.#print("\n");
  }

  interrupt(): void {
    this.end();
    this.#print(`${stopped}\n`, this.#colors.dim);
  }

  #enter(channel: "reasoning" | "answer", text: string): void {
    if (text === "" || channel === this.#channel) return;
    if (this.#channel !== undefined) {
      this.end();
      this.#print("\n");
    }
    this.#channel = channel;
  }

  #print(text: string, style: (text: string) => string = String): void {
    if (text === "") return;
    this.#output.write(style(text));
    this.#atRowStart = text.endsWith("\n");
  }
}

/** Splits off complete lines. Where a long line is cut depends only on the text before the cut. */
function cutLines(text: string): { lines: string[]; rest: string } {
  const lines = text.split("\n").flatMap(cutLongLine);
  return { rest: lines.pop() ?? "", lines };
}

function cutLongLine(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length >= maxLineLength) {
    const space = rest.lastIndexOf(" ", maxLineLength - 2);
    // The rest is never empty: it would count as an empty line. Surrogate pairs stay whole.
    const hard = /[\uD800-\uDBFF]/.test(rest[maxLineLength - 2]!) ? maxLineLength - 2 : maxLineLength - 1;
    const cut = space > 0 ? space + 1 : hard;
    parts.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return [...parts, rest];
}
