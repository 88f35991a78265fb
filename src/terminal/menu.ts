/** Lends the terminal to a menu of @clack/prompts, and takes care of what that doesn't: signals, Ctrl+D and Ctrl+Z. */
import { updateSettings } from "@clack/prompts";

/** What a menu is shown in. The abort of its signal closes it, and leaves the terminal as it was. */
export type MenuTerminal = {
  input: NodeJS.ReadStream;
  output: NodeJS.WriteStream;
  signal: AbortSignal;
};

/** What is used of `process`. */
export type MenuProcess = {
  readonly pid: number;
  on(event: "SIGTSTP" | "SIGCONT", listener: () => void): unknown;
  off(event: "SIGTSTP" | "SIGCONT", listener: () => void): unknown;
  kill(pid: number, signal: "SIGTSTP"): unknown;
};

const showCursor = "\x1b[?25h";

/**
 * Shows a menu, and shows it anew when the process goes on after Ctrl+Z: the shell has written over it meanwhile, and
 * its input was paused.
 * @param show opens the menu; called again each time
 */
export async function showMenu<T>(
  terminal: MenuTerminal,
  process: MenuProcess,
  show: (terminal: MenuTerminal) => Promise<T>,
): Promise<T> {
  // Ctrl+D ends the input: without this the menu would stay, and take no more keys.
  updateSettings({ aliases: { "\x04": "cancel" } });
  for (;;) {
    const resumed = new AbortController();
    const stop = (): void => {
      // The shell needs it, and the menu shows none.
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
