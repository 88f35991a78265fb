/**
 * Reads inputs on a terminal: takes keys and paints frames until an input is submitted. What is
 * typed while nothing reads is shown below the growing answer, and read next.
 *
 * It follows the design of @clack/core's Prompt (state → render → diff), but can't use it. Prompt
 * reads through Node's readline, with one interface per prompt: keys typed between prompts are
 * lost, a paste submits at its first line break, and Alt+Enter is Enter. It also hides the cursor
 * and draws its own, which input methods and screen readers can't follow.
 */
import { messageOf } from "../../base/errors.ts";
import type { Reflow } from "../capabilities.ts";
import type { Colors } from "../colors.ts";
import type { History } from "../history.ts";
import type { KeySource } from "../key-source.ts";
import { LiveRegion } from "../live-region.ts";
import { columnsOf, onResize, rowsOf, type TerminalOutput } from "../output.ts";
import { sanitize } from "../sanitize.ts";
import type { TypedAhead } from "../typed-ahead.ts";
import { withoutBlockQuotes } from "./block-quotes.ts";
import { editorOf } from "./editor.ts";
import type { InputResult, LineReader } from "./line-reader.ts";
import { PendingInput } from "./pending-input.ts";
import { unsent } from "./recall.ts";
import { reduce } from "./reducer.ts";
import { type InputContext, type InputEffect, type InputState, initialState } from "./state.ts";
import { recorded } from "./undo.ts";
import { view } from "./view.ts";

/** How the line is edited. */
export type LineEditing = {
  colors: Colors;
  history: Pick<History, "entries" | "remember">;
  complete: InputContext["complete"];
  /** Edits with vi's keys. */
  vi?: boolean | undefined;
  /** Edits a text in the user's editor. @throws AnechatError if that fails */
  openEditor?: ((text: string) => string | Promise<string>) | undefined;
  prompt?: string | undefined;
};

type LineEditorOptions = LineEditing & {
  keys: Pick<KeySource, "next" | "hasBuffered" | "buffered" | "onBuffered">;
  output: TerminalOutput;
  /** What the terminal does with the cursor when the window becomes narrower. */
  reflow?: Reflow | undefined;
};

const clearScreen = "\x1b[H\x1b[2J";

export class LineEditor implements LineReader {
  readonly #options: LineEditorOptions;
  readonly #prompt: string;
  readonly typedAhead: TypedAhead;

  constructor(options: LineEditorOptions) {
    this.#options = options;
    this.#prompt = options.prompt ?? "prompt -> ";
    const pending = new PendingInput(
      options.keys,
      () => this.#begin(),
      (columns) => this.#context(columns),
    );
    this.typedAhead = {
      frame: (columns, height) =>
        pending.frame({ columns, height, prompt: this.#prompt, colors: options.colors }),
      onChange: (listener) => options.keys.onBuffered(listener),
    };
  }

  /**
   * The input stays on the screen as `prompt -> text`; the cursor is on the row below it.
   * @param options.text a text to edit: Ctrl+C gives the edit up, and is `eof`
   */
  async read({ text = "" }: { text?: string } = {}): Promise<InputResult> {
    const { keys, output, colors, history, reflow } = this.#options;
    const region = new LiveRegion(output);
    let state = this.#begin(text);
    const paint = (shown: InputState, height: number): void => {
      const frame = view(shown, { prompt: this.#prompt, columns: columnsOf(output), height, colors });
      region.paint(frame.rows, frame.cursor);
    };
    const repaint = (): void => paint(state, rowsOf(output) - 1);
    using _resize = onResize(output, () => {
      // Rows may have scrolled away: the user must see the whole text again.
      region.clear(reflow);
      repaint();
    });
    for (;;) {
      // Painted only if no key is buffered, so text that was typed ahead appears in one frame.
      if (!keys.hasBuffered) repaint();
      const key = await keys.next();
      const step =
        key.type === "end"
          ? { state, effect: { type: "eof" as const } }
          : reduce(state, key, this.#context(columnsOf(output)));
      if (step.effect?.type === "submit" || step.effect?.type === "cleared") {
        for (const one of unsent(state)) history.remember(one);
      }
      state = step.state;
      const result = step.effect && resultOf(step.effect);
      if (result !== undefined) {
        paint(calm(state), Number.POSITIVE_INFINITY);
        region.end();
        return result;
      }
      if (step.effect?.type === "cleared") history.remember(step.effect.text);
      // A text that was given to edit: Ctrl+C gives up the edit, not only its words.
      if (step.effect?.type === "cleared" && text !== "") {
        region.end();
        return { type: "eof" };
      }
      if (step.effect !== undefined) state = await this.#cause(step.effect, state, region);
    }
  }

  #begin(text = ""): InputState {
    const { history, vi = false } = this.#options;
    return initialState(history.entries, { text, vi });
  }

  #context(columns: number): InputContext {
    return { complete: this.#options.complete, prompt: this.#prompt, columns };
  }

  /** Does what a key asks for besides editing. */
  async #cause(effect: InputEffect, state: InputState, region: LiveRegion): Promise<InputState> {
    const { output } = this.#options;
    switch (effect.type) {
      case "open-editor":
        return await this.#edited(state, region);
      case "clear-screen":
        output.write(clearScreen);
        region.screenCleared();
        return state;
      case "redraw":
        region.screenCleared();
        return state;
      default:
        return state;
    }
  }

  /** The text comes back into the line, and isn't submitted. */
  async #edited(state: InputState, region: LiveRegion): Promise<InputState> {
    const { openEditor } = this.#options;
    if (openEditor === undefined) return state;
    region.clear();
    try {
      const text = sanitize(await openEditor(state.editor.text));
      const edited = { ...state, editor: editorOf(text), completion: undefined };
      return recorded(state, edited);
    } catch (error) {
      return { ...state, notice: messageOf(error) };
    }
  }
}

function resultOf(effect: InputEffect): InputResult | undefined {
  switch (effect.type) {
    case "submit":
      return { type: "line", text: withoutBlockQuotes(effect.text) };
    case "eof":
    case "edit-last":
    case "thoughts":
      return { type: effect.type };
    default:
      return undefined;
  }
}

/** Without what belongs to the prompt only while it is edited. */
function calm(state: InputState): InputState {
  const vi = state.vi && { ...state.vi, mode: "insert" as const };
  return { ...state, completion: undefined, search: undefined, notice: undefined, vi };
}
