/** Models of the Hub by their names, with a fake Hub on loopback. */
import { describe, expect, test } from "bun:test";
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { seededRandom } from "../../scripts/random.ts";
import { repoFolder } from "../../src/hub/cache.ts";
import { type RunOptions, Sandbox, saying } from "../fixtures/executable.ts";
import { FakeHub, sha256 } from "../fixtures/fake-hub.ts";
import { testModel } from "../fixtures/models.ts";
import { keys, TerminalSession } from "../fixtures/terminal.ts";

const repo = "anna/Tiny-GGUF";
const file = "Tiny-Q4_K_M.gguf";

async function hubWithModel(files: readonly string[] = [file]): Promise<FakeHub> {
  const model = readFileSync(await testModel("bpe"));
  const hub = new FakeHub();
  hub.add(repo, { files: Object.fromEntries(["README.md", ...files].map((path) => [path, model])) });
  return hub;
}

const at = (hub: FakeHub, env: Record<string, string> = {}): RunOptions => ({
  env: { HF_ENDPOINT: hub.endpoint, ...env },
});

describe("a model of the Hub", () => {
  test("answers the first time, and the second time without a network", async () => {
    using home = new Sandbox();
    const hub = await hubWithModel();
    const args = [repo, "--prompt", "Hello", "--grammar", saying("Hi.")];
    const first = await home.run(args, at(hub));
    expect(first).toMatchObject({ code: 0, stdout: "Hi.\n" });
    expect(first.stderr).toContain(`Downloading ${repo}:Q4_K_M...`);
    const env = at(hub);
    await hub[Symbol.asyncDispose]();
    expect(await home.run(args, env)).toMatchObject({ code: 0, stdout: "Hi.\n", stderr: "" });
  });

  test("in the cache needs no request", async () => {
    using home = new Sandbox();
    await using hub = await hubWithModel();
    await home.run(["pull", repo], at(hub));
    hub.requests.length = 0;
    const { code } = await home.run([`${repo}:Q4_K_M`, "-p", "Hello", "--grammar", saying("Hi.")], at(hub));
    expect({ code, requests: hub.requests }).toEqual({ code: 0, requests: [] });
  });

  test("opens in a terminal: progress, then the prompt", async () => {
    using home = new Sandbox();
    await using hub = await hubWithModel();
    const { env = {} } = at(hub);
    await using chat = new TerminalSession(home, [repo, "--grammar", saying("Hi.")], { env, columns: 110 });
    await chat.prompts(1);
    expect(chat.text).toMatch(/^Downloading anna\/Tiny-GGUF:Q4_K_M\.\.\. 100%$/m);
    expect(chat.text).toMatch(/^Downloaded \d+ kB in [\d.]+ s to /m);
    chat.say("Hello");
    await chat.shows("prompt -> Hello\nHi.\n");
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("is chosen in a menu if its name matches several", async () => {
    using home = new Sandbox();
    await using hub = await hubWithModel(["a/Tiny-Q4_K_M.gguf", "b/Tiny-Q4_K_M.gguf", "Tiny-Q8_0.gguf"]);
    const { env = {} } = at(hub);
    await using chat = new TerminalSession(home, [repo], { env, columns: 110 });
    await chat.shows("has several models. Which one?");
    expect(chat.text).toMatch(/b\/Tiny-Q4_K_M\.gguf, 4 bits, \d+ kB, fits/);
    chat.type(keys.down + keys.enter);
    await chat.prompts(1);
    expect(
      existsSync(
        repoFolder(join(home.home, ".cache/huggingface/hub"), repo).snapshot(
          hub.commit(repo),
          "b/Tiny-Q4_K_M.gguf",
        ),
      ),
    ).toBe(true);
    chat.type(keys.ctrlD);
    expect(await chat.exit()).toBe(0);
  });
});

describe("the commands", () => {
  test("pull, list, show and rm", async () => {
    using home = new Sandbox();
    await using hub = await hubWithModel();
    const pulled = await home.run(["pull", repo, "--quiet"], at(hub));
    expect(pulled).toMatchObject({ code: 0, stderr: "" });
    const path = pulled.stdout.trimEnd();
    expect(path).toStartWith(join(home.home, ".cache", "huggingface", "hub"));

    const listed = await home.run(["ls"]);
    expect(listed.stdout).toMatch(
      /^anna\/Tiny-GGUF:Tiny-Q4_K_M\.gguf +\d+ kB +\d{4}-\d\d-\d\d\ndemo +inside anechat\n$/,
    );
    expect(JSON.parse((await home.run(["list", "--json"])).stdout)).toMatchObject([
      { repo, file, path, commit: hub.commit(repo) },
    ]);

    const shown = await home.run(["show", repo], at(hub));
    expect(shown.stdout).toContain("Parameters    134K");
    expect(shown.stdout).toContain(path);
    expect(shown.stdout).toMatch(/^Memory +\d+ MB with a context of 4096 tokens \(KV cache 1\.0 MB\)$/m);
    expect(shown.stdout).toMatch(/^Fits +a context of 4096 tokens in the .+ of main memory that are free$/m);
    expect(shown.stdout).toMatch(/^ {2}llama\.block_count = 2$/m);
    expect(shown.stdout).toMatch(/^ {2}tokenizer\.ggml\.tokens = \d+ values of type string$/m);
    expect(JSON.parse((await home.run(["show", repo, "--json"], at(hub))).stdout)).toMatchObject({
      path,
      trainedContext: 4096,
    });

    expect((await home.run(["rm", repo])).stdout).toMatch(
      /^Removed anna\/Tiny-GGUF:Tiny-Q4_K_M\.gguf \(\d+ kB\)\.\n$/,
    );
    expect(existsSync(path)).toBe(false);
    expect(JSON.parse((await home.run(["list", "--json"])).stdout)).toEqual([]);
    expect((await home.run(["rm", repo])).code).toBe(3);
  });

  test("show reports a change upstream, and only pull fetches it", async () => {
    using home = new Sandbox();
    await using hub = await hubWithModel();
    const upstream = async (): Promise<string> =>
      JSON.parse((await home.run(["show", repo, "--json"], at(hub))).stdout).upstream;
    const old = (await home.run(["pull", repo], at(hub))).stdout;
    expect(await upstream()).toBe("same");
    hub.add(repo, { files: { [file]: readFileSync(await testModel("spm")) }, commit: "c".repeat(40) });
    expect(await upstream()).toBe("changed");
    hub.requests.length = 0;
    expect((await home.run([repo, "-p", "Hello", "-n", "2"], at(hub))).code).toBe(0);
    expect(hub.requests).toEqual([]);
    const fresh = (await home.run(["pull", repo], at(hub))).stdout;
    expect(fresh).not.toBe(old);
    expect(await upstream()).toBe("same");
  });

  test("a projector is fetched by its name, and never chosen as a model", async () => {
    using home = new Sandbox();
    await using hub = await hubWithModel([file, "mmproj-F16.gguf"]);
    expect((await home.run(["pull", repo], at(hub))).stdout).toContain(file);
    const { code, stdout } = await home.run(["pull", `${repo}:mmproj-F16.gguf`], at(hub));
    expect(code).toBe(0);
    expect(stdout).toContain("mmproj-F16.gguf");
  });

  test("rm leaves the blob that another model needs", async () => {
    using home = new Sandbox();
    await using hub = await hubWithModel(["Tiny-Q4_K_M.gguf", "Tiny-Q8_0.gguf"]);
    await home.run(["pull", `${repo}:Q4_K_M`], at(hub));
    await home.run(["pull", `${repo}:Q8_0`], at(hub));
    const freed = await home.run(["rm", `${repo}:Q4_K_M`, "--json"]);
    expect(JSON.parse(freed.stdout)).toEqual({ repo, file: "Tiny-Q4_K_M.gguf", freed: 0 });
    expect((await home.run([`${repo}:Q8_0`, "-p", "Hello", "-n", "2"])).code).toBe(0);
  });

  test("an alias works like the name", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    const model = readFileSync(await testModel("bpe"));
    hub.add("bartowski/Llama-3.2-1B-Instruct-GGUF", {
      files: { "x-Q4_K_M.gguf": model, "x-Q8_0.gguf": model },
    });
    const { stdout } = await home.run(["pull", "llama3-1b:Q8_0", "--json"], at(hub));
    expect(JSON.parse(stdout)).toMatchObject({
      repo: "bartowski/Llama-3.2-1B-Instruct-GGUF",
      quantization: "Q8_0",
    });
  });

  test("each have help with examples", async () => {
    using home = new Sandbox();
    for (const command of ["pull", "list", "show", "verify", "rm"]) {
      const { code, stdout } = await home.run([command, "--help"]);
      expect(code).toBe(0);
      expect(stdout).toContain(`Examples:\n  anechat ${command}`);
    }
  });
});

describe("an error has its own message and exit code:", () => {
  const fails = async (hub: FakeHub, name: string, env: Record<string, string> = {}) => {
    using home = new Sandbox();
    const { code, stdout, stderr } = await home.run(["pull", name], at(hub, env));
    expect(stdout).toBe("");
    return { code, stderr };
  };

  test("a missing quantization: lists the existing ones", async () => {
    await using hub = await hubWithModel(["Tiny-Q4_K_M.gguf", "Tiny-Q8_0.gguf"]);
    const { code, stderr } = await fails(hub, `${repo}:Q5_K_M`);
    expect(code).toBe(3);
    expect(stderr).toContain('has no model that matches "Q5_K_M":');
    expect(stderr).toMatch(/anna\/Tiny-GGUF:Q8_0 {2}8 bits, \d+ kB, fits this machine/);
  });

  test("no such repo, a repo without a model, a gated repo", async () => {
    await using hub = await hubWithModel();
    hub.add("a/picture", { files: { "model.safetensors": new Uint8Array(9) } });
    hub.add("a/gated", { files: { [file]: new Uint8Array(9) }, access: "gated" });
    expect(await fails(hub, "nobody/nothing")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("There is no nobody/nothing"),
    });
    expect(await fails(hub, "a/picture")).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("neither a GGUF file nor a model to convert"),
    });
    expect(await fails(hub, "a/gated")).toMatchObject({
      code: 4,
      stderr: expect.stringContaining(`${hub.endpoint}/a/gated`),
    });
  });

  test("HF_HUB_OFFLINE is set, and a name that isn't valid", async () => {
    await using hub = await hubWithModel();
    expect(await fails(hub, repo, { HF_HUB_OFFLINE: "1" })).toMatchObject({
      code: 10,
      stderr: expect.stringContaining("HF_HUB_OFFLINE"),
    });
    expect(await fails(hub, "just-a-word")).toMatchObject({ code: 2 });
    expect(hub.requests).toEqual([]);
  });

  test("a model larger than the disk: before the first byte is fetched", async () => {
    await using hub = await hubWithModel();
    hub.fault(({ path }) =>
      path.includes("/tree/")
        ? Response.json([
            { type: "file", path: file, size: 1, oid: "0", lfs: { oid: "a".repeat(64), size: 9e15 } },
          ])
        : undefined,
    );
    const { code, stderr } = await fails(hub, repo);
    expect(code).toBe(11);
    expect(stderr).toContain("The download needs 9000 TB");
    expect(hub.requests.some(({ server }) => server === "content")).toBe(false);
  });

  test("a cache that can't be written, and a Hub that can't be found", async () => {
    await using hub = await hubWithModel();
    const blocked = await fails(hub, repo, { HF_HUB_CACHE: "/dev/null/hub" });
    expect(blocked).toMatchObject({
      code: 4,
      stderr: expect.stringContaining("The cache /dev/null/hub can't be written"),
    });
    const lost = await fails(hub, repo, { HF_ENDPOINT: "http://nowhere.invalid" });
    expect(lost).toMatchObject({ code: 10, stderr: expect.stringContaining("nowhere.invalid") });
  }, 60_000);

  test("a wrong token, which isn't printed", async () => {
    await using hub = await hubWithModel();
    const { code, stderr } = await fails(hub, repo, { HF_TOKEN: "hf_very_secret" });
    expect(code).toBe(4);
    expect(stderr).not.toContain("hf_very_secret");
  });
});

describe("a pull of many ranges", () => {
  const big = new Uint8Array(200_000_000);
  const random = seededRandom(7);
  for (let at = 0; at < big.length; at += 997) big[at] = random.below(256);

  test("killed twenty times continues each time, and fetches no finished range again", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    hub.add(repo, { files: { [file]: big } });
    const blob = repoFolder(join(home.home, ".cache", "huggingface", "hub"), repo).blob(sha256(big));
    const note = `${blob}.anechat.part.json`;
    const finished = (): Set<number> => {
      if (!existsSync(note)) return new Set();
      const { pieceBytes, done } = JSON.parse(readFileSync(note, "utf8"));
      return new Set((done as number[]).map((piece) => piece * pieceBytes));
    };
    let fetchedAgain = 0;
    let known = finished();
    let seen = 0;
    let wake = (): void => {};
    hub.fault(({ server, range }) => {
      if (server === "content") {
        if (known.has(Number(/bytes=(\d+)/.exec(range ?? "")?.[1]))) fetchedAgain += 1;
        seen += 1;
        wake();
      }
      return undefined;
    });
    for (let kill = 0; kill < 20; kill++) {
      const until = seen + 1 + random.below(4);
      const child = home.start(["pull", repo], at(hub));
      while (seen < until && child.exitCode === null) {
        await Promise.race([new Promise<void>((resolve) => (wake = resolve)), child.exited]);
      }
      child.kill("SIGKILL");
      await child.exited;
      if (existsSync(blob)) break;
      known = finished();
    }
    const { code, stdout } = await home.run(["pull", repo], at(hub));
    expect(code).toBe(0);
    expect(fetchedAgain).toBe(0);
    expect(readFileSync(stdout.trimEnd()).equals(big)).toBe(true);
    expect(readdirSync(join(blob, ".."))).toEqual([sha256(big)]);
  }, 120_000);

  test("damaged later is found by verify, and only the damaged range is fetched again", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    hub.add(repo, { files: { [file]: big } });
    const path = (await home.run(["pull", repo], at(hub))).stdout.trimEnd();
    expect(await home.run(["verify", repo])).toMatchObject({ code: 0, stdout: `${repo} is intact.\n` });

    const damaged = openSync(path, "r+");
    writeSync(damaged, "?", 123_456_789);
    closeSync(damaged);
    hub.requests.length = 0;
    const found = await home.run(["verify", repo, "--quiet"], at(hub));
    expect(found).toMatchObject({
      code: 8,
      stdout: "",
      stderr: expect.stringContaining(`${file} of ${repo} is damaged`),
    });
    expect(hub.requests).toEqual([]);

    const repaired = await home.run(["verify", repo, "--repair", "--json"], at(hub));
    expect(repaired.code).toBe(0);
    const { fetched } = JSON.parse(repaired.stdout);
    expect(fetched).toBeGreaterThan(0);
    expect(fetched).toBeLessThan(big.length / 20);
    expect(hub.requests.filter(({ server }) => server === "content")).toHaveLength(1);
    expect(readFileSync(path).equals(big)).toBe(true);

    truncateSync(realpathSync(path), 50_000_000);
    expect((await home.run(["verify", repo, "--json"])).stdout).toContain('"intact":false');
    expect((await home.run(["verify", repo, "--repair"], at(hub))).stdout).toContain("is repaired");
    expect(readFileSync(path).equals(big)).toBe(true);
  }, 120_000);

  test("by two processes at the same time fetches each range once", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    hub.add(repo, { files: { [file]: big } });
    const both = await Promise.all([home.run(["pull", repo], at(hub)), home.run(["pull", repo], at(hub))]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(both[0].stdout).toBe(both[1].stdout);
    const ranges = hub.requests.filter(({ server }) => server === "content").map(({ range }) => range);
    expect(ranges).toHaveLength(new Set(ranges).size);
  }, 60_000);

  test("stopped with Ctrl+C prints that what was fetched is kept", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    hub.add(repo, { files: { [file]: big } });
    let seen = 0;
    const third = Promise.withResolvers<void>();
    hub.fault(({ server }) => {
      if (server === "content" && ++seen === 4) third.resolve();
      return seen > 4 && server === "content" ? new Promise<undefined>(() => {}) : undefined;
    });
    const { env = {} } = at(hub);
    await using chat = new TerminalSession(home, ["pull", repo], { env, columns: 110 });
    await third.promise;
    chat.kill("SIGINT");
    expect(await chat.exit()).toBe(130);
    expect(chat.text).toContain("What was fetched is kept");
  });
});
