/**
 * What is sent: the messages, and of the settings those that the user asked for, under OpenAI's names where it has
 * one. A setting that only llama-server, vLLM and their like know goes along under their name; a server that
 * doesn't know it says so, or reads over it.
 */
import type { GenerateOptions, Message, PromptInput, SamplingOptions } from "../protocol/chat.ts";

export type ServerRequest = { path: string; body: Record<string, unknown> };

/** What a server calls some of it. */
export type Dialect = {
  isVllm: boolean;
  maxTokens: "max_tokens" | "max_completion_tokens";
};

export function requestOf(
  model: string,
  input: PromptInput,
  options: GenerateOptions,
  dialect: Dialect,
): ServerRequest {
  const { isVllm } = dialect;
  const { sampling = {}, maxTokens, stop } = options;
  const settings = {
    model,
    stream: true,
    // Else no usage comes with a stream.
    stream_options: { include_usage: true },
    ...samplingFields(sampling, isVllm),
    // 0 is "no limit", which is what a server does that isn't given any.
    ...(maxTokens ? { [dialect.maxTokens]: maxTokens } : {}),
    ...(stop === undefined ? {} : { stop }),
  };
  if (input.kind === "text") return { path: "/completions", body: { ...settings, prompt: input.text } };
  const goesOn = input.messages.at(-1)?.role === "assistant";
  return {
    path: "/chat/completions",
    body: {
      ...settings,
      messages: input.messages.map((message) => messageOf(message)),
      // llama-server goes on by itself with an answer that stands last; vLLM wants to be told.
      ...(goesOn && isVllm ? { add_generation_prompt: false, continue_final_message: true } : {}),
    },
  };
}

function messageOf({ role, content, reasoning }: Message): Record<string, unknown> {
  return {
    role,
    content,
    ...(reasoning === undefined || reasoning === "" ? {} : { reasoning_content: reasoning }),
  };
}

function samplingFields(sampling: SamplingOptions, isVllm: boolean): Record<string, unknown> {
  const { grammar, jsonSchema, logitBias = [] } = sampling;
  const fields: Record<string, unknown> = {};
  for (const [key, name] of Object.entries(names)) {
    const value = sampling[key as keyof typeof names];
    if (value !== undefined) fields[name] = value;
  }
  if (sampling.repeatPenalty !== undefined) {
    fields[isVllm ? "repetition_penalty" : "repeat_penalty"] = sampling.repeatPenalty;
  }
  if (logitBias.length > 0) {
    // JSON has no infinity; OpenAI's 100 bans or forces a token.
    fields.logit_bias = Object.fromEntries(
      logitBias.map(([token, bias]) => [token, Number.isFinite(bias) ? bias : Math.sign(bias) * 100]),
    );
  }
  if (jsonSchema !== undefined) {
    const schema: unknown = JSON.parse(jsonSchema);
    // Strict: the answer fits, or the server says that it can't promise that.
    fields.response_format = { type: "json_schema", json_schema: { name: "answer", strict: true, schema } };
  }
  if (grammar !== undefined) {
    // vLLM would read over llama-server's name, and over that of its own other versions.
    Object.assign(
      fields,
      isVllm ? { structured_outputs: { grammar }, guided_grammar: grammar } : { grammar },
    );
  }
  return fields;
}

const names = {
  temperature: "temperature",
  topP: "top_p",
  frequencyPenalty: "frequency_penalty",
  presencePenalty: "presence_penalty",
  seed: "seed",
  topK: "top_k",
  minP: "min_p",
  repeatLastN: "repeat_last_n",
} as const satisfies Partial<Record<keyof SamplingOptions, string>>;
