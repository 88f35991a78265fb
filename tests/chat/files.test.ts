import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { attachmentsIn, readAttachment, withAttachments } from "../../src/chat/attachment.ts";
import { chatToJson, chatToMarkdown, isSavedChat } from "../../src/chat/chat-file.ts";
import { codeBlocks } from "../../src/chat/fenced-blocks.ts";
import { OutputFile } from "../../src/chat/output-file.ts";
import { parseChatFile } from "../../src/chat/read-chat-file.ts";
import { SessionFile } from "../../src/chat/session-file.ts";
import { Transcript } from "../../src/chat/transcript.ts";
import { mentionedPaths, typedPath, typedPaths } from "../../src/chat/typed-paths.ts";
import { fuzz } from "../formats/fuzz.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function someChat() {
  const transcript = new Transcript();
  transcript.append({ role: "system", content: "be kind" });
  transcript.append({ role: "user", content: "Hi, **you**" });
  const question = transcript.head;
  transcript.append({ role: "assistant", content: "Hello", reasoning: "a greeting" });
  transcript.moveTo(question);
  transcript.append({ role: "assistant", content: "Hi!" });
  transcript.append({ role: "summary", content: "they met" });
  const { entries, head } = transcript;
  return { title: "Hi", created: entries[0]!.created, updated: entries.at(-1)!.created, head, entries };
}

describe("a chat as a file", () => {
  test("is read back unchanged, with every branch", () => {
    const chat = someChat();
    expect(parseChatFile(chatToJson(chat), "chat.json", 0)).toEqual(chat);
  });

  test("has thoughts in markdown as a quote before the answer", () => {
    const chat = someChat();
    const markdown = chatToMarkdown(chat, chat.entries.slice(0, 3));
    expect(markdown).toEndWith("## Assistant\n\n> a greeting\n\nHello\n");
  });

  test("is known again as this chat, also after a renaming, and unlike another chat of the day", () => {
    const chat = someChat();
    const path = chat.entries.slice(0, 3);
    const old = chatToMarkdown(chat, path);
    const renamed = { ...chat, title: "Another title" };
    const longer = chat.entries.slice(0, 4);
    expect(isSavedChat(old, chat, longer)).toBe(true);
    expect(isSavedChat(old, renamed, longer)).toBe(true);
    expect(isSavedChat(chatToJson(chat), renamed, longer)).toBe(true);
    const other = path.map((entry) => ({ ...entry, content: `${entry.content}, too` }));
    expect(isSavedChat(old, renamed, other)).toBe(false);
    expect(isSavedChat(old, renamed, [])).toBe(false);
    expect(isSavedChat("# My notes\n\nbe kind\n", renamed, path)).toBe(false);
  });

  test("is read from other programs' lists of messages", () => {
    const messages = [
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello" },
    ];
    for (const file of [messages, { messages, model: "other" }]) {
      const { entries, head, title } = parseChatFile(JSON.stringify(file), "chat.json", 77);
      expect(entries.map(({ role, content, created }) => ({ role, content, created }))).toEqual([
        { role: "user", content: "Hi", created: 77 },
        { role: "assistant", content: "Hello", created: 77 },
      ]);
      expect(entries[1]?.parent).toBe(entries[0]!.id);
      expect(head).toBe(entries[1]!.id);
      expect(title).toBe("Hi");
    }
  });

  test.each([
    ["", /not JSON/],
    ["[]", /no messages/],
    ['{"messages": 3}', /not a chat: messages/],
    ['{"messages": [{"role": "robot", "content": ""}]}', /not a chat: messages\.0\.role/],
    ['{"version": 99, "messages": []}', /newer anechat/],
    ['[{"role":"user","content":"a","id":"1"},{"role":"user","content":"b","id":"1"}]', /comes twice/],
    ['[{"role":"user","content":"a","id":"1","parent":"2"}]', /isn't there/],
    [
      '{"head": "9", "messages": [{"role":"user","content":"a","id":"1"}]}',
      /head is a message that isn't there/,
    ],
  ])("%j is refused with the reason", (text, reason) => {
    expect(() => parseChatFile(text, "chat.json", 0)).toThrow(reason);
  });

  test("that is damaged anywhere is a chat or a clear error", () => {
    const bytes = new TextEncoder().encode(chatToJson(someChat()));
    fuzz(bytes, 500, (damaged) => {
      try {
        parseChatFile(new TextDecoder().decode(damaged), "chat.json", 0);
      } catch (error) {
        expect(String(error)).toMatch(/chat\.json (is not|holds no|was written)/);
      }
    });
  });

  test("for people is markdown of the current branch", () => {
    const chat = someChat();
    const text = chatToMarkdown(chat, new Transcript(chat).path());
    expect(text).toContain("## User\n\nHi, **you**\n\n## Assistant\n\nHi!\n");
    expect(text).not.toContain("Hello");
  });
});

describe("paths", () => {
  test("are named with an at sign", () => {
    expect(mentionedPaths('look at @a.txt, @"my notes.md" and @src/b.ts. Mail me@home.org')).toEqual([
      "a.txt",
      "my notes.md",
      "src/b.ts",
    ]);
  });

  test.each([
    ["see @'my notes.md'.", ["my notes.md"]],
    ["see @my\\ notes.md, please", ["my notes.md"]],
    ['(@"a b") @x! @@ @ @', ["x", "@"]],
    ["@C:\\notes\\a.txt", ["C:\\notes\\a.txt"]],
    ['@"open', ['"open']],
  ])("%j mentions %j", (text, paths) => {
    expect(mentionedPaths(text)).toEqual(paths);
  });

  const noFile = (): boolean => false;

  test.each([
    ["a.txt", ["a.txt"]],
    ['"my notes.txt"', ["my notes.txt"]],
    ["'my notes.txt'", ["my notes.txt"]],
    ["my\\ notes.txt", ["my notes.txt"]],
    // As terminals insert dropped files.
    ["'/tmp/it'\\''s.txt' /tmp/b.txt ", ["/tmp/it's.txt", "/tmp/b.txt"]],
    ["/tmp/a\\(1\\).txt", ["/tmp/a(1).txt"]],
    ["file:///tmp/my%20notes.txt", ["/tmp/my notes.txt"]],
    ["file://elsewhere/a.txt", ["file://elsewhere/a.txt"]],
    ["C:\\Users\\me\\a.txt", ["C:\\Users\\me\\a.txt"]],
    ["  ", []],
  ])("%j names %j", (line, paths) => {
    expect(typedPaths(line, noFile)).toEqual(paths);
  });

  test("with spaces need no quotes if the whole line is one file", () => {
    expect(typedPaths("my notes.txt", (path) => path === "my notes.txt")).toEqual(["my notes.txt"]);
    expect(typedPath("my notes.txt")).toBe("my notes.txt");
    expect(typedPath('"my notes.txt"')).toBe("my notes.txt");
  });

  test("in any text are found without an error", () => {
    const sample = "see @\"a b\" @'c' @d\\ e file:///%41 'x'\\''y' \"";
    fuzz(new TextEncoder().encode(sample), 1000, (damaged) => {
      const text = new TextDecoder().decode(damaged);
      for (const path of mentionedPaths(text)) expect(path).not.toBe("");
      expect(typedPaths(text, noFile).length).toBeLessThanOrEqual(text.split(/\s+/).length);
    });
  });
});

describe("attachments", () => {
  test("follow the message, in a code fence that nothing in them closes", () => {
    const text = withAttachments("What is this?", [{ path: "a.md", text: "```js\n1\n```\n" }]);
    expect(text).toBe("What is this?\n\na.md:\n````\n```js\n1\n```\n````");
  });

  test("are found again below the message, whatever is in them", () => {
    const pieces = ["", "a", "`", "```", "````js", "\n", "\n\n", "b.md:\n", "x:\n```\n", " ", "ü"];
    let state = 17;
    const next = (size: number): number => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return state % size;
    };
    const some = (): string => Array.from({ length: next(6) }, () => pieces[next(pieces.length)]).join("");
    for (let round = 0; round < 2000; round += 1) {
      const typed = `q${some()}`;
      const files = Array.from({ length: next(4) }, (_, index) => ({ path: `f${index}.md`, text: some() }));
      const content = withAttachments(typed, files);
      const found = attachmentsIn(content, typed);
      expect(found.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
      expect(withAttachments(typed, found)).toBe(content);
    }
  });

  test("must be text", () => {
    const write = (name: string, content: string | Uint8Array): string => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    };
    expect(readAttachment(write("a.txt", "ü")).text).toBe("ü");
    expect(() => readAttachment(write("b.bin", new Uint8Array([1, 0, 2])))).toThrow("is not text");
    expect(() => readAttachment(write("c.txt", new Uint8Array([0xc3, 0x28])))).toThrow(
      "is not text in UTF-8",
    );
    expect(() => readAttachment(folder)).toThrow("is a folder");
    expect(() => readAttachment(join(folder, "none"))).toThrow(`There is no file ${join(folder, "none")}`);
  });
});

describe("--output", () => {
  function written(name: string, ...answers: string[]): string {
    const path = join(folder, name);
    {
      using file = new OutputFile(path);
      for (const answer of answers) {
        for (const character of answer) file.write(character);
        file.endAnswer();
      }
    }
    return readFileSync(path, "utf8");
  }

  test("writes whole answers to a text file", () => {
    expect(written("a.md", "One", "Two\n")).toBe("One\n\nTwo\n");
  });

  test("writes only fenced code to a code file", () => {
    const answer = "Here:\n```python\na = 1\n```\nand\n~~~\nb = 2\n~~~~\nDone.";
    expect(written("a.py", answer)).toBe("a = 1\n\nb = 2\n");
    expect(written("b.py", "```\nunclosed")).toBe("unclosed\n");
    expect(written("c.py", "````\n```\ninner\n```\n````")).toBe("```\ninner\n```\n");
  });

  test("writes all of an answer without fences, and reports it", () => {
    const path = join(folder, "a.py");
    using file = new OutputFile(path);
    file.write("a = 1");
    expect(file.endAnswer()).toBe(false);
    expect(readFileSync(path, "utf8")).toBe("a = 1\n");
  });

  test("that can't be written is an error before any question is asked", () => {
    expect(() => new OutputFile(join(folder, "none", "a.txt"))).toThrow(
      "can't be written: its folder doesn't exist",
    );
  });

  test("the blocks of code are what /copy code copies", () => {
    expect(codeBlocks("```\na\n```\n```\nb\nc\n```\n")).toEqual(["a\n", "b\nc\n"]);
    expect(codeBlocks("no code")).toEqual([]);
  });
});

describe("--save-to", () => {
  test("writes each chat to its own file, complete after every message", () => {
    const file = new SessionFile(join(folder, "sessions"), expect.unreachable);
    for (const word of ["one", "two"]) {
      file.begin();
      const transcript = new Transcript(undefined, [file]);
      transcript.append({ role: "user", content: word });
      expect(parseChatFile(readFileSync(file.path!, "utf8"), "x", 0).entries).toEqual(transcript.entries);
      transcript.append({ role: "assistant", content: word.toUpperCase() });
      expect(parseChatFile(readFileSync(file.path!, "utf8"), "x", 0).entries).toEqual(transcript.entries);
    }
    const names = readdirSync(join(folder, "sessions"));
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^session_\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d(_2)?\.json$/);
  });

  test("that can't be written is reported once", () => {
    writeFileSync(join(folder, "file"), "");
    const reported: string[] = [];
    const transcript = new Transcript(undefined, [
      new SessionFile(join(folder, "file"), (line) => reported.push(line)),
    ]);
    transcript.append({ role: "user", content: "a" });
    transcript.append({ role: "assistant", content: "b" });
    expect(reported).toHaveLength(1);
  });
});
