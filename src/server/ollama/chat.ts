/** /api/chat: answers a conversation, as a stream unless `stream` is false. */
import { z } from "zod";
import { answer, collectChoices, type Question } from "../answer/choices.ts";
import { withModel } from "../answer/with-model.ts";
import { type Exchange, post } from "../exchange.ts";
import { defined, optional } from "../request/fields.ts";
import { loadOrUnload } from "./load.ts";
import { requireServed } from "./names.ts";
import { generateOptions } from "./options.ts";
import { message, messagesOf, tool, toolUseOf } from "./question.ts";
import { answerFields } from "./schema.ts";
import { type AnswerShape, lines, type Part, whole } from "./stream.ts";

const chatRequest = z.object({
  ...answerFields,
  messages: optional(z.array(message).max(10_000)),
  tools: optional(z.array(tool).max(1024)),
});

type ChatRequest = z.output<typeof chatRequest>;

export const chat = post("/api/chat", "ollama", "Answers a conversation (Ollama)", chatRequest, complete);

async function complete(request: ChatRequest, exchange: Exchange): Promise<Response> {
  const arrived = performance.now();
  const { service, ignored } = exchange;
  const model = requireServed(request.model, service.pool);
  const { messages = [], keep_alive, stream = true } = request;
  if (messages.length === 0) {
    return loadOrUnload({ ...request, served: model, part: chatPart({ text: "" }) }, exchange);
  }
  const question: Question = {
    input: { kind: "messages", messages: messagesOf(messages, ignored) },
    options: {
      ...generateOptions(request, ignored),
      ...defined("toolUse", toolUseOf(request.tools, ignored)),
    },
    choices: 1,
    truncate: request.truncate ?? true,
  };
  return withModel({ model, keep_alive, stream }, exchange, async (lease) => {
    const leased = performance.now();
    const shape: AnswerShape = {
      model: request.model,
      times: { arrived, leased },
      now: service.now,
      part: chatPart,
    };
    const answers = await answer(lease.model, question, exchange);
    if (stream) return { events: lines(answers, shape) };
    const [choice] = await collectChoices(answers, 1);
    if (choice === undefined) throw new Error("an answer ended without a result");
    return Response.json(whole(choice, answers, shape));
  });
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
