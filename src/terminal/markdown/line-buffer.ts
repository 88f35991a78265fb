/** Splits streamed text into lines. */

// Repainting a line that grows must stay cheap. Code is never cut where it would be noticed.
const maxLineLength = 8192;
const maxCodeLineLength = 65536;

export class LineBuffer {
  #rest = "";

  /** The line that is not complete yet. */
  get rest(): string {
    return this.#rest;
  }

  /**
   * @param isCode whether the next line is code; it may change with each line that is taken
   * @returns complete lines without their line breaks. Where a long line is cut depends only on
   * the text before the cut
   */
  *push(text: string, isCode: () => boolean): Generator<string> {
    let begin = 0;
    for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", begin)) {
      this.#rest += text.slice(begin, end);
      if (this.#rest.length >= maxLineLength) yield* this.#cutLong(isCode());
      const line = this.#rest;
      this.#rest = "";
      begin = end + 1;
      yield line;
    }
    this.#rest += text.slice(begin);
    if (this.#rest.length >= maxLineLength) yield* this.#cutLong(isCode());
  }

  /** @returns the last line, if it is not empty */
  finish(): string[] {
    const line = this.#rest;
    this.#rest = "";
    return line === "" ? [] : [line];
  }

  *#cutLong(isCode: boolean): Generator<string> {
    const limit = isCode ? maxCodeLineLength : maxLineLength;
    while (this.#rest.length >= limit) {
      const space = isCode ? -1 : this.#rest.lastIndexOf(" ", limit - 2);
      // The rest is never empty: it would count as an empty line. Surrogate pairs stay whole.
      const hard = /[\uD800-\uDBFF]/.test(this.#rest[limit - 2]!) ? limit - 2 : limit - 1;
      const cut = space > 0 ? space + 1 : hard;
      const line = this.#rest.slice(0, cut);
      this.#rest = this.#rest.slice(cut);
      yield line;
    }
  }
}
