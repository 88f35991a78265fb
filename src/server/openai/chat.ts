/** /v1/chat/completions: https://platform.openai.com/docs/api-reference/chat */
import { answer, type Choice, collectChoices, truncatedField } from "../answer/choices.ts";
import { withReasoningAs } from "../answer/reasoning-form.ts";
import { timingsOf } from "../answer/timings.ts";
import { withModel } from "../answer/with-model.ts";
import { type Exchange, newId, post } from "../exchange.ts";
import { nameWithoutEffect } from "../request/thinking.ts";
import { type ChatRequest, chatRequest } from "./chat-schema.ts";
import { chatChunks } from "./chat-stream.ts";
import { usesOldForm } from "./chat-tools.ts";
import { chatLogprobs } from "./logprobs.ts";
import { questionOf, reasoningFormOf } from "./question.ts";
import { finishReason, usageOf } from "./usage.ts";

export const chatCompletions = post(
  "/v1/chat/completions",
  "openai",
  "Answers a conversation",
  chatRequest,
  complete,
);

async function complete(request: ChatRequest, exchange: Exchange): Promise<Response> {
  const question = questionOf(request, exchange.ignored);
  const { now, version } = exchange.service;
  return withModel(request, exchange, async (lease) => {
    nameWithoutEffect(question.options, exchange.service.pool.facts(lease.name), exchange.ignored);
    const answered = await answer(lease.model, question, exchange);
    const form = reasoningFormOf(request);
    const answers = { ...answered, events: withReasoningAs(answered.events, form) };
    const head = {
      id: newId("chatcmpl-"),
      created: Math.floor(now() / 1000),
      model: lease.name,
      system_fingerprint: `anechat-${version}`,
    };
    if (request.stream)
      return { events: chatChunks(answers, { request, head, last: truncatedField(answers) }) };
    const choices = await collectChoices(answers, question.choices);
    const [first] = choices;
    return Response.json({
      ...head,
      object: "chat.completion",
      choices: choices.map((choice, index) => wholeChoice(choice, index, request)),
      usage: usageOf(choices.map(({ done }) => done.usage)),
      ...(request.timings_per_token && first !== undefined ? { timings: timingsOf(first.done) } : {}),
      ...truncatedField(answers),
    });
  });
}

function wholeChoice(choice: Choice, index: number, request: ChatRequest): object {
  const { text, reasoning, toolCalls, tokens, done } = choice;
  const isOld = usesOldForm(request);
  const [firstCall] = toolCalls;
  const calls = isOld
    ? { function_call: firstCall }
    : { tool_calls: toolCalls.map((call) => ({ id: newId("call_"), type: "function", function: call })) };
  return {
    index,
    message: {
      role: "assistant",
      // An answer that only calls tools has no content.
      content: text === "" && toolCalls.length > 0 ? null : text,
      refusal: null,
      ...(reasoning === "" ? {} : { reasoning_content: reasoning }),
      ...(toolCalls.length === 0 ? {} : calls),
    },
    logprobs: request.logprobs ? chatLogprobs(tokens) : null,
    finish_reason: finishReason(
      done,
      toolCalls.length === 0 ? undefined : isOld ? "function_call" : "tool_calls",
    ),
  };
}
