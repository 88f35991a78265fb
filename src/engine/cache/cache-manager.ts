/**
 * Allocates sequences of the KV cache to prompts, and cells to steps. The KV cache grows for
 * running answers. Idle conversations are evicted to the prompt cache in main memory, which has a
 * limit.
 */
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import { minCopyTokens, type Placement, type Scheduler } from "../core/scheduler.ts";
import type { Sequence } from "../core/sequence.ts";
import type { Checkpoints } from "./checkpoints.ts";
import { grownSize } from "./context-size.ts";
import type { KvCache, ResizeResult, SavedSequence } from "./kv-cache.ts";
import { type SharedPrefix, sharedPrefix } from "./prefix.ts";
import type { PromptCache } from "./prompt-cache.ts";

export type CacheManagerOptions = {
  cache: KvCache;
  scheduler: Scheduler;
  promptCache: PromptCache;
  checkpoints: Checkpoints;
  vocabulary: Vocabulary;
  /** Maximum tokens of one conversation. */
  limit: number;
  /** Tokens of KV cache that fit in the free memory, in addition to those allocated now. */
  fittingTokens(): number;
};

export type Reservation =
  | "reserved"
  /** There is no room, even after all idle conversations were evicted. */
  | "full"
  /** Sequences lost tokens, which have to be evaluated again. */
  | "lost";

/** States up to this size are copied in about 10 ms. */
const maxQuickCopyBytes = 32e6;

export class CacheManager {
  readonly #options: CacheManagerOptions;
  /** A context of this size could not be opened. */
  #refused = Number.POSITIVE_INFINITY;

  constructor(options: CacheManagerOptions) {
    this.#options = options;
  }

  /**
   * Allocates an idle sequence, which must exist, to a prompt. Uses the longest prefix of the
   * prompt that is in the KV cache or the prompt cache.
   * @returns the sequence; its tokens are the prompt, of which `cachedTokens` need not be evaluated
   */
  allocate(prompt: readonly Token[]): Sequence {
    const restored = this.#fromPromptCache(prompt);
    const placement = restored ?? this.#inPlace(this.#placement(prompt));
    if (placement === undefined) throw new Error("all sequences are busy");
    const { sequence, prefix, copyFrom } = placement;
    const { cache } = this.#options;
    const cached = (copyFrom ?? sequence).tokens.slice(0, prefix.cached);
    const tokens = [...cached, ...prompt.slice(prefix.prompt)];
    if (copyFrom === undefined) {
      const lost = sequence.cachedTokens - prefix.cached;
      if (restored === undefined && lost >= minCopyTokens) this.#keep(sequence);
      cache.truncate(sequence, prefix.cached);
    } else {
      this.#evict(sequence);
      cache.share(copyFrom, sequence, prefix.cached);
    }
    sequence.tokens = tokens;
    return sequence;
  }

  /**
   * Whether a sequence is evaluating a longer beginning of this prompt than can be reused now, so
   * that the prompt should wait for it.
   */
  isBeingEvaluated(prompt: readonly Token[]): boolean {
    const { checkpoints, scheduler, vocabulary } = this.#options;
    const open = prompt.slice(0, -1);
    return scheduler.busy.some((sequence) => {
      if (!sequence.isPrefilling) return false;
      const shared = sharedPrefix(sequence.tokens, open, vocabulary).cached;
      if (shared <= sequence.cachedTokens || shared < this.#reusable(prompt) + minCopyTokens) return false;
      return checkpoints.request(sequence, shared) > sequence.cachedTokens;
    });
  }

  /**
   * Allocates an idle sequence, which must exist, to a prompt of which every token is evaluated.
   */
  allocateEmpty(prompt: readonly Token[]): Sequence {
    const sequence = this.#options.scheduler.idle();
    if (sequence === undefined) throw new Error("all sequences are busy");
    this.#evict(sequence);
    sequence.tokens = [...prompt];
    return sequence;
  }

  /**
   * Makes sure that more tokens fit: grows the KV cache, or evicts idle conversations.
   * @throws AnechatError `notEnoughMemory` if the context was lost and can't be reopened
   */
  reserve(tokens: number): Reservation {
    const { cache, scheduler } = this.#options;
    cache.reopen();
    while (cache.used + tokens > cache.size) {
      const needed = cache.usedBy(scheduler.busy) + tokens;
      const grown = needed > cache.size ? this.grow(needed) : "refused";
      if (grown === "lost") return "lost";
      if (grown === "done") continue;
      const idle = scheduler.nextToEvict();
      if (idle === undefined) return "full";
      this.#evict(idle);
    }
    return "reserved";
  }

  /** @param needed cells in total @returns "done" even if it has grown to fewer */
  grow(needed: number): ResizeResult {
    const { cache, scheduler, limit, fittingTokens } = this.#options;
    const largest = Math.min(
      limit * scheduler.sequences.length,
      cache.size + fittingTokens(),
      this.#refused - 1,
    );
    const size = grownSize(cache.size, needed, largest);
    if (size === undefined || size <= cache.size) return "refused";
    const result = cache.resize(size, scheduler.sequences);
    if (cache.size < size) this.#refused = size;
    return result;
  }

  /**
   * Evicts small conversations while no request runs, except the latest, which is the most likely
   * to continue. Every step of llama.cpp scans all cells in use, so idle ones slow down the others.
   */
  evictIdle(): void {
    const { cache, promptCache, scheduler } = this.#options;
    this.#refused = Number.POSITIVE_INFINITY;
    const latest = scheduler.latest();
    for (const sequence of scheduler.sequences) {
      if (sequence === latest || sequence.generation !== undefined || sequence.cachedTokens < minCopyTokens)
        continue;
      const bytes = cache.snapshotSize(sequence);
      if (bytes <= maxQuickCopyBytes && promptCache.fits(bytes)) this.#evict(sequence);
    }
  }

  /** How many tokens need not be evaluated. */
  #reusable(prompt: readonly Token[]): number {
    const cached = this.#placement(prompt)?.prefix.cached ?? 0;
    return Math.max(cached, this.#options.promptCache.best(prompt)?.prefix.cached ?? 0);
  }

  #placement(prompt: readonly Token[]): Placement | undefined {
    const { cache, scheduler, vocabulary } = this.#options;
    return scheduler.place((sequence) => cache.reusable(sequence, prompt, vocabulary));
  }

  /** Restores an entry of the prompt cache if that saves more evaluation than the KV cache does. */
  #fromPromptCache(prompt: readonly Token[]): Placement | undefined {
    const { promptCache } = this.#options;
    const found = promptCache.best(prompt);
    if (found === undefined) return undefined;
    const { entry, prefix } = found;
    if (prefix.cached < (this.#placement(prompt)?.prefix.cached ?? 0) + minCopyTokens) return undefined;
    promptCache.take(entry);
    const sequence = this.#restored(entry);
    // Keep the entry if its conversation may continue differently, or if there was no room for it.
    const isNeeded = sequence === "full" || entry.tokens.length - prefix.cached >= minCopyTokens;
    if (isNeeded) promptCache.putBack(entry);
    else promptCache.free(entry);
    return typeof sequence === "string" ? undefined : placed(sequence, prefix);
  }

  #restored(entry: SavedSequence): Sequence | "full" | "damaged" {
    const { cache, scheduler } = this.#options;
    const sequence = scheduler.idle();
    if (sequence === undefined) return "full";
    this.#evict(sequence);
    if (this.reserve(entry.tokens.length + 1) !== "reserved") return "full";
    return cache.restore(sequence, entry) ? sequence : "damaged";
  }

  /**
   * While no request runs, replaces a small conversation with the same prefix instead of sharing
   * its cells, so that fewer cells are in use.
   */
  #inPlace(placement: Placement | undefined): Placement | undefined {
    const { copyFrom, prefix } = placement ?? {};
    const { cache, promptCache, scheduler } = this.#options;
    if (copyFrom === undefined || prefix === undefined || !scheduler.isIdle) return placement;
    const bytes = cache.snapshotSize(copyFrom);
    // If it fits, evictIdle would evict it afterwards anyway.
    const hasRoom = promptCache.fits(bytes) || bytes <= promptCache.limit / 2;
    return hasRoom && bytes <= maxQuickCopyBytes ? placed(copyFrom, prefix) : placement;
  }

  /** Empties an idle sequence after adding it to the prompt cache. */
  #evict(sequence: Sequence): void {
    this.#keep(sequence);
    this.#options.cache.drop(sequence);
  }

  /** Adds a sequence to the prompt cache, unless it is too short to be worth a copy. */
  #keep(sequence: Sequence): void {
    const { cache, promptCache } = this.#options;
    if (sequence.cachedTokens < minCopyTokens || promptCache.limit === 0) return;
    try {
      const { checkpoints } = sequence;
      const tokens = sequence.tokens.slice(0, sequence.cachedTokens);
      promptCache.add({ tokens, checkpoints }, cache.snapshotSize(sequence), () => cache.snapshot(sequence));
    } catch {
      // Not enough memory for the state: if the conversation continues, it is evaluated again.
    }
  }
}

/** The prompt replaces what the sequence holds after the prefix. */
function placed(sequence: Sequence, prefix: SharedPrefix): Placement {
  return { sequence, prefix, copyFrom: undefined };
}
