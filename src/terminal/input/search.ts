/**
 * Ctrl+R: incremental search in the earlier inputs, as in readline. The line shows the newest entry
 * that has the typed words; Ctrl+R and Ctrl+S go to older and newer ones.
 */
import type { Key } from "../keys.ts";
import { moveTo } from "./editor.ts";
import { recall } from "./recall.ts";
import type { InputState, Search } from "./state.ts";

/** What the key does: `rest` is handled as usual, after the search has ended. */
type SearchStep = { state: InputState; rest?: "key" };

export function startSearch(state: InputState): InputState {
  const { editor, historyIndex } = state;
  return { ...state, search: { query: "", isFound: true, end: undefined, before: { editor, historyIndex } } };
}

export function searchKey(state: InputState, search: Search, key: Key): SearchStep {
  if (key.type !== "press") return { state: typed(state, search, search.query + key.text) };
  switch (key.name) {
    case "ctrl+r":
    case "up":
      return { state: next(state, search, -1) };
    case "ctrl+s":
    case "down":
      return { state: next(state, search, 1) };
    case "backspace":
    case "shift+backspace":
      return { state: typed(state, search, withoutLast(search.query)) };
    case "ctrl+g":
    case "ctrl+c":
      return {
        state: {
          ...recall(state, search.before.historyIndex),
          editor: search.before.editor,
          search: undefined,
        },
      };
    case "escape":
      return { state: { ...state, search: undefined } };
    default:
      return { state: { ...state, search: undefined }, rest: "key" };
  }
}

/** The place of the query in a text; upper and lower case count only if an upper case is typed. */
export function matchOf(text: string, query: string): number {
  if (query === "") return -1;
  return query === query.toLowerCase() ? text.toLowerCase().lastIndexOf(query) : text.lastIndexOf(query);
}

/** A longer query may still be in the shown entry; a shorter one may be in a newer one. */
function typed(state: InputState, search: Search, query: string): InputState {
  const from = query.startsWith(search.query) ? state.historyIndex : state.history.length;
  return find(state, { ...search, query, end: undefined }, from, -1);
}

function next(state: InputState, search: Search, step: 1 | -1): InputState {
  const found = find(state, { ...search, end: undefined }, state.historyIndex + step, step);
  return found.search?.isFound || !search.isFound ? found : { ...state, search: { ...search, end: step } };
}

function find(state: InputState, search: Search, from: number, step: 1 | -1): InputState {
  if (search.query === "") return { ...state, search: { ...search, isFound: true } };
  const shown = state.editor.text;
  const { length } = state.history;
  for (
    let index = step === -1 ? Math.min(from, length - 1) : from;
    index >= 0 && index < length;
    index += step
  ) {
    const text = state.changed.get(index) ?? state.history[index] ?? "";
    const at = matchOf(text, search.query);
    // Entries with the same text count once.
    if (at === -1 || (text === shown && index !== state.historyIndex)) continue;
    const found = recall(state, index);
    return { ...found, editor: moveTo(found.editor, at), search: { ...search, isFound: true } };
  }
  return { ...state, search: { ...search, isFound: false } };
}

function withoutLast(text: string): string {
  return Array.from(text).slice(0, -1).join("");
}
