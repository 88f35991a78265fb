/**
 * Reads an input on a terminal without control sequences: the terminal's own line editing, lines
 * that continue, and nothing else. For other terminals see line-editor.ts.
 */
import type { LineSource } from "../line-source.ts";
import { sanitize } from "../sanitize.ts";
import { blockQuotes, isOpenBlock, withoutBlockQuotes } from "./block-quotes.ts";
import type { InputResult, LineReader } from "./line-reader.ts";

type CookedReaderOptions = {
  lines: Pick<LineSource, "next" | "hasBuffered">;
  output: { write(text: string): unknown };
  prompt?: string | undefined;
  /** Milliseconds of a monotonic clock. */
  now?: () => number;
};

/** Two presses of Ctrl+C within this time leave: it is unknown whether the line was empty. */
const leaveWithinMs = 1000;

export class CookedReader implements LineReader {
  readonly #options: CookedReaderOptions;
  readonly #prompt: string;
  /** Before the further lines of an input, below the prompt's arrow. */
  readonly #mark: string;
  /** When Ctrl+C was pressed last. */
  #interruptedAt = Number.NEGATIVE_INFINITY;

  constructor(options: CookedReaderOptions) {
    this.#options = options;
    this.#prompt = options.prompt ?? "prompt -> ";
    this.#mark = "-> ".padStart(this.#prompt.length);
  }

  /** @param options.text is shown above the prompt: it can't be edited here, only typed again */
  async read({ text }: { text?: string } = {}): Promise<InputResult> {
    const { lines, output } = this.#options;
    if (text !== undefined) {
      output.write(`Type this again as it should be, or press Enter to keep it:\n${sanitize(text)}\n`);
    }
    const typed: string[] = [];
    this.#ask(typed);
    for (;;) {
      // The terminal has shown a line that was typed ahead, but above this prompt.
      const isAbove = lines.hasBuffered;
      const event = await lines.next();
      switch (event.type) {
        case "line": {
          if (isAbove) output.write(`${event.text}\n`);
          typed.push(event.text);
          const input = joined(typed);
          if (!input.isOpen) return { type: "line", text: input.text };
          this.#ask(typed);
          break;
        }
        case "interrupt":
          output.write("\n");
          if (typed.length === 0 && this.#isSecondInterrupt()) return { type: "eof" };
          if (typed.length === 0) output.write("Press Ctrl+C twice to leave\n");
          typed.length = 0;
          this.#ask(typed);
          break;
        case "resume":
          this.#ask(typed);
          break;
        case "end":
          output.write("\n");
          return { type: "eof" };
      }
    }
  }

  #ask(typed: readonly string[]): void {
    this.#options.output.write(typed.length === 0 ? this.#prompt : this.#mark);
  }

  #isSecondInterrupt(): boolean {
    const { now = performance.now.bind(performance) } = this.#options;
    const before = this.#interruptedAt;
    this.#interruptedAt = now();
    return this.#interruptedAt - before <= leaveWithinMs;
  }
}

/** The input of these lines. It is open if another line belongs to it. */
function joined(lines: readonly string[]): { text: string; isOpen: boolean } {
  const text = lines.join("\n");
  if (text.trimStart().startsWith(blockQuotes)) {
    return { text: withoutBlockQuotes(text), isOpen: isOpenBlock(text) };
  }
  const last = lines.at(-1) ?? "";
  const isOpen = continues(last);
  const whole = lines.map((line) => (continues(line) ? line.slice(0, -1) : line)).join("\n");
  return { text: whole, isOpen };
}

/** A line that ends with a backslash continues, unless that backslash is escaped. */
function continues(line: string): boolean {
  return /(?<!\\)(\\\\)*\\$/.test(line);
}
