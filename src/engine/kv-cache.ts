/**
 * The context with its sequences' state: forgets, shares, and grows. What a sequence says that it holds
 * (`sequence.held`) is changed here and nowhere else, together with what is held. Growing moves the state of every
 * sequence into a larger context, so that nothing is evaluated twice.
 */
import { AnechatError } from "../base/errors.ts";
import { type Batch, Context, type DecodeResult, type ThreadPool } from "../llama/context.ts";
import type { Native } from "../llama/library.ts";
import type { Model } from "../llama/model.ts";
import type { Sampler } from "../llama/sampler.ts";
import type { Signals } from "../llama/signals.ts";
import type { Token } from "../llama/vocabulary.ts";
import { Cells } from "./cells.ts";
import type { Sequence } from "./sequence.ts";

/** Tokens computed at once: llama.cpp's own default, and how often progress and Ctrl+C are looked at. */
export const batchSize = 512;

/** Cells of a context that is still worth opening where there is no memory for a larger one. */
const smallestSize = 512;

export type KvCacheOptions = {
  /** Cells to begin with. */
  size: number;
  sequences: number;
};

export type Resized =
  | "done"
  /** There is no memory for it: all is as before. */
  | "refused"
  /** Whatever the size is now, there are sequences that held something, and hold nothing now. */
  | "lost";

/** What of a sequence is taken from one context into another. */
type Moved = {
  sequence: Sequence;
  /** Of all but its first `shared` tokens; undefined if that is nothing. */
  state: Uint8Array | undefined;
  /** Another one, moved before, that holds these as well. */
  source: Sequence | undefined;
  shared: number;
};

export class KvCache {
  /** Prefixes can be shared between sequences and forgotten in part. */
  readonly canShare: boolean;
  /** The model keeps nothing of what it read: it can't write. */
  readonly isForgetful: boolean;
  readonly #native: Native;
  readonly #model: Model;
  readonly #threads: ThreadPool;
  readonly #signals: Signals;
  readonly #sequences: number;
  readonly #cells: Cells;
  /** Undefined where there was no memory for it. */
  #context: Context | undefined;
  #size: number;

  /** @throws Error where there is no memory for it */
  constructor(native: Native, model: Model, threads: ThreadPool, signals: Signals, options: KvCacheOptions) {
    this.#native = native;
    this.#model = model;
    this.#threads = threads;
    this.#signals = signals;
    this.#sequences = options.sequences;
    this.#cells = new Cells(options.sequences);
    this.#context = this.#open(options.size);
    this.#size = options.size;
    this.canShare = !model.isRecurrent && model.slidingWindow === 0;
    this.isForgetful = this.#context.isForgetful;
  }

  /** Cells, of all sequences together. */
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

  /** Opens the context again where it was lost, maybe with fewer cells. @throws AnechatError `notEnoughMemory` */
  reopen(): void {
    this.#opened();
  }

  /**
   * Computes a batch. What went well is told by {@link append}, what didn't is undone by {@link undo}.
   * @throws Error of llama.cpp
   */
  decode(batch: Batch): DecodeResult {
    return this.#opened().decode(batch);
  }

  /** Tokens of the sequence were computed: it holds them now. */
  append(sequence: Sequence, count: number): void {
    this.#cells.append(sequence.id, count);
    sequence.held += count;
  }

  /** Takes back what got into the cache of a batch that wasn't computed to its end. */
  undo(sequence: Sequence): void {
    this.truncate(sequence, sequence.held);
  }

  /** @param output as Share.output of the scheduler */
  sample(sampler: Sampler, output: number): Token {
    return sampler.sample(this.#opened(), output);
  }

  /** Of the last decode, one a token. @param output as Share.output of the scheduler */
  logits(output: number): Float32Array {
    return this.#opened().logits(output);
  }

  /** The model computed NaN in place of some of these logits. @param output as Share.output of the scheduler */
  isSpoiled(output: number): boolean {
    return this.logits(output).some(Number.isNaN);
  }

  /** Forgets all but the first `length` tokens; `sequence.held` says how many could really be kept. */
  truncate(sequence: Sequence, length: number): void {
    const kept = this.#truncated(sequence, Math.min(length, sequence.held));
    this.#cells.truncate(sequence.id, kept);
    sequence.held = kept;
  }

  /** Empties a sequence. */
  drop(sequence: Sequence): void {
    this.#context?.truncate(sequence.id, 0);
    this.#emptied(sequence);
    sequence.tokens = [];
  }

  /** Lets a sequence hold what another begins with, in place of what it holds. Only where {@link canShare}. */
  share(source: Sequence, target: Sequence, length: number): void {
    this.drop(target);
    this.#opened().copyPart(source.id, target.id, 0, length);
    this.#cells.share(source.id, target.id, length);
    target.tokens = source.tokens.slice(0, length);
    target.held = length;
  }

  /** Bytes of the sequence's {@link snapshot}. */
  snapshotSize(sequence: Sequence): number {
    return sequence.held === 0 ? 0 : this.#opened().snapshotSize(sequence.id);
  }

  /** The KV state of a sequence, for {@link restore}. */
  snapshot(sequence: Sequence): Uint8Array<ArrayBuffer> {
    return this.#opened().snapshot(sequence.id);
  }

  /**
   * Puts a state in place of what the sequence holds. There has to be room for it.
   * @returns false if it isn't the state of these tokens, or of another kind of context; the sequence is then empty
   */
  restore(sequence: Sequence, tokens: readonly Token[], state: Uint8Array): boolean {
    this.drop(sequence);
    if (!this.#putIn({ sequence, state, source: undefined, shared: 0 }, tokens.length)) return false;
    this.#cells.append(sequence.id, tokens.length);
    sequence.tokens = [...tokens];
    sequence.held = tokens.length;
    return true;
  }

  /** Moves everything into a context of another size. @param sequences all of them */
  resize(size: number, sequences: readonly Sequence[]): Resized {
    const held = sequences.filter((sequence) => sequence.held > 0);
    const moved = this.#takeOut(held);
    // The old one goes first: two at once would need the memory of both.
    this.#close();
    const isDone = this.#tryOpen(size);
    const isOpen = isDone || this.#tryOpen(this.#size);
    for (const one of moved) {
      const isBased = one.source === undefined || one.source.held > 0;
      if (!isOpen || !isBased || !this.#putIn(one, one.sequence.held)) this.#emptied(one.sequence);
    }
    if (held.some((sequence) => sequence.held === 0)) return "lost";
    return isDone ? "done" : "refused";
  }

  /**
   * Moves everything into a new context of the same size. NaN that a sequence has left in free memory would reach those
   * that get it next: llama.cpp clears a state by a product with 0, and leaves keys and values to a mask.
   * @param sequences all of them
   */
  renew(sequences: readonly Sequence[]): Resized {
    return this.resize(this.#size, sequences);
  }

  /** @returns how many of the first `length` tokens are left of a sequence */
  #truncated(sequence: Sequence, length: number): number {
    const context = this.#context;
    if (context === undefined) return 0;
    if (context.lastPosition(sequence.id) === length - 1) return length;
    if (this.#stillSees(context, sequence, length) && context.truncate(sequence.id, length)) return length;
    context.truncate(sequence.id, 0);
    return 0;
  }

  /** One that can't be taken out is left out, and empty. The context is unfit for use afterwards. */
  #takeOut(sequences: readonly Sequence[]): Moved[] {
    const moved: Moved[] = [];
    for (const sequence of sequences) {
      try {
        moved.push(this.#taken(sequence, moved));
      } catch {
        // No memory for its state.
        this.#emptied(sequence);
      }
    }
    return moved;
  }

  #taken(sequence: Sequence, before: readonly Moved[]): Moved {
    let shared = 0;
    let source: Sequence | undefined;
    for (const { sequence: other } of before) {
      const length = this.#cells.shared(sequence.id, other.id);
      if (length > shared) [shared, source] = [length, other];
    }
    const context = this.#opened();
    if (shared > 0) context.truncateStart(sequence.id, shared);
    const state = sequence.held > shared ? context.snapshot(sequence.id) : undefined;
    return { sequence, state, source, shared };
  }

  /** @param length tokens that the sequence holds afterwards @returns false if it holds none */
  #putIn({ sequence, state, source, shared }: Moved, length: number): boolean {
    const context = this.#opened();
    try {
      if (state !== undefined) context.restore(sequence.id, state);
      if (source !== undefined) context.copyPart(source.id, sequence.id, 0, shared);
      if (context.lastPosition(sequence.id) === length - 1) return true;
    } catch {
      // Refused: parts of it may have been taken.
    }
    context.truncate(sequence.id, 0);
    return false;
  }

  #emptied(sequence: Sequence): void {
    this.#cells.truncate(sequence.id, 0);
    sequence.held = 0;
  }

  /** With a sliding window, older cells may be gone that position `length` still has to see. */
  #stillSees(context: Context, sequence: Sequence, length: number): boolean {
    const window = this.#model.slidingWindow;
    return window === 0 || context.firstPosition(sequence.id) <= Math.max(0, length - window);
  }

  #opened(): Context {
    // Lost at this size: there may be memory again, or for a smaller one.
    for (let size = this.#size; this.#context === undefined && size > 0; size = Math.floor(size / 2)) {
      if (size < Math.min(smallestSize, this.#size)) break;
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
      // Told by the caller, where no other size does either.
      return false;
    }
  }

  #open(size: number): Context {
    return new Context(
      this.#native,
      this.#model,
      { contextSize: size, batchSize, microBatchSize: batchSize, sequences: this.#sequences },
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
  return new AnechatError("notEnoughMemory", `There is no memory for a context of ${size} tokens.`, {
    hint: "Choose a smaller one with --ctx-size.",
    cause,
  });
}
