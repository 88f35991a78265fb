/**
 * Where a prompt goes in the KV cache, and what idle conversations give up for it. The cache grows for what is being
 * answered; what is idle leaves it for the prompt cache in main memory, which has a limit.
 */
import type { Token, Vocabulary } from "../llama/vocabulary.ts";
import { grownSize } from "./context-size.ts";
import type { KvCache, Resized } from "./kv-cache.ts";
import type { SharedPrefix } from "./prefix.ts";
import type { Entry, PromptCache } from "./prompt-cache.ts";
import { type Placement, type Scheduler, worthCopying } from "./scheduler.ts";
import type { Sequence } from "./sequence.ts";

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
  /** There is no room, though nothing idle is left. */
  | "full"
  /** Sequences lost what they held: it has to be evaluated anew. */
  | "lost";

/** Bytes whose copying takes about 10 ms. */
const quicklyCopied = 32e6;

export class CacheManager {
  readonly #options: CacheManagerOptions;
  /** Cells for which there was no memory. */
  #refused = Number.POSITIVE_INFINITY;

  constructor(options: CacheManagerOptions) {
    this.#options = options;
  }

  /**
   * Gives a prompt an idle sequence, in the state from which only the rest of the prompt has to be evaluated.
   * There has to be an idle one.
   */
  allocate(prompt: readonly Token[]): Sequence {
    const restored = this.#fromPromptCache(prompt);
    const placement = restored ?? this.#inPlace(this.#placement(prompt));
    if (placement === undefined) throw new Error("all sequences are busy");
    const { sequence, prefix, copyFrom } = placement;
    const { cache } = this.#options;
    const cached = (copyFrom ?? sequence).tokens.slice(0, prefix.cached);
    const tokens = [...cached, ...prompt.slice(prefix.prompt)];
    // The last token is evaluated in any case: its logits choose the first of the answer.
    const kept = Math.min(prefix.cached, tokens.length - 1);
    if (copyFrom === undefined) {
      if (restored === undefined && sequence.held - kept >= worthCopying) this.#keep(sequence);
      cache.truncate(sequence, kept);
    } else {
      this.#evict(sequence);
      cache.share(copyFrom, sequence, kept);
    }
    sequence.tokens = tokens;
    return sequence;
  }

  /** Makes room for so many tokens more. @throws AnechatError `notEnoughMemory` where there is no context, and none can be opened */
  fit(tokens: number): Fit {
    const { cache, scheduler } = this.#options;
    cache.reopen();
    while (cache.used + tokens > cache.size) {
      const needed = cache.usedBy(scheduler.busy) + tokens;
      const grown = needed > cache.size ? this.grow(needed) : "refused";
      if (grown === "lost") return "lost";
      if (grown === "done") continue;
      const victim = scheduler.victim();
      if (victim === undefined) return "full";
      this.#evict(victim);
    }
    return "fits";
  }

  /** @param needed cells. @returns "done" also where it has grown to less */
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
   * While nothing is asked: small conversations leave the cache for main memory, but for the latest, which is the
   * likeliest to go on. A step looks at every cell in use, also at those that it has nothing to do with.
   */
  evictIdle(): void {
    const { cache, promptCache, scheduler } = this.#options;
    this.#refused = Number.POSITIVE_INFINITY;
    const latest = scheduler.latest();
    for (const sequence of scheduler.sequences) {
      if (sequence === latest || sequence.run !== undefined || sequence.held < worthCopying) continue;
      const bytes = cache.snapshotSize(sequence);
      if (bytes <= quicklyCopied && promptCache.hasRoomFor(bytes)) this.#evict(sequence);
    }
  }

  #placement(prompt: readonly Token[]): Placement | undefined {
    const { cache, scheduler, vocabulary } = this.#options;
    return scheduler.place(prompt, vocabulary, cache.canShare);
  }

  /** A conversation of the prompt cache, if that saves enough more than those in the KV cache do. */
  #fromPromptCache(prompt: readonly Token[]): Placement | undefined {
    const { promptCache, vocabulary } = this.#options;
    const found = promptCache.best(prompt, vocabulary);
    if (found === undefined) return undefined;
    const { entry, prefix } = found;
    if (prefix.cached < (this.#placement(prompt)?.prefix.cached ?? 0) + worthCopying) return undefined;
    promptCache.take(entry);
    const sequence = this.#restored(entry);
    // Another conversation may go on with what this one has no use for, and with an entry that found no room.
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

  /** For one client alone, the fewest cells: a conversation that begins the same makes way for its prompt, if it is small. */
  #inPlace(placement: Placement | undefined): Placement | undefined {
    const { copyFrom, prefix } = placement ?? {};
    const { cache, promptCache, scheduler } = this.#options;
    if (copyFrom === undefined || prefix === undefined || !scheduler.isIdle) return placement;
    const bytes = cache.snapshotSize(copyFrom);
    return bytes <= Math.min(promptCache.limit / 2, quicklyCopied) ? placed(copyFrom, prefix) : placement;
  }

  /** Empties an idle sequence. */
  #evict(sequence: Sequence): void {
    this.#keep(sequence);
    this.#options.cache.drop(sequence);
  }

  /** Keeps what a sequence holds, if that is worth it. */
  #keep(sequence: Sequence): void {
    const { cache, promptCache } = this.#options;
    if (sequence.held < worthCopying || promptCache.limit === 0) return;
    try {
      const tokens = sequence.tokens.slice(0, sequence.held);
      promptCache.add(tokens, cache.snapshotSize(sequence), () => cache.snapshot(sequence));
    } catch {
      // No memory for its state: it is evaluated anew, should it go on.
    }
  }
}

/** In place of what a sequence holds besides. */
function placed(sequence: Sequence, prefix: SharedPrefix): Placement {
  return { sequence, prefix, copyFrom: undefined };
}
