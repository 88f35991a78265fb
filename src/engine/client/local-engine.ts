/**
 * The main thread's side of the engine: starts the Worker, exchanges the messages of
 * worker-protocol.ts with it, and returns each answer as a stream of events.
 */
import { embeddedFiles } from "../../base/embedded.ts";
import { AnechatError, errorFromWire } from "../../base/errors.ts";
import type { SystemInfo } from "../../llama/library.ts";
import { Signals } from "../../llama/signals.ts";
import type { Backend } from "../../protocol/backend.ts";
import type { ChatEvent, ChatOptions, GenerateOptions, Message, PromptInput } from "../../protocol/chat.ts";
import { RpcMachines } from "../../rpc/machines.ts";
import type { NoSnapshot } from "../cache/snapshot-file.ts";
import type { ModelDetails } from "../core/details.ts";
import type { Embedding, Relevance } from "../core/embedder.ts";
import type { TokenizeOptions } from "../core/inspector.ts";
import type { SlotState } from "../core/slots.ts";
import type { LoadedModel, LoadOptions } from "../load.ts";
import type { PromptOptions } from "../prompt/prompt-builder.ts";
import type { Call, CallResult, FromEngine, MemoryFacts, ToEngine } from "../worker-protocol.ts";
import { OpenAnswers } from "./open-answers.ts";

export type LocalEngineOptions = {
  /** Receives llama.cpp's log. */
  onLog?: (lines: readonly string[]) => void;
  /** The RPC servers of this process. */
  rpcMachines?: RpcMachines;
};

type Deferred<T> = { resolve(value: T): void; reject(error: unknown): void };

/**
 * A message without an id. The Worker replies once to each, in the order in which they were sent.
 */
type Command = Deferred<unknown> & { kind: "start" | "load" | "unload" };

/** Time for native code to notice that it should stop. After that it is abandoned. */
const stopGraceMs = 500;

export class LocalEngine implements Backend, AsyncDisposable {
  readonly #worker: Worker;
  readonly #signals = new Signals();
  readonly #onLog: ((lines: readonly string[]) => void) | undefined;
  readonly #rpcMachines: RpcMachines;
  readonly #answers = new OpenAnswers();
  /** Requests with a single reply, by id. */
  readonly #calls = new Map<number, Deferred<unknown>>();
  #commands: Command[] = [];
  #lastRequest = 0;
  #contextLimit = 0;
  #watch: Disposable | undefined;
  /** Set when the Worker is lost; every later request fails with it. */
  #broken: AnechatError | undefined;

  /** Starts the Worker immediately, so that it boots while the caller reads the model's header. */
  constructor(options: LocalEngineOptions = {}) {
    this.#onLog = options.onLog;
    this.#rpcMachines = options.rpcMachines ?? new RpcMachines();
    // In the executable, the Worker is an entry point that is named by its source path.
    this.#worker = new Worker(
      embeddedFiles === undefined
        ? new URL("../worker/worker.ts", import.meta.url).href
        : "./src/engine/worker/worker.ts",
    );
    this.#worker.onmessage = ({ data }: MessageEvent<FromEngine>) => this.#receive(data);
    this.#worker.onerror = (event) => {
      this.#breakDown(new AnechatError("unexpected", `The engine stopped: ${event.message}`));
    };
  }

  /**
   * Opens the native library.
   * @param libraryFolder from libraryFolder()
   * @returns the available devices
   * @throws AnechatError `engineUnavailable`
   */
  start(libraryFolder: string): Promise<SystemInfo> {
    if (this.#rpcMachines.used.length > 0) this.#watchRpcMachines(this.#rpcMachines.used);
    return this.#command<SystemInfo>("start", {
      type: "start",
      libraryFolder,
      signals: this.#signals.buffer,
      verbose: this.#onLog !== undefined,
    }).promise;
  }

  /** The Worker is lost, and every further request fails. */
  get isBroken(): boolean {
    return this.#broken !== undefined;
  }

  /**
   * Whether the engine handles a message in time, or is stuck in native code. A step that is being
   * computed is aborted for this, and computed again.
   */
  async isResponsive(milliseconds: number): Promise<boolean> {
    this.#signals.aborted = true;
    const reply = this.slots();
    const { promise: timeout, resolve } = Promise.withResolvers<false>();
    const timer = setTimeout(() => resolve(false), milliseconds);
    const reacted = reply.then(
      () => true,
      // An error is a reaction, too, unless the Worker is lost.
      () => !this.isBroken,
    );
    const result = await Promise.race([reacted, timeout]);
    clearTimeout(timer);
    return result;
  }

  /** Progress of loading, 0 to 1. */
  get loadProgress(): number {
    return this.#signals.progress;
  }

  /** Maximum tokens of a conversation with the loaded model. */
  get contextLimit(): number {
    return this.#contextLimit;
  }

  /**
   * Loads a model, after freeing the previous one.
   * @throws AnechatError of the engine, or `interrupted` if `signal` was aborted, even if native
   *   code does not stop
   */
  async load(options: LoadOptions, memory: MemoryFacts, signal?: AbortSignal): Promise<LoadedModel> {
    if (this.#broken !== undefined) throw this.#broken;
    this.#abandonRequests();
    this.#signals.aborted = signal?.aborted ?? false;
    if (options.rpcServers !== undefined) this.#watchRpcMachines(options.rpcServers);
    const { promise, command } = this.#command<LoadedModel>("load", { type: "load", options, memory });
    let isAbandoned = false;
    using _stopping = new Stopping(signal, {
      stop: () => {
        this.#signals.aborted = true;
      },
      abandon: () => {
        isAbandoned = true;
        command.reject(new AnechatError("interrupted", "Loading the model was stopped"));
      },
    });
    try {
      return await promise;
    } finally {
      // If abandoned, keep the flag set: native code may still notice it.
      if (!isAbandoned) this.#signals.aborted = false;
    }
  }

  chat(messages: readonly Message[], options: ChatOptions = {}): AsyncIterable<ChatEvent> {
    return this.generate({ kind: "messages", messages }, options);
  }

  /**
   * The iteration throws the errors. Leaving it early cancels the answer. If the signal is aborted
   * and the engine doesn't react, it throws `interrupted`; the engine can still answer other
   * requests.
   */
  async *generate(input: PromptInput, options: ChatOptions = {}): AsyncGenerator<ChatEvent, void> {
    const { signal, ...generation } = options;
    if (this.#broken !== undefined) throw this.#broken;
    const requestId = ++this.#lastRequest;
    const events = this.#answers.open(requestId);
    this.#send({ type: "generate", requestId, input, options: generation satisfies GenerateOptions });
    using _stopping = new Stopping(signal, {
      stop: () => this.#cancel(requestId),
      abandon: () => this.#fail(requestId, new AnechatError("interrupted", "The answer was stopped")),
    });
    try {
      yield* events;
    } finally {
      if (this.#answers.has(requestId)) {
        this.#cancel(requestId);
        this.#answers.forget(requestId);
      }
    }
  }

  /** Tokens of the prompt that the model's template renders. @throws AnechatError `interrupted` */
  countTokens(
    messages: readonly Message[],
    { signal, ...options }: PromptOptions & Pick<ChatOptions, "signal"> = {},
  ): Promise<number> {
    const input = { kind: "messages", messages } as const;
    return this.#call({ on: "inspector", name: "countTokens", arguments: [input, options] }, signal);
  }

  /** The text of a prompt, with the control tokens that the model's template writes. */
  renderPrompt(input: PromptInput, options: PromptOptions = {}): Promise<string> {
    return this.#call({ on: "inspector", name: "renderPrompt", arguments: [input, options] });
  }

  /** The tokens of a text. */
  tokenize(text: string, options: TokenizeOptions): Promise<number[]> {
    return this.#call({ on: "inspector", name: "tokenize", arguments: [text, options] });
  }

  /** The text of tokens. @throws AnechatError `usage` for a token that the model doesn't have */
  detokenize(tokens: readonly number[]): Promise<string> {
    return this.#call({ on: "inspector", name: "detokenize", arguments: [tokens] });
  }

  /** The bytes of each token. @throws AnechatError `usage` as {@link detokenize} */
  pieces(tokens: readonly number[]): Promise<Uint8Array[]> {
    return this.#call({ on: "inspector", name: "pieces", arguments: [tokens] });
  }

  /** Facts about the model that only some requests need. */
  details(): Promise<ModelDetails> {
    return this.#call({ on: "inspector", name: "details", arguments: [] });
  }

  /** What each sequence does at the moment. */
  slots(): Promise<readonly SlotState[]> {
    return this.#call({ on: "inspector", name: "slots", arguments: [] });
  }

  /**
   * The embedding of a text, or of its tokens.
   * @throws AnechatError `inputTooLong`, `interrupted` and others of the engine
   */
  embed(input: string | readonly number[], signal?: AbortSignal): Promise<Embedding> {
    return this.#request((requestId) => ({ type: "embed", requestId, input }), signal);
  }

  /**
   * How well a document answers a query, if the model is a reranker.
   * @throws AnechatError as {@link embed}
   */
  rerank(query: string, document: string, signal?: AbortSignal): Promise<Relevance> {
    return this.#request((requestId) => ({ type: "rerank", requestId, query, document }), signal);
  }

  /**
   * Writes the KV state of the conversation that was answered last to a file.
   * @param fingerprint of everything it depends on besides the tokens
   * @param largest maximum bytes of the state
   * @returns bytes written; 0 if there is no conversation, or it is too large
   */
  saveSnapshot(path: string, fingerprint: string, largest: number): Promise<number> {
    return this.#call({ on: "snapshots", name: "save", arguments: [path, fingerprint, largest] });
  }

  /** Restores a saved KV state. @returns tokens that need not be evaluated again, or why none */
  restoreSnapshot(path: string, fingerprint: string): Promise<number | NoSnapshot> {
    return this.#call({ on: "snapshots", name: "restore", arguments: [path, fingerprint] });
  }

  /**
   * Frees the model and its context; the engine can load another. Unfinished requests fail with
   * `interrupted`.
   */
  async unload(): Promise<void> {
    if (this.#broken !== undefined) return;
    // Abort the step that is being computed; unloading would wait for it.
    if (this.#isBusy) this.#signals.aborted = true;
    this.#abandonRequests();
    await this.#command("unload", { type: "unload" }).promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.unload();
    this.#breakDown(new AnechatError("interrupted", "The engine was shut down"));
    this.#worker.terminate();
  }

  /**
   * If an RPC server is lost, the Worker's thread hangs. Then fail everything that waits for it.
   */
  #watchRpcMachines(addresses: readonly string[]): void {
    this.#watch?.[Symbol.dispose]();
    this.#watch = this.#rpcMachines.watch({
      addresses,
      signals: this.#signals,
      isWaiting: () => this.#isBusy,
      onLost: (error) => this.#breakDown(error),
    });
  }

  /** Whether the Worker has to reply to anything. */
  get #isBusy(): boolean {
    return this.#commands.length > 0 || this.#answers.size > 0 || this.#calls.size > 0;
  }

  /** T is the type of the Worker's reply to this kind of message. */
  #command<T>(kind: Command["kind"], message: ToEngine): { promise: Promise<T>; command: Command } {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const command: Command = { kind, resolve: (value) => resolve(value as T), reject };
    this.#commands.push(command);
    this.#send(message);
    return { promise, command };
  }

  /** Fails all requests to a model that will be freed. */
  #abandonRequests(): void {
    for (const requestId of [...this.#answers.ids, ...this.#calls.keys()]) {
      this.#fail(requestId, new AnechatError("interrupted", "The model was unloaded"));
    }
  }

  #call<C extends Call>(call: C, signal?: AbortSignal): Promise<CallResult<C>> {
    return this.#request((requestId) => ({ type: "call", requestId, call }), signal);
  }

  /**
   * T is the type of the Worker's reply to this kind of message.
   * @param signal cancels the request
   */
  #request<T>(message: (requestId: number) => ToEngine, signal?: AbortSignal): Promise<T> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    const requestId = ++this.#lastRequest;
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    if (signal?.aborted) return Promise.reject(cancelled());
    this.#calls.set(requestId, { resolve: (value) => resolve(value as T), reject });
    this.#send(message(requestId));
    if (signal === undefined) return promise;
    const cancel = (): void => {
      this.#send({ type: "cancel", requestId });
      this.#fail(requestId, cancelled());
    };
    signal.addEventListener("abort", cancel);
    return promise.finally(() => signal.removeEventListener("abort", cancel));
  }

  #cancel(requestId: number): void {
    if (!this.#answers.cancel(requestId)) return;
    // Abort the step that is being computed, unless other answers are part of it.
    if (this.#answers.areAllCancelled) this.#signals.aborted = true;
    this.#send({ type: "cancel", requestId });
  }

  #receive(message: FromEngine): void {
    switch (message.type) {
      case "started":
        this.#commands.shift()?.resolve(message.system);
        break;
      case "loaded":
        this.#contextLimit = message.info.contextLimit;
        this.#commands.shift()?.resolve(message.info);
        break;
      case "unloaded":
        this.#commands.shift()?.resolve(undefined);
        break;
      case "events":
        for (const { requestId, event } of message.events) this.#answers.pass(requestId, event);
        break;
      case "result":
        this.#calls.get(message.requestId)?.resolve(message.value);
        this.#calls.delete(message.requestId);
        break;
      case "log":
        this.#onLog?.(message.lines);
        break;
      case "failed":
        this.#fail(message.requestId, errorFromWire(message.error));
        break;
    }
  }

  #fail(requestId: number | undefined, error: AnechatError): void {
    if (requestId === undefined) {
      this.#commands.shift()?.reject(error);
      return;
    }
    this.#answers.fail(requestId, error);
    this.#calls.get(requestId)?.reject(error);
    this.#calls.delete(requestId);
  }

  #breakDown(error: AnechatError): void {
    this.#watch?.[Symbol.dispose]();
    this.#broken = error;
    for (const { kind, resolve, reject } of this.#commands)
      kind === "unload" ? resolve(undefined) : reject(error);
    this.#commands = [];
    for (const requestId of this.#answers.ids) this.#answers.fail(requestId, error);
    for (const call of this.#calls.values()) call.reject(error);
    this.#calls.clear();
  }

  #send(message: ToEngine): void {
    this.#worker.postMessage(message);
  }
}

function cancelled(): AnechatError {
  return new AnechatError("interrupted", "The request was cancelled");
}

/**
 * When a signal is aborted, calls `stop`, and `abandon` if the work doesn't end within the grace
 * time.
 */
class Stopping implements Disposable {
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal | undefined, { stop, abandon }: { stop: () => void; abandon: () => void }) {
    this.#signal = signal;
    this.#onAbort = () => {
      stop();
      this.#timer = setTimeout(abandon, stopGraceMs);
    };
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  [Symbol.dispose](): void {
    this.#signal?.removeEventListener("abort", this.#onAbort);
    clearTimeout(this.#timer);
  }
}
