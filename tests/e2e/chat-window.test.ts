/** The window of a chat: its title, and what stays when its size changes. */
import { describe, expect, test } from "bun:test";
import { Sandbox, saying } from "../fixtures/executable.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

const push = "\x1b[22;2t";
const pop = "\x1b[23;2t";

/** The titles that were set, and how the last one was removed. */
function titlesOf(chat: TerminalSession): { titles: string[]; isRestored: boolean } {
  const { written } = chat.screen;
  const titles = [...written.matchAll(/\x1b\]2;([^\x1b]*)\x1b\\/g)].map(([, title]) => title!);
  const isRestored = written.split(push).length === 2 && written.split(pop).length === 2;
  return { titles, isRestored: isRestored && written.lastIndexOf(pop) > written.lastIndexOf("\x1b]2;") };
}

describe("the title says model and chat, and is restored", () => {
  test("when the chat ends", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Four.")]);
    await chat.prompts(1);
    chat.say("What is 2+2?");
    await chat.prompts(2);
    chat.say("/clear");
    await chat.prompts(3);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    expect(titlesOf(chat)).toEqual({
      titles: ["tiny.gguf", "tiny.gguf · What is 2+2?", "tiny.gguf"],
      isRestored: true,
    });
  });

  test.each(["SIGTERM", "SIGHUP"] as const)("when %s ends it", async (signal) => {
    using home = new Sandbox();
    const model = await home.model("bpe", { contextLength: 65_536 });
    const args = [model, "--max-tokens", "0", "--grammar", 'root ::= "la " root'];
    await using chat = new TerminalSession(home, args);
    await chat.prompts(1);
    chat.say("Sing!");
    await chat.shows(/^la la la/m);
    chat.kill(signal);
    await chat.exit();
    expect(titlesOf(chat)).toEqual({ titles: ["tiny.gguf", "tiny.gguf · Sing!"], isRestored: true });
  });
});

test("--text-width limits text, also of one prompt", async () => {
  using home = new Sandbox();
  const model = await home.model();
  const args = [
    model,
    "-p",
    "Talk!",
    "--text-width",
    "20",
    "--grammar",
    saying("one two three four five six"),
  ];
  await using answer = new TerminalSession(home, args);
  expect(await answer.exit()).toBe(0);
  expect(answer.text).toContain("one two three four\nfive six");
});
