/** Leaves vi's insert mode, and records the keys of a change for ".". */
import type { Key } from "../../keys.ts";
import { lineStart, moveTo, previousGrapheme } from "../editor.ts";
import { edit, type InputState } from "../state.ts";
import type { ViState } from "./state.ts";

/** Escape in insert mode: the cursor goes onto the last typed character, as in vi. */
export function viNormal(state: InputState, vi: ViState): InputState {
  const { editor } = state;
  const cursor = editor.cursor > lineStart(editor) ? previousGrapheme(editor) : editor.cursor;
  const armed = editor.text === "" ? "escape" : undefined;
  return {
    ...edit(state, moveTo(editor, cursor)),
    completion: undefined,
    armed,
    vi: { ...vi, mode: "normal", pending: "" },
  };
}

/** Records the keys of a change that goes on in insert mode, until Escape ends it. */
export function rememberedKey(before: InputState, after: InputState, key: Key): InputState {
  const vi = after.vi;
  const recording = before.vi?.recording;
  if (vi === undefined || recording === undefined || before.vi?.mode !== "insert") return after;
  const keys = [...recording, key];
  const isOver = vi.mode === "normal";
  return {
    ...after,
    vi: isOver ? { ...vi, recording: undefined, lastChange: keys } : { ...vi, recording: keys },
  };
}
