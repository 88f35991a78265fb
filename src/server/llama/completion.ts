/** llama-server's own /completion: continues texts and tokens without a chat template. */
import { type Answers, answer, collectChoices, merged, type Question } from "../answer/choices.ts";
import type { EventSource, StreamEvent } from "../answer/event-stream.ts";
import { withModel } from "../answer/with-model.ts";
import { type Exchange, post } from "../exchange.ts";
import type { Lease } from "../model-pool.ts";
import { AnswerWriter, type Head, type ShownPrompt, wholeAnswer } from "./answers.ts";
import { modelField } from "./model.ts";
import { promptsOf, tokensOf } from "./prompt.ts";
import { type CompletionRequest, completionRequest, type GenerationRequest } from "./schema.ts";
import { type Settings, settingsOf } from "./settings.ts";

/** "/completions" is llama-server's, too; OpenAI's is below "/v1". */
export const completion = ["/completion", "/completions"].map((path) =>
  post(path, "llama", "Continues texts and tokens, in llama-server's form", completionRequest, complete),
);

async function complete(request: CompletionRequest, exchange: Exchange): Promise<Response> {
  const prompts = promptsOf(request.prompt, "prompt");
  return withModel(modelField(request, exchange), exchange, async (lease) => {
    const { engine } = lease.model;
    const details = await engine.details();
    const settings = await settingsOf(request, { engine, details }, exchange.ignored);
    const inputs = await Promise.all(
      prompts.map(async (pieces): Promise<Prompt> => {
        const tokens = await tokensOf(engine, pieces);
        const shown = { text: await engine.detokenize(tokens), tokens: tokens.length };
        return { input: { kind: "tokens", tokens }, shown };
      }),
    );
    return answered(inputs, settings, request, lease, exchange);
  });
}

/** A prompt for the engine, and as the response shows it. */
export type Prompt = { input: Question["input"]; shown: ShownPrompt };

/**
 * Answers all prompts at the same time, each as often as the request says. One that fails stops
 * the others.
 */
export async function answered(
  prompts: readonly Prompt[],
  { options, shown: settings }: Settings,
  request: GenerationRequest,
  { model, name }: Lease,
  exchange: Exchange,
): Promise<Response | EventSource> {
  const choices = request.n_cmpl ?? request.n ?? 1;
  const head: Head = {
    model: name,
    settings,
    returnsTokens: request.return_tokens === true,
    showsProbs: (request.n_probs ?? request.logprobs ?? 0) > 0,
    showsProgress: request.return_progress === true,
    showsTimings: request.timings_per_token === true,
    responseFields: request.response_fields ?? [],
  };
  const failing = new AbortController();
  const signal = AbortSignal.any([exchange.signal, failing.signal]);
  const ask = ({ input }: Prompt): Promise<Answers> =>
    answer(model, { input, options, choices, truncate: false }, { ...exchange, signal });
  const all = await Promise.all(prompts.map(ask));
  if (request.stream) {
    const writers = prompts.map(({ shown }, prompt) =>
      Array.from(
        { length: choices },
        (_, choice) => new AnswerWriter(prompt * choices + choice, shown, head, () => performance.now()),
      ),
    );
    return { events: written(all, writers) };
  }
  try {
    const collected = await Promise.all(all.map((answers) => collectChoices(answers, choices)));
    const whole = collected.flatMap((ofPrompt, prompt) =>
      ofPrompt.map((choice, index) =>
        wholeAnswer(choice, prompt * choices + index, prompts[prompt]?.shown as ShownPrompt, head),
      ),
    );
    return Response.json(whole.length === 1 ? whole[0] : whole);
  } catch (error) {
    failing.abort();
    throw error;
  }
}

async function* written(
  all: readonly Answers[],
  writers: readonly (readonly AnswerWriter[])[],
): AsyncGenerator<StreamEvent, void> {
  for await (const { choice: prompt, event: inner } of merged(all.map(({ events }) => events))) {
    yield* writers[prompt]?.[inner.choice]?.eventsOf(inner.event) ?? [];
  }
}
