/**
 * Splits markdown, line by line, into blocks that are rendered and printed one by one, so that the
 * finished part of a streamed answer is never painted again.
 *
 * It follows CommonMark's block structure as far as splitting needs it (what starts a block, what
 * continues it); the renderer does the rest. Two kinds of blocks are smaller than CommonMark's,
 * because theirs can grow taller than a window: each list item is a block, and so is each line of a
 * code fence, also inside a list item.
 */

/**
 * `indent`: columns by which the source was indented inside list items.
 * `gap`: whether a blank line precedes the block in the source.
 */
export type Block =
  /** Markdown: a paragraph or table, a list item, or (section) anything else. Lines end with \n. */
  | { kind: "prose" | "item" | "section"; text: string; indent: number; gap: boolean }
  | { kind: "fence-open"; language: string; indent: number; gap: boolean }
  | { kind: "code"; line: string; indent: number; gap: false }
  | { kind: "fence-close"; indent: number; gap: false };

type Fence = { marker: string; length: number; indent: number };
type OpenBlock = {
  kind: "prose" | "item" | "quote" | "indented";
  text: string;
  indent: number;
  gap: boolean;
};

// Longer paragraphs are cut, because a paragraph is rendered again for each token.
const maxBlockLength = 8192;

const fencePattern = /^( *)(`{3,}(?=[^`]*$)|~{3,})\s*(.*?)\s*$/;
const itemPattern = /^( *)([-*+]|\d{1,9}[.)])( +(?=\S)|\s*$)/;
const headingPattern = /^ {0,3}#{1,6}(\s|$)/;
const rulePattern = /^ {0,3}([-*_])( *\1){2,} *$/;
const setextPattern = /^ {0,3}(=+|-+) *$/;

export class BlockSplitter {
  #open: OpenBlock | undefined;
  #fence: Fence | undefined;
  /** Content columns of the open list items, outermost first. */
  #items: readonly number[] = [];
  #blankBefore = false;

  /** A splitter in the same state, for a preview. */
  clone(): BlockSplitter {
    const copy = new BlockSplitter();
    // Only the text of an open block is mutated, so the rest is shared.
    copy.#open = this.#open && { ...this.#open };
    copy.#fence = this.#fence;
    copy.#items = this.#items;
    copy.#blankBefore = this.#blankBefore;
    return copy;
  }

  /** @param source one line without its line break @returns the blocks it completes */
  push(source: string): Block[] {
    const line = expandTabs(source);
    if (this.#fence !== undefined) return [this.#insideFence(line, this.#fence)];
    const done: Block[] = [];
    if (line.trim() === "") {
      const kind = this.#open?.kind;
      if (kind !== "item" && kind !== "indented") done.push(...this.finish());
      if (this.#open !== undefined) this.#open.text += "\n";
      this.#blankBefore = true;
      return done;
    }
    if (this.#continues(line)) this.#append(line, done);
    else this.#start(line, done);
    return done;
  }

  /** Completes the open block. An unclosed fence stays open in the rendering, too. */
  finish(): Block[] {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return [];
    const kind = open.kind === "quote" || open.kind === "indented" ? "section" : open.kind;
    const text = `${open.text.trimEnd()}\n`;
    return [{ kind, text, indent: open.indent, gap: open.gap }];
  }

  // In CommonMark, a line that is indented less than its list item ends the fence. Models often
  // forget that indentation, so here only the closing marker ends it.
  #insideFence(line: string, marks: Fence): Block {
    const { indent } = marks;
    const content = line.trim();
    if (content.length >= marks.length && content === marks.marker.repeat(content.length)) {
      this.#fence = undefined;
      return { kind: "fence-close", indent, gap: false };
    }
    return { kind: "code", line: line.slice(Math.min(indentOf(line), indent)), indent, gap: false };
  }

  #continues(line: string): boolean {
    const open = this.#open;
    if (open === undefined) return false;
    const indent = indentOf(line);
    const content = line.slice(indent);
    const inner = this.#items.at(-1) ?? 0;
    if (open.kind === "indented") return indent >= 4;
    if (fencePattern.test(line)) return false;
    if (open.kind === "item") {
      if (indent >= inner) return true;
      return !this.#blankBefore && !startsBlock(content);
    }
    if (open.kind === "quote") return content.startsWith(">") || !startsBlock(content);
    if (setextPattern.test(line)) return true;
    const item = itemPattern.exec(content);
    // After a list item, any marker starts the next item, also below a paragraph of that item.
    if (item !== null) return this.#items.length === 0 && !mayInterrupt(item[2]!, content);
    return !startsBlock(content);
  }

  #append(line: string, done: Block[]): void {
    const open = this.#open!;
    const strip = open.kind === "prose" ? indentOf(line) : Math.min(indentOf(line), open.indent);
    open.text += `${line.slice(strip)}\n`;
    this.#blankBefore = false;
    const underline = open.kind === "prose" && setextPattern.test(line) && !line.includes("|");
    if (underline || open.text.length > maxBlockLength) done.push(...this.finish());
  }

  #start(line: string, done: Block[]): void {
    done.push(...this.finish());
    const gap = this.#blankBefore;
    this.#blankBefore = false;
    const indent = indentOf(line);
    const content = line.slice(indent);
    this.#items = this.#items.filter((column) => column <= indent);
    const base = this.#items.at(-1) ?? 0;

    const marks = fencePattern.exec(line);
    if (marks !== null && (base > 0 || indent < 4)) {
      const marker = marks[2]!;
      this.#fence = { marker: marker[0]!, length: marker.length, indent };
      done.push({ kind: "fence-open", language: marks[3]!.split(/\s/)[0]!, indent, gap });
      return;
    }
    if (base === 0 && indent >= 4) {
      this.#open = { kind: "indented", text: `${line}\n`, indent: 0, gap };
      return;
    }
    if (headingPattern.test(content) || rulePattern.test(content)) {
      done.push({ kind: "section", text: `${content}\n`, indent, gap });
      return;
    }
    const item = itemPattern.exec(content);
    if (item !== null) {
      const padding = item[3]!.length;
      // More than four spaces are an indented code block inside the item.
      const width = item[2]!.length + (padding >= 1 && padding <= 4 ? padding : 1);
      this.#items = [...this.#items, indent + width];
      this.#open = { kind: "item", text: `${content}\n`, indent, gap };
      return;
    }
    const kind = content.startsWith(">") ? "quote" : "prose";
    this.#open = { kind, text: `${content}\n`, indent, gap };
  }
}

function startsBlock(content: string): boolean {
  return (
    content.startsWith(">") ||
    fencePattern.test(content) ||
    headingPattern.test(content) ||
    rulePattern.test(content) ||
    itemPattern.test(content)
  );
}

/** CommonMark: a list interrupts a paragraph only with content, and numbered only from 1. */
function mayInterrupt(marker: string, content: string): boolean {
  const isFirst = /^[-*+]/.test(marker) || /^1[.)]/.test(marker);
  return isFirst && content.length > marker.length && content.slice(marker.length).trim() !== "";
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/**
 * Replaces tabs by spaces, with CommonMark's tab stops of four: columns are counted in characters.
 */
function expandTabs(line: string): string {
  let result = line;
  for (let at = result.indexOf("\t"); at !== -1; at = result.indexOf("\t")) {
    result = result.slice(0, at) + " ".repeat(4 - (at % 4)) + result.slice(at + 1);
  }
  return result;
}
