/** /v1/messages and /v1/messages/count_tokens: https://platform.claude.com/docs/en/api/messages */
import { answer, collectChoice, truncatedField } from "../answer/choices.ts";
import { countPrompt } from "../answer/count-prompt.ts";
import { withModel } from "../answer/with-model.ts";
import { type Exchange, post } from "../exchange.ts";
import { nameWithoutEffect } from "../request/thinking.ts";
import { promptOf, questionOf, showsThinking } from "./question.ts";
import { contentOf, headOf, type ReplyOptions, stopOf, usageOf } from "./reply.ts";
import { type CountRequest, countRequest, type MessagesRequest, messagesRequest } from "./schema.ts";
import { streamEvents } from "./stream.ts";

export const messages = post("/v1/messages", "anthropic", "Answers a conversation", messagesRequest, create);

export const countTokens = post(
  "/v1/messages/count_tokens",
  "anthropic",
  "Counts the tokens of a prompt",
  countRequest,
  count,
);

async function count(request: CountRequest, exchange: Exchange): Promise<Response> {
  const { messages, options } = promptOf(request, exchange.ignored);
  const question = { input: { kind: "messages", messages } as const, options };
  return Response.json({ input_tokens: await countPrompt(request.model, question, exchange) });
}

async function create(request: MessagesRequest, exchange: Exchange): Promise<Response> {
  const question = questionOf(request, exchange.ignored);
  const options: ReplyOptions = {
    stops: request.stop_sequences ?? [],
    showsThinking: showsThinking(request),
    isEmpty: request.max_tokens === 0,
  };
  return withModel(request, exchange, async (lease) => {
    nameWithoutEffect(question.options, exchange.service.pool.facts(lease.name), exchange.ignored);
    const answers = await answer(lease.model, question, exchange);
    const head = headOf(lease.name);
    if (request.stream) {
      return { events: streamEvents(answers, head, options) };
    }
    const choice = await collectChoice(answers);
    return Response.json({
      ...head,
      content: contentOf(choice, options),
      ...stopOf(choice.done, options.stops, choice.toolCalls.length > 0),
      usage: usageOf(choice.done.usage),
      ...truncatedField(answers),
    });
  });
}
