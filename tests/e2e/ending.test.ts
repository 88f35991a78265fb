/** A command that is stopped ends, whatever it is doing, and keeps its results so far. */
import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { executable, Sandbox } from "../fixtures/executable.ts";
import { endless as endlessAnswer, FakeEndpoint } from "../fixtures/fake-endpoint.ts";
import { FakeHub } from "../fixtures/fake-hub.ts";
import { Output, startWorker } from "../fixtures/rpc-worker.ts";
import { chat, keys, restored, TerminalSession } from "../fixtures/terminal.ts";

/** An answer without an end. */
const endless = ["--grammar", 'root ::= "la " root', "--max-tokens", "0"];

const longContext = { contextLength: 65_536 };

type SavedMessage = { id: string; role: string; content: string };

/** The last message of chat 1. */
async function lastMessage(home: Sandbox): Promise<SavedMessage | undefined> {
  const { stdout } = await home.run(["chats", "show", "1", "--json"]);
  const { head, messages } = JSON.parse(stdout) as { head: string; messages: SavedMessage[] };
  return messages.find(({ id }) => id === head);
}

describe("a chat keeps the beginning of an answer", () => {
  test.each(["SIGTERM", "SIGHUP"] as const)("when %s ends it", async (signal) => {
    using home = new Sandbox();
    await using chat = new TerminalSession(home, [await home.model("bpe", longContext), ...endless]);
    await chat.prompts(1);
    chat.say("Sing!");
    await chat.shows("la la la la");
    chat.kill(signal);
    expect(await chat.exit()).toBe(signal);
    expect(await lastMessage(home)).toMatchObject({
      role: "assistant",
      content: expect.stringMatching(/^la la la la/),
    });
  });

  test("when its terminal is closed, also with a model at an endpoint", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const { reply, closed } = endlessAnswer("Once upon a time");
    server.reply(reply);
    await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
    await chat.prompts(1);
    chat.say("Tell me");
    await chat.shows("Once upon a time");
    expect(await chat.close()).toBe("SIGHUP");
    await closed;
    expect(await lastMessage(home)).toMatchObject({ role: "assistant", content: "Once upon a time" });
  });

  test("when its terminal is closed at the prompt: it ends as well", async () => {
    using home = new Sandbox();
    await using chat = new TerminalSession(home, ["demo"]);
    await chat.prompts(1);
    expect(await chat.close()).toBe("SIGHUP");
  });

  test("when it continues in a script, and SIGTERM ends it", async () => {
    using home = new Sandbox();
    await home.run(["demo", "-p", "Hello"]);
    const model = await home.model("bpe", longContext);
    {
      await using chat = new TerminalSession(home, [model, "--max-tokens", "4"]);
      await chat.prompts(1);
      chat.say("Hello");
      await chat.prompts(2);
      chat.say("quit");
      await chat.exit();
    }
    const child = home.start([model, "--continue", "-p", "Sing!", ...endless]);
    const stdout = new Output(child.stdout);
    await stdout.shows(/la la/);
    child.kill("SIGTERM");
    await child.exited;
    expect(child.signalCode).toBe("SIGTERM");
    expect(await stdout.end).toMatch(/^la la[la ]*\n$/);
    expect(await lastMessage(home)).toMatchObject({
      role: "assistant",
      content: expect.stringMatching(/^la la/),
    });
  });
});

test.skipIf(process.platform === "win32")(
  "under nohup an answer continues when the terminal closes",
  async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", longContext);
    const script = `trap '' HUP; exec "$0" "$@"`;
    const child = home.start(["-c", script, executable, model, "-p", "Sing!", ...endless], { program: "sh" });
    const stdout = new Output(child.stdout);
    await stdout.shows(/la la/);
    child.kill("SIGHUP");
    // The answer continues.
    await stdout.shows(/(la ){500}/);
    child.kill("SIGINT");
    expect(await child.exited).toBe(130);
  },
);

describe.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s restores the terminal", (signal) => {
  const ended = signal === "SIGINT" ? 130 : signal;

  test("from the menu of models", async () => {
    using home = new Sandbox();
    await using menu = new TerminalSession(home, []);
    await menu.shows("Which model would you like to chat with?");
    expect(menu.modes.cursor).toBe(false);
    menu.kill(signal);
    expect(await menu.exit()).toBe(ended);
    expect(menu.modes).toEqual(restored);
  });

  test("from the menu of a repo's models", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    const content = new Uint8Array(1);
    hub.add("anna/Tiny-GGUF", { files: { "a/Tiny-Q4_K_M.gguf": content, "b/Tiny-Q4_K_M.gguf": content } });
    await using menu = new TerminalSession(home, ["pull", "anna/Tiny-GGUF"], {
      env: { HF_ENDPOINT: hub.endpoint },
    });
    await menu.shows("has several models. Which one?");
    menu.kill(signal);
    expect(await menu.exit()).toBe(ended);
    expect(menu.modes).toEqual(restored);
  });

  test("from the list of chats", async () => {
    using home = new Sandbox();
    await chat(home, ["demo"], ["Hello"]);
    await using menu = new TerminalSession(home, ["chats"]);
    await menu.shows("Which chat would you like to continue?");
    menu.kill(signal);
    // Choosing nothing is not an error.
    expect(await menu.exit()).toBe(signal === "SIGINT" ? 0 : signal);
    expect(menu.modes).toEqual(restored);
  });
});

// The test stops an RPC server, which is impossible on Windows.
describe.skipIf(process.platform === "win32")("an engine that is stuck", () => {
  /** A command whose engine waits for an RPC server that was stopped during an answer. */
  async function stuck(
    home: Sandbox,
    args: (model: string, rpc: readonly string[]) => readonly string[],
    begun: RegExp,
    from: "stdout" | "stderr" = "stdout",
  ) {
    const rpcServer = await startWorker(home);
    const model = await home.model("bpe", longContext);
    const child = home.start(args(model, ["--rpc", rpcServer.address]));
    const output = { stdout: new Output(child.stdout), stderr: new Output(child.stderr) };
    await output[from].shows(begun);
    rpcServer.kill("SIGSTOP");
    return { child, ...output, [Symbol.asyncDispose]: () => rpcServer[Symbol.asyncDispose]() };
  }

  test("doesn't block Ctrl+C or SIGTERM in a one-shot answer, which keeps its text", async () => {
    using home = new Sandbox();
    for (const [signal, code, signalCode] of [
      ["SIGINT", 130, null],
      ["SIGTERM", null, "SIGTERM"],
    ] as const) {
      await using one = await stuck(
        home,
        (model, rpc) => [model, "-p", "Sing!", ...endless, ...rpc],
        /la la/,
      );
      one.child.kill(signal);
      await one.child.exited;
      expect([one.child.exitCode, one.child.signalCode]).toEqual([code, signalCode]);
      expect(await one.stdout.end).toMatch(/^la la[la ]*\n$/);
      // At most this line; none if the engine was cancelled between two steps.
      expect(await one.stderr.end).toMatch(/^(anechat: The answer was stopped\n)?$/);
    }
  });

  test("doesn't block the prompt of a chat, nor its end", async () => {
    using home = new Sandbox();
    await using rpcServer = await startWorker(home);
    const model = await home.model("bpe", longContext);
    await using chat = new TerminalSession(home, [
      model,
      ...endless,
      "--no-stats",
      "--rpc",
      rpcServer.address,
    ]);
    await chat.prompts(1);
    chat.say("Sing!");
    await chat.shows("la la la");
    rpcServer.kill("SIGSTOP");
    chat.type(keys.ctrlC);
    await chat.shows("(stopped)");
    await chat.prompts(2);
    chat.say("Again!");
    chat.type(keys.ctrlC);
    await chat.shows("(stopped)", 2);
    await chat.prompts(3);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    expect((await lastMessage(home))?.content).toMatch(/^la la la/);
  });

  test("doesn't block the end of a batch, which keeps its answers for the next run", async () => {
    using home = new Sandbox();
    const out = join(home.folder, "out.jsonl");
    const file = home.file("prompts.txt", Array.from({ length: 40 }, (_, i) => `Sing ${i}`).join("\n"));
    await using one = await stuck(
      home,
      (model, rpc) => [model, "--batch", file, "--out", out, "-n", "8", ...rpc],
      /%/,
      "stderr",
    );
    one.child.kill("SIGINT");
    expect(await one.child.exited).toBe(130);
    expect(await one.stderr.end).toContain("Run the same command again to continue.");
    const lines = readFileSync(out, "utf8").trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => "error" in JSON.parse(line))).toEqual([]);
  });

  test("doesn't block the end of eval and compare", async () => {
    using home = new Sandbox();
    const file = home.file("cases.txt", "Sing!\n");
    const commands = (model: string, rpc: readonly string[]) => [
      ["eval", model, "--prompts", file, "--verbose", ...rpc],
      ["compare", "--model1", model, "--model2", "demo", "-p", "Sing!", "--verbose", ...rpc],
    ];
    for (const which of [0, 1]) {
      await using one = await stuck(
        home,
        (model, rpc) => commands(model, rpc)[which] ?? [],
        // The log has this line when the model is being loaded.
        /sched_reserve/,
        "stderr",
      );
      one.child.kill("SIGINT");
      expect(await one.child.exited).toBe(130);
    }
    // The timeout is below the time after which a lost RPC server ends the command.
  }, 20_000);

  test("doesn't block the end of a chat that has not loaded its model yet", async () => {
    using home = new Sandbox();
    for (const end of [
      { by: (chat: TerminalSession) => chat.type(keys.ctrlC), with: 130 },
      { by: (chat: TerminalSession) => chat.kill("SIGTERM"), with: "SIGTERM" },
    ]) {
      await using rpcServer = await startWorker(home);
      rpcServer.kill("SIGSTOP");
      await using chat = new TerminalSession(home, ["demo", "--rpc", rpcServer.address]);
      while (!chat.modes.bracketedPaste) await new Promise((resolve) => setImmediate(resolve));
      end.by(chat);
      expect(await chat.exit()).toBe(end.with);
    }
  });
});
