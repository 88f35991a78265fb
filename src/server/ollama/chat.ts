/** /api/chat: answers a conversation, as a stream unless `stream` is false. */
import { z } from "zod";
import { type Exchange, post } from "../exchange.ts";
import { defined, optional } from "../request/fields.ts";
import { maxTools } from "../request/tools.ts";
import { completed } from "./complete.ts";
import { loadOrUnload } from "./load.ts";
import { requireServed } from "./names.ts";
import { generateOptions } from "./options.ts";
import { message, messagesOf, tool, toolUseOf } from "./question.ts";
import { answerFields } from "./schema.ts";
import type { Part } from "./stream.ts";

const chatRequest = z.object({
  ...answerFields,
  messages: optional(z.array(message).max(10_000)),
  tools: optional(z.array(tool).max(maxTools)),
});

type ChatRequest = z.output<typeof chatRequest>;

export const chat = post("/api/chat", "ollama", "Answers a conversation (Ollama)", chatRequest, complete);

async function complete(request: ChatRequest, exchange: Exchange): Promise<Response> {
  const arrived = performance.now();
  const { service, ignored } = exchange;
  const served = requireServed(request.model, service.pool);
  const { messages = [] } = request;
  if (messages.length === 0) {
    return loadOrUnload({ ...request, served, part: chatPart({ text: "" }) }, exchange);
  }
  const input = { kind: "messages", messages: messagesOf(messages, ignored) } as const;
  const options = {
    ...generateOptions(request, ignored),
    ...defined("toolUse", toolUseOf(request.tools, ignored)),
  };
  return completed({ request, served, arrived, input, options, part: chatPart }, exchange);
}

function chatPart({ text = "", thinking, calls = [] }: Part): object {
  return {
    message: {
      role: "assistant",
      content: text,
      ...defined("thinking", thinking),
      ...(calls.length === 0 ? {} : { tool_calls: calls }),
    },
  };
}
