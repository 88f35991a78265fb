/**
 * Computes embeddings, one text after the other, in chunks between the steps of answers. It opens a
 * second context for the first text, since a context computes either logits or embeddings.
 */
import { AnechatError, messageOf } from "../../base/errors.ts";
import { Batch, Context, type ThreadPool } from "../../llama/context.ts";
import type { Native } from "../../llama/library.ts";
import type { Model, Pooling } from "../../llama/model.ts";
import { computedNaN } from "../../llama/sampler.ts";
import type { Signals } from "../../llama/signals.ts";
import type { Token } from "../../llama/vocabulary.ts";
import { batchSize } from "../cache/kv-cache.ts";
import { estimateIfFarTooLong } from "../prompt/prompt-length.ts";

export type Embedding = {
  /** L2-normalized. */
  vector: Float32Array;
  tokens: number;
};

export type EmbeddingSink = {
  embedded(requestId: number, embedding: Embedding): void;
  failed(requestId: number, error: unknown): void;
};

/** Context sizes are multiples of this, so that texts of similar length can share a context. */
const contextStep = 512;

type Job = {
  requestId: number;
  tokens: readonly Token[];
  /** Tokens computed so far. */
  computed: number;
  /** Sum of the tokens' vectors, if this class pools them. */
  sum: Float64Array | undefined;
};

export class Embedder implements Disposable {
  readonly #native: Native;
  readonly #model: Model;
  readonly #threads: ThreadPool;
  readonly #signals: Signals;
  readonly #sink: EmbeddingSink;
  readonly #pooling: Pooling;
  readonly #isChunked: boolean;
  readonly #waiting: Job[] = [];
  #context: Context | undefined;

  /** @param isEncoder a text can't be computed in chunks, since tokens may attend to later ones */
  constructor(
    native: Native,
    model: Model,
    isEncoder: boolean,
    threads: ThreadPool,
    signals: Signals,
    sink: EmbeddingSink,
  ) {
    this.#native = native;
    this.#model = model;
    this.#threads = threads;
    this.#signals = signals;
    this.#sink = sink;
    const { pooling } = model;
    // llama.cpp pools within one batch, so the mean over several chunks is computed here.
    const isMean = pooling === "mean" || pooling === "none";
    this.#isChunked = !isEncoder && (isMean || pooling === "last");
    this.#pooling = isMean ? (this.#isChunked ? "none" : "mean") : pooling;
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }

  /**
   * Queues a text; its embedding goes to the sink.
   * @throws AnechatError `inputTooLong`, `usage`
   */
  add(requestId: number, text: string): void {
    if (this.#pooling === "rank") {
      throw new AnechatError("usage", "The model is a reranker: it can't compute embeddings");
    }
    const { vocabulary, trainedContext: limit } = this.#model;
    const estimate = estimateIfFarTooLong(vocabulary, [text], limit);
    if (estimate !== undefined) {
      throw new AnechatError("inputTooLong", `Input too long (about ${estimate} tokens > ${limit} max)`);
    }
    const tokens = vocabulary.tokenize(text, true, false);
    if (tokens.length > limit) {
      throw new AnechatError("inputTooLong", `Input too long (${tokens.length} tokens > ${limit} max)`);
    }
    if (tokens.length === 0) throw new AnechatError("usage", "An empty text can't be embedded");
    this.#waiting.push({ requestId, tokens, computed: 0, sum: undefined });
  }

  /** Removes a text from the queue. */
  cancel(requestId: number): void {
    const index = this.#waiting.findIndex((job) => job.requestId === requestId);
    if (index !== -1) this.#waiting.splice(index, 1);
  }

  /**
   * Computes a chunk of the next text.
   * @param maxTokens ignored if the text can't be computed in chunks
   */
  step(maxTokens: number): void {
    const [job] = this.#waiting;
    if (job === undefined) return;
    try {
      if (!this.#compute(job, Math.min(maxTokens, batchSize))) return;
      this.cancel(job.requestId);
      const vector = normalized(this.#pooled(job));
      if (vector.some(Number.isNaN)) {
        // NaN would stay in the context and spoil the next text: see KvCache.renew.
        this.#close();
        throw computedNaN();
      }
      this.#sink.embedded(job.requestId, { vector, tokens: job.tokens.length });
    } catch (cause) {
      this.cancel(job.requestId);
      const reason = messageOf(cause);
      const error =
        cause instanceof AnechatError
          ? cause
          : new AnechatError("generationFailed", `The text can't be embedded: ${reason}`, { cause });
      this.#sink.failed(job.requestId, error);
    }
  }

  /** @returns whether the whole text is computed */
  #compute(job: Job, maxTokens: number): boolean {
    const { tokens } = job;
    const context = this.#contextFor(tokens.length);
    if (job.computed === 0) context.truncate(0, 0);
    const end = this.#isChunked ? Math.min(tokens.length, job.computed + maxTokens) : tokens.length;
    const batch = new Batch(end - job.computed);
    for (let position = job.computed; position < end; position += 1) {
      batch.add(tokens[position] as Token, position, 0, true);
    }
    const result = context.decode(batch);
    if (result === "aborted") {
      // The signal was for an answer that has ended. Undo this chunk, or start the text again.
      this.#signals.aborted = false;
      if (!context.truncate(0, job.computed)) Object.assign(job, { computed: 0, sum: undefined });
      return false;
    }
    if (result !== "ok") throw new Error(`the decode ended with "${result}"`);
    job.computed = end;
    if (this.#pooling === "none") job.sum = addRows(job.sum, context.embeddings(batch.length), batch.length);
    return end === tokens.length;
  }

  /** Not normalized. After normalizing, a sum is the same as a mean. */
  #pooled({ sum, tokens }: Job): Float32Array {
    return sum === undefined ? this.#contextFor(tokens.length).embedding(0) : new Float32Array(sum);
  }

  #contextFor(tokens: number): Context {
    const open = this.#context;
    if (open !== undefined && open.size >= tokens) return open;
    this.#close();
    const contextSize = Math.ceil(tokens / contextStep) * contextStep;
    const tokensPerBatch = this.#isChunked ? batchSize : contextSize;
    const options = {
      contextSize,
      batchSize: tokensPerBatch,
      microBatchSize: tokensPerBatch,
      sequences: 1,
      pooling: this.#pooling,
    };
    try {
      this.#context = new Context(this.#native, this.#model, options, this.#threads, this.#signals);
      return this.#context;
    } catch (cause) {
      throw new AnechatError("notEnoughMemory", `Not enough memory to embed a text of ${tokens} tokens`, {
        hint: "Embed a shorter text.",
        cause,
      });
    }
  }

  #close(): void {
    this.#context?.[Symbol.dispose]();
    this.#context = undefined;
  }

  [Symbol.dispose](): void {
    for (const { requestId } of this.#waiting.splice(0)) {
      this.#sink.failed(requestId, new AnechatError("interrupted", "The model was unloaded"));
    }
    this.#close();
  }
}

/** @param rows `count` vectors, one after the other */
function addRows(sum: Float64Array | undefined, rows: Float32Array, count: number): Float64Array {
  const width = rows.length / count;
  const total = sum ?? new Float64Array(width);
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < width; column += 1) {
      total[column] = (total[column] as number) + (rows[row * width + column] as number);
    }
  }
  return total;
}

function normalized(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  return length === 0 ? vector : vector.map((value) => value / length);
}
