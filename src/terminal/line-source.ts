/**
 * Reads lines from a terminal without control sequences, in its own line editing. It sends no
 * sequence and sets no mode: the terminal shows what is typed, and its driver handles Ctrl+Z and
 * Ctrl+\. For other terminals see key-source.ts.
 */
import type { Shutdown } from "../base/shutdown.ts";
import { type InterruptOptions, Interrupts } from "./interrupts.ts";
import type { KeyInput, ProcessEvents } from "./key-source.ts";
import { sanitize } from "./sanitize.ts";

type LineSourceOptions = {
  input: KeyInput;
  process: ProcessEvents;
  shutdown: Pick<Shutdown, "onShutdown" | "hangUp">;
  /** Milliseconds of a monotonic clock. */
  now?: () => number;
};

export type LineEvent =
  /** Without its line break; control characters are made visible. */
  | { type: "line"; text: string }
  /** Ctrl+C at the prompt. The terminal has dropped what was typed. */
  | { type: "interrupt" }
  /** The program continues after Ctrl+Z. */
  | { type: "resume" }
  /** Ctrl+D, or the terminal is gone. */
  | { type: "end" };

export class LineSource implements Disposable {
  readonly #options: LineSourceOptions;
  readonly #interrupts: Interrupts;
  readonly #listeners: (() => void)[] = [];
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  readonly #lines: string[] = [];
  /** A line whose end has not arrived. */
  #rest = "";
  #ended = false;
  #isLent = false;
  /** Ctrl+C after the Enter that began some work, but before the work could be stopped. */
  #isInterrupted = false;
  #waiting: ((event: LineEvent) => void) | undefined;
  readonly #onData = (bytes: Uint8Array): void => this.#receive(bytes);

  constructor(options: LineSourceOptions) {
    this.#options = options;
    const { input, process, shutdown, now } = options;
    this.#interrupts = new Interrupts({ exit: (code) => process.exit(code), now });
    const onEnd = (): void => this.#end();
    // Ctrl+D ends the input; a terminal that was closed fails.
    const onError = (): void => {
      shutdown.hangUp();
      this.#end();
    };
    input.on("data", this.#onData);
    input.on("end", onEnd);
    input.on("error", onError);
    this.#listeners.push(() => {
      input.off("data", this.#onData);
      input.off("end", onEnd);
      input.off("error", onError);
    });
    this.#onProcess("SIGINT", () => {
      // While the terminal is lent, SIGINT is for its borrower.
      if (this.#isLent) return;
      if (this.#waiting !== undefined) this.#answer({ type: "interrupt" });
      else this.#isInterrupted = !this.#interrupts.interrupt();
    });
    this.#onProcess("SIGCONT", () => {
      if (!this.#isLent) this.#answer({ type: "resume" });
    });
    const guard = shutdown.onShutdown(() => {
      this.#end();
      this.#interrupts.end();
    });
    this.#listeners.push(() => guard[Symbol.dispose]());
    input.resume();
  }

  /** Whether {@link next} has a line already, which the terminal has shown above the prompt. */
  get hasBuffered(): boolean {
    return this.#lines.length > 0;
  }

  /** The next line; lines that were typed earlier come first. One reader at a time. */
  next(): Promise<LineEvent> {
    if (this.#waiting !== undefined) throw new Error("LineSource.next: it is already waiting for a line");
    this.#interrupts.reset();
    this.#isInterrupted = false;
    const text = this.#lines.shift();
    if (text !== undefined) return Promise.resolve({ type: "line", text });
    if (this.#ended) return Promise.resolve({ type: "end" });
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  /** As {@link KeySource.onInterrupt}; there is no Esc. */
  onInterrupt(stop: () => void, options: InterruptOptions = {}): Disposable {
    if (this.#isInterrupted) queueMicrotask(stop);
    this.#isInterrupted = false;
    return this.#interrupts.on(stop, options);
  }

  /** Leaves the terminal's input to other code while the work runs. */
  async lend<T>(work: () => T | Promise<T>): Promise<T> {
    const { input } = this.#options;
    this.#isLent = true;
    input.off("data", this.#onData);
    input.pause();
    try {
      return await work();
    } finally {
      this.#isLent = false;
      input.on("data", this.#onData);
      input.resume();
    }
  }

  [Symbol.dispose](): void {
    for (const remove of this.#listeners.splice(0)) remove();
    this.#options.input.pause();
    this.#end();
  }

  #onProcess(event: NodeJS.Signals, listener: () => void): void {
    const { process } = this.#options;
    process.on(event, listener);
    this.#listeners.push(() => process.off(event, listener));
  }

  #receive(bytes: Uint8Array): void {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#take(line);
  }

  #take(line: string): void {
    const text = sanitize(line.replace(/\r$/, ""));
    if (!this.#answer({ type: "line", text })) this.#lines.push(text);
  }

  /** @returns false if nothing waits for it */
  #answer(event: LineEvent): boolean {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.(event);
    return waiting !== undefined;
  }

  #end(): void {
    if (this.#rest !== "") this.#take(this.#rest);
    this.#rest = "";
    this.#ended = true;
    this.#answer({ type: "end" });
  }
}
