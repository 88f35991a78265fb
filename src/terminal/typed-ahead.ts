/** What the user has typed while no prompt reads: rows that are shown below the growing answer. */
import type { Position } from "./live-region.ts";
export type TypedAhead = {
  /** @returns no rows if nothing was typed; the cursor is relative to the first row */
  frame(columns: number, height: number): { rows: readonly string[]; cursor: Position };
  /** Calls `listener` whenever the rows may have changed, until disposed. */
  onChange(listener: () => void): Disposable;
};
