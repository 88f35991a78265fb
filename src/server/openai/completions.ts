/** /v1/completions: continues a text without a chat template. */
import { z } from "zod";
import { type Answers, answer, type Choice, collectChoices, type Question } from "../answer/choices.ts";
import type { StreamEvent } from "../answer/event-stream.ts";
import { withModel } from "../answer/with-model.ts";
import { ApiError } from "../api-error.ts";
import { type Exchange, newId, post } from "../exchange.ts";
import { optional } from "../request/fields.ts";
import { finishReason, usageOf } from "./chat.ts";
import { generateOptions, samplingFields } from "./sampling.ts";

const { truncate: _, ...fields } = samplingFields;

const completionRequest = z.object({
  ...fields,
  model: optional(z.string()),
  prompt: z.union([z.string(), z.array(z.string()).min(1).max(1)]),
  echo: optional(z.boolean()),
  logprobs: optional(z.int().min(0).max(20)),
  best_of: optional(z.literal(1)),
  suffix: optional(z.literal("")),
});

type CompletionRequest = z.output<typeof completionRequest>;

export const completions = post("/v1/completions", "openai", "Continues a text", completionRequest, complete);

async function complete(request: CompletionRequest, exchange: Exchange): Promise<Response> {
  const text = Array.isArray(request.prompt) ? (request.prompt[0] ?? "") : request.prompt;
  if (text === "") throw new ApiError("invalid", "prompt: it is empty", { path: "prompt" });
  const { logprobs } = request;
  const question: Question = {
    input: { kind: "text", text },
    options: {
      // OpenAI's default for this API.
      ...generateOptions(request, request.max_tokens ?? 16),
      ...(typeof logprobs === "number" ? { logprobs } : {}),
    },
    choices: request.n ?? 1,
    truncate: false,
  };
  const { now } = exchange.service;
  return withModel(request, exchange, async (lease) => {
    const answers = await answer(lease.model, question, exchange);
    const head = {
      id: newId("cmpl-"),
      object: "text_completion",
      created: Math.floor(now() / 1000),
      model: lease.name,
    };
    const before = request.echo ? text : "";
    if (request.stream) {
      const withUsage = request.stream_options?.include_usage === true;
      return { events: chunks(answers, head, question.choices, before, withUsage) };
    }
    const choices = await collectChoices(answers, question.choices);
    return Response.json({
      ...head,
      choices: choices.map((choice, index) => ({
        index,
        text: before + choice.text,
        logprobs: typeof logprobs === "number" ? logprobsOf(choice) : null,
        finish_reason: finishReason(choice.done, false),
      })),
      usage: usageOf(choices.map(({ done }) => done.usage)),
    });
  });
}

async function* chunks(
  answers: Answers,
  head: object,
  choices: number,
  before: string,
  withUsage: boolean,
): AsyncGenerator<StreamEvent, void> {
  const chunk = (more: object): StreamEvent => ({ data: JSON.stringify({ ...head, ...more }) });
  const textChunk = (index: number, text: string, finish: string | null = null): StreamEvent =>
    chunk({ choices: [{ index, text, logprobs: null, finish_reason: finish }] });
  if (before !== "") for (let index = 0; index < choices; index += 1) yield textChunk(index, before);
  const usages = [];
  for await (const { choice, event } of answers.events) {
    if (event.type === "text") yield textChunk(choice, event.text);
    if (event.type !== "done") continue;
    usages.push(event.usage);
    yield textChunk(choice, "", finishReason(event, false));
  }
  if (withUsage) yield chunk({ choices: [], usage: usageOf(usages) });
  yield { data: "[DONE]" };
}

/** The older shape of logprobs: parallel lists. */
function logprobsOf({ tokens }: Choice): object {
  const text = (bytes: readonly number[]): string => Buffer.from(bytes).toString("utf8");
  let offset = 0;
  const offsets = tokens.map(({ chosen }) => {
    const start = offset;
    offset += text(chosen.bytes).length;
    return start;
  });
  return {
    tokens: tokens.map(({ chosen }) => text(chosen.bytes)),
    token_logprobs: tokens.map(({ chosen }) => chosen.logprob),
    top_logprobs: tokens.map(({ likeliest }) =>
      Object.fromEntries(likeliest.map(({ bytes, logprob }) => [text(bytes), logprob])),
    ),
    text_offset: offsets,
  };
}
