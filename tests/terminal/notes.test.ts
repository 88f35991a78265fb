import { expect, test } from "bun:test";
import { droppedNote } from "../../src/terminal/notes.ts";

const messages = [{ role: "user", content: "1" } as const, { role: "assistant", content: "2" } as const];

test("a note on dropped turns names the limit that caused it", () => {
  const note = (reason: "turns" | "promptTokens" | "context", isChat: boolean): string =>
    droppedNote({ type: "dropped", messages, reason, limit: 512 }, isChat);
  expect(note("turns", true)).toBe("(1 oldest turn left out: --max-turns limits how many are sent.)");
  expect(note("promptTokens", true)).toBe(
    "(1 oldest turn left out: --trim-tokens limits the prompt to 512 tokens.)",
  );
  expect(note("context", true)).toBe(
    "(1 oldest turn left out: the context of 512 tokens is full. Use /compact or /clear.)",
  );
});

test("a script is not told to type commands of the chat", () => {
  expect(droppedNote({ type: "dropped", messages, reason: "context", limit: 512 }, false)).toBe(
    "(1 oldest turn left out: the context of 512 tokens is full.)",
  );
});
