/**
 * Renders blocks of markdown as rows of the terminal. The text must be sanitized already. The rows
 * contain only printable text, tabs of code, SGR styles and hyperlinks (OSC 8).
 */
import { type Block, isCopied } from "./blocks.ts";
import { type CodeState, highlightLine } from "./code.ts";
import { parseInline } from "./inline.ts";
import { bold, type MarkdownStyle, paint, underline } from "./style.ts";
import { parseTable, renderNextRecord, renderTable, type TableShape } from "./table.ts";
import { wrap } from "./wrap.ts";

const maxRuleWidth = 40;

export class BlockRenderer {
  readonly #style: MarkdownStyle;
  #language = "";
  #code: CodeState;
  #table: TableShape | undefined;
  #quote: BlockRenderer | undefined;
  #previous: Block["kind"] | undefined;

  constructor(style: MarkdownStyle) {
    this.#style = style;
  }

  /** A renderer in the same state, for a preview. */
  clone(): BlockRenderer {
    const copy = new BlockRenderer(this.#style);
    copy.#language = this.#language;
    copy.#code = this.#code;
    copy.#table = this.#table;
    copy.#quote = this.#quote?.clone();
    copy.#previous = this.#previous;
    return copy;
  }

  /** The next block is the first that is shown: no empty row stands before it. */
  forgetPrevious(): void {
    this.#previous = undefined;
  }

  /**
   * Rows of the next block, with an empty row before it if needed. Only code, LaTeX and long
   * addresses may be wider than `columns`: the terminal wraps them, so that they can be copied.
   *
   * @param growing the block's end is still being written
   */
  render(block: Block, columns: number, growing = false): string[] {
    const indent = Math.min(block.indent, Math.floor(columns / 2));
    const previous = this.#previous;
    this.#previous = block.kind;
    const rows = this.#rows(block, columns - indent, growing);
    // Code of a quote is not indented. Above it may be an empty row of the quote.
    const end = block.kind === "quote" && isCopied(block) ? rows.length - 1 : rows.length;
    for (let at = 0; at < end; at += 1) if (rows[at] !== "") rows[at] = " ".repeat(indent) + rows[at]!;
    const separated = previous !== undefined && (block.gap || standsApart(previous, block.kind));
    return separated ? ["", ...rows] : rows;
  }

  #rows(block: Block, columns: number, growing: boolean): string[] {
    const { dim } = this.#style.colors;
    switch (block.kind) {
      case "paragraph":
        return this.#text(block.text, columns, { growing });
      case "heading":
        return this.#text(block.text, columns, {
          growing,
          base: block.level === 1 ? bold | underline : bold,
        });
      case "item":
        return this.#item(block, columns, growing);
      case "rule":
        return [dim("─".repeat(Math.min(columns, maxRuleWidth)))];
      case "table": {
        const table = parseTable(block.lines, this.#style, growing);
        this.#table = table.shape;
        return renderTable(table, columns, this.#style);
      }
      case "table-row": {
        const options = { space: columns, style: this.#style, growing };
        const { rows, shape } = renderNextRecord(block.line, this.#table!, options);
        this.#table = shape;
        return rows;
      }
      case "fence-open":
        this.#language = block.info.split(/\s/)[0]!;
        this.#code = undefined;
        return block.info === ""
          ? []
          : wrap([{ text: block.info, style: 0 }], columns).map((row) => dim(paint(row, this.#style)));
      case "code": {
        const { text, state } = highlightLine(block.line, this.#language, this.#code, this.#style.colors);
        this.#code = state;
        return [text];
      }
      case "fence-close":
        return [];
      case "verbatim":
        return [block.line];
      case "written":
        return wrap([{ text: block.line.replaceAll("\t", "    "), style: 0 }], columns).map((row) =>
          paint(row, this.#style),
        );
      case "quote": {
        if (block.isFirst) this.#quote = new BlockRenderer(this.#style);
        const rows = this.#quote!.render(block.block, Math.max(1, columns - 2), growing);
        const end = isCopied(block) ? rows.length - 1 : rows.length;
        return rows.map((row, at) => (at < end ? dim(row === "" ? "│" : "│ ") + row : row));
      }
    }
  }

  #item(block: Extract<Block, { kind: "item" }>, columns: number, growing: boolean): string[] {
    const hanging = block.marker.length + 1;
    const rows = this.#text(block.text, Math.max(1, columns - hanging), { growing });
    return rows.map((row, at) => (at === 0 ? `${block.marker} ${row}`.trimEnd() : " ".repeat(hanging) + row));
  }

  #text(text: string, columns: number, options: { growing: boolean; base?: number }): string[] {
    const rows = wrap(parseInline(text, this.#style, options), columns);
    return rows.map((row) => paint(row, this.#style));
  }
}

/** Headings, code and tables get an empty row, even if the source has no blank line. */
function standsApart(before: Block["kind"], kind: Block["kind"]): boolean {
  if (kind === "code" || kind === "fence-close" || kind === "table-row") return false;
  return (
    before === "fence-close" ||
    before === "table" ||
    before === "table-row" ||
    kind === "fence-open" ||
    kind === "heading" ||
    kind === "table"
  );
}
