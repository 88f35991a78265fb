/**
 * What the keys that nothing has read yet will make of the next prompts. The reducer is pure, so
 * the same keys are reduced once for this preview and once when a prompt reads them.
 */
import type { Colors } from "../colors.ts";
import type { Key } from "../keys.ts";
import type { Position } from "../live-region.ts";
import { editorOf } from "./editor.ts";
import { unsent, withEntry } from "./recall.ts";
import { reduce } from "./reducer.ts";
import { type InputContext, type InputState, initialState } from "./state.ts";
import { view } from "./view.ts";

type FrameOptions = { columns: number; height: number; prompt: string; colors: Colors };

type Preview = {
  /** How many keys are reduced already, the first of them and the last. */
  readonly count: number;
  readonly first: Key | undefined;
  readonly last: Key | undefined;
  /** Inputs that are submitted. */
  readonly submitted: readonly string[];
  readonly draft: InputState;
};

export class PendingInput {
  readonly #source: { readonly buffered: readonly Key[] };
  readonly #begin: () => InputState;
  readonly #context: (columns: number) => InputContext;
  #preview: Preview | undefined;

  /** @param begin the state of the next prompt */
  constructor(
    source: { readonly buffered: readonly Key[] },
    begin: () => InputState,
    context: (columns: number) => InputContext,
  ) {
    this.#source = source;
    this.#begin = begin;
    this.#context = context;
  }

  /** @returns no rows if nothing was typed; the cursor is relative to the first row */
  frame({ columns, height, prompt, colors }: FrameOptions): { rows: string[]; cursor: Position } {
    const { submitted, draft } = this.#update(columns);
    const empty = { rows: [], cursor: { row: 0, column: 0 } };
    if (submitted.length === 0 && draft.editor.text === "" && draft.search === undefined) return empty;
    const draftFrame = view(draft, { prompt, columns, height, colors });
    const room = Math.max(0, height - draftFrame.rows.length);
    const above = (room === 0 ? [] : submitted.slice(-room)).flatMap((text) => {
      const state = { ...initialState([]), editor: editorOf(text) };
      return view(state, { prompt, columns, height, colors }).rows.map(colors.dim);
    });
    const rows = [...(room === 0 ? [] : above.slice(-room)), ...draftFrame.rows];
    const { row, column } = draftFrame.cursor;
    return { rows, cursor: { row: rows.length - draftFrame.rows.length + row, column } };
  }

  #update(columns: number): Preview {
    const keys = this.#source.buffered;
    const known = this.#preview;
    // Keys are only added at the end, until a prompt takes the first ones. Without any, the next
    // prompt may begin with another history.
    const isLonger = known !== undefined && known.count > 0 && beginsWith(keys, known);
    let { submitted, draft }: Pick<Preview, "submitted" | "draft"> = isLonger
      ? known
      : { submitted: [], draft: this.#begin() };
    for (const key of keys.slice(isLonger ? known.count : 0)) {
      const { state, effect } = reduce(draft, key, this.#context(columns));
      if (effect?.type !== "submit") {
        draft = state;
        continue;
      }
      submitted = [...submitted, effect.text];
      const history = [...unsent(draft), effect.text].reduce(withEntry, draft.history);
      draft = { ...this.#begin(), history, historyIndex: history.length };
    }
    this.#preview = { count: keys.length, first: keys[0], last: keys.at(-1), submitted, draft };
    return this.#preview;
  }
}

function beginsWith(keys: readonly Key[], { count, first, last }: Preview): boolean {
  return count <= keys.length && keys[0] === first && keys[count - 1] === last;
}
