/**
 * What a terminal understands, decided from the environment: asking the terminal itself would delay
 * the start, and a late answer would be typed into the shell.
 */
import type { Environment } from "../base/paths.ts";

/** Values of TERM of terminals without control sequences. Emacs sets them in its shell buffers. */
const dumbTerms: ReadonlySet<string> = new Set(["dumb", "emacs", "unknown"]);

/**
 * Whether a terminal understands no control sequences at all, as in Emacs' M-x shell. On Windows
 * TERM is normally unset, and the console understands them.
 */
export function isDumb({ TERM = "" }: Environment, platform: NodeJS.Platform = process.platform): boolean {
  return TERM === "" ? platform !== "win32" : dumbTerms.has(TERM);
}

/**
 * What becomes of the cursor when the window becomes narrower. "wraps": the terminal wraps all rows
 * again, and the cursor stays on its character. "cuts": the cursor's row stays one row (xterm.js, in
 * VS Code, wraps only the others).
 */
export type Reflow = "wraps" | "cuts";

/** The first row that matches decides: tmux wraps in every terminal, and calls itself screen. */
const reflows: readonly (readonly [variable: string, value: RegExp, reflow: Reflow])[] = [
  ["TMUX", /./, "wraps"],
  ["TERM_PROGRAM", /^vscode$/, "cuts"],
  ["XTERM_VERSION", /./, "cuts"],
  ["TERM", /^(linux|rxvt|screen)/, "cuts"],
  ["TERM", /^(tmux|xterm-kitty|xterm-ghostty|alacritty|foot|wezterm)/, "wraps"],
  ["TERM_PROGRAM", /^(tmux|iTerm\.app|WezTerm|ghostty|Apple_Terminal)$/, "wraps"],
  ["VTE_VERSION", /./, "wraps"],
  ["KONSOLE_VERSION", /./, "wraps"],
  ["WT_SESSION", /./, "wraps"],
];

/** @returns undefined if it is unknown, as over ssh */
export function reflowOf(env: Environment): Reflow | undefined {
  return reflows.find(([name, value]) => value.test(env[name] ?? ""))?.[2];
}

/** Control sequences that switch the keyboard's modes on, and those that undo them. */
export type KeyboardModes = { readonly on: string; readonly off: string };

/** A paste is bracketed by two sequences, so that its line breaks are not Enter. */
export const bracketedPaste: KeyboardModes = { on: "\x1b[?2004h", off: "\x1b[?2004l" };

/** The terminal reports when its window gets and loses the focus (xterm's "Control sequences"). */
const focusEvents: KeyboardModes = { on: "\x1b[?1004h", off: "\x1b[?1004l" };

/**
 * The flags 1, "disambiguate escape codes", and 4, "report alternate keys", so that Ctrl+C is known
 * in every keyboard layout. They are pushed on the terminal's stack of flags, and popped from it
 * (sw.kovidgoyal.net/kitty/keyboard-protocol, "Progressive enhancement").
 */
const kittyProtocol: KeyboardModes = { on: "\x1b[>5u", off: "\x1b[<u" };

/**
 * XTMODKEYS (xterm's "Control sequences"). Some terminals misread it as underlined and bold text,
 * which the sequence after it resets.
 */
const modifyOtherKeys: KeyboardModes = { on: "\x1b[>4;1m\x1b[m", off: "\x1b[>4m\x1b[m" };

/** Terminals that misread the sequences of extended keys, or print them. */
const withoutExtendedKeys: readonly (readonly [variable: string, value: RegExp])[] = [
  ["TERM", /^(linux|kmscon)/],
  ["TERM_PROGRAM", /^Apple_Terminal$/],
  ["TERMINAL_EMULATOR", /^JetBrains-JediTerm$/],
];

/** The modes that a chat asks for while it reads keys. */
export function keyboardModes(env: Environment): KeyboardModes {
  const hasExtendedKeys = !withoutExtendedKeys.some(([name, value]) => value.test(env[name] ?? ""));
  const modes = [bracketedPaste, focusEvents, ...(hasExtendedKeys ? [modifyOtherKeys, kittyProtocol] : [])];
  return {
    on: modes.map(({ on }) => on).join(""),
    off: modes
      .map(({ off }) => off)
      .reverse()
      .join(""),
  };
}
