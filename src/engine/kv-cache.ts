/**
 * The context with its sequences' state: forgets, shares, and grows. Growing
 * moves the state of every sequence into a larger context, so that nothing is
 * evaluated twice.
 */
import { AnechatError } from "../base/errors.ts";
import { type Batch, Context, type DecodeResult, type ThreadPool } from "../llama/context.ts";
import type { Native } from "../llama/library.ts";
import type { Model } from "../llama/model.ts";
import type { Sampler } from "../llama/sampler.ts";
import type { Signals } from "../llama/signals.ts";
import type { Token } from "../llama/vocabulary.ts";
import type { Placement } from "./scheduler.ts";
import type { Sequence } from "./sequence.ts";

/** Tokens computed at once: llama.cpp's own default, and how often progress and Ctrl+C are looked at. */
export const batchSize = 512;

export type KvCacheOptions = {
  /** Cells to begin with. */
  size: number;
  sequences: number;
};

export class KvCache {
  /** Prefixes can be shared between sequences and forgotten in part. */
  readonly canShare: boolean;
  readonly #native: Native;
  readonly #model: Model;
  readonly #threads: ThreadPool;
  readonly #signals: Signals;
  readonly #sequences: number;
  #context: Context;
  #size: number;

  constructor(native: Native, model: Model, threads: ThreadPool, signals: Signals, options: KvCacheOptions) {
    this.#native = native;
    this.#model = model;
    this.#threads = threads;
    this.#signals = signals;
    this.#sequences = options.sequences;
    this.#context = this.#open(options.size);
    this.#size = options.size;
    this.canShare = !model.isRecurrent && model.slidingWindow === 0;
  }

  /** Cells, of all sequences together. */
  get size(): number {
    return this.#size;
  }

  /** The model keeps nothing of what it read: it can't write. */
  get isForgetful(): boolean {
    return this.#context.isForgetful;
  }

  decode(batch: Batch): DecodeResult {
    return this.#context.decode(batch);
  }

  /** @param output as Share.output of the scheduler */
  sample(sampler: Sampler, output: number): Token {
    return sampler.sample(this.#context, output);
  }

  /** Of the last decode, one a token. @param output as Share.output of the scheduler */
  logits(output: number): Float32Array {
    return this.#context.logits(output);
  }

  /** Brings a sequence into the state its placement promises; what can't be kept is evaluated anew. */
  prepare({ sequence, prefix, copyFrom }: Placement, prompt: readonly Token[]): void {
    const source = copyFrom ?? sequence;
    sequence.tokens = [...source.tokens.slice(0, prefix.cached), ...prompt.slice(prefix.prompt)];
    // The last token is evaluated in any case: its logits choose the first of the answer.
    const kept = Math.min(prefix.cached, sequence.tokens.length - 1);
    if (copyFrom !== undefined) {
      this.#context.truncate(sequence.id, 0);
      this.#context.copyPart(copyFrom.id, sequence.id, 0, kept);
      sequence.held = kept;
    } else {
      this.truncate(sequence, kept);
    }
  }

  /** Forgets all but the first `length` tokens; `sequence.held` says how many could really be kept. */
  truncate(sequence: Sequence, length: number): void {
    const isWhole = length >= sequence.held && this.#context.lastPosition(sequence.id) === length - 1;
    if (!isWhole && !(this.#stillSees(sequence, length) && this.#context.truncate(sequence.id, length))) {
      this.#context.truncate(sequence.id, 0);
      sequence.held = 0;
      return;
    }
    sequence.held = length;
  }

  /** Forgets a sequence that is not in use. */
  drop(sequence: Sequence): void {
    this.#context.truncate(sequence.id, 0);
    sequence.held = 0;
    sequence.tokens = [];
  }

  /** Bytes of the sequence's {@link snapshot}. */
  snapshotSize(sequence: Sequence): number {
    return this.#context.snapshotSize(sequence.id);
  }

  /** The KV state of a sequence, for {@link restore}. */
  snapshot(sequence: Sequence): Uint8Array<ArrayBuffer> {
    return this.#context.snapshot(sequence.id);
  }

  /** Forgets the first tokens alone: what is left is fit to be taken out, and then dropped. */
  dropStart(sequence: Sequence, length: number): void {
    this.#context.truncateStart(sequence.id, length);
  }

  /** Lets an empty sequence hold, until it is dropped, what another has from a token on. */
  copyEnd(source: Sequence, empty: Sequence, from: number): void {
    this.#context.copyPart(source.id, empty.id, from, -1);
  }

  /**
   * Puts a state in place of what the sequence holds, for which there has to be room.
   * @param start a sequence that holds the first tokens, and how many of them the state lacks
   * @returns false if it isn't the state of these tokens, or of another kind of context; the sequence is then empty
   */
  restore(
    sequence: Sequence,
    tokens: readonly Token[],
    state: Uint8Array,
    start?: { of: Sequence; length: number },
  ): boolean {
    this.drop(sequence);
    try {
      this.#context.restore(sequence.id, state);
      if (start !== undefined) this.#context.copyPart(start.of.id, sequence.id, 0, start.length);
      if (this.#context.lastPosition(sequence.id) === tokens.length - 1) {
        sequence.tokens = [...tokens];
        sequence.held = tokens.length;
        return true;
      }
    } catch {
      // Refused: parts of it may have been taken.
    }
    this.drop(sequence);
    return false;
  }

  /**
   * Moves everything into a context of another size.
   * @returns false if there is no memory for it; all is then as before
   */
  resize(size: number, sequences: readonly Sequence[]): boolean {
    const states = sequences
      .filter(({ held }) => held > 0)
      .map((sequence) => ({ id: sequence.id, state: this.#context.snapshot(sequence.id) }));
    // The old one goes first: two at once would need the memory of both.
    this.#context[Symbol.dispose]();
    let grown = true;
    try {
      this.#context = this.#open(size);
      this.#size = size;
    } catch {
      grown = false;
      this.#context = this.#open(this.#size);
    }
    for (const { id, state } of states) this.#context.restore(id, state);
    return grown;
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

  /** With a sliding window, older cells may be gone that position `length` still has to see. */
  #stillSees(sequence: Sequence, length: number): boolean {
    const window = this.#model.slidingWindow;
    return window === 0 || this.#context.firstPosition(sequence.id) <= Math.max(0, length - window);
  }

  [Symbol.dispose](): void {
    this.#context[Symbol.dispose]();
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
    throw new AnechatError("notEnoughMemory", `There is no memory for a context of ${size} tokens.`, {
      hint: "Choose a smaller one with --ctx-size.",
      cause,
    });
  }
}
