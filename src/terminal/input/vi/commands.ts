/** The commands of vi's normal mode that are one letter, besides the operators. */
import { causing, vertical } from "../actions.ts";
import {
  type Editor,
  insert,
  lineEnd,
  lineStart,
  moveTo,
  nextGrapheme,
  previousGrapheme,
  removeTo,
} from "../editor.ts";
import { startSearch } from "../search.ts";
import { type Action, edit, type InputContext, type InputState, type Step } from "../state.ts";
import { redo, undo } from "../undo.ts";
import type { Command } from "./command.ts";
import { otherCase } from "./motions.ts";
import { findOf, operate, targetOf } from "./operators.ts";
import type { ViState } from "./state.ts";

/** A command without an operator. */
export function single(state: InputState, command: Command, context: InputContext): Step {
  const { editor } = state;
  const { name, count, argument } = command;
  const alias = operatorAliases[name];
  if (alias !== undefined) {
    const [operator = "", motion = ""] = Array.from(alias);
    return operate(state, { count, operator, name: motion, argument: "" });
  }
  const target = targetOf(state, command);
  if (target !== undefined) {
    const vi = { ...(state.vi as ViState), ...findOf(command) };
    return { state: { ...edit(state, moveTo(editor, target.index)), vi } };
  }
  if (name === "r") {
    let end = editor.cursor;
    for (let time = 0; time < count && end < lineEnd(editor); time += 1)
      end = nextGrapheme(moveTo(editor, end));
    const replaced = insert(removeTo(editor, end), argument.repeat(end > editor.cursor ? count : 0));
    return {
      state: edit(state, moveTo(replaced, Math.max(editor.cursor, replaced.cursor - argument.length))),
    };
  }
  if (name === "p" || name === "P") return { state: put(state, name, count) };
  const action = singles.get(name);
  if (action === undefined) return { state };
  let step: Step = { state };
  for (let time = 0; time < (repeats.has(name) ? count : 1) && step.effect === undefined; time += 1) {
    step = action(step.state, context);
  }
  return step;
}

/** Commands that are short for an operator with a motion. */
const operatorAliases: Readonly<Record<string, string>> = {
  x: "dl",
  X: "dh",
  D: "d$",
  C: "c$",
  Y: "yy",
  s: "cl",
  S: "cc",
};

/** Commands that a count repeats. */
const repeats: ReadonlySet<string> = new Set(["j", "k", "u", "U", "~"]);

const inserting =
  (place: (editor: Editor) => Editor): Action =>
  (state) => ({
    state: { ...edit(state, place(state.editor)), vi: { ...(state.vi as ViState), mode: "insert" } },
  });

const singles: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["i", inserting((editor) => editor)],
  ["I", inserting((editor) => moveTo(editor, lineStart(editor)))],
  ["a", inserting((editor) => moveTo(editor, Math.min(nextGrapheme(editor), lineEnd(editor))))],
  ["A", inserting((editor) => moveTo(editor, lineEnd(editor)))],
  ["o", inserting((editor) => insert(moveTo(editor, lineEnd(editor)), "\n"))],
  [
    "O",
    inserting((editor) => {
      const start = lineStart(editor);
      return moveTo(insert(moveTo(editor, start), "\n"), start);
    }),
  ],
  ["j", vertical(1)],
  ["k", vertical(-1)],
  ["u", (state) => ({ state: undo(state) })],
  ["U", (state) => ({ state: redo(state) })],
  [
    "~",
    ({ editor, ...state }) => {
      const end = Math.min(nextGrapheme(editor), lineEnd(editor));
      const letter = otherCase(editor.text.slice(editor.cursor, end));
      return { state: { ...state, editor: insert(removeTo(editor, end), letter) } };
    },
  ],
  ["/", (state) => ({ state: startSearch(state) })],
  ["?", (state) => ({ state: startSearch(state) })],
  ["v", causing({ type: "open-editor" })],
]);

/** p and P: the removed text, after the cursor's character or before it; lines below or above. */
function put(state: InputState, name: "p" | "P", count: number): InputState {
  const { editor, killed } = state;
  const isAfter = name === "p";
  if ((state.vi as ViState).killedLines) {
    const place = isAfter ? lineEnd(editor) : lineStart(editor);
    const lines = (isAfter ? `\n${killed}` : `${killed}\n`).repeat(count);
    return edit(state, moveTo(insert(moveTo(editor, place), lines), isAfter ? place + 1 : place));
  }
  if (killed === "") return state;
  const place = isAfter ? Math.min(nextGrapheme(editor), lineEnd(editor)) : editor.cursor;
  const put = insert(moveTo(editor, place), killed.repeat(count));
  return edit(state, moveTo(put, previousGrapheme(put)));
}
