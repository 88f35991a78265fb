/** Says that a model, or its server, can't do what `--think` asks for. */
import { basename } from "node:path";
import { readModelDescription } from "../models/description.ts";
import type { Io } from "./io.ts";
import type { Model } from "./model/obtain-model.ts";
import type { ModelSession } from "./session/session.ts";
import { thinkingOf } from "./thinking.ts";
import { thinkingSupport } from "./thinking-support.ts";

/** @param word of --think; undefined if it is not given */
export function noteThinking(
  model: Model,
  session: ModelSession,
  word: string | undefined,
  io: Pick<Io, "note">,
): void {
  if (word === undefined) return;
  const { thinking, reasoningBudget } = thinkingOf(word);
  if (session.kind === "remote") {
    if (reasoningBudget !== undefined && !session.backend.takesReasoningBudget)
      io.note(
        `${session.place} takes no number of tokens for reasoning: --think low, medium or high may work.`,
      );
    return;
  }
  if (!thinking || model.kind !== "local") return;
  const { reasons } = thinkingSupport(readModelDescription(model.path).chatTemplate ?? "");
  if (!reasons) io.note(`${basename(model.path)} doesn't reason: --think has no effect.`);
}
