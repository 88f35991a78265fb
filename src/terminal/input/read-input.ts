/**
 * Reads one input: takes keys and paints frames until it is submitted.
 *
 * It follows the design of @clack/core's Prompt (state → render → diff), but can't use it. Prompt
 * reads through Node's readline, with one interface per prompt: keys typed between prompts are
 * lost, a paste submits at its first line break, and Alt+Enter is Enter. It also hides the cursor
 * and draws its own, which input methods and screen readers can't follow.
 */
import type { Colors } from "../colors.ts";
import type { KeySource } from "../key-source.ts";
import { LiveRegion } from "../live-region.ts";
import { columnsOf, onResize, rowsOf, type TerminalOutput } from "../output.ts";
import { type Complete, type InputState, initialState, reduce } from "./reducer.ts";
import { view } from "./view.ts";

export type InputResult =
  | { type: "line"; text: string }
  /** Ctrl+D on an empty line, or the terminal is gone. */
  | { type: "eof" }
  /** Ctrl+C; what was typed is dropped. */
  | { type: "interrupt" };

export type InputOptions = {
  keys: Pick<KeySource, "next" | "hasBuffered">;
  output: TerminalOutput;
  colors: Colors;
  /** Oldest first. */
  history: readonly string[];
  complete: Complete;
  prompt?: string;
  /** The initial text. */
  text?: string;
};

const clearScreen = "\x1b[H\x1b[2J";

/** The input stays on the screen as `prompt -> text`; the cursor is on the row below it. */
export async function readInput(options: InputOptions): Promise<InputResult> {
  const { keys, output, colors, history, complete, prompt = "prompt -> ", text = "" } = options;
  const region = new LiveRegion(output);
  let state = initialState(history, text);
  const paint = (shown: InputState, height: number): void => {
    const frame = view(shown, { prompt, columns: columnsOf(output), height, colors });
    region.paint(frame.rows, frame.cursor);
  };
  const repaint = (): void => paint(state, rowsOf(output) - 1);
  const finish = (): void => {
    paint({ ...state, completion: undefined }, Number.POSITIVE_INFINITY);
    region.end();
  };

  using _resize = onResize(output, repaint);
  for (;;) {
    // Painted only if no key is buffered, so text that was typed ahead appears in one frame.
    if (!keys.hasBuffered) repaint();
    const key = await keys.next();
    if (key.type === "end") {
      finish();
      return { type: "eof" };
    }
    const step = reduce(state, key, complete);
    state = step.state;
    const { effect } = step;
    switch (effect?.type) {
      case "submit":
        finish();
        return { type: "line", text: effect.text };
      case "eof":
      case "interrupt":
        finish();
        return { type: effect.type };
      case "clear-screen":
        output.write(clearScreen);
        region.screenCleared();
        break;
      case "redraw":
        region.screenCleared();
        break;
      case undefined:
        break;
    }
  }
}
