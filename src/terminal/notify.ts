/**
 * Tells the user that long work is done, if the window doesn't have the focus: by a notification
 * where the terminal is known to show them, else by the bell.
 */
import type { Environment } from "../base/paths.ts";
import type { TerminalOutput } from "./output.ts";

/** Shorter work is waited for. */
const minWorkMs = 30_000;

type NotifyOptions = {
  output: Pick<TerminalOutput, "write">;
  env: Environment;
  /** Whether the window has the focus; undefined if the terminal doesn't report it. */
  isFocused: boolean | undefined;
  /** How long the work took. */
  milliseconds: number;
};

export function notifyDone({ output, env, isFocused, milliseconds }: NotifyOptions): void {
  if (milliseconds < minWorkMs || isFocused === true) return;
  // A terminal that doesn't report the focus may have it: a notification would be too much.
  output.write(isFocused === false ? notificationFor(env) : bell);
}

const bell = "\x07";
const title = "anechat";
const body = "The answer is complete";

/**
 * - OSC 9 (iTerm2, "Proprietary Escape Codes"), also of WezTerm and Ghostty
 * - OSC 99 (kitty, "Desktop notifications")
 * - OSC 777 (urxvt, "notify"), also of foot
 *
 * tmux and screen pass none of them on, but they do pass the bell on.
 */
function notificationFor({ TMUX, STY, TERM = "", TERM_PROGRAM = "" }: Environment): string {
  if (TMUX || STY) return bell;
  if (["iTerm.app", "WezTerm", "ghostty"].includes(TERM_PROGRAM)) return `\x1b]9;${title}: ${body}\x07`;
  if (TERM === "xterm-kitty") return `\x1b]99;;${title}: ${body}\x1b\\`;
  if (/^(foot|rxvt)/.test(TERM)) return `\x1b]777;notify;${title};${body}\x07`;
  return bell;
}
