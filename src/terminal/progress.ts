/**
 * Shows progress: a spinner and a percentage on a terminal, a few plain lines elsewhere and on a
 * dumb terminal, nothing when quiet. It looks like clack's spinner, which can't be used: clack's
 * reads the keyboard and ends the process on Ctrl+C, but here the chat reads the keys.
 */
import type { Colors } from "./colors.ts";
import { LiveRegion } from "./live-region.ts";
import { columnsOf, type TerminalOutput } from "./output.ts";
import { sanitizeLine } from "./sanitize.ts";

export type Progress = Disposable & {
  /**
   * @param fraction 0…1, or undefined if it is unknown
   * @param detail shown behind it: "900 MB of 2.0 GB, 35 MB/s"
   */
  update(fraction: number | undefined, detail?: string): void;
  /** Prints a line above. */
  say(line: string): void;
  /** Completes the line, which stays; `message` follows it. */
  done(message?: string): void;
  /** Erases the line from a terminal, before an error or an answer. */
  clear(): void;
};

type ProgressOptions = {
  output: TerminalOutput;
  colors: Colors;
  /** "Loading model x.gguf" */
  label: string;
  quiet: boolean;
  /** Calls `tick` periodically until the returned function is called. */
  every?: (tick: () => void, milliseconds: number) => () => void;
};

export const spinnerFrames = ["◒", "◐", "◓", "◑"];
export const spinnerFrameMs = 80;

export function showProgress(options: ProgressOptions): Progress {
  if (options.quiet) return silent;
  const isLive = options.output.isTTY === true && options.colors.hasStyles;
  return isLive ? new SpinnerLine(options) : new PlainLines(options);
}

const silent: Progress = { update() {}, say() {}, done() {}, clear() {}, [Symbol.dispose]() {} };

class SpinnerLine implements Progress {
  readonly #options: ProgressOptions;
  readonly #label: string;
  readonly #region: LiveRegion;
  #stop: (() => void) | undefined;
  #fraction: number | undefined;
  #detail = "";
  #frame = 0;

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#label = sanitizeLine(options.label);
    this.#region = new LiveRegion(options.output);
    this.#stop = (options.every ?? everyByTimer)(() => {
      this.#frame = (this.#frame + 1) % spinnerFrames.length;
      this.#paint();
    }, spinnerFrameMs);
    this.#paint();
  }

  update(fraction: number | undefined, detail = ""): void {
    this.#fraction = fraction;
    this.#detail = detail;
  }

  say(line: string): void {
    if (this.#stop === undefined) return;
    this.#region.clear();
    this.#options.output.write(`${sanitizeLine(line)}\n`);
    this.#paint();
  }

  done(message?: string): void {
    if (!this.#finish()) return;
    this.#region.paint([this.#row("", this.#fraction === undefined ? "" : "100%")]);
    this.#region.end();
    if (message !== undefined) this.#options.output.write(`${sanitizeLine(message)}\n`);
  }

  clear(): void {
    if (this.#finish()) this.#region.clear();
  }

  [Symbol.dispose](): void {
    this.clear();
  }

  #finish(): boolean {
    this.#stop?.();
    const wasRunning = this.#stop !== undefined;
    this.#stop = undefined;
    return wasRunning;
  }

  #paint(): void {
    const spinner = this.#options.colors.magenta(spinnerFrames[this.#frame]!);
    this.#region.paint([this.#row(spinner, percentage(this.#fraction), this.#detail)]);
  }

  // In a narrow window the label is shortened, because the end of the line is what changes.
  #row(...parts: string[]): string {
    const tail = ["...", ...parts.filter((part) => part !== "")].join(" ");
    const columns = columnsOf(this.#options.output);
    const room = columns - Bun.stringWidth(tail);
    if (room < 2) return Bun.sliceAnsi(this.#label, 0, columns);
    if (Bun.stringWidth(this.#label) <= room) return this.#label + tail;
    return `${Bun.sliceAnsi(this.#label, 0, room - 1)}…${tail}`;
  }
}

/** For logs: a line at the start, at each quarter, and at the end. */
class PlainLines implements Progress {
  readonly #output: TerminalOutput;
  readonly #label: string;
  #quarter = 0;
  #running = true;

  constructor({ output, label }: ProgressOptions) {
    this.#output = output;
    this.#label = sanitizeLine(label);
    output.write(`${this.#label}...\n`);
  }

  update(fraction: number | undefined, detail = ""): void {
    const quarter = Math.floor((fraction ?? 0) * 4);
    if (!this.#running || quarter <= this.#quarter || quarter >= 4) return;
    this.#quarter = quarter;
    this.#output.write(`${[`${this.#label}... ${quarter * 25}%`, detail].join(" ").trimEnd()}\n`);
  }

  say(line: string): void {
    if (this.#running) this.#output.write(`${sanitizeLine(line)}\n`);
  }

  done(message?: string): void {
    if (this.#running && message !== undefined) this.#output.write(`${sanitizeLine(message)}\n`);
    this.#running = false;
  }

  clear(): void {
    this.#running = false;
  }

  [Symbol.dispose](): void {
    this.clear();
  }
}

function percentage(fraction: number | undefined): string {
  return fraction === undefined ? "" : `${Math.floor(Math.min(1, Math.max(0, fraction)) * 100)}%`;
}

function everyByTimer(tick: () => void, milliseconds: number): () => void {
  const timer = setInterval(tick, milliseconds);
  return () => clearInterval(timer);
}
