/** Models are loaded on demand, and evicted when memory is needed, but never while they answer. */
import { describe, expect, test } from "bun:test";
import { ApiError } from "../../src/server/api-error.ts";
import type { Lease } from "../../src/server/model-pool.ts";
import { poolOf, settled, TestCatalog, type TestModel } from "./test-catalog.ts";

const modelOf = (lease: Lease): TestModel => lease.model as TestModel;
const release = (lease: Lease): void => lease[Symbol.dispose]();

async function refusal(lease: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await lease.then(
    () => new Error("it was answered"),
    (reason: unknown) => reason,
  );
  if (error instanceof ApiError) return error;
  throw error;
}

describe("loading", () => {
  test("a model with several requests at the same time is loaded once", async () => {
    const catalog = new TestCatalog({ a: 10 });
    await using pool = poolOf(catalog);
    const gate = catalog.hold("a");
    const leases = [pool.lease("a"), pool.lease("a"), pool.lease("a")];
    gate.resolve();
    const models = new Set((await Promise.all(leases)).map(({ model }) => model));
    expect([models.size, catalog.events, pool.running]).toEqual([1, ["open a"], 3]);
  });

  test("without a name is that of the first model", async () => {
    await using pool = poolOf(new TestCatalog({ first: 1, second: 1 }));
    expect((await pool.lease(undefined)).name).toBe("first");
  });

  test("with a tag, as Ollama's lists have them, is that of the model without", async () => {
    await using pool = poolOf(new TestCatalog({ first: 1, second: 1 }, { other: "second" }));
    for (const name of ["second:latest", "other:latest", "Second"]) {
      using lease = await pool.lease(name);
      expect(lease.name).toBe("second");
    }
  });

  test("an unknown model is an error that lists the known ones", async () => {
    await using pool = poolOf(new TestCatalog({ a: 1, b: 1 }));
    const error = await refusal(pool.lease("c"));
    expect([error.kind, error.path]).toEqual(["notFound", "model"]);
    expect(error.message).toBe('There is no model "c" here. There are: a, b.');
    expect((await refusal(poolOf(new TestCatalog({})).lease(undefined))).message).toContain("There is none.");
  });

  test("that fails is an error for all that wait, and the next request retries it", async () => {
    const catalog = new TestCatalog({ a: 1, b: 1 });
    await using pool = poolOf(catalog);
    const gate = catalog.hold("a");
    const waiting = [pool.lease("a"), pool.lease("a")];
    const other = pool.lease("b");
    gate.reject(new Error("torn file"));
    const outcomes = await Promise.allSettled(waiting);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await other).name).toBe("b");
    expect((await pool.lease("a")).name).toBe("a");
    expect(catalog.events).toEqual(["open a", "open b", "open a"]);
  });

  test("is repeated if the engine broke", async () => {
    const catalog = new TestCatalog({ a: 1 });
    await using pool = poolOf(catalog);
    const broken = await pool.lease("a");
    modelOf(broken).break();
    const fresh = await pool.lease("a");
    expect(modelOf(fresh).isFreed).toBe(false);
    expect(catalog.events).toEqual(["open a", "free a", "open a"]);
    // The lease of the broken model is released later, without an effect on the new one.
    release(broken);
    expect(pool.running).toBe(1);
  });
});

describe("memory", () => {
  test("models that fit together stay loaded", async () => {
    const catalog = new TestCatalog({ a: 50, b: 50 });
    await using pool = poolOf(catalog);
    for (const name of ["a", "b", "a", "b"]) release(await pool.lease(name));
    expect(catalog.events).toEqual(["open a", "open b"]);
  });

  test("the least recently used model is evicted first, and no more than necessary", async () => {
    const catalog = new TestCatalog({ a: 40, b: 40, c: 20, d: 40 });
    await using pool = poolOf(catalog);
    for (const name of ["a", "b", "c", "a", "d"]) release(await pool.lease(name));
    expect(catalog.events).toEqual(["open a", "open b", "open c", "free b", "open d"]);
    expect(pool.loaded.map(({ name }) => name)).toEqual(["a", "c", "d"]);
  });

  test("a model that answers is never evicted", async () => {
    const catalog = new TestCatalog({ a: 60, b: 30, c: 40 });
    await using pool = poolOf(catalog);
    const answering = await pool.lease("a");
    release(await pool.lease("b"));
    // The older model is not evicted, because it answers.
    release(await pool.lease("c"));
    expect(catalog.events).toEqual(["open a", "open b", "free b", "open c"]);
    expect(modelOf(answering).isFreed).toBe(false);
  });

  test("if all loaded models answer, the next waits until one is idle", async () => {
    const catalog = new TestCatalog({ a: 60, b: 60 });
    await using pool = poolOf(catalog, { parallel: 2 });
    const [one, other] = [await pool.lease("a"), await pool.lease("a")];
    let isLoaded = false;
    const waiting = pool.lease("b").then((lease) => {
      isLoaded = true;
      return lease;
    });
    release(one);
    await settled();
    expect([isLoaded, modelOf(other).isFreed]).toEqual([false, false]);
    release(other);
    expect(modelOf(await waiting).isFreed).toBe(false);
    expect(catalog.events).toEqual(["open a", "free a", "open b"]);
  });

  test("models that don't fit together are loaded one after the other", async () => {
    const catalog = new TestCatalog({ a: 60, b: 60, c: 60 });
    await using pool = poolOf(catalog, { queue: 100 });
    const names = ["a", "b", "c", "b", "a", "a", "c"];
    const freedWhileLeased: string[] = [];
    await Promise.all(
      names.map(async (name) => {
        using lease = await pool.lease(name);
        await settled();
        if (modelOf(lease).isFreed) freedWhileLeased.push(name);
      }),
    );
    expect(freedWhileLeased).toEqual([]);
    expect(catalog.events).toEqual(["open a", "free a", "open b", "free b", "open c"]);
  });

  test("a model with continuous requests doesn't starve the others", async () => {
    const catalog = new TestCatalog({ a: 60, b: 60 });
    await using pool = poolOf(catalog, { parallel: 2, queue: 100 });
    let a = await pool.lease("a");
    const b = pool.lease("b");
    await settled();
    // A new request comes before the last one has ended.
    const next = pool.lease("a");
    release(a);
    const [first] = await Promise.all([b]);
    expect(catalog.events).toEqual(["open a", "free a", "open b"]);
    release(first);
    a = await next;
    expect(catalog.events).toEqual(["open a", "free a", "open b", "free b", "open a"]);
  });

  test("a model that gets a request during an eviction is not evicted", async () => {
    const catalog = new TestCatalog({ a: 40, b: 40, large: 90 });
    await using pool = poolOf(catalog);
    for (const name of ["a", "b"]) release(await pool.lease(name));
    const freed = catalog.freed("a");
    const large = pool.lease("large");
    await freed;
    const kept = await pool.lease("b");
    await settled();
    expect(modelOf(kept).isFreed).toBe(false);
    release(kept);
    release(await large);
    expect(catalog.events).toEqual(["open a", "open b", "free a", "free b", "open large"]);
  });

  test("a model larger than the limit is loaded with nothing else loaded", async () => {
    const catalog = new TestCatalog({ a: 10, huge: 1000 });
    await using pool = poolOf(catalog);
    release(await pool.lease("a"));
    release(await pool.lease("huge"));
    expect(catalog.events).toEqual(["open a", "free a", "open huge"]);
  });
});

describe("time", () => {
  test("a model with keepAlive 0 is freed once idle", async () => {
    const catalog = new TestCatalog({ a: 1 });
    await using pool = poolOf(catalog, { keepAlive: 0, parallel: 2 });
    const freed = catalog.freed("a");
    const [one, other] = [await pool.lease("a"), await pool.lease("a")];
    release(one);
    await settled();
    expect(catalog.events).toEqual(["open a"]);
    release(other);
    await freed;
    expect(pool.loaded).toEqual([]);
  });

  test("a request can set how long its model stays", async () => {
    const catalog = new TestCatalog({ short: 1, long: 1 });
    await using pool = poolOf(catalog);
    const freed = catalog.freed("short");
    release(await pool.lease("long"));
    release(await pool.lease("short", 0));
    await freed;
    expect(pool.loaded.map(({ name }) => name)).toEqual(["long"]);
  });

  test("a keepAlive of months works", async () => {
    const catalog = new TestCatalog({ short: 1, long: 1 });
    await using pool = poolOf(catalog);
    const freed = catalog.freed("short");
    release(await pool.lease("long", 90 * 24 * 3_600_000));
    release(await pool.lease("short", 0));
    await freed;
    expect(pool.loaded.map(({ name }) => name)).toEqual(["long"]);
  });

  test("a request in time keeps a model loaded", async () => {
    const catalog = new TestCatalog({ a: 1, b: 1 });
    await using pool = poolOf(catalog);
    const freed = catalog.freed("b");
    release(await pool.lease("a", 0));
    const again = await pool.lease("a");
    release(await pool.lease("b", 0));
    await freed;
    expect(modelOf(again).isFreed).toBe(false);
  });
});

describe("the queue", () => {
  test("has a limit, and the next request gets Retry-After", async () => {
    const catalog = new TestCatalog({ a: 1, b: 1 });
    await using pool = poolOf(catalog, { parallel: 2, queue: 1 });
    const leases = await Promise.all([pool.lease("a"), pool.lease("a"), pool.lease("a")]);
    const error = await refusal(pool.lease("a"));
    expect([error.kind, error.status]).toEqual(["busy", 503]);
    expect(error.retryAfter).toBeGreaterThan(0);
    // Another model has its own queue.
    release(await pool.lease("b"));
    release(leases[0]!);
    release(await pool.lease("a"));
  });

  test("counts requests that wait for a model to load", async () => {
    const catalog = new TestCatalog({ a: 1 });
    await using pool = poolOf(catalog, { parallel: 1, queue: 1 });
    const gate = catalog.hold("a");
    const waiting = [pool.lease("a"), pool.lease("a")];
    expect((await refusal(pool.lease("a"))).kind).toBe("busy");
    gate.reject(new Error("no"));
    await Promise.allSettled(waiting);
    // Failed requests don't count any more.
    expect((await pool.lease("a")).name).toBe("a");
  });

  test("a lease that is disposed twice counts once", async () => {
    const catalog = new TestCatalog({ a: 1 });
    await using pool = poolOf(catalog, { parallel: 2 });
    const [one] = [await pool.lease("a"), await pool.lease("a")];
    release(one);
    release(one);
    expect(pool.running).toBe(1);
  });
});

describe("shutdown", () => {
  test("waits for the last answer", async () => {
    const catalog = new TestCatalog({ a: 1, b: 1 });
    await using pool = poolOf(catalog);
    const leases = [await pool.lease("a"), await pool.lease("b")];
    let hasEnded = false;
    const end = pool.end().then(() => {
      hasEnded = true;
    });
    release(leases[0]!);
    await settled();
    expect(hasEnded).toBe(false);
    release(leases[1]!);
    await end;
  });

  test("is immediate if no request is running, and refuses new ones", async () => {
    await using pool = poolOf(new TestCatalog({ a: 1 }));
    await pool.end();
    expect((await refusal(pool.lease("a"))).kind).toBe("busy");
  });

  test("doesn't wait for an engine that is stuck", async () => {
    await using pool = poolOf(new TestCatalog({ a: 1 }));
    modelOf(await pool.lease("a")).isStuck = true;
    await pool.end();
    expect(pool.running).toBe(1);
  });

  test("aborts a load, and requests that wait for it or for its memory fail", async () => {
    const catalog = new TestCatalog({ a: 100, b: 100, c: 1 });
    await using pool = poolOf(catalog);
    const answering = await pool.lease("a");
    // It doesn't fit until the other model is released.
    const waiting = [pool.lease("b"), pool.lease("c")].map(refusal);
    await settled();
    const end = pool.end();
    for (const error of await Promise.all(waiting)) expect(error.kind).toBe("busy");
    release(answering);
    await end;
    expect(catalog.events).toEqual(["open a"]);

    const slow = new TestCatalog({ a: 1 });
    await using loading = poolOf(slow);
    slow.hold("a");
    const refused = refusal(loading.lease("a"));
    await settled();
    await loading.end();
    expect((await refused).kind).toBe("busy");
  });

  test("frees all models, also one that is being loaded", async () => {
    const catalog = new TestCatalog({ a: 1, b: 1 });
    const pool = poolOf(catalog);
    release(await pool.lease("a"));
    const gate = catalog.hold("b");
    const loading = pool.lease("b");
    const ended = pool[Symbol.asyncDispose]();
    gate.resolve();
    const late = await loading;
    await ended;
    expect(catalog.events).toEqual(["open a", "open b", "free a", "free b"]);
    // A release after the shutdown changes nothing.
    release(late);
    expect(pool.loaded).toEqual([]);
  });
});
