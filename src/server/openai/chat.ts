/** /v1/chat/completions: https://platform.openai.com/docs/api-reference/chat */
import type { TokenLogprob, Usage } from "../../protocol/chat.ts";
import {
  type Answers,
  answer,
  type Choice,
  type ChoiceEvent,
  collectChoices,
  type Done,
} from "../answer/choices.ts";
import type { StreamEvent } from "../answer/event-stream.ts";
import { withModel } from "../answer/with-model.ts";
import { type Exchange, newId, post } from "../exchange.ts";
import { type ChatRequest, chatRequest } from "./chat-schema.ts";
import { questionOf } from "./question.ts";

export const chatCompletions = post(
  "/v1/chat/completions",
  "openai",
  "Answers a conversation",
  chatRequest,
  complete,
);

/** The first fields of a complete answer and of each chunk. */
type Head = { id: string; created: number; model: string };

async function complete(request: ChatRequest, exchange: Exchange): Promise<Response> {
  const question = questionOf(request);
  const { now } = exchange.service;
  return withModel(request, exchange, async (lease) => {
    const answers = await answer(lease.model, question, exchange);
    const head = { id: newId("chatcmpl-"), created: Math.floor(now() / 1000), model: lease.name };
    if (request.stream) {
      const includeUsage = request.stream_options?.include_usage === true;
      return { events: chunks(answers, head, question.choices, includeUsage) };
    }
    const choices = await collectChoices(answers, question.choices);
    return Response.json({
      ...head,
      object: "chat.completion",
      choices: choices.map((choice, index) => wholeChoice(choice, index, request.logprobs === true)),
      usage: usageOf(choices.map(({ done }) => done.usage)),
      ...truncatedField(answers),
    });
  });
}

/** Present only if messages were dropped. */
export function truncatedField({ truncated }: Answers): { truncated?: number } {
  return truncated === 0 ? {} : { truncated };
}

function wholeChoice({ text, reasoning, toolCalls, tokens, done }: Choice, index: number, logprobs: boolean) {
  return {
    index,
    message: {
      role: "assistant",
      // An answer that only calls tools has no content.
      content: text === "" && toolCalls.length > 0 ? null : text,
      refusal: null,
      ...(reasoning === "" ? {} : { reasoning_content: reasoning }),
      ...(toolCalls.length === 0
        ? {}
        : {
            tool_calls: toolCalls.map((call) => ({ id: newId("call_"), type: "function", function: call })),
          }),
    },
    logprobs: logprobs
      ? { content: tokens.map(({ chosen, likeliest }) => logprobOf(chosen, likeliest)), refusal: null }
      : null,
    finish_reason: finishReason(done, toolCalls.length > 0),
  };
}

async function* chunks(
  answers: Answers,
  head: Head,
  choices: number,
  includeUsage: boolean,
): AsyncGenerator<StreamEvent, void> {
  const writers = Array.from({ length: choices }, (_, index) => new ChunkWriter(index));
  const usages: Usage[] = [];
  const chunk = (fields: object): StreamEvent => ({
    data: JSON.stringify({
      ...head,
      object: "chat.completion.chunk",
      ...fields,
      ...(includeUsage && !("usage" in fields) ? { usage: null } : {}),
    }),
  });
  for await (const { choice, event } of answers.events) {
    for (const written of writers[choice]?.chunksOf(event) ?? []) yield chunk({ choices: [written] });
    if (event.type === "done") usages.push(event.usage);
  }
  if (includeUsage) yield chunk({ choices: [], usage: usageOf(usages), ...truncatedField(answers) });
  yield { data: "[DONE]" };
}

type ChunkChoice = {
  index: number;
  delta: object;
  logprobs: { content: object[]; refusal: null } | null;
  finish_reason: string | null;
};

/** Turns one answer's events into the choices of chunks. */
class ChunkWriter {
  readonly #index: number;
  #hasBegun = false;
  #hasCalls = false;
  /** Logprobs of tokens whose text has not been sent yet. */
  #logprobs: object[] = [];

  constructor(index: number) {
    this.#index = index;
  }

  chunksOf(event: ChoiceEvent["event"]): ChunkChoice[] {
    switch (event.type) {
      case "queued":
      case "progress":
      case "promptToken":
        return [];
      case "token":
        this.#logprobs.push(logprobOf(event.chosen, event.likeliest));
        return [];
      case "text":
        return [this.#chunk({ content: event.text })];
      case "reasoning":
        return [this.#chunk({ reasoning_content: event.text })];
      case "toolCall": {
        this.#hasCalls = true;
        const { index, name, arguments: json } = event;
        const begun = name === undefined ? {} : { id: newId("call_"), type: "function" };
        const call = { ...(name === undefined ? {} : { name }), arguments: json };
        return [this.#chunk({ tool_calls: [{ index, ...begun, function: call }] })];
      }
      case "done":
        return [this.#chunk({}, finishReason(event, this.#hasCalls))];
    }
  }

  #chunk(delta: object, finish: string | null = null): ChunkChoice {
    const role = this.#hasBegun ? {} : { role: "assistant" };
    this.#hasBegun = true;
    const logprobs = this.#logprobs.length === 0 ? null : { content: this.#logprobs, refusal: null };
    this.#logprobs = [];
    return { index: this.#index, delta: { ...role, ...delta }, logprobs, finish_reason: finish };
  }
}

/** A token in the shape of OpenAI's APIs. */
export function logprobOf(chosen: TokenLogprob, likeliest: readonly TokenLogprob[]): object {
  const one = ({ bytes, logprob }: TokenLogprob) => ({
    token: Buffer.from(bytes).toString("utf8"),
    // JSON can't represent -Infinity.
    logprob: Math.max(logprob, -9999),
    bytes,
  });
  return { ...one(chosen), top_logprobs: likeliest.map(one) };
}

/** OpenAI has no finish reason for a full context; "length" comes closest. */
export function finishReason({ finish }: Done, hasCalls: boolean): "stop" | "length" | "tool_calls" {
  if (finish === "length" || finish === "context") return "length";
  return hasCalls ? "tool_calls" : "stop";
}

/** Completion tokens of all choices, and the prompt that they share. */
export function usageOf(usages: readonly Usage[]): object {
  const completion = usages.reduce((sum, { completionTokens }) => sum + completionTokens, 0);
  const prompt = usages[0]?.promptTokens ?? 0;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: usages[0]?.cachedTokens ?? 0 },
  };
}
