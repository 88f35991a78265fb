import { describe, expect, test } from "bun:test";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Sandbox } from "../fixtures/executable.ts";
import { chat, keys, TerminalSession } from "../fixtures/terminal.ts";

type Listed = { number: number; title: string; questions: number; model: string };

async function listed(home: Sandbox, ...args: string[]): Promise<Listed[]> {
  const { stdout, code } = await home.run(["chats", ...args, "--json"]);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe("a chat", () => {
  test("is saved as it grows, and continues later without a new prefill", async () => {
    using home = new Sandbox();
    await chat(home, ["demo"], ["My name is Anna", "What is the capital of France?"]);
    expect(await listed(home)).toMatchObject([
      { number: 1, title: "My name is Anna", questions: 2, model: "demo" },
    ]);
    const { stdout } = await home.run([
      "--continue",
      "-p",
      "What is my name?",
      "--json",
      "--temperature",
      "0",
    ]);
    const { text, usage } = JSON.parse(stdout);
    expect(text).toContain("Anna");
    // All but the last token of the answer, which was never evaluated, and the question.
    expect(usage.cachedTokens).toBeGreaterThan(usage.promptTokens / 2);
    expect(await listed(home)).toMatchObject([{ number: 1, questions: 3 }]);
    const seen = await chat(home, ["--resume", "1"], ["/status"]);
    expect(seen).toContain("Chat 1: My name is Anna (3 questions)");
    expect(seen).toContain("prompt -> What is my name?");
    expect(seen).toMatch(/Turns +3/);
  });

  test("with a damaged or missing snapshot is evaluated again, with the same answer", async () => {
    using home = new Sandbox();
    await chat(home, ["demo"], ["My name is Anna"]);
    const folder = join(home.cache, "snapshots");
    const [name = ""] = readdirSync(folder);
    const bytes = readFileSync(join(folder, name));
    bytes[bytes.length - 9]! ^= 0xff;
    writeFileSync(join(folder, name), bytes);
    const { stdout } = await home.run([
      "--continue",
      "-p",
      "What is my name?",
      "--json",
      "--temperature",
      "0",
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ text: "Your name is Anna.", usage: { cachedTokens: 0 } });
  });

  test("loses at most the unfinished answer, however it ends", async () => {
    using home = new Sandbox();
    await using chat = new TerminalSession(home, ["demo", "--no-stats"]);
    await chat.prompts(1);
    chat.say("My name is Anna");
    await chat.prompts(2);
    chat.kill("SIGKILL");
    await chat.exit();
    const { stdout } = await home.run(["chats", "show", "1"]);
    expect(stdout).toContain("My name is Anna");
    expect(stdout).toContain("Nice to meet you, Anna!");
    const resumed = await home.run(["--continue", "-p", "What is my name?", "--temperature", "0"]);
    expect(resumed.stdout).toBe("Your name is Anna.\n");
  });

  test("that is killed in its first answer keeps its question and its model", async () => {
    using home = new Sandbox();
    const endless = ["--grammar", 'root ::= "la " root', "--max-tokens", "0"];
    {
      await using chat = new TerminalSession(home, ["demo", "--no-stats", ...endless]);
      await chat.prompts(1);
      chat.say("What is the capital of France?");
      await chat.shows("la la la");
      chat.kill("SIGKILL");
      await chat.exit();
    }
    const seen = await chat(home, ["--continue"], ["/retry"]);
    expect(seen).toContain("The question has no answer yet: /retry asks it again.");
    expect(seen).toContain("The capital of France is Paris.");
  });

  test("with --no-save leaves nothing behind", async () => {
    using home = new Sandbox();
    await chat(home, ["demo", "--no-save"], ["My name is Anna"]);
    expect(await listed(home)).toEqual([]);
    expect(existsSync(home.data)).toBe(false);
    expect(existsSync(join(home.cache, "snapshots"))).toBe(false);
  });

  test("in a home that can't be written continues, and warns that it isn't saved", async () => {
    using home = new Sandbox();
    // A file in place of the folder stops root, too.
    const blocked = home.file("blocked", "");
    await using chat = new TerminalSession(home, ["demo", "--no-stats"], { env: { XDG_DATA_HOME: blocked } });
    await chat.prompts(1);
    chat.say("What is the capital of France?");
    await chat.prompts(2);
    expect(chat.text).toContain("This chat isn't saved");
    expect(chat.text).toContain("Paris");
  });

  test("continues with a damaged database, which is named and left unchanged", async () => {
    using home = new Sandbox();
    const database = home.file(
      "data/anechat/chats.sqlite",
      "no database at all, and long enough. ".repeat(100),
    );
    const env = { XDG_DATA_HOME: join(home.folder, "data") };
    await using chat = new TerminalSession(home, ["demo", "--no-stats"], { env });
    await chat.prompts(1);
    chat.say("What is the capital of France?");
    await chat.prompts(2);
    expect(chat.text).toContain("This chat isn't saved: The chat database is damaged");
    expect(chat.text).toContain("Paris");
    expect(readFileSync(database, "utf8")).toStartWith("no database at all");
    for (const args of [["chats"], ["--continue"], ["chats", "show", "1"]]) {
      const { code, stderr } = await home.run(args, { env });
      expect(code).toBe(12);
      expect(stderr).toContain(`Move ${database} away`);
    }
  });

  test("is found, shown, exported, imported and removed", async () => {
    using home = new Sandbox();
    await chat(home, ["demo"], ["What is the capital of Peru?"]);
    await chat(home, ["demo"], ["What is the capital of Chile?"]);
    expect(await listed(home, "search", "peru")).toMatchObject([{ number: 1 }]);
    expect((await home.run(["chats"])).stdout).toMatch(/^2 .*Chile.*\n1 .*Peru/);
    const file = join(home.folder, "peru.json");
    expect((await home.run(["chats", "export", "1", file])).code).toBe(0);
    expect((await home.run(["chats", "export", "1", file])).code).toBe(2);
    expect((await home.run(["chats", "export", "1", "--format", "md"])).stdout).toContain(
      "## User\n\nWhat is the capital of Peru?",
    );
    expect((await home.run(["chats", "rm", "1", "9"])).code).toBe(2);
    expect((await home.run(["chats", "rm", "1"])).code).toBe(0);
    expect(await listed(home)).toHaveLength(1);
    expect((await home.run(["chats", "import", file])).stderr).toContain("chat 3, 2 new messages");
    const { stdout } = await home.run(["--load", file, "demo", "-p", "And of Kenya?", "--json"]);
    expect(JSON.parse(stdout).usage.promptTokens).toBeGreaterThan(15);
  });

  test("that doesn't exist is an error with advice", async () => {
    using home = new Sandbox();
    for (const args of [
      ["--resume", "7"],
      ["chats", "show", "7"],
      ["chats", "rm", "7"],
      ["chats", "export", "7"],
    ]) {
      const { code, stderr } = await home.run(args);
      expect(code).toBe(2);
      expect(stderr).toBe('anechat: There is no chat 7\n  See "anechat chats".\n');
    }
    const both = await home.run(["--continue", "--load", "chat.json"]);
    expect(both.stderr).toContain("--continue, --resume and --load exclude each other");
    expect((await home.run(["--continue"])).stderr).toContain("no chat to continue");
    expect((await home.run(["chats", "show", "x"])).stderr).toContain('"x" is not a chat\'s number');
  });

  test("is chosen by typing a word of it", async () => {
    using home = new Sandbox();
    await chat(home, ["demo"], ["My name is Anna"]);
    await chat(home, ["demo"], ["What is the capital of Chile?"]);
    await using menu = new TerminalSession(home, ["chats"]);
    await menu.shows("Which chat would you like to continue?");
    menu.type("anna");
    await menu.shows(/1 match|› ?anna|anna/);
    menu.type(keys.enter);
    await menu.shows("Chat 1: My name is Anna");
    await menu.prompts(1);
    menu.say("quit");
    expect(await menu.exit()).toBe(0);
  });

  test("is also a file in a folder that the user chooses, with --save-to", async () => {
    using home = new Sandbox();
    const folder = join(home.folder, "sessions");
    await chat(home, ["demo", "--save-to", folder, "--no-save"], ["What is the capital of Peru?"]);
    const [name = ""] = readdirSync(folder);
    expect(name).toMatch(/^session_.*\.json$/);
    const { messages } = JSON.parse(readFileSync(join(folder, name), "utf8"));
    expect(messages.map(({ content }: { content: string }) => content)).toEqual([
      "What is the capital of Peru?",
      "The capital of Peru is Lima.",
    ]);
  });
});
