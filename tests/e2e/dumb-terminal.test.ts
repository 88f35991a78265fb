/** A terminal without control sequences, such as Emacs' M-x shell: it gets none at all. */
import { describe, expect, test } from "bun:test";
import { Sandbox, saying } from "../fixtures/executable.ts";
import { FakeHub } from "../fixtures/fake-hub.ts";
import { chat, keys, restored, TerminalSession } from "../fixtures/terminal.ts";

const env = { TERM: "dumb" };
const markdown = "# Title\n\nSome **bold** words.\n\n- one\n";

describe.each<[string, Record<string, string | undefined>]>([
  ["TERM=dumb", env],
  ["Emacs' M-x shell", { TERM: "dumb", INSIDE_EMACS: "29.1,comint", EMACS: "t" }],
  ["no TERM", { TERM: undefined }],
])("with %s", (_, environment) => {
  test("a whole chat has no control sequence, and the terminal keeps its modes", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", { contextLength: 65_536 });
    const args = [model, "--grammar", `root ::= "la " root`, "--max-tokens", "0"];
    await using chat = new TerminalSession(home, args, { env: environment, rows: 60 });
    await chat.prompts(1);
    expect(chat.modes).toEqual(restored);
    chat.say("Sing!");
    await chat.shows("la la la la");
    chat.type(keys.ctrlC);
    await chat.shows("\n(stopped)\n");
    await chat.prompts(2);
    chat.say("/help");
    await chat.shows("Ctrl+C  Stop an answer");
    await chat.prompts(3);
    chat.say("/status");
    await chat.shows(/Turns +1\n/);
    await chat.prompts(4);
    chat.type(keys.ctrlC);
    await chat.shows("Press Ctrl+C twice to leave");
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    expect(chat.screen.written).not.toContain("\x1b");
    expect(chat.modes).toEqual(restored);
  });
});

test("an answer is shown as the model wrote it, after progress in lines", async () => {
  using home = new Sandbox();
  const model = await home.model();
  const text = await chat(home, [model, "--grammar", saying(markdown)], ["Format!"], env);
  expect(text).toStartWith("Loading model tiny.gguf...\nModel loaded successfully!");
  expect(text).toContain(`prompt -> Format!\n${markdown}\nprompt -> quit\nGoodbye!`);
});

test("a question has several lines with \\ or between quotes", async () => {
  using home = new Sandbox();
  const args = [await home.model(), "--grammar", saying("Yes."), "--no-stats"];
  {
    await using session = new TerminalSession(home, args, { env });
    await session.prompts(1);
    session.say("one\\");
    await session.shows(/^ {7}->$/m);
    session.say("two");
    await session.prompts(2);
    session.say('"""three');
    await session.shows(/^ {7}->$/m);
    session.say('four"""');
    await session.prompts(3);
    session.type(keys.ctrlD);
    expect(await session.exit()).toBe(0);
  }
  const { stdout } = await home.run(["chats", "show", "1", "--json"]);
  const { messages } = JSON.parse(stdout) as { messages: { role: string; content: string }[] };
  const questions = messages.flatMap(({ role, content }) => (role === "user" ? [content] : []));
  expect(questions).toEqual(["one\ntwo", "three\nfour"]);
});

test("what is typed ahead is answered next", async () => {
  using home = new Sandbox();
  const args = [await home.model(), "--no-stats", "--grammar", saying("Yes.")];
  await using session = new TerminalSession(home, args, { env });
  session.type("one\rtwo\r");
  await session.shows("\nprompt -> one\nYes.\n\nprompt -> two\nYes.\n\nprompt ->");
});

test.each<[string, (session: TerminalSession) => unknown]>([
  ["SIGTERM", (session) => session.kill("SIGTERM")],
  ["SIGHUP", (session) => session.kill("SIGHUP")],
  ["a closed window", (session) => session.close()],
])("%s keeps the beginning of an answer", async (_, end) => {
  using home = new Sandbox();
  const model = await home.model("bpe", { contextLength: 65_536 });
  const args = [model, "--grammar", `root ::= "la " root`, "--max-tokens", "0"];
  await using session = new TerminalSession(home, args, { env });
  await session.prompts(1);
  session.say("Sing!");
  await session.shows("la la la la");
  end(session);
  expect(await session.exit()).toMatch(/^SIG(TERM|HUP)$/);
  const { stdout } = await home.run(["chats", "show", "1", "--json"]);
  expect(stdout).toMatch(/la la la la/);
});

describe("instead of a menu", () => {
  test("of models, an error says how to name one", async () => {
    using home = new Sandbox();
    await using session = new TerminalSession(home, [], { env });
    expect(await session.exit()).toBe(2);
    expect(session.text).toContain("This terminal can't show the menu of models");
    expect(session.screen.written).not.toContain("\x1b");
  });

  test("of a repo's models, an error lists them", async () => {
    using home = new Sandbox();
    await using hub = new FakeHub();
    const content = new Uint8Array(1);
    hub.add("anna/Tiny-GGUF", { files: { "a/Tiny-Q4_K_M.gguf": content, "b/Tiny-Q4_K_M.gguf": content } });
    await using session = new TerminalSession(home, ["pull", "anna/Tiny-GGUF"], {
      env: { ...env, HF_ENDPOINT: hub.endpoint },
    });
    expect(await session.exit()).toBe(3);
    expect(session.text).toContain("a/Tiny-Q4_K_M");
    expect(session.screen.written).not.toContain("\x1b");
  });

  test("of chats, they are listed", async () => {
    using home = new Sandbox();
    await chat(home, ["demo"], ["Hello there"], env);
    await using session = new TerminalSession(home, ["chats"], { env });
    expect(await session.exit()).toBe(0);
    expect(session.text).toContain("Hello there");
    expect(session.screen.written).not.toContain("\x1b");
  });
});
