/**
 * Vectors of texts, one text after the other, each read in pieces between the steps of answers. They come
 * from a context of their own, made when the first is asked for: a context gives either logits or vectors.
 */
import { AnechatError } from "../../base/errors.ts";
import { Batch, Context, type ThreadPool } from "../../llama/context.ts";
import type { Native } from "../../llama/library.ts";
import type { Model, Pooling } from "../../llama/model.ts";
import { computedNaN } from "../../llama/sampler.ts";
import type { Signals } from "../../llama/signals.ts";
import type { Token } from "../../llama/vocabulary.ts";
import { batchSize } from "../cache/kv-cache.ts";
import { farTooMany } from "../prompt/prompt-length.ts";

export type Embedding = {
  /** Of length 1. */
  vector: Float32Array;
  tokens: number;
};

export type EmbeddingSink = {
  embedded(requestId: number, embedding: Embedding): void;
  failed(requestId: number, error: unknown): void;
};

/** Contexts are made in steps of so many tokens, so that texts of about one length need one. */
const contextStep = 512;

/** A text on its way to its vector. */
type Job = {
  requestId: number;
  tokens: readonly Token[];
  /** How many of them are computed. */
  read: number;
  /** Of their vectors, where we are who pools them. */
  sum: Float64Array | undefined;
};

export class Embedder implements Disposable {
  readonly #native: Native;
  readonly #model: Model;
  readonly #threads: ThreadPool;
  readonly #signals: Signals;
  readonly #sink: EmbeddingSink;
  readonly #pooling: Pooling;
  readonly #inPieces: boolean;
  readonly #waiting: Job[] = [];
  #context: Context | undefined;

  /** @param isEncoder each of its tokens sees those after it, too */
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
    // llama.cpp pools what it computes at once: the mean of a text that is read in pieces is ours to take.
    const isMean = pooling === "mean" || pooling === "none";
    this.#inPieces = !isEncoder && (isMean || pooling === "last");
    this.#pooling = isMean ? (this.#inPieces ? "none" : "mean") : pooling;
  }

  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }

  /**
   * Queues a text; its vector goes to the sink.
   * @throws AnechatError `inputTooLong`, `usage`
   */
  add(requestId: number, text: string): void {
    if (this.#pooling === "rank") {
      throw new AnechatError("usage", "The model is a reranker: it gives marks, and no vectors of texts.");
    }
    const { vocabulary, trainedContext: limit } = this.#model;
    const tooMany = farTooMany(vocabulary, [text], limit);
    if (tooMany !== undefined) {
      throw new AnechatError("inputTooLong", `Input too long (about ${tooMany} tokens > ${limit} max)`);
    }
    const tokens = vocabulary.tokenize(text, true, false);
    if (tokens.length > limit) {
      throw new AnechatError("inputTooLong", `Input too long (${tokens.length} tokens > ${limit} max)`);
    }
    if (tokens.length === 0) throw new AnechatError("usage", "There is nothing to embed in an empty text.");
    this.#waiting.push({ requestId, tokens, read: 0, sum: undefined });
  }

  /** Nobody wants it any more, or it is done. */
  cancel(requestId: number): void {
    const index = this.#waiting.findIndex((job) => job.requestId === requestId);
    if (index !== -1) this.#waiting.splice(index, 1);
  }

  /** Computes a piece of the text whose turn it is. @param readAtMost tokens, unless it has to be read at once */
  step(readAtMost: number): void {
    const [job] = this.#waiting;
    if (job === undefined) return;
    try {
      if (!this.#read(job, Math.min(readAtMost, batchSize))) return;
      this.cancel(job.requestId);
      const vector = normalized(this.#pooled(job));
      if (vector.some(Number.isNaN)) {
        // It would come back in the next text's: see KvCache.renew.
        this.#close();
        throw computedNaN();
      }
      this.#sink.embedded(job.requestId, { vector, tokens: job.tokens.length });
    } catch (cause) {
      this.cancel(job.requestId);
      const reason = cause instanceof Error ? cause.message : String(cause);
      const error =
        cause instanceof AnechatError
          ? cause
          : new AnechatError("generationFailed", `The text can't be embedded: ${reason}`, { cause });
      this.#sink.failed(job.requestId, error);
    }
  }

  /** @returns whether all of it is read */
  #read(job: Job, readAtMost: number): boolean {
    const { tokens } = job;
    const context = this.#contextFor(tokens.length);
    if (job.read === 0) context.truncate(0, 0);
    const end = this.#inPieces ? Math.min(tokens.length, job.read + readAtMost) : tokens.length;
    const batch = new Batch(end - job.read);
    for (let position = job.read; position < end; position += 1) {
      batch.add(tokens[position] as Token, position, 0, true);
    }
    const result = context.decode(batch);
    if (result === "aborted") {
      // It was meant for an answer that ended meanwhile. What got in of this piece is taken back, or all of it.
      this.#signals.aborted = false;
      if (!context.truncate(0, job.read)) Object.assign(job, { read: 0, sum: undefined });
      return false;
    }
    if (result !== "ok") throw new Error(`the decode ended with "${result}"`);
    job.read = end;
    if (this.#pooling === "none") job.sum = addRows(job.sum, context.embeddings(batch.length), batch.length);
    return end === tokens.length;
  }

  /** Of any length; a mean differs from a sum by that alone. */
  #pooled({ sum, tokens }: Job): Float32Array {
    return sum === undefined ? this.#contextFor(tokens.length).embedding(0) : new Float32Array(sum);
  }

  #contextFor(tokens: number): Context {
    const open = this.#context;
    if (open !== undefined && open.size >= tokens) return open;
    this.#close();
    const contextSize = Math.ceil(tokens / contextStep) * contextStep;
    const atOnce = this.#inPieces ? batchSize : contextSize;
    const options = {
      contextSize,
      batchSize: atOnce,
      microBatchSize: atOnce,
      sequences: 1,
      pooling: this.#pooling,
    };
    try {
      this.#context = new Context(this.#native, this.#model, options, this.#threads, this.#signals);
      return this.#context;
    } catch (cause) {
      throw new AnechatError("notEnoughMemory", `There is no memory to embed ${tokens} tokens at once.`, {
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
      this.#sink.failed(requestId, new AnechatError("interrupted", "The model was unloaded."));
    }
    this.#close();
  }
}

/** @param rows one after the other */
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
