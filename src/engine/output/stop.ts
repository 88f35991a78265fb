/**
 * Finds stop strings in streamed text. One may begin in one chunk and end in a later one, so text
 * that could become a stop string is held back.
 */
export class StopStrings {
  readonly #stops: readonly string[];
  #heldBack = "";

  constructor(stops: readonly string[]) {
    this.#stops = stops.filter((stop) => stop.length > 0);
  }

  /** @returns text that is safe to emit, and the stop string that was found, if any */
  push(text: string): { text: string; stoppedBy?: string } {
    const pending = this.#heldBack + text;
    let first: { at: number; stop: string } | undefined;
    for (const stop of this.#stops) {
      const at = pending.indexOf(stop);
      if (at !== -1 && (first === undefined || at < first.at)) first = { at, stop };
    }
    if (first !== undefined) {
      this.#heldBack = "";
      return { text: pending.slice(0, first.at), stoppedBy: first.stop };
    }
    const safe = pending.length - this.#longestPartialStop(pending);
    this.#heldBack = pending.slice(safe);
    return { text: pending.slice(0, safe) };
  }

  /** @returns the text that was held back */
  end(): string {
    const text = this.#heldBack;
    this.#heldBack = "";
    return text;
  }

  /** Number of characters at the end that could be the beginning of a stop string. */
  #longestPartialStop(text: string): number {
    let longest = 0;
    for (const stop of this.#stops) {
      for (let length = Math.min(stop.length - 1, text.length); length > longest; length -= 1) {
        if (text.endsWith(stop.slice(0, length))) longest = length;
      }
    }
    return longest;
  }
}
