/** What vi keys remember between two keys. */
import type { Key } from "../../keys.ts";

export type ViState = {
  readonly mode: "insert" | "normal";
  /** The keys of a command that isn't complete: "2d". */
  readonly pending: string;
  /** The keys of the last change, for "."; of the current one, while it is typed. */
  readonly lastChange: readonly Key[];
  readonly recording: readonly Key[] | undefined;
  /** The last f, F, t or T with its character, for ; and ,. */
  readonly lastFind: { readonly kind: string; readonly character: string } | undefined;
  /** Whether the removed text was whole lines, which p puts below. */
  readonly killedLines: boolean;
};

export const viInsert: ViState = {
  mode: "insert",
  pending: "",
  lastChange: [],
  recording: undefined,
  lastFind: undefined,
  killedLines: false,
};
