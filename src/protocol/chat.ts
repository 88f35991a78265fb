/**
 * Requests to a model and the events of its answer, shared by the engine, the endpoints and their
 * callers. Plain data, so that it can be posted to the Worker.
 */

export type Role = "system" | "user" | "assistant" | "tool";
export type Message = {
  role: Role;
  content: string;
  /** For continued or tool-calling answers; templates drop it elsewhere. */
  reasoning?: string;
  /** For an assistant message that called tools. */
  toolCalls?: readonly ToolCall[];
  /** For a tool's result: the id of its call, and the tool's name. */
  toolCallId?: string;
  toolName?: string;
};

export type ToolCall = {
  id: string;
  name: string;
  /** JSON text. */
  arguments: string;
};

/** A tool that the model may call. */
export type Tool = {
  name: string;
  description: string;
  /** JSON Schema of its arguments, which are an object. */
  parameters: unknown;
};

export type ToolUse = {
  tools: readonly Tool[];
  /** "required": the model must call at least one tool. */
  choice: "auto" | "none" | "required";
  /** An answer may have several calls. */
  parallel: boolean;
};

/** What a model anywhere can answer. */
export type ChatInput =
  | {
      kind: "messages";
      messages: readonly Message[];
      /**
       * Whether the model goes on with the last message, an answer. By default it does, unless that
       * answer calls tools.
       */
      continueLast?: boolean;
    }
  /** Used without a chat template. Control tokens in it are recognized. */
  | { kind: "text"; text: string };

/** What a model of this machine can answer. */
export type PromptInput =
  | ChatInput
  /** Token ids of the model's vocabulary, used as they are. */
  | { kind: "tokens"; tokens: readonly number[] }
  /** What belongs between two texts, for models with fill-in-the-middle tokens. */
  | {
      kind: "infill";
      prefix: string;
      suffix: string;
      /** The beginning of the middle. */
      prompt?: string;
      /** Other files of the project. */
      files?: readonly { name: string; text: string }[];
      /** The suffix comes before the prefix, as some models were trained. */
      suffixFirst?: boolean;
    };

/** Sampling that a user requests. A missing key means the model's own value, else the default. */
export type SamplingOptions = {
  /** 0 is greedy. */
  temperature?: number;
  /** Keep the k most likely tokens; 0 keeps all. */
  topK?: number;
  topP?: number;
  minP?: number;
  /** Penalizes tokens of the last `repeatLastN`; 1 is off. */
  repeatPenalty?: number;
  repeatLastN?: number;
  frequencyPenalty?: number;
  presencePenalty?: number;
  /** Unsigned 32 bit; missing means a random one. */
  seed?: number;
  /** Token id → added to its logit; -Infinity bans it. */
  logitBias?: readonly (readonly [token: number, bias: number])[];
  /** GBNF; excludes jsonSchema. */
  grammar?: string;
  /** JSON Schema as JSON text; excludes grammar. */
  jsonSchema?: string;
};

/** Levels of reasoning, named as in OpenAI's API. */
export const reasoningEfforts = ["low", "medium", "high"] as const;

export type ReasoningEffort = (typeof reasoningEfforts)[number];

/** Maximum tokens after the reasoning, where an answer has no other limit. */
const defaultAnswerTokens = 512;

/** The limits of an answer, in tokens; Infinity: none. */
export function answerLimits({ maxTokens, maxAnswerTokens }: Partial<AnswerLimits>): AnswerLimits {
  const isLimited = maxTokens !== undefined || maxAnswerTokens !== undefined;
  return {
    maxTokens: maxTokens ?? Number.POSITIVE_INFINITY,
    maxAnswerTokens: maxAnswerTokens ?? (isLimited ? Number.POSITIVE_INFINITY : defaultAnswerTokens),
  };
}

export type AnswerLimits = Required<Pick<GenerateOptions, "maxTokens" | "maxAnswerTokens">>;

/**
 * Options of one answer. {@link ChatOptions} adds the signal, which can't be posted to the Worker.
 */
export type GenerateOptions = {
  sampling?: SamplingOptions;
  /**
   * Maximum tokens to generate, with the reasoning. Infinity: until the context is full; 0: the
   * prompt is only read.
   */
  maxTokens?: number;
  /** Maximum tokens to generate after the reasoning. */
  maxAnswerTokens?: number;
  /** The answer ends before the first of these strings. */
  stop?: readonly string[];
  toolUse?: ToolUse;
  /** False disables reasoning, if the model's template supports that. */
  thinking?: boolean;
  /** Maximum tokens of reasoning. Then its end is written, and the answer follows. */
  reasoningBudget?: number;
  /** How long to reason, for models with levels. A model's template may know more than these. */
  reasoningEffort?: ReasoningEffort | (string & {});
  /** Variables for the model's chat template, by their names there. */
  templateVariables?: Readonly<Record<string, unknown>>;
  /** Emits a `token` event for each token, with this number of most likely alternatives. */
  logprobs?: number;
  /** Emits a `promptToken` event for each token of the prompt, too. Needs `logprobs`. */
  promptLogprobs?: boolean;
};

/** Natural logarithm of a token's probability, before penalties and truncation such as top-p. */
export type TokenLogprob = {
  token: number;
  /** UTF-8; may be part of a character. */
  bytes: readonly number[];
  logprob: number;
};

export type ChatOptions = GenerateOptions & {
  /** Stops the answer. Its text so far is kept, and `done` with finish "cancelled" follows. */
  signal?: AbortSignal;
};

export type FinishReason =
  /** An end-of-generation token or a stop string. */
  | "stop"
  /** `maxTokens` reached. */
  | "length"
  /** The context is full. */
  | "context"
  | "cancelled";

/** Whether an answer was cut before its first word, for example while the model reasoned. */
export function isCutBeforeAnswer(text: string, finish: FinishReason): boolean {
  return text.trim() === "" && (finish === "length" || finish === "context");
}

export type Usage = {
  promptTokens: number;
  /** Prompt tokens that were in the KV cache and not evaluated again. */
  cachedTokens: number;
  completionTokens: number;
  /** Those of the completion that are reasoning, without its marks; missing: unknown. */
  reasoningTokens?: number;
  /**
   * Tokens in the context after the answer; its current and its maximum size, Infinity if unknown.
   */
  contextUsed: number;
  contextSize: number;
  contextLimit: number;
  /** Texts to infill between were cut, since they don't fit. */
  isCut?: boolean;
  /** The server reports no token counts, so these are estimates. */
  isEstimated?: boolean;
};

/** Milliseconds since the request reached the engine. */
export type Timings = {
  /** Until it got a sequence, after other requests. Missing: unknown, as with a remote server. */
  queuedMs?: number;
  /** Until the prompt's last token was evaluated. */
  promptMs: number;
  firstTokenMs: number;
  /** From the first token to the last. */
  generationMs: number;
  totalMs: number;
};

/**
 * The events of one answer, in this order: queued*, (progress | promptToken)*,
 * (reasoning | reasoningEnd | text | toolCall | token)*, done.
 */
export type ChatEvent =
  /**
   * The prompt is valid, has this number of tokens, and waits for a sequence, behind this number of
   * other requests. Sent again when that number changes.
   */
  | { type: "queued"; before: number; promptTokens: number }
  /**
   * Prompt tokens evaluated so far, of those that were not cached, and the cached ones. The last of
   * these events says that all are evaluated.
   */
  | { type: "progress"; evaluated: number; total: number; cached: number }
  | { type: "reasoning"; text: string }
  /**
   * The reasoning has ended. `tokens`: missing if unknown. `isCut`: its budget was spent, or with
   * `isContextSpent` the context's room for it. An answer that ends within its reasoning has no such
   * event.
   */
  | {
      type: "reasoningEnd";
      tokens?: number;
      milliseconds: number;
      isCut: boolean;
      isContextSpent?: boolean;
    }
  | { type: "text"; text: string }
  /**
   * A part of a call. The first of an index has the name; each adds to the arguments' JSON text.
   */
  | { type: "toolCall"; index: number; name?: string; arguments: string }
  /** A token of the prompt. The first has no probability, since nothing is before it. */
  | {
      type: "promptToken";
      token: number;
      bytes: readonly number[];
      chosen?: TokenLogprob;
      likeliest: readonly TokenLogprob[];
    }
  /**
   * A sampled token. Its text may come later. `isEnd`: it only ends the answer, so it has no text,
   * and the usage doesn't count it.
   */
  | { type: "token"; chosen: TokenLogprob; likeliest: readonly TokenLogprob[]; isEnd?: true }
  /** `stoppedBy`: the stop string that ended the answer. */
  | { type: "done"; finish: FinishReason; stoppedBy?: string; usage: Usage; timings: Timings };
