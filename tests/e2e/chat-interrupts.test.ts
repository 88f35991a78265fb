import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { executable, Sandbox, saying } from "../fixtures/executable.ts";
import { longPrompt, slowToLoad, slowToRead } from "../fixtures/slow-models.ts";
import { keys, type Modes, restored, TerminalSession } from "../fixtures/terminal.ts";

const raw: Modes = {
  ...restored,
  echo: false,
  lines: false,
  signals: false,
  bracketedPaste: true,
  focusEvents: true,
  kittyFlags: ["5"],
  modifyOtherKeys: true,
};

/** An answer without an end. */
const endless = ["--grammar", 'root ::= "la " root', "--max-tokens", "0"];

describe("Ctrl+C", () => {
  test("while the model loads: ends with status 130 and restores the terminal", async () => {
    using home = new Sandbox();
    const model = join(home.folder, "slow.gguf");
    await slowToLoad(model);
    await using chat = new TerminalSession(home, [model]);
    await chat.shows("Loading model slow.gguf");
    expect(chat.modes).toEqual(raw);
    chat.type(keys.ctrlC);
    expect(await chat.exit()).toBe(130);
    expect(chat.text).not.toContain("prompt ->");
    expect(chat.text).not.toContain("successfully");
    expect(chat.modes).toEqual(restored);
  });

  test("during a long prefill: stops immediately, and the chat continues", async () => {
    using home = new Sandbox();
    const model = await slowToRead();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Short."), "--no-stats"]);
    await chat.prompts(1);
    chat.type(keys.paste(longPrompt) + keys.enter);
    await chat.shows(/Reading the prompt\.\.\. /);
    chat.type(keys.ctrlC);
    await chat.shows("(stopped)");
    expect(chat.text).not.toContain("Short.");
    await chat.prompts(2);
    chat.say("Shorter, then?");
    await chat.shows("prompt -> Shorter, then?\nShort.\n");
    await chat.prompts(3);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("during an answer: the text so far is kept, and the chat continues from there", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", { contextLength: 65_536 });
    await using chat = new TerminalSession(home, [model, ...endless, "--no-stats"]);
    await chat.prompts(1);
    chat.say("Sing!");
    await chat.shows("la la la la");
    chat.type(keys.ctrlC);
    await chat.shows(/^la la la la[\s\S]*\n\(stopped\)\n/m);
    await chat.prompts(2);
    chat.say("status");
    // Question and answer are in the conversation.
    await chat.shows(/Turns {5}1\n/);
    expect(chat.text).toMatch(/^Context {3}[1-9]\d* of up to /m);
    await chat.prompts(3);
    chat.say("Again!");
    await chat.shows(/Again!\nla la la la/);
    chat.type(keys.ctrlC);
    await chat.prompts(4);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
    expect(chat.modes).toEqual(restored);
  });

  test("at the prompt: clears the line, which Up brings back; pressed twice on an empty one, it leaves", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model, "--grammar", saying("Yes."), "--no-stats"]);
    await chat.prompts(1);
    chat.type(`half a thought${keys.ctrlC}`);
    chat.type(`another draft${keys.ctrlC}`);
    await chat.prompts(1);
    chat.type(`${keys.up}${keys.up}`);
    await chat.shows("prompt -> half a thought");
    chat.type(keys.ctrlC);
    await chat.prompts(1);
    chat.type(keys.ctrlC);
    await chat.shows("Press Ctrl+C again to leave");
    // After another input, it is the first Ctrl+C again.
    chat.say("Still there?");
    await chat.prompts(2);
    chat.type(keys.ctrlC);
    await chat.shows("Press Ctrl+C again to leave");
    chat.type(keys.ctrlC);
    expect(await chat.exit()).toBe(0);
    expect(chat.screen.lines.slice(2)).toEqual([
      "",
      "prompt -> Still there?",
      "Yes.",
      "",
      "prompt ->",
      "Goodbye!",
    ]);
    expect(chat.modes).toEqual(restored);
  });

  test("as a signal (SIGINT): stops the answer, not the chat", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", { contextLength: 65_536 });
    await using chat = new TerminalSession(home, [model, ...endless, "--no-stats"]);
    await chat.prompts(1);
    chat.say("Sing!");
    await chat.shows("la la la la");
    chat.kill("SIGINT");
    await chat.shows("(stopped)");
    await chat.prompts(2);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });
});

describe("Esc", () => {
  test("stops an answer as Ctrl+C does, and what is typed ahead stays", async () => {
    using home = new Sandbox();
    const model = await home.model("bpe", { contextLength: 65_536 });
    await using chat = new TerminalSession(home, [model, ...endless, "--no-stats"]);
    for (const [index, escapeKey] of ["\x1b", "\x1b[27u"].entries()) {
      await chat.prompts(2 * index + 1);
      chat.say("Sing!");
      await chat.shows("Sing!\nla la la la", index + 1);
      chat.type("stat");
      chat.type(escapeKey);
      await chat.shows(/^\(stopped\)\n\nprompt -> stat(us)?$/m, index + 1);
      chat.say("us");
      await chat.shows(/^Turns +\d$/m, index + 1);
    }
    await chat.prompts(5);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });

  test("doesn't stop the model's loading, which would end the chat", async () => {
    using home = new Sandbox();
    const model = join(home.folder, "slow.gguf");
    await slowToLoad(model);
    await using chat = new TerminalSession(home, [model]);
    await chat.shows("Loading model slow.gguf");
    chat.type("\x1b[27u\x1b[27u");
    await chat.prompts(1);
    chat.say("quit");
    expect(await chat.exit()).toBe(0);
  });
});

test("Ctrl+J and Shift+Enter start a new line; an Enter that was typed before the start is Enter", async () => {
  using home = new Sandbox();
  const model = await home.model();
  await using chat = new TerminalSession(home, [model, "--no-stats", "--grammar", saying("Yes.")]);
  chat.type("early\r");
  await chat.shows("prompt -> early\nYes.\n");
  await chat.prompts(2);
  chat.type("one\ntwo\x1b[13;2uthree\x1b[27;2;13~four\r");
  await chat.shows("prompt -> one\n       -> two\n       -> three\n       -> four\nYes.");
});

describe("the terminal is restored", () => {
  test("at the end of a chat", async () => {
    using home = new Sandbox();
    const model = await home.model();
    await using chat = new TerminalSession(home, [model]);
    await chat.prompts(1);
    expect(chat.modes).toEqual(raw);
    chat.say("quit");
    await chat.exit();
    expect(chat.modes).toEqual(restored);
  });

  test("when the model can't be loaded", async () => {
    using home = new Sandbox();
    await using chat = new TerminalSession(home, ["nowhere.gguf"]);
    expect(await chat.exit()).toBe(3);
    expect(chat.text).toContain("anechat: There is no file nowhere.gguf");
    expect(chat.modes).toEqual(restored);
  });

  test.each([
    ["SIGQUIT", (chat: TerminalSession) => chat.kill("SIGQUIT")],
    ["Ctrl+\\", (chat: TerminalSession) => chat.type("\x1c")],
    ["Ctrl+\\ in kitty's protocol", (chat: TerminalSession) => chat.type("\x1b[92;5u")],
  ] as const)("when %s ends it", async (_, end) => {
    using home = new Sandbox();
    await using chat = new TerminalSession(home, [await home.model()]);
    await chat.prompts(1);
    end(chat);
    expect(await chat.exit()).toBe("SIGQUIT");
    expect(chat.modes).toEqual(restored);
  });

  test("while an editor has it, and taken again after that", async () => {
    using home = new Sandbox();
    const editor = home.file("editor.sh", 'echo "editing"; read line; printf "Better" > "$1"');
    const args = [await home.model(), "--no-stats", "--grammar", saying("Yes.")];
    await using chat = new TerminalSession(home, args, { env: { EDITOR: `sh ${editor}` } });
    await chat.prompts(1);
    chat.say("Good");
    await chat.prompts(2);
    chat.say("/edit");
    await chat.shows("editing");
    expect(chat.modes).toEqual(restored);
    chat.type("\r");
    await chat.shows("prompt -> Better\nYes.");
    await chat.prompts(4);
    expect(chat.modes).toEqual(raw);
  });

  test("when the terminal hangs up while an editor has it", async () => {
    using home = new Sandbox();
    const editor = home.file("editor.sh", "kill -HUP $PPID");
    const args = [await home.model(), "--no-stats", "--grammar", saying("Yes.")];
    await using chat = new TerminalSession(home, args, { env: { EDITOR: `sh ${editor}` } });
    await chat.prompts(1);
    chat.say("Good");
    await chat.prompts(2);
    chat.say("/edit");
    expect(await chat.exit()).toBe("SIGHUP");
    expect(chat.modes).toEqual(restored);
    expect((await home.run(["chats", "show", "1", "--json"])).stdout).toContain("Good");
  });

  test.each(["SIGTERM", "SIGHUP"] as const)(
    "when %s ends it, at the prompt and during an answer",
    async (signal) => {
      using home = new Sandbox();
      const model = await home.model("bpe", { contextLength: 65_536 });
      await using idle = new TerminalSession(home, [model]);
      await idle.prompts(1);
      idle.kill(signal);
      expect(await idle.exit()).toBe(signal);
      expect(idle.modes).toEqual(restored);

      await using busy = new TerminalSession(home, [model, ...endless]);
      await busy.prompts(1);
      busy.say("Sing!");
      await busy.shows("la la la la");
      busy.type("typed ahead");
      busy.kill(signal);
      expect(await busy.exit()).toBe(signal);
      expect(busy.modes).toEqual(restored);
    },
  );

  /** Runs it in a shell with job control, so that Ctrl+Z stops it. Enter continues it. */
  function inShell(home: Sandbox, args: readonly string[]): TerminalSession {
    const script = home.file("job.sh", `set -m\n"$@"\necho "stopped with $?"\nread line\nfg >/dev/null\n`);
    const program = Bun.which("bash") ?? "bash";
    return new TerminalSession(home, [script, executable, ...args], { program, columns: 100 });
  }

  test("after Ctrl+Z, and taken again when the chat continues", async () => {
    using home = new Sandbox();
    await using shell = inShell(home, [await home.model(), "--no-stats"]);
    await shell.prompts(1);
    shell.type("half a \x1a");
    await shell.shows("stopped with 148");
    expect(shell.modes).toEqual(restored);
    shell.type("\r");
    await shell.shows(/prompt -> half a$/);
    shell.type(`${keys.ctrlC}quit\r`);
    await shell.shows("Goodbye!");
    expect(await shell.exit()).toBe(0);
  });

  test("after Ctrl+Z in a menu, which is shown again when it continues", async () => {
    using home = new Sandbox();
    await using shell = inShell(home, []);
    await shell.shows("to select");
    shell.type("\x1a");
    await shell.shows("stopped with 148");
    expect(shell.modes).toEqual(restored);
    shell.type(keys.enter);
    await shell.shows("to select", 2);
    shell.type(keys.enter);
    await shell.prompts(1);
    shell.say("quit");
    expect(await shell.exit()).toBe(0);
    expect(shell.text).toContain("Loading model demo...");
  });
});
