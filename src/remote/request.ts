/**
 * Builds a request: the messages, and the settings that the user gave, under OpenAI's names if
 * there are any. Settings that only llama-server, vLLM and similar servers have are sent under
 * their names. Other servers refuse or ignore them.
 */
import type { ChatInput, GenerateOptions, Message, SamplingOptions } from "../protocol/chat.ts";

type ServerRequest = { path: string; body: Record<string, unknown> };

/** Names that differ between servers. */
export type Dialect = {
  isVllm: boolean;
  isLlamaServer: boolean;
  maxTokens: "max_tokens" | "max_completion_tokens";
};

export function requestOf(
  model: string,
  input: ChatInput,
  options: GenerateOptions,
  dialect: Dialect,
): ServerRequest {
  const { isVllm } = dialect;
  const { sampling = {}, stop } = options;
  const limit = limitOf(options);
  const settings = {
    model,
    stream: true,
    // A stream has no usage otherwise.
    stream_options: { include_usage: true },
    ...samplingFields(sampling, isVllm),
    // No limit is the server's default.
    ...(Number.isFinite(limit) ? { [dialect.maxTokens]: limit } : {}),
    ...(stop === undefined ? {} : { stop }),
  };
  if (input.kind === "text") return { path: "/completions", body: { ...settings, prompt: input.text } };
  const continuesAnswer = input.messages.at(-1)?.role === "assistant";
  return {
    path: "/chat/completions",
    body: {
      ...settings,
      // Some servers refuse the thoughts of earlier answers.
      messages: input.messages.map((message, index) =>
        messageOf(index === input.messages.length - 1 ? message : { ...message, reasoning: "" }),
      ),
      ...thinkingFields(options, dialect),
      // llama-server continues an answer that is the last message. vLLM needs these parameters.
      ...(continuesAnswer && isVllm ? { add_generation_prompt: false, continue_final_message: true } : {}),
    },
  };
}

/** Whether reasoning can be limited in tokens. Others refuse or ignore the field. */
export function takesReasoningBudget({ isLlamaServer }: Dialect): boolean {
  return isLlamaServer;
}

/**
 * The maximum tokens of an answer; Infinity: no limit. Servers count the reasoning, too. So its
 * budget comes in addition if the user has asked for reasoning.
 */
export function limitOf(options: GenerateOptions): number {
  const { maxTokens = Number.POSITIVE_INFINITY, maxAnswerTokens = Number.POSITIVE_INFINITY } = options;
  const { thinking, reasoningBudget = Number.POSITIVE_INFINITY } = options;
  return Math.min(maxTokens, maxAnswerTokens + (thinking === true ? reasoningBudget : 0));
}

/** vLLM's templates need their own switch; "none" is OpenAI's. The budget's name is llama-server's. */
function thinkingFields(options: GenerateOptions, dialect: Dialect): object {
  const { isVllm } = dialect;
  const { thinking, reasoningEffort, reasoningBudget } = options;
  const effort = thinking === false ? "none" : reasoningEffort;
  const isLimited = thinking === true && Number.isFinite(reasoningBudget);
  return {
    ...(isLimited && takesReasoningBudget(dialect) ? { thinking_budget_tokens: reasoningBudget } : {}),
    ...(effort === undefined ? {} : { reasoning_effort: effort }),
    ...(thinking !== undefined && isVllm ? { chat_template_kwargs: { enable_thinking: thinking } } : {}),
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
    // JSON has no Infinity. OpenAI's -100 bans a token, and 100 forces it.
    fields.logit_bias = Object.fromEntries(
      logitBias.map(([token, bias]) => [token, Number.isFinite(bias) ? bias : Math.sign(bias) * 100]),
    );
  }
  if (jsonSchema !== undefined) {
    const schema: unknown = JSON.parse(jsonSchema);
    // Strict: the answer matches the schema, or the server refuses the request.
    fields.response_format = { type: "json_schema", json_schema: { name: "answer", strict: true, schema } };
  }
  if (grammar !== undefined) {
    // vLLM ignores llama-server's name, and older and newer versions ignore each other's.
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
