/** Which styles (SGR) and which link (OSC 8) are active after a part of a styled text. */

/** SGR codes that end a style → the sequences they end (ECMA-48 §8.3.117). */
const closes: ReadonlyMap<number, RegExp> = new Map([
  [22, /\[[12]m/],
  [23, /\[3m/],
  [24, /\[4m/],
  [27, /\[7m/],
  [29, /\[9m/],
  [39, /\[(3\d|9\d)/],
  [49, /\[(4[0-8]|10\d)/],
]);

export class OpenStyles {
  #styles: string[] = [];
  #link = "";

  /** @param sequence one SGR or OSC 8 sequence */
  apply(sequence: string): void {
    if (sequence.startsWith("\x1b]")) {
      const isEnd = /^\x1b\]8;[^;]*;(\x07|\x1b\\)$/.test(sequence);
      this.#link = isEnd ? "" : sequence;
      return;
    }
    const code = Number.parseInt(sequence.slice(2), 10) || 0;
    const closed = closes.get(code);
    if (code === 0) this.#styles = [];
    else if (closed !== undefined) this.#styles = this.#styles.filter((style) => !closed.test(style));
    else this.#styles.push(sequence);
  }

  /** Sets the active styles again. */
  get sequence(): string {
    return this.#styles.join("") + this.#link;
  }
}
