/** The model's reasoning as rows: dimmed, wrapped, without markdown. */
import type { Colors } from "../colors.ts";
import type { Flow } from "./flow.ts";
import { LineBuffer } from "./line-buffer.ts";
import { dim, paint } from "./style.ts";
import { wrap } from "./wrap.ts";

export class ReasoningFlow implements Flow {
  readonly #colors: Colors;
  readonly #lines = new LineBuffer();
  #isEmpty = true;
  #blank = false;

  constructor(colors: Colors) {
    this.#colors = colors;
  }

  push(text: string, columns: number): string[] {
    return Array.from(this.#lines.push(text, () => false)).flatMap((line) => {
      const rows = this.#rows(line, columns);
      // Empty lines at the beginning and the end are not shown.
      this.#blank = rows.length === 0 && !this.#isEmpty;
      this.#isEmpty &&= rows.length === 0;
      return rows;
    });
  }

  preview(columns: number): string[] {
    return this.#rows(this.#lines.rest, columns);
  }

  finish(columns: number): string[] {
    return this.#lines.finish().flatMap((line) => this.#rows(line, columns));
  }

  #rows(line: string, columns: number): string[] {
    if (line.trim() === "") return [];
    const span = { text: line.replaceAll("\t", "    "), style: dim };
    const style = { colors: this.#colors, hyperlinks: false };
    const rows = wrap([span], columns).map((row) => paint(row, style));
    return this.#blank ? ["", ...rows] : rows;
  }
}
