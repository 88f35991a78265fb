/** The Backend for a model at an OpenAI-compatible server: sends messages and returns events. */
import { AnechatError } from "../base/errors.ts";
import { pause } from "../base/pause.ts";
import { readEvents } from "../formats/sse.ts";
import type { Backend, BackendEvent, Waiting } from "../protocol/backend.ts";
import type { ChatInput, ChatOptions, GenerateOptions, Message } from "../protocol/chat.ts";
import { RemoteAnswer } from "./answer.ts";
import { type ClientTools, EndpointClient, type EndpointOptions, RefusedError, readText } from "./client.ts";
import {
  brokenError,
  contextTokensOf,
  filteredError,
  isAboutModel,
  noModelError,
  protocolError,
  streamError,
  type Target,
  wantsMaxCompletionTokens,
  whichModelError,
} from "./errors.ts";
import { type Dialect, limitOf, requestOf, takesReasoningBudget } from "./request.ts";
import { type Chunk, chunkShape, parseJson, refusalOf } from "./wire.ts";

export type RemoteOptions = EndpointOptions & {
  /** The server's name of the model; default its only model. */
  model?: string;
};

export type RemoteTools = ClientTools & {
  /** Milliseconds of a monotonic clock. */
  elapsed(): number;
};

/** Used until the server has reported a count. Most languages have more bytes per token. */
const initialBytesPerToken = 3;
/** Makes estimates too large rather than too small. */
const estimateMargin = 1.1;
/** Tokens that a chat template adds to each message. */
const tokensPerMessage = 8;

export class RemoteBackend implements Backend {
  readonly #client: EndpointClient;
  readonly #tools: RemoteTools;
  #model: string | undefined;
  #names: readonly string[] = [];
  #dialect: Dialect = { isVllm: false, isLlamaServer: false, maxTokens: "max_tokens" };
  #contextLimit = Number.POSITIVE_INFINITY;
  /** From the server's count of the last prompt. */
  #bytesPerToken = initialBytesPerToken;

  constructor({ model, ...options }: RemoteOptions, tools: RemoteTools = realTools) {
    this.#client = new EndpointClient(options, tools);
    this.#tools = tools;
    this.#model = model;
  }

  get endpoint(): string {
    return this.#client.endpoint;
  }

  /** The server's name of the model; undefined before connect() if none was given. */
  get model(): string | undefined {
    return this.#model;
  }

  /** Names of the endpoint's models; empty before connect(). */
  get names(): readonly string[] {
    return this.#names;
  }

  /**
   * Infinity if the server doesn't report it: then nothing is trimmed, and the server refuses long
   * chats.
   */
  get contextLimit(): number {
    return this.#contextLimit;
  }

  /** Whether the server is known to limit reasoning in tokens; false before connect(). */
  get takesReasoningBudget(): boolean {
    return takesReasoningBudget(this.#dialect);
  }

  /**
   * Requests the list of models. This checks the address and the key, and gets the model's
   * properties. A server without such a list works if the model was named.
   *
   * @param onWait called before each wait
   * @throws AnechatError `network`, `noAccess`; `modelNotFound` if no model was named and there are
   *   several
   */
  async connect(signal?: AbortSignal, onWait?: (waiting: Waiting) => void): Promise<void> {
    const models = (await this.#client.models(signal, onWait)) ?? [];
    const [only] = models;
    this.#names = models.map(({ name }) => name);
    if (this.#model === undefined && (only === undefined || models.length > 1)) {
      throw whichModelError(this.#names, this.#client.target());
    }
    this.#model ??= only?.name;
    const known = models.find(({ name }) => name === this.#model);
    // llama-server uses its only model, whatever name a request has.
    const info = known ?? (models.length === 1 ? only : undefined);
    this.#contextLimit = info?.contextLimit ?? Number.POSITIVE_INFINITY;
    const { isVllm = false, isLlamaServer = false } = info ?? {};
    this.#dialect = { ...this.#dialect, isVllm, isLlamaServer };
  }

  chat(messages: readonly Message[], options: ChatOptions = {}): AsyncIterable<BackendEvent> {
    return this.generate({ kind: "messages", messages }, options);
  }

  /**
   * The iteration throws errors. Aborting, or leaving the iteration early, closes the connection.
   */
  async *generate(input: ChatInput, options: ChatOptions = {}): AsyncGenerator<BackendEvent, void> {
    const { signal: stop, ...generation } = options;
    if (this.#model === undefined) await this.connect(stop);
    const model = this.#model ?? "";
    const closing = new AbortController();
    const signal = stop === undefined ? closing.signal : AbortSignal.any([stop, closing.signal]);
    const answer = new RemoteAnswer({
      promptEstimate: this.#estimate(input),
      contextLimit: this.#contextLimit,
      maxTokens: limitOf(generation),
      maxAnswerTokens: generation.maxAnswerTokens ?? Number.POSITIVE_INFINITY,
      now: this.#tools.elapsed,
    });
    try {
      const response = yield* this.#request(model, input, generation, signal);
      for await (const chunk of this.#chunks(response, answer)) {
        yield* answer.take(chunk);
        if (answer.isFull) break;
      }
    } catch (error) {
      if (!stop?.aborted) throw await this.#explain(error, model, signal);
    } finally {
      closing.abort();
    }
    const done = answer.done(stop?.aborted === true);
    if (done.usage.isEstimated !== true) this.#calibrate(input, done.usage.promptTokens);
    yield done;
  }

  /**
   * An estimate, since OpenAI's API can't count tokens without answering: the messages' bytes,
   * divided by the bytes per token of the last prompt, plus 10 %.
   */
  countTokens(messages: readonly Message[]): Promise<number> {
    return Promise.resolve(this.#estimate({ kind: "messages", messages }));
  }

  async *#request(
    model: string,
    input: ChatInput,
    options: GenerateOptions,
    signal: AbortSignal,
  ): AsyncGenerator<Waiting, Response> {
    const { path, body } = requestOf(model, input, options, this.#dialect);
    try {
      return yield* this.#client.open(path, body, signal);
    } catch (error) {
      const isRenamed =
        error instanceof RefusedError && error.refusal && wantsMaxCompletionTokens(error.refusal);
      if (!isRenamed || this.#dialect.maxTokens === "max_completion_tokens") throw error;
      this.#dialect = { ...this.#dialect, maxTokens: "max_completion_tokens" };
      const again = requestOf(model, input, options, this.#dialect);
      return yield* this.#client.open(again.path, again.body, signal);
    }
  }

  async *#chunks(response: Response, answer: RemoteAnswer): AsyncGenerator<Chunk, void> {
    const target = this.#client.target(this.#model);
    const isStream = response.headers.get("content-type")?.includes("text/event-stream") === true;
    if (!isStream) {
      yield chunkOf(await readText(response), target);
      if (answer.finish === undefined) throw protocolError("an answer without a finish_reason", target);
      return;
    }
    for await (const { data } of this.#events(response, target)) {
      if (data.trim() === "[DONE]") return;
      yield chunkOf(data, target);
      if (answer.finish === "content_filter") throw filteredError(target);
    }
    // Not every server sends [DONE], but all send a finish_reason.
    if (answer.finish === undefined) throw brokenError(target);
  }

  /** Turns network errors of the stream into AnechatErrors. */
  async *#events(response: Response, target: Target): AsyncGenerator<{ data: string }, void> {
    if (response.body === null) return;
    try {
      yield* readEvents(response.body);
    } catch (error) {
      throw error instanceof AnechatError ? error : brokenError(target, error);
    }
  }

  /** Adds details to a refusal: the server's models, or the limit of the context. */
  async #explain(error: unknown, model: string, signal: AbortSignal): Promise<unknown> {
    if (!(error instanceof RefusedError)) return error;
    const { refusal } = error;
    // From now on the prompt is trimmed to this limit.
    this.#contextLimit = (refusal && contextTokensOf(refusal)) ?? this.#contextLimit;
    const blamesModel = refusal !== undefined && isAboutModel(refusal);
    if (!blamesModel && error.status !== 404) return error;
    const names = (await this.#client.models(signal).catch(() => undefined))?.map(({ name }) => name);
    const hasModel = names === undefined ? !blamesModel : names.includes(model);
    return hasModel ? error : noModelError(model, names ?? [], this.#client.target());
  }

  #estimate(input: ChatInput): number {
    const { bytes, messages } = sizeOf(input);
    return Math.ceil((bytes / this.#bytesPerToken) * estimateMargin) + messages * tokensPerMessage;
  }

  #calibrate(input: ChatInput, tokens: number): void {
    const { bytes, messages } = sizeOf(input);
    const textTokens = tokens - messages * tokensPerMessage;
    // In a short prompt, the template's tokens dominate.
    if (bytes >= 400 && textTokens > 0) this.#bytesPerToken = Math.min(8, bytes / textTokens);
  }
}

function sizeOf(input: ChatInput): { bytes: number; messages: number } {
  if (input.kind === "text") return { bytes: Buffer.byteLength(input.text), messages: 0 };
  const bytes = input.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return { bytes, messages: input.messages.length };
}

/** @throws AnechatError for an error of the server, and for anything but a chunk of an answer */
function chunkOf(text: string, target: Target): Chunk {
  const value = parseJson(text);
  const isObject = typeof value === "object" && value !== null;
  // OpenRouter's errors have choices, too.
  const isRefusal = isObject && (!("choices" in value) || ("error" in value && Boolean(value.error)));
  const refusal = isRefusal ? refusalOf(value) : undefined;
  if (refusal !== undefined) throw streamError(refusal, target);
  const parsed = chunkShape.safeParse(value);
  if (!parsed.success) throw protocolError("something that is not an answer of a language model", target);
  return parsed.data;
}

const realTools: RemoteTools = {
  now: Date.now,
  elapsed: () => performance.now(),
  random: Math.random,
  sleep: pause,
};
