/**
 * Allocates sequences of the KV cache to prompts. The cache grows for running answers. Idle conversations are evicted to
 * the prompt cache in main memory, which has a limit.
 */
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import { type Placement, type Scheduler, worthCopying } from "../core/scheduler.ts";
import type { Sequence } from "../core/sequence.ts";
import { grownSize } from "./context-size.ts";
import type { KvCache, Resized } from "./kv-cache.ts";
import type { SharedPrefix } from "./prefix.ts";
import type { Entry, PromptCache } from "./prompt-cache.ts";

export type CacheManagerOptions = {
  cache: KvCache;
  scheduler: Scheduler;
  promptCache: PromptCache;
  vocabulary: Vocabulary;
  /** Tokens of one conversation at most. */
  limit: number;
  /** Tokens of KV cache that the free memory has room for, besides what is held now. */
  fittingTokens(): number;
};

export type Fit =
  | "fits"
  /** There is no room, even after all idle conversations were evicted. */
  | "full"
  /** Sequences lost what they held, and have to be evaluated again. */
  | "lost";

/** Bytes whose copying takes about 10 ms. */
const quicklyCopied = 32e6;

export class CacheManager {
  readonly #options: CacheManagerOptions;
  /** A context of this size could not be opened. */
  #refused = Number.POSITIVE_INFINITY;

  constructor(options: CacheManagerOptions) {
    this.#options = options;
  }

  /**
   * Gives a prompt an idle sequence, which must exist, with as much of the prompt as is cached anywhere.
   * @returns the sequence; its tokens are the prompt, of which the first `held` need not be evaluated
   */
  allocate(prompt: readonly Token[]): Sequence {
    const restored = this.#fromPromptCache(prompt);
    const placement = restored ?? this.#inPlace(this.#placement(prompt));
    if (placement === undefined) throw new Error("all sequences are busy");
    const { sequence, prefix, copyFrom } = placement;
    const { cache } = this.#options;
    const cached = (copyFrom ?? sequence).tokens.slice(0, prefix.cached);
    const tokens = [...cached, ...prompt.slice(prefix.prompt)];
    // The last token is always evaluated: the first token of the answer is sampled from its logits.
    const kept = Math.min(prefix.cached, tokens.length - 1);
    if (copyFrom === undefined) {
      if (restored === undefined && sequence.cachedTokens - kept >= worthCopying) this.#keep(sequence);
      cache.truncate(sequence, kept);
    } else {
      this.#evict(sequence);
      cache.share(copyFrom, sequence, kept);
    }
    sequence.tokens = tokens;
    return sequence;
  }

  /** Makes room for more tokens. @throws AnechatError `notEnoughMemory` if the context was lost and can't be reopened */
  fit(tokens: number): Fit {
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
    return "fits";
  }

  /** @param needed cells in total @returns "done" also if it has grown to fewer */
  grow(needed: number): Resized {
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
   * Evicts small conversations while no request runs, except the latest, which is the likeliest to continue. Every step
   * of llama.cpp looks at all cells in use, so idle ones slow down the others.
   */
  evictIdle(): void {
    const { cache, promptCache, scheduler } = this.#options;
    this.#refused = Number.POSITIVE_INFINITY;
    const latest = scheduler.latest();
    for (const sequence of scheduler.sequences) {
      if (sequence === latest || sequence.generation !== undefined || sequence.cachedTokens < worthCopying)
        continue;
      const bytes = cache.snapshotSize(sequence);
      if (bytes <= quicklyCopied && promptCache.fits(bytes)) this.#evict(sequence);
    }
  }

  #placement(prompt: readonly Token[]): Placement | undefined {
    const { cache, scheduler, vocabulary } = this.#options;
    return scheduler.place(prompt, vocabulary, cache.canShare);
  }

  /** Restores a conversation of the prompt cache, if that saves more evaluation than those in the KV cache. */
  #fromPromptCache(prompt: readonly Token[]): Placement | undefined {
    const { promptCache, vocabulary } = this.#options;
    const found = promptCache.best(prompt, vocabulary);
    if (found === undefined) return undefined;
    const { entry, prefix } = found;
    if (prefix.cached < (this.#placement(prompt)?.prefix.cached ?? 0) + worthCopying) return undefined;
    promptCache.take(entry);
    const sequence = this.#restored(entry);
    // Keep an entry that another conversation may still need, and one that found no room.
    const isWanted = sequence === "full" || entry.tokens.length - prefix.cached >= worthCopying;
    if (isWanted) promptCache.putBack(entry);
    else promptCache.free(entry);
    return typeof sequence === "string" ? undefined : placed(sequence, prefix);
  }

  #restored({ tokens, state }: Entry): Sequence | "full" | "damaged" {
    const { cache, scheduler } = this.#options;
    const sequence = scheduler.idle();
    if (sequence === undefined) return "full";
    this.#evict(sequence);
    if (this.fit(tokens.length + 1) !== "fits") return "full";
    return cache.restore(sequence, tokens, state) ? sequence : "damaged";
  }

  /** While no request runs, a small conversation with the same prefix is replaced instead of shared: fewer cells are in use. */
  #inPlace(placement: Placement | undefined): Placement | undefined {
    const { copyFrom, prefix } = placement ?? {};
    const { cache, promptCache, scheduler } = this.#options;
    if (copyFrom === undefined || prefix === undefined || !scheduler.isIdle) return placement;
    const bytes = cache.snapshotSize(copyFrom);
    return bytes <= Math.min(promptCache.limit / 2, quicklyCopied) ? placed(copyFrom, prefix) : placement;
  }

  /** Empties an idle sequence, after adding it to the prompt cache. */
  #evict(sequence: Sequence): void {
    this.#keep(sequence);
    this.#options.cache.drop(sequence);
  }

  /** Adds a sequence to the prompt cache, unless it is too short to be worth it. */
  #keep(sequence: Sequence): void {
    const { cache, promptCache } = this.#options;
    if (sequence.cachedTokens < worthCopying || promptCache.limit === 0) return;
    try {
      const tokens = sequence.tokens.slice(0, sequence.cachedTokens);
      promptCache.add(tokens, cache.snapshotSize(sequence), () => cache.snapshot(sequence));
    } catch {
      // No memory for the state: the conversation will be evaluated again if it continues.
    }
  }
}

/** The prompt replaces what the sequence holds after the prefix. */
function placed(sequence: Sequence, prefix: SharedPrefix): Placement {
  return { sequence, prefix, copyFrom: undefined };
}
