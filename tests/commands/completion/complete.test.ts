/** What Tab offers in a shell. */
import { describe, expect, test } from "bun:test";
import { bashRows, parseBashLine } from "../../../src/commands/completion/bash-line.ts";
import { complete, type Sources } from "../../../src/commands/completion/complete.ts";
import { listCommands, makeProgram } from "../../fixtures/commands.ts";

const { root } = makeProgram();

const named = (...values: string[]) => values.map((value) => ({ value, about: "" }));

const sources: Sources = {
  models: () => named("demo", "org/model:tiny.gguf", "work"),
  localModels: () => named("demo", "org/model:tiny.gguf"),
  modelFiles: () => named("my notes.gguf", "models/", "-dash.gguf", "~tilde.gguf"),
  endpoints: () => named("work"),
  presets: () => named("coder", "brief"),
  chats: () => [
    { value: "12", about: "Bananas" },
    { value: "7", about: "Rust and Go" },
  ],
  servers: () => named("tiny"),
};

const values = (...words: string[]): string[] =>
  complete(root, words, sources).candidates.map(({ value }) => value);

describe("Tab offers", () => {
  test("commands and models first", () => {
    const first = values("");
    for (const one of ["pull", "chats", "help", "demo", "work", "my notes.gguf"])
      expect(first).toContain(one);
    expect(first).not.toContain("__complete");
  });

  test.each<[string[], string[]]>([
    [["comp"], ["compare", "completion"]],
    [
      ["completion", ""],
      ["bash", "fish", "zsh"],
    ],
    [["chats", "e"], ["export"]],
    [
      ["chats", "show", ""],
      ["12", "7"],
    ],
    [
      ["chats", "rm", "12", ""],
      ["12", "7"],
    ],
    [["--resume", "1"], ["12"]],
    [
      ["demo", "--preset", ""],
      ["coder", "brief"],
    ],
    [["demo", "--preset=co"], ["--preset=coder"]],
    [["--endpoint", ""], ["work"]],
    [["compare", "--model1", "org/model:"], ["org/model:tiny.gguf"]],
    [["run", "my"], ["my notes.gguf"]],
    [["stop", ""], ["tiny"]],
    [["help", "chats", "ex"], ["export"]],
    [["help", "serv"], ["serve"]],
    [["help", "al"], ["all"]],
    [["demo", "--seed", ""], []],
    [["--", "serv"], []],
    [["run", "-d"], []],
    [["--", "-d"], ["-dash.gguf"]],
    [["compare", "--model1", "-d"], ["-dash.gguf"]],
    [["demo", "serv"], []],
  ])("after %j %j", (words, expected) => expect(values(...words)).toEqual(expected));

  test("every flag of every command that is not hidden, and --help", () => {
    for (const { path, flags } of listCommands()) {
      expect(values(...path, "--").sort()).toEqual([...flags, "--help"].sort());
    }
  });

  test("remote models only where a remote model is possible", () => {
    expect(values("show", "w")).toEqual([]);
    expect(values("eval", "w")).toEqual(["work"]);
  });

  test("the shell's own files for a flag or argument that names a file, and for unknown models", () => {
    for (const words of [
      ["--batch", ""],
      ["demo", "--output", "x"],
      ["chats", "import", "a", ""],
      ["nosuch"],
    ]) {
      expect({ words, ...complete(root, words, sources) }).toEqual({ words, candidates: [], files: true });
    }
    expect(complete(root, ["de"], sources).files).toBe(false);
    expect(complete(root, ["--seed", ""], sources).files).toBe(false);
  });
});

describe("a line of bash", () => {
  test.each<[string, string[], string]>([
    ["anechat ", ["anechat", ""], ""],
    ["anechat my\\ no", ["anechat", "my no"], ""],
    ['anechat "my no', ["anechat", "my no"], '"'],
    ["anechat 'it\\", ["anechat", "it\\"], "'"],
    ['anechat "a\\"b" -p', ["anechat", 'a"b', "-p"], ""],
    ["anechat '' x", ["anechat", "", "x"], ""],
    ["anechat org/model:t", ["anechat", "org/model:t"], ""],
  ])("%j has the words %j", (line, words, quote) =>
    expect(parseBashLine(line)).toEqual({ words, quote } as ReturnType<typeof parseBashLine>),
  );

  const question = { wordBreaks: " \"':=", type: "9" };
  const rows = (typed: string, type = "9"): string[] => {
    const line = parseBashLine(`anechat ${typed}`);
    return bashRows(complete(root, line.words.slice(1), sources), line, { ...question, type });
  };

  test("gets the rest of a word that bash splits at a colon or equals sign", () => {
    expect(rows("org/model:t")).toEqual(["tiny.gguf"]);
    expect(rows("--preset=co")).toEqual(["coder"]);
  });

  test("gets spaces with a backslash, and inside quotes as they are", () => {
    expect(rows("my")).toEqual(["my\\ notes.gguf"]);
    expect(rows('"my')).toEqual(["my notes.gguf"]);
  });

  test("begins with a tilde that bash does not expand", () =>
    expect(rows("\\~t")).toEqual(["\\~tilde.gguf"]));

  test("shows the titles beside the numbers of several chats, and inserts only the number", () => {
    expect(rows("chats show ")).toEqual(["12  Bananas", "7  Rust and Go"]);
    expect(rows("chats show ", "37")).toEqual(["12", "7"]);
    expect(rows("chats show 1")).toEqual(["12"]);
  });

  test("gets a name of any characters so that bash reads the same name", () => {
    let state = 4711;
    const random = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const alphabet = ["a", " ", "\\", '"', "'", "$", "`", "é", "*", "[", "~", "!", "#", "&", "("];
    for (let round = 0; round < 3000; round += 1) {
      const name = Array.from({ length: 1 + random(8) }, () => alphabet[random(alphabet.length)]).join("");
      for (const quote of ["", '"', "'"] as const) {
        const line = { words: ["anechat", ""], quote };
        const [row = ""] = bashRows({ candidates: named(name), files: false }, line, question);
        expect(parseBashLine(`anechat ${quote}${row}${quote} x`).words).toEqual(["anechat", name, "x"]);
      }
    }
  });

  test("can go on in a folder", () => expect(rows("mod")).toEqual(["models/", ":open"]));

  test("of any characters is read without an error, and a quoted word is one word", () => {
    let state = 12345;
    const random = (below: number): number => {
      state = (state * 1103515245 + 12345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const alphabet = ["a", " ", "\\", '"', "'", "$", "`", ":", "é", "\n", "-"];
    for (let round = 0; round < 5000; round += 1) {
      const text = Array.from({ length: random(12) }, () => alphabet[random(alphabet.length)]).join("");
      expect(parseBashLine(text).words.length).toBeGreaterThan(0);
      const quoted = `'${text.replaceAll("'", "'\\''")}'`;
      expect(parseBashLine(`anechat ${quoted}`).words).toEqual(["anechat", text]);
    }
  });
});
