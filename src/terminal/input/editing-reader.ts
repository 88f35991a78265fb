/** Reads inputs with {@link readInput}, one after the other. */

import type { InputResult, LineReader } from "./line-reader.ts";
import { type InputOptions, readInput } from "./read-input.ts";

type EditingReaderOptions = Omit<InputOptions, "text">;

export class EditingReader implements LineReader {
  readonly #options: EditingReaderOptions;

  constructor(options: EditingReaderOptions) {
    this.#options = options;
  }

  async read({ text = "" }: { text?: string } = {}): Promise<InputResult> {
    const { output, colors } = this.#options;
    for (let isAgain = false; ; isAgain = true) {
      const input = await readInput({ ...this.#options, text: isAgain ? "" : text });
      if (input.type !== "interrupt") return input;
      if (isAgain) return { type: "eof" };
      output.write(`${colors.dim("Type quit or press Ctrl+C again to leave.")}\n\n`);
    }
  }
}
