/** `anechat run`: a chat through a server that keeps running. */
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Sandbox, saying } from "../fixtures/executable.ts";
import { FakeHub } from "../fixtures/fake-hub.ts";
import { testModel } from "../fixtures/models.ts";
import { runningServers, TestServer } from "../fixtures/server.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

const key = "a-key-of-some-length";

describe("anechat run", () => {
  test("serves a model once, and chats through it", async () => {
    using home = new Sandbox();
    const ask = (country: string) =>
      home.run(["run", "demo", "-p", `What is the capital of ${country}?`, "-t", "0"]);
    expect(await ask("Peru")).toMatchObject({ code: 0, stdout: "The capital of Peru is Lima.\n" });
    const [first] = await runningServers(home);
    expect(await ask("Chile")).toMatchObject({ code: 0, stdout: "The capital of Chile is Santiago.\n" });
    expect(await runningServers(home)).toMatchObject([{ pid: first?.pid }]);
    {
      await using chat = new TerminalSession(home, ["run", "demo", "--no-stats"]);
      await chat.prompts(1);
      chat.say("What is the capital of Kenya?");
      await chat.shows("Nairobi");
      await chat.prompts(2);
      chat.say("quit");
      expect(await chat.exit()).toBe(0);
    }
    await home.run(["stop", "demo"]);
    expect(await runningServers(home)).toEqual([]);
    // The chat can be continued without the server.
    const later = await home.run(["--continue", "-p", "What is the capital of Peru?", "-t", "0"]);
    expect(later).toMatchObject({ code: 0, stdout: "The capital of Peru is Lima.\n" });
  });

  test("starts a server for this user only: its key is in a private file", async () => {
    using home = new Sandbox();
    const ask = (env = {}) =>
      home.run(["run", "demo", "-p", "What is the capital of Peru?", "-t", "0"], { env });
    expect(await ask()).toMatchObject({ code: 0, stdout: "The capital of Peru is Lima.\n" });
    const [server] = await runningServers(home);
    const open = async (headers: Record<string, string> = {}): Promise<number> =>
      (await fetch(`${server?.url}v1/models`, { headers })).status;
    expect(await open()).toBe(401);
    const folder = join(home.cache, "run");
    const [file = ""] = readdirSync(folder);
    const { ownKey } = JSON.parse(readFileSync(join(folder, file), "utf8"));
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(await open({ Authorization: `Bearer ${ownKey}` })).toBe(200);
    // The key is not in the process list, in ps or in the log.
    const seen = [
      readFileSync(`/proc/${server?.pid}/cmdline`, "utf8"),
      readFileSync(`/proc/${server?.pid}/environ`, "utf8"),
      (await home.run(["ps", "--json"])).stdout,
      readFileSync(server?.log ?? "", "utf8"),
    ];
    for (const text of seen) expect(text).not.toContain(ownKey);
    // A key in the environment is for other servers, and doesn't matter here.
    expect(await ask({ ANECHAT_API_KEY: key })).toMatchObject({ code: 0 });
    expect(await runningServers(home)).toMatchObject([{ pid: server?.pid }]);
    expect(await home.run(["stop", "demo"])).toMatchObject({ code: 0 });
  });

  test("uses a server of all local models, also for one that was just downloaded", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    hub.add("anna/Tiny-GGUF", { files: { "Tiny-Q4_K_M.gguf": readFileSync(await testModel("bpe")) } });
    const env = { HF_ENDPOINT: hub.endpoint };
    const tiny = ["anna/Tiny-GGUF", "-p", "Hello", "--grammar", saying("Hi.")];
    {
      await using server = await TestServer.start(home, [], { env });
      const peru = ["run", "demo", "-p", "What is the capital of Peru?", "-t", "0"];
      expect(await home.run(peru, { env })).toMatchObject({
        code: 0,
        stdout: "The capital of Peru is Lima.\n",
      });
      expect(await home.run(["run", ...tiny], { env })).toMatchObject({ code: 0, stdout: "Hi.\n" });
      await using chat = new TerminalSession(home, ["run", "anna/Tiny-GGUF", "--no-stats"], { env });
      await chat.prompts(1);
      chat.say("Hello");
      await chat.prompts(2);
      chat.say("quit");
      expect(await chat.exit()).toBe(0);
      const loaded = ["demo", "anna/Tiny-GGUF:Tiny-Q4_K_M.gguf"];
      expect(await runningServers(home)).toMatchObject([{ pid: server.pid, loaded }]);
    }
    // Without the server, the chat continues with the same model.
    const later = await home.run(["--continue", ...tiny.slice(1)], { env });
    expect(later).toMatchObject({ code: 0, stdout: "Hi.\n" });
    expect(await runningServers(home)).toEqual([]);
  });

  test("reports an error before it starts a server", async () => {
    using home = new Sandbox();
    const wrong = [
      [["nothing.gguf"], 3, "There is no file nothing.gguf"],
      [["/dev/null"], 8, "not a regular file"],
      [["http://127.0.0.1:1#model"], 2, "is a remote model"],
      [["demo", "--endpoint", "http://127.0.0.1:1"], 2, "--endpoint is for a remote model"],
      [["demo", "--model", "other"], 2, "--model is for a remote model"],
      [["demo", "--warmth", "1"], 2, 'See "anechat run --help"'],
    ] as const;
    for (const [args, code, message] of wrong) {
      const refused = await home.run(["run", ...args, "-p", "Hello"]);
      expect(refused).toMatchObject({ code, stdout: "" });
      expect(refused.stderr).toContain(message);
    }
    const resumed = await home.run(["run", "demo", "--continue", "-p", "Hello"]);
    expect(resumed).toMatchObject({ code: 2, stdout: "" });
    expect(resumed.stderr).toContain("There is no chat to continue yet");
    const silent = await home.run(["run", "demo"]);
    expect(silent).toMatchObject({ code: 2, stdout: "" });
    expect(silent.stderr).toContain("There is nothing to answer");
    expect(await runningServers(home)).toEqual([]);
  });

  test("continues the last chat, through the server", async () => {
    using home = new Sandbox();
    {
      await using chat = new TerminalSession(home, ["demo", "--no-stats"]);
      await chat.prompts(1);
      chat.say("My name is Anna.");
      await chat.prompts(2);
      chat.say("quit");
      expect(await chat.exit()).toBe(0);
    }
    const next = await home.run(["run", "demo", "--continue", "-p", "What is my name?", "-t", "0"]);
    expect(next.stdout).toContain("Anna");
    await home.run(["stop", "--all"]);
  });

  test("uses no server with other folders, without the model, or with an unknown key", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using _other = await TestServer.start(home, [], { env: { HF_HOME: join(home.folder, "other") } });
    await using locked = await TestServer.start(home, [], { args: ["--api-key", key] });
    const ask = ["-p", "Hello", "--grammar", saying("Hi.")];
    for (const name of ["demo", model]) {
      expect(await home.run(["run", name, ...ask])).toMatchObject({ code: 0, stdout: "Hi.\n" });
    }
    expect((await runningServers(home)).map(({ models }) => models)).toEqual([
      [],
      [],
      ["demo"],
      ["tiny.gguf"],
    ]);
    expect(await home.run(["stop", "demo", "tiny.gguf"])).toMatchObject({ code: 0 });
    const keyed = await home.run(["run", "demo", ...ask], { env: { ANECHAT_API_KEY: key } });
    expect(keyed).toMatchObject({ code: 0, stdout: "Hi.\n" });
    expect(await runningServers(home)).toMatchObject([{}, { pid: locked.pid, loaded: ["demo"] }]);
  });
});
