import { expect, test } from "bun:test";
import { string } from "../../src/formats/gguf/metadata.ts";
import { Sandbox, saying } from "../fixtures/executable.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

test("a message that is too long is an error with numbers, and the chat continues", async () => {
  using home = new Sandbox();
  const model = await home.model("bpe", { contextLength: 256 });
  await using chat = new TerminalSession(home, [model, "--grammar", saying("Yes."), "--no-stats"]);
  await chat.prompts(1);
  chat.say("zq ".repeat(300));
  await chat.shows(/^Input too long \(\d{3,} tokens > 256 max\)\n {2}Shorten it/m);
  await chat.prompts(2);
  chat.say("Shorter?");
  await chat.shows("prompt -> Shorter?\nYes.\n");
  await chat.prompts(3);
  chat.say("quit");
  expect(await chat.exit()).toBe(0);
});

test("a full context drops whole turns, oldest first, and announces it each time", async () => {
  using home = new Sandbox();
  const model = await home.model("bpe", { contextLength: 256 });
  const args = [model, "--system-prompt", "Be brief.", "--max-tokens", "20", "--no-stats"];
  await using chat = new TerminalSession(home, [...args, "--grammar", saying("I see.")]);
  const announcement = /^\((\d+) oldest turns? left out: the context of 256 tokens is full\./gm;
  for (let turn = 1; turn <= 12; turn++) {
    await chat.prompts(turn);
    chat.say("Tell me about the weather, please.");
    await chat.prompts(turn + 1);
  }
  const dropped = [...chat.text.matchAll(announcement)].map(([, turns]) => Number(turns));
  expect(dropped.length).toBeGreaterThan(1);
  expect(chat.text).not.toContain("too long");
  expect(chat.text.match(/^I see\.$/gm)).toHaveLength(12);
  chat.say("status");
  // The transcript keeps all turns; only the prompt gets shorter.
  await chat.shows(/Turns {5}12\n/);
  expect(chat.text).toMatch(/^Context {3}(\d+) of up to 256 tokens used \(\d+ %\)$/m);
  await chat.prompts(14);
  chat.say("quit");
  expect(await chat.exit()).toBe(0);
});

test("an answer that reaches the limit is followed by a note on how to continue it", async () => {
  using home = new Sandbox();
  const model = await home.model();
  const args = [model, "--grammar", 'root ::= "la " root', "--max-tokens", "5"];
  await using chat = new TerminalSession(home, args, { columns: 100 });
  await chat.prompts(1);
  chat.say("Sing!");
  await chat.shows(
    /^la la.*\nThe answer was cut after 5 tokens: \/continue resumes it, \/set max-tokens N allows more\.\n5 tokens/m,
  );
  await chat.prompts(2);
});

test("a generation that fails shows its error, and the chat continues", async () => {
  using home = new Sandbox();
  const template =
    "{% for m in messages %}{% if 'forbidden' in m['content'] %}{{ raise_exception('no such word here') }}{% endif %}" +
    "{{ m['role'] + ': ' + m['content'] + '\\n' }}{% endfor %}";
  const model = await home.model("bpe", { metadata: { "tokenizer.chat_template": string(template) } });
  await using chat = new TerminalSession(home, [model, "--grammar", saying("Fine."), "--no-stats"]);
  await chat.prompts(1);
  chat.say("a forbidden word");
  await chat.shows("The chat template refused: ");
  await chat.prompts(2);
  expect(chat.text).toContain("no such word here");
  expect(chat.text).not.toMatch(/^ +at /m);
  chat.say("a nice word");
  await chat.shows("prompt -> a nice word\nFine.\n");
  await chat.prompts(3);
  chat.say("quit");
  expect(await chat.exit()).toBe(0);
});
