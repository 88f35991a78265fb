/**
 * The llama.cpp context and the state of its sequences: truncates, shares, saves and restores them,
 * and grows. Only this file changes `sequence.cachedTokens`, always together with the cells.
 * Growing moves the state of every sequence into a larger context, so that nothing is evaluated
 * twice. Recurrent states and sliding windows can't be truncated; they go back to a checkpoint.
 */
import { AnechatError } from "../../base/errors.ts";
import { type Batch, Context, type DecodeResult, type ThreadPool } from "../../llama/context.ts";
import type { Native } from "../../llama/library.ts";
import type { Model } from "../../llama/model.ts";
import type { Sampler } from "../../llama/sampler.ts";
import type { Signals } from "../../llama/signals.ts";
import type { Token } from "../../llama/vocabulary.ts";
import type { Sequence } from "../core/sequence.ts";
import { Cells } from "./cells.ts";
import { bytesOf, type Checkpoint, leavingWith } from "./checkpoint.ts";
import { maxOutputs } from "./context-size.ts";
import type { SharedPrefix, TokenBytes } from "./prefix.ts";
import { type Evaluated, reusablePrefix } from "./reuse.ts";

/**
 * Maximum tokens per decode, llama.cpp's default ubatch. Events and cancellation wait for a decode.
 */
export const batchSize = 512;

/** The smallest context to open if there is no memory for a larger one. */
const minSize = 512;

export type KvCacheOptions = {
  /** Initial cells. */
  size: number;
  sequences: number;
};

export type ResizeResult =
  | "done"
  /** There is no memory for it; nothing has changed. */
  | "refused"
  /** Some sequences lost all their tokens. The size may have changed. */
  | "lost";

/** A sequence outside of the context: in the prompt cache, or in a file. */
export type SavedSequence = {
  readonly tokens: readonly Token[];
  /** Of all tokens. */
  readonly state: Uint8Array<ArrayBuffer>;
  readonly checkpoints: readonly Checkpoint[];
};

/** The saved state of a sequence that moves from one context to another. */
type SavedState = {
  sequence: Sequence;
  /** The state of all but the first `shared` tokens; undefined if there are no others. */
  state: Uint8Array | undefined;
  /** A sequence saved earlier that holds the shared tokens, too. */
  source: Sequence | undefined;
  shared: number;
  /** What can't be truncated, if the state is not whole: sharing would mix it with the source's. */
  partial: Uint8Array | undefined;
};

export class KvCache {
  /** False: a sequence can only be truncated to some lengths, and needs checkpoints for others. */
  readonly isTruncatable: boolean;
  /** False: the model keeps no state, so it can't generate text. */
  readonly hasKvCache: boolean;
  readonly #native: Native;
  readonly #model: Model;
  readonly #threads: ThreadPool;
  readonly #signals: Signals;
  /** Maximum tokens of a decode that have logits; at least one for each sequence. */
  readonly outputs: number;
  readonly #sequences: number;
  readonly #cells: Cells;
  /** Undefined if it was lost and not yet opened again. */
  #context: Context | undefined;
  #size: number;

  /** @throws Error if there is no memory for it */
  constructor(native: Native, model: Model, threads: ThreadPool, signals: Signals, options: KvCacheOptions) {
    this.#native = native;
    this.#model = model;
    this.#threads = threads;
    this.#signals = signals;
    this.outputs = maxOutputs(options.sequences);
    this.#sequences = options.sequences;
    this.#cells = new Cells(options.sequences);
    this.#context = this.#open(options.size);
    this.#size = options.size;
    this.isTruncatable = !model.isRecurrent && model.slidingWindow === 0;
    this.hasKvCache = this.#context.hasKvCache;
  }

  /** Cells of all sequences together. */
  get size(): number {
    return this.#size;
  }

  /** Cells in use; one that sequences share counts once. */
  get used(): number {
    return this.#cells.used;
  }

  /** Cells that these sequences use. */
  usedBy(sequences: readonly Sequence[]): number {
    return this.#cells.usedBy(sequences.map(({ id }) => id));
  }

  /**
   * Opens the context again if it was lost, with fewer cells if need be.
   * @throws AnechatError `notEnoughMemory`
   */
  reopen(): void {
    this.#openContext();
  }

  /**
   * Computes a batch. Call {@link append} for its sequences on success, {@link undo} otherwise.
   * @throws Error of llama.cpp
   */
  decode(batch: Batch): DecodeResult {
    return this.#openContext().decode(batch);
  }

  /** Records that tokens were computed. */
  append(sequence: Sequence, count: number): void {
    this.#cells.append(sequence.id, count);
    sequence.cachedTokens += count;
  }

  /** Removes tokens of a batch that was not computed completely. */
  undo(sequence: Sequence): void {
    this.truncate(sequence, sequence.cachedTokens);
  }

  /** @param output see ScheduledTokens @param hasGrammar see Sampler.sample */
  sample(sampler: Sampler, output: number, hasGrammar: boolean): Token {
    return sampler.sample(this.#openContext(), output, hasGrammar);
  }

  /**
   * Logits of the last decode, one for each token of the vocabulary.
   * @param output see ScheduledTokens
   */
  logits(output: number): Float32Array {
    return this.#openContext().logits(output);
  }

  /** Whether any of these logits is NaN; never throws. @param output see ScheduledTokens */
  hasNaN(output: number): boolean {
    try {
      return this.logits(output).some(Number.isNaN);
    } catch {
      return false;
    }
  }

  /** What of a sequence can be reused for a prompt. See reuse.ts. */
  reusable(sequence: Sequence, prompt: readonly Token[], vocabulary: TokenBytes): SharedPrefix {
    const tokens = sequence.tokens.slice(0, sequence.cachedTokens);
    const canTruncate = (length: number): boolean => this.#canTruncate(sequence, length);
    return reusablePrefix({ tokens, checkpoints: sequence.checkpoints, canTruncate }, prompt, vocabulary);
  }

  /** What of a saved state can be reused for a prompt, as {@link reusable}. */
  reusableOf(
    { tokens, checkpoints }: Omit<Evaluated, "canTruncate">,
    prompt: readonly Token[],
    vocabulary: TokenBytes,
  ): SharedPrefix {
    const window = this.#model.isRecurrent ? 0 : this.#model.slidingWindow;
    // A state has only the window of its end.
    const canTruncate = (length: number): boolean =>
      this.isTruncatable || length === tokens.length || tokens.length <= window;
    return reusablePrefix({ tokens, checkpoints, canTruncate }, prompt, vocabulary);
  }

  /**
   * Truncates a sequence to `length` tokens. If the memory can't be truncated there, it keeps the
   * tokens of the last checkpoint before, or none.
   */
  truncate(sequence: Sequence, length: number): void {
    const kept = this.#truncated(sequence, Math.min(length, sequence.cachedTokens));
    this.#cells.truncate(sequence.id, kept);
    sequence.cachedTokens = kept;
    sequence.checkpoints = sequence.checkpoints.filter((checkpoint) => checkpoint.length <= kept);
  }

  /** Empties a sequence. */
  drop(sequence: Sequence): void {
    this.#context?.truncate(sequence.id, 0);
    this.#markEmpty(sequence);
    sequence.tokens = [];
  }

  /**
   * Replaces a sequence by the first tokens of another, or empties it if there is no room.
   * @param length from {@link reusable}
   */
  share(source: Sequence, target: Sequence, length: number): void {
    this.drop(target);
    if (!this.#copyPrefix(source, target, length)) {
      this.#context?.truncate(target.id, 0);
      return;
    }
    this.#cells.share(source.id, target.id, length);
    target.tokens = source.tokens.slice(0, length);
    target.cachedTokens = length;
    target.checkpoints = source.checkpoints.filter((checkpoint) => checkpoint.length <= length);
  }

  /** Bytes of a checkpoint of the sequence as it is now. */
  checkpointSize(sequence: Sequence): number {
    return this.#openContext().partialSnapshotSize(sequence.id);
  }

  /** Adds a checkpoint of the sequence as it is now. */
  takeCheckpoint(sequence: Sequence): void {
    const checkpoint: Checkpoint = {
      length: sequence.cachedTokens,
      state: this.#openContext().partialSnapshot(sequence.id),
    };
    sequence.checkpoints = [...sequence.checkpoints, checkpoint];
  }

  /** Bytes of the sequence's {@link snapshot}. */
  snapshotSize(sequence: Sequence): number {
    if (sequence.cachedTokens === 0) return 0;
    const state = this.#openContext().snapshotSize(sequence.id);
    return state + bytesOf(leavingWith(sequence.checkpoints, state));
  }

  /** Copies a sequence, for {@link restore}, with its newest checkpoints. */
  snapshot(sequence: Sequence): SavedSequence {
    const { tokens, cachedTokens, checkpoints } = sequence;
    const state = this.#openContext().snapshot(sequence.id);
    return {
      tokens: tokens.slice(0, cachedTokens),
      state,
      checkpoints: leavingWith(checkpoints, state.length),
    };
  }

  /**
   * Replaces a sequence by a saved state. There must be room for it.
   * @returns false if the state doesn't fit; the sequence is then empty
   */
  restore(sequence: Sequence, { tokens, state, checkpoints }: SavedSequence): boolean {
    this.drop(sequence);
    const saved = { sequence, state, source: undefined, shared: 0, partial: undefined };
    if (!this.#load(saved, tokens.length)) return false;
    this.#cells.append(sequence.id, tokens.length);
    sequence.tokens = [...tokens];
    sequence.cachedTokens = tokens.length;
    sequence.checkpoints = checkpoints;
    return true;
  }

  /** Moves all sequences into a context of another size. */
  resize(size: number, sequences: readonly Sequence[]): ResizeResult {
    const cached = sequences.filter((sequence) => sequence.cachedTokens > 0);
    const saved = this.#saveAll(cached);
    // Close the old context first: both together may not fit in memory.
    this.#close();
    const isDone = this.#tryOpen(size);
    const isOpen = isDone || this.#tryOpen(this.#size);
    for (const state of saved) {
      const hasSource = state.source === undefined || state.source.cachedTokens > 0;
      const isLoaded = isOpen && hasSource && this.#load(state, state.sequence.cachedTokens);
      if (!isLoaded) this.#markEmpty(state.sequence);
    }
    if (cached.some((sequence) => sequence.cachedTokens === 0)) return "lost";
    return isDone ? "done" : "refused";
  }

  /**
   * Moves everything into a new context of the same size, to get rid of NaN in freed memory. The
   * next sequence there would compute NaN, too: llama.cpp clears a recurrent state by multiplying
   * it with 0, and only masks old keys and values.
   * @param sequences all sequences
   */
  renew(sequences: readonly Sequence[]): ResizeResult {
    return this.resize(this.#size, sequences);
  }

  /** @returns the number of tokens kept: `length`, that of a checkpoint, or 0 */
  #truncated(sequence: Sequence, length: number): number {
    const context = this.#context;
    if (context === undefined) return 0;
    if (this.#canTruncate(sequence, length) && context.truncate(sequence.id, length)) return length;
    const checkpoint = sequence.checkpoints.findLast((one) => one.length <= length);
    if (checkpoint !== undefined && this.#goBack(context, sequence, checkpoint)) return checkpoint.length;
    context.truncate(sequence.id, 0);
    return 0;
  }

  /** @returns false if there is no room for it; the target is then not empty */
  #copyPrefix(source: Sequence, target: Sequence, length: number): boolean {
    const context = this.#openContext();
    context.copyPart(source.id, target.id, 0, length);
    if (this.isTruncatable) return true;
    // The target gets its own copy: llama.cpp never frees the cells of a window that two sequences
    // share, and a shared recurrent state is that of the source's end.
    const needsNone = this.#canTruncate(source, length);
    const checkpoint = source.checkpoints.find((one) => one.length === length);
    if (!needsNone && checkpoint === undefined) return false;
    const state = needsNone ? context.partialSnapshot(target.id) : checkpoint?.state;
    try {
      if (state !== undefined) context.restorePartial(target.id, state);
    } catch {
      return false;
    }
    return context.lastPosition(target.id) === length - 1;
  }

  #goBack(context: Context, sequence: Sequence, { length, state }: Checkpoint): boolean {
    try {
      context.restorePartial(sequence.id, state);
    } catch {
      return false;
    }
    return context.truncate(sequence.id, length) && context.lastPosition(sequence.id) === length - 1;
  }

  /** Whether that needs no checkpoint. */
  #canTruncate(sequence: Sequence, length: number): boolean {
    if (this.isTruncatable || length === 0) return true;
    const context = this.#context;
    if (context === undefined) return false;
    if (context.lastPosition(sequence.id) === length - 1) return true;
    if (this.#model.isRecurrent) return false;
    // Cells that position `length` must attend to may be gone.
    return context.firstPosition(sequence.id) <= Math.max(0, length - this.#model.slidingWindow);
  }

  /** Sequences whose state can't be copied become empty. The context must be closed afterwards. */
  #saveAll(sequences: readonly Sequence[]): SavedState[] {
    const saved: SavedState[] = [];
    for (const sequence of sequences) {
      try {
        saved.push(this.#save(sequence, saved));
      } catch {
        // Not enough memory for the state.
        this.#markEmpty(sequence);
      }
    }
    return saved;
  }

  /** Saves the tokens that no earlier sequence shares. */
  #save(sequence: Sequence, earlier: readonly SavedState[]): SavedState {
    let shared = 0;
    let source: Sequence | undefined;
    for (const { sequence: other } of earlier) {
      const length = this.#cells.shared(sequence.id, other.id);
      if (length > shared) [shared, source] = [length, other];
    }
    const context = this.#openContext();
    const partial = shared > 0 && !this.isTruncatable ? context.partialSnapshot(sequence.id) : undefined;
    if (shared > 0) context.truncateStart(sequence.id, shared);
    const state = sequence.cachedTokens > shared ? context.snapshot(sequence.id) : undefined;
    return { sequence, state, source, shared, partial };
  }

  /**
   * @param length tokens that the sequence should hold afterwards
   * @returns false if it is empty instead
   */
  #load({ sequence, state, source, shared, partial }: SavedState, length: number): boolean {
    const context = this.#openContext();
    try {
      if (state !== undefined) context.restore(sequence.id, state);
      if (source !== undefined) context.copyPart(source.id, sequence.id, 0, shared);
      if (partial !== undefined) context.restorePartial(sequence.id, partial);
      if (context.lastPosition(sequence.id) === length - 1) return true;
    } catch {
      // llama.cpp refused the state; a part of it may have been restored.
    }
    context.truncate(sequence.id, 0);
    return false;
  }

  #markEmpty(sequence: Sequence): void {
    this.#cells.truncate(sequence.id, 0);
    sequence.cachedTokens = 0;
    sequence.checkpoints = [];
  }

  /** The context, opened again if it was lost: halves the size until there is memory for it. */
  #openContext(): Context {
    for (let size = this.#size; this.#context === undefined && size > 0; size = Math.floor(size / 2)) {
      if (size < Math.min(minSize, this.#size)) break;
      this.#tryOpen(size);
    }
    if (this.#context === undefined) throw noMemory(this.#size);
    return this.#context;
  }

  #tryOpen(size: number): boolean {
    try {
      this.#context = this.#open(size);
      this.#size = size;
      return true;
    } catch {
      // The caller throws if no other size works.
      return false;
    }
  }

  #open(size: number): Context {
    return new Context(
      this.#native,
      this.#model,
      {
        contextSize: size,
        batchSize,
        microBatchSize: batchSize,
        sequences: this.#sequences,
        outputs: this.outputs,
      },
      this.#threads,
      this.#signals,
    );
  }

  #close(): void {
    this.#context?.[Symbol.dispose]();
    this.#context = undefined;
  }

  [Symbol.dispose](): void {
    this.#close();
  }
}

/** @throws AnechatError `notEnoughMemory` */
export function openCache(
  native: Native,
  model: Model,
  threads: ThreadPool,
  signals: Signals,
  size: number,
  sequences: number,
): KvCache {
  try {
    return new KvCache(native, model, threads, signals, { size, sequences });
  } catch (cause) {
    throw noMemory(size, cause);
  }
}

function noMemory(size: number, cause?: unknown): AnechatError {
  return new AnechatError("notEnoughMemory", `Not enough memory for a context of ${size} tokens`, {
    hint: "Choose a smaller context with --ctx-size.",
    cause,
  });
}
