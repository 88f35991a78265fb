import { describe, expect, test } from "bun:test";
import { type Entry, messagesOf, Transcript, type TranscriptListener } from "../../src/chat/transcript.ts";

/** With the ids "1", "2", … and a stopped clock. */
function transcript(listeners: readonly TranscriptListener[] = []): Transcript {
  let last = 0;
  const tools = { now: () => 0, newId: () => String(++last) };
  return new Transcript(undefined, listeners, tools);
}

const contents = (entries: readonly { content: string }[]): string[] => entries.map(({ content }) => content);

describe("a transcript", () => {
  test("keeps every branch, and continues from its head", () => {
    const chat = transcript();
    const question = chat.append({ role: "user", content: "a?" });
    chat.append({ role: "assistant", content: "A" });
    chat.moveTo(question.id);
    chat.append({ role: "assistant", content: "B" });
    expect(contents(chat.path())).toEqual(["a?", "B"]);
    expect(contents(chat.entries)).toEqual(["a?", "A", "B"]);
    expect(contents(chat.tips())).toEqual(["B", "A"]);
  });

  test("does not list a continued answer as a branch", () => {
    const chat = transcript();
    const question = chat.append({ role: "user", content: "a?" });
    chat.append({ role: "assistant", content: "One," });
    chat.moveTo(question.id);
    chat.append({ role: "assistant", content: "One, two." });
    expect(contents(chat.tips())).toEqual(["One, two."]);
  });

  test("lists the branch that one is on, also if another answer begins with it", () => {
    const chat = transcript();
    const question = chat.append({ role: "user", content: "a?" });
    chat.append({ role: "assistant", content: "One, two." });
    chat.moveTo(question.id);
    chat.append({ role: "assistant", content: "One," });
    expect(contents(chat.tips())).toEqual(["One,", "One, two."]);
  });

  test("reports every change to its listeners", () => {
    const changes: string[] = [];
    const chat = transcript([
      {
        added: (entry: Entry) => changes.push(`added ${entry.id} to ${entry.parent}`),
        moved: (head) => changes.push(`moved to ${head}`),
        renamed: (title) => changes.push(`renamed ${title}`),
      },
    ]);
    chat.append({ role: "user", content: "a?" });
    chat.append({ role: "assistant", content: "A" });
    chat.moveTo("1");
    chat.moveTo("1");
    chat.rename("Letters");
    expect(changes).toEqual(["added 1 to undefined", "added 2 to 1", "moved to 1", "renamed Letters"]);
  });

  test("with a cycle of parents is read to an end", () => {
    const circle = ["1", "2"].map(
      (id): Entry => ({
        id,
        parent: id === "1" ? "2" : "1",
        role: "user",
        content: id,
        created: 0,
      }),
    );
    expect(new Transcript({ entries: circle, head: "1" }).path().length).toBeLessThanOrEqual(3);
  });
});

describe("the messages to send", () => {
  test("begin with the current system prompt, wherever it was set", () => {
    const chat = transcript();
    chat.append({ role: "system", content: "old" });
    chat.append({ role: "user", content: "a?" });
    chat.append({ role: "system", content: "new" });
    expect(messagesOf(chat.path())).toEqual([
      { role: "system", content: "new" },
      { role: "user", content: "a?" },
    ]);
  });

  test("contain a summary in place of what it summarizes", () => {
    const chat = transcript();
    for (const word of ["a", "b", "c"]) {
      chat.append({ role: "user", content: `${word}?` });
      chat.append({ role: "assistant", content: word.toUpperCase() });
    }
    const before = chat.head;
    chat.append({ role: "summary", content: "a and b were said", keptFrom: "5" });
    chat.append({ role: "user", content: "d?" });
    expect(contents(messagesOf(chat.path()).slice(1))).toEqual(["a and b were said", "c?", "C", "d?"]);
    expect(messagesOf(chat.path(before))).toHaveLength(6);
  });
});
