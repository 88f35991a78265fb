/** The blocks of a terminal without styles: each line as it was written. */
import type { Block } from "./blocks.ts";

export class WrittenLines {
  /** Lines are kept whole, as those of code are. */
  readonly isInFence = true;

  push(line: string): Block[] {
    return [{ kind: "verbatim", line, indent: 0, gap: false }];
  }

  finish(): Block[] {
    return [];
  }

  clone(): WrittenLines {
    return this;
  }
}
