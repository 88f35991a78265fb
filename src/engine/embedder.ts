/**
 * Vectors of texts. They come from a context of their own, made when the first is asked for: a context
 * gives either logits or embeddings, and a text has to be computed in one piece for its tokens to be pooled.
 */
import { AnechatError } from "../base/errors.ts";
import { Batch, Context, type ThreadPool } from "../llama/context.ts";
import type { Native } from "../llama/library.ts";
import type { Model } from "../llama/model.ts";
import type { Signals } from "../llama/signals.ts";

export type Embedding = {
  /** Of length 1. */
  vector: Float32Array;
  tokens: number;
};

/** Contexts are made in steps of so many tokens, so that texts of about one length need one. */
const step = 512;

export class Embedder implements Disposable {
  readonly #native: Native;
  readonly #model: Model;
  readonly #threads: ThreadPool;
  readonly #signals: Signals;
  #context: Context | undefined;

  constructor(native: Native, model: Model, threads: ThreadPool, signals: Signals) {
    this.#native = native;
    this.#model = model;
    this.#threads = threads;
    this.#signals = signals;
  }

  /** @throws AnechatError `inputTooLong`, `notEnoughMemory`, `generationFailed` */
  embed(text: string): Embedding {
    const tokens = this.#model.vocabulary.tokenize(text, true, false);
    const limit = this.#model.trainedContext;
    if (tokens.length > limit) {
      throw new AnechatError("inputTooLong", `Input too long (${tokens.length} tokens > ${limit} max)`);
    }
    if (tokens.length === 0) throw new AnechatError("usage", "There is nothing to embed in an empty text.");
    const context = this.#contextFor(tokens.length);
    context.truncate(0, 0);
    const batch = new Batch(tokens.length);
    for (const [position, token] of tokens.entries()) batch.add(token, position, 0, true);
    try {
      let result = context.decode(batch);
      if (result === "aborted") {
        // It was meant for an answer that ended meanwhile.
        this.#signals.aborted = false;
        result = context.decode(batch);
      }
      if (result !== "ok") throw new Error(`the decode ended with "${result}"`);
      return { vector: normalized(context.embedding(0)), tokens: tokens.length };
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new AnechatError("generationFailed", `The text can't be embedded: ${reason}`, { cause });
    }
  }

  #contextFor(tokens: number): Context {
    if (this.#context !== undefined && this.#context.options.batchSize >= tokens) return this.#context;
    this[Symbol.dispose]();
    const size = Math.ceil(tokens / step) * step;
    try {
      this.#context = new Context(
        this.#native,
        this.#model,
        { contextSize: size, batchSize: size, microBatchSize: size, sequences: 1, embeddings: true },
        this.#threads,
        this.#signals,
      );
      return this.#context;
    } catch (cause) {
      throw new AnechatError("notEnoughMemory", `There is no memory to embed ${tokens} tokens at once.`, {
        cause,
      });
    }
  }

  [Symbol.dispose](): void {
    this.#context?.[Symbol.dispose]();
    this.#context = undefined;
  }
}

function normalized(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  return length === 0 ? vector : vector.map((value) => value / length);
}
