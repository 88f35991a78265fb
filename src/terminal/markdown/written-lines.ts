/** The blocks of a terminal without styles: each line as it was written, with all its markers. */
import { type Block, BlockSplitter } from "./blocks.ts";

export class WrittenLines {
  /** Tells code, which is not wrapped, from text. */
  readonly #splitter: BlockSplitter;

  constructor(splitter: BlockSplitter = new BlockSplitter()) {
    this.#splitter = splitter;
  }

  get isInFence(): boolean {
    return this.#splitter.isInFence;
  }

  push(line: string): Block[] {
    const wasInFence = this.isInFence;
    this.#splitter.push(line);
    const kind = wasInFence || this.isInFence ? "verbatim" : "written";
    return [{ kind, line, indent: 0, gap: false }];
  }

  finish(): Block[] {
    return [];
  }

  clone(): WrittenLines {
    return new WrittenLines(this.#splitter.clone());
  }
}
