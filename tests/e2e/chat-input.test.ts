/** The input line of a chat, in a pseudo-terminal. */
import { describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Sandbox, saying } from "../fixtures/executable.ts";
import { endless, FakeEndpoint, messagesOf } from "../fixtures/fake-endpoint.ts";
import { keys, restored, TerminalSession } from "../fixtures/terminal.ts";

const ctrlG = "\x07";
const ctrlR = "\x12";
const escapeKey = "\x1b[27u";

/** The newest question that the server got. */
const asked = (server: FakeEndpoint): string | undefined => messagesOf(server).at(-1)?.at(-1);

const demo = ["demo", "--no-stats", "--grammar", saying("Yes.")];

test("Ctrl+R finds a question of an earlier chat, and Enter asks it again", async () => {
  using home = new Sandbox();
  for (const [first, last] of [
    ["What is a finch?", "And a wren?"],
    [`${ctrlR}fin`, "quit"],
  ] as const) {
    await using chat = new TerminalSession(home, demo);
    await chat.prompts(1);
    if (last === "quit") {
      chat.type(first);
      await chat.shows("prompt -> What is a finch?\nsearch -> fin");
      chat.type(keys.enter);
      await chat.shows("prompt -> What is a finch?\nYes.");
    } else {
      chat.say(first);
      await chat.prompts(2);
      chat.say(last);
    }
    await chat.shows(/^Yes\.$/m, last === "quit" ? 1 : 2);
    chat.type(keys.ctrlD);
    await chat.exit();
  }
});

test('""" sends what is between as one message', async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
  await chat.prompts(1);
  chat.say('"""first line');
  await chat.shows('prompt -> """first line\n       ->');
  chat.say("/quit");
  chat.say('last line"""');
  await chat.prompts(2);
  expect(asked(server)).toBe("user: first line\n/quit\nlast line");
});

describe("@", () => {
  test("lists files, narrows, and sends the chosen one, whatever its name", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    mkdirSync(join(home.cwd, "my folder"));
    writeFileSync(join(home.cwd, "my folder", "a note.txt"), "secret banana");
    writeFileSync(join(home.cwd, "my letter.txt"), "secret cherry");
    writeFileSync(join(home.cwd, "other.txt"), "no secret");
    await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
    await chat.prompts(1);
    chat.type("see @");
    await chat.shows("prompt -> see @\nmy folder/  my letter.txt  other.txt");
    chat.type("my");
    await chat.shows(/prompt -> see @my\nmy folder\/ {2}my letter\.txt$/);
    chat.type(keys.down);
    await chat.shows('prompt -> see @"my folder/');
    chat.type(keys.enter);
    await chat.shows(/a note\.txt$/);
    chat.type(keys.tab);
    await chat.shows('prompt -> see @"my folder/a note.txt"');
    chat.type("please\r");
    await chat.prompts(2);
    expect(asked(server)).toBe(
      'user: see @"my folder/a note.txt" please\n\nmy folder/a note.txt:\n```\nsecret banana\n```',
    );
  });

  test("Escape closes the list, and Enter without a choice sends what is typed", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    writeFileSync(join(home.cwd, "notes.txt"), "secret");
    writeFileSync(join(home.cwd, "north.txt"), "secret");
    await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
    await chat.prompts(1);
    chat.type("ask @no");
    await chat.shows("north.txt");
    chat.type(escapeKey);
    await chat.shows(/prompt -> ask @no$/);
    chat.type("\x7f\x7fno\r");
    await chat.prompts(2);
    expect(asked(server)).toBe("user: ask @no");
  });
});

test("Ctrl+G opens the draft in the user's editor, and nothing is sent by that", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  const editor = home.file("editor.sh", 'printf "%s,\\nedited\\n" "$(cat "$1")" > "$1"');
  const env = { EDITOR: `sh ${editor}` };
  await using chat = new TerminalSession(home, [server.address, "--no-stats"], { env });
  await chat.prompts(1);
  chat.type(`my draft${ctrlG}`);
  await chat.shows("prompt -> my draft,\n       -> edited");
  expect(messagesOf(server)).toEqual([]);
  chat.type("!\r");
  await chat.prompts(2);
  expect(asked(server)).toBe("user: my draft,\nedited!");
});

test("what an editor had saved before it was killed comes back, and the terminal works", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  const editor = home.file("my editor.sh", 'printf "saved: $2" > "$2"; stty raw -echo; kill -9 $$');
  const env = { EDITOR: `sh "${editor}" -x` };
  await using chat = new TerminalSession(home, [server.address, "--no-stats"], { env });
  await chat.prompts(1);
  chat.type(`draft${ctrlG}`);
  await chat.shows("prompt -> saved: ");
  chat.type("!\r");
  await chat.prompts(2);
  expect(asked(server)).toMatch(/^user: saved: .*message\.md!$/);
  chat.say("/edit");
  await chat.shows("prompt -> saved: ", 2);
  chat.type("?\r");
  await chat.prompts(4);
  expect(asked(server)).toMatch(/^user: saved: .*message\.md\?$/);
  chat.type(keys.ctrlD);
  expect(await chat.exit()).toBe(0);
  expect(chat.modes).toEqual(restored);
});

test("an editor that can't be found is named below the line, whose text stays", async () => {
  using home = new Sandbox();
  await using chat = new TerminalSession(home, demo, { env: { EDITOR: "no-such-editor" } });
  await chat.prompts(1);
  chat.type(`draft${ctrlG}`);
  await chat.shows(/prompt -> draft\n.*no-such-editor/);
  chat.type("!\r");
  await chat.shows("prompt -> draft!\nYes.");
});

test("--vi reads Escape and a letter that come in one read as two keys", async () => {
  using home = new Sandbox();
  await using chat = new TerminalSession(home, [...demo, "--vi"]);
  await chat.prompts(1);
  chat.type("two\x1bIone \x1bA!");
  await chat.shows("prompt -> one two!");
});

test("--vi edits with vi's keys", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  await using chat = new TerminalSession(home, [server.address, "--no-stats", "--vi"]);
  await chat.prompts(1);
  chat.type("one two three");
  chat.type(escapeKey);
  await chat.shows("prompt => one two three");
  chat.type("bbcw2");
  chat.type(escapeKey);
  await chat.shows("prompt => one 2 three");
  chat.type("0dw\r");
  await chat.prompts(2);
  expect(asked(server)).toBe("user: 2 three");
});

test("what is typed while an answer comes is seen, and is the next prompts' input", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint();
  server.reply(endless("The answer").reply);
  await using chat = new TerminalSession(home, [server.address, "--no-stats"]);
  await chat.prompts(1);
  chat.say("Go on");
  await chat.shows("The answer");
  chat.type("status\rand a draft");
  await chat.shows("prompt -> status\nprompt -> and a draft");
  chat.type(keys.ctrlC);
  await chat.shows(/^Turns +1$/m);
  await chat.shows(/\nprompt -> and a draft$/);
  chat.type(keys.ctrlC);
  await chat.shows(/\nprompt ->$/);
});

test("Ctrl+C keeps a draft for Up in this chat, and the history of later ones is what was sent", async () => {
  using home = new Sandbox();
  {
    await using chat = new TerminalSession(home, demo);
    await chat.prompts(1);
    chat.say("sent");
    await chat.prompts(2);
    chat.type(`a draft${keys.ctrlC}`);
    await chat.prompts(2);
    chat.type(keys.up);
    await chat.shows(/prompt -> a draft$/);
    chat.type(keys.up);
    await chat.shows(/prompt -> sent$/);
    chat.type(`${keys.ctrlC}quit\r`);
    await chat.exit();
  }
  await using later = new TerminalSession(home, demo);
  await later.prompts(1);
  for (const shown of ["quit", "sent"]) {
    later.type(keys.up);
    await later.shows(`prompt -> ${shown}`);
  }
});
