/** Counts the tokens of a conversation without answering it, for every API that has such a route. */
import type { Exchange } from "../exchange.ts";
import { inputWithPreset, optionsWithPreset } from "../preset.ts";
import type { Question } from "./choices.ts";

/**
 * With what a preset adds, as answer() does.
 * @param model by default the server's first
 * @throws as ModelPool.lease and LocalEngine.countTokens
 */
export async function countPrompt(
  model: string | undefined,
  { input, options }: Pick<Question, "input" | "options">,
  { service, stats, signal }: Exchange,
): Promise<number> {
  using lease = await service.pool.lease(model);
  stats.model = lease.name;
  const { engine, preset } = lease.model;
  const whole = inputWithPreset(input, preset);
  if (whole.kind !== "messages") throw new Error("only messages have a number of tokens");
  return engine.countTokens(whole.messages, { ...optionsWithPreset(options, preset), signal });
}
