/** An output stream of a terminal, such as process.stdout and process.stderr. */
export type TerminalOutput = {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  on?(event: "resize", listener: () => void): unknown;
  off?(event: "resize", listener: () => void): unknown;
  /** Node's and Bun's tty.WriteStream: reads the size again, and reports a resize. */
  _refreshSize?(): void;
};

// Some pseudo-terminals report 0 × 0 until their size is set.
export function columnsOf(output: TerminalOutput): number {
  return output.columns || 80;
}

export function rowsOf(output: TerminalOutput): number {
  return output.rows || 24;
}

/**
 * Reads the window's size now. The event for a resize comes later than the resize: rows that are
 * painted in between would be painted for the old size.
 */
export function refreshSize(output: TerminalOutput): void {
  output._refreshSize?.();
}

/** Calls `listener` when the window's size changes, until disposed. */
export function onResize(output: TerminalOutput, listener: () => void): Disposable {
  output.on?.("resize", listener);
  return { [Symbol.dispose]: () => output.off?.("resize", listener) };
}

/** One row, cut at the window's edge. */
export function fitted(row: string, columns: number): string {
  if (Bun.stringWidth(row) <= columns) return row;
  const room = Math.max(1, columns - 1);
  const cut = Bun.sliceAnsi(row, 0, room);
  // A wide character at the cut may stand out.
  return `${Bun.stringWidth(cut) <= room ? cut : Bun.sliceAnsi(row, 0, room - 1)}…`;
}

/**
 * The sequence that copies a text to the terminal's clipboard, also through ssh and tmux: OSC 52
 * (xterm, "Manipulate Selection Data"). Some terminals ignore it.
 */
export function copySequence(text: string): string {
  return `\x1b]52;c;${Buffer.from(text).toString("base64")}\x07`;
}
