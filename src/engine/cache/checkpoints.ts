/**
 * Checkpoints: copies of what can't be truncated of a sequence's memory (recurrent states, sliding
 * windows), taken while its prompt is evaluated. A prompt that diverges from the sequence continues
 * from the last checkpoint before that place. This file decides where they are taken and which are
 * discarded; kv-cache.ts takes and restores them.
 */
import { minCopyTokens } from "../core/scheduler.ts";
import type { Sequence } from "../core/sequence.ts";
import type { PromptMarks } from "../prompt/prompt-marks.ts";
import { bytesOf } from "./checkpoint.ts";
import type { KvCache } from "./kv-cache.ts";

/** Maximum checkpoints of a sequence, as in llama-server. */
const maxPerSequence = 32;

/** Message starts closer than this to the checkpoint before get none: each takes an extra decode. */
const minSpacing = 512;

/** In texts without messages: copying a state then takes a few percent of the evaluation's time. */
const maxSpacing = 2048;

/**
 * The places where a prompt's evaluation pauses for a checkpoint: near its end, at the start of the
 * last message, and at earlier ones that are far enough apart.
 * @param cached tokens of the prompt that need not be evaluated
 * @param last length of the last checkpoint among those; 0 if there is none
 */
export function plannedCheckpoints({ messages, ends }: PromptMarks, cached: number, last: number): number[] {
  const planned: number[] = [];
  let before = last;
  for (const start of messages) {
    const isWanted = start === messages.at(-1) || start - before >= minSpacing;
    if (start <= cached || !isWanted) continue;
    planned.push(start);
    before = start;
  }
  const ascending = new Set([...planned, ...ends.filter((end) => end > cached)]);
  return [...ascending].sort((a, b) => a - b);
}

type CheckpointedCache = Pick<KvCache, "isTruncatable" | "checkpointSize" | "takeCheckpoint">;

export class Checkpoints {
  readonly #cache: CheckpointedCache;
  readonly #sequences: readonly Sequence[];
  readonly #limit: number;

  /**
   * @param sequences all of them
   * @param limit maximum bytes of all checkpoints
   */
  constructor(cache: CheckpointedCache, sequences: readonly Sequence[], limit: number) {
    this.#cache = cache;
    this.#sequences = sequences;
    this.#limit = limit;
  }

  /**
   * Plans the checkpoints of a sequence's prompt.
   * @param shift positions in the sequence minus those in the prompt: its text may have been
   *   tokenized differently
   */
  plan(sequence: Sequence, marks: () => PromptMarks, shift: number): void {
    sequence.plannedCheckpoints = [];
    if (this.#cache.isTruncatable) return;
    const { messages, ends } = marks();
    const shifted = (places: readonly number[]): number[] => places.map((place) => place + shift);
    const last = sequence.checkpoints.at(-1)?.length ?? 0;
    sequence.plannedCheckpoints = plannedCheckpoints(
      { messages: shifted(messages), ends: shifted(ends) },
      sequence.cachedTokens,
      last,
    );
  }

  /**
   * Lets a sequence whose prompt is being evaluated have a checkpoint at, or just before, a place
   * where another prompt differs.
   * @param length tokens that both share, which are not all evaluated
   * @returns where the other prompt can continue from once the sequence is there
   */
  request(sequence: Sequence, length: number): number {
    if (this.#cache.isTruncatable) return length;
    const { plannedCheckpoints: planned } = sequence;
    const near = planned.findLast((place) => place <= length && place > length - minCopyTokens);
    if (near !== undefined) return near;
    sequence.plannedCheckpoints = [...planned, length].sort((a, b) => a - b);
    return length;
  }

  /**
   * Takes a checkpoint if one is due, and there is memory for it. Call it after each step that
   * evaluated a prompt's tokens.
   */
  takeIfDue(sequence: Sequence): void {
    if (this.#cache.isTruncatable) return;
    const { cachedTokens, checkpoints, plannedCheckpoints: planned, pending } = sequence;
    const last = checkpoints.at(-1)?.length ?? 0;
    const isDue = planned.includes(cachedTokens) || (pending > 0 && cachedTokens - last >= maxSpacing);
    if (!isDue || last >= cachedTokens) return;
    const bytes = this.#cache.checkpointSize(sequence);
    if (bytes > this.#limit) return;
    this.#makeRoom(sequence, bytes);
    try {
      this.#cache.takeCheckpoint(sequence);
    } catch {
      // Not enough memory. Without it, a prompt that diverges here is evaluated again.
    }
  }

  #makeRoom(sequence: Sequence, bytes: number): void {
    while (sequence.checkpoints.length >= maxPerSequence) this.#discardFrom([sequence]);
    while (this.#bytes + bytes > this.#limit) this.#discardFrom(this.#sequences);
  }

  get #bytes(): number {
    return this.#sequences.reduce((sum, { checkpoints }) => sum + bytesOf(checkpoints), 0);
  }

  /**
   * Discards the checkpoint whose loss costs the least: that after which the fewest tokens would
   * have to be evaluated again. The last one of a sequence, which the next prompt most likely needs,
   * goes only if there is no other; then that of the sequence used least recently.
   */
  #discardFrom(sequences: readonly Sequence[]): void {
    let cheapest: { sequence: Sequence; index: number; cost: number } | undefined;
    for (const sequence of sequences) {
      const { checkpoints } = sequence;
      for (let index = 0; index < checkpoints.length; index += 1) {
        const gap = checkpoints[index]!.length - (checkpoints[index - 1]?.length ?? 0);
        const isLast = index === checkpoints.length - 1;
        const cost = isLast ? lastCost + sequence.lastUsed : gap;
        if (cost < (cheapest?.cost ?? Number.POSITIVE_INFINITY)) cheapest = { sequence, index, cost };
      }
    }
    if (cheapest === undefined) throw new Error("there is no checkpoint to discard");
    cheapest.sequence.checkpoints = cheapest.sequence.checkpoints.toSpliced(cheapest.index, 1);
  }
}

/** More than any number of tokens. */
const lastCost = 1e12;
