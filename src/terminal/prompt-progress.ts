/**
 * "Reading the prompt... 40 %, 12 s left", if the first token takes longer than a second. The time
 * left is estimated from the average speed so far, so it doesn't jump.
 */
import { formatDuration } from "../base/format.ts";
import type { Colors } from "./colors.ts";
import { spinnerFrameMs, spinnerFrames } from "./progress.ts";

type PromptProgressOptions = {
  colors: Colors;
  /** Shows the row, or removes it. */
  show(row: string | undefined): void;
  /** Milliseconds of a monotonic clock. */
  now?: () => number;
  /** Calls `tick` periodically until the returned function is called. */
  every?: (tick: () => void, milliseconds: number) => () => void;
};

/** A wait that is shorter is not shown. */
const delayMs = 1000;
/** An estimate from less time would be a guess. */
const minSampleMs = 1000;

type Sample = { at: number; evaluated: number; total: number };

export class PromptProgress implements Disposable {
  readonly #options: PromptProgressOptions;
  readonly #now: () => number;
  readonly #startedAt: number;
  #stop: (() => void) | undefined;
  #first: Sample | undefined;
  #last: Sample | undefined;
  #frame = 0;

  /** The waiting begins now. */
  constructor(options: PromptProgressOptions) {
    this.#options = options;
    this.#now = options.now ?? performance.now.bind(performance);
    this.#startedAt = this.#now();
    this.#stop = (options.every ?? everyByTimer)(() => this.#tick(), spinnerFrameMs);
  }

  /** @param evaluated tokens of the prompt, of `total` */
  update(evaluated: number, total: number): void {
    this.#last = { at: this.#now(), evaluated, total };
    this.#first ??= this.#last;
  }

  /** The first token is here. */
  end(): void {
    if (this.#stop === undefined) return;
    this.#stop();
    this.#stop = undefined;
    this.#options.show(undefined);
  }

  [Symbol.dispose](): void {
    this.end();
  }

  #tick(): void {
    if (this.#now() - this.#startedAt < delayMs) return;
    this.#frame = (this.#frame + 1) % spinnerFrames.length;
    const spinner = this.#options.colors.magenta(spinnerFrames[this.#frame]!);
    const done = progressText(this.#first, this.#last, this.#now());
    this.#options.show(`Reading the prompt... ${[spinner, done].join(" ").trimEnd()}`);
  }
}

/** @returns "40 %, 12 s left", as far as it is known */
function progressText(first: Sample | undefined, last: Sample | undefined, now: number): string {
  if (first === undefined || last === undefined || last.total === 0) return "";
  const percent = `${Math.floor((100 * last.evaluated) / last.total)} %`;
  const took = last.at - first.at;
  const done = last.evaluated - first.evaluated;
  if (took < minSampleMs || done <= 0) return percent;
  const left = ((last.total - last.evaluated) * took) / done - (now - last.at);
  return `${percent}, ${formatSeconds(left)} left`;
}

/** At least one second: "12 s", "3 min 5 s". */
function formatSeconds(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return seconds < 10 ? `${seconds} s` : formatDuration(seconds * 1000);
}

function everyByTimer(tick: () => void, milliseconds: number): () => void {
  const timer = setInterval(tick, milliseconds);
  return () => clearInterval(timer);
}
