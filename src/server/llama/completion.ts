/** llama-server's own /completion: continues texts and tokens without a chat template. */
import { answer, type ChoiceEvent, collectChoices, ofAllPrompts, type Question } from "../answer/choices.ts";
import type { EventSource, StreamEvent } from "../answer/event-stream.ts";
import { withModel } from "../answer/with-model.ts";
import { ApiError } from "../api-error.ts";
import { type Exchange, post } from "../exchange.ts";
import type { Lease } from "../model-pool.ts";
import { tokensOf } from "../request/pieces.ts";
import { AnswerWriter, type Head, wholeAnswer } from "./answers.ts";
import { modelField } from "./model.ts";
import { promptsOf } from "./prompt.ts";
import { type CompletionRequest, completionRequest, type GenerationRequest } from "./schema.ts";
import { type Settings, settingsOf } from "./settings.ts";

/** "/completions" is llama-server's, too; OpenAI's is below "/v1". */
export const completion = ["/completion", "/completions"].map((path) =>
  post(path, "llama", "Continues texts and tokens, in llama-server's form", completionRequest, complete),
);

async function complete(request: CompletionRequest, exchange: Exchange): Promise<Response> {
  const prompts = promptsOf(request.prompt, "prompt");
  return withModel(modelField(request, exchange), exchange, async (lease) => {
    const { engine, preset } = lease.model;
    const details = await engine.details();
    const settings = await settingsOf(request, { engine, details, preset }, exchange.ignored);
    const inputs = await Promise.all(
      prompts.map(async (pieces): Promise<Prompt> => {
        const tokens = await tokensOf(engine, pieces);
        return { input: { kind: "tokens", tokens }, text: await engine.detokenize(tokens) };
      }),
    );
    return answered(inputs, settings, request, lease, exchange);
  });
}

/** A prompt for the engine, and its text, which the response shows. */
export type Prompt = { input: Question["input"]; text: string };

/** Answers of one request. */
const maxAnswers = 512;

/**
 * Answers all prompts, each as often as the request says. One that fails stops the others.
 * @throws ApiError `invalid` if these are too many
 */
export async function answered(
  prompts: readonly Prompt[],
  { options, shown: settings }: Settings,
  request: GenerationRequest,
  { model, name }: Lease,
  exchange: Exchange,
): Promise<Response | EventSource> {
  const choices = request.n_cmpl ?? request.n ?? 1;
  if (prompts.length * choices > maxAnswers) {
    const message = `prompt: ${prompts.length * choices} answers are more than ${maxAnswers}`;
    throw new ApiError("invalid", message, { path: "prompt" });
  }
  const head: Head = {
    model: name,
    settings,
    returnsTokens: request.return_tokens === true,
    showsProbs: (request.n_probs ?? request.logprobs ?? 0) > 0,
    showsProgress: request.return_progress === true,
    showsTimings: request.timings_per_token === true,
    responseFields: request.response_fields ?? [],
  };
  const all = await Promise.all(
    prompts.map(({ input }) => answer(model, { input, options, choices, truncate: false }, exchange)),
  );
  const events = ofAllPrompts(
    all.map((answers) => answers.events),
    choices,
  );
  // One for each answer.
  const texts = prompts.flatMap(({ text }) => Array.from({ length: choices }, () => text));
  if (request.stream) return { events: written(events, texts, head) };
  const whole = (await collectChoices({ events, truncated: 0 }, texts.length)).map((choice, index) =>
    wholeAnswer(choice, index, texts[index] ?? "", head),
  );
  return Response.json(whole.length === 1 ? whole[0] : whole);
}

async function* written(
  events: AsyncIterable<ChoiceEvent>,
  texts: readonly string[],
  head: Head,
): AsyncGenerator<StreamEvent, void> {
  const now = (): number => performance.now();
  const writers = texts.map((text, index) => new AnswerWriter(index, text, head, now));
  for await (const { choice, event } of events) yield* writers[choice]?.eventsOf(event) ?? [];
}
