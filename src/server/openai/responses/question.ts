/** Translates a request of /v1/responses for the engine. */
import type { GenerateOptions, Message } from "../../../protocol/chat.ts";
import type { Question } from "../../answer/choices.ts";
import { ApiError } from "../../api-error.ts";
import { defined } from "../../request/fields.ts";
import type { IgnoredFields } from "../../request/ignored-fields.ts";
import { thinkingOf } from "../../request/thinking.ts";
import { messagesOf, type PlacedItem } from "./history.ts";
import type { ResponsesRequest } from "./schema.ts";
import { type CallNames, offeredTools } from "./tools.ts";

/** The value of `include` that asks for the probabilities of an answer's tokens. */
const logprobsField = "message.output_text.logprobs";

export function wantsLogprobs({ include }: Pick<ResponsesRequest, "include">): boolean {
  return include?.includes(logprobsField) === true;
}

export type ResponsesQuestion = { question: Question; names: CallNames };

/**
 * @param items of earlier responses and of the request
 * @throws ApiError `invalid` for what can't be done here
 */
export function questionOf(
  request: ResponsesRequest,
  items: readonly PlacedItem[],
  ignored: IgnoredFields,
): ResponsesQuestion {
  const { toolUse, names } = offeredTools(request, ignored);
  const isCounted = request.stream === true && request.timings_per_token === true;
  const options: GenerateOptions = {
    sampling: {
      ...defined("temperature", request.temperature),
      ...defined("topP", request.top_p),
      ...defined("jsonSchema", schemaOf(request)),
    },
    maxTokens: request.max_output_tokens ?? Number.POSITIVE_INFINITY,
    ...thinkingOf({ effort: request.reasoning?.effort }),
    ...(wantsLogprobs(request) ? { logprobs: request.top_logprobs ?? 0 } : isCounted ? { logprobs: 0 } : {}),
    ...defined("toolUse", toolUse),
  };
  const { instructions } = request;
  const system: Message[] = instructions ? [{ role: "system", content: instructions }] : [];
  const messages = [...system, ...messagesOf(items, ignored)];
  if (messages.length === 0) throw new ApiError("invalid", "input: it has no message", { path: "input" });
  return {
    question: {
      input: { kind: "messages", messages },
      options,
      choices: 1,
      truncate: request.truncation === "auto",
    },
    names,
  };
}

function schemaOf({ text }: ResponsesRequest): string | undefined {
  const format = text?.format;
  if (format?.type === "json_object") return JSON.stringify({ type: "object" });
  return format?.type === "json_schema" ? JSON.stringify(format.schema) : undefined;
}

/** @throws ApiError `invalid` for fields that would change the answer and have no meaning here */
export function refuseImpossible({
  background,
  conversation,
  prompt,
}: Pick<ResponsesRequest, "background" | "conversation" | "prompt">): void {
  const refuse = (path: string, why: string): never => {
    throw new ApiError("invalid", `${path}: ${why}`, { path });
  };
  if (background === true) refuse("background", "answers can't be made in the background here; use stream");
  if (conversation !== undefined)
    refuse("conversation", "there are no conversations here; use previous_response_id");
  if (prompt !== undefined)
    refuse("prompt", "there are no stored prompts here; send their text as instructions and input");
}
