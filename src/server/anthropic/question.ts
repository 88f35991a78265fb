/** Translates a Messages request for the engine. */
import type { GenerateOptions, Message } from "../../protocol/chat.ts";
import type { Question } from "../answer/choices.ts";
import { defined } from "../request/fields.ts";
import type { IgnoredFields } from "../request/ignored-fields.ts";
import { thinkingOf } from "../request/thinking.ts";
import { messagesOf } from "./history.ts";
import { refuseCompaction, refuseUnsupported } from "./refusals.ts";
import type { CountRequest, MessagesRequest } from "./schema.ts";
import { toolUseOf } from "./tools.ts";

/** @throws ApiError `invalid` for fields that don't fit together or can't be served */
export function questionOf(request: MessagesRequest, ignored: IgnoredFields): Question {
  refuseCompaction(request);
  const { messages, options } = promptOf(request, ignored);
  const format = request.output_config?.format ?? request.output_format;
  return {
    input: { kind: "messages", messages },
    options: {
      sampling: {
        ...defined("temperature", request.temperature),
        ...defined("topP", request.top_p),
        ...defined("topK", request.top_k),
        ...(format === undefined ? {} : { jsonSchema: JSON.stringify(format.schema) }),
      },
      maxTokens: request.max_tokens,
      ...defined("stop", request.stop_sequences),
      ...options,
    },
    choices: 1,
    truncate: request.truncate ?? false,
  };
}

/** What makes the prompt: its messages and the options that change it. @throws as questionOf */
export function promptOf(
  request: CountRequest,
  ignored: IgnoredFields,
): {
  messages: Message[];
  options: Pick<GenerateOptions, "toolUse" | "thinking" | "reasoningEffort" | "reasoningBudget">;
} {
  refuseUnsupported(request);
  const { thinking } = request;
  return {
    messages: messagesOf(request, ignored),
    options: {
      ...thinkingOf({
        isOn: thinking && thinking.type !== "disabled",
        effort: effortOf(request),
        budget: thinking?.type === "enabled" ? thinking.budget_tokens : undefined,
      }),
      ...defined("toolUse", toolUseOf(request, ignored)),
    },
  };
}

/** The newest system message with an effort sets it for the turns after it. */
function effortOf({ messages, output_config: config }: CountRequest): string | undefined {
  const efforts = messages.map((message) =>
    message.role === "system" ? message.output_config?.effort : undefined,
  );
  return efforts.findLast((effort) => effort !== undefined) ?? config?.effort;
}

/** Whether the client wants to see the model's reasoning. */
export function showsThinking({ thinking }: Pick<CountRequest, "thinking">): boolean {
  return thinking === undefined || !("display" in thinking) || thinking.display !== "omitted";
}
