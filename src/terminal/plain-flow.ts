/**
 * Text as it was written, in rows: without layout, and with the line breaks of the source only. The
 * terminal wraps long lines, so that a copied line is whole.
 */

/** A longer line is cut, so that repainting it for each token stays cheap. */
const maxLineLength = 65_536;

export class PlainFlow {
  #line = "";

  push(text: string): string[] {
    const lines = (this.#line + text).split("\n");
    let rest = lines.pop()!;
    while (rest.length > maxLineLength) {
      // Surrogate pairs stay whole.
      const cut = /[\uD800-\uDBFF]/.test(rest[maxLineLength - 1]!) ? maxLineLength - 1 : maxLineLength;
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
    }
    this.#line = rest;
    return lines;
  }

  preview(): string[] {
    return this.#line === "" ? [] : [this.#line];
  }

  finish(): string[] {
    const rows = this.preview();
    this.#line = "";
    return rows;
  }
}
