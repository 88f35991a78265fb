import { expect, test } from "bun:test";
import { cutNote, droppedNote } from "../../src/terminal/notes.ts";

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

test("an answer that was cut is followed by what to type: commands in a chat, flags for a script", () => {
  const note = (finish: "length" | "context" | "stop", isChat: boolean): string | undefined =>
    cutNote(
      {
        type: "done",
        finish,
        usage: {
          promptTokens: 1,
          cachedTokens: 0,
          completionTokens: 8,
          contextUsed: 9,
          contextSize: 512,
          contextLimit: 512,
        },
        timings: { promptMs: 0, firstTokenMs: 0, generationMs: 0, totalMs: 0 },
      },
      isChat,
    );
  expect(note("length", true)).toBe(
    "The answer was cut after 8 tokens: /continue resumes it, /set max-tokens N allows more.",
  );
  expect(note("length", false)).toBe(
    "The answer was cut after 8 tokens: --max-tokens allows more (0: no limit).",
  );
  expect(note("context", true)).toContain(
    "the context of 512 tokens is full. /compact or /clear makes room;",
  );
  expect(note("context", false)).not.toContain("/compact");
  expect(note("stop", true)).toBeUndefined();
});
