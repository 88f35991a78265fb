/**
 * Stop strings over streamed text: they may begin in one piece and end in
 * another, so text that could still become one is held back.
 */
export class StopStrings {
  readonly #stops: readonly string[];
  #held = "";

  constructor(stops: readonly string[]) {
    this.#stops = stops.filter((stop) => stop.length > 0);
  }

  /** @returns what may be shown now, and the stop string that was met: it and what follows are dropped */
  push(text: string): { text: string; stoppedBy?: string } {
    const seen = this.#held + text;
    let first: { at: number; stop: string } | undefined;
    for (const stop of this.#stops) {
      const at = seen.indexOf(stop);
      if (at !== -1 && (first === undefined || at < first.at)) first = { at, stop };
    }
    if (first !== undefined) {
      this.#held = "";
      return { text: seen.slice(0, first.at), stoppedBy: first.stop };
    }
    const keep = this.#longestBeginning(seen);
    this.#held = seen.slice(seen.length - keep);
    return { text: seen.slice(0, seen.length - keep) };
  }

  /** What was held back, when nothing more comes. */
  end(): string {
    const cachedTokens = this.#held;
    this.#held = "";
    return cachedTokens;
  }

  /** How many characters at the end could be the beginning of a stop string. */
  #longestBeginning(text: string): number {
    let longest = 0;
    for (const stop of this.#stops) {
      for (let length = Math.min(stop.length - 1, text.length); length > longest; length -= 1) {
        if (text.endsWith(stop.slice(0, length))) longest = length;
      }
    }
    return longest;
  }
}
