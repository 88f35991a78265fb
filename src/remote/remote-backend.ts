/** A model at an OpenAI-compatible server, as a conversation sees it: messages go there, events come back. */
import { AnechatError } from "../base/errors.ts";
import { pause } from "../base/pause.ts";
import { readEvents } from "../formats/sse.ts";
import type { Backend, BackendEvent, Waiting } from "../protocol/backend.ts";
import type { ChatOptions, GenerateOptions, Message, PromptInput } from "../protocol/chat.ts";
import { RemoteAnswer } from "./answer.ts";
import { type ClientTools, EndpointClient, type EndpointOptions, RefusedError, readText } from "./client.ts";
import {
  type Asked,
  brokenError,
  contextTokensOf,
  filteredError,
  isAboutModel,
  noModelError,
  strangeError,
  streamError,
  wantsOtherLimit,
  whichModelError,
} from "./errors.ts";
import { type Dialect, requestOf } from "./request.ts";
import { type Chunk, chunkShape, parseJson, refusalOf } from "./wire.ts";

export type RemoteOptions = EndpointOptions & {
  /** As the server calls it; missing: the only one it has. */
  model?: string;
};

export type RemoteTools = ClientTools & {
  /** Milliseconds of a clock that only goes on. */
  elapsed(): number;
};

/** Before the server has counted anything: text in most languages has more bytes to a token than this. */
const firstBytesPerToken = 3;
/** Estimates are rather too large than too small. */
const estimateMargin = 1.1;
/** Tokens that a template puts around each message. */
const tokensPerMessage = 8;

export class RemoteBackend implements Backend {
  readonly #client: EndpointClient;
  readonly #tools: RemoteTools;
  #model: string | undefined;
  #names: readonly string[] = [];
  #dialect: Dialect = { isVllm: false, maxTokens: "max_tokens" };
  #contextLimit = Number.POSITIVE_INFINITY;
  /** As the server counted the last prompt. */
  #bytesPerToken = firstBytesPerToken;

  constructor({ model, ...options }: RemoteOptions, tools: RemoteTools = realTools) {
    this.#client = new EndpointClient(options, tools);
    this.#tools = tools;
    this.#model = model;
  }

  get endpoint(): string {
    return this.#client.endpoint;
  }

  /** As the server calls it; undefined until connect() has found it out. */
  get model(): string | undefined {
    return this.#model;
  }

  /** Of the models that the endpoint said it has when it was connected to. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** Infinity where the server doesn't tell: then nothing is trimmed, and its own error says when it is too much. */
  get contextLimit(): number {
    return this.#contextLimit;
  }

  /**
   * Asks the endpoint for its models: proves that it is there and takes the key, and learns what it tells of the model.
   * A server without such a list is fine, if the model was named.
   *
   * @param onWait told of each wait
   * @throws AnechatError `network`, `noAccess`, and `modelNotFound` where it isn't clear which model is meant
   */
  async connect(signal?: AbortSignal, onWait?: (waiting: Waiting) => void): Promise<void> {
    const models = (await this.#client.models(signal, onWait)) ?? [];
    const [only] = models;
    this.#names = models.map(({ name }) => name);
    if (this.#model === undefined && (only === undefined || models.length > 1)) {
      throw whichModelError(this.#names, this.#client.asked());
    }
    this.#model ??= only?.name;
    const known = models.find(({ name }) => name === this.#model);
    // llama-server answers with the one it has, whatever it is called.
    const info = known ?? (models.length === 1 ? only : undefined);
    this.#contextLimit = info?.contextLimit ?? Number.POSITIVE_INFINITY;
    this.#dialect = { ...this.#dialect, isVllm: info?.isVllm ?? false };
  }

  chat(messages: readonly Message[], options: ChatOptions = {}): AsyncIterable<BackendEvent> {
    return this.generate({ kind: "messages", messages }, options);
  }

  /** Its errors are thrown by the iteration. Cancelling, and an iteration that is left early, close the connection. */
  async *generate(input: PromptInput, options: ChatOptions = {}): AsyncGenerator<BackendEvent, void> {
    const { signal: stop, ...generation } = options;
    if (this.#model === undefined) await this.connect(stop);
    const model = this.#model ?? "";
    const closing = new AbortController();
    const signal = stop === undefined ? closing.signal : AbortSignal.any([stop, closing.signal]);
    const answer = new RemoteAnswer({
      promptEstimate: this.#estimate(input),
      contextLimit: this.#contextLimit,
      maxTokens: generation.maxTokens,
      now: this.#tools.elapsed,
    });
    try {
      const response = yield* this.#ask(model, input, generation, signal);
      for await (const chunk of this.#chunks(response, answer)) yield* answer.take(chunk);
    } catch (error) {
      if (!stop?.aborted) throw await this.#explained(error, model, signal);
    } finally {
      closing.abort();
    }
    const done = answer.done(stop?.aborted === true);
    if (done.usage.isEstimated !== true) this.#calibrate(input, done.usage.promptTokens);
    yield done;
  }

  /**
   * An estimate: no OpenAI-compatible server counts tokens without answering. By the bytes of the messages and how many the
   * server took for a token in the last prompt, and a tenth more, so that it is rather too large than too small.
   */
  countTokens(messages: readonly Message[]): Promise<number> {
    return Promise.resolve(this.#estimate({ kind: "messages", messages }));
  }

  async *#ask(
    model: string,
    input: PromptInput,
    options: GenerateOptions,
    signal: AbortSignal,
  ): AsyncGenerator<Waiting, Response> {
    const { path, body } = requestOf(model, input, options, this.#dialect);
    try {
      return yield* this.#client.open(path, body, signal);
    } catch (error) {
      const isOther = error instanceof RefusedError && error.refusal && wantsOtherLimit(error.refusal);
      if (!isOther || this.#dialect.maxTokens === "max_completion_tokens") throw error;
      this.#dialect = { ...this.#dialect, maxTokens: "max_completion_tokens" };
      const again = requestOf(model, input, options, this.#dialect);
      return yield* this.#client.open(again.path, again.body, signal);
    }
  }

  async *#chunks(response: Response, answer: RemoteAnswer): AsyncGenerator<Chunk, void> {
    const asked = this.#client.asked(this.#model);
    const isStream = response.headers.get("content-type")?.includes("text/event-stream") === true;
    if (!isStream) {
      yield chunkOf(await readText(response), asked);
      if (answer.finish === undefined) throw strangeError("an answer without an end", asked);
      return;
    }
    for await (const { data } of this.#events(response, asked)) {
      if (data.trim() === "[DONE]") return;
      yield chunkOf(data, asked);
      if (answer.finish === "content_filter") throw filteredError(asked);
    }
    // Not all end with [DONE], but all say why an answer ends.
    if (answer.finish === undefined) throw brokenError(asked);
  }

  /** A connection that breaks says so in the words of the network: they become ours. */
  async *#events(response: Response, asked: Asked): AsyncGenerator<{ data: string }, void> {
    if (response.body === null) return;
    try {
      yield* readEvents(response.body);
    } catch (error) {
      throw error instanceof AnechatError ? error : brokenError(asked, error);
    }
  }

  /** An error with what more there is to know: which models there are, how long a prompt may be. */
  async #explained(error: unknown, model: string, signal: AbortSignal): Promise<unknown> {
    if (!(error instanceof RefusedError)) return error;
    const { refusal } = error;
    // From now on what is too old is left out before it is refused.
    this.#contextLimit = (refusal && contextTokensOf(refusal)) ?? this.#contextLimit;
    const isAboutIt = refusal !== undefined && isAboutModel(refusal);
    if (!isAboutIt && error.status !== 404) return error;
    const names = (await this.#client.models(signal).catch(() => undefined))?.map(({ name }) => name);
    const isElse = names === undefined ? !isAboutIt : names.includes(model);
    return isElse ? error : noModelError(model, names ?? [], this.#client.asked());
  }

  #estimate(input: PromptInput): number {
    const { bytes, messages } = sizeOf(input);
    return Math.ceil((bytes / this.#bytesPerToken) * estimateMargin) + messages * tokensPerMessage;
  }

  #calibrate(input: PromptInput, tokens: number): void {
    const { bytes, messages } = sizeOf(input);
    const ofWords = tokens - messages * tokensPerMessage;
    // A few words tell little: mostly of the template.
    if (bytes >= 400 && ofWords > 0) this.#bytesPerToken = Math.min(8, bytes / ofWords);
  }
}

function sizeOf(input: PromptInput): { bytes: number; messages: number } {
  if (input.kind === "text") return { bytes: Buffer.byteLength(input.text), messages: 0 };
  const bytes = input.messages.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  return { bytes, messages: input.messages.length };
}

/** @throws AnechatError for an error of the server's, and for what is no piece of an answer */
function chunkOf(text: string, asked: Asked): Chunk {
  const value = parseJson(text);
  const isObject = typeof value === "object" && value !== null;
  // OpenRouter's errors have choices beside them.
  const isRefusal = isObject && (!("choices" in value) || ("error" in value && Boolean(value.error)));
  const refusal = isRefusal ? refusalOf(value) : undefined;
  if (refusal !== undefined) throw streamError(refusal, asked);
  const parsed = chunkShape.safeParse(value);
  if (!parsed.success) throw strangeError("something that is no answer of a language model", asked);
  return parsed.data;
}

const realTools: RemoteTools = {
  now: Date.now,
  elapsed: () => performance.now(),
  random: Math.random,
  sleep: pause,
};
