/** Commands that people know from other programs, and what they promise. */
import { describe, expect, test } from "bun:test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { string } from "../../src/formats/gguf/metadata.ts";
import { Sandbox, saying } from "../fixtures/executable.ts";
import { endless, FakeEndpoint, messagesOf, refused } from "../fixtures/fake-endpoint.ts";
import { chat, keys, TerminalSession } from "../fixtures/terminal.ts";

/** The newest question that the server got. */
const asked = (server: FakeEndpoint): string | undefined => messagesOf(server).at(-1)?.at(-1);

describe("/edit", () => {
  test("shows what was typed; attached files stay, and mentioned ones are read again", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    writeFileSync(join(home.cwd, "a.txt"), "apple");
    writeFileSync(join(home.cwd, "my notes.txt"), "secret banana");
    await using chat = new TerminalSession(home, [server.address, "--no-stats"], { rows: 60 });
    await chat.prompts(1);
    chat.say("/file a.txt");
    await chat.prompts(2);
    chat.say('see @"my notes.txt"');
    await chat.prompts(3);
    writeFileSync(join(home.cwd, "my notes.txt"), "secret cherry");
    chat.say("/edit");
    await chat.shows(/^prompt -> see @"my notes.txt"$/m, 2);
    chat.say(" again");
    await chat.shows("a.txt stays attached.");
    await chat.prompts(5);
    expect(asked(server)).toBe(
      'user: see @"my notes.txt" again\n\na.txt:\n```\napple\n```\n\nmy notes.txt:\n```\nsecret cherry\n```',
    );
    // A file of the chat, and the database, keep both texts.
    chat.say("/save c.json");
    await chat.prompts(6);
    chat.say("/load c.json");
    await chat.prompts(7);
    chat.say("/edit");
    await chat.shows(/^prompt -> see @"my notes.txt" again$/m, 2);
    chat.type(keys.ctrlC);
    await chat.prompts(9);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    await using later = new TerminalSession(home, ["--continue", "--no-stats"]);
    await later.prompts(2);
    expect(later.text).toContain('prompt -> see @"my notes.txt" again\n');
  });
});

describe("/retry", () => {
  test("asks the question that failed, with its files, and not the one before it", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    writeFileSync(join(home.cwd, "a.txt"), "apple");
    await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
    await chat.prompts(1);
    chat.say("alpha");
    await chat.prompts(2);
    server.reply(() => refused(400, { message: "the model exploded" }));
    chat.say("beta @a.txt");
    await chat.shows("the model exploded");
    await chat.prompts(3);
    chat.say("/retry");
    await chat.prompts(4);
    expect(asked(server)).toBe("user: beta @a.txt\n\na.txt:\n```\napple\n```");
    expect(messagesOf(server).at(-1)).toHaveLength(3);
  });

  test("asks a question again that was stopped before its first word", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const { reply, closed } = endless("");
    server.reply(reply);
    await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
    await chat.prompts(1);
    chat.say("alpha");
    await chat.shows("Reading the prompt");
    chat.type(keys.ctrlC);
    await closed;
    await chat.shows("The question has no answer: /retry asks it again.");
    await chat.prompts(2);
    chat.say("/retry");
    await chat.shows("You said: alpha");
  });
});

describe("an answer in a chat", () => {
  test("has no limit of tokens, unless a flag sets one", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const song = `${"la ".repeat(400)}end.`;
    await using chat = new TerminalSession(home, [model, "--plain", "--grammar", saying(song)]);
    await chat.prompts(1);
    chat.say("Sing!");
    await chat.shows(/end\.\n\d+ tokens/);
    expect(Number(/^(\d+) tokens/m.exec(chat.text)?.[1])).toBeGreaterThan(512);
    expect(chat.text).not.toContain("was cut");
    // A script has one, and is told so.
    const { stdout, stderr, code } = await home.run([model, "-p", "Sing!", "--grammar", saying(song)]);
    expect({ isWhole: stdout.includes("end."), code }).toEqual({ isWhole: false, code: 0 });
    expect(stderr).toContain("The answer was cut after 512 tokens: --max-tokens allows more (0: no limit).");
  });

  test("from an endpoint is not limited either", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const limits = async (...flags: string[]): Promise<unknown> => {
      await chat(home, [server.address, ...flags], ["Hi"]);
      return server.questions.at(-1)?.body?.max_tokens;
    };
    expect(await limits()).toBeUndefined();
    expect(await limits("--max-tokens", "7")).toBe(7);
  });
});

test("errors name files in words, and never with the system's codes", async () => {
  using home = new Sandbox();
  mkdirSync(join(home.cwd, "folder"));
  writeFileSync(join(home.cwd, "file"), "x");
  const seen = await chat(
    home,
    ["demo"],
    [
      "Hi",
      "/file nope",
      "/file folder",
      "/file file/x",
      `/file ${"n".repeat(300)}`,
      "/load nope",
      "/load folder",
      "/save nope/x.json",
      "/save file/x.json",
      "/save folder",
      "/switch nope.gguf",
    ],
  );
  expect(seen).toContain("\nThere is no file nope\n");
  expect(seen).toContain("\nfolder is a folder\n");
  expect(seen).toContain("\nThere is no file file/x\n");
  expect(seen).toContain("\nnope/x.json can't be written: its folder doesn't exist\n");
  expect(seen).not.toMatch(/\bE[A-Z]{3,}\b/);
  for (const args of [
    ["demo", "-p", "x", "--grammar", "nope.gbnf"],
    ["demo", "-p", "x", "--output", "nope/x"],
    ["demo", "--load", "nope", "-p", "x"],
    ["demo", "--batch", "nope"],
    ["http://127.0.0.1:1", "-p", "x"],
    ["serve", "demo", "--host", "192.0.2.1"],
    ["nope.gguf", "-p", "x"],
  ]) {
    const { code, stderr } = await home.run(args);
    expect({ args, failed: code !== 0 }).toEqual({ args, failed: true });
    expect(stderr).not.toMatch(/\bE[A-Z]{3,}\b/);
  }
});

describe("files", () => {
  test("are attached by quoted, escaped and dropped paths, listed and detached", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const notes = join(home.cwd, "my notes.txt");
    writeFileSync(notes, "banana");
    writeFileSync(join(home.cwd, "b.txt"), "apple");
    const seen = await chat(
      home,
      [server.address],
      [
        '/file "my notes.txt"',
        "/file my\\ notes.txt",
        "/file my notes.txt",
        "/file",
        `/file '${notes}' b.txt`,
        "/file",
        "/file -b.txt",
        "/file -1",
        "Hi",
        "/file -",
      ],
    );
    expect(seen).toMatch(/^1 {2}my notes\.txt {2}about \d+ tokens$/m);
    expect(seen).toMatch(/^3 {2}b\.txt {2}about \d+ tokens$/m);
    expect(seen).toContain("No longer attached: b.txt");
    expect(asked(server)).toBe(`user: Hi\n\n${notes}:\n\`\`\`\nbanana\n\`\`\``);
    expect(seen).toContain("No file is attached");
  });

  test("are refused with --raw, which sends only what is typed", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    writeFileSync(join(home.cwd, "b.txt"), "apple");
    const seen = await chat(home, [server.address, "--raw"], ["/file b.txt", "Hi @b.txt"]);
    expect(seen).toContain("With --raw only what you type is sent, without files");
    expect(server.questions.at(-1)?.body?.prompt).toBe("Hi @b.txt");
  });
});

describe.skipIf(process.platform === "win32")("!command", () => {
  test("runs after one question, and its output goes with the next message", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const env = { SHELL: "/bin/sh" };
    await using chat = new TerminalSession(home, [server.address, "--no-stats"], { env, rows: 60 });
    await chat.prompts(1);
    chat.say("!echo one");
    await chat.shows("Run shell commands from this chat? [y/N]");
    await chat.prompts(2);
    chat.say("");
    await chat.shows("It was not run.");
    await chat.prompts(3);
    chat.say("!echo one; exit 3");
    await chat.prompts(4);
    chat.say("y");
    await chat.shows("The command ended with status 3.");
    await chat.prompts(5);
    chat.say("!echo two");
    await chat.shows("\ntwo\nThe output goes with your next message");
    await chat.prompts(6);
    chat.say(" !important");
    await chat.prompts(7);
    expect(asked(server)).toBe(
      "user:  !important\n\noutput of `echo one; exit 3`:\n```\none\n```\n\noutput of `echo two`:\n```\ntwo\n```",
    );
    chat.say("!echo begun; sleep 1000");
    await chat.shows("sleep 1000\nbegun");
    chat.type(keys.ctrlC);
    await chat.shows("The command was stopped.");
    await chat.prompts(8);
  });
});

describe("saved chats", () => {
  test("are listed, renamed and continued from inside a chat", async () => {
    using home = new Sandbox();
    const seen = await chat(
      home,
      ["demo"],
      [
        "My name is Anna",
        "/rename  Names  of people",
        "/new",
        "What is the capital of Peru?",
        "/chats",
        "/chats 1",
        "What is my name?",
        "/chats 9",
        "/save c.md",
      ],
    );
    expect(seen).toContain('This chat is called "Names of people".');
    expect(seen).toMatch(/^\* 2 .* What is the capital of Peru\? {2}\(1 question, demo\)$/m);
    expect(seen).toMatch(/^ {2}1 .* Names of people {2}\(1 question, demo\)$/m);
    expect(seen).toContain("Chat 1: Names of people (1 question)\n\nprompt -> My name is Anna\n");
    expect(seen).toContain("Your name is Anna.");
    expect(seen).toContain("There is no chat 9");
    expect(readFileSync(join(home.cwd, "c.md"), "utf8")).toStartWith("# Names of people\n");
    const { stdout } = await home.run(["chats", "list"]);
    expect(stdout).toMatch(/^1 .* Names of people {2}\(2 questions, demo\)\n2 /);
  });
});

describe("words of other programs", () => {
  test("/?, /set in its forms, /show and /think are understood", async () => {
    using home = new Sandbox();
    const seen = await chat(
      home,
      ["demo", "--top-k", "5"],
      [
        "/?",
        "/help copy",
        "/set temperature=0.5",
        "/set temp 0.6",
        "/set parameter temperature 0.7",
        "/set system Be brief.",
        "/set",
        "/show",
        "/show license",
        "/show system",
        "/show colours",
        "/think",
        "/set nothink",
      ],
    );
    expect(seen).toContain("Show this list");
    expect(seen).toContain("\n  /copy 2       the answer before it\n");
    for (const value of ["0.5", "0.6", "0.7"]) expect(seen).toContain(`\ntemperature ${value}\n`);
    expect(seen).toContain("System prompt: Be brief.");
    expect(seen).toMatch(/^temperature +0\.7 +set here$/m);
    expect(seen).toMatch(/^top-k +5 +flag or config$/m);
    expect(seen).toMatch(/^max-tokens +no limit +default$/m);
    expect(seen).toMatch(/^License +mit$/m);
    expect(seen).toContain('There is no "colours" to show');
    expect(seen).toContain("This model can't reason");
    expect(seen).toContain("The model answers without reasoning.");
  });

  test("/think and /nothink reach the model's chat template, and an endpoint", async () => {
    using home = new Sandbox();
    const template =
      "{% if enable_thinking is defined and not enable_thinking %}{{ raise_exception('it is off') }}{% endif %}" +
      "{% for m in messages %}{{ m['role'] + ': ' + m['content'] + '\\n' }}{% endfor %}";
    const model = await home.model("bpe", { metadata: { "tokenizer.chat_template": string(template) } });
    const seen = await chat(
      home,
      [model, "--grammar", saying("Fine.")],
      ["Hi", "/nothink", "Hi", "/think", "/retry"],
    );
    expect(seen).toMatch(/prompt -> \/nothink\n.*\n\nprompt -> Hi\nThe chat template refused: .*it is off/);
    expect(seen).toMatch(/prompt -> \/retry\nFine\./);
    await using server = new FakeEndpoint();
    await chat(home, [server.address], ["/set think low", "Hi"]);
    expect(server.questions.at(-1)?.body).toMatchObject({ reasoning_effort: "low" });
  });

  test("/copy takes older answers, code blocks and the whole chat", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    await using chat = new TerminalSession(home, [server.address, "--no-stats"], { env: { PATH: "" } });
    const copies = (text: string): boolean =>
      chat.screen.written.includes(`\x1b]52;c;${Buffer.from(text).toString("base64")}\x07`);
    let prompts = 1;
    const say = async (line: string): Promise<void> => {
      await chat.prompts(prompts++);
      chat.say(line);
      await chat.prompts(prompts);
    };
    await say("one");
    await say("two");
    await say("/copy 2");
    expect(copies("You said: one")).toBe(true);
    await say("/copy 3");
    expect(chat.text).toContain("There is no answer 3");
    await say("/copy code");
    expect(chat.text).toContain("There is no code in the last answer");
    await say("/copy all");
    const markdown = Buffer.from(
      /.*\x1b\]52;c;([^\x07]*)\x07/s.exec(chat.screen.written)?.[1] ?? "",
      "base64",
    );
    expect(markdown.toString()).toContain("## User\n\none\n\n## Assistant");
    await say("/copy everything");
    expect(chat.text).toContain('"everything" can\'t be copied');
  });
});
