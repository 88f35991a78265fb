/** /v1/completions: continues texts without a chat template. */
import type { PromptInput } from "../../protocol/chat.ts";
import {
  type Answers,
  answer,
  type Choice,
  type ChoiceEvent,
  collectChoices,
  ofAllPrompts,
} from "../answer/choices.ts";
import { timingsOf } from "../answer/timings.ts";
import { withModel } from "../answer/with-model.ts";
import { ApiError } from "../api-error.ts";
import { type Exchange, newId, post } from "../exchange.ts";
import type { OpenedModel } from "../model-pool.ts";
import {
  type CompletionRequest,
  type Counts,
  completionOptions,
  completionRequest,
  countsOf,
} from "./completion-schema.ts";
import { completionChunks } from "./completion-stream.ts";
import { aligned, TextLogprobs, textToken } from "./logprobs.ts";
import { type GivenText, textsOf, withoutTexts, withPath } from "./prompts.ts";
import { finishReason, usageOf } from "./usage.ts";

export const completions = post("/v1/completions", "openai", "Continues a text", completionRequest, complete);

async function complete(request: CompletionRequest, exchange: Exchange): Promise<Response> {
  const given = textsOf(request.prompt, "prompt");
  const counts = countsOf(request, given.length);
  const options = completionOptions(request, counts);
  const { now, version } = exchange.service;
  return withModel(request, exchange, async ({ model, name }) => {
    const prompts = await Promise.all(given.map((one) => promptOf(one, request, model)));
    const answered = await Promise.all(
      prompts.map(async ({ input, path }) => {
        const question = { input, options, choices: counts.generated, truncate: false };
        return named((await answer(model, question, exchange)).events, path);
      }),
    );
    const answers = { events: ofAllPrompts(answered, counts.generated), truncated: 0 };
    const head = {
      id: newId("cmpl-"),
      object: "text_completion",
      created: Math.floor(now() / 1000),
      model: name,
      system_fingerprint: `anechat-${version}`,
    };
    const echoes = prompts.map(({ text }) => (request.echo ? text : ""));
    if (request.stream) return { events: completionChunks(answers.events, { request, head, echoes }) };
    return Response.json({ ...head, ...(await whole(answers, { request, counts, echoes })) });
  });
}

type Prompt = { input: PromptInput; text: string; path: string };

/** @throws ApiError `invalid` if the model can't infill, or doesn't have a token */
async function promptOf(
  { value, path }: GivenText,
  { suffix, echo }: CompletionRequest,
  { engine, info }: OpenedModel,
): Promise<Prompt> {
  try {
    const prompt = await withoutTexts(value, engine);
    const needsText = echo || suffix;
    const text = typeof prompt === "string" ? prompt : needsText ? await engine.detokenize(prompt) : "";
    if (!suffix) {
      const input: PromptInput =
        typeof prompt === "string" ? { kind: "text", text } : { kind: "tokens", tokens: prompt };
      return { input, text, path };
    }
    if (info.canInfill) return { input: { kind: "infill", prefix: text, suffix }, text, path };
  } catch (error) {
    throw withPath(error, path);
  }
  throw new ApiError("invalid", "suffix: this model has no tokens for it (fill in the middle)", {
    path: "suffix",
  });
}

/** Names the prompt in the errors of its answers. */
async function* named(events: AsyncIterable<ChoiceEvent>, path: string): AsyncGenerator<ChoiceEvent, void> {
  try {
    yield* events;
  } catch (error) {
    throw withPath(error, path);
  }
}

type WholeParts = { request: CompletionRequest; counts: Counts; echoes: readonly string[] };

async function whole(answers: Answers, { request, counts, echoes }: WholeParts): Promise<object> {
  const { returned, generated } = counts;
  const all = await collectChoices(answers, echoes.length * generated);
  const [first] = all;
  const choices = echoes.flatMap((echo, prompt) => {
    const own = all.slice(prompt * generated, (prompt + 1) * generated);
    return bestOf(own, returned).map((choice) => ({ choice, echo }));
  });
  const isCut = all.some(({ done }) => done.usage.isCut);
  return {
    choices: choices.map(({ choice, echo }, index) => ({
      index,
      text: echo + choice.text,
      logprobs: request.logprobs === undefined ? null : logprobsOf(choice, echo),
      finish_reason: finishReason(choice.done),
    })),
    usage: usageOf(
      all.map(({ done }) => done.usage),
      generated,
    ),
    ...(request.timings_per_token && first !== undefined ? { timings: timingsOf(first.done) } : {}),
    ...(isCut ? { truncated: true } : {}),
  };
}

function logprobsOf({ promptTokens, tokens }: Choice, echo: string): object {
  const before = echo === "" ? [] : aligned(promptTokens.map(textToken), echo);
  return new TextLogprobs().next([...before, ...tokens.map(textToken)]);
}

/** The answers whose tokens are likeliest on average, best first; all of them in their order. */
export function bestOf(choices: readonly Choice[], count: number): readonly Choice[] {
  if (count === choices.length) return choices;
  return choices.toSorted((a, b) => meanLogprob(b) - meanLogprob(a)).slice(0, count);
}

function meanLogprob({ tokens }: Choice): number {
  if (tokens.length === 0) return 0;
  return tokens.reduce((sum, { chosen }) => sum + chosen.logprob, 0) / tokens.length;
}
