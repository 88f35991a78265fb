/** Keys that are pressed while an answer streams. */
import { expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { FakeEndpoint, gated, messagesOf } from "../fixtures/fake-endpoint.ts";
import { keys, TerminalSession } from "../fixtures/terminal.ts";

/** How many rows of the screen and the scrollback have this text. */
const rowsWith = (chat: TerminalSession, text: string): number =>
  chat.screen.lines.filter((line) => line.includes(text)).length;

test("text is shown below the answer, and is the next question after Enter", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  const answer = gated();
  server.reply(answer.reply);
  await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
  await chat.prompts(1);
  chat.say("Tell me");
  answer.send("Once upon a time\n\n");
  await chat.shows("Once upon a time");
  chat.type("and thne");
  await chat.shows("and thne");
  // It stays below while the answer grows.
  answer.send("there was a king.\n\n- He had a hat\n- and a ");
  await chat.shows("and a");
  const rows = chat.screen.rowsOnScreen.filter((row) => row !== "");
  expect(rows.at(-1)).toEndWith("and thne");
  expect(rowsWith(chat, "and thne")).toBe(1);
  expect(chat.screen.cursor).toMatchObject({
    row: chat.screen.lines.length - 1,
    column: rows.at(-1)!.length,
  });
  // It can be edited.
  chat.type(`${keys.backspace.repeat(2)}en`);
  await chat.shows("and then");
  expect(chat.text).not.toContain("thne");
  chat.type(keys.enter);
  answer.send("cat.");
  answer.end();
  await chat.shows("You said: and then");
  await chat.prompts(3);
  expect(chat.text).toMatch(/a cat\.\n+prompt -> and then\nYou said: and then\n/);
  expect(rowsWith(chat, "-> and then")).toBe(1);
  expect(messagesOf(server)[1]?.at(-1)).toBe("user: and then");
  chat.say("quit");
  expect(await chat.exit()).toBe(0);
});

test("text without Enter is the draft of the next prompt", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  const answer = gated();
  server.reply(answer.reply);
  await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
  await chat.prompts(1);
  chat.say("Tell me");
  answer.send("Once");
  await chat.shows("Once");
  chat.type(`${keys.paste("two\nlines")}, and ha`);
  await chat.shows("lines, and ha");
  answer.end();
  await chat.shows(/Once\n+prompt -> two\n {7}-> lines, and ha$/);
  chat.say("lf");
  await chat.shows("You said: two");
  expect(messagesOf(server)[1]?.at(-1)).toBe("user: two\nlines, and half");
  chat.say("quit");
  expect(await chat.exit()).toBe(0);
});

test.each([
  ["one byte", keys.escape],
  ["a sequence of kitty's protocol", "\x1b[27u"],
])("Esc as %s stops the answer, closes the connection and keeps the text", async (_, key) => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  const answer = gated();
  server.reply(answer.reply);
  await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
  await chat.prompts(1);
  chat.say("Tell me");
  answer.send("Once upon a time");
  await chat.shows("Once upon a time");
  chat.type(key);
  await chat.shows("Once upon a time\n(stopped)");
  await answer.closed;
  await chat.prompts(2);
  chat.say("Go on");
  await chat.shows("You said: Go on");
  expect(messagesOf(server)[1]).toEqual(["user: Tell me", "assistant: Once upon a time", "user: Go on"]);
  await chat.prompts(3);
  chat.say("quit");
  expect(await chat.exit()).toBe(0);
});
