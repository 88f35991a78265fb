/**
 * Owns the terminal's input during a chat. Raw mode is always on, so that keys typed while the
 * model loads or answers wait for the next prompt, and Ctrl+C interrupts the current work. The
 * terminal is restored however the process ends.
 */
import { errorCode, exitCodes } from "../base/errors.ts";
import type { Shutdown } from "../base/shutdown.ts";
import { type Key, KeyParser } from "./keys.ts";

/** The used part of process.stdin. */
type KeyInput = {
  readonly isTTY?: boolean | undefined;
  setRawMode?(raw: boolean): unknown;
  on(event: "data", listener: (bytes: Uint8Array) => void): unknown;
  on(event: "end" | "error", listener: () => void): unknown;
  off(event: "data", listener: (bytes: Uint8Array) => void): unknown;
  off(event: "end" | "error", listener: () => void): unknown;
  resume(): unknown;
  pause(): unknown;
};

/** The used part of `process`. */
type ProcessEvents = {
  readonly pid: number;
  on(event: "exit" | NodeJS.Signals, listener: () => void): unknown;
  off(event: "exit" | NodeJS.Signals, listener: () => void): unknown;
  kill(pid: number, signal: NodeJS.Signals): unknown;
  exit(code: number): void;
};

type KeySourceOptions = {
  input: KeyInput;
  /** The terminal, to switch bracketed paste on and off. */
  output: { write(text: string): unknown };
  process: ProcessEvents;
  /** SIGTERM and SIGHUP end the input and stop the work, like a closed terminal. */
  shutdown: Pick<Shutdown, "onShutdown" | "hangUp">;
  /** Milliseconds of a monotonic clock. */
  now?: () => number;
  /** Runs an action once after a delay, and returns its cancellation. */
  later?: (action: () => void, milliseconds: number) => () => void;
};

/** The input has ended: the terminal was closed. */
export type EndOfInput = { type: "end" };

// A key's sequence arrives in one read or, over a slow line, within a few milliseconds.
const escapeDelayMs = 50;
const bracketedPaste = { on: "\x1b[?2004h", off: "\x1b[?2004l" };
/** Milliseconds after which a second Ctrl+C means that the first one had no effect. */
const interruptTimeoutMs = 1000;

export class KeySource implements Disposable {
  readonly #options: KeySourceOptions;
  readonly #parser = new KeyParser();
  readonly #later: NonNullable<KeySourceOptions["later"]>;
  readonly #listeners: (() => void)[] = [];
  #buffer: Key[] = [];
  #taken = 0;
  #ended = false;
  #waiting: ((key: Key | EndOfInput) => void) | undefined;
  #interrupt: (() => void) | undefined;
  #cancelFlush: (() => void) | undefined;
  /** When Ctrl+C was first pressed during the current work; the next prompt resets it. */
  #interruptedAt: number | undefined;
  /** The process is ending: no new work may begin. */
  #isEnding = false;
  #raw = false;
  #isLent = false;
  readonly #onData = (bytes: Uint8Array): void => this.#receive(bytes);

  /** Switches to raw mode. */
  constructor(options: KeySourceOptions) {
    this.#options = options;
    this.#later = options.later ?? laterByTimer;
    const { input, process, shutdown } = options;
    const onEnd = (): void => {
      // In raw mode no key ends the input, so the terminal was closed.
      if (input.isTTY) shutdown.hangUp();
      this.#end();
    };
    input.on("data", this.#onData);
    input.on("end", onEnd);
    input.on("error", onEnd);
    this.#listeners.push(() => {
      input.off("data", this.#onData);
      input.off("end", onEnd);
      input.off("error", onEnd);
    });
    this.#onProcess("exit", () => this.#restore());
    this.#onProcess("SIGINT", () => {
      // While the terminal is lent, SIGINT is for its borrower.
      if (!this.#isLent) this.#deliver({ type: "press", name: "ctrl+c" });
    });
    this.#onProcess("SIGCONT", () => {
      if (this.#isLent) return;
      this.#takeTerminal();
      // The shell has overwritten the prompt.
      if (this.#waiting !== undefined) this.#deliver({ type: "press", name: "resume" });
    });
    // Ctrl+\ ends the process immediately.
    this.#onProcess("SIGQUIT", () => {
      this[Symbol.dispose]();
      process.kill(process.pid, "SIGQUIT");
    });
    const guard = shutdown.onShutdown(() => this.#shutDown());
    this.#listeners.push(() => guard[Symbol.dispose]());
    this.#takeTerminal();
    input.resume();
  }

  /** Whether {@link next} has a key already. Then the screen need not be painted in between. */
  get hasBuffered(): boolean {
    return this.#taken < this.#buffer.length;
  }

  /** The next key; keys that were typed earlier come first. One reader at a time. */
  next(): Promise<Key | EndOfInput> {
    if (this.#waiting !== undefined) throw new Error("KeySource.next: it is already waiting for a key");
    this.#interruptedAt = undefined;
    const key = this.#buffer[this.#taken];
    if (key !== undefined) {
      this.#taken += 1;
      if (this.#taken === this.#buffer.length) {
        this.#buffer = [];
        this.#taken = 0;
      }
      return Promise.resolve(key);
    }
    if (this.#ended) return Promise.resolve({ type: "end" });
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  /**
   * Until it is disposed, Ctrl+C (and SIGINT) calls `handler`, unless a prompt reads keys. So do
   * SIGTERM and the end of the terminal. If the work doesn't stop, Ctrl+C a second later ends the
   * process.
   */
  onInterrupt(handler: () => void): Disposable {
    const previous = this.#interrupt;
    this.#interrupt = handler;
    if (this.#isEnding) queueMicrotask(handler);
    // Ctrl+C after the Enter that began the work, but in the same read: it interrupts the work.
    const early = this.#buffer.findIndex((key, index) => index >= this.#taken && isInterrupt(key));
    if (early !== -1) {
      this.#buffer.splice(early, 1);
      queueMicrotask(handler);
    }
    return {
      [Symbol.dispose]: () => {
        if (this.#interrupt === handler) this.#interrupt = previous;
      },
    };
  }

  /** Restores the terminal while the work runs, for an editor or another prompt. */
  async lend<T>(work: () => T | Promise<T>): Promise<T> {
    const { input } = this.#options;
    this.#isLent = true;
    input.off("data", this.#onData);
    this.#restore();
    input.pause();
    try {
      return await work();
    } finally {
      this.#isLent = false;
      input.on("data", this.#onData);
      this.#takeTerminal();
      input.resume();
    }
  }

  [Symbol.dispose](): void {
    this.#cancelFlush?.();
    for (const remove of this.#listeners.splice(0)) remove();
    this.#restore();
    this.#options.input.pause();
    this.#end();
  }

  #onProcess(event: "exit" | NodeJS.Signals, listener: () => void): void {
    const { process } = this.#options;
    process.on(event, listener);
    this.#listeners.push(() => process.off(event, listener));
  }

  #receive(bytes: Uint8Array): void {
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
    for (const key of this.#parser.push(bytes)) this.#deliver(key);
    if (!this.#parser.holdsEscape) return;
    this.#cancelFlush = this.#later(() => {
      for (const key of this.#parser.flush()) this.#deliver(key);
    }, escapeDelayMs);
  }

  #deliver(key: Key): void {
    if (key.type === "press" && key.name === "ctrl+z") {
      this.#suspend();
      return;
    }
    const waiting = this.#waiting;
    if (waiting !== undefined) {
      this.#waiting = undefined;
      waiting(key);
      return;
    }
    if (isInterrupt(key) && this.#interruptWork()) return;
    this.#buffer.push(key);
  }

  /** @returns false if nothing was interrupted: the key waits for the prompt */
  #interruptWork(): boolean {
    const { process, now = performance.now.bind(performance) } = this.#options;
    this.#interruptedAt ??= now();
    // The work doesn't stop: it waits for native code or for another machine.
    if (now() - this.#interruptedAt > interruptTimeoutMs) process.exit(exitCodes.interrupted);
    this.#interrupt?.();
    return this.#interrupt !== undefined;
  }

  #shutDown(): void {
    this.#isEnding = true;
    this.#restore();
    this.#end();
    this.#interrupt?.();
  }

  // In raw mode the terminal driver ignores Ctrl+Z, so job control is done here.
  #suspend(): void {
    this.#restore();
    this.#options.process.kill(this.#options.process.pid, "SIGTSTP");
  }

  #end(): void {
    this.#ended = true;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.({ type: "end" });
  }

  #takeTerminal(): void {
    if (this.#raw || this.#isEnding) return;
    this.#raw = true;
    this.#setRawMode(true);
    this.#options.output.write(bracketedPaste.on);
  }

  #restore(): void {
    if (!this.#raw) return;
    this.#raw = false;
    this.#options.output.write(bracketedPaste.off);
    this.#setRawMode(false);
  }

  #setRawMode(raw: boolean): void {
    try {
      this.#options.input.setRawMode?.(raw);
    } catch (error) {
      // A closed terminal has no mode; the end of the input handles that case.
      if (errorCode(error) !== "EIO") throw error;
    }
  }
}

function isInterrupt(key: Key): boolean {
  return key.type === "press" && key.name === "ctrl+c";
}

function laterByTimer(action: () => void, milliseconds: number): () => void {
  const timer = setTimeout(action, milliseconds);
  return () => clearTimeout(timer);
}
