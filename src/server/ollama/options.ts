/** Translates the options of Ollama's requests for the engine. */
import type { GenerateOptions } from "../../protocol/chat.ts";
import type { Exchange } from "../exchange.ts";
import { defined } from "../request/fields.ts";
import { thinkingOf } from "../request/thinking.ts";
import { type AnswerFields, type OllamaOptions, optionNames } from "./schema.ts";

/** Far more than a context has. */
const allTokens = 2 ** 31 - 1;

/** @param ignored gets the options without effect here, such as num_ctx */
export function generateOptions(
  { options, format, think, logprobs, top_logprobs: likeliest }: AnswerFields,
  ignored: Exchange["ignored"],
): GenerateOptions {
  nameUnknown(options, ignored);
  const { num_predict: limit, stop, top_k: topK, seed, repeat_last_n: lastN } = options ?? {};
  return {
    sampling: {
      ...defined("temperature", options?.temperature),
      ...defined("topK", topK === undefined ? undefined : Math.max(0, topK)),
      ...defined("topP", options?.top_p),
      ...defined("minP", options?.min_p),
      // Negative: a random one.
      ...defined("seed", seed === undefined || seed < 0 ? undefined : seed >>> 0),
      ...defined("repeatPenalty", options?.repeat_penalty),
      ...defined("repeatLastN", lastN === undefined ? undefined : lastN < 0 ? allTokens : lastN),
      ...defined("presencePenalty", options?.presence_penalty),
      ...defined("frequencyPenalty", options?.frequency_penalty),
      ...defined("jsonSchema", schemaOf(format)),
    },
    maxTokens: limit === undefined || limit <= 0 ? Number.POSITIVE_INFINITY : limit,
    ...defined("stop", typeof stop === "string" ? [stop] : stop),
    ...thinkingOf(typeof think === "boolean" ? { isOn: think } : { effort: think }),
    ...(logprobs ? { logprobs: likeliest ?? 0 } : {}),
  };
}

/** Also in strict mode they are no error: most clients send num_ctx with each request. */
export function nameUnknown(options: OllamaOptions | undefined, ignored: Exchange["ignored"]): void {
  for (const name of Object.keys(options ?? {})) {
    if (!optionNames.includes(name)) ignored.leaveOut(`options.${name}`);
  }
}

function schemaOf(format: AnswerFields["format"]): string | undefined {
  if (format === undefined || format === "") return undefined;
  return JSON.stringify(format === "json" ? { type: "object" } : format);
}
