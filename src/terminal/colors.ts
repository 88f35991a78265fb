/** Whether to colour, decided once from the environment and the stream, and picocolors made for it. */
import pico from "picocolors";
import type { Environment } from "../base/paths.ts";

export type Colors = ReturnType<typeof pico.createColors>;

/** Colours for one stream: stdout and stderr may differ, as one of them may be a pipe. */
export function createColors(env: Environment, stream: { readonly isTTY?: boolean | undefined }): Colors {
  return pico.createColors(wantsColors(env, stream.isTTY === true));
}

/**
 * NO_COLOR (no-color.org: any non-empty value) wins over FORCE_COLOR (force-color.org; "0" and
 * "false" mean no, as in Node), which wins over what the stream is.
 */
function wantsColors(env: Environment, isTTY: boolean): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return isTTY && env.TERM !== "dumb";
}
