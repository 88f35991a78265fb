/**
 * vi's normal mode for the input line: counts, the operators d, c and y with motions and text
 * objects, and the single-key commands of POSIX sh's vi mode.
 */
import type { Key } from "../../keys.ts";
import { submit } from "../actions.ts";
import { insert } from "../editor.ts";
import { keyTable } from "../keymap.ts";
import { edit, type InputContext, type InputState, type Step } from "../state.ts";
import { redo } from "../undo.ts";
import { parse } from "./command.ts";
import { single } from "./commands.ts";
import { onCharacter } from "./motions.ts";
import { operate } from "./operators.ts";
import type { ViState } from "./state.ts";

type Reduce = (state: InputState, key: Key, context: InputContext) => Step;

/** Keys that stand for a motion. */
const motionKeys: Readonly<Record<string, string>> = {
  left: "h",
  right: "l",
  backspace: "h",
  home: "0",
  end: "$",
  "ctrl+left": "b",
  "ctrl+right": "w",
};

/** @param reduce plays the keys of the last change again, for "." */
export function viKey(state: InputState, key: Key, context: InputContext, reduce: Reduce): Step {
  const vi = state.vi as ViState;
  if (key.type === "paste") return { state: edit(state, insert(state.editor, key.text)) };
  if (key.type === "text") {
    const [first = "", ...others] = Array.from(key.text);
    if (others.length === 0) {
      const isRepeat = first === "." && vi.pending === "";
      return isRepeat ? repeated(state, context, reduce) : typed(state, first, context);
    }
    // Several letters of one read are commands, and perhaps text, one after the other.
    let step: Step = { state };
    for (const text of [first, ...others]) step = reduce(step.state, { type: "text", text }, context);
    return step;
  }
  const { name } = key;
  if (name === "escape") {
    if (vi.pending !== "") return { state: pending(state, "") };
    return keyTable.get("escape")?.(state, context) ?? { state };
  }
  const motion = motionKeys[name];
  if (motion !== undefined) return typed(state, motion, context);
  if (name === "ctrl+r") return { state: onLine(redo(pending(state, ""))) };
  const action = name === "enter" ? submit : keyTable.get(name);
  const step = action?.(pending(state, ""), context);
  return step === undefined ? { state } : { ...step, state: onLine(step.state) };
}

function typed(state: InputState, character: string, context: InputContext): Step {
  const vi = state.vi as ViState;
  const keys = vi.pending + character;
  const command = parse(keys);
  if (command === "incomplete") return { state: pending(state, keys) };
  const ready = pending(state, "");
  if (command === undefined) return { state: ready };
  const step = command.operator === undefined ? single(ready, command, context) : operate(ready, command);
  const hasChanged = step.state.editor.text !== state.editor.text || step.state.vi?.mode === "insert";
  const isRepeatable = hasChanged && !/^\d*[uU]$/.test(keys) && step.effect === undefined;
  if (!isRepeatable || step.state.vi === undefined) return { ...step, state: onLine(step.state) };
  const change = Array.from(keys, (text): Key => ({ type: "text", text }));
  const next = step.state.vi;
  const remembered: ViState =
    next.mode === "insert" ? { ...next, recording: change } : { ...next, lastChange: change };
  return { ...step, state: onLine({ ...step.state, vi: remembered }) };
}

/** ".": plays the keys of the last change again. */
function repeated(state: InputState, context: InputContext, reduce: Reduce): Step {
  const { lastChange } = state.vi as ViState;
  let next = state;
  for (const key of lastChange) next = reduce(next, key, context).state;
  return { state: { ...next, vi: { ...(next.vi as ViState), lastChange } } };
}

function pending(state: InputState, keys: string): InputState {
  return { ...state, vi: { ...(state.vi as ViState), pending: keys } };
}

function onLine(state: InputState): InputState {
  if (state.vi?.mode !== "normal") return state;
  const editor = onCharacter(state.editor);
  const { goal } = state;
  // j and k go on to the same column after a shorter line.
  return { ...state, editor, goal: goal?.editor === state.editor ? { ...goal, editor } : goal };
}
