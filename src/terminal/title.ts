/**
 * The title of the terminal's window while a chat is open. The title before is restored at the end,
 * also when a signal ends the process.
 */
import type { TerminalOutput } from "./output.ts";
import { sanitizeLine } from "./sanitize.ts";

/** The used part of `process`: "exit" is emitted at each end that can be handled. */
type ProcessEvents = {
  on(event: "exit", listener: () => void): unknown;
  off(event: "exit", listener: () => void): unknown;
};

/** xterm, "Control Sequences": XTWINOPS 22 and 23 push and pop the title of the window. */
const titleStack = { push: "\x1b[22;2t", pop: "\x1b[23;2t" };
/** Window lists and tabs show about this much. */
const maxLength = 80;

export class WindowTitle implements Disposable {
  readonly #output: Pick<TerminalOutput, "write">;
  readonly #process: ProcessEvents;
  readonly #restore = (): void => void this.#output.write(titleStack.pop);
  #shown = "";

  /** Saves the present title. */
  constructor(output: Pick<TerminalOutput, "write">, process: ProcessEvents) {
    this.#output = output;
    this.#process = process;
    output.write(titleStack.push);
    process.on("exit", this.#restore);
  }

  /** @param parts joined by " · ", without empty ones */
  set(...parts: readonly (string | undefined)[]): void {
    const text = parts.filter((part) => part !== undefined && part !== "").join(" · ");
    const title = sanitizeLine(text.replace(/\s+/g, " "));
    const shown = Bun.stringWidth(title) > maxLength ? `${Bun.sliceAnsi(title, 0, maxLength - 1)}…` : title;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#output.write(`\x1b]2;${shown}\x1b\\`);
  }

  [Symbol.dispose](): void {
    this.#process.off("exit", this.#restore);
    this.#restore();
  }
}
