/**
 * The keyboard of a chat. On most terminals anechat reads keys and edits the line itself; on a
 * terminal without control sequences it reads lines. The chat doesn't know which.
 */
import type { Environment } from "../base/paths.ts";
import type { Shutdown } from "../base/shutdown.ts";
import { isDumb, keyboardModes, reflowOf } from "./capabilities.ts";
import { CookedReader } from "./input/cooked-reader.ts";
import { type LineEditing, LineEditor } from "./input/line-editor.ts";
import type { LineReader } from "./input/line-reader.ts";
import type { InterruptOptions } from "./interrupts.ts";
import { type KeyInput, KeySource, type ProcessEvents } from "./key-source.ts";
import { LineSource } from "./line-source.ts";
import type { TerminalOutput } from "./output.ts";
import { twoColumns } from "./two-columns.ts";

/** Keys and what they do. */
type KeyHelp = readonly (readonly [key: string, does: string])[];

/** Disposing it restores the terminal. */
export type Keyboard = Disposable & {
  /** What is typed before this call waits for it. */
  reader(editing: LineEditing): LineReader;
  /**
   * Until disposed, Ctrl+C calls `stop`, unless a prompt reads. So do SIGTERM and the end of the
   * terminal, and Esc if the options say so.
   */
  onInterrupt(stop: () => void, options?: InterruptOptions): Disposable;
  /** Gives the terminal to other code while the work runs. */
  lend<T>(work: () => T | Promise<T>): Promise<T>;
  /** Calls `listener` when the program continues after Ctrl+Z, until disposed. */
  onResume(listener: () => void): Disposable;
  /** Whether the window has the focus; undefined if the terminal doesn't report it. */
  readonly focused: boolean | undefined;
  /** The keys that the user should know, as rows of this width. */
  help(columns: number): string;
};

type KeyboardOptions = {
  input: KeyInput;
  output: TerminalOutput;
  process: ProcessEvents;
  shutdown: Pick<Shutdown, "onShutdown" | "hangUp">;
  env: Environment;
};

/** Takes the keyboard of a terminal: from here on, Ctrl+C doesn't end the process. */
export function openKeyboard(options: KeyboardOptions): Keyboard {
  return isDumb(options.env) ? cookedKeyboard(options) : rawKeyboard(options);
}

function rawKeyboard({ env, ...options }: KeyboardOptions): Keyboard {
  const { output } = options;
  const keys = new KeySource({ ...options, modes: keyboardModes(env) });
  return {
    reader: (editing) => {
      if (editing.vi) keys.withoutAlt();
      return new LineEditor({ ...editing, keys, output, reflow: reflowOf(env) });
    },
    onInterrupt: (stop, interrupt) => keys.onInterrupt(stop, interrupt),
    lend: (work) => keys.lend(work),
    onResume: (listener) => keys.onResume(listener),
    get focused() {
      return keys.focused;
    },
    help: (columns) => twoColumns(rawHelp, columns).join("\n"),
    [Symbol.dispose]: () => keys[Symbol.dispose](),
  };
}

function cookedKeyboard(options: KeyboardOptions): Keyboard {
  const { output } = options;
  const lines = new LineSource(options);
  return {
    reader: ({ prompt }) => new CookedReader({ lines, output, prompt }),
    onInterrupt: (stop, interrupt) => lines.onInterrupt(stop, interrupt),
    lend: (work) => lines.lend(work),
    // Nothing is painted again on a terminal without control sequences.
    onResume: () => ({ [Symbol.dispose]() {} }),
    focused: undefined,
    help: (columns) => twoColumns(cookedHelp, columns).join("\n"),
    [Symbol.dispose]: () => lines[Symbol.dispose](),
  };
}

const rawHelp: KeyHelp = [
  ["Ctrl+J", 'New line (also Shift+Enter, Alt+Enter, \\ at the end, or """ around it)'],
  ["Esc", "Stop an answer; twice on an empty line, edit the last question"],
  ["Ctrl+C", "Stop an answer, or clear the line; twice on an empty line, leave"],
  ["Ctrl+R", "Search the earlier questions; up and down recall them"],
  ["Ctrl+O", "Show the thoughts of the last answer"],
  ["Ctrl+G", "Write the question in your editor ($EDITOR)"],
];

const cookedHelp: KeyHelp = [
  ["\\", "At the end of a line: start a new line"],
  ['"""', "Before and after a text of several lines"],
  ["Ctrl+C", "Stop an answer, or clear the line; twice at the prompt, leave"],
];
