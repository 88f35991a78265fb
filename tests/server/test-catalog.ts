/** A catalog of models that have only a name and a size, to test the pool. */
import { untilAborted } from "../../src/base/pause.ts";
import type { LocalEngine } from "../../src/engine/client/local-engine.ts";
import type { ModelFacts } from "../../src/models/model-facts.ts";
import type { ModelLibrary } from "../../src/server/model-library.ts";
import {
  type ModelCatalog,
  ModelPool,
  type OpenedModel,
  type PoolOptions,
} from "../../src/server/model-pool.ts";

export class TestCatalog implements ModelCatalog {
  /** What happened: "open a", "free a". */
  readonly events: string[] = [];
  readonly #sizes: Readonly<Record<string, number>>;
  readonly #gates = new Map<string, Promise<void>>();
  readonly #freed = new Map<string, () => void>();

  readonly #aliases: Readonly<Record<string, string>>;

  /** @param sizes bytes of each model @param aliases other names of them */
  constructor(sizes: Readonly<Record<string, number>>, aliases: Readonly<Record<string, string>> = {}) {
    this.#sizes = sizes;
    this.#aliases = aliases;
  }

  names(): string[] {
    return [...Object.keys(this.#sizes), ...Object.keys(this.#aliases)];
  }

  resolve(name: string): string | undefined {
    return Object.hasOwn(this.#sizes, name) ? name : this.#aliases[name];
  }

  facts(name: string): ModelFacts {
    return { created: 1_700_000_000, contextLength: 4096, bytes: this.estimate(name), capabilities: [] };
  }

  estimate(name: string): number {
    return this.#sizes[name] ?? 0;
  }

  async open(name: string, signal: AbortSignal): Promise<TestModel> {
    this.events.push(`open ${name}`);
    const gate = this.#gates.get(name);
    this.#gates.delete(name);
    if (gate !== undefined) await untilAborted(gate, signal);
    return new TestModel(this.estimate(name), () => {
      this.events.push(`free ${name}`);
      this.#freed.get(name)?.();
    });
  }

  /** The next load of this model waits until the test resolves or rejects the result. */
  hold(name: string): PromiseWithResolvers<void> {
    const gate = Promise.withResolvers<void>();
    this.#gates.set(name, gate.promise);
    return gate;
  }

  /** Resolves when this model is freed the next time. */
  freed(name: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#freed.set(name, resolve);
    return promise;
  }
}

export class TestModel implements OpenedModel {
  /** Simulates a thread in native code that doesn't return. */
  isStuck = false;
  readonly #state = { isBroken: false, isResponsive: () => Promise.resolve(!this.isStuck) };
  readonly engine = this.#state as unknown as LocalEngine;
  readonly info = {
    parameters: 1,
    bytes: 1,
    trainedContext: 8,
    contextSize: 8,
    contextLimit: 8,
    device: "CPU",
    hasChatTemplate: true,
    isEncoder: false,
    isReranker: false,
    canInfill: false,
    embeddingSize: 1,
    vocabularySize: 8,
    addsBos: true,
  };
  readonly quantization = "F32";
  readonly answering = { name: "test", hash: "", source: "" };
  readonly memory: number;
  isFreed = false;
  readonly #onFree: () => void;

  constructor(memory: number, onFree: () => void) {
    this.memory = memory;
    this.#onFree = onFree;
  }

  /** Simulates a Worker that has stopped. */
  break(): void {
    this.#state.isBroken = true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isFreed = true;
    this.#onFree();
  }
}

/** A library that can't be changed. */
export const noLibrary: ModelLibrary = {
  refusal: "models stay as they are",
  pull: () => {
    throw new Error("pulled although it is refused");
  },
  remove: () => {
    throw new Error("removed although it is refused");
  },
};

/** By default the pool has 100 bytes, and models stay loaded. */
export function poolOf(catalog: ModelCatalog, options: Partial<PoolOptions> = {}): ModelPool {
  return new ModelPool(catalog, { memory: 100, keepAlive: -1, parallel: 1, queue: 8, ...options });
}

/** Resolves when all pending microtasks have run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
