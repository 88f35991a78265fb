/** What all commands with a menu share. Imported lazily, as the menus are. */
import { type MenuTerminal, showMenu } from "../terminal/menu.ts";
import type { Io } from "./io.ts";

/** Shows a menu. Ctrl+C, SIGTERM and the end of the terminal close it, and the terminal is then as it was. */
export async function withMenu<T>(io: Io, show: (terminal: MenuTerminal) => Promise<T>): Promise<T> {
  using interrupt = io.onInterrupt();
  // stdout is for answers, but a menu has to be seen.
  const output = io.stderr.isTTY ? io.stderr : io.stdout;
  return await showMenu({ input: io.stdin, output, signal: interrupt.signal }, process, show);
}
