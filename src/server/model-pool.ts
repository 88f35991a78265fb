/**
 * The models that are loaded: on demand, one after the other, and given up when memory is needed or
 * nobody asked for a while; never one that is answering.
 */
import type { AnsweringModel } from "../chat/transcript.ts";
import type { LocalEngine } from "../engine/client/local-engine.ts";
import type { LoadedModel } from "../engine/load.ts";
import { ApiError } from "./api-error.ts";

export type OpenedModel = AsyncDisposable & {
  engine: LocalEngine;
  info: LoadedModel;
  quantization: string;
  answering: AnsweringModel;
  /** Bytes that it takes with its context, as estimated. */
  memory: number;
};

/** Where models come from. */
export type ModelCatalog = {
  /** As clients name them; the first is meant where none is named. */
  names(): readonly string[];
  /** Whether there is one of this name; one that has just come counts. */
  has(name: string): boolean;
  /** Bytes it will take. @throws AnechatError if the file is gone or no good */
  estimate(name: string): number;
  /** @throws AnechatError of finding and loading, `interrupted` once the signal is aborted */
  open(name: string, signal: AbortSignal): Promise<OpenedModel>;
};

export type PoolOptions = {
  /** Bytes that all together may take. */
  memory: number;
  /** Milliseconds that a model stays with nobody asking; negative, or more than some weeks: for good. */
  keepAlive: number;
  /** Requests that a model answers at once, and how many may wait besides. */
  parallel: number;
  queue: number;
};

/** A model that answers a request, and stays until that is done. */
export type Lease = Disposable & { readonly name: string; readonly model: OpenedModel };

type Loaded = {
  readonly name: string;
  readonly model: OpenedModel;
  /** Requests that have it, and those that were promised it. */
  leases: number;
  /** Another needs its room: whoever asks from now on waits for it to be loaded again. */
  isLeaving: boolean;
  lastUsed: number;
  keepAlive: number;
  timer: ReturnType<typeof setTimeout> | undefined;
};

type Loading = { readonly promise: Promise<Loaded>; waiters: number };

/** For the answer to a full queue: an answer takes seconds rather than minutes. */
const retryAfterSeconds = 2;

/** How often it is looked whether engines still react, once the server is to end; and so long they may take. */
const lookMs = 5000;
const reactionMs = 300;

/** Milliseconds that a model which is being loaded, or freed for it, may take to be given up. */
const givingUpMs = 600;

/** Milliseconds that a timer can count, some 25 days: a longer one would end at once. */
const longestTimer = 2 ** 31 - 1;

export class ModelPool implements AsyncDisposable {
  readonly #shelf: ModelCatalog;
  readonly #options: PoolOptions;
  readonly #loaded = new Map<string, Loaded>();
  /** By name; requests for a model that is being loaded wait for the same. */
  readonly #loading = new Map<string, Loading>();
  /** Loading and freeing, one after the other. */
  #last: Promise<unknown> = Promise.resolve();
  #uses = 0;
  readonly #ending = new AbortController();
  readonly #waitingForChange = new Set<() => void>();

  constructor(catalog: ModelCatalog, options: PoolOptions) {
    this.#shelf = catalog;
    this.#options = options;
  }

  get names(): readonly string[] {
    return this.#shelf.names();
  }

  has(name: string): boolean {
    return this.#shelf.has(name);
  }

  get loaded(): readonly { name: string; model: OpenedModel; running: number }[] {
    return [...this.#loaded.values()].map(({ name, model, leases }) => ({ name, model, running: leases }));
  }

  /** Requests that have their model, whether it answers them or others before them. */
  get running(): number {
    return [...this.#loaded.values()].reduce((sum, { leases }) => sum + leases, 0);
  }

  /** Requests that wait: of those that have their model, and of those that don't. */
  get queued(): { behindOthers: number; forModel: number } {
    const { parallel } = this.#options;
    const over = [...this.#loaded.values()].map(({ leases }) => Math.max(0, leases - parallel));
    const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
    return {
      behindOthers: sum(over),
      forModel: sum([...this.#loading.values()].map(({ waiters }) => waiters)),
    };
  }

  /**
   * The model of this name, loaded if it wasn't.
   * @param name missing: the one that is meant without a name
   * @param keepAlive milliseconds, in place of the usual ones; 0: it is freed as soon as nobody asks
   * @throws ApiError `notFound`, `busy`; AnechatError of loading
   */
  async lease(name: string | undefined, keepAlive?: number): Promise<Lease> {
    const wanted = this.#nameOf(name);
    this.#checkQueue(wanted);
    const loaded = await this.#take(wanted);
    loaded.lastUsed = ++this.#uses;
    if (keepAlive !== undefined) loaded.keepAlive = keepAlive;
    clearTimeout(loaded.timer);
    let isHeld = true;
    return {
      name: wanted,
      model: loaded.model,
      [Symbol.dispose]: () => {
        if (isHeld) this.#release(loaded);
        isHeld = false;
      },
    };
  }

  /**
   * Begins nothing any more: who waits for a model is told so, and models that are being loaded are given up.
   * @returns when nothing is being answered, but by engines that don't react: their answers won't ever be there
   */
  async end(): Promise<void> {
    this.#ending.abort();
    this.#wake();
    const givenUp = Promise.allSettled([...this.#loading.values()].map(({ promise }) => promise));
    await Promise.race([givenUp, Bun.sleep(givingUpMs)]);
    for (;;) {
      const busy = [...this.#loaded.values()].filter(({ leases }) => leases > 0);
      const reactions = await Promise.all(busy.map(({ model }) => model.engine.reacts(reactionMs)));
      if (!reactions.includes(true)) return;
      await Promise.race([this.#idle(), Bun.sleep(lookMs)]);
    }
  }

  async #idle(): Promise<void> {
    while (this.running > 0) await this.#changed();
  }

  /** @throws ApiError `busy` */
  #checkEnding(): void {
    if (this.#ending.signal.aborted) throw new ApiError("busy", "The server is ending.");
  }

  #nameOf(name: string | undefined): string {
    const wanted = name ?? this.names[0];
    if (wanted !== undefined && this.has(wanted)) return wanted;
    const { names } = this;
    const here = names.length === 0 ? "There is none." : `There are: ${names.join(", ")}.`;
    throw new ApiError("notFound", `There is no model ${JSON.stringify(wanted ?? "")} here. ${here}`, {
      path: "model",
    });
  }

  #checkQueue(name: string): void {
    const { parallel, queue } = this.#options;
    const inside = (this.#loaded.get(name)?.leases ?? 0) + (this.#loading.get(name)?.waiters ?? 0);
    if (inside < parallel + queue) return;
    throw new ApiError("busy", `${name} has ${inside} requests to answer already: try again later.`, {
      retryAfter: retryAfterSeconds,
    });
  }

  /** Its lease is counted, so that nothing frees it before its request has it. */
  async #take(name: string): Promise<Loaded> {
    const loaded = this.#loaded.get(name);
    if (loaded !== undefined && isOfUse(loaded)) {
      loaded.leases += 1;
      return loaded;
    }
    let loading = this.#loading.get(name);
    if (loading === undefined) {
      loading = { waiters: 0, promise: this.#inTurn(() => this.#load(name)) };
      this.#loading.set(name, loading);
    }
    loading.waiters += 1;
    return loading.promise;
  }

  async #load(name: string): Promise<Loaded> {
    try {
      this.#checkEnding();
      const loaded = (await this.#stillLoaded(name)) ?? (await this.#open(name));
      loaded.leases += this.#loading.get(name)?.waiters ?? 0;
      return loaded;
    } finally {
      this.#loading.delete(name);
      this.#wake();
    }
  }

  /** What was to leave may have been spared; what broke is freed. */
  async #stillLoaded(name: string): Promise<Loaded | undefined> {
    const loaded = this.#loaded.get(name);
    if (loaded === undefined || isOfUse(loaded)) return loaded;
    await this.#free(loaded);
    return undefined;
  }

  async #open(name: string): Promise<Loaded> {
    await this.#makeRoom(this.#shelf.estimate(name));
    const model = await this.#shelf.open(name, this.#ending.signal).catch((error: unknown) => {
      this.#checkEnding();
      throw error;
    });
    const { keepAlive } = this.#options;
    const lastUsed = ++this.#uses;
    const loaded: Loaded = {
      name,
      model,
      leases: 0,
      isLeaving: false,
      lastUsed,
      keepAlive,
      timer: undefined,
    };
    this.#loaded.set(name, loaded);
    return loaded;
  }

  /**
   * Frees the models used least recently. Where all are answering, the one that was used least recently
   * takes no more requests until it is free: else those of others could wait for ever.
   */
  async #makeRoom(needed: number): Promise<void> {
    try {
      for (;;) {
        this.#checkEnding();
        const all = [...this.#loaded.values()].sort((a, b) => a.lastUsed - b.lastUsed);
        const used = all.reduce((sum, { model }) => sum + model.memory, 0);
        const [oldest] = all;
        // With nothing else loaded it is for the loading itself to say whether it fits.
        if (oldest === undefined || used + needed <= this.#options.memory) return;
        const idle = all.find(canGo);
        if (idle !== undefined) await this.#free(idle);
        else {
          if (!all.some(({ isLeaving }) => isLeaving)) oldest.isLeaving = true;
          await this.#changed();
        }
      }
    } finally {
      for (const loaded of this.#loaded.values()) loaded.isLeaving = false;
    }
  }

  #release(loaded: Loaded): void {
    loaded.leases -= 1;
    if (loaded.leases === 0 && loaded.keepAlive >= 0 && loaded.keepAlive <= longestTimer) {
      const isIdle = (): boolean => this.#loaded.get(loaded.name) === loaded && canGo(loaded);
      const free = (): void => void this.#inTurn(async () => isIdle() && this.#free(loaded));
      loaded.timer = setTimeout(free, loaded.keepAlive);
      // Nothing but this would keep the program running.
      loaded.timer.unref?.();
    }
    this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#waitingForChange]) wake();
  }

  /** A model was given back, or is loaded. */
  #changed(): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waitingForChange.delete(wake);
        resolve();
      };
      this.#waitingForChange.add(wake);
    });
  }

  async #free(loaded: Loaded): Promise<void> {
    clearTimeout(loaded.timer);
    if (this.#loaded.get(loaded.name) === loaded) this.#loaded.delete(loaded.name);
    await loaded.model[Symbol.asyncDispose]();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#last;
    for (const loaded of [...this.#loaded.values()]) await this.#free(loaded);
  }
}

function isOfUse({ isLeaving, model }: Loaded): boolean {
  return !isLeaving && !model.engine.isBroken;
}

/** Nobody has it; or it is of no use to those who do. */
function canGo({ leases, model }: Loaded): boolean {
  return leases === 0 || model.engine.isBroken;
}
