/** Runs a menu of @clack/prompts, and handles what clack doesn't: signals, Ctrl+D and Ctrl+Z. */
import { updateSettings } from "@clack/prompts";

/** The terminal of a menu. Aborting the signal closes the menu and restores the terminal. */
export type MenuTerminal = {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  signal: AbortSignal;
};

/** The used part of `process`. */
type MenuProcess = {
  readonly pid: number;
  on(event: "SIGTSTP" | "SIGCONT", listener: () => void): unknown;
  off(event: "SIGTSTP" | "SIGCONT", listener: () => void): unknown;
  kill(pid: number, signal: "SIGTSTP"): unknown;
};

/**
 * For a menu that narrows as one types: Enter on an empty list keeps the menu open.
 * @param value undefined if no entry matches what was typed
 * @returns what is wrong; undefined if an entry is chosen
 */
export function mustMatch(value: unknown): string | undefined {
  return value === undefined ? "Type something else, or press Esc to leave" : undefined;
}

const showCursor = "\x1b[?25h";

/**
 * Shows a menu. After Ctrl+Z and fg it is shown again: the shell has overwritten it, and its input
 * was paused.
 * @param show opens the menu; called each time
 */
export async function showMenu<T>(
  terminal: MenuTerminal,
  process: MenuProcess,
  show: (terminal: MenuTerminal) => Promise<T>,
): Promise<T> {
  // Ctrl+D ends the input: without this the menu would stay, but accept no keys.
  updateSettings({ aliases: { "\x04": "cancel" } });
  for (;;) {
    const resumed = new AbortController();
    const stop = (): void => {
      // The menu hides the cursor, which the shell needs.
      terminal.output.write(showCursor);
      process.off("SIGTSTP", stop);
      process.kill(process.pid, "SIGTSTP");
    };
    const resume = (): void => resumed.abort();
    process.on("SIGTSTP", stop);
    process.on("SIGCONT", resume);
    try {
      const chosen = await show({
        ...terminal,
        signal: AbortSignal.any([terminal.signal, resumed.signal]),
      });
      if (terminal.signal.aborted || !resumed.signal.aborted) return chosen;
    } finally {
      process.off("SIGTSTP", stop);
      process.off("SIGCONT", resume);
    }
  }
}
