/**
 * The engine: one loaded model that answers many requests at the same time. It runs in the Worker
 * and owns all native handles.
 *
 * In each `#step`, scheduler.ts chooses tokens, cache-manager.ts provides cells for them,
 * kv-cache.ts computes them, and generation.ts turns sampled tokens into events.
 */
import { AnechatError, messageOf } from "../../base/errors.ts";
import { Batch } from "../../llama/context.ts";
import type { Native } from "../../llama/library.ts";
import { computedNaN, endOfGrammar } from "../../llama/sampler.ts";
import type { Signals } from "../../llama/signals.ts";
import type { Token } from "../../llama/vocabulary.ts";
import type { ChatEvent, FinishReason, GenerateOptions, PromptInput } from "../../protocol/chat.ts";
import { CacheManager } from "../cache/cache-manager.ts";
import { Checkpoints } from "../cache/checkpoints.ts";
import { batchSize } from "../cache/kv-cache.ts";
import { PromptCache } from "../cache/prompt-cache.ts";
import { Snapshots } from "../cache/snapshots.ts";
import type { LoadedModel, LoadOptions } from "../load.ts";
import { Logprobs } from "../output/logprobs.ts";
import { PromptTooLong } from "../prompt/prompt-length.ts";
import { ThreadGovernor } from "../threads/thread-governor.ts";
import { Embedder, type EmbedderSink } from "./embedder.ts";
import {
  type ContextUsage,
  cancelledInQueue,
  Generation,
  type GenerationHost,
  type Request,
} from "./generation.ts";
import { Inspector } from "./inspector.ts";
import { PrefillBudget } from "./prefill-budget.ts";
import { Runtime } from "./runtime.ts";
import { type ScheduledTokens, Scheduler } from "./scheduler.ts";
import { Sequence } from "./sequence.ts";
import { WaitingRequests } from "./waiting-requests.ts";

/** Time, randomness and memory, which are passed in. */
export type EngineHost = GenerationHost & {
  /** Tokens of KV cache that fit in the free memory, in addition to those allocated now. */
  fittingTokens(): number;
  /** Bytes of main memory. */
  freeMemory(): number;
  /** Handles incoming messages between two steps. */
  pause(): Promise<void>;
};

/** Maximum share of the free memory for checkpoints. */
const checkpointShare = 1 / 8;

export type EventSink = EmbedderSink & {
  event(requestId: number, event: ChatEvent): void;
};

export class Engine {
  readonly inspector: Inspector;
  readonly snapshots: Snapshots;
  readonly #native: Native;
  readonly #host: EngineHost;
  readonly #sink: EventSink;
  readonly #signals: Signals;
  readonly #runtime: Runtime;
  /** Undefined if the number of threads is fixed. */
  readonly #governor: ThreadGovernor | undefined;
  readonly #scheduler: Scheduler;
  readonly #checkpoints: Checkpoints;
  readonly #manager: CacheManager;
  readonly #embedder: Embedder;
  readonly #prefillBudget = new PrefillBudget();
  readonly #batch = new Batch(batchSize);
  readonly #waiting: WaitingRequests;
  #running: Promise<void> | undefined;
  /** A sequence of this step has left NaN in the KV cache. */
  #hasNaN = false;
  #isFreed = false;

  /** @throws AnechatError if the model can't be loaded or its context allocated */
  constructor(native: Native, options: LoadOptions, signals: Signals, host: EngineHost, sink: EventSink) {
    this.#native = native;
    this.#host = host;
    this.#sink = sink;
    this.#signals = signals;
    this.#waiting = new WaitingRequests((requestId, event) => sink.event(requestId, event));
    using cleanup = new DisposableStack();
    const runtime = cleanup.use(new Runtime(native, options, signals, () => host.fittingTokens()));
    this.#runtime = runtime;
    if (options.threads === undefined) this.#governor = new ThreadGovernor(runtime.threads.size);
    const { model, threads, info, cache, limit } = runtime;
    this.#embedder = cleanup.use(new Embedder(native, model, info.isEncoder, threads, signals, sink));
    const sequences = options.sequences ?? 1;
    this.#scheduler = new Scheduler(Array.from({ length: sequences }, (_, id) => new Sequence(id)));
    this.inspector = new Inspector(runtime, this.#scheduler.sequences);
    const { sequences: all } = this.#scheduler;
    this.#checkpoints = new Checkpoints(cache, all, host.freeMemory() * checkpointShare);
    this.#manager = new CacheManager({
      cache,
      scheduler: this.#scheduler,
      promptCache: new PromptCache(options.promptCacheBytes ?? 0, (saved, prompt) =>
        cache.reusableOf(saved, prompt, model.vocabulary),
      ),
      checkpoints: this.#checkpoints,
      vocabulary: model.vocabulary,
      limit,
      fittingTokens: () => host.fittingTokens(),
    });
    this.snapshots = new Snapshots({
      cache,
      scheduler: this.#scheduler,
      manager: this.#manager,
      limit,
      vocabularySize: model.vocabulary.size,
      freeMemory: () => host.freeMemory(),
    });
    cleanup.move();
  }

  get info(): LoadedModel {
    return this.#runtime.info;
  }

  /** A prompt waits or is being evaluated. */
  get isPrefilling(): boolean {
    return this.#waiting.size > 0 || this.#scheduler.sequences.some((sequence) => sequence.isPrefilling);
  }

  /** All sequences, idle ones included. */
  get sequences(): readonly Sequence[] {
    return this.#scheduler.sequences;
  }

  /** Cells of the KV cache in use. */
  get usedCells(): number {
    return this.#runtime.cache.used;
  }

  /** Queues a text or its tokens to embed. @throws AnechatError as Embedder.embed */
  embed(requestId: number, input: string | readonly number[]): void {
    this.#embedder.embed(requestId, input);
    this.#running ??= this.#run();
  }

  /** Queues a document to rank. @throws AnechatError as Embedder.rank */
  rerank(requestId: number, query: string, document: string): void {
    this.#embedder.rank(requestId, query, document);
    this.#running ??= this.#run();
  }

  /**
   * Queues a request; its events go to the sink.
   * @throws AnechatError `inputTooLong`, `usage` if the model is an encoder, or as
   *   PromptBuilder.build
   */
  submit(requestId: number, input: PromptInput, options: GenerateOptions): void {
    if (this.info.isEncoder) {
      throw new AnechatError("usage", "The model is an encoder: it can't write text", {
        hint: "Use it for embeddings.",
      });
    }
    const startedAt = this.#host.now();
    const prompt = this.#runtime.prompts.build(input, options);
    if (prompt.tokens.length > this.#runtime.limit)
      throw new PromptTooLong(prompt.tokens.length, this.#runtime.limit);
    if (prompt.tokens.length === 0) {
      throw new AnechatError("usage", "The prompt is empty", {
        ...(input.kind === "tokens" ? { field: "tokens" } : {}),
      });
    }
    this.#waiting.add({ requestId, prompt, options, startedAt });
    this.#running ??= this.#run();
  }

  /**
   * Ends a request. An answer gets a `done` event with finish "cancelled"; others get none.
   */
  cancel(requestId: number): void {
    this.#signals.aborted = false;
    this.#embedder.cancel(requestId);
    const waiting = this.#waiting.remove(requestId);
    if (waiting !== undefined) {
      this.#sink.event(requestId, cancelledInQueue(waiting, this.#contextUsage(0), this.#host.now()));
      return;
    }
    const sequence = this.#scheduler.busy.find(({ generation }) => generation?.requestId === requestId);
    if (sequence !== undefined) this.#finish(sequence, "cancelled");
  }

  async #run(): Promise<void> {
    while (this.#waiting.size > 0 || !this.#scheduler.isIdle || !this.#embedder.isIdle) {
      this.#admit();
      if (this.#governor !== undefined)
        this.#runtime.threads.active = this.#governor.threads(this.#host.now());
      this.#step();
      this.#embedder.step(this.#scheduler.isIdle ? this.#prefillAlone : this.#prefillWhileDecoding);
      await this.#host.pause();
    }
    this.#governor?.rest();
    // The engine may have been freed during the pause.
    if (!this.#isFreed) this.#manager.evictIdle();
    this.#running = undefined;
  }

  /** Maximum prompt tokens of a step that also generates. An embedding takes half of the budget. */
  get #prefillWhileDecoding(): number {
    return this.#embedder.isIdle ? this.#prefillBudget.tokens : Math.ceil(this.#prefillBudget.tokens / 2);
  }

  /** Maximum prompt tokens of other steps: few if the number of threads may soon change. */
  get #prefillAlone(): number {
    return this.#governor?.isUnsure ? this.#prefillBudget.tokens : batchSize;
  }

  /** One step: schedules tokens, computes them, and samples a token for each complete prompt. */
  #step(): void {
    const scheduled = this.#schedule();
    if (scheduled.length === 0) return;
    try {
      const start = this.#host.now();
      const result = this.#runtime.cache.decode(this.#batch);
      if (result === "ok") {
        const decodeMs = this.#host.now() - start;
        this.#prefillBudget.measure(this.#batch.length, decodeMs);
        for (const { sequence, count } of scheduled) {
          this.#runtime.cache.append(sequence, count);
          if (sequence.isPrefilling) this.#checkpoints.takeIfDue(sequence);
        }
        for (const tokens of scheduled) this.#advance(tokens, decodeMs);
        // Only after all sequences: renewing frees the context that holds their logits.
        if (this.#hasNaN) this.#runtime.cache.renew(this.#scheduler.sequences);
        this.#hasNaN = false;
        return;
      }
      for (const { sequence } of scheduled) this.#runtime.cache.undo(sequence);
      this.#signals.aborted = false;
      if (result === "full" && this.#manager.grow(this.#runtime.cache.size + 1) === "refused")
        this.#endLargest();
    } catch (error) {
      for (const { sequence } of scheduled) this.#fail(sequence, error);
    }
  }

  /** Fills the batch and reserves its cells. Ends the largest answers until the rest fits. */
  #schedule(): ScheduledTokens[] {
    for (;;) {
      const scheduled = this.#scheduler.fill(this.#batch, {
        prefillWhileDecoding: this.#prefillWhileDecoding,
        prefillAlone: this.#prefillAlone,
        outputs: this.#runtime.cache.outputs,
        now: this.#host.now(),
      });
      if (scheduled.length === 0) return scheduled;
      try {
        const result = this.#manager.reserve(this.#batch.length);
        if (result === "reserved") return scheduled;
        // After "lost", the next round schedules the lost tokens again.
        if (result === "full") this.#endLargest();
      } catch (error) {
        // The context was lost, and there is no memory for another.
        for (const sequence of this.#scheduler.busy) this.#fail(sequence, error);
      }
    }
  }

  /** Advances one sequence after a decode. An error ends only its own answer. */
  #advance(tokens: ScheduledTokens, decodeMs: number): void {
    const { sequence, output } = tokens;
    const { generation } = sequence;
    if (generation === undefined) return;
    try {
      this.#scorePrompt(tokens, generation);
      this.#reportProgress(sequence, generation);
      if (output === undefined) return;
      generation.markPromptRead();
      if (generation.isPromptOnly) {
        this.#finish(sequence, "length");
        return;
      }
      const start = this.#host.now();
      const token = generation.sample(this.#runtime.cache, output);
      generation.recordTokenTime(this.#host.now() - start, decodeMs, this.#scheduler.busy.length - 1);
      if (token === endOfGrammar) {
        this.#finish(sequence, "stop");
        return;
      }
      if (generation.logprobs !== undefined)
        generation.emitLogprobs(token, new Logprobs(this.#runtime.cache.logits(output)));
      const isFull = sequence.cachedTokens >= this.#runtime.limit;
      const finish = generation.accept(token) ?? (isFull ? "context" : undefined);
      if (finish === undefined) sequence.tokens.push(token);
      else this.#finish(sequence, finish);
    } catch (error) {
      if (output !== undefined && this.#runtime.cache.hasNaN(output)) this.#hasNaN = true;
      this.#fail(sequence, error);
    }
  }

  /** Emits the logprobs of the prompt's tokens that this step has computed. */
  #scorePrompt({ sequence, start, count }: ScheduledTokens, generation: Generation): void {
    const first = sequence.cachedTokens - count;
    while (generation.nextScored < sequence.cachedTokens) {
      const position = generation.nextScored;
      const logprobs = new Logprobs(this.#runtime.cache.logits(start + position - first));
      if (logprobs.areNaN) {
        this.#hasNaN = true;
        throw computedNaN();
      }
      generation.emitPromptToken(sequence.tokens[position + 1] as Token, logprobs);
    }
  }

  #reportProgress(sequence: Sequence, generation: Generation): void {
    if (!generation.isPrefilling) return;
    const { requestId, promptTokens, cachedTokens } = generation;
    const evaluated = Math.max(0, sequence.cachedTokens - cachedTokens);
    const total = promptTokens - cachedTokens;
    this.#sink.event(requestId, { type: "progress", evaluated, total, cached: cachedTokens });
  }

  /** Starts waiting requests while there are idle sequences. */
  #admit(): void {
    while (this.#scheduler.idle() !== undefined) {
      const request = this.#waiting.take((one) => this.#mayStart(one));
      if (request === undefined) break;
      const { prompt, options } = request;
      try {
        const sequence =
          options.promptLogprobs === true
            ? this.#manager.allocateEmpty(prompt.tokens)
            : this.#manager.allocate(prompt.tokens);
        this.#start(request, sequence);
      } catch (error) {
        this.#sink.failed(request.requestId, error);
      }
    }
    this.#waiting.announce();
  }

  /** A prompt whose beginning is just being evaluated waits for that. */
  #mayStart({ prompt, options }: Request): boolean {
    return options.promptLogprobs === true || !this.#manager.isBeingEvaluated(prompt.tokens);
  }

  #start(request: Request, sequence: Sequence): void {
    const { marks, tokens } = request.prompt;
    const emit = (event: ChatEvent): void => this.#sink.event(request.requestId, event);
    try {
      this.#checkpoints.plan(sequence, marks, sequence.tokens.length - tokens.length);
      sequence.generation = new Generation(
        this.#native,
        this.#runtime.model,
        request,
        sequence,
        this.#runtime.limit,
        this.#host,
        emit,
      );
    } catch (error) {
      // Keep only the tokens that are in the KV cache; a later request may reuse them.
      sequence.tokens.length = sequence.cachedTokens;
      throw error;
    }
  }

  #endLargest(): void {
    const sequence = this.#scheduler.largest();
    if (sequence !== undefined) this.#finish(sequence, "context");
  }

  #finish(sequence: Sequence, finish: FinishReason): void {
    const { generation } = sequence;
    if (generation === undefined) return;
    const done = generation.end(finish, this.#contextUsage(sequence.cachedTokens));
    this.#sink.event(generation.requestId, done);
    this.#release(sequence, generation);
  }

  #fail(sequence: Sequence, error: unknown): void {
    const { generation } = sequence;
    if (generation === undefined) return;
    this.#runtime.cache.drop(sequence);
    this.#release(sequence, generation);
    const message = messageOf(error);
    const failure = new AnechatError("generationFailed", `The answer failed: ${message}`, { cause: error });
    this.#sink.failed(generation.requestId, error instanceof AnechatError ? error : failure);
  }

  #release(sequence: Sequence, generation: Generation): void {
    sequence.generation = undefined;
    // The last sampled token was not evaluated, so it is not in the KV cache.
    sequence.tokens.length = sequence.cachedTokens;
    generation[Symbol.dispose]();
  }

  #contextUsage(used: number): ContextUsage {
    return {
      used,
      size: Math.min(this.#runtime.cache.size, this.#runtime.limit),
      limit: this.#runtime.limit,
    };
  }

  [Symbol.dispose](): void {
    this.#isFreed = true;
    for (const sequence of this.#scheduler.sequences) {
      if (sequence.generation !== undefined) this.#release(sequence, sequence.generation);
    }
    this.#waiting.clear();
    this.#embedder[Symbol.dispose]();
    this.#runtime[Symbol.dispose]();
  }
}
