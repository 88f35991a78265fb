/**
 * Shows an answer while it streams: finished blocks are printed once, and only the growing block is
 * repainted. The final screen depends only on the text, not on how it was cut into chunks.
 */
import type { Colors } from "./colors.ts";
import { LiveRegion } from "./live-region.ts";
import { type Flow, MarkdownFlow } from "./markdown/flow.ts";
import { ReasoningFlow } from "./markdown/reasoning-flow.ts";
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
      this.#flow =
        channel === "answer"
          ? new MarkdownFlow({ colors: this.#colors, hyperlinks: false })
          : new ReasoningFlow(this.#colors);
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
