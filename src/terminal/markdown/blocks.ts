/**
 * Splits markdown, line by line, into blocks that are rendered and printed one by one, so that the
 * finished part of a streamed answer is never painted again.
 *
 * It follows CommonMark's block structure where that is surely meant. Blocks are smaller than
 * CommonMark's, because theirs can grow taller than a window: each list item is one, each line of a
 * code fence, each block of a quote. A line that is not indented as its list item is, or has no ">"
 * as its quote has, does not belong to it (no lazy continuation).
 */
import { expandTabs, indentOf, withoutIndent } from "./indentation.ts";
import { beginsTable } from "./table-cells.ts";

/**
 * `indent`: columns by which the block is indented inside list items.
 * `gap`: whether a blank line precedes the block in the source.
 */
export type Block = { readonly indent: number; readonly gap: boolean } & (
  | { readonly kind: "paragraph"; readonly text: string }
  /** `marker`: as it is shown, without the space after it. */
  | { readonly kind: "item"; readonly marker: string; readonly text: string }
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "rule" }
  /** The header, the delimiter row, and the first rows. */
  | { readonly kind: "table"; readonly lines: readonly string[] }
  /** A row of a long table, after its "table". */
  | { readonly kind: "table-row"; readonly line: string }
  /** `info`: what follows the fence's marker: the language. */
  | { readonly kind: "fence-open"; readonly info: string }
  | { readonly kind: "code"; readonly line: string }
  | { readonly kind: "fence-close" }
  /** A line of indented code or of a block of LaTeX. */
  | { readonly kind: "verbatim"; readonly line: string }
  /** A line that is wrapped, but not rendered. */
  | { readonly kind: "written"; readonly line: string }
  /** `isFirst`: the quote begins with this block. */
  | { readonly kind: "quote"; readonly block: Block; readonly isFirst: boolean }
);

/** The block that the next line may continue. */
type Open =
  | { readonly kind: "paragraph" | "table"; readonly at: Place; lines: string[]; length: number }
  | { readonly kind: "item"; readonly at: Place; readonly marker: string; lines: string[]; length: number }
  /** A table of which the beginning is complete. */
  | { readonly kind: "table-rows"; readonly at: Place }
  /** `indent`: how far the fence's marker is indented. */
  | { readonly kind: "fence"; readonly marker: string; readonly length: number; readonly indent: number }
  /** `close`: what ends the LaTeX. */
  | { readonly kind: "math"; readonly close: string }
  | { readonly kind: "quote"; readonly at: Place; readonly inner: BlockSplitter; isFirst: boolean };

type OpenText = Extract<Open, { lines: string[] }>;

/** `column`: indentation in the source. */
type Place = { readonly indent: number; readonly gap: boolean; readonly column: number };

/** An open list item: the column of its content in the source, and as it is shown. */
type Item = { readonly column: number; readonly shown: number };

// An open block is rendered again for each token. So longer ones are cut.
const maxBlockLength = 8192;
const maxQuoteDepth = 8;

const fencePattern = /^(`{3,}(?=[^`]*$)|~{3,})(.*)$/;
const itemPattern = /^([-*+]|\d{1,9}[.)])( +|$)/;
const taskPattern = /^\[[ xX]\](?= )/;
const headingPattern = /^#{1,6}(?=\s|$)/;
const rulePattern = /^([-*_])(?: *\1){2,} *$/;
const underlinePattern = /^={3,} *$/;
const mathPattern = /^(?:\$\$(?!.*\$\$)|\\\[(?!.*\\\]))/;
// ">>> x" is what Python prints.
const quotePattern = /^>(?!>>\s)/;

export class BlockSplitter {
  readonly #depth: number;
  #open: Open | undefined;
  /** The open list items, outermost first. */
  #items: readonly Item[] = [];
  #blankBefore = false;

  /** @param depth how many quotes the text is in */
  constructor(depth = 0) {
    this.#depth = depth;
  }

  /** Whether the next line is a line of code, whatever it contains. */
  get isInFence(): boolean {
    const open = this.#open;
    return open?.kind === "fence" || (open?.kind === "quote" && open.inner.isInFence);
  }

  /** A splitter in the same state, for a preview. */
  clone(): BlockSplitter {
    const copy = new BlockSplitter(this.#depth);
    copy.#open = cloneOpen(this.#open);
    copy.#items = this.#items;
    copy.#blankBefore = this.#blankBefore;
    return copy;
  }

  /** @param source one line without its line break @returns the blocks it completes */
  push(source: string): Block[] {
    const open = this.#open;
    if (open?.kind === "fence") return [this.#insideFence(source, open)];
    if (source.trim() === "") {
      const done = this.finish();
      this.#blankBefore = true;
      return done;
    }
    if (open?.kind === "math") return [this.#insideMath(source, open.close)];
    const line = expandTabs(source);
    return this.#continue(line) ?? [...this.finish(), ...this.#start(line, source)];
  }

  /** Completes the open block. */
  finish(): Block[] {
    const open = this.#open;
    this.#open = undefined;
    switch (open?.kind) {
      case "paragraph":
        return [{ ...placed(open.at), kind: "paragraph", text: open.lines.join("\n") }];
      case "item":
        return [{ ...placed(open.at), kind: "item", marker: open.marker, text: open.lines.join("\n") }];
      case "table":
        return [{ ...placed(open.at), kind: "table", lines: open.lines }];
      case "quote":
        return quoted(open, open.inner.finish());
      default:
        return [];
    }
  }

  /** @returns undefined if the line doesn't continue the open block */
  #continue(line: string): Block[] | undefined {
    const open = this.#open;
    const indent = indentOf(line);
    const content = line.slice(indent);
    switch (open?.kind) {
      case "quote":
        if (indent >= open.at.column + 4 || !quotePattern.test(content)) return undefined;
        return quoted(open, open.inner.push(withoutQuoteMark(content)));
      case "table":
        if (!this.#isTableRow(content)) return undefined;
        return this.#append(open, content);
      case "table-rows":
        return this.#isTableRow(content)
          ? [{ ...placed(open.at), kind: "table-row", line: content }]
          : undefined;
      case "paragraph":
      case "item":
        return this.#continueText(line, open);
      default:
        return undefined;
    }
  }

  #continueText(line: string, open: OpenText): Block[] | undefined {
    const content = line.trimStart();
    const inner = this.#items.at(-1)?.column ?? 0;
    if (indentOf(line) < inner) return undefined;
    const isHeader = beginsTable(open.lines.at(-1)!, line);
    // An item's first line is not a table's header.
    if (isHeader && (open.kind === "paragraph" || open.lines.length > 1)) return this.#startTable(line, open);
    if (open.kind === "paragraph" && open.lines.length === 1 && underlinePattern.test(content)) {
      this.#open = undefined;
      return [{ ...placed(open.at), kind: "heading", level: 1, text: open.lines[0]! }];
    }
    if (this.#interrupts(content)) return undefined;
    return this.#append(open, line.slice(Math.min(indentOf(line), open.at.column)));
  }

  #isTableRow(content: string): boolean {
    return content.startsWith("|") || (content.includes("|") && !this.#interrupts(content));
  }

  #interrupts(content: string): boolean {
    const item = itemPattern.exec(content);
    // CommonMark: a list interrupts a paragraph only with content, and numbered only from 1. After
    // a list item, any marker starts the next item.
    if (item !== null && !rulePattern.test(content) && this.#items.length === 0) {
      return /^([-*+]|1[.)]) +\S/.test(content);
    }
    return (
      item !== null ||
      quotePattern.test(content) ||
      fencePattern.test(content) ||
      headingPattern.test(content) ||
      rulePattern.test(content) ||
      mathPattern.test(content)
    );
  }

  #append(open: OpenText, text: string): Block[] {
    open.lines.push(text);
    open.length += text.length + 1;
    if (open.length <= maxBlockLength) return [];
    const done = this.finish();
    if (open.kind === "table") this.#open = { kind: "table-rows", at: open.at };
    return done;
  }

  /** The last line of the open paragraph is the header of a table. */
  #startTable(delimiter: string, open: OpenText): Block[] {
    const header = open.lines.pop()!;
    const done = open.lines.length > 0 ? this.finish() : [];
    const { column } = open.at;
    const inner = this.#items.at(-1);
    const indent = open.kind === "item" ? (inner?.shown ?? 0) : open.at.indent;
    const at = { indent, column, gap: open.at.gap && done.length === 0 };
    const lines = [header.trim(), delimiter.trim()];
    this.#open = { kind: "table", at, lines, length: header.length + delimiter.length };
    return done;
  }

  #start(line: string, source: string): Block[] {
    const gap = this.#blankBefore;
    this.#blankBefore = false;
    const column = indentOf(line);
    const content = line.slice(column);
    this.#items = this.#items.filter((item) => item.column <= column);
    const base = this.#items.at(-1) ?? { column: 0, shown: 0 };
    const place = { indent: base.shown + column - base.column, column, gap };
    const isIndented = column - base.column >= 4;
    const item = itemPattern.exec(content);
    if (item !== null && !rulePattern.test(content) && (!isIndented || base.column > 0)) {
      return this.#startItem(content, item, place);
    }
    if (isIndented && (base.column === 0 || !fencePattern.test(content))) {
      const text = withoutIndent(source, base.column);
      return [{ kind: "verbatim", line: text, indent: base.shown, gap }];
    }
    const heading = headingPattern.exec(content)?.[0].length;
    if (heading !== undefined) {
      const text = withoutClosingMarks(content.slice(heading).trim());
      return [{ ...placed(place), kind: "heading", level: heading, text }];
    }
    if (rulePattern.test(content)) return [{ ...placed(place), kind: "rule" }];
    if (fencePattern.test(content)) return [this.#startFence(content, place)];
    if (mathPattern.test(content)) {
      this.#open = { kind: "math", close: content.startsWith("$") ? "$$" : "\\]" };
      return [{ ...placed(place), indent: 0, kind: "verbatim", line: source }];
    }
    if (quotePattern.test(content) && this.#depth < maxQuoteDepth) {
      const inner = new BlockSplitter(this.#depth + 1);
      const open: Open = { kind: "quote", at: place, inner, isFirst: true };
      this.#open = open;
      return quoted(open, inner.push(withoutQuoteMark(content)));
    }
    const at = base.column === 0 ? { ...place, indent: 0 } : place;
    this.#open = { kind: "paragraph", at, lines: [content], length: content.length };
    return [];
  }

  #startItem(content: string, [whole, marker = "", spaces = ""]: RegExpExecArray, place: Place): Block[] {
    const task = taskPattern.exec(content.slice(whole.length))?.[0];
    const isNumbered = /^\d/.test(marker);
    const shownMarker = [isNumbered ? marker : undefined, task].filter(Boolean).join(" ") || "•";
    // More than four spaces are indentation of the item's text.
    const padding = spaces.length >= 1 && spaces.length <= 4 ? spaces.length : 1;
    const column = place.column + marker.length + padding;
    this.#items = [...this.#items, { column, shown: place.indent + shownMarker.length + 1 }];
    const text = content.slice(marker.length + padding).slice(task === undefined ? 0 : task.length + 1);
    const at = { ...place, column };
    if (fencePattern.test(text)) {
      const item: Block = { ...placed(place), kind: "item", marker: shownMarker, text: "" };
      return [item, this.#startFence(text, { ...at, gap: false })];
    }
    this.#open = { kind: "item", at, marker: shownMarker, lines: [text], length: content.length };
    return [];
  }

  #startFence(content: string, place: Place): Block {
    const [, marker = "", info = ""] = fencePattern.exec(content)!;
    this.#open = { kind: "fence", marker: marker[0]!, length: marker.length, indent: place.column };
    // Code begins at the left edge, so that it can be copied.
    return { kind: "fence-open", info: info.trim(), indent: 0, gap: place.gap };
  }

  // In CommonMark, a line that is indented less than its list item ends the fence. Models often
  // forget that indentation, so here only the closing marker ends it.
  #insideFence(source: string, { marker, length, indent }: Extract<Open, { kind: "fence" }>): Block {
    const content = source.trim();
    if (content.length >= length && content === marker.repeat(content.length)) {
      this.#open = undefined;
      return { kind: "fence-close", indent: 0, gap: false };
    }
    return { kind: "code", line: withoutIndent(source, indent), indent: 0, gap: false };
  }

  #insideMath(source: string, close: string): Block {
    if (source.includes(close)) this.#open = undefined;
    return { kind: "verbatim", line: source, indent: 0, gap: false };
  }
}

function cloneOpen(open: Open | undefined): Open | undefined {
  if (open === undefined) return undefined;
  if (open.kind === "quote") return { ...open, inner: open.inner.clone() };
  return "lines" in open ? { ...open, lines: [...open.lines] } : open;
}

function placed({ indent, gap }: Place): { indent: number; gap: boolean } {
  return { indent, gap };
}

function quoted(open: Extract<Open, { kind: "quote" }>, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    const { isFirst } = open;
    open.isFirst = false;
    return { kind: "quote", block, isFirst, indent: open.at.indent, gap: isFirst && open.at.gap };
  });
}

/** Whether the block is a line of code or LaTeX, also in a quote: it is shown as it is copied. */
export function isCopied(block: Block): boolean {
  return block.kind === "quote" ? isCopied(block.block) : block.kind === "code" || block.kind === "verbatim";
}

/** "## Title ##" */
function withoutClosingMarks(title: string): string {
  return title.replace(/(^|\s)#+$/, "").trim();
}

function withoutQuoteMark(content: string): string {
  return content.slice(content[1] === " " ? 2 : 1);
}
