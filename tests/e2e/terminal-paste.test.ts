/** Large pastes arrive whole. */
import { expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { FakeEndpoint, said } from "../fixtures/fake-endpoint.ts";
import { keys, TerminalSession } from "../fixtures/terminal.ts";

const line = 'Ein Vogel saß auf dem Dach, 鳥は屋根の上に, and said 👩‍👩‍👧 nothing about "$HOME" or `code`.';

test.each([
  ["of many lines", "\n"],
  ["of one line", " "],
])("a paste %s is sent as it was, whatever its size", async (_, separator) => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  server.reply(() => said("Read."));
  await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
  const lines = Array.from({ length: 3000 }, (_, index) => `#${index}: ${line}`);
  const text = lines.join(separator);
  await chat.prompts(1);
  chat.type(keys.paste(text));
  await chat.shows("#2999: Ein");
  chat.type(keys.enter);
  await chat.prompts(2);
  expect(server.questions.at(-1)?.body?.messages?.at(-1)?.content === text).toBe(true);
  // The scrollback has each line once. Rows of the input line end with line breaks.
  const shown = chat.screen.lines.join("").replace(/\s/g, "");
  const missing = lines.filter((one) => shown.split(one.replace(/\s/g, "")).length !== 2);
  expect(missing).toEqual([]);
  chat.say("quit");
  expect(await chat.exit()).toBe(0);
});
