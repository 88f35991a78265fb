/**
 * A context: the KV cache, and the decoding of batches over it. engine/core/scheduler.ts decides
 * which tokens are decoded.
 */
import { type Pointer, toArrayBuffer } from "bun:ffi";
import { type Model, type Pooling, poolings } from "./model.ts";
import { lastError, type Native } from "./native.ts";
import type { Signals } from "./signals.ts";
import type { Token } from "./vocabulary.ts";

export type SequenceId = number;

export type ContextOptions = {
  /** Cells of the KV cache, shared by all sequences. */
  contextSize: number;
  /** Maximum tokens of one decode. */
  batchSize: number;
  /** llama.cpp's ubatch: the maximum tokens that are computed together. */
  microBatchSize: number;
  sequences: number;
  /**
   * Maximum tokens of a decode that have logits: llama.cpp ends the process for more. By default one
   * for each sequence.
   */
  outputs?: number;
  /**
   * Layers with a sliding window keep all cells, not only those of the window, so that sequences can
   * be truncated anywhere.
   */
  fullWindows?: boolean;
  /** KV cache and attention in F32: slower, for comparing logits with another program's. */
  exact?: boolean;
  /**
   * Computes embeddings instead of logits: one per token with "none", else one per sequence. "rank"
   * computes scores.
   */
  pooling?: Pooling;
};

/** Tokens to decode in one step; filled and cleared without allocating. */
export class Batch {
  readonly capacity: number;
  readonly tokens: Int32Array;
  readonly positions: Int32Array;
  readonly sequences: Int32Array;
  readonly outputs: Int8Array;
  length = 0;
  /** Tokens that want logits. */
  outputCount = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.tokens = new Int32Array(capacity);
    this.positions = new Int32Array(capacity);
    this.sequences = new Int32Array(capacity);
    this.outputs = new Int8Array(capacity);
  }

  /** @returns the token's index in the batch, for {@link Context.logits} */
  add(token: Token, position: number, sequence: SequenceId, wantsLogits: boolean): number {
    const index = this.length;
    this.tokens[index] = token;
    this.positions[index] = position;
    this.sequences[index] = sequence;
    this.outputs[index] = wantsLogits ? 1 : 0;
    if (wantsLogits) this.outputCount += 1;
    this.length = index + 1;
    return index;
  }

  clear(): void {
    this.length = 0;
    this.outputCount = 0;
  }
}

/** llama.h's LLAMA_STATE_SEQ_FLAGS_PARTIAL_ONLY. */
const partialOnly = 1;

export type DecodeResult =
  | "ok"
  /** The KV cache has no free cells for the batch. Nothing was changed. */
  | "full"
  /** `signals.aborted` was set. Parts of the batch may be in the KV cache. */
  | "aborted";

export class Context {
  /** Cells of the KV cache. llama.cpp may round the requested size up. */
  readonly size: number;
  readonly options: ContextOptions;
  /** Native code reads it as long as the context lives. This reference keeps it alive. */
  readonly signals: Signals;
  readonly #native: Native;
  /** llama_get_memory() of the handle, freed with it; null if the model has no KV cache. */
  readonly #memoryOfHandle: Pointer | null;
  readonly #vocabularySize: number;
  /** Numbers in an embedding. */
  readonly #width: number;
  readonly #threads: ThreadPool;
  #threadsSet: number;
  #handle: Pointer | null;
  #logits: { address: Pointer; view: Float32Array } | undefined;

  /** @throws Error if llama.cpp can't allocate it */
  constructor(native: Native, model: Model, options: ContextOptions, threads: ThreadPool, signals: Signals) {
    const handle = native.anechat_context_new(
      model.handle,
      JSON.stringify({
        outputs: options.sequences,
        ...options,
        ...(options.pooling === undefined ? {} : { pooling: poolings.indexOf(options.pooling) }),
        threads: threads.size,
      }),
      threads.handle,
      signals.address,
    );
    if (handle === null) throw new Error(lastError(native));
    this.#native = native;
    this.#handle = handle;
    this.#memoryOfHandle = native.llama_get_memory(handle);
    this.#width = options.pooling === "rank" ? model.rankSize : model.embeddingSize;
    this.#vocabularySize = model.vocabulary.size;
    this.#threads = threads;
    this.#threadsSet = threads.size;
    this.options = options;
    this.signals = signals;
    this.size = native.llama_n_ctx(handle);
  }

  get handle(): Pointer {
    if (this.#handle === null) throw new Error("the context was freed");
    return this.#handle;
  }

  get #memory(): Pointer | null {
    if (this.#handle === null) throw new Error("the context was freed");
    return this.#memoryOfHandle;
  }

  /**
   * @throws Error on a failure inside llama.cpp; see llama_decode in llama.h for the codes
   */
  decode(batch: Batch): DecodeResult {
    // llama.cpp would abort the process.
    if (batch.length > Math.min(this.options.batchSize, this.size)) {
      throw new Error(`a batch of ${batch.length} tokens is larger than the context allows`);
    }
    if (
      this.options.pooling === undefined &&
      batch.outputCount > (this.options.outputs ?? this.options.sequences)
    ) {
      throw new Error(`a batch of ${batch.outputCount} outputs is larger than the context allows`);
    }
    if (this.#threadsSet !== this.#threads.active) {
      this.#threadsSet = this.#threads.active;
      this.#native.llama_set_n_threads(this.handle, this.#threadsSet, this.#threadsSet);
    }
    const code = this.#native.anechat_decode(
      this.handle,
      batch.length,
      batch.tokens,
      batch.positions,
      batch.sequences,
      batch.outputs,
    );
    if (code === 0) return "ok";
    if (code === 1) return "full";
    if (code === 2) return "aborted";
    throw new Error(code === -3 ? lastError(this.#native) : `llama_decode failed with ${code}`);
  }

  /**
   * A view of one logit per token of the vocabulary, valid until the next decode.
   * @param index from {@link Batch.add}
   */
  logits(index: number): Float32Array {
    const address = this.#native.llama_get_logits_ith(this.handle, index);
    if (address === null) throw new Error(`no logits at ${index}`);
    // The address rarely changes between decodes, so the view is reused.
    if (this.#logits?.address !== address) {
      const view = new Float32Array(toArrayBuffer(address, 0, this.#vocabularySize * 4));
      this.#logits = { address, view };
    }
    return this.#logits.view;
  }

  /**
   * Removes a sequence's tokens from `position` on.
   * @returns false if the model has a recurrent state, which can only be removed from `position` 0
   */
  truncate(sequence: SequenceId, position: number): boolean {
    return this.#native.llama_memory_seq_rm(this.#memory, sequence, position, -1);
  }

  /** Removes only a sequence's first `length` tokens, so that a snapshot has the rest of them. */
  truncateStart(sequence: SequenceId, length: number): void {
    this.#native.llama_memory_seq_rm(this.#memory, sequence, 0, length);
  }

  /**
   * Lets `target` share the cells of `source` at these positions, without evaluating the tokens
   * again.
   * @param end exclusive; -1: to the end
   */
  copyPart(source: SequenceId, target: SequenceId, start: number, end: number): void {
    this.#native.llama_memory_seq_cp(this.#memory, source, target, start, end);
  }

  /** False for encoders: they keep no state between decodes, so they can't generate. */
  get hasKvCache(): boolean {
    return this.#memory !== null;
  }

  /** With the pooling "none": a view of one vector per token, valid until the next decode. */
  embeddings(tokens: number): Float32Array {
    const address = this.#native.llama_get_embeddings(this.handle);
    if (address === null) throw new Error("the model has no embeddings of tokens");
    return new Float32Array(toArrayBuffer(address, 0, tokens * this.#width * 4));
  }

  /**
   * With another pooling: the vector or the scores of a sequence in the last batch.
   * @throws Error if there is none
   */
  embedding(sequence: SequenceId): Float32Array {
    const address = this.#native.llama_get_embeddings_seq(this.handle, sequence);
    if (address === null) throw new Error("the model has no embedding of a sequence");
    return new Float32Array(toArrayBuffer(address, 0, this.#width * 4)).slice();
  }

  /** First position in the KV cache; above 0 if a sliding window dropped the start. -1: empty. */
  firstPosition(sequence: SequenceId): number {
    return this.#native.llama_memory_seq_pos_min(this.#memory, sequence);
  }

  /** Last position in the KV cache; -1: empty. */
  lastPosition(sequence: SequenceId): number {
    return this.#native.llama_memory_seq_pos_max(this.#memory, sequence);
  }

  /** Size of {@link snapshot} in bytes. */
  snapshotSize(sequence: SequenceId): number {
    return Number(this.#native.llama_state_seq_get_size(this.handle, sequence));
  }

  /** The KV state of a sequence, which {@link restore} loads into a context of the same model. */
  snapshot(sequence: SequenceId): Uint8Array<ArrayBuffer> {
    const size = this.snapshotSize(sequence);
    const state = new Uint8Array(size);
    const written = Number(this.#native.llama_state_seq_get_data(this.handle, state, size, sequence));
    if (written !== size) throw new Error(`llama_state_seq_get_data wrote ${written} of ${size} bytes`);
    return state;
  }

  /** @throws Error if the state doesn't fit this context */
  restore(sequence: SequenceId, state: Uint8Array): void {
    const read = Number(this.#native.llama_state_seq_set_data(this.handle, state, state.length, sequence));
    if (read === 0) throw new Error("llama_state_seq_set_data rejected the state");
  }

  /** Size of {@link partialSnapshot} in bytes. */
  partialSnapshotSize(sequence: SequenceId): number {
    return Number(this.#native.llama_state_seq_get_size_ext(this.handle, sequence, partialOnly));
  }

  /**
   * What can't be truncated of a sequence's state, as it is now: recurrent states, and the cells of
   * sliding windows. Only for models that have such memory.
   */
  partialSnapshot(sequence: SequenceId): Uint8Array<ArrayBuffer> {
    const size = this.partialSnapshotSize(sequence);
    const state = new Uint8Array(size);
    const { handle } = this;
    const written = Number(
      this.#native.llama_state_seq_get_data_ext(handle, state, size, sequence, partialOnly),
    );
    if (written !== size) throw new Error(`llama_state_seq_get_data_ext wrote ${written} of ${size} bytes`);
    return state;
  }

  /**
   * Replaces what can't be truncated of a sequence by its earlier state. Then call {@link truncate}
   * for the rest, with the number of tokens that the sequence had.
   * @throws Error if the state doesn't fit this context
   */
  restorePartial(sequence: SequenceId, state: Uint8Array): void {
    const { handle } = this;
    const read = this.#native.llama_state_seq_set_data_ext(
      handle,
      state,
      state.length,
      sequence,
      partialOnly,
    );
    if (read === 0n) throw new Error("llama_state_seq_set_data_ext rejected the state");
  }

  [Symbol.dispose](): void {
    if (this.#handle !== null) this.#native.llama_free(this.#handle);
    this.#handle = null;
  }
}

/** The number of performance cores. */
export function performanceCores(native: Native): number {
  return native.anechat_default_threads();
}

/** The CPU threads that compute. They are kept between decodes and shared by contexts. */
export class ThreadPool {
  readonly #native: Native;
  #handle: Pointer | null;
  readonly size: number;
  /** How many threads compute from the next decode on. The others sleep. */
  active: number;

  constructor(native: Native, size: number) {
    this.#native = native;
    this.size = size;
    this.active = size;
    this.#handle = native.anechat_threadpool_new(size);
    if (this.#handle === null) throw new Error(lastError(native));
  }

  get handle(): Pointer {
    if (this.#handle === null) throw new Error("the threads were freed");
    return this.#handle;
  }

  [Symbol.dispose](): void {
    if (this.#handle !== null) this.#native.anechat_threadpool_free(this.#handle);
    this.#handle = null;
  }
}
