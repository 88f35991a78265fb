import { afterAll, describe, expect, test } from "bun:test";
import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "../../scripts/random.ts";
import { cachedModels, repoFolder } from "../../src/hub/cache.ts";
import { HubClient } from "../../src/hub/client.ts";
import { type DownloadOptions, download } from "../../src/hub/download.ts";
import { acquireLock } from "../../src/hub/lock.ts";
import { hubSettings } from "../../src/hub/settings.ts";
import { FakeHub, sha256 } from "../fixtures/fake-hub.ts";

const scratch = mkdtempSync(join(tmpdir(), "anechat-download-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const repo = "anna/Model-GGUF";
const weights = "Model-Q4_K_M.gguf";
const pieceBytes = 1000;

function noise(bytes: number, seed = 1): Uint8Array {
  const random = seededRandom(seed);
  return Uint8Array.from({ length: bytes }, () => random.below(256));
}

const tools = {
  now: () => Date.now(),
  sleep: async (_: number, signal: AbortSignal | undefined) => {
    signal?.throwIfAborted();
    await new Promise((resolve) => setImmediate(resolve));
  },
};

/** Downloads from a fake Hub into its own cache. */
class Puller {
  readonly cache = mkdtempSync(join(scratch, "cache-"));
  readonly ownCache = mkdtempSync(join(scratch, "own-"));
  readonly hub: FakeHub;
  readonly client: HubClient;

  constructor(hub: FakeHub) {
    this.hub = hub;
    this.client = new HubClient(hubSettings({ HF_ENDPOINT: hub.endpoint, HF_HOME: "/nowhere" }, "/nowhere"), {
      fetch: (address, init) => fetch(address, init),
      sleep: tools.sleep,
      note: () => {},
    });
  }

  async pull(options: Partial<DownloadOptions> = {}): Promise<string[]> {
    const commit = this.hub.commit(repo);
    const files = await this.client.files(repo, commit);
    return download(this.client, repo, commit, files, {
      cache: this.cache,
      ownCache: this.ownCache,
      pieceBytes,
      tools,
      ...options,
    });
  }

  get folder() {
    return repoFolder(this.cache, repo);
  }

  get blobs(): string[] {
    return readdirSync(join(this.folder.blob("x"), "..")).sort();
  }

  /** Numbers of the pieces that were requested from the content server. */
  get piecesRequested(): number[] {
    return this.hub.requests
      .filter(({ server }) => server === "content")
      .map(({ range }) => Number(/bytes=(\d+)/.exec(range ?? "")?.[1]) / pieceBytes);
  }
}

function hubWith(content: Uint8Array, others: Record<string, Uint8Array> = {}): FakeHub {
  const hub = new FakeHub();
  hub.add(repo, { files: { [weights]: content, ...others } });
  return hub;
}

describe("a download", () => {
  test("has huggingface_hub's layout: blobs named by their hash, and a snapshot that links to them", async () => {
    const content = noise(12_345);
    const readme = new TextEncoder().encode("# Model");
    await using hub = hubWith(content, { "docs/README.md": readme });
    const puller = new Puller(hub);
    const [model, text] = await puller.pull();
    expect(readFileSync(model!)).toEqual(Buffer.from(content));
    expect(readFileSync(text!)).toEqual(Buffer.from(readme));
    expect(readlinkSync(model!)).toBe(join("..", "..", "blobs", sha256(content)));
    expect(readlinkSync(text!)).toStartWith(join("..", "..", "..", "blobs"));
    expect(puller.blobs).toHaveLength(2);
    expect(cachedModels(puller.cache)).toMatchObject([{ repo, file: weights, path: model, bytes: 12_345 }]);
  });

  test("requests each byte once, in pieces", async () => {
    await using hub = hubWith(noise(10_500));
    const puller = new Puller(hub);
    await puller.pull();
    expect(puller.piecesRequested.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("reports its progress from nothing to all, and never more", async () => {
    await using hub = hubWith(noise(5_000), { "a.txt": noise(70) });
    const seen: number[] = [];
    const total = 5_070;
    await new Puller(hub).pull({
      onProgress: (received, all) => {
        expect(all).toBe(total);
        seen.push(received);
      },
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(total);
  });

  test("of a cached model requests nothing", async () => {
    await using hub = hubWith(noise(3_000));
    const puller = new Puller(hub);
    const first = await puller.pull();
    hub.requests.length = 0;
    expect(await puller.pull()).toEqual(first);
    expect(puller.piecesRequested).toEqual([]);
  });

  test("works without links: the snapshot holds the file itself, and another commit gets a copy", async () => {
    const content = noise(3_000);
    await using hub = hubWith(content);
    const puller = new Puller(hub);
    const [path] = await puller.pull({ links: false });
    expect(lstatSync(path!).isFile()).toBe(true);
    expect(readFileSync(path!)).toEqual(Buffer.from(content));
    expect(puller.blobs).toEqual([]);
    hub.requests.length = 0;
    await puller.pull({ links: false });
    expect(puller.piecesRequested).toEqual([]);

    const linked = new Puller(hub);
    await linked.pull();
    hub.add(repo, { files: { [weights]: content }, commit: "c".repeat(40) });
    const [copy] = await linked.pull({ links: false });
    expect(lstatSync(copy!).isFile()).toBe(true);
    expect(linked.blobs).toEqual([sha256(content)]);
  });

  test("of several files fetches them in parallel, and the same content once", async () => {
    const [one, two] = [noise(2_500, 1), noise(2_500, 2)];
    await using hub = hubWith(one, { "b.gguf": two, "c.gguf": one });
    const puller = new Puller(hub);
    let isBlocked = true;
    let release = (): void => {};
    const released = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    // The first file's last piece waits until the second file is requested.
    hub.fault(({ path, range }) => {
      if (path.includes(sha256(two))) release();
      if (!path.includes(sha256(one)) || range !== "bytes=2000-2499" || !isBlocked) return undefined;
      isBlocked = false;
      return released;
    });
    const [first, second, third] = await puller.pull();
    expect(readFileSync(first!)).toEqual(Buffer.from(one));
    expect(readFileSync(second!)).toEqual(Buffer.from(two));
    expect(readFileSync(third!)).toEqual(Buffer.from(one));
    expect(puller.piecesRequested).toHaveLength(6);
  });

  test("of an empty file makes an empty file", async () => {
    await using hub = hubWith(noise(0));
    const [path] = await new Puller(hub).pull();
    expect(readFileSync(path!)).toHaveLength(0);
  });
});

describe("an interrupted download", () => {
  test("continues after the complete pieces, and fetches none of them again", async () => {
    const content = noise(20_000);
    await using hub = hubWith(content);
    const puller = new Puller(hub);
    const stop = new AbortController();
    hub.fault(({ server }) => {
      if (server === "content" && puller.piecesRequested.length > 7) stop.abort();
      return undefined;
    });
    await expect(puller.pull({ signal: stop.signal })).rejects.toMatchObject({ code: "interrupted" });
    const [part, note] = puller.blobs;
    expect(part).toBe(`${sha256(content)}.anechat.part`);
    const { done } = JSON.parse(readFileSync(join(puller.folder.blob(note!)), "utf8")) as { done: number[] };
    expect(done.length).toBeGreaterThan(2);

    hub.requests.length = 0;
    const [path] = await puller.pull();
    expect(puller.piecesRequested.filter((piece) => done.includes(piece))).toEqual([]);
    expect(readFileSync(path!)).toEqual(Buffer.from(content));
    expect(puller.blobs).toEqual([sha256(content)]);
  });

  test.each([
    ["a note of another size", '{"bytes":1,"pieceBytes":1000,"done":[0]}'],
    ["a note that isn't JSON", "{"],
    ["a note of impossible pieces", '{"bytes":5000,"pieceBytes":1000,"done":[99]}'],
    ["a note of pieces that the file doesn't have", '{"bytes":5000,"pieceBytes":1000,"done":[0,1,2,3,4]}'],
  ])("begins again with %s", async (_, note) => {
    const content = noise(5_000);
    await using hub = hubWith(content);
    const puller = new Puller(hub);
    await puller.pull();
    const blob = puller.folder.blob(sha256(content));
    rmSync(join(puller.cache, "models--anna--Model-GGUF", "snapshots"), { recursive: true });
    rmSync(blob);
    writeFileSync(`${blob}.anechat.part`, "short");
    writeFileSync(`${blob}.anechat.part.json`, note);
    const [path] = await puller.pull();
    expect(readFileSync(path!)).toEqual(Buffer.from(content));
  });

  test("in the middle of a piece requests only the rest of it", async () => {
    const content = noise(3_000);
    await using hub = hubWith(content);
    const puller = new Puller(hub);
    let cuts = 0;
    hub.fault(({ server, range }) => {
      if (server !== "content" || range !== "bytes=1000-1999" || cuts++ > 0) return undefined;
      return new Response(content.slice(1000, 1400), {
        status: 206,
        headers: { "content-range": "bytes 1000-1999/3000" },
      });
    });
    const [path] = await puller.pull();
    expect(readFileSync(path!)).toEqual(Buffer.from(content));
    expect(hub.requests.map(({ range }) => range)).toContain("bytes=1400-1999");
  });

  test("by a stalled connection is retried", async () => {
    const content = noise(2_000);
    await using hub = hubWith(content);
    let stalls = 0;
    hub.fault(({ server }) =>
      server === "content" && stalls++ === 0 ? new Promise<undefined>(() => {}) : undefined,
    );
    const [path] = await new Puller(hub).pull({ stallMs: 50 });
    expect(readFileSync(path!)).toEqual(Buffer.from(content));
  });

  test("that fails again and again ends with a clear error, and keeps its pieces", async () => {
    await using hub = hubWith(noise(9_000));
    const puller = new Puller(hub);
    hub.fault(({ server, range }) =>
      server === "content" && range === "bytes=4000-4999" ? new Response("", { status: 503 }) : undefined,
    );
    await expect(puller.pull()).rejects.toMatchObject({ code: "network" });
    expect(puller.blobs.some((name) => name.endsWith(".part.json"))).toBe(true);
  });
});

describe("a server may", () => {
  test("ignore ranges", async () => {
    const content = noise(4_500);
    await using hub = hubWith(content);
    hub.ranges = false;
    const [path] = await new Puller(hub).pull();
    expect(readFileSync(path!)).toEqual(Buffer.from(content));
  });

  test("let its addresses expire: a new one is requested", async () => {
    const content = noise(12_000);
    await using hub = hubWith(content);
    hub.linkUses = 3;
    const [path] = await new Puller(hub).pull({ connections: 1 });
    expect(readFileSync(path!)).toEqual(Buffer.from(content));
    expect(hub.requests.filter(({ method }) => method === "HEAD").length).toBeGreaterThan(2);
  });

  test("send wrong bytes: they never become a file in the cache", async () => {
    const content = noise(4_000);
    await using hub = hubWith(content);
    const puller = new Puller(hub);
    let isDamaged = true;
    hub.fault(({ server, range }) => {
      if (server !== "content" || range !== "bytes=2000-2999" || !isDamaged) return undefined;
      const headers = { "content-range": "bytes 2000-2999/4000" };
      return new Response(noise(1_000, 9), { status: 206, headers });
    });
    await expect(puller.pull()).rejects.toMatchObject({
      code: "network",
      message: expect.stringContaining("damaged"),
    });
    expect(puller.blobs).toEqual([]);
    expect(existsSync(puller.folder.snapshot(hub.commit(repo), weights))).toBe(false);
    isDamaged = false;
    const [path] = await puller.pull();
    expect(readFileSync(path!)).toEqual(Buffer.from(content));
  });
});

describe("of two downloads of one model", () => {
  test("the second waits for the first, and fetches nothing again", async () => {
    const content = noise(8_000);
    await using hub = hubWith(content);
    const puller = new Puller(hub);
    const waited: string[] = [];
    const onWait = (file: string): void => void waited.push(file);
    const [[one], [two]] = await Promise.all([puller.pull({ onWait }), puller.pull({ onWait })]);
    expect(one).toBe(two!);
    expect(readFileSync(one!)).toEqual(Buffer.from(content));
    expect(waited).toEqual([weights]);
    expect(puller.piecesRequested).toHaveLength(8);
  });

  test("one that was killed isn't waited for", async () => {
    const content = noise(2_000);
    await using hub = hubWith(content);
    const puller = new Puller(hub);
    const lock = puller.folder.lock(sha256(content));
    // A process that has ended.
    const { pid } = Bun.spawnSync([process.execPath, "--version"]);
    (await acquireLock(lock, tools))[Symbol.dispose]();
    writeFileSync(lock, String(pid));
    await puller.pull();
    expect(existsSync(lock)).toBe(false);
  });
});
