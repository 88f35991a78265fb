/** Styles by NO_COLOR and TERM. */
import { describe, expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { FakeEndpoint, gated, refused } from "../fixtures/fake-endpoint.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

const markdown = "# Title\n\nSome **bold**, *italic* and `code`.\n\n- [link](https://example.org)\n";

/** A session with an answer, the status, an unknown command and a failed answer. */
async function session(
  home: Sandbox,
  server: FakeEndpoint,
  env: Record<string, string>,
): Promise<TerminalSession> {
  const answer = gated();
  server.reply(answer.reply, () => refused(400));
  const chat = new TerminalSession(home, [server.address], { env, rows: 60 });
  await chat.prompts(1);
  chat.say("Format!");
  for (const chunk of markdown.match(/.{1,5}/gs)!) answer.send(chunk);
  answer.end();
  for (const [index, line] of ["/status", "/stauts", "Fail!"].entries()) {
    await chat.prompts(index + 2);
    chat.say(line);
  }
  await chat.prompts(5);
  chat.say("quit");
  expect(await chat.exit()).toBe(0);
  return chat;
}

test("an answer has bold text and colours", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  await using chat = await session(home, server, {});
  expect(chat.screen.styleOf("bold")).toEqual({ bold: true });
  expect(chat.screen.styleOf("italic")).toEqual({ italic: true });
  expect(chat.screen.styleOf("code").color).toBeDefined();
});

test("with NO_COLOR, bold and italic stay, and nothing has a colour", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  await using chat = await session(home, server, { NO_COLOR: "1" });
  expect(chat.screen.styleOf("bold")).toEqual({ bold: true });
  expect(chat.screen.styleOf("italic")).toEqual({ italic: true });
  const parameters = [...chat.screen.written.matchAll(/\x1b\[([\d;]*)m/g)].flatMap(([, all = ""]) =>
    all.split(";").map(Number),
  );
  // SGR 30 to 49 and 90 to 107 are colours, but 39 and 49 are the default ones.
  const colors = parameters.filter((code) => (code >= 30 && code < 50) || (code >= 90 && code <= 107));
  expect(colors.filter((code) => code !== 39 && code !== 49)).toEqual([]);
});

describe("with TERM=dumb, not one byte of a control sequence is written", () => {
  test("by a chat", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    await using chat = await session(home, server, { TERM: "dumb" });
    expect(chat.screen.written).not.toContain("\x1b");
    expect(chat.text).toContain("Some **bold**");
  });

  test("by a chat with two models", async () => {
    using home = new Sandbox();
    const args = ["compare", "--model1", "demo", "--model2", "demo", "--temperature", "0"];
    await using chat = new TerminalSession(home, args, { env: { TERM: "dumb" } });
    await chat.prompts(1);
    chat.say("What is 2+2?");
    await chat.shows("The answers are the same.");
    await chat.prompts(2);
    chat.say("/help");
    await chat.prompts(3);
    expect(chat.text).toMatch(/^Ctrl\+C {2}Stop an answer, or clear the line; .*$/m);
    chat.say("/quit");
    expect(await chat.exit()).toBe(0);
    expect(chat.screen.written).not.toContain("\x1b");
    // Each answer is printed once.
    expect(chat.screen.lines.filter((line) => line.startsWith("2 + 2 = 4"))).toHaveLength(1);
  });

  test.each<[string, readonly string[]]>([
    ["one prompt", ["demo", "-p", "Hi"]],
    ["the help", ["--help"]],
    ["an unknown flag", ["--nope"]],
    ["a list of models", ["list"]],
    ["a list of chats", ["chats", "list"]],
    ["the diagnosis", ["doctor"]],
    ["compare", ["compare", "--model1", "demo", "--model2", "demo", "-p", "Hi"]],
  ])("by %s", async (_, args) => {
    using home = new Sandbox();
    await using run = new TerminalSession(home, args, { env: { TERM: "dumb" } });
    await run.exit();
    expect(run.screen.written).not.toContain("\x1b");
    expect(run.text).not.toBe("");
  });
});
