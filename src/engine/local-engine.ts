/**
 * The engine as the rest of the program sees it: starts the Worker, speaks
 * messages.ts with it, and gives each answer as a stream of events.
 */
import { embeddedFiles } from "../base/embedded.ts";
import { AnechatError, errorFromWire } from "../base/errors.ts";
import type { SystemInfo } from "../llama/library.ts";
import { Signals } from "../llama/signals.ts";
import type { Embedding } from "./embedder.ts";
import { EventQueue } from "./event-queue.ts";
import type { FromEngine, MemoryFacts, ToEngine } from "./messages.ts";
import type { PromptOptions } from "./prompt.ts";
import type {
  ChatEvent,
  ChatOptions,
  GenerateOptions,
  LoadedModel,
  LoadOptions,
  Message,
  PromptInput,
} from "./protocol.ts";
import type { NoSnapshot } from "./snapshot.ts";
import { Workers } from "./workers.ts";

export type LocalEngineOptions = {
  /** llama.cpp's log, if it is wanted. */
  onLog?: (lines: readonly string[]) => void;
  /** The process's RPC workers, if it has any. */
  workers?: Workers;
};

type Deferred<T> = { resolve(value: T): void; reject(error: unknown): void };

export class LocalEngine implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #signals = new Signals();
  readonly #onLog: ((lines: readonly string[]) => void) | undefined;
  readonly #workers: Workers;
  readonly #answers = new Map<number, EventQueue<ChatEvent>>();
  /** Questions that have one answer. */
  readonly #asked = new Map<number, Deferred<unknown>>();
  #starting: Deferred<SystemInfo> | undefined;
  #loading: Deferred<LoadedModel> | undefined;
  #unloading: Deferred<void> | undefined;
  #lastRequest = 0;
  #contextLimit = 0;
  #watch: Disposable | undefined;
  /** The Worker is gone: told to whoever asks next. */
  #broken: AnechatError | undefined;

  /** Starts the Worker at once, so that it boots while the caller looks at the model. */
  constructor(options: LocalEngineOptions = {}) {
    this.#onLog = options.onLog;
    this.#workers = options.workers ?? new Workers();
    // In the executable, the Worker is an entry point known by its source path.
    this.#worker = new Worker(
      embeddedFiles === undefined ? new URL("./worker.ts", import.meta.url).href : "./src/engine/worker.ts",
    );
    this.#worker.onmessage = ({ data }: MessageEvent<FromEngine>) => this.#receive(data);
    this.#worker.onerror = (event) => {
      this.#breakDown(new AnechatError("unexpected", `The engine stopped: ${event.message}`));
    };
  }

  /**
   * Opens the native library.
   * @param libraryFolder from libraryFolder()
   * @returns what there is to compute with
   * @throws AnechatError `engineUnavailable`
   */
  start(libraryFolder: string): Promise<SystemInfo> {
    const { promise, ...deferred } = Promise.withResolvers<SystemInfo>();
    this.#starting = deferred;
    if (this.#workers.used.length > 0) this.#watchWorkers(this.#workers.used);
    this.#send({
      type: "start",
      libraryFolder,
      signals: this.#signals.buffer,
      verbose: this.#onLog !== undefined,
    });
    return promise;
  }

  /** The Worker is gone, and every further question fails. */
  get isBroken(): boolean {
    return this.#broken !== undefined;
  }

  /** Of the model being loaded, 0 to 1. */
  get loadProgress(): number {
    return this.#signals.progress;
  }

  /** Tokens a conversation with the loaded model may have. */
  get contextLimit(): number {
    return this.#contextLimit;
  }

  /**
   * Loads a model, freeing the one before.
   * @throws AnechatError of the engine, or `interrupted` if `signal` was aborted
   */
  load(options: LoadOptions, memory: MemoryFacts, signal?: AbortSignal): Promise<LoadedModel> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    this.#signals.aborted = signal?.aborted ?? false;
    const abort = (): void => {
      this.#signals.aborted = true;
    };
    signal?.addEventListener("abort", abort);
    const { promise, ...deferred } = Promise.withResolvers<LoadedModel>();
    this.#loading = deferred;
    if (options.workers !== undefined) this.#watchWorkers(options.workers);
    this.#send({ type: "load", options, memory });
    return promise.finally(() => {
      signal?.removeEventListener("abort", abort);
      this.#signals.aborted = false;
    });
  }

  chat(messages: readonly Message[], options: ChatOptions = {}): AsyncIterable<ChatEvent> {
    return this.generate({ kind: "messages", messages }, options);
  }

  /** Its errors are thrown by the iteration. An iteration that is left early cancels the answer. */
  async *generate(input: PromptInput, options: ChatOptions = {}): AsyncGenerator<ChatEvent, void> {
    const { signal, ...generation } = options;
    if (this.#broken !== undefined) throw this.#broken;
    const requestId = ++this.#lastRequest;
    const events = new EventQueue<ChatEvent>();
    this.#answers.set(requestId, events);
    const cancel = (): void => this.#cancel(requestId);
    signal?.addEventListener("abort", cancel);
    this.#send({ type: "generate", requestId, input, options: generation satisfies GenerateOptions });
    if (signal?.aborted) cancel();
    try {
      yield* events;
    } finally {
      signal?.removeEventListener("abort", cancel);
      if (this.#answers.has(requestId)) cancel();
    }
  }

  /** Tokens of the prompt that the model's template makes of these messages. */
  countTokens(messages: readonly Message[], options: PromptOptions = {}): Promise<number> {
    const input = { kind: "messages", messages } as const;
    return this.#ask((requestId) => ({ type: "count", requestId, input, options }));
  }

  /** The vector of a text. @throws AnechatError `inputTooLong`, `interrupted` and others of the engine */
  embed(text: string, signal?: AbortSignal): Promise<Embedding> {
    return this.#ask((requestId) => ({ type: "embed", requestId, text }), signal);
  }

  /**
   * Writes the KV state of the conversation that was answered last to a file.
   * @param fingerprint of everything it depends on besides the tokens
   * @param largest bytes that it may have
   * @returns bytes; 0 if there is nothing to write, or if it would be larger
   */
  saveSnapshot(path: string, fingerprint: string, largest: number): Promise<number> {
    return this.#ask((requestId) => ({ type: "save", requestId, path, fingerprint, largest }));
  }

  /** Takes it back. @returns tokens that need not be evaluated again, or why there are none */
  restoreSnapshot(path: string, fingerprint: string): Promise<number | NoSnapshot> {
    return this.#ask((requestId) => ({ type: "restore", requestId, path, fingerprint }));
  }

  /** Frees the model and its context; the engine can load another. */
  unload(): Promise<void> {
    if (this.#broken !== undefined) return Promise.resolve();
    const { promise, ...deferred } = Promise.withResolvers<void>();
    this.#unloading = deferred;
    // A step that is being computed would keep the model busy to its end.
    if (this.#answers.size > 0 || this.#loading !== undefined) this.#signals.aborted = true;
    this.#send({ type: "unload" });
    return promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.unload();
    this.#watch?.[Symbol.dispose]();
    this.#worker.terminate();
  }

  /** A worker that goes away leaves the engine's thread waiting for ever; who waits for that is told. */
  #watchWorkers(addresses: readonly string[]): void {
    this.#watch?.[Symbol.dispose]();
    this.#watch = this.#workers.watch({
      addresses,
      signals: this.#signals,
      isWaiting: () =>
        this.#starting !== undefined ||
        this.#loading !== undefined ||
        this.#unloading !== undefined ||
        this.#answers.size > 0 ||
        this.#asked.size > 0,
      onLost: (error) => this.#breakDown(error),
    });
  }

  /** T is what the Worker replies to this kind of message. @param signal gives it up */
  #ask<T>(message: (requestId: number) => ToEngine, signal?: AbortSignal): Promise<T> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    const requestId = ++this.#lastRequest;
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#asked.set(requestId, { resolve: (value) => resolve(value as T), reject });
    this.#send(message(requestId));
    if (signal === undefined) return promise;
    const giveUp = (): void => {
      this.#send({ type: "cancel", requestId });
      this.#fail(requestId, new AnechatError("interrupted", "It was given up."));
    };
    signal.addEventListener("abort", giveUp);
    if (signal.aborted) giveUp();
    return promise.finally(() => signal.removeEventListener("abort", giveUp));
  }

  #reply(requestId: number, value: unknown): void {
    this.#asked.get(requestId)?.resolve(value);
    this.#asked.delete(requestId);
  }

  #cancel(requestId: number): void {
    // The flag stops the step that is being computed; with others in it, they go on instead.
    if (this.#answers.size === 1) this.#signals.aborted = true;
    this.#send({ type: "cancel", requestId });
  }

  #receive(message: FromEngine): void {
    switch (message.type) {
      case "started":
        this.#starting?.resolve(message.system);
        this.#starting = undefined;
        break;
      case "loaded":
        this.#contextLimit = message.info.contextLimit;
        this.#loading?.resolve(message.info);
        this.#loading = undefined;
        break;
      case "unloaded":
        this.#unloading?.resolve();
        this.#unloading = undefined;
        break;
      case "events":
        for (const { requestId, event } of message.events) this.#pass(requestId, event);
        break;
      case "counted":
        this.#reply(message.requestId, message.tokens);
        break;
      case "embedded":
        this.#reply(message.requestId, message.embedding);
        break;
      case "saved":
        this.#reply(message.requestId, message.bytes);
        break;
      case "restored":
        this.#reply(message.requestId, message.tokens);
        break;
      case "log":
        this.#onLog?.(message.lines);
        break;
      case "failed":
        this.#fail(message.requestId, errorFromWire(message.error));
        break;
    }
  }

  #pass(requestId: number, event: ChatEvent): void {
    const events = this.#answers.get(requestId);
    events?.push(event);
    if (event.type !== "done") return;
    this.#answers.delete(requestId);
    events?.close();
  }

  #fail(requestId: number | undefined, error: AnechatError): void {
    if (requestId === undefined) {
      const waiting = this.#starting ?? this.#loading;
      waiting?.reject(error);
      this.#starting = undefined;
      this.#loading = undefined;
      return;
    }
    this.#answers.get(requestId)?.fail(error);
    this.#answers.delete(requestId);
    this.#asked.get(requestId)?.reject(error);
    this.#asked.delete(requestId);
  }

  #breakDown(error: AnechatError): void {
    this.#watch?.[Symbol.dispose]();
    this.#broken = error;
    this.#starting?.reject(error);
    this.#loading?.reject(error);
    this.#unloading?.resolve();
    for (const events of this.#answers.values()) events.fail(error);
    for (const asked of this.#asked.values()) asked.reject(error);
    this.#answers.clear();
    this.#asked.clear();
  }

  #send(message: ToEngine): void {
    this.#worker.postMessage(message);
  }
}
