/** Describes a transfer: "900 MB of 2.0 GB, 35 MB/s, 31 s left". */
import { formatBytes, formatDuration } from "../base/format.ts";
import type { Progress } from "./progress.ts";

/** The line is updated ten times per second at most, because there are thousands of chunks. */
const updateIntervalMs = 100;

/** @returns a function to call with the bytes that are done */
export function transferMeter(progress: Progress): (done: number, total: number) => void {
  const rate = new TransferRate(() => performance.now());
  let last = 0;
  return (done, total) => {
    if (performance.now() - last < updateIntervalMs && done < total) return;
    last = performance.now();
    progress.update(done / total, rate.describe(done, total));
  };
}

/** Long enough for a steady speed, short enough to show that a connection slows down. */
const windowMs = 5_000;

export class TransferRate {
  readonly #now: () => number;
  readonly #samples: { at: number; bytes: number }[] = [];

  /** @param now milliseconds of a monotonic clock */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param bytes that are transferred so far */
  describe(bytes: number, total: number): string {
    const at = this.#now();
    this.#samples.push({ at, bytes });
    while (this.#samples.length > 2 && this.#samples[0]!.at < at - windowMs) this.#samples.shift();
    const amount = `${formatBytes(bytes)} of ${formatBytes(total)}`;
    const first = this.#samples[0]!;
    const speed = (bytes - first.bytes) / (at - first.at);
    // Too early to estimate a speed.
    if (at - first.at < 500 || speed <= 0) return amount;
    const left = formatDuration(Math.max(1_000, Math.round((total - bytes) / speed / 1000) * 1000));
    return `${amount}, ${formatBytes(speed * 1000)}/s, ${left.replace(".00", "")} left`;
  }
}
