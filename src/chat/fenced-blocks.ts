/** Extracts the fenced code blocks of an answer (backticks or tildes) as it streams. */
export class FencedBlocks {
  /** The last block, as far as it has arrived. */
  newest: string | undefined;
  #line = "";
  #fence: string | undefined;

  /** @returns the lines of code that this text completes; an empty line separates blocks */
  push(text: string): string {
    const lines = (this.#line + text).split("\n");
    this.#line = lines.pop() ?? "";
    return lines.map((line) => this.#take(line)).join("");
  }

  /** @returns the last line of code, if no line break ended it */
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
