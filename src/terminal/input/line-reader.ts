/** How the prompt loop reads an input. The two kinds of keyboard (keyboard.ts) implement it. */
import type { TypedAhead } from "../typed-ahead.ts";

export type InputResult =
  | { type: "line"; text: string }
  /** Esc Esc on an empty line: the user wants to change the last question. */
  | { type: "edit-last" }
  /** Ctrl+O on an empty line: the user wants to read the last answer's thoughts. */
  | { type: "thoughts" }
  /** Ctrl+D on an empty line, Ctrl+C twice on an empty line, or the terminal is gone. */
  | { type: "eof" };

export type LineReader = {
  /**
   * One reading at a time.
   * @param options.text the text to edit
   */
  read(options?: { text?: string }): Promise<InputResult>;
  /** Undefined where the terminal itself shows what is typed. */
  readonly typedAhead?: TypedAhead;
};
