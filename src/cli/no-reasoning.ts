/** Says that a model can't do what `--think` asks for. */
import { basename } from "node:path";
import { hasReasoning } from "../models/capabilities.ts";
import { readModelDescription } from "../models/description.ts";
import type { GenerateOptions } from "../protocol/chat.ts";
import type { Io } from "./io.ts";
import type { Model } from "./model/obtain-model.ts";

/** Notes in a script that a local model can't reason, if `--think` asks for it. */
export function noteNoReasoning(model: Model, { thinking }: GenerateOptions, io: Pick<Io, "note">): void {
  if (thinking !== true || model.kind !== "local") return;
  if (!hasReasoning(readModelDescription(model.path).chatTemplate ?? ""))
    io.note(`${basename(model.path)} doesn't reason: --think has no effect.`);
}
