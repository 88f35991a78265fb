/**
 * Whether a terminal is known to show links (OSC 8). Unknown terminals get none: some print the
 * addresses as text. The library supports-hyperlinks decides alike, but reads process.env and the
 * arguments of the process itself.
 */
import type { Environment } from "../base/paths.ts";

/** Versions are compared by their first two numbers: 3.4 is 304, 0.50 is 50. */
type Version = number;

const programs: Readonly<Record<string, Version>> = {
  "iTerm.app": 301,
  WezTerm: 0,
  vscode: 172,
  ghostty: 0,
  tmux: 304,
  Tabby: 0,
  rio: 0,
  zed: 0,
  WarpTerminal: Number.POSITIVE_INFINITY,
};

/** NO_HYPERLINK and FORCE_HYPERLINK (any value but "0") override what is known. */
export function supportsHyperlinks(
  env: Environment,
  stream: { readonly isTTY?: boolean | undefined },
): boolean {
  const { TERM = "", TERM_PROGRAM: program = "" } = env;
  if (env.NO_HYPERLINK) return false;
  if (env.FORCE_HYPERLINK) return env.FORCE_HYPERLINK !== "0";
  if (stream.isTTY !== true || TERM === "dumb" || env.CI) return false;
  // Inside tmux and screen, the variables of the outer terminal say nothing.
  const isMultiplexed = Boolean(env.TMUX || env.STY) && program !== "tmux";
  if (isMultiplexed) return false;
  if (program in programs) return versionOf(env.TERM_PROGRAM_VERSION) >= programs[program]!;
  if (/^(xterm-kitty|xterm-ghostty|foot|alacritty|contour|wezterm)/.test(TERM)) return true;
  // VTE 0.50.0 crashed on some links.
  if (env.VTE_VERSION !== undefined) return Number(env.VTE_VERSION) > 5000;
  return Boolean(env.WT_SESSION || env.KONSOLE_VERSION || env.DOMTERM);
}

function versionOf(text = ""): Version {
  const [major = 0, minor = 0] = (text.match(/\d+/g) ?? []).map(Number);
  return 100 * major + Math.min(99, minor);
}
