import { describe, expect, test } from "bun:test";
import { type Entry, messagesOf, Transcript, type TranscriptListener } from "../../src/chat/transcript.ts";

/** Ids "1", "2", …; time stands still. */
function transcript(listeners: readonly TranscriptListener[] = []): Transcript {
  let last = 0;
  const tools = { now: () => 0, newId: () => String(++last) };
  return new Transcript(undefined, listeners, tools);
}

const contents = (entries: readonly { content: string }[]): string[] => entries.map(({ content }) => content);

describe("a transcript", () => {
  test("keeps every branch, and goes on from its head", () => {
    const said = transcript();
    const question = said.append({ role: "user", content: "a?" });
    said.append({ role: "assistant", content: "A" });
    said.moveTo(question.id);
    said.append({ role: "assistant", content: "B" });
    expect(contents(said.path())).toEqual(["a?", "B"]);
    expect(contents(said.entries)).toEqual(["a?", "A", "B"]);
    expect(contents(said.tips())).toEqual(["B", "A"]);
  });

  test("an answer that was gone on with is no branch of its own", () => {
    const said = transcript();
    const question = said.append({ role: "user", content: "a?" });
    said.append({ role: "assistant", content: "One," });
    said.moveTo(question.id);
    said.append({ role: "assistant", content: "One, two." });
    expect(contents(said.tips())).toEqual(["One, two."]);
  });

  test("tells of every change", () => {
    const heard: string[] = [];
    const said = transcript([
      {
        added: (entry: Entry) => heard.push(`added ${entry.id} to ${entry.parent}`),
        moved: (head) => heard.push(`moved to ${head}`),
      },
    ]);
    said.append({ role: "user", content: "a?" });
    said.append({ role: "assistant", content: "A" });
    said.moveTo("1");
    said.moveTo("1");
    expect(heard).toEqual(["added 1 to undefined", "added 2 to 1", "moved to 1"]);
  });

  test("with parents in a circle is read to an end all the same", () => {
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

describe("what is sent", () => {
  test("begins with the system prompt in force, wherever it was said", () => {
    const said = transcript();
    said.append({ role: "system", content: "old" });
    said.append({ role: "user", content: "a?" });
    said.append({ role: "system", content: "new" });
    expect(messagesOf(said.path())).toEqual([
      { role: "system", content: "new" },
      { role: "user", content: "a?" },
    ]);
  });

  test("has a summary in place of what it sums up", () => {
    const said = transcript();
    for (const word of ["a", "b", "c"]) {
      said.append({ role: "user", content: `${word}?` });
      said.append({ role: "assistant", content: word.toUpperCase() });
    }
    const before = said.head;
    said.append({ role: "summary", content: "a and b were said", keptFrom: "5" });
    said.append({ role: "user", content: "d?" });
    expect(contents(messagesOf(said.path()).slice(1))).toEqual(["a and b were said", "c?", "C", "d?"]);
    expect(messagesOf(said.path(before))).toHaveLength(6);
  });
});
