/** The registry of running servers: private entries, which are checked against /health. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processStart } from "../../src/base/running.ts";
import { Registry, type ServerEntry } from "../../src/server/registry.ts";

let parent: string;
let folder: string;
let registry: Registry;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "anechat-registry-"));
  folder = join(parent, "run", "anechat");
  registry = new Registry(folder);
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function entry(instance: string, more: Partial<ServerEntry> = {}): ServerEntry {
  const names = { name: "demo", models: ["demo"], sources: ["demo"], folders: [] };
  const url = "http://127.0.0.1:9/";
  const keys = { needsKey: false, healthKey: null, ownKey: null };
  const start = { started: 1, processStart: processStart(process.pid) ?? null };
  return { instance, ...names, pid: process.pid, url, ...start, log: null, ...keys, ...more };
}

/** The public part of an entry: without keys. */
function shown(one: ServerEntry) {
  const { processStart: start, healthKey: _, ownKey: __, ...rest } = one;
  return { ...rest, isProcessKnown: start !== null };
}

/** A pid that no process has. */
const unusedPid = 2 ** 22 + 1;

/** A server on loopback that answers every request like this. */
function listening(health: (request: Request) => Response): { url: string } & AsyncDisposable {
  const server = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: health });
  return { url: server.url.href, [Symbol.asyncDispose]: () => server.stop(true) };
}

const healthy = (instance: string) => () =>
  Response.json({ status: "ok", version: "1", instance, models: ["demo"], running: 2 });

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe("entries", () => {
  test("can be read by their owner only", () => {
    registry.add(entry("one"));
    expect([modeOf(folder), modeOf(join(folder, "one.json"))]).toEqual(["700", "600"]);
    expect(readdirSync(folder)).toEqual(["one.json"]);
  });

  test("are read as they were written, the oldest first, by other processes, too", () => {
    const [late, early] = [
      entry("late", { started: 9, log: "/tmp/log" }),
      entry("early", { needsKey: true, healthKey: "a key" }),
    ];
    registry.add(late);
    registry.add(early);
    expect(new Registry(folder).entries()).toEqual([early, late]);
  });

  test("are removed by their own handle only", () => {
    registry.add(entry("other"));
    {
      using _mine = registry.add(entry("mine"));
      expect(registry.entries()).toHaveLength(2);
    }
    expect(registry.entries().map(({ instance }) => instance)).toEqual(["other"]);
    registry.remove({ instance: "gone long ago" });
  });

  test("are empty if no server ever ran", () => {
    expect(registry.entries()).toEqual([]);
  });

  test("that are invalid are skipped", () => {
    mkdirSync(folder, { recursive: true });
    const good = entry("good");
    for (const [name, text] of [
      ["empty.json", ""],
      ["torn.json", JSON.stringify(good).slice(0, 40)],
      ["list.json", "[]"],
      ["old.json", JSON.stringify({ ...good, url: undefined })],
      ["strange.json", JSON.stringify({ ...good, pid: -1 })],
      ["nowhere.json", JSON.stringify({ ...good, url: "not an address" })],
      ["binary.json", "\u0000\u0001"],
      ["good.json.1234", JSON.stringify(entry("half written"))],
      ["notes.txt", "hello"],
    ] as const) {
      writeFileSync(join(folder, name), text);
    }
    mkdirSync(join(folder, "folder.json"));
    expect(registry.entries()).toEqual([]);
    registry.add(good);
    expect(registry.entries()).toEqual([good]);
  });
});

describe("a server", () => {
  test("that answers with its instance is listed, with its state", async () => {
    await using there = listening(healthy("one"));
    const mine = entry("one", { url: there.url });
    registry.add(mine);
    const seen = { answers: true, isLoading: false, loaded: ["demo"], running: 2 };
    expect(await registry.servers()).toEqual([{ ...shown(mine), ...seen }]);
    expect(await registry.server("one")).toEqual({ ...shown(mine), ...seen });
    expect(await registry.server("other")).toBeUndefined();
  });

  test("that still loads its models is listed as loading", async () => {
    const loading = { status: "loading", version: "1", instance: "one", models: [], running: 0 };
    await using there = listening(() => Response.json(loading, { status: 503 }));
    registry.add(entry("one", { url: there.url }));
    expect(await registry.servers()).toMatchObject([{ answers: true, isLoading: true, loaded: [] }]);
  });

  test("that needs a key is asked with its entry's health key, which is not shown", async () => {
    const sent: (string | null)[] = [];
    await using there = listening((request) => {
      sent.push(request.headers.get("Authorization"));
      return healthy("one")();
    });
    registry.add(entry("one", { url: there.url, needsKey: true, healthKey: "only-for-health" }));
    const servers = await registry.servers();
    expect(sent).toEqual(["Bearer only-for-health"]);
    expect(servers).toMatchObject([{ needsKey: true, loaded: ["demo"] }]);
    expect(JSON.stringify(servers)).not.toContain("only-for-health");
  });

  test("that has a key for its user's commands is asked with that key", async () => {
    const sent: (string | null)[] = [];
    await using there = listening((request) => {
      sent.push(request.headers.get("Authorization"));
      return healthy("one")();
    });
    registry.add(entry("one", { url: there.url, needsKey: true, ownKey: "own-key-of-the-entry" }));
    expect(JSON.stringify(await registry.servers())).not.toContain("own-key-of-the-entry");
    expect(sent).toEqual(["Bearer own-key-of-the-entry"]);
  });

  test("is asked only for its health", async () => {
    const requests: string[] = [];
    await using there = listening((request) => {
      requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return healthy("one")();
    });
    registry.add(entry("one", { url: `${there.url}some/where?else=1` }));
    expect(await registry.servers()).toHaveLength(1);
    expect(requests).toEqual(["GET /health"]);
  });

  const answers: [string, (() => Response) | undefined][] = [
    ["no server", undefined],
    ["another server", healthy("two")],
    ["a reply of another shape", () => Response.json({ status: "ok" })],
    ["a reply that isn't JSON", () => new Response("<html>Hello</html>")],
    ["an error", () => new Response("no", { status: 500 })],
    ["a redirect", () => Response.redirect("http://127.0.0.1:9/health")],
  ];

  test.each(answers)("whose process runs is listed if its address has %s", async (_, health) => {
    await using there = listening(health ?? healthy("one"));
    if (health === undefined) await there[Symbol.asyncDispose]();
    const mine = entry("one", { url: there.url });
    registry.add(mine);
    const silent = { answers: false, isLoading: false, loaded: [], running: 0 };
    expect(await registry.servers()).toEqual([{ ...shown(mine), ...silent }]);
    expect(registry.entries()).toEqual([mine]);
  });

  test.each(answers)("that ended is removed if its address has %s", async (_, health) => {
    await using there = listening(health ?? healthy("one"));
    if (health === undefined) await there[Symbol.asyncDispose]();
    registry.add(entry("one", { url: there.url, pid: unusedPid }));
    // Its pid belongs to this process now.
    registry.add(entry("other", { url: there.url, processStart: "long ago" }));
    expect(await registry.servers()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("without a process start ends with a reboot or another server at its address", async () => {
    await using there = listening(healthy("two"));
    registry.add(entry("one", { url: there.url, processStart: null, started: Date.now() }));
    registry.add(entry("old", { processStart: null, started: 1 }));
    registry.add(entry("young", { processStart: null, started: Date.now() }));
    expect(await registry.servers()).toMatchObject([{ instance: "young", answers: false }]);
  });

  test("is asked directly, not through a proxy, which would see the key", async () => {
    await using there = listening(healthy("one"));
    const before = process.env.HTTP_PROXY;
    // Nothing listens on this port.
    process.env.HTTP_PROXY = "http://127.0.0.1:9";
    try {
      registry.add(entry("one", { url: there.url }));
      expect(await registry.servers()).toMatchObject([{ answers: true }]);
    } finally {
      if (before === undefined) delete process.env.HTTP_PROXY;
      else process.env.HTTP_PROXY = before;
    }
  });

  test("is listed while entries of others are removed", async () => {
    await using there = listening(healthy("two"));
    for (const [index, name] of ["one", "two", "three"].entries()) {
      registry.add(entry(name, { url: there.url, started: index, pid: unusedPid }));
    }
    expect((await registry.servers()).map(({ instance }) => instance)).toEqual(["two"]);
    expect(registry.entries().map(({ instance }) => instance)).toEqual(["two"]);
  });
});
