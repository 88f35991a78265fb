/**
 * The engine as the rest of the program sees it: starts the Worker, speaks
 * messages.ts with it, and gives each answer as a stream of events.
 */
import { embeddedFiles } from "../../base/embedded.ts";
import { AnechatError, errorFromWire } from "../../base/errors.ts";
import type { SystemInfo } from "../../llama/library.ts";
import { Signals } from "../../llama/signals.ts";
import type { Backend } from "../../protocol/backend.ts";
import type { ChatEvent, ChatOptions, GenerateOptions, Message, PromptInput } from "../../protocol/chat.ts";
import { RpcMachines } from "../../rpc/machines.ts";
import type { NoSnapshot } from "../cache/snapshot.ts";
import type { Embedding } from "../core/embedder.ts";
import type { LoadedModel, LoadOptions } from "../load.ts";
import type { PromptOptions } from "../prompt/prompt-builder.ts";
import type { FromEngine, MemoryFacts, ToEngine } from "../worker-protocol.ts";
import { OpenAnswers } from "./open-answers.ts";

export type LocalEngineOptions = {
  /** llama.cpp's log, if it is wanted. */
  onLog?: (lines: readonly string[]) => void;
  /** The process's RPC workers, if it has any. */
  rpcMachines?: RpcMachines;
};

type Deferred<T> = { resolve(value: T): void; reject(error: unknown): void };

/** A message without an id: the Worker replies to these in the order they were sent, once to each. */
type Step = Deferred<unknown> & { kind: "start" | "load" | "unload" };

/** Milliseconds that native code may take to notice that it is to stop. After that it isn't waited for. */
const stopPatienceMs = 500;

export class LocalEngine implements Backend, AsyncDisposable {
  readonly #worker: Worker;
  readonly #signals = new Signals();
  readonly #onLog: ((lines: readonly string[]) => void) | undefined;
  readonly #workers: RpcMachines;
  readonly #answers = new OpenAnswers();
  /** Questions that have one answer. */
  readonly #asked = new Map<number, Deferred<unknown>>();
  #steps: Step[] = [];
  #lastRequest = 0;
  #contextLimit = 0;
  #watch: Disposable | undefined;
  /** The Worker is gone: told to whoever asks next. */
  #broken: AnechatError | undefined;

  /** Starts the Worker at once, so that it boots while the caller looks at the model. */
  constructor(options: LocalEngineOptions = {}) {
    this.#onLog = options.onLog;
    this.#workers = options.rpcMachines ?? new RpcMachines();
    // In the executable, the Worker is an entry point known by its source path.
    this.#worker = new Worker(
      embeddedFiles === undefined
        ? new URL("../core/worker.ts", import.meta.url).href
        : "./src/engine/core/worker.ts",
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
    if (this.#workers.used.length > 0) this.#watchWorkers(this.#workers.used);
    return this.#step<SystemInfo>("start", {
      type: "start",
      libraryFolder,
      signals: this.#signals.buffer,
      verbose: this.#onLog !== undefined,
    }).promise;
  }

  /** The Worker is gone, and every further question fails. */
  get isBroken(): boolean {
    return this.#broken !== undefined;
  }

  /**
   * Whether the engine takes up a message, or is stuck in native code. A step that is being computed is cut short for
   * that, and computed again.
   */
  async reacts(milliseconds: number): Promise<boolean> {
    this.#signals.aborted = true;
    const input = { kind: "text", text: "" } as const;
    const answered = this.#ask<number>((requestId) => ({ type: "count", requestId, input, options: {} }));
    const { promise: late, resolve } = Promise.withResolvers<false>();
    const timer = setTimeout(() => resolve(false), milliseconds);
    const reacted = answered.then(
      () => true,
      // That it failed is a reaction, too, unless the thread is gone.
      () => !this.isBroken,
    );
    const result = await Promise.race([reacted, late]);
    clearTimeout(timer);
    return result;
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
   * @throws AnechatError of the engine, or `interrupted` if `signal` was aborted, also where native code goes on
   */
  async load(options: LoadOptions, memory: MemoryFacts, signal?: AbortSignal): Promise<LoadedModel> {
    if (this.#broken !== undefined) throw this.#broken;
    this.#abandonRequests();
    this.#signals.aborted = signal?.aborted ?? false;
    if (options.rpcServers !== undefined) this.#watchWorkers(options.rpcServers);
    const { promise, step } = this.#step<LoadedModel>("load", { type: "load", options, memory });
    let isGivenUp = false;
    using _stopping = new Stopping(signal, {
      stop: () => {
        this.#signals.aborted = true;
      },
      giveUp: () => {
        isGivenUp = true;
        step.reject(new AnechatError("interrupted", "Loading the model was stopped."));
      },
    });
    try {
      return await promise;
    } finally {
      // Native code may still notice that it was to stop.
      if (!isGivenUp) this.#signals.aborted = false;
    }
  }

  chat(messages: readonly Message[], options: ChatOptions = {}): AsyncIterable<ChatEvent> {
    return this.generate({ kind: "messages", messages }, options);
  }

  /**
   * Its errors are thrown by the iteration. An iteration that is left early cancels the answer. If the signal is
   * aborted and the engine doesn't react, it throws `interrupted`; the engine takes up other requests when it can.
   */
  async *generate(input: PromptInput, options: ChatOptions = {}): AsyncGenerator<ChatEvent, void> {
    const { signal, ...generation } = options;
    if (this.#broken !== undefined) throw this.#broken;
    const requestId = ++this.#lastRequest;
    const events = this.#answers.open(requestId);
    this.#send({ type: "generate", requestId, input, options: generation satisfies GenerateOptions });
    using _stopping = new Stopping(signal, {
      stop: () => this.#cancel(requestId),
      giveUp: () => this.#fail(requestId, new AnechatError("interrupted", "The answer was stopped.")),
    });
    try {
      yield* events;
    } finally {
      if (this.#answers.has(requestId)) {
        this.#cancel(requestId);
        // An iteration that was left hears nothing more of it.
        this.#answers.forget(requestId);
      }
    }
  }

  /** Tokens of the prompt that the model's template makes of these messages. @throws AnechatError `interrupted` */
  countTokens(
    messages: readonly Message[],
    { signal, sampling, toolUse, thinking }: PromptOptions & Pick<ChatOptions, "signal"> = {},
  ): Promise<number> {
    const input = { kind: "messages", messages } as const;
    const options: PromptOptions = {
      ...(sampling === undefined ? {} : { sampling }),
      ...(toolUse === undefined ? {} : { toolUse }),
      ...(thinking === undefined ? {} : { thinking }),
    };
    return this.#ask((requestId) => ({ type: "count", requestId, input, options }), signal);
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

  /**
   * Frees the model and its context; the engine can load another. Requests that are still being worked on fail with
   * `interrupted`.
   */
  async unload(): Promise<void> {
    if (this.#broken !== undefined) return;
    // A step that is being computed would keep the model busy to its end.
    if (this.#isBusy) this.#signals.aborted = true;
    this.#abandonRequests();
    await this.#step("unload", { type: "unload" }).promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.unload();
    this.#breakDown(new AnechatError("interrupted", "The engine was ended."));
    this.#worker.terminate();
  }

  /** A worker that goes away leaves the engine's thread waiting for ever; who waits for that is told. */
  #watchWorkers(addresses: readonly string[]): void {
    this.#watch?.[Symbol.dispose]();
    this.#watch = this.#workers.watch({
      addresses,
      signals: this.#signals,
      isWaiting: () => this.#isBusy,
      onLost: (error) => this.#breakDown(error),
    });
  }

  /** Whether anything is expected of the Worker. */
  get #isBusy(): boolean {
    return this.#steps.length > 0 || this.#answers.size > 0 || this.#asked.size > 0;
  }

  /** T is what the Worker replies to this kind of message. */
  #step<T>(kind: Step["kind"], message: ToEngine): { promise: Promise<T>; step: Step } {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const step: Step = { kind, resolve: (value) => resolve(value as T), reject };
    this.#steps.push(step);
    this.#send(message);
    return { promise, step };
  }

  /** The model that they were asked of is freed. */
  #abandonRequests(): void {
    for (const requestId of [...this.#answers.ids, ...this.#asked.keys()]) {
      this.#fail(requestId, new AnechatError("interrupted", "The model was unloaded meanwhile."));
    }
  }

  /** T is what the Worker replies to this kind of message. @param signal gives it up */
  #ask<T>(message: (requestId: number) => ToEngine, signal?: AbortSignal): Promise<T> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    const requestId = ++this.#lastRequest;
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    if (signal?.aborted) return Promise.reject(givenUp());
    this.#asked.set(requestId, { resolve: (value) => resolve(value as T), reject });
    this.#send(message(requestId));
    if (signal === undefined) return promise;
    const giveUp = (): void => {
      this.#send({ type: "cancel", requestId });
      this.#fail(requestId, givenUp());
    };
    signal.addEventListener("abort", giveUp);
    return promise.finally(() => signal.removeEventListener("abort", giveUp));
  }

  #reply(requestId: number, value: unknown): void {
    this.#asked.get(requestId)?.resolve(value);
    this.#asked.delete(requestId);
  }

  #cancel(requestId: number): void {
    if (!this.#answers.cancel(requestId)) return;
    // The flag stops the step that is being computed; with others in it, they go on instead.
    if (this.#answers.areAllCancelled) this.#signals.aborted = true;
    this.#send({ type: "cancel", requestId });
  }

  #receive(message: FromEngine): void {
    switch (message.type) {
      case "started":
        this.#steps.shift()?.resolve(message.system);
        break;
      case "loaded":
        this.#contextLimit = message.info.contextLimit;
        this.#steps.shift()?.resolve(message.info);
        break;
      case "unloaded":
        this.#steps.shift()?.resolve(undefined);
        break;
      case "events":
        for (const { requestId, event } of message.events) this.#answers.pass(requestId, event);
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

  #fail(requestId: number | undefined, error: AnechatError): void {
    if (requestId === undefined) {
      this.#steps.shift()?.reject(error);
      return;
    }
    this.#answers.fail(requestId, error);
    this.#asked.get(requestId)?.reject(error);
    this.#asked.delete(requestId);
  }

  #breakDown(error: AnechatError): void {
    this.#watch?.[Symbol.dispose]();
    this.#broken = error;
    for (const { kind, resolve, reject } of this.#steps)
      kind === "unload" ? resolve(undefined) : reject(error);
    this.#steps = [];
    for (const requestId of this.#answers.ids) this.#answers.fail(requestId, error);
    for (const asked of this.#asked.values()) asked.reject(error);
    this.#asked.clear();
  }

  #send(message: ToEngine): void {
    this.#worker.postMessage(message);
  }
}

function givenUp(): AnechatError {
  return new AnechatError("interrupted", "It was given up.");
}

/** What the abort of a signal does to a piece of work: it is told to stop, and given up a moment later. */
class Stopping implements Disposable {
  readonly #signal: AbortSignal | undefined;
  readonly #onAbort: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(signal: AbortSignal | undefined, { stop, giveUp }: { stop: () => void; giveUp: () => void }) {
    this.#signal = signal;
    this.#onAbort = () => {
      stop();
      this.#timer = setTimeout(giveUp, stopPatienceMs);
    };
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener("abort", this.#onAbort, { once: true });
  }

  [Symbol.dispose](): void {
    this.#signal?.removeEventListener("abort", this.#onAbort);
    clearTimeout(this.#timer);
  }
}
