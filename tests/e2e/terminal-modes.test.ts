/** What a chat changes in the terminal while it is open is as before when it has ended. */
import { describe, expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { FakeEndpoint, gated } from "../fixtures/fake-endpoint.ts";
import { keys, restored, TerminalSession } from "../fixtures/terminal.ts";
import { titleBefore } from "../fixtures/window.ts";

test("a chat asks for keys such as Shift+Enter, pastes and the focus, and names itself in the title", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  await using chat = new TerminalSession(home, [server.address]);
  await chat.prompts(1);
  expect(chat.modes).toMatchObject({ bracketedPaste: true, focusEvents: true, modifyOtherKeys: true });
  expect(chat.modes.kittyFlags).toHaveLength(1);
  expect(chat.title).toContain("fake-1");
  chat.say("Why is the sky blue?");
  await chat.prompts(2);
  expect(chat.title).toContain("fake-1");
  expect(chat.title).toContain("Why is the sky blue?");
  expect(chat.notified).toEqual({ bells: 0, notifications: [] });
});

const ends: [string, (chat: TerminalSession) => void, expected: number | string][] = [
  ["quit", (chat) => chat.say("quit"), 0],
  ["Ctrl+D", (chat) => chat.type(keys.ctrlD), 0],
  ["Ctrl+C twice", (chat) => chat.type(keys.ctrlC.repeat(2)), 0],
  ["SIGTERM", (chat) => chat.kill("SIGTERM"), "SIGTERM"],
  ["SIGHUP", (chat) => chat.kill("SIGHUP"), "SIGHUP"],
];

describe("modes, title and cursor are restored", () => {
  test.each(ends)("after %s at the prompt", async (_, end, expected) => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    await using chat = new TerminalSession(home, [server.address]);
    await chat.prompts(1);
    chat.say("Hi");
    await chat.prompts(2);
    end(chat);
    expect(await chat.exit()).toBe(expected);
    expect(chat.modes).toEqual(restored);
    expect(chat.title).toBe(titleBefore);
    expect(chat.screen.window.cursorShape).toBe(0);
    expect(chat.screen.cursor.column).toBe(0);
  });

  test.each(["SIGTERM", "SIGHUP"] as const)(
    "after %s during an answer, whose text is kept",
    async (signal) => {
      using home = new Sandbox();
      await using server = new FakeEndpoint();
      const answer = gated();
      server.reply(answer.reply);
      await using chat = new TerminalSession(home, [server.address]);
      await chat.prompts(1);
      chat.say("Tell me");
      answer.send("Once **upon** a time");
      await chat.shows("Once upon a time");
      chat.kill(signal);
      expect(await chat.exit()).toBe(signal);
      expect(chat.modes).toEqual(restored);
      expect(chat.title).toBe(titleBefore);
      const { stdout } = await home.run(["chats", "show", "1"]);
      expect(stdout).toContain("Once **upon** a time");
    },
  );
});
