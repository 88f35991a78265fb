/** Decides from the environment and the stream whether to use colours. */
import pico from "picocolors";
import type { Environment } from "../base/paths.ts";
import { isDumb } from "./capabilities.ts";

export type Colors = ReturnType<typeof pico.createColors>;

/** Colours for one stream: stdout and stderr may differ if one of them is a pipe. */
export function createColors(env: Environment, stream: { readonly isTTY?: boolean | undefined }): Colors {
  return pico.createColors(wantsColors(env, stream.isTTY === true));
}

/**
 * NO_COLOR (no-color.org: any non-empty value) overrides FORCE_COLOR (force-color.org; "0" and
 * "false" mean no, as in Node), which overrides the kind of the stream.
 */
function wantsColors(env: Environment, isTTY: boolean): boolean {
  if (env.NO_COLOR) return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false";
  return isTTY && !isDumb(env);
}
