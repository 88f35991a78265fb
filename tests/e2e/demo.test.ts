/** The built-in demo model, as a user meets it after downloading one file. */
import { describe, expect, test } from "bun:test";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recommendedModels } from "../../src/models/recommended.ts";
import { Sandbox } from "../fixtures/executable.ts";
import { FakeHub } from "../fixtures/fake-hub.ts";
import { testModel } from "../fixtures/models.ts";
import { chat, keys, restored, TerminalSession } from "../fixtures/terminal.ts";

/** Types these lines into a chat with the demo in a new home. @returns the visible text */
async function converse(lines: readonly string[], args: readonly string[] = []): Promise<string> {
  using home = new Sandbox();
  return await chat(home, ["demo", ...args], lines);
}

describe("the demo in a terminal", () => {
  test("answers the example dialogue", async () => {
    const text = await converse(["hello how are you", "What is the capital of France?"]);
    expect(text).toContain("prompt -> hello how are you\nI'm doing well, thank you! How can I help you?\n");
    expect(text).toContain("prompt -> What is the capital of France?\nThe capital of France is Paris.\n");
    expect(text).toEndWith("prompt -> quit\nGoodbye!");
  });

  test("remembers earlier turns until /clear", async () => {
    const asked = "What's my name?";
    const text = await converse(["My name is Anna.", "What is 3 plus 4?", asked, "clear", asked]);
    const [before, after] = text.split("prompt -> clear");
    expect(before).toContain(`prompt -> ${asked}\nYour name is Anna.\n`);
    expect(after).toContain(`prompt -> ${asked}\nYou haven't told me your name.\n`);
  });

  test("doesn't remember with --no-history", async () => {
    const text = await converse(["My name is Anna.", "What's my name?"], ["--no-history"]);
    expect(text).toContain("prompt -> What's my name?\nYou haven't told me your name.\n");
  });

  test("follows a system prompt", async () => {
    const asked = "What is the capital of Italy?";
    const text = await converse([asked], ["--system-prompt", "You are a pirate."]);
    expect(text).toContain("Arr! The capital of Italy is Rome, matey!");
  });

  test("continues when its 512 tokens are full, and announces what it dropped", async () => {
    using home = new Sandbox();
    await using chat = new TerminalSession(home, ["demo", "--no-stats"], { rows: 60 });
    let turn = 0;
    while (!/oldest turns? left out/.test(chat.text)) {
      await chat.prompts(++turn);
      expect(turn).toBeLessThan(40);
      chat.say("What can you do?");
    }
    await chat.prompts(turn + 1);
    chat.say("Hello");
    await chat.prompts(turn + 2);
    expect(chat.text).not.toContain("anechat:");
  });
});

describe("the demo in a script", () => {
  test("answers one question", async () => {
    using home = new Sandbox();
    const { code, stdout, stderr } = await home.run(["demo", "--prompt", "What is the capital of France?"]);
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: "The capital of France is Paris.\n",
      stderr: "",
    });
  });

  test("answers in one word if the system prompt asks for it", async () => {
    using home = new Sandbox();
    const args = [
      "demo",
      "--system-prompt",
      "Answer in one word.",
      "--prompt",
      "What is the capital of France?",
    ];
    expect((await home.run(args)).stdout).toBe("Paris\n");
  });

  test("writes JSON that follows a schema", async () => {
    using home = new Sandbox();
    const schema = {
      type: "object",
      properties: { capital: { type: "string", maxLength: 20 }, number: { type: "integer", maximum: 9 } },
      required: ["capital", "number"],
    };
    const args = [
      "demo",
      "--prompt",
      "What is the capital of France?",
      "--json-schema",
      JSON.stringify(schema),
    ];
    const { code, stdout } = await home.run(args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ capital: expect.any(String), number: expect.any(Number) });
  });

  test("admits that it doesn't know, and explains how to get a larger model", async () => {
    using home = new Sandbox();
    const { stdout } = await home.run(["demo", "-p", "Who was the first emperor of Rome?"]);
    expect(stdout).toContain("I don't know that");
    expect(stdout).toContain("anechat <hf-model>");
  });

  test("gives the same answer each time", async () => {
    using home = new Sandbox();
    const args = ["demo", "-p", "What do they speak in Brazil?"];
    const [first, second] = [await home.run(args), await home.run(args)];
    expect(first.stdout).toContain("Portuguese");
    expect(second.stdout).toBe(first.stdout);
  });

  test("is the built-in model, even with a file of that name in the current folder", async () => {
    using home = new Sandbox();
    writeFileSync(join(home.cwd, "demo"), "no model");
    expect((await home.run(["demo", "-p", "Double 4."])).stdout).toBe("4 * 2 = 8\n");
    expect((await home.run(["./demo", "-p", "Double 4."])).code).toBe(8);
  });

  test("works if nothing can be written", async () => {
    using home = new Sandbox();
    chmodSync(home.home, 0o500);
    writeFileSync(join(home.folder, "file"), "");
    const env = { XDG_CACHE_HOME: join(home.folder, "file"), XDG_DATA_HOME: join(home.folder, "file") };
    expect((await home.run(["demo", "-p", "Double 4."], { env })).stdout).toBe("4 * 2 = 8\n");
  });
});

describe("anechat without a model", () => {
  test("offers a menu that stays open while nothing matches what was typed", async () => {
    using home = new Sandbox();
    await using chat = new TerminalSession(home, [], { columns: 100 });
    await chat.shows("Which model would you like to chat with?");
    chat.type("zzz");
    await chat.shows("No matches found");
    chat.type(keys.enter);
    await chat.shows("Type something else, or press Esc to leave");
    chat.type(keys.backspace.repeat(3));
    chat.type("demo");
    await chat.shows(/● demo \(a tiny model/);
    chat.type(keys.enter);
    await chat.prompts(1);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("offers a menu, and Enter opens the demo", async () => {
    using home = new Sandbox();
    await using chat = new TerminalSession(home, [], { columns: 100 });
    await chat.shows("Which model would you like to chat with?");
    expect(chat.text).toContain("demo (a tiny model, already here)");
    expect(chat.text).toMatch(/Llama-3\.2-1B-Instruct-GGUF, 808 MB/);
    chat.type(keys.enter);
    await chat.prompts(1);
    expect(chat.text).toContain("Loading model demo...");
    chat.say("hello");
    await chat.prompts(2);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    // The demo is not added to the recent models.
    expect(existsSync(join(home.data, "recent-models.json"))).toBe(false);
  });

  test("shows the measured speed, and narrows the menu by typing", async () => {
    using home = new Sandbox();
    await chat(home, ["demo", "--temperature", "0"], ["hello"]);
    await using menu = new TerminalSession(home, [], { columns: 100 });
    await menu.shows(/demo, ~\d+ tokens\/s/);
    menu.type("zzz");
    await menu.shows("No matches");
    menu.type(`${keys.backspace.repeat(3)}7B qwen`);
    await menu.shows(/Search: 7B qwen.* \(1 match\)/);
    menu.type(`${keys.backspace.repeat(7)}demo`);
    await menu.shows(/Search: demo.* \(1 match\)/);
    menu.type(keys.enter);
    await menu.prompts(1);
    menu.say("quit");
    expect(await menu.exit()).toBe(0);
  });

  test("lists the most recently used model first", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", {}, "mine.gguf");
    await using first = new TerminalSession(home, [model]);
    await first.prompts(1);
    first.say("quit");
    expect(await first.exit()).toBe(0);
    expect(JSON.parse(readFileSync(join(home.data, "recent-models.json"), "utf8"))).toEqual([model]);

    await using second = new TerminalSession(home, []);
    await second.shows(/mine\.gguf, \d+ kB \(used before\)/);
    second.type(keys.down + keys.enter);
    await second.shows("Loading model demo...");
    await second.prompts(1);
    second.type(keys.ctrlD);
    expect(await second.exit()).toBe(0);

    await using third = new TerminalSession(home, []);
    await third.shows("used before");
    third.type(keys.enter);
    await third.shows("Loading model mine.gguf...");
    await third.prompts(1);
    third.type(keys.ctrlD);
    expect(await third.exit()).toBe(0);
  });

  test("downloads a recommended model when it is chosen", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    const { repo, file } = recommendedModels[0]!;
    hub.add(repo, { files: { [file]: readFileSync(await testModel("bpe")) } });
    await using chat = new TerminalSession(home, [], { columns: 120, env: { HF_ENDPOINT: hub.endpoint } });
    await chat.shows("Which model");
    chat.type(keys.down + keys.enter);
    await chat.prompts(1);
    expect(chat.text).toContain(`Downloading ${repo}:Q4_K_M... 100%`);
    chat.type(keys.ctrlD);
    expect(await chat.exit()).toBe(0);
  });

  test.each([
    ["Ctrl+C", keys.ctrlC],
    ["Ctrl+D", keys.ctrlD],
    ["Esc", "\x1b"],
  ])("%s closes the menu and restores the terminal", async (_, key) => {
    using home = new Sandbox();
    await using chat = new TerminalSession(home, []);
    await chat.shows("Which model");
    chat.type(key);
    expect(await chat.exit()).toBe(130);
    expect(chat.text).toContain("No model was chosen");
    expect(chat.modes).toEqual(restored);
  });
});
