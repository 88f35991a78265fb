import { describe, expect, test } from "bun:test";
import { editDistance } from "../../src/base/suggest.ts";
import {
  commandCandidates,
  commandTable,
  formatCommandHelp,
  formatHelp,
  parseChatInput,
} from "../../src/terminal/commands.ts";

const command = (name: "help" | "clear" | "status" | "quit", argument = "") =>
  ({ type: "command", name, argument }) as const;

describe("commands", () => {
  test.each([
    ["quit", command("quit")],
    ["BYE", command("quit")],
    [" Exit ", command("quit")],
    ["/quit", command("quit")],
    ["/Bye", command("quit")],
    ["/exit", command("quit")],
    ["/q", command("quit")],
    ["clear", command("clear")],
    ["/CLEAR", command("clear")],
    ["help", command("help")],
    ["/status", command("status")],
    ["/help clear me", command("help", "clear me")],
    ["/?", command("help")],
    ["/? set", command("help", "set")],
    ["/new", command("clear")],
  ])("%j", (text, expected) => {
    expect(parseChatInput(text)).toEqual(expected);
  });

  test.each([
    "q",
    "help me",
    "quit smoking",
    "what is /help?",
    "/usr/bin is full",
    "/* c */",
    "/1",
    "/",
    " /help",
    "//x",
    "/?x",
    "new",
    " !ls",
    "!",
    "!!!",
    "![image](a.png)",
    "!function () {\n}()",
  ])("%j is a message", (text) => {
    expect(parseChatInput(text)).toEqual({ type: "message", text });
  });

  test.each([
    ["/undo 2", "2"],
    ["/clear\nthe table\nand go", "the table…"],
    [
      "/retry with a text that is longer than what an error can show",
      "with a text that is longer than what an…",
    ],
  ])("what follows a command without an argument is never dropped: %j", (text, shown) => {
    expect(parseChatInput(text)).toEqual({
      type: "unknown",
      message: expect.stringContaining(`takes no argument ("${shown}"). A space before the slash`),
    });
  });

  test("nothing but white space is empty", () => {
    expect(parseChatInput(" \n\t")).toEqual({ type: "empty" });
  });

  test("a typo is answered with a suggestion", () => {
    const answer = (text: string) => {
      const input = parseChatInput(text);
      return input.type === "unknown" ? input.message : input.type;
    };
    expect(answer("/stauts")).toBe("Unknown command /stauts. Did you mean /status?");
    expect(answer("/hlep now")).toBe("Unknown command /hlep. Did you mean /help?");
    expect(answer("/exut")).toBe("Unknown command /exut. Did you mean /exit?");
    const typos = {
      cont: "continue",
      swtich: "switch",
      modles: "models",
      model: "models",
      cler: "clear",
      halp: "help",
      renmae: "rename",
      fiel: "file",
      nothnk: "nothink",
      stat: "status",
    };
    for (const [typo, meant] of Object.entries(typos)) {
      expect(answer(`/${typo}`)).toBe(`Unknown command /${typo}. Did you mean /${meant}?`);
    }
    expect(answer("/etc")).toBe(
      "Unknown command /etc. See /help; a space before the slash sends it to the model.",
    );
  });

  test("another table of commands needs no other code", () => {
    const table = [{ name: "save", argument: "NAME", help: "Save the chat" }] as const;
    expect(parseChatInput("/save my chat", table)).toEqual({
      type: "command",
      name: "save",
      argument: "my chat",
    });
    expect(parseChatInput("save", table)).toEqual({ type: "message", text: "save" });
    expect(formatHelp(table)).toBe("/save NAME  Save the chat");
  });

  test("completion and help come from the table", () => {
    const names = (text: string) => commandCandidates(text).map(({ value }) => value);
    const typed = commandTable.filter(({ name }) => name !== "shell");
    expect(names("/")).toEqual(typed.map(({ name }) => `/${name}`));
    expect(names("/ST")).toEqual(["/status"]);
    expect(names("/by")).toEqual(["/bye"]);
    expect(names("/help x")).toEqual([]);
    expect(formatHelp()).toMatch(/^Chats:\n\/clear +Start a new conversation; the old one stays saved$/m);
  });

  test("one line with ! is a command of the shell", () => {
    expect(parseChatInput("!ls -l \n")).toEqual({ type: "command", name: "shell", argument: "ls -l" });
    expect(parseChatInput("! git diff")).toMatchObject({ name: "shell", argument: "git diff" });
  });

  test("the help fits 80 columns and a window of 40 rows, with every command once", () => {
    const rows = formatHelp().split("\n");
    expect(rows.length).toBeLessThan(36);
    expect(rows.filter((row) => row.length > 80)).toEqual([]);
    expect(rows.filter((row) => /^[/!]/.test(row))).toHaveLength(commandTable.length);
  });

  test("the help of a command shows its other names and examples", () => {
    expect(formatCommandHelp("/quit")).toStartWith("/quit (also: /exit, /bye, /q)\n");
    expect(formatCommandHelp("set")).toMatch(/\n {2}\/set temp 0\.3 +the beginning of a key/);
    expect(formatCommandHelp("!")).toStartWith("!COMMAND\n");
    expect(formatCommandHelp("stauts")).toBe("Unknown command /stauts. Did you mean /status?");
    for (const { name } of commandTable)
      expect(formatCommandHelp(name).split("\n").length).toBeGreaterThan(1);
  });

  test("edit distance", () => {
    expect(editDistance("", "abc")).toBe(3);
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("stauts", "status")).toBe(1);
  });
});
