/**
 * Shows two answers while they grow. Until both are complete, only their ends are shown, so that
 * the rows stay on the screen and can be repainted; then both are printed once, as a whole. A
 * terminal without control sequences gets only that.
 */
import type { Colors } from "./colors.ts";
import { LiveRegion } from "./live-region.ts";
import { columnsOf, onResize, rowsOf, type TerminalOutput } from "./output.ts";
import { GrowingMarkdown, sideBySide } from "./side-by-side.ts";

export type PairSide = 0 | 1;

type Column = { heading: string; footer: string; text: GrowingMarkdown };

export class PairView {
  readonly #output: TerminalOutput;
  readonly #colors: Colors;
  readonly #region: LiveRegion;
  readonly #resize: Disposable;
  readonly #sides: readonly [Column, Column];

  /** @param headings of the columns */
  constructor(output: TerminalOutput, colors: Colors, headings: readonly [string, string]) {
    this.#output = output;
    this.#colors = colors;
    this.#region = new LiveRegion(output);
    const column = (heading: string): Column => ({ heading, footer: "", text: new GrowingMarkdown(colors) });
    this.#sides = [column(headings[0]), column(headings[1])];
    this.#resize = onResize(output, () => {
      // Rows that have scrolled away count as printed, but these are only previews.
      this.#region.clear();
      this.#paint();
    });
  }

  /** Adds text to an answer. */
  write(side: PairSide, text: string): void {
    this.#sides[side].text.write(text);
    this.#paint();
  }

  /** Changes what is above or below an answer. */
  label(side: PairSide, labels: { heading?: string; footer?: string }): void {
    Object.assign(this.#sides[side], labels);
    this.#paint();
  }

  /** Prints both answers as a whole. Nothing is repainted afterwards. */
  end(): void {
    for (const { text } of this.#sides) text.end();
    const rows = this.#rows(Number.POSITIVE_INFINITY);
    if (this.#colors.hasStyles) {
      this.#region.paint(rows);
      this.#region.end();
    } else this.#output.write(`${rows.join("\n")}\n`);
    this.#resize[Symbol.dispose]();
  }

  #paint(): void {
    if (!this.#colors.hasStyles) return;
    // If the window becomes half as wide, the rows still fit into it.
    const height = Math.max(1, Math.floor(rowsOf(this.#output) / 2) - 3);
    this.#region.paint(this.#rows(height));
  }

  #rows(height: number): string[] {
    const [left, right] = this.#sides.map(({ heading, footer, text }) => ({
      heading,
      footer,
      rows: (columns: number) => text.rows(columns),
    }));
    const rows = sideBySide(left!, right!, columnsOf(this.#output), this.#colors, height);
    return rows.map((row) => row.trimEnd());
  }
}
