/** The code of an answer: what stands in fences of backticks or tildes, taken line by line as it comes. */
export class FencedBlocks {
  /** The block that began last, as far as it is there. */
  newest: string | undefined;
  #line = "";
  #fence: string | undefined;

  /** @returns the lines of code that are complete with this; blocks are parted by an empty line */
  push(text: string): string {
    const lines = (this.#line + text).split("\n");
    this.#line = lines.pop() ?? "";
    return lines.map((line) => this.#take(line)).join("");
  }

  /** @returns what the last line has of code, if no line break ends it */
  end(): string {
    const last = this.#line;
    this.#line = "";
    return last === "" ? "" : this.#take(last);
  }

  #take(line: string): string {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (this.#fence === undefined) {
      if (mark === undefined) return "";
      const isFirst = this.newest === undefined;
      this.#fence = mark;
      this.newest = "";
      return isFirst ? "" : "\n";
    }
    if (mark?.startsWith(this.#fence) && line.trim() === mark) {
      this.#fence = undefined;
      return "";
    }
    this.newest += `${line}\n`;
    return `${line}\n`;
  }
}

/** The last fenced block of a text; undefined if it has none. */
export function lastCodeBlock(text: string): string | undefined {
  const blocks = new FencedBlocks();
  blocks.push(text);
  blocks.end();
  return blocks.newest;
}
