/**
 * Decides from the environment and the stream which colours and styles to use. NO_COLOR removes the
 * colours only: bold, dim, italic and underline keep their meaning without them (no-color.org).
 */
import pico from "picocolors";
import type { Environment } from "../base/paths.ts";
import { isDumb } from "./capabilities.ts";

type Picocolors = ReturnType<typeof pico.createColors>;

/** Functions that style a text. Those without effect return it unchanged. */
export type Colors = Picocolors & {
  /**
   * Whether bold, dim and the like have an effect. False means that the stream gets no control
   * sequence: it is not a terminal, or a "dumb" one. `isColorSupported` is about colours alone.
   */
  readonly hasStyles: boolean;
};

/** picocolors' functions that are not colours. */
const styleNames = [
  "reset",
  "bold",
  "dim",
  "italic",
  "underline",
  "inverse",
  "hidden",
  "strikethrough",
] as const satisfies readonly (keyof Picocolors)[];

type StreamKind = { readonly isTTY?: boolean | undefined };

/** Colours for one stream: stdout and stderr may differ if one of them is a pipe. */
export function createColors(env: Environment, stream: StreamKind): Colors {
  const isTTY = stream.isTTY === true;
  const forced = forcedColor(env);
  const hasStyles = isTTY ? !isDumb(env) : forced === true && !env.NO_COLOR;
  const hasColors = hasStyles && !env.NO_COLOR && forced !== false;
  const styled = pico.createColors(hasStyles);
  if (hasColors === hasStyles) return { ...styled, hasStyles };
  const colors = { ...pico.createColors(false), hasStyles };
  for (const name of styleNames) colors[name] = styled[name];
  return colors;
}

/** FORCE_COLOR (force-color.org); "0" and "false" mean no, as in Node. NO_COLOR overrides it. */
function forcedColor({ FORCE_COLOR: value }: Environment): boolean | undefined {
  if (value === undefined || value === "") return undefined;
  return value !== "0" && value !== "false";
}
