/** Models that reason, in a chat: what is shown of their thoughts, and what is kept. */
import { expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { FakeEndpoint, gated, said } from "../fixtures/fake-endpoint.ts";
import { keys, TerminalSession } from "../fixtures/terminal.ts";

test("a thought is folded when it ends, and Ctrl+O and /show thoughts show it again", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  const answer = gated();
  server.reply(answer.reply);
  await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
  await chat.prompts(1);
  chat.say("What is 2+2?");
  answer.think("First I add the numbers.\n");
  answer.think("Then I check.");
  await chat.shows("Then I check.");
  chat.type("And 3+3?");
  await chat.shows("prompt -> And 3+3?");
  answer.send("Four.");
  answer.end();
  await chat.shows(/prompt -> What is 2\+2\?\nthought for 1 s\n\nFour\.\n\nprompt -> And 3\+3\?/);
  expect(chat.text).not.toContain("First I add");
  chat.type(keys.ctrlC);
  await chat.prompts(2);
  chat.type(keys.ctrlO);
  await chat.shows("First I add the numbers.\nThen I check.");
  await chat.prompts(3);
  chat.say("/show thoughts");
  await chat.shows("First I add the numbers.", 2);
});

test("a thought that Ctrl+C stops is saved, and a later run goes on within it", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  const answer = gated();
  server.reply(answer.reply);
  {
    await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
    await chat.prompts(1);
    chat.say("What is 2+2?");
    answer.think("First I add");
    await chat.shows("First I add");
    chat.type(keys.ctrlC);
    await chat.shows(/thought for 1 s, unfinished\n\(stopped\)\nThere is no answer yet: \/continue/);
    await chat.prompts(2);
    chat.say("/quit");
    expect(await chat.exit()).toBe(0);
  }
  server.reply(() => said("Four.", { reasoning: " the numbers." }));
  await using again = new TerminalSession(home, ["--continue", server.address, "--no-stats"]);
  await again.shows("There is no answer yet: /continue thinks on, /retry asks again.");
  again.say("/continue");
  await again.shows("Four.");
  expect(server.questions.at(-1)?.body?.messages).toEqual([
    { role: "user", content: "What is 2+2?" },
    { role: "assistant", content: "", reasoning_content: "First I add" },
  ]);
  again.say("/show thoughts");
  await again.shows("First I add the numbers.");
});

test("thoughts are live, or never shown, as the user chooses", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  home.configure('show-thinking = "live"\n');
  server.reply(
    () => said("Four.", { reasoning: "I add." }),
    () => said("Six.", { reasoning: "I add again." }),
  );
  await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
  await chat.prompts(1);
  chat.say("What is 2+2?");
  await chat.shows("I add.\nthought for 1 s\n\nFour.");
  await chat.prompts(2);
  chat.say("/set show-thinking never");
  await chat.prompts(3);
  chat.say("What is 3+3?");
  await chat.shows("thought for 1 s\n\nSix.");
  expect(chat.text).not.toContain("I add again.");
});

test("a terminal without control sequences gets thoughts as text", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  server.reply(() => said("Four.", { reasoning: "I add." }));
  const env = { TERM: "dumb" };
  await using chat = new TerminalSession(home, [server.address, "--no-stats"], { env });
  await chat.prompts(1);
  chat.say("What is 2+2?");
  await chat.shows("I add.\nthought for 1 s\n\nFour.");
});
