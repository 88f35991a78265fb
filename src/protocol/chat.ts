/**
 * The words the engine and its callers share: what is asked of a model and
 * what comes back, as plain data that can cross the Worker border.
 */

export type Role = "system" | "user" | "assistant" | "tool";
export type Message = {
  role: Role;
  content: string;
  /** Of an answer that is to be gone on with, or that called tools; templates leave any other's out. */
  reasoning?: string;
  /** Of an answer that wants tools to be called. */
  toolCalls?: readonly ToolCall[];
  /** Of a tool's result: which call it is of, and the tool's name. */
  toolCallId?: string;
  toolName?: string;
};

export type ToolCall = {
  id: string;
  name: string;
  /** JSON text. */
  arguments: string;
};

/** What the model may ask to be called. */
export type Tool = {
  name: string;
  description: string;
  /** JSON Schema of its arguments, an object. */
  parameters: unknown;
};

export type ToolUse = {
  tools: readonly Tool[];
  /** "required": at least one is called. */
  choice: "auto" | "none" | "required";
  /** More than one may be called at once. */
  parallel: boolean;
};

/** What is to be gone on with: the last message may be a cut answer. */
export type PromptInput =
  | { kind: "messages"; messages: readonly Message[] }
  /** As it is, without a chat template; control tokens in it are control tokens. */
  | { kind: "text"; text: string };

/** Sampling as the user may ask for it; a missing key means "the model's own value, else the default". */
export type SamplingOptions = {
  /** 0 is greedy. */
  temperature?: number;
  /** Keep the k likeliest tokens; 0 keeps all. */
  topK?: number;
  topP?: number;
  minP?: number;
  /** Multiplies down tokens seen in the last `repeatLastN`; 1 is off. */
  repeatPenalty?: number;
  repeatLastN?: number;
  frequencyPenalty?: number;
  presencePenalty?: number;
  /** Unsigned 32 bit; missing means a fresh random one. */
  seed?: number;
  /** Token id → added to its logit; -Infinity bans it. */
  logitBias?: readonly (readonly [token: number, bias: number])[];
  /** GBNF; excludes jsonSchema. */
  grammar?: string;
  /** JSON Schema as JSON text; excludes grammar. */
  jsonSchema?: string;
};

/** How an answer is to be written; see {@link ChatOptions} for what the caller adds. */
export type GenerateOptions = {
  sampling?: SamplingOptions;
  /** Tokens to write at most; 0 means until the context is full. */
  maxTokens?: number;
  /** The answer ends before the first of these; it is not part of the text. */
  stop?: readonly string[];
  toolUse?: ToolUse;
  /** False: a model that can answer without reasoning first is asked to. */
  thinking?: boolean;
  /** A `token` event for each token, with so many of the likeliest in its place. */
  logprobs?: number;
};

/** Logarithms of probabilities, before penalties and cuts. */
export type TokenLogprob = {
  token: number;
  /** Of UTF-8, maybe of a part of a character. */
  bytes: readonly number[];
  logprob: number;
};

export type ChatOptions = GenerateOptions & {
  /** Stops the answer; what came so far is kept and a `done` event with finish "cancelled" follows. */
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

export type Usage = {
  promptTokens: number;
  /** Of the prompt's tokens, those found in the KV cache and not evaluated again. */
  cachedTokens: number;
  completionTokens: number;
  /** Tokens in the context after the answer, and its present and largest possible size: Infinity where nobody tells. */
  contextUsed: number;
  contextSize: number;
  contextLimit: number;
  /** A server that doesn't count its tokens wrote it: these are about right. */
  isEstimated?: boolean;
};

/** All in milliseconds, from when the request reached the engine. */
export type Timings = {
  /** Reading the prompt, until its last token was evaluated. */
  promptMs: number;
  firstTokenMs: number;
  /** From the first token to the last. */
  generationMs: number;
  totalMs: number;
};

/** What one answer gives, in this order: progress*, (reasoning | text | toolCall | token)*, done. */
export type ChatEvent =
  /** Prompt tokens evaluated so far, of those that were not in the cache. */
  | { type: "progress"; evaluated: number; total: number }
  | { type: "reasoning"; text: string }
  | { type: "text"; text: string }
  /** Comes piece by piece: the first of an index has the name, and each some more of the arguments' JSON text. */
  | { type: "toolCall"; index: number; name?: string; arguments: string }
  /** Of a token that was chosen; its text may come later, or never, if it ends the answer. */
  | { type: "token"; chosen: TokenLogprob; likeliest: readonly TokenLogprob[] }
  /** `stoppedBy`: the stop string that was met. */
  | { type: "done"; finish: FinishReason; stoppedBy?: string; usage: Usage; timings: Timings };
