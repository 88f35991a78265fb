/**
 * Owns the terminal's input from the first prompt to the last: raw mode is on the whole time, so
 * that what is typed while the model loads or answers waits for the next prompt, and Ctrl+C reaches
 * whoever is at work. Gives the terminal back as it was, however the process ends.
 */
import { errorCode, exitCodes } from "../base/errors.ts";
import type { Shutdown } from "../base/shutdown.ts";
import { type Key, KeyParser } from "./keys.ts";

/** process.stdin fits. */
export type KeyInput = {
  readonly isTTY?: boolean | undefined;
  setRawMode?(raw: boolean): unknown;
  on(event: "data", listener: (bytes: Uint8Array) => void): unknown;
  on(event: "end" | "error", listener: () => void): unknown;
  off(event: "data", listener: (bytes: Uint8Array) => void): unknown;
  off(event: "end" | "error", listener: () => void): unknown;
  resume(): unknown;
  pause(): unknown;
};

/** What is used of `process`. */
export type ProcessEvents = {
  readonly pid: number;
  on(event: "exit" | NodeJS.Signals, listener: () => void): unknown;
  off(event: "exit" | NodeJS.Signals, listener: () => void): unknown;
  kill(pid: number, signal: NodeJS.Signals): unknown;
  exit(code: number): void;
};

export type KeySourceOptions = {
  input: KeyInput;
  /** The terminal itself, for switching bracketed paste on and off. */
  output: { write(text: string): unknown };
  process: ProcessEvents;
  /** SIGTERM and SIGHUP end the input and stop the work, as the end of the terminal does. */
  shutdown: Pick<Shutdown, "guard" | "hangUp">;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
  /** Runs once after so many milliseconds; returns how to cancel it. */
  later?: (action: () => void, milliseconds: number) => () => void;
};

/** The input is at its end: the terminal was closed. */
export type EndOfInput = { type: "end" };

// A key's sequence arrives in one piece or, over a slow line, within a few milliseconds.
const escapeDelay = 50;
const bracketedPaste = { on: "\x1b[?2004h", off: "\x1b[?2004l" };
/** Milliseconds after which a second Ctrl+C means that the first one had no effect. */
const interruptPatience = 1000;

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
  /** When Ctrl+C was pressed for the work that is running; a prompt takes it back. */
  #interruptedAt: number | undefined;
  /** The process is asked to end: no work is to begin. */
  #isEnding = false;
  #raw = false;
  #isLent = false;
  readonly #onData = (bytes: Uint8Array): void => this.#receive(bytes);

  /** Switches to raw mode at once. */
  constructor(options: KeySourceOptions) {
    this.#options = options;
    this.#later = options.later ?? laterByTimer;
    const { input, process, shutdown } = options;
    const onEnd = (): void => {
      // In raw mode no key ends the input of a terminal: it was closed.
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
      // Meant for whoever has the terminal.
      if (!this.#isLent) this.#deliver({ type: "press", name: "ctrl+c" });
    });
    this.#onProcess("SIGCONT", () => {
      if (this.#isLent) return;
      this.#takeTerminal();
      // The shell has written over the prompt meanwhile.
      if (this.#waiting !== undefined) this.#deliver({ type: "press", name: "resume" });
    });
    // Ctrl+\: as quick an end as its sender wants.
    this.#onProcess("SIGQUIT", () => {
      this[Symbol.dispose]();
      process.kill(process.pid, "SIGQUIT");
    });
    const guard = shutdown.guard(() => this.#shutDown());
    this.#listeners.push(() => guard[Symbol.dispose]());
    this.#takeTerminal();
    input.resume();
  }

  /** Whether {@link next} has a key at hand: a screen need not be painted for each of many. */
  get hasBuffered(): boolean {
    return this.#taken < this.#buffer.length;
  }

  /** The next key; keys typed before anybody asked come first. One reader at a time. */
  next(): Promise<Key | EndOfInput> {
    if (this.#waiting !== undefined) throw new Error("KeySource.next: somebody reads already");
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
   * While it lasts, Ctrl+C (and SIGINT) calls `handler`, unless a prompt reads keys. So do SIGTERM and the end of the
   * terminal. Where the work goes on all the same, Ctrl+C a second later ends the process.
   */
  onInterrupt(handler: () => void): Disposable {
    const previous = this.#interrupt;
    this.#interrupt = handler;
    if (this.#isEnding) queueMicrotask(handler);
    // Typed after the Enter that began the work, but read together with it: meant for the work.
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

  /** Gives the terminal away, as it was before, for as long as the work takes: to an editor, or another prompt. */
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
    }, escapeDelay);
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

  /** @returns whether the key is used up; else it waits for the prompt */
  #interruptWork(): boolean {
    const { process, now = performance.now.bind(performance) } = this.#options;
    this.#interruptedAt ??= now();
    // It didn't stop: it waits for native code, or for another machine.
    if (now() - this.#interruptedAt > interruptPatience) process.exit(exitCodes.interrupted);
    this.#interrupt?.();
    return this.#interrupt !== undefined;
  }

  #shutDown(): void {
    this.#isEnding = true;
    this.#restore();
    this.#end();
    this.#interrupt?.();
  }

  // Raw mode takes Ctrl+Z from the terminal driver; job control has to work all the same.
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
      // A terminal that was closed needs no mode; the end of the input tells of it.
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
