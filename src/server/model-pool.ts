/**
 * Loads models on demand, one after the other. Evicts them when memory is needed or they have been
 * idle for a while, but never while they answer.
 */
import type { AnsweringModel } from "../chat/transcript.ts";
import type { LocalEngine } from "../engine/client/local-engine.ts";
import type { LoadedModel } from "../engine/load.ts";
import type { ModelFacts } from "../models/model-facts.ts";
import { ApiError } from "./api-error.ts";
import type { ServedPreset } from "./preset.ts";
import { servedName } from "./served-name.ts";

export type OpenedModel = AsyncDisposable & {
  engine: LocalEngine;
  info: LoadedModel;
  quantization: string;
  answering: AnsweringModel;
  /** Estimated bytes of the model and its context. */
  memory: number;
  /** Of the name by which a request leased the model. */
  preset?: ServedPreset;
};

/** The models that can be opened. */
export type ModelCatalog = {
  /** Names for clients, aliases included. The first is the default. */
  names(): readonly string[];
  /**
   * The model's own name, for any of its names, including models that were added just now. The
   * other functions take only this one.
   * @returns undefined if there is no such model
   */
  resolve(name: string): string | undefined;
  /** Reads again which models there are. */
  rescan?(): void;
  /** What a name adds to requests: any of names(), if it is a preset. */
  preset?(name: string): ServedPreset | undefined;
  /** From its file, without loading it. If the file is missing, nothing is known. */
  facts(name: string): ModelFacts;
  /** Bytes it will take. @throws AnechatError if the file is missing or invalid */
  estimate(name: string): number;
  /** @throws AnechatError if it isn't found or can't be loaded; `interrupted` on abort */
  open(name: string, signal: AbortSignal): Promise<OpenedModel>;
};

export type PoolOptions = {
  /** Bytes that all loaded models together may take. */
  memory: number;
  /** Milliseconds that an idle model stays loaded; negative or over 24 days: no limit. */
  keepAlive: number;
  /** Requests that a model answers in parallel, and how many more may wait. */
  parallel: number;
  queue: number;
};

/** A model that is in use by a request; it isn't evicted until the lease is disposed. */
export type Lease = Disposable & { readonly name: string; readonly model: OpenedModel };

type Loaded = {
  readonly name: string;
  readonly model: OpenedModel;
  /** Requests that use it or are about to. */
  leases: number;
  /** Another model needs its memory. New requests wait until it is loaded again. */
  isDraining: boolean;
  lastUsed: number;
  keepAlive: number;
  /** When it is freed if no request comes, in milliseconds since 1970; Infinity: never. */
  expires: number;
  timer: ReturnType<typeof setTimeout> | undefined;
};

type Loading = { readonly promise: Promise<Loaded>; waiters: number };

/** Retry-After when the queue is full: most answers take seconds. */
const retryAfterSeconds = 2;

/** At shutdown: how often engines are probed, and how long they may take to react. */
const probeMs = 5000;
const reactionMs = 300;

/** Milliseconds to wait at shutdown for aborted loads to end. */
const abortMs = 600;

/** The longest delay of a timer, about 25 days. A longer one would fire immediately. */
const maxTimerMs = 2 ** 31 - 1;

export class ModelPool implements AsyncDisposable {
  readonly #catalog: ModelCatalog;
  readonly #options: PoolOptions;
  readonly #loaded = new Map<string, Loaded>();
  /** By name. All requests for a model share one load. */
  readonly #loading = new Map<string, Loading>();
  /** The last of the queued loads and evictions, which run one after the other. */
  #last: Promise<unknown> = Promise.resolve();
  #uses = 0;
  readonly #ending = new AbortController();
  readonly #waitingForChange = new Set<() => void>();

  constructor(catalog: ModelCatalog, options: PoolOptions) {
    this.#catalog = catalog;
    this.#options = options;
  }

  get names(): readonly string[] {
    return this.#catalog.names();
  }

  has(name: string): boolean {
    return this.#catalog.resolve(name) !== undefined;
  }

  /** What the model's file says, whether it is loaded or not. @throws ApiError `notFound` */
  facts(name: string): ModelFacts {
    return this.#catalog.facts(this.ownName(name));
  }

  /** The loaded model of this name or alias. @throws ApiError `notFound` */
  opened(name: string): OpenedModel | undefined {
    return this.#loaded.get(this.ownName(name))?.model;
  }

  /**
   * The model's own name, for any of its names, also as servedName() knows them.
   * @param name without it, the first model
   * @throws ApiError `notFound`
   */
  ownName(name: string | undefined): string {
    const { names } = this;
    const asked = name ?? names[0];
    const own = asked === undefined ? undefined : this.#catalog.resolve(servedName(asked, names) ?? asked);
    if (own !== undefined) return own;
    const here = names.length === 0 ? "There is none." : `There are: ${names.join(", ")}.`;
    throw new ApiError("notFound", `There is no model ${JSON.stringify(asked ?? "")} here. ${here}`, {
      path: "model",
    });
  }

  get loaded(): readonly Pick<Loaded, "name" | "model" | "expires">[] {
    return [...this.#loaded.values()].map(({ name, model, expires }) => ({ name, model, expires }));
  }

  /** To be called when the models on disk have changed. */
  rescan(): void {
    this.#catalog.rescan?.();
  }

  /**
   * What this name adds to requests, if it is a preset.
   * @param name without it, the first model; one that isn't listed stands for the model it leads to
   * @throws ApiError `notFound`
   */
  preset(name: string | undefined): ServedPreset | undefined {
    const { names } = this;
    const asked = name ?? names[0];
    const listed = asked === undefined ? undefined : servedName(asked, names);
    return this.#catalog.preset?.(listed ?? this.ownName(asked));
  }

  /**
   * Frees a model that no request uses.
   * @returns whether it is not loaded now
   * @throws ApiError `notFound`
   */
  evict(name: string): Promise<boolean> {
    const own = this.ownName(name);
    return this.#inTurn(async () => {
      const loaded = this.#loaded.get(own);
      if (loaded !== undefined && canEvict(loaded)) await this.#free(loaded);
      return !this.#loaded.has(own);
    });
  }

  /** Requests that have their model, including those queued behind others there. */
  get running(): number {
    return [...this.#loaded.values()].reduce((sum, { leases }) => sum + leases, 0);
  }

  /** Waiting requests: behind other requests of a loaded model, or for a model to load. */
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
   * Leases a model, which is loaded first if necessary.
   * @param name without it, the first model
   * @param keepAlive milliseconds, overrides PoolOptions.keepAlive; 0: evicted once idle
   * @throws ApiError `notFound`, `busy`; AnechatError if it can't be loaded
   */
  async lease(name: string | undefined, keepAlive?: number): Promise<Lease> {
    const modelName = this.ownName(name);
    this.#checkQueue(modelName);
    const loaded = await this.#take(modelName);
    loaded.lastUsed = ++this.#uses;
    if (keepAlive !== undefined) loaded.keepAlive = keepAlive;
    loaded.expires = expiryOf(loaded);
    clearTimeout(loaded.timer);
    const preset = this.preset(name);
    let isDisposed = false;
    return {
      name: modelName,
      model: preset === undefined ? loaded.model : { ...loaded.model, preset },
      [Symbol.dispose]: () => {
        if (!isDisposed) this.#release(loaded);
        isDisposed = true;
      },
    };
  }

  /**
   * Stops taking requests and aborts loads; requests waiting for a model fail with `busy`.
   * @returns once no request is running, except on engines that don't react and would never finish
   */
  async end(): Promise<void> {
    this.#ending.abort();
    this.#wake();
    const aborted = Promise.allSettled([...this.#loading.values()].map(({ promise }) => promise));
    await Promise.race([aborted, Bun.sleep(abortMs)]);
    for (;;) {
      const busy = [...this.#loaded.values()].filter(({ leases }) => leases > 0);
      const reactions = await Promise.all(busy.map(({ model }) => model.engine.isResponsive(reactionMs)));
      if (!reactions.includes(true)) return;
      await Promise.race([this.#idle(), Bun.sleep(probeMs)]);
    }
  }

  async #idle(): Promise<void> {
    while (this.running > 0) await this.#changed();
  }

  /** @throws ApiError `busy` */
  #checkEnding(): void {
    if (this.#ending.signal.aborted) throw new ApiError("busy", "The server is shutting down");
  }

  #checkQueue(name: string): void {
    const { parallel, queue } = this.#options;
    const inside = (this.#loaded.get(name)?.leases ?? 0) + (this.#loading.get(name)?.waiters ?? 0);
    if (inside < parallel + queue) return;
    throw new ApiError("busy", `${name} already has ${inside} requests. Try again later.`, {
      retryAfter: retryAfterSeconds,
    });
  }

  /** Counts the lease, so that the model isn't evicted before the request gets it. */
  async #take(name: string): Promise<Loaded> {
    const loaded = this.#loaded.get(name);
    if (loaded !== undefined && isUsable(loaded)) {
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

  /** The model if it is usable after all. A broken one is freed. */
  async #stillLoaded(name: string): Promise<Loaded | undefined> {
    const loaded = this.#loaded.get(name);
    if (loaded === undefined || isUsable(loaded)) return loaded;
    await this.#free(loaded);
    return undefined;
  }

  async #open(name: string): Promise<Loaded> {
    await this.#evictFor(this.#catalog.estimate(name));
    const model = await this.#catalog.open(name, this.#ending.signal).catch((error: unknown) => {
      this.#checkEnding();
      throw error;
    });
    const { keepAlive } = this.#options;
    const lastUsed = ++this.#uses;
    const loaded: Loaded = {
      name,
      model,
      leases: 0,
      isDraining: false,
      lastUsed,
      keepAlive,
      expires: expiryOf({ keepAlive }),
      timer: undefined,
    };
    this.#loaded.set(name, loaded);
    return loaded;
  }

  /**
   * Evicts the least recently used models. If all are busy, the least recently used one takes no
   * new requests until it is idle. Otherwise the waiting request could starve.
   */
  async #evictFor(needed: number): Promise<void> {
    try {
      for (;;) {
        this.#checkEnding();
        const all = [...this.#loaded.values()].sort((a, b) => a.lastUsed - b.lastUsed);
        const used = all.reduce((sum, { model }) => sum + model.memory, 0);
        const [oldest] = all;
        // With nothing else loaded, the load itself decides whether the model fits.
        if (oldest === undefined || used + needed <= this.#options.memory) return;
        const idle = all.find(canEvict);
        if (idle !== undefined) await this.#free(idle);
        else {
          if (!all.some(({ isDraining }) => isDraining)) oldest.isDraining = true;
          await this.#changed();
        }
      }
    } finally {
      for (const loaded of this.#loaded.values()) loaded.isDraining = false;
    }
  }

  #release(loaded: Loaded): void {
    loaded.leases -= 1;
    loaded.expires = expiryOf(loaded);
    if (loaded.leases === 0 && loaded.keepAlive >= 0 && loaded.keepAlive <= maxTimerMs) {
      const isIdle = (): boolean => this.#loaded.get(loaded.name) === loaded && canEvict(loaded);
      const free = (): void => void this.#inTurn(async () => isIdle() && this.#free(loaded));
      loaded.timer = setTimeout(free, loaded.keepAlive);
      // This timer alone must not keep the process alive.
      loaded.timer.unref?.();
    }
    this.#wake();
  }

  #wake(): void {
    for (const wake of [...this.#waitingForChange]) wake();
  }

  /** Resolves when a model was released or loaded. */
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

function expiryOf({ keepAlive }: Pick<Loaded, "keepAlive">): number {
  return keepAlive < 0 || keepAlive > maxTimerMs ? Number.POSITIVE_INFINITY : Date.now() + keepAlive;
}

function isUsable({ isDraining, model }: Loaded): boolean {
  return !isDraining && !model.engine.isBroken;
}

/** It is idle, or broken and thus useless to its requests. */
function canEvict({ leases, model }: Loaded): boolean {
  return leases === 0 || model.engine.isBroken;
}
