/** Which servers run: entries are for their owner alone, and believed only if the server they name answers. */
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
  const key = { needsKey: false, healthKey: null };
  return { instance, ...names, pid: process.pid, url, started: 1, log: null, ...key, ...more };
}

/** Something at an address of this machine that answers /health so. */
function listening(health: (request: Request) => Response): { url: string } & AsyncDisposable {
  const server = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: health });
  return { url: server.url.href, [Symbol.asyncDispose]: () => server.stop(true) };
}

const healthy = (instance: string) => () =>
  Response.json({ status: "ok", version: "1", instance, models: ["demo"], running: 2 });

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe("entries", () => {
  test("are for their owner's eyes alone", () => {
    registry.add(entry("one"));
    expect([modeOf(folder), modeOf(join(folder, "one.json"))]).toEqual(["700", "600"]);
    expect(readdirSync(folder)).toEqual(["one.json"]);
  });

  test("come back as they were written, the oldest first, also to another process", () => {
    const [late, early] = [
      entry("late", { started: 9, log: "/tmp/log" }),
      entry("early", { needsKey: true, healthKey: "a key" }),
    ];
    registry.add(late);
    registry.add(early);
    expect(new Registry(folder).entries()).toEqual([early, late]);
  });

  test("are taken away by who wrote them, alone", () => {
    registry.add(entry("other"));
    {
      using _mine = registry.add(entry("mine"));
      expect(registry.entries()).toHaveLength(2);
    }
    expect(registry.entries().map(({ instance }) => instance)).toEqual(["other"]);
    registry.remove({ instance: "gone long ago" });
  });

  test("are none where nothing ever ran", () => {
    expect(registry.entries()).toEqual([]);
  });

  test("that make no sense are read over", () => {
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
  test("that answers by its name runs, with what it says of itself", async () => {
    await using there = listening(healthy("one"));
    const mine = entry("one", { url: there.url });
    registry.add(mine);
    const { healthKey: _, ...shown } = mine;
    expect(await registry.servers()).toEqual([{ ...shown, answers: true, loaded: ["demo"], running: 2 }]);
  });

  test("that needs a key is asked with the one of its entry, which is told nobody else", async () => {
    const given: (string | null)[] = [];
    await using there = listening((request) => {
      given.push(request.headers.get("Authorization"));
      return healthy("one")();
    });
    registry.add(entry("one", { url: there.url, needsKey: true, healthKey: "only-for-health" }));
    const servers = await registry.servers();
    expect(given).toEqual(["Bearer only-for-health"]);
    expect(servers).toMatchObject([{ needsKey: true, loaded: ["demo"] }]);
    expect(JSON.stringify(servers)).not.toContain("only-for-health");
  });

  test("is asked for nothing but its health", async () => {
    const asked: string[] = [];
    await using there = listening((request) => {
      asked.push(`${request.method} ${new URL(request.url).pathname}`);
      return healthy("one")();
    });
    registry.add(entry("one", { url: `${there.url}some/where?else=1` }));
    expect(await registry.servers()).toHaveLength(1);
    expect(asked).toEqual(["GET /health"]);
  });

  test("at whose address nobody listens is gone, and so is its entry", async () => {
    const there = listening(healthy("one"));
    await there[Symbol.asyncDispose]();
    registry.add(entry("one", { url: there.url }));
    expect(await registry.servers()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ["another server", healthy("two")],
    ["something that speaks otherwise", () => Response.json({ status: "ok" })],
    ["something that speaks no JSON", () => new Response("<html>Hello</html>")],
    ["something that refuses", () => new Response("no", { status: 500 })],
    ["something that sends elsewhere", () => Response.redirect("http://127.0.0.1:9/health")],
  ])("whose address has %s is gone, and so is its entry", async (_, health) => {
    await using there = listening(health);
    registry.add(entry("one", { url: there.url }));
    expect(await registry.servers()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is seen beside others that are gone", async () => {
    await using there = listening(healthy("two"));
    for (const [index, name] of ["one", "two", "three"].entries()) {
      registry.add(entry(name, { url: there.url, started: index }));
    }
    expect((await registry.servers()).map(({ instance }) => instance)).toEqual(["two"]);
    expect(registry.entries().map(({ instance }) => instance)).toEqual(["two"]);
  });
});
