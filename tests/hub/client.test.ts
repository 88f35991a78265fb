import { describe, expect, test } from "bun:test";
import { HubClient } from "../../src/hub/client.ts";
import { hubSettings } from "../../src/hub/settings.ts";
import { FakeHub, gitSha1, sha256 } from "../fixtures/fake-hub.ts";

const repo = "anna/Model-GGUF";
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const weights = bytes("the weights of a model");
const readme = bytes("# Model");

/** A client of the fake Hub. Its waits take no time and are recorded. */
class Client extends HubClient {
  readonly waits: number[];
  readonly notes: string[];

  constructor(endpoint: string, env: Record<string, string> = {}) {
    const waits: number[] = [];
    const notes: string[] = [];
    super(hubSettings({ HF_ENDPOINT: endpoint, HF_HOME: "/nowhere", ...env }, "/nowhere"), {
      fetch: (address, init) => fetch(address, init),
      sleep: async (milliseconds) => void waits.push(milliseconds),
      note: (line) => void notes.push(line),
    });
    this.waits = waits;
    this.notes = notes;
  }
}

function hubWith(access?: "private" | "gated" | "disabled"): FakeHub {
  const hub = new FakeHub();
  hub.add(repo, {
    files: { "README.md": readme, "Model-Q4_K_M.gguf": weights },
    branches: { "v1/old": "1".repeat(40) },
    ...(access === undefined ? {} : { access }),
  });
  return hub;
}

describe("the Hub reports", () => {
  test("the commit of a revision, even with slashes in its name", async () => {
    await using hub = hubWith();
    const client = new Client(hub.endpoint);
    expect(await client.commitOf(repo)).toBe(hub.commit(repo));
    expect(await client.commitOf(repo, "v1/old")).toBe("1".repeat(40));
  });

  test("all files with their sizes and hashes, over several pages", async () => {
    await using hub = new FakeHub();
    hub.pageSize = 3;
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`part-${index}.gguf`, bytes(`${index}`)]),
    );
    hub.add(repo, { files: { ...files, "a.txt": readme } });
    const found = await new Client(hub.endpoint).files(repo, hub.commit(repo));
    expect(found.map(({ path }) => path)).toEqual([...Object.keys(files), "a.txt"]);
    expect(found[2]).toMatchObject({ bytes: 1, sha256: sha256(bytes("2")) });
    expect(found.at(-1)).toMatchObject({ sha256: undefined, gitSha1: gitSha1(readme) });
  });

  test("where the bytes are, and their ETag", async () => {
    await using hub = hubWith();
    const client = new Client(hub.endpoint);
    const large = await client.locate(repo, hub.commit(repo), "Model-Q4_K_M.gguf");
    expect(large).toMatchObject({ isHub: false, etag: sha256(weights), bytes: weights.length });
    const small = await client.locate(repo, hub.commit(repo), "README.md");
    expect(small).toMatchObject({ isHub: true, etag: gitSha1(readme), bytes: readme.length });
    const answer = await client.range(large, 4, 10);
    expect([answer.status, await answer.text()]).toEqual([206, "weights"]);
  });

  test("the same for a repo's old name", async () => {
    await using hub = hubWith();
    hub.rename(repo, "anna/New-GGUF");
    const client = new Client(hub.endpoint);
    const commit = await client.commitOf(repo);
    expect(await client.files(repo, commit)).toHaveLength(2);
    expect((await client.locate(repo, commit, "Model-Q4_K_M.gguf")).etag).toBe(sha256(weights));
  });
});

describe("a refusal has a clear message:", () => {
  const ask = async (hub: FakeHub, env: Record<string, string> = {}) =>
    new Client(hub.endpoint, env).commitOf(repo).then(
      () => "no error",
      ({ code, message, hint }) => ({ code, text: `${message}. ${hint}` }),
    );

  test("no such repo", async () => {
    await using hub = new FakeHub();
    expect(await ask(hub)).toMatchObject({
      code: "modelNotFound",
      text: expect.stringContaining("set HF_TOKEN"),
    });
    expect(await ask(hub, { HF_TOKEN: hub.token })).toMatchObject({
      code: "modelNotFound",
      text: expect.stringContaining("Check its name, and that your token may read it"),
    });
  });

  test("no such revision, no such file", async () => {
    await using hub = hubWith();
    const client = new Client(hub.endpoint);
    await expect(client.commitOf(repo, "v9")).rejects.toThrow('has no revision "v9"');
    await expect(client.locate(repo, hub.commit(repo), "no.gguf")).rejects.toThrow("has no file no.gguf");
  });

  test("private: opens with a token, and looks missing without one", async () => {
    await using hub = hubWith("private");
    expect(await ask(hub)).toMatchObject({ code: "modelNotFound" });
    expect(await ask(hub, { HF_TOKEN: hub.token })).toBe("no error");
  });

  test("gated: where to accept the terms", async () => {
    await using hub = hubWith("gated");
    expect(await ask(hub)).toMatchObject({
      code: "noAccess",
      text: expect.stringContaining(`Accept them at ${hub.endpoint}/${repo}`),
    });
  });

  test("disabled", async () => {
    await using hub = hubWith("disabled");
    expect(await ask(hub)).toMatchObject({ code: "noAccess", text: expect.stringContaining("was disabled") });
  });

  test("a bad token, which isn't printed", async () => {
    await using hub = hubWith();
    const error = await ask(hub, { HF_TOKEN: "hf_wrong" });
    expect(error).toMatchObject({
      code: "noAccess",
      text: expect.stringContaining("doesn't accept your token"),
    });
    expect(JSON.stringify(error)).not.toContain("hf_wrong");
  });

  test("a token without read access", async () => {
    await using hub = hubWith();
    hub.failNext(1, "/api/", 403);
    expect(await ask(hub)).toMatchObject({
      code: "noAccess",
      text: expect.stringContaining("doesn't allow your token"),
    });
  });

  test("a server that isn't running", async () => {
    const hub = hubWith();
    const { endpoint } = hub;
    await hub[Symbol.asyncDispose]();
    const client = new Client(endpoint);
    await expect(client.commitOf(repo)).rejects.toMatchObject({
      code: "network",
      message: expect.stringContaining("can't be reached"),
    });
    expect(client.waits).toEqual([1000]);
  });

  test("HF_HUB_OFFLINE is set: no request is sent", async () => {
    await using hub = hubWith();
    expect(await ask(hub, { HF_HUB_OFFLINE: "1" })).toMatchObject({
      code: "network",
      text: expect.stringContaining("HF_HUB_OFFLINE"),
    });
    expect(hub.requests).toEqual([]);
  });

  test("a login page instead of the Hub", async () => {
    await using hub = hubWith();
    hub.fault(() => new Response("<html>Please log in</html>"));
    expect(await ask(hub)).toMatchObject({
      code: "network",
      text: expect.stringContaining("Check HF_ENDPOINT"),
    });
  });

  test("a redirect loop, and a redirect to another host", async () => {
    await using hub = hubWith();
    let location = "/api/models/round";
    hub.fault(() => new Response("", { status: 302, headers: { location } }));
    expect(await ask(hub)).toMatchObject({ text: expect.stringContaining("a redirect loop") });
    location = "http://other.invalid/";
    expect(await ask(hub)).toMatchObject({ text: expect.stringContaining("a redirect to another host") });
  });

  test("a hash that is a path", async () => {
    await using hub = hubWith();
    hub.fault(({ path }) =>
      path.includes("/tree/")
        ? Response.json([{ type: "file", path: "a.txt", size: 1, oid: "../../../.bashrc" }])
        : undefined,
    );
    await expect(new Client(hub.endpoint).files(repo, "main")).rejects.toThrow("without a usable hash");
  });

  test("a path that leaves the folder", async () => {
    await using hub = new FakeHub();
    hub.add(repo, { files: { "../../.bashrc": readme } });
    await expect(new Client(hub.endpoint).files(repo, hub.commit(repo))).rejects.toMatchObject({
      code: "badModel",
    });
  });
});

describe("a transient error is retried:", () => {
  test.each([408, 429, 500, 502, 503, 504])("status %p", async (status) => {
    await using hub = hubWith();
    hub.failNext(3, "/api/", status);
    const client = new Client(hub.endpoint);
    expect(await client.commitOf(repo)).toBe(hub.commit(repo));
    expect(client.waits).toEqual([1000, 2000, 4000]);
  });

  test("after the wait that the Hub asks for, with a note", async () => {
    await using hub = hubWith();
    hub.failNext(1, "/api/", 429, { ratelimit: '"resolvers";r=0;t=55' });
    hub.failNext(1, "/api/", 429, { "retry-after": "7" });
    const client = new Client(hub.endpoint);
    await client.commitOf(repo);
    expect(client.waits).toEqual([56_000, 7_000]);
    expect(client.notes).toEqual([
      "The Hub asked to wait. Retrying in 56 s.",
      "The Hub asked to wait. Retrying in 7 s.",
    ]);
  });

  test("but not after an hour, and not more than four times", async () => {
    await using hub = hubWith();
    hub.failNext(1, "/api/", 429, { "retry-after": "3600" });
    const client = new Client(hub.endpoint);
    await expect(client.commitOf(repo)).rejects.toThrow("too many requests");
    expect(client.waits).toEqual([]);
    hub.failNext(5, "/api/", 503);
    await expect(client.commitOf(repo)).rejects.toThrow("answered 503");
    expect(client.waits).toHaveLength(4);
  });
});

describe("the token", () => {
  test("goes to the Hub and to no other host", async () => {
    await using hub = hubWith("private");
    const client = new Client(hub.endpoint, { HF_TOKEN: hub.token });
    const commit = await client.commitOf(repo);
    await client.files(repo, commit);
    const location = await client.locate(repo, commit, "Model-Q4_K_M.gguf");
    expect((await client.range(location, 0, 3)).status).toBe(206);
    for (const { server, authorization } of hub.requests) {
      expect(authorization).toBe(server === "hub" ? `Bearer ${hub.token}` : undefined);
    }
    expect(new Set(hub.requests.map(({ server }) => server)).size).toBe(2);
  });

  test("isn't sent to a next page at another host", async () => {
    await using hub = hubWith();
    await using other = new FakeHub();
    hub.fault(({ path }) =>
      path.includes("/tree/")
        ? Response.json([], { headers: { link: `<${other.endpoint}/api/models/x/y/tree/1>; rel="next"` } })
        : undefined,
    );
    await new Client(hub.endpoint, { HF_TOKEN: hub.token }).files(repo, "main");
    expect(other.requests).toEqual([]);
  });
});
