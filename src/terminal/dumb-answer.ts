/**
 * An answer on a terminal that has no control sequences (TERM=dumb): the text as it was written.
 * Control characters are made visible.
 */
import { type AnswerView, stoppedMark } from "./answer-style.ts";
import type { TerminalOutput } from "./output.ts";
import { SanitizerStream } from "./sanitize.ts";

export class DumbAnswer implements AnswerView {
  readonly #output: TerminalOutput;
  readonly #hidesThoughts: boolean;
  readonly #sanitizer = new SanitizerStream();
  #channel: "reasoning" | "answer" | undefined;
  #atRowStart = true;
  #hasStatus = false;

  constructor(output: TerminalOutput, hidesThoughts = false) {
    this.#output = output;
    this.#hidesThoughts = hidesThoughts;
  }

  write(text: string): void {
    this.#take("answer", text);
  }

  reasoning(text: string): void {
    if (!this.#hidesThoughts) this.#take("reasoning", text);
  }

  reasoningEnd(row: string): void {
    if (!this.#hidesThoughts) this.note(row);
  }

  note(row: string): void {
    if (!this.#atRowStart) this.#print("\n");
    this.#print(`${row}\n`);
  }

  /** A row that changes can't be shown here: the first one is printed. */
  status(row: string | undefined): void {
    if (row === undefined || this.#hasStatus) return;
    this.#hasStatus = true;
    this.note(row);
  }

  end(): void {
    this.#print(this.#sanitizer.end());
    if (!this.#atRowStart) this.#print("\n");
  }

  interrupt(): void {
    this.end();
    this.#print(`${stoppedMark}\n`);
  }

  #take(channel: "reasoning" | "answer", text: string): void {
    if (text === "") return;
    if (this.#channel !== undefined && channel !== this.#channel) {
      this.end();
      this.#print("\n");
    }
    this.#channel = channel;
    this.#print(this.#sanitizer.push(text));
  }

  #print(text: string): void {
    if (text === "") return;
    this.#output.write(text);
    this.#atRowStart = text.endsWith("\n");
  }
}
