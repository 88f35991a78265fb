/** Two answers side by side, or one below the other in a narrow window. They may still grow. */
import type { Colors } from "./colors.ts";
import { MarkdownFlow } from "./markdown/flow.ts";
import { fitted } from "./output.ts";
import { SanitizerStream, sanitize } from "./sanitize.ts";

export type Side = {
  heading: string;
  /** The answer's rows; they may be wider than `columns`. */
  rows: (columns: number) => readonly string[];
  footer: string;
};

/** Narrower columns are hard to read. */
const minColumns = 30;
const gap = " │ ";

/**
 * @param height how many rows of each answer's end are shown; missing: all
 * @returns rows, none wider than `columns`
 */
export function sideBySide(
  left: Side,
  right: Side,
  columns: number,
  colors: Colors,
  height = Number.POSITIVE_INFINITY,
): string[] {
  const width = Math.floor((columns - gap.length) / 2);
  if (width < minColumns) {
    const stacked = (side: Side): string[] => [
      colors.bold(cut(side.heading, columns)),
      ...answerRows(side, columns, Math.max(1, Math.floor(height / 2))),
      ...footerRows(side, columns, colors),
    ];
    return [...stacked(left), "", ...stacked(right)];
  }
  const row = (one: string, other: string): string =>
    `${padded(one, width)}${colors.dim(gap)}${padded(other, width)}`;
  const beside = (one: string[], other: string[]): string[] =>
    Array.from({ length: Math.max(one.length, other.length) }, (_, at) =>
      row(one[at] ?? "", other[at] ?? ""),
    );
  return [
    row(colors.bold(cut(left.heading, width)), colors.bold(cut(right.heading, width))),
    ...beside(answerRows(left, width, height), answerRows(right, width, height)),
    ...beside(footerRows(left, width, colors), footerRows(right, width, colors)),
  ];
}

/** The rows of a text as it is. */
export function plainRows(text: string): Side["rows"] {
  return () => sanitize(text).split("\n");
}

/** Rows of markdown that grows at its end. Only what was added is laid out again. */
export class GrowingMarkdown {
  readonly #colors: Colors;
  #text = "";
  #isComplete = false;
  #columns = 0;
  #flow: MarkdownFlow;
  #sanitizer = new SanitizerStream();
  #final: string[] = [];
  /** How many characters are in `final`, or in the flow. */
  #taken = 0;

  constructor(colors: Colors) {
    this.#colors = colors;
    this.#flow = new MarkdownFlow({ colors, hyperlinks: false });
  }

  write(text: string): void {
    this.#text += text;
  }

  /** Nothing follows: also a line that could have become something else is shown. */
  end(): void {
    this.#isComplete = true;
  }

  rows(columns: number): readonly string[] {
    if (this.#isComplete) return completeRows(this.#text, columns, this.#colors);
    if (columns !== this.#columns) {
      this.#columns = columns;
      this.#flow = new MarkdownFlow({ colors: this.#colors, hyperlinks: false });
      this.#sanitizer = new SanitizerStream();
      this.#final = [];
      this.#taken = 0;
    }
    const added = this.#sanitizer.push(this.#text.slice(this.#taken));
    this.#taken = this.#text.length;
    this.#final.push(...this.#flow.push(added, columns));
    return [...this.#final, ...this.#flow.preview(columns)];
  }
}

function completeRows(text: string, columns: number, colors: Colors): string[] {
  const flow = new MarkdownFlow({ colors, hyperlinks: false });
  return [...flow.push(sanitize(text), columns), ...flow.finish(columns)];
}

/** The last `height` rows of an answer, wrapped to its column. */
function answerRows({ rows }: Side, width: number, height: number): string[] {
  const all = rows(width);
  const end = Number.isFinite(height) ? all.slice(-height) : all;
  // Code keeps its tabs, which would break out of a column.
  return end.flatMap((row) => wrapped(row.replaceAll("\t", "    "), width)).slice(-height);
}

function footerRows({ footer }: Side, width: number, colors: Colors): string[] {
  return footer === "" ? [] : wrapped(sanitize(footer), width).map(colors.dim);
}

function wrapped(row: string, width: number): string[] {
  if (Bun.stringWidth(row) <= width) return [row];
  const [first = "", ...rest] = Bun.wrapAnsi(row, width, { hard: true, trim: false }).split("\n");
  return [first, ...rest.map((part) => part.replace(spaceOfBreak, "$1"))];
}

/** The space that a row is broken at, after sequences of styles. */
const spaceOfBreak = /^((?:\x1b\[[\d;]*m)*) /;

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - Bun.stringWidth(text)));
}

function cut(text: string, width: number): string {
  return fitted(sanitize(text), width);
}
