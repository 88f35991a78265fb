/**
 * Computes embeddings, or a reranker's scores, one text after the other, in chunks between the steps
 * of answers. It opens a second context for the first text, since a context computes either logits
 * or embeddings.
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
import { RerankPrompts } from "../prompt/rerank-prompt.ts";
import { checkedTokens } from "../prompt/token-input.ts";

export type Embedding = {
  /** L2-normalized. */
  vector: Float32Array;
  tokens: number;
};

/** How well a document answers a query. */
export type Relevance = {
  /** The model's own output; the range depends on the model, and higher is better. */
  score: number;
  /** Of query, document and the marks around them. */
  tokens: number;
};

export type EmbedderSink = {
  computed(requestId: number, result: Embedding | Relevance): void;
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
  readonly #sink: EmbedderSink;
  readonly #pooling: Pooling;
  readonly #isChunked: boolean;
  readonly #rerankPrompts: RerankPrompts;
  readonly #waiting: Job[] = [];
  #context: Context | undefined;

  /** @param isEncoder a text can't be computed in chunks, since tokens may attend to later ones */
  constructor(
    native: Native,
    model: Model,
    isEncoder: boolean,
    threads: ThreadPool,
    signals: Signals,
    sink: EmbedderSink,
  ) {
    this.#native = native;
    this.#model = model;
    this.#threads = threads;
    this.#signals = signals;
    this.#sink = sink;
    this.#rerankPrompts = new RerankPrompts(model.vocabulary, model.rerankTemplate);
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
   * Queues a text, or its tokens; its embedding goes to the sink.
   * @throws AnechatError `inputTooLong`, `usage`
   */
  embed(requestId: number, input: string | readonly Token[]): void {
    if (this.#pooling === "rank") {
      throw new AnechatError("usage", "The model is a reranker: it can't compute embeddings");
    }
    const { vocabulary } = this.#model;
    if (typeof input === "string") this.#refuseFarTooLong([input]);
    const tokens =
      typeof input === "string"
        ? vocabulary.tokenize(input, true, false)
        : checkedTokens(input, vocabulary.size);
    if (tokens.length === 0) throw new AnechatError("usage", "An empty text can't be embedded");
    this.#add(requestId, tokens);
  }

  /**
   * Queues a query and a document; their {@link Relevance} goes to the sink.
   * @throws AnechatError `inputTooLong`, `usage`
   */
  rank(requestId: number, query: string, document: string): void {
    if (this.#pooling !== "rank") {
      throw new AnechatError("usage", "The model is not a reranker: it can't score documents", {
        hint: "Choose a model that was trained to rerank, such as bge-reranker-v2-m3.",
      });
    }
    this.#refuseFarTooLong([query, document]);
    this.#add(requestId, this.#rerankPrompts.build(query, document));
  }

  #refuseFarTooLong(texts: readonly string[]): void {
    const { vocabulary, trainedContext: limit } = this.#model;
    const estimate = estimateIfFarTooLong(vocabulary, texts, limit);
    if (estimate !== undefined) throw tooLong(estimate, limit, "about ");
  }

  #add(requestId: number, tokens: readonly Token[]): void {
    const limit = this.#model.trainedContext;
    if (tokens.length > limit) throw tooLong(tokens.length, limit);
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
      const pooled = this.#pooled(job);
      if (pooled.some(Number.isNaN)) {
        // NaN would stay in the context and spoil the next text: see KvCache.renew.
        this.#close();
        throw computedNaN();
      }
      const tokens = job.tokens.length;
      this.#sink.computed(
        job.requestId,
        // A classifier may have several outputs. As in llama.cpp's server, the first is the score.
        this.#pooling === "rank"
          ? { score: pooled[0] as number, tokens }
          : { vector: normalized(pooled), tokens },
      );
    } catch (cause) {
      this.cancel(job.requestId);
      const reason = messageOf(cause);
      const error =
        cause instanceof AnechatError
          ? cause
          : new AnechatError("generationFailed", `The text can't be computed: ${reason}`, { cause });
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
      throw new AnechatError("notEnoughMemory", `Not enough memory for a text of ${tokens} tokens`, {
        hint: "Send a shorter text.",
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

/** @param about before a number that is estimated */
function tooLong(tokens: number, limit: number, about = ""): AnechatError {
  return new AnechatError("inputTooLong", `Input too long (${about}${tokens} tokens > ${limit} max)`, {
    excess: { tokens, limit },
  });
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
