/**
 * Owns the terminal's input during a chat. Raw mode is always on, so that keys typed while the
 * model loads or answers wait for the next prompt, and Ctrl+C or Esc stops the current work. The
 * terminal is restored however the process ends.
 */
import { errorCode } from "../base/errors.ts";
import type { Shutdown } from "../base/shutdown.ts";
import { bracketedPaste, type KeyboardModes } from "./capabilities.ts";
import { type InterruptOptions, Interrupts } from "./interrupts.ts";
import { KeyBuffer } from "./key-buffer.ts";
import { type Key, KeyParser } from "./keys.ts";

/** The used part of process.stdin. */
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

/** The used part of `process`. */
export type ProcessEvents = {
  readonly pid: number;
  on(event: "exit" | NodeJS.Signals, listener: () => void): unknown;
  off(event: "exit" | NodeJS.Signals, listener: () => void): unknown;
  kill(pid: number, signal: NodeJS.Signals): unknown;
  exit(code: number): void;
};

type KeySourceOptions = {
  input: KeyInput;
  /** The terminal, to switch the keyboard's modes on and off. */
  output: { write(text: string): unknown };
  /** The modes to ask for. By default only bracketed paste. */
  modes?: KeyboardModes;
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
/** For the rest of a sequence that has surely begun: a slow line may cut it anywhere. */
const sequenceDelayMs = 500;
/** How soon after raw mode began again the keys are read that were typed before it. */
const earlyMs = 50;

export class KeySource implements Disposable {
  readonly #options: KeySourceOptions;
  readonly #modes: KeyboardModes;
  readonly #interrupts: Interrupts;
  readonly #parser = new KeyParser();
  readonly #later: NonNullable<KeySourceOptions["later"]>;
  readonly #listeners: (() => void)[] = [];
  readonly #buffer = new KeyBuffer();
  readonly #onResume = new Set<() => void>();
  #ended = false;
  /** The next bytes may have been typed before raw mode began. */
  #mayBeEarly = true;
  #waiting: ((key: Key | EndOfInput) => void) | undefined;
  #cancelFlush: (() => void) | undefined;
  /** The process is ending: no new work may begin. */
  #isEnding = false;
  #raw = false;
  #isLent = false;
  readonly #onData = (bytes: Uint8Array): void => this.#receive(bytes);

  /** Switches to raw mode. */
  constructor(options: KeySourceOptions) {
    this.#options = options;
    this.#later = options.later ?? laterByTimer;
    this.#modes = options.modes ?? bracketedPaste;
    const { input, process, shutdown, now } = options;
    this.#interrupts = new Interrupts({ exit: (code) => process.exit(code), now });
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
      if (this.#isLent) return;
      this.#deliver(press("ctrl+c"));
      this.#buffer.announce();
    });
    this.#onProcess("SIGCONT", () => {
      if (this.#isLent) return;
      this.#takeTerminalAgain();
      // The shell has overwritten the prompt, or the rows of the work.
      if (this.#waiting !== undefined) this.#deliver(press("resume"));
      for (const listener of [...this.#onResume]) listener();
    });
    this.#onProcess("SIGQUIT", () => this.#quit());
    const guard = shutdown.onShutdown(() => this.#shutDown());
    this.#listeners.push(() => guard[Symbol.dispose]());
    this.#takeTerminal();
    input.resume();
  }

  /** Whether {@link next} has a key already. Then the screen need not be painted in between. */
  get hasBuffered(): boolean {
    return !this.#buffer.isEmpty;
  }

  /** The keys that were typed while nothing called {@link next}, oldest first. */
  get buffered(): readonly Key[] {
    return this.#buffer.keys;
  }

  /** Calls `listener` after each change of {@link buffered}, until disposed. */
  onBuffered(listener: () => void): Disposable {
    return this.#buffer.onChange(listener);
  }

  /** Reads ESC and a character as two keys from now on, as vi's users type them. */
  withoutAlt(): void {
    this.#parser.escapesAlone = true;
  }

  /** Calls `listener` when the program continues after Ctrl+Z, until disposed. */
  onResume(listener: () => void): Disposable {
    this.#onResume.add(listener);
    return { [Symbol.dispose]: () => void this.#onResume.delete(listener) };
  }

  /** Whether the window has the focus; undefined until the terminal reports it. */
  get focused(): boolean | undefined {
    return this.#parser.focused;
  }

  /** The next key; keys that were typed earlier come first. One reader at a time. */
  next(): Promise<Key | EndOfInput> {
    if (this.#waiting !== undefined) throw new Error("KeySource.next: it is already waiting for a key");
    this.#interrupts.reset();
    const key = this.#buffer.take();
    if (key !== undefined) {
      this.#buffer.announce();
      return Promise.resolve(key);
    }
    if (this.#ended) return Promise.resolve({ type: "end" });
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  /**
   * Until it is disposed, Ctrl+C (and SIGINT) calls `stop`, unless a prompt reads keys. So do
   * SIGTERM and the end of the terminal, and Esc if the options say so. If the work doesn't stop,
   * Ctrl+C a second later ends the process. Other keys that were typed meanwhile stay.
   */
  onInterrupt(stop: () => void, options: InterruptOptions = {}): Disposable {
    const interrupt = this.#interrupts.on(stop, options);
    // Ctrl+C after the Enter that began the work, but in the same read: it interrupts the work.
    if (this.#buffer.remove((key) => isPress(key, "ctrl+c"))) {
      queueMicrotask(stop);
      this.#buffer.announce();
    }
    return interrupt;
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
      this.#takeTerminalAgain();
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
    const keys = this.#parser.push(bytes, { lineFeedIsEnter: this.#mayBeEarly });
    this.#mayBeEarly = false;
    for (const key of keys) this.#deliver(key);
    this.#buffer.announce();
    if (!this.#parser.holdsEscape) return;
    this.#cancelFlush = this.#later(
      () => {
        for (const key of this.#parser.flush()) this.#deliver(key);
        this.#buffer.announce();
      },
      this.#parser.holdsSequence ? sequenceDelayMs : escapeDelayMs,
    );
  }

  /** Hands a key to the prompt that reads, or else to the work, or else keeps it. */
  #deliver(key: Key): void {
    const waiting = this.#waiting;
    if (isPress(key, "ctrl+z")) this.#suspend();
    else if (isPress(key, "ctrl+\\")) this.#quit();
    else if (waiting !== undefined) {
      this.#waiting = undefined;
      waiting(key);
    } else if (!this.#stopsWork(key)) {
      this.#buffer.push(key);
    }
  }

  #stopsWork(key: Key): boolean {
    if (isPress(key, "ctrl+c")) return this.#interrupts.interrupt();
    return isPress(key, "escape") && this.#interrupts.escape();
  }

  #shutDown(): void {
    this.#isEnding = true;
    this.#restore();
    this.#end();
    this.#interrupts.end();
  }

  // In raw mode the terminal driver ignores Ctrl+\, which ends the process immediately.
  #quit(): void {
    const { process } = this.#options;
    this[Symbol.dispose]();
    process.kill(process.pid, "SIGQUIT");
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
    this.#options.output.write(this.#modes.on);
  }

  /** What was typed meanwhile is read within milliseconds, not after seconds as at the start. */
  #takeTerminalAgain(): void {
    this.#takeTerminal();
    this.#mayBeEarly = true;
    this.#later(() => {
      this.#mayBeEarly = false;
    }, earlyMs);
  }

  #restore(): void {
    if (!this.#raw) return;
    this.#raw = false;
    this.#options.output.write(this.#modes.off);
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

function press(name: string): Key {
  return { type: "press", name };
}

function isPress(key: Key, name: string): boolean {
  return key.type === "press" && key.name === name;
}

function laterByTimer(action: () => void, milliseconds: number): () => void {
  const timer = setTimeout(action, milliseconds);
  return () => clearTimeout(timer);
}
