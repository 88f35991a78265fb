/**
 * Copies a text to the clipboard: by the terminal (OSC 52), which also works through ssh, and by
 * the first tool of this machine that succeeds. A terminal does not report whether it copied.
 */
import type { Environment } from "../../base/paths.ts";
import { isDumb } from "../../terminal/capabilities.ts";
import { copySequence, type TerminalOutput } from "../../terminal/output.ts";

/** Programs that copy their input: Wayland, X11, macOS, Windows and WSL. */
const tools: readonly (readonly [program: string, ...args: string[]])[] = [
  ["wl-copy"],
  ["xclip", "-selection", "clipboard"],
  ["xsel", "--clipboard", "--input"],
  ["pbcopy"],
  ["clip.exe"],
];

/** Tools wait for a display server that may not answer. */
const toolMs = 2000;

/** @returns the end of a sentence: "copied by xclip." */
export async function copyToClipboard(
  text: string,
  output: TerminalOutput,
  env: Environment,
): Promise<string> {
  const isTerminal = output.isTTY === true && !isDumb(env);
  if (isTerminal) output.write(copySequence(text));
  const tool = await copyByTool(text, env);
  if (tool !== undefined) return `copied by ${tool}.`;
  return isTerminal
    ? "copied, if the terminal allows it (OSC 52)."
    : "not copied: install wl-copy, xclip or xsel.";
}

async function copyByTool(text: string, env: Environment): Promise<string | undefined> {
  for (const [program, ...args] of tools) {
    const path = Bun.which(program, { PATH: env.PATH ?? "" });
    if (path !== null && (await succeeds([path, ...args], inputOf(program, text)))) return program;
  }
  return undefined;
}

/** clip.exe takes its input for the code page of the system, unless it is UTF-16 with a mark. */
function inputOf(program: string, text: string): Uint8Array {
  return program === "clip.exe" ? Buffer.from(`\uFEFF${text}`, "utf16le") : Buffer.from(text);
}

/** Tools fail without a display, and some stay in the background as long as they own the text. */
async function succeeds(command: string[], input: Uint8Array): Promise<boolean> {
  try {
    const child = Bun.spawn(command, {
      stdio: [input, "ignore", "ignore"],
      timeout: toolMs,
      killSignal: "SIGKILL",
    });
    return (await child.exited) === 0;
  } catch {
    return false;
  }
}
