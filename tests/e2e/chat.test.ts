import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import { chmodSync, existsSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { Sandbox, saying } from "../fixtures/executable.ts";
import { keys, TerminalSession } from "../fixtures/terminal.ts";

const stats = /^\d+ tokens( · [\d.]+ tokens\/s)? · first token [\d.]+ s · context \d+\/\d+$/;

/** The lines of a session, with values that vary replaced. */
function lines(session: TerminalSession): string[] {
  return session.screen.lines.map((line) =>
    stats.test(line)
      ? "<stats>"
      : line
          .replace(/^(Loading model .*\.\.\.)( 100%)$/, "$1")
          .replace(/^(Model loaded successfully! \(134K, F32, context 4096), .*\)$/, "$1, <device>)"),
  );
}

/** The prompt history of a home, oldest first. */
function typed(home: Sandbox): string[] {
  using database = new Database(join(home.data, "chats.sqlite"), { readonly: true });
  return database.query("SELECT text FROM prompts ORDER BY number").values().flat() as string[];
}

/** The open files of a process, on Linux. */
function openFiles(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).flatMap((name) => {
    try {
      return [readlinkSync(join(folder, name))];
    } catch {
      // It was closed meanwhile.
      return [];
    }
  });
}

const opening = [
  "Loading model tiny.gguf...",
  "Model loaded successfully! (134K, F32, context 4096, <device>)",
  "",
];

describe("a chat", () => {
  test("looks exactly like this", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("I am well, thank you.")]);
    await chat.prompts(1);
    chat.say("Hello, how are you?");
    await chat.prompts(2);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    expect(lines(chat)).toEqual([
      ...opening,
      "prompt -> Hello, how are you?",
      "I am well, thank you.",
      "<stats>",
      "",
      "prompt -> quit",
      "Goodbye!",
    ]);
  });

  test("shows no statistics with --no-stats", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--no-stats", "--grammar", saying("Well.")]);
    await chat.prompts(1);
    chat.say("Hello");
    await chat.prompts(2);
    chat.type(keys.ctrlD);
    expect(await chat.exit()).toBe(0);
    expect(lines(chat)).toEqual([...opening, "prompt -> Hello", "Well.", "", "prompt ->", "Goodbye!"]);
  });

  test("remembers: each turn adds its own tokens to the context", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Yes.")]);
    const used: number[] = [];
    for (const turn of [1, 2, 3]) {
      await chat.prompts(turn);
      chat.say("Do you remember?");
      await chat.prompts(turn + 1);
      used.push(Number([...chat.text.matchAll(/context (\d+)\/4096$/gm)].at(-1)?.[1]));
    }
    const [first = 0, second = 0, third = 0] = used;
    // Each turn has the same text, and the template adds the same tokens.
    expect(third - second).toBe(second - first);
    expect(second - first).toBeGreaterThan(first / 2);
    chat.say("clear");
    await chat.shows("The conversation is cleared.");
    await chat.prompts(5);
    chat.say("Do you remember?");
    await chat.prompts(6);
    expect(chat.text.match(/context (\d+)\/4096\n\nprompt ->$/)?.[1]).toBe(String(first));
  });

  test("with --no-history, sends each question alone", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--no-history", "--grammar", saying("Yes.")]);
    await chat.prompts(1);
    chat.say("Do you remember?");
    await chat.prompts(2);
    chat.say("Do you remember?");
    await chat.prompts(3);
    const used = [...chat.text.matchAll(/context (\d+)\/4096$/gm)].map(([, tokens]) => tokens);
    expect(used).toHaveLength(2);
    expect(used[1]).toBe(used[0]!);
  });
});

describe("leaving", () => {
  test.each([
    ...["quit", "QUIT", "bye", "Bye", "exit", "eXit", "/quit", "/bye", "/EXIT", "/q", "/Q", "  quit  "],
  ])("%j says goodbye, with status 0", async (word) => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model]);
    await chat.prompts(1);
    chat.say(word);
    expect(await chat.exit()).toBe(0);
    expect(lines(chat)).toEqual([...opening, `prompt -> ${word}`.trimEnd(), "Goodbye!"]);
  });

  test("Ctrl+D on an empty line does, too", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model]);
    await chat.prompts(1);
    chat.type(keys.ctrlD);
    expect(await chat.exit()).toBe(0);
    expect(lines(chat)).toEqual([...opening, "prompt ->", "Goodbye!"]);
  });

  test("a sentence with such a word is a question like any other", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Take up running.")]);
    await chat.prompts(1);
    chat.say("quit smoking, how?");
    await chat.shows("Take up running.");
    await chat.prompts(2);
  });
});

describe("commands", () => {
  test("work with and without a slash; empty lines are ignored; typos get a hint", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const args = [model, "--system-prompt", "Be brief.", "--temperature", "0", "--grammar", saying("Yes.")];
    await using chat = new TerminalSession(home, args);
    let asked = 0;
    const say = async (line: string): Promise<void> => {
      await chat.prompts(++asked);
      chat.say(line);
      await chat.prompts(asked + 1);
    };
    await say("");
    await say("   ");
    expect(lines(chat).slice(2)).toEqual(["", "prompt ->", "", "prompt ->", "", "prompt ->"]);

    for (const help of ["help", "/help", "HELP"]) {
      const before = chat.screen.lines.length;
      await say(help);
      const shown = chat.screen.lines.slice(before - 1).join("\n");
      for (const command of ["/help", "/clear", "/status", "/quit"]) expect(shown).toContain(`\n${command} `);
      expect(shown).toContain("Alt+Enter");
    }
    await say("Are you there?");
    for (const status of ["status", "/status"]) {
      const before = chat.screen.lines.length;
      await say(status);
      const shown = chat.screen.lines.slice(before).join("\n");
      expect(shown).toContain("Model     tiny.gguf (F32, ");
      expect(shown).toMatch(/^Context {3}[1-9]\d* of up to 4096 tokens used \(\d+ %\)$/m);
      expect(shown).toContain("Turns     1\n");
      expect(shown).toContain("System    Be brief.\n");
      expect(shown).toContain("Sampling  temperature 0\n");
    }
    for (const clear of ["clear", "/clear"]) {
      const before = chat.screen.lines.length;
      await say(clear);
      const [message = "", ...below] = chat.screen.lines.slice(before);
      // The chat is saved; the second time, there is no chat to save.
      const kept = clear === "clear" ? " (It is saved as chat 1.)" : "";
      expect(message).toBe(`The conversation is cleared.${kept}`);
      expect(below).toEqual(["", "prompt ->"]);
    }
    await say("status");
    await chat.shows(/Context {3}0 of up to 4096 tokens used \(0 %\)\nTurns {5}0\n/);
    await say("/stauts");
    await chat.shows("prompt -> /stauts\nUnknown command /stauts. Did you mean /status?\n");
    await say("/etc");
    await chat.shows("Unknown command /etc. See /help; a space before the slash sends it to the model.\n");
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });
});

describe("history", () => {
  test("is available with ↑ in the next run, in a file that only its owner can read", async () => {
    using home = new Sandbox();
    const model = await home.model();
    {
      await using chat = new TerminalSession(home, [model, "--grammar", saying("Yes.")]);
      await chat.prompts(1);
      chat.say("the first question");
      await chat.prompts(2);
      chat.type(`two${keys.altEnter}lines${keys.enter}`);
      await chat.prompts(3);
      chat.say("quit");
      expect(await chat.exit()).toBe(0);
    }
    expect(typed(home)).toEqual(["the first question", "two\nlines", "quit"]);
    expect(statSync(join(home.data, "chats.sqlite")).mode & 0o777).toBe(0o600);

    await using chat = new TerminalSession(home, [model, "--grammar", saying("Again.")]);
    await chat.prompts(1);
    chat.type(keys.up);
    await chat.shows(/^prompt -> quit$/m);
    chat.type(keys.up);
    await chat.shows("prompt -> two\n       -> lines");
    // The first ↑ goes up a line within the entry.
    chat.type(keys.up + keys.up);
    await chat.shows("prompt -> the first question");
    chat.type(`, again${keys.enter}`);
    await chat.shows("prompt -> the first question, again\nAgain.\n");
  });

  test("that can't be written stays in memory, and the chat continues", async () => {
    using home = new Sandbox();
    const model = await home.model();
    home.file("home/.local/share", "a file where a folder should be");
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Yes.")]);
    await chat.prompts(1);
    await chat.shows("Prompt history is kept for this session only:");
    chat.say("first");
    await chat.prompts(2);
    chat.type(keys.up);
    await chat.shows("first", 2);
  });

  test("of an older version's file is imported, and becomes private", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const file = home.file("home/.local/share/anechat/history.jsonl", '"old"\n');
    chmodSync(file, 0o644);
    await using chat = new TerminalSession(home, [model]);
    await chat.prompts(1);
    chat.type(keys.up);
    await chat.shows("prompt -> old");
    chat.type(keys.backspace.repeat(3));
    chat.say("quit");
    await chat.exit();
    expect(statSync(join(home.data, "chats.sqlite")).mode & 0o777).toBe(0o600);
    expect(typed(home)).toEqual(["old", "quit"]);
    expect(existsSync(file)).toBe(false);
  });

  test("stays in memory if a newer anechat wrote the database, with one warning", async () => {
    using home = new Sandbox();
    const model = await home.model();
    const path = home.file("home/.local/share/anechat/chats.sqlite", "");
    const database = new Database(path);
    database.run("PRAGMA user_version = 99");
    database.close();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Yes.")], { columns: 200 });
    await chat.prompts(1);
    chat.say("first");
    await chat.shows("Yes.");
    await chat.prompts(2);
    chat.type(keys.up);
    await chat.shows("first", 2);
    const warning = `Prompt history is kept for this session only: ${path} was written by a newer anechat.`;
    expect(chat.text.split(warning)).toHaveLength(2);
  });

  test.skipIf(process.platform !== "linux")("shares its connection with the chat", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Yes.")]);
    await chat.prompts(1);
    chat.say("a question");
    await chat.prompts(2);
    const files = openFiles(chat.pid);
    expect(files.filter((file) => file === join(home.data, "chats.sqlite"))).toHaveLength(1);
  });
});

describe("typing", () => {
  test("several lines, with Alt+Enter and with a backslash at the end", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Three lines.")]);
    await chat.prompts(1);
    chat.type(`one${keys.altEnter}two\\${keys.enter}three${keys.enter}`);
    await chat.shows("prompt -> one\n       -> two\n       -> three\nThree lines.\n");
    await chat.prompts(2);
    chat.say("quit");
    await chat.exit();
    expect(typed(home)[0]).toBe("one\ntwo\nthree");
  });

  test("a paste is text, with its line breaks and commands, until Enter", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Noted.")]);
    await chat.prompts(1);
    chat.type(keys.paste("quit\nquit\r\n\tbye\x03\x04"));
    await chat.shows(/ {7}-> {5}bye/);
    chat.type("!");
    await chat.shows("bye");
    chat.type(keys.enter);
    await chat.shows("Noted.");
    await chat.prompts(2);
  });

  test("Tab completes a command, and selects commands in turn", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model]);
    await chat.prompts(1);
    chat.type(`/cl${keys.tab}`);
    await chat.shows(/^prompt -> \/clear$/m);
    chat.type(keys.enter);
    await chat.shows("The conversation is cleared.");
    await chat.prompts(2);
    chat.type(`/${keys.tab}`);
    await chat.shows(
      /^prompt -> \/\n\/retry +Ask the last question again.*\n\/edit .*\n(.*\n)+… \d+ more rows$/m,
    );
    chat.type(keys.tab);
    await chat.shows(/^prompt -> \/retry$/m);
    chat.type(keys.tab);
    await chat.shows(/^prompt -> \/edit$/m);
  });

  test("wide, combined and right-to-left characters keep their places", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("你好 👩‍👩‍👧 é שלום")]);
    await chat.prompts(1);
    // Two wide characters, and a third before them, after ← and ←.
    chat.type(`漢字${keys.left}${keys.left}日`);
    await chat.shows("prompt -> 日漢字");
    expect(chat.screen.cursor.column).toBe("prompt -> ".length + 2);
    chat.type(keys.backspace);
    await chat.shows("prompt -> 漢字");
    chat.type(`👍🏽${keys.backspace}é${keys.enter}`);
    await chat.shows("prompt -> é漢字\n你好 👩‍👩‍👧 é שלום\n");
    await chat.prompts(2);
  });

  test("ahead: keys typed while the model loads wait for the prompt", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Early bird.")]);
    await chat.shows("Loading model");
    chat.say("Are you up yet?");
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    expect(lines(chat)).toEqual([
      ...opening,
      "prompt -> Are you up yet?",
      "Early bird.",
      "<stats>",
      "",
      "prompt -> quit",
      "Goodbye!",
    ]);
  });
});
