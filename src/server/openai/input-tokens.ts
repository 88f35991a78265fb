/** Counts the tokens of a prompt, without answering it. */
import type { Question } from "../answer/choices.ts";
import { countPrompt } from "../answer/count-prompt.ts";
import { type Exchange, post, type Route } from "../exchange.ts";
import { type ChatRequest, chatRequest } from "./chat-schema.ts";
import { questionOf as chatQuestion } from "./question.ts";
import { contextOf } from "./responses/context.ts";
import { refuseImpossible, questionOf as responsesQuestion } from "./responses/question.ts";
import { type ResponsesRequest, responsesRequest } from "./responses/schema.ts";

/** https://platform.openai.com/docs/api-reference/responses/input-tokens */
const ofResponses = post(
  "/v1/responses/input_tokens",
  "openai",
  "Counts the tokens of a response's prompt",
  responsesRequest,
  async (request: ResponsesRequest, exchange) => {
    refuseImpossible(request);
    const context = await contextOf(request, exchange.service.responses.of(exchange.key));
    return counted(request, responsesQuestion(request, context.items, exchange.ignored).question, exchange);
  },
);

/** llama-server's route for chat completions, with the answer of OpenAI's for responses. */
const ofChat = post(
  "/v1/chat/completions/input_tokens",
  "openai",
  "Counts the tokens of a chat's prompt",
  chatRequest,
  (request: ChatRequest, exchange) => counted(request, chatQuestion(request, exchange.ignored), exchange),
);

async function counted(
  { model }: { model?: string | undefined },
  question: Question,
  exchange: Exchange,
): Promise<Response> {
  const tokens = await countPrompt(model, question, exchange);
  return Response.json({ object: "response.input_tokens", input_tokens: tokens });
}

export const inputTokenRoutes: readonly Route[] = [ofResponses, ofChat];
