/** Extracts the fenced code blocks of an answer (backticks or tildes) as it streams. */
export class FencedBlocks {
  /** The blocks as far as they have arrived. */
  readonly blocks: string[] = [];
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
      this.#fence = mark;
      this.blocks.push("");
      return this.blocks.length === 1 ? "" : "\n";
    }
    if (mark?.startsWith(this.#fence) && line.trim() === mark) {
      this.#fence = undefined;
      return "";
    }
    this.blocks[this.blocks.length - 1] += `${line}\n`;
    return `${line}\n`;
  }
}

/** The fenced blocks of a text. */
export function codeBlocks(text: string): readonly string[] {
  const fenced = new FencedBlocks();
  fenced.push(text);
  fenced.end();
  return fenced.blocks;
}
