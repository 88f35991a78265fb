/**
 * What Ctrl+C and Esc stop while no prompt reads. A source of keys or of lines raises them; the
 * work in progress registers what to do.
 */
import { exitCodes } from "../base/errors.ts";

type InterruptsOptions = {
  /** Ends the process. */
  exit(code: number): void;
  /** Milliseconds of a monotonic clock. */
  now?: (() => number) | undefined;
};

export type InterruptOptions = {
  /** Esc stops the work, too. Not for work without which the program ends. */
  escape?: boolean;
};

/** Milliseconds after which a second Ctrl+C means that the first one had no effect. */
const interruptTimeoutMs = 1000;

type Handler = { readonly stop: () => void; readonly escape: boolean };

export class Interrupts {
  readonly #options: InterruptsOptions;
  /** The innermost work is the last. */
  readonly #handlers: Handler[] = [];
  /** When Ctrl+C was first pressed during the current work. */
  #interruptedAt: number | undefined;
  #wasEscaped = false;
  #isEnding = false;

  constructor(options: InterruptsOptions) {
    this.#options = options;
  }

  /** Calls `stop` until disposed. If the program is ending already, it is called soon. */
  on(stop: () => void, options: InterruptOptions = {}): Disposable {
    const handler: Handler = { stop, escape: options.escape === true };
    this.#handlers.push(handler);
    if (this.#isEnding) queueMicrotask(stop);
    return {
      [Symbol.dispose]: () => {
        const at = this.#handlers.indexOf(handler);
        if (at !== -1) this.#handlers.splice(at, 1);
      },
    };
  }

  /**
   * Ctrl+C: stops the work. A second later, if the work goes on, it ends the process: the work
   * waits for native code or for another machine.
   * @returns false if there is no work
   */
  interrupt(): boolean {
    const { exit, now = performance.now.bind(performance) } = this.#options;
    this.#interruptedAt ??= now();
    if (now() - this.#interruptedAt > interruptTimeoutMs) exit(exitCodes.interrupted);
    const handler = this.#handlers.at(-1);
    handler?.stop();
    return handler !== undefined;
  }

  /**
   * Esc: stops the work once. Until the next prompt, further presses have no effect: work that
   * follows stopped work, such as loading the previous model again, is not stopped by them.
   * @returns false if Esc has nothing to do with the work
   */
  escape(): boolean {
    if (this.#wasEscaped) return true;
    const handler = this.#handlers.at(-1);
    if (handler?.escape !== true) return false;
    this.#wasEscaped = true;
    handler.stop();
    return true;
  }

  /** A prompt reads: the work before it is done. */
  reset(): void {
    this.#interruptedAt = undefined;
    this.#wasEscaped = false;
  }

  /** The program ends: stops the work, and all work that begins later. */
  end(): void {
    this.#isEnding = true;
    for (const { stop } of this.#handlers.toReversed()) stop();
  }
}
