/**
 * Ends the process on SIGTERM, and on SIGHUP, which is sent when the terminal closes. The running
 * work is stopped first, so that it can save its results. A thread inside native code can't be
 * stopped, so the process waits for 0.9 s at most.
 */
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { isatty } from "node:tty";

type EndingSignal = "SIGTERM" | "SIGHUP";

/** The used part of `process`. */
type ShutdownProcess = {
  readonly pid: number;
  on(event: NodeJS.Signals, listener: () => void): unknown;
  off(event: NodeJS.Signals, listener: () => void): unknown;
  removeAllListeners(event: NodeJS.Signals): unknown;
  /** Runs the cleanup at the end of the process. */
  emit(event: "exit", code: number): unknown;
  kill(pid: number, signal: NodeJS.Signals): unknown;
  exit(code: number): void;
};

type ShutdownOptions = {
  process: ShutdownProcess;
  /** Whether the process survives its terminal, as under nohup. */
  ignoresHangup: boolean;
  /** Runs an action once after a delay; tests pass their own. */
  later?: (action: () => void, milliseconds: number) => void;
};

/** How long stopped work may take to save its results. */
const graceMs = 900;

export class Shutdown {
  readonly #options: ShutdownOptions;
  readonly #guards = new Set<() => void>();
  readonly #onSignal: ReadonlyMap<EndingSignal, () => void>;
  #received: EndingSignal | undefined;

  constructor(options: ShutdownOptions) {
    this.#options = options;
    const signals: EndingSignal[] = options.ignoresHangup ? ["SIGTERM"] : ["SIGTERM", "SIGHUP"];
    this.#onSignal = new Map(signals.map((signal) => [signal, () => this.#receive(signal)]));
  }

  /** The signals that end this process, besides Ctrl+C's. */
  get signals(): readonly EndingSignal[] {
    return [...this.#onSignal.keys()];
  }

  /** Whether the process was asked to end. */
  get isEnding(): boolean {
    return this.#received !== undefined;
  }

  /**
   * Until it is disposed, a signal calls `stop` instead of ending the process immediately. The
   * process ends when the work returns, and after 0.9 s at the latest. If a signal came before,
   * `stop` is called immediately.
   */
  onShutdown(stop: () => void): Disposable {
    if (this.#guards.size === 0 && !this.isEnding) this.#listen();
    this.#guards.add(stop);
    if (this.isEnding) stop();
    return {
      [Symbol.dispose]: () => {
        this.#guards.delete(stop);
        if (this.#guards.size === 0 && !this.isEnding) this.#unlisten();
      },
    };
  }

  /** The terminal was closed. The same as SIGHUP, which not every process of a terminal gets. */
  hangUp(): void {
    this.#receive("SIGHUP");
  }

  /**
   * Ends the process with the signal that it was sent, so that its parent sees what ended it.
   * Returns if there was no signal.
   */
  end(): void {
    const signal = this.#received;
    if (signal === undefined) return;
    const { process } = this.#options;
    const code = 128 + constants.signals[signal];
    process.emit("exit", code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    // Reached if the signal is ignored, or if the system has no signals.
    process.exit(code);
  }

  #receive(signal: EndingSignal): void {
    // A terminal that closes sends SIGHUP several times: from the shell and from the kernel.
    if (this.#received !== undefined) return;
    this.#received = signal;
    const { later = laterByTimer } = this.#options;
    later(() => this.end(), graceMs);
    for (const stop of [...this.#guards]) stop();
  }

  #listen(): void {
    for (const [signal, listener] of this.#onSignal) this.#options.process.on(signal, listener);
  }

  #unlisten(): void {
    for (const [signal, listener] of this.#onSignal) this.#options.process.off(signal, listener);
  }
}

/** Whether this process was started to survive its terminal, as by nohup. */
export function ignoresHangup(): boolean {
  if (process.platform === "linux") {
    const [, mask] = /^SigIgn:\s*([0-9a-f]+)$/m.exec(readFileSync("/proc/self/status", "latin1")) ?? [];
    if (mask !== undefined)
      return (BigInt(`0x${mask}`) & (1n << BigInt(constants.signals.SIGHUP - 1))) !== 0n;
  }
  // Elsewhere the mask can't be read; nohup redirects all three streams.
  return ![0, 1, 2].some((stream) => isatty(stream));
}

function laterByTimer(action: () => void, milliseconds: number): void {
  setTimeout(action, milliseconds);
}
