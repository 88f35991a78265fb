/**
 * The engine: one loaded model answering any number of requests at once. All
 * native handles are here and nowhere else; it runs inside the Worker.
 *
 * scheduler.ts and cache-manager.ts decide, kv-cache.ts computes, sequence.ts remembers; `#step`
 * below ties them together.
 */
import { AnechatError } from "../../base/errors.ts";
import { Batch, ThreadPool } from "../../llama/context.ts";
import type { Native } from "../../llama/library.ts";
import { Model } from "../../llama/model.ts";
import { endOfGrammar } from "../../llama/sampler.ts";
import type { Signals } from "../../llama/signals.ts";
import type { ChatEvent, FinishReason, GenerateOptions, PromptInput } from "../../protocol/chat.ts";
import { CacheManager } from "../cache/cache-manager.ts";
import { contextSizing } from "../cache/context-size.ts";
import { batchSize, type KvCache, openCache } from "../cache/kv-cache.ts";
import { PromptCache } from "../cache/prompt-cache.ts";
import type { NoSnapshot } from "../cache/snapshot.ts";
import { Snapshots } from "../cache/snapshots.ts";
import type { LoadedModel, LoadOptions } from "../load.ts";
import { deviceName } from "../memory/device.ts";
import { Logprobs } from "../output/logprobs.ts";
import { PromptBuilder, type PromptOptions } from "../prompt/prompt-builder.ts";
import { PromptTooLong } from "../prompt/prompt-length.ts";
import { defaultThreads } from "../threads/cores.ts";
import { ThreadGovernor } from "../threads/thread-governor.ts";
import { Embedder, type EmbeddingSink } from "./embedder.ts";
import {
  type ContextNow,
  cancelledEarly,
  Generation,
  type GenerationHost,
  type Request,
} from "./generation.ts";
import { PrefillBudget } from "./prefill-budget.ts";
import { type ScheduledTokens, Scheduler } from "./scheduler.ts";
import { Sequence } from "./sequence.ts";

/** What the engine takes from its surroundings. */
export type EngineHost = GenerationHost & {
  /** Tokens of KV cache that the free memory has room for, besides what is held now. */
  fittingTokens(): number;
  /** Bytes of main memory. */
  freeMemory(): number;
  /** Lets messages in between two steps. */
  pause(): Promise<void>;
};

export type EventSink = EmbeddingSink & {
  event(requestId: number, event: ChatEvent): void;
};

export class Engine {
  readonly info: LoadedModel;
  readonly #native: Native;
  readonly #host: EngineHost;
  readonly #sink: EventSink;
  readonly #signals: Signals;
  readonly #model: Model;
  readonly #threads: ThreadPool;
  /** Undefined where the number of threads is fixed. */
  readonly #governor: ThreadGovernor | undefined;
  readonly #prompts: PromptBuilder;
  readonly #cache: KvCache;
  readonly #scheduler: Scheduler;
  readonly #manager: CacheManager;
  readonly #snapshots: Snapshots;
  readonly #embedder: Embedder;
  readonly #prefillBudget = new PrefillBudget();
  readonly #batch = new Batch(batchSize);
  readonly #waiting: Request[] = [];
  readonly #limit: number;
  #running: Promise<void> | undefined;
  /** A sequence of this step has left NaN in the cache. */
  #isSpoiled = false;
  #isFreed = false;

  /** @throws AnechatError if the model can't be loaded or its context allocated */
  constructor(native: Native, options: LoadOptions, signals: Signals, host: EngineHost, sink: EventSink) {
    this.#native = native;
    this.#host = host;
    this.#sink = sink;
    this.#signals = signals;
    using cleanup = new DisposableStack();
    this.#model = cleanup.use(Model.load(native, options.path, options, signals));
    if (this.#model.hasOwnEncoder) throw encoderError(options.path);
    const sizing = contextSizing(
      options.contextSize,
      this.#model.trainedContext,
      host.fittingTokens(),
      options.initialContext,
    );
    const sequences = options.sequences ?? 1;
    this.#limit = sizing.limit;
    const threads = options.threads ?? defaultThreads(native, this.#model.parameters);
    if (options.threads === undefined) this.#governor = new ThreadGovernor(threads);
    this.#threads = cleanup.use(new ThreadPool(native, threads));
    this.#cache = cleanup.use(
      openCache(native, this.#model, this.#threads, signals, sizing.initial, sequences),
    );
    this.#prompts = cleanup.use(new PromptBuilder(native, this.#model, sizing.limit));
    const isEncoder = this.#model.isBidirectional || !this.#cache.hasKvCache;
    if (isEncoder && options.takesEncoders !== true) throw encoderError(options.path);
    this.#embedder = cleanup.use(new Embedder(native, this.#model, isEncoder, this.#threads, signals, sink));
    this.#scheduler = new Scheduler(Array.from({ length: sequences }, (_, id) => new Sequence(id)));
    this.#manager = new CacheManager({
      cache: this.#cache,
      scheduler: this.#scheduler,
      promptCache: new PromptCache(options.promptCacheBytes ?? 0),
      vocabulary: this.#model.vocabulary,
      limit: this.#limit,
      fittingTokens: () => host.fittingTokens(),
    });
    this.#snapshots = new Snapshots({
      cache: this.#cache,
      scheduler: this.#scheduler,
      manager: this.#manager,
      limit: this.#limit,
      vocabularySize: this.#model.vocabulary.size,
      freeMemory: () => host.freeMemory(),
    });
    this.info = {
      parameters: this.#model.parameters,
      bytes: this.#model.bytes,
      trainedContext: this.#model.trainedContext,
      contextSize: sizing.initial,
      contextLimit: sizing.limit,
      device: deviceName(native, options.gpuLayers),
      hasChatTemplate: this.#model.hasChatTemplate,
      isEncoder,
    };
    cleanup.move();
  }

  /** A prompt is still being read. */
  get isReading(): boolean {
    return this.#waiting.length > 0 || this.#scheduler.sequences.some((sequence) => sequence.isReading);
  }

  /** What the KV cache holds of each conversation, idle ones included. */
  get sequences(): readonly Sequence[] {
    return this.#scheduler.sequences;
  }

  /** Cells of the KV cache in use. */
  get usedCells(): number {
    return this.#cache.used;
  }

  /** @returns tokens of the rendered prompt, as an answer to it would count them; an estimate if it is far too long */
  countTokens(input: PromptInput, options?: PromptOptions): number {
    try {
      return this.#prompts.build(input, options).tokens.length;
    } catch (error) {
      if (error instanceof PromptTooLong) return error.tokens;
      throw error;
    }
  }

  /** Queues a text for its vector. @throws AnechatError as Embedder.add */
  embed(requestId: number, text: string): void {
    this.#embedder.add(requestId, text);
    this.#running ??= this.#run();
  }

  /**
   * Queues a request; its events go to the sink.
   * @throws AnechatError `inputTooLong`, `usage` of an encoder, or what PromptBuilder.build throws
   */
  submit(requestId: number, input: PromptInput, options: GenerateOptions): void {
    if (this.info.isEncoder) {
      throw new AnechatError(
        "usage",
        "The model is an encoder: it gives vectors of texts, and can't write any.",
      );
    }
    const startedAt = this.#host.now();
    const prompt = this.#prompts.build(input, options);
    if (prompt.tokens.length > this.#limit) throw new PromptTooLong(prompt.tokens.length, this.#limit);
    this.#waiting.push({ requestId, prompt, options, startedAt });
    this.#running ??= this.#run();
  }

  /** Ends a request: what was written stays, and a `done` event with finish "cancelled" follows; of a vector nothing. */
  cancel(requestId: number): void {
    this.#signals.aborted = false;
    this.#embedder.cancel(requestId);
    const waiting = this.#waiting.findIndex((request) => request.requestId === requestId);
    if (waiting !== -1) {
      const [request] = this.#waiting.splice(waiting, 1);
      if (request !== undefined) {
        this.#sink.event(requestId, cancelledEarly(request, this.#contextNow(0), this.#host.now()));
      }
      return;
    }
    const sequence = this.#scheduler.sequences.find(({ generation: run }) => run?.requestId === requestId);
    if (sequence !== undefined) this.#finish(sequence, "cancelled");
  }

  /** @see Snapshots.save */
  saveSnapshot(path: string, fingerprint: string, largest: number): number {
    return this.#snapshots.save(path, fingerprint, largest);
  }

  /** @see Snapshots.restore */
  restoreSnapshot(path: string, fingerprint: string): number | NoSnapshot {
    return this.#snapshots.restore(path, fingerprint);
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 || !this.#scheduler.isIdle || !this.#embedder.isIdle) {
      this.#admit();
      if (this.#governor !== undefined) this.#threads.active = this.#governor.threads(this.#host.now());
      this.#step();
      this.#embedder.step(this.#scheduler.isIdle ? this.#chunkAlone : this.#chunkBesideAnswers);
      await this.#host.pause();
    }
    this.#governor?.rest();
    // It may have been freed with its last answer.
    if (!this.#isFreed) this.#manager.evictIdle();
    this.#running = undefined;
  }

  /** Tokens of prompts, and as many of a text for its vector, between two words of the answers being written. */
  get #chunkBesideAnswers(): number {
    return this.#embedder.isIdle ? this.#prefillBudget.tokens : Math.ceil(this.#prefillBudget.tokens / 2);
  }

  /** Tokens of prompts in a step while no answer is written: few where the next may have other threads. */
  get #chunkAlone(): number {
    return this.#governor?.isUnsure ? this.#prefillBudget.tokens : batchSize;
  }

  /** One step: choose tokens, compute them, and give each sequence that is due its next token. */
  #step(): void {
    const shares = this.#fill();
    if (shares.length === 0) return;
    try {
      const start = this.#host.now();
      const result = this.#cache.decode(this.#batch);
      if (result === "ok") {
        const decodeMs = this.#host.now() - start;
        this.#prefillBudget.measure(this.#batch.length, decodeMs);
        for (const { sequence, count } of shares) this.#cache.append(sequence, count);
        for (const share of shares) this.#advance(share, decodeMs);
        // Not before: the others' logits lie in the old context.
        if (this.#isSpoiled) this.#cache.renew(this.#scheduler.sequences);
        this.#isSpoiled = false;
        return;
      }
      // Whatever got into the KV cache before it stopped is taken back.
      for (const { sequence } of shares) this.#cache.undo(sequence);
      this.#signals.aborted = false;
      if (result === "full" && this.#manager.grow(this.#cache.size + 1) === "refused") this.#endLargest();
    } catch (error) {
      for (const { sequence } of shares) this.#fail(sequence, error);
    }
  }

  /** Fills the batch with what there is room for, at the cost of the largest sequence where there is none. */
  #fill(): ScheduledTokens[] {
    for (;;) {
      const limits = {
        besideAnswers: this.#chunkBesideAnswers,
        alone: this.#chunkAlone,
        now: this.#host.now(),
      };
      const shares = this.#scheduler.fill(this.#batch, limits);
      if (shares.length === 0) return shares;
      try {
        const fit = this.#manager.fit(this.#batch.length);
        if (fit === "fits") return shares;
        // Where sequences lost what they held, more has to be evaluated than before.
        if (fit === "full") this.#endLargest();
      } catch (error) {
        // There is no context, and no memory for one.
        for (const sequence of this.#scheduler.busy) this.#fail(sequence, error);
      }
    }
  }

  /** One sequence's part of a step. What goes wrong in it ends its answer, and no other's. */
  #advance({ sequence, output }: ScheduledTokens, decodeMs: number): void {
    const { generation: run } = sequence;
    if (run === undefined) return;
    try {
      if (output === undefined) {
        if (!run.isReading) return;
        const total = run.promptTokens - run.cachedTokens;
        const evaluated = Math.max(0, sequence.cachedTokens - run.cachedTokens);
        this.#sink.event(run.requestId, { type: "progress", evaluated, total });
        return;
      }
      run.promptIsRead();
      const start = this.#host.now();
      const token = this.#cache.sample(run.sampler, output);
      run.tokenTook(this.#host.now() - start, decodeMs, this.#scheduler.busy.length - 1);
      if (token === endOfGrammar) {
        this.#finish(sequence, "stop");
        return;
      }
      if (run.logprobs !== undefined) run.emitLogprobs(token, new Logprobs(this.#cache.logits(output)));
      const finish = run.accept(token) ?? (sequence.cachedTokens >= this.#limit ? "context" : undefined);
      if (finish === undefined) sequence.tokens.push(token);
      else this.#finish(sequence, finish);
    } catch (error) {
      if (output !== undefined && this.#cache.isSpoiled(output)) this.#isSpoiled = true;
      this.#fail(sequence, error);
    }
  }

  #admit(): void {
    while (this.#scheduler.idle() !== undefined) {
      const request = this.#waiting.shift();
      if (request === undefined) return;
      try {
        const sequence = this.#manager.allocate(request.prompt.tokens);
        this.#begin(request, sequence);
      } catch (error) {
        this.#sink.failed(request.requestId, error);
      }
    }
  }

  #begin(request: Request, sequence: Sequence): void {
    const emit = (event: ChatEvent): void => this.#sink.event(request.requestId, event);
    try {
      sequence.generation = new Generation(this.#native, this.#model, request, sequence, this.#host, emit);
    } catch (error) {
      // What of the prompt was there already stays for the next.
      sequence.tokens.length = sequence.cachedTokens;
      throw error;
    }
  }

  #endLargest(): void {
    const sequence = this.#scheduler.largest();
    if (sequence !== undefined) this.#finish(sequence, "context");
  }

  #finish(sequence: Sequence, finish: FinishReason): void {
    const { generation: run } = sequence;
    if (run === undefined) return;
    this.#sink.event(run.requestId, run.end(finish, this.#contextNow(sequence.cachedTokens)));
    this.#release(sequence, run);
  }

  #fail(sequence: Sequence, error: unknown): void {
    const { generation: run } = sequence;
    if (run === undefined) return;
    this.#cache.drop(sequence);
    this.#release(sequence, run);
    const message = error instanceof Error ? error.message : String(error);
    const failure = new AnechatError("generationFailed", `The answer failed: ${message}`, { cause: error });
    this.#sink.failed(run.requestId, error instanceof AnechatError ? error : failure);
  }

  #release(sequence: Sequence, run: Generation): void {
    sequence.generation = undefined;
    // What was sampled but not evaluated is not in the KV cache.
    sequence.tokens.length = sequence.cachedTokens;
    run[Symbol.dispose]();
  }

  #contextNow(used: number): ContextNow {
    return { used, size: Math.min(this.#cache.size, this.#limit), limit: this.#limit };
  }

  [Symbol.dispose](): void {
    this.#isFreed = true;
    for (const sequence of this.#scheduler.sequences) {
      if (sequence.generation !== undefined) this.#release(sequence, sequence.generation);
    }
    this.#waiting.length = 0;
    this.#prompts[Symbol.dispose]();
    this.#embedder[Symbol.dispose]();
    this.#cache[Symbol.dispose]();
    this.#threads[Symbol.dispose]();
    this.#model[Symbol.dispose]();
  }
}

function encoderError(path: string): AnechatError {
  return new AnechatError("badModel", `${path} is an encoder: it can't write text.`, {
    hint: "Choose a model for text generation; anechat serve gives an encoder's vectors of texts.",
  });
}
