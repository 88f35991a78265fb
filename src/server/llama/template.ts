/** llama-server's /apply-template: the prompt that a chat request would become. */
import { withModel } from "../answer/with-model.ts";
import { type Exchange, post } from "../exchange.ts";
import { type ChatRequest, chatRequest } from "../openai/chat-schema.ts";
import { questionOf } from "../openai/question.ts";
import { inputWithPreset, optionsWithPreset } from "../preset.ts";
import { modelField } from "./model.ts";

export const applyTemplate = post(
  "/apply-template",
  "llama",
  "The prompt of a conversation, as the model's chat template renders it",
  chatRequest,
  apply,
);

async function apply(request: ChatRequest, exchange: Exchange): Promise<Response> {
  const { input, options } = questionOf(withoutOpening(request), exchange.ignored);
  return withModel({ ...modelField(request, exchange), stream: false }, exchange, async ({ model }) => {
    const { engine, preset } = model;
    const prompt = await engine.renderPrompt(
      inputWithPreset(input, preset),
      optionsWithPreset(options, preset),
    );
    return Response.json({ prompt });
  });
}

/**
 * A prompt that is only looked at may end without the opening of an answer. The template has a
 * variable for it.
 */
function withoutOpening(request: ChatRequest): ChatRequest {
  const { add_generation_prompt: opens, messages, chat_template_kwargs: variables, ...rest } = request;
  if (opens !== false || messages.at(-1)?.role === "assistant") return request;
  return {
    ...rest,
    messages,
    add_generation_prompt: undefined,
    chat_template_kwargs: {
      enable_thinking: variables?.enable_thinking,
      ...variables,
      add_generation_prompt: false,
    },
  };
}
