import { describe, expect, test } from "bun:test";
import { editDistance } from "../../src/base/suggest.ts";
import { commandTable, completeCommand, formatHelp, parseChatInput } from "../../src/terminal/commands.ts";

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
  ])("%j is a message", (text) => {
    expect(parseChatInput(text)).toEqual({ type: "message", text });
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
    expect(completeCommand("/")).toEqual(commandTable.map(({ name }) => `/${name}`));
    expect(completeCommand("/ST")).toEqual(["/status"]);
    expect(completeCommand("st")).toEqual([]);
    expect(completeCommand("/help x")).toEqual([]);
    expect(formatHelp().split("\n")[2]).toMatch(/^\/clear +Forget the conversation and start a new one$/);
  });

  test("edit distance", () => {
    expect(editDistance("", "abc")).toBe(3);
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("stauts", "status")).toBe(1);
  });
});
