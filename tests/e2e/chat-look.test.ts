import { describe, expect, test } from "bun:test";
import { Sandbox, saying } from "../fixtures/executable.ts";
import { TerminalSession } from "../fixtures/terminal.ts";

const sgr = /\x1b\[[\d;]+m/;
const markdown = "# Title\n\nSome **bold** words.\n\n- one\n- two\n";

describe("an answer", () => {
  test("in markdown is rendered", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--no-stats", "--grammar", saying(markdown)]);
    await chat.prompts(1);
    chat.say("Format!");
    await chat.prompts(2);
    expect(chat.text).toContain("Title");
    expect(chat.text).toContain("Some bold words.");
    expect(chat.text).not.toContain("**");
    expect(chat.screen.written).toContain("\x1b[1mb");
  });

  test("is shown unchanged with --plain", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const args = [model, "--no-stats", "--plain", "--grammar", saying(markdown)];
    await using chat = new TerminalSession(home, args);
    await chat.prompts(1);
    chat.say("Format!");
    await chat.prompts(2);
    expect(chat.text).toContain(`prompt -> Format!\n${markdown}\nprompt ->`);
    expect(chat.screen.written).not.toContain("\x1b[1m");
  });

  test("streams: its beginning is shown before its end", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", { contextLength: 65_536 });
    const args = [model, "--max-tokens", "0", "--grammar", 'root ::= "la " root'];
    await using chat = new TerminalSession(home, args);
    await chat.prompts(1);
    chat.say("Sing!");
    await chat.shows(/^la la la/m);
    // Endless, so it can't have been complete.
    chat.type("\x03");
    await chat.shows("(stopped)");
  });
});

describe("terminal settings", () => {
  test("NO_COLOR: no colour in a whole session, but dim and bold stay", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying(markdown)], {
      env: { NO_COLOR: "1" },
    });
    await chat.prompts(1);
    chat.say("Format!");
    await chat.prompts(2);
    chat.say("/stauts");
    await chat.prompts(3);
    chat.say("status");
    await chat.prompts(4);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    expect(chat.text).toContain("Title");
    const styles = [...chat.screen.written.matchAll(new RegExp(sgr, "g"))].map(([sequence]) => sequence);
    expect(styles).toContain("\x1b[2m");
    expect(styles.filter((style) => /\[(3[0-8]|4[0-8]|9\d|10\d)/.test(style))).toEqual([]);
  });

  test("a window of 20 columns shows a whole session, and no row exceeds it", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", {}, "a-rather-long-model-name.gguf");
    const answer = "A sentence that is longer than the window, and a longwordthatfitsnowhereatall.";
    await using chat = new TerminalSession(home, [model, "--no-stats", "--grammar", saying(answer)], {
      columns: 20,
      rows: 10,
    });
    await chat.prompts(1);
    expect(chat.text).toMatch(/^Loading mod.*\.\.\.( 100%)?$/m);
    chat.say("A question longer than the window is wide");
    await chat.prompts(2);
    expect(chat.text).toContain("prompt -> A question\n longer than the win\ndow is wide\n");
    // Words stay whole where they fit.
    expect(chat.text).toContain("\nA sentence that is\nlonger than the\nwindow, and a\n");
    for (const line of chat.screen.lines) expect(Bun.stringWidth(line)).toBeLessThanOrEqual(20);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("a window that grows: the input line adapts to it", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--no-stats", "--grammar", saying("Wide.")], {
      columns: 30,
    });
    await chat.prompts(1);
    chat.type("words that need more room than there is");
    await chat.shows("prompt -> words that need more\n room than there is");
    chat.resize(100, 30);
    await chat.shows("prompt -> words that need more room than there is");
    chat.type("\r");
    await chat.shows("Wide.");
    await chat.prompts(2);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("TERM=dumb gets no colours either", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("**Plain** enough.")], {
      env: { TERM: "dumb" },
    });
    await chat.prompts(1);
    chat.say("Format!");
    await chat.prompts(2);
    expect(chat.screen.written).not.toMatch(sgr);
  });
});
