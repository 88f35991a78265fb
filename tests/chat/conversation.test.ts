import { describe, expect, test } from "bun:test";
import { Conversation, type ConversationEvent } from "../../src/chat/conversation.ts";
import { Transcript } from "../../src/chat/transcript.ts";
import type { Backend } from "../../src/protocol/backend.ts";
import type { ChatEvent, FinishReason, Message } from "../../src/protocol/chat.ts";

type Reply = { reasoning?: string; text?: string; finish?: FinishReason; error?: Error };

/** Answers from a list; a message counts as ten tokens. */
class ScriptedBackend implements Backend {
  readonly contextLimit: number;
  readonly requests: (readonly Message[])[] = [];
  readonly #replies: Reply[];

  constructor(replies: Reply[], contextLimit = 1000) {
    this.#replies = replies;
    this.contextLimit = contextLimit;
  }

  async *chat(messages: readonly Message[]): AsyncGenerator<ChatEvent, void> {
    this.requests.push(messages);
    const { reasoning = "", text = "", finish = "stop", error } = this.#replies.shift() ?? {};
    if (error !== undefined) throw error;
    if (reasoning !== "") yield { type: "reasoning", text: reasoning };
    if (text !== "") yield { type: "text", text };
    const contextUsed = messages.length * 10 + 10;
    yield {
      type: "done",
      finish,
      usage: {
        promptTokens: 0,
        cachedTokens: 0,
        completionTokens: 1,
        contextUsed,
        contextSize: this.contextLimit,
        contextLimit: this.contextLimit,
      },
      timings: { promptMs: 0, firstTokenMs: 0, generationMs: 0, totalMs: 0 },
    };
  }

  async countTokens(messages: readonly Message[]): Promise<number> {
    return messages.length * 10;
  }
}

async function ask(conversation: Conversation, text: string): Promise<ConversationEvent[]> {
  return await Array.fromAsync(conversation.ask(text, { maxTokens: 10 }));
}

const contents = (messages: readonly { content: string }[] | undefined) =>
  messages?.map(({ content }) => content);

describe("a conversation", () => {
  test("sends the earlier messages, after the system prompt", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }, { text: "zwei" }]);
    const conversation = new Conversation(backend, { systemPrompt: "be kind" });
    await ask(conversation, "one");
    await ask(conversation, "two");
    expect(contents(backend.requests[1])).toEqual(["be kind", "one", "eins", "two"]);
    expect(contents(conversation.messages)).toEqual(["be kind", "one", "eins", "two", "zwei"]);
  });

  test("drops a question that failed, and continues", async () => {
    const backend = new ScriptedBackend([{ error: new Error("no") }, { text: "zwei" }]);
    const conversation = new Conversation(backend);
    await expect(ask(conversation, "one")).rejects.toThrow("no");
    await ask(conversation, "two");
    expect(contents(backend.requests[1])).toEqual(["two"]);
  });

  test("keeps an answer that was stopped, but no question without an answer", async () => {
    const backend = new ScriptedBackend([
      { text: "ei", finish: "cancelled" },
      { finish: "cancelled" },
      { text: "drei" },
    ]);
    const conversation = new Conversation(backend);
    for (const question of ["one", "two", "three"]) await ask(conversation, question);
    expect(contents(backend.requests[2])).toEqual(["one", "ei", "three"]);
  });

  test.each(["failed", "was stopped before its first word"])("asks a question again that %s", async (how) => {
    const lost: Reply = how === "failed" ? { error: new Error("no") } : { finish: "cancelled" };
    const backend = new ScriptedBackend([{ text: "eins" }, lost, lost, { text: "zwei" }]);
    const conversation = new Conversation(backend);
    await ask(conversation, "one");
    await ask(conversation, "two").catch(() => {});
    expect(conversation.isUnanswered).toBe(true);
    expect(conversation.lastQuestion?.content).toBe("two");
    expect(contents(conversation.messages)).toEqual(["one", "eins"]);
    await Array.fromAsync(conversation.retry()).catch(() => {});
    await Array.fromAsync(conversation.retry());
    expect(contents(backend.requests.at(-1))).toEqual(["one", "eins", "two"]);
    expect(contents(conversation.messages)).toEqual(["one", "eins", "two", "zwei"]);
    expect(conversation.isUnanswered).toBe(false);
    // The question was not written again and again.
    expect(conversation.transcript.entries).toHaveLength(4);
  });

  test.each(["length", "cancelled"] as const)("continues a thought that was cut: %s", async (finish) => {
    const backend = new ScriptedBackend([
      { reasoning: "So", finish },
      { reasoning: " it is", finish },
      { reasoning: " four.", text: "Four." },
      { text: "Fine." },
    ]);
    const conversation = new Conversation(backend);
    await ask(conversation, "2+2?");
    expect(conversation.isCutInThought).toBe(true);
    await Array.fromAsync(conversation.continue());
    await Array.fromAsync(conversation.continue());
    expect(conversation.isCutInThought).toBe(false);
    expect(conversation.lastAnswer).toMatchObject({ content: "Four.", reasoning: "So it is four." });
    expect(backend.requests[2]?.at(-1)).toEqual({ role: "assistant", content: "", reasoning: "So it is" });
    // The shorter thoughts are parts of the answer, not branches.
    expect(conversation.transcript.tips()).toHaveLength(1);
    await ask(conversation, "Thanks.");
    // The template decides what becomes of earlier thoughts.
    expect(backend.requests[3]?.[1]).toEqual({
      role: "assistant",
      content: "Four.",
      reasoning: "So it is four.",
    });
  });

  test("doesn't send a question whose answer is only a thought, and asks it again", async () => {
    const cut: Reply = { reasoning: "So", finish: "cancelled" };
    const backend = new ScriptedBackend([cut, { text: "zwei" }, cut, { text: "drei" }]);
    const conversation = new Conversation(backend);
    await ask(conversation, "one");
    await ask(conversation, "two");
    expect(contents(backend.requests[1])).toEqual(["two"]);
    await ask(conversation, "three");
    await Array.fromAsync(conversation.retry());
    expect(contents(backend.requests[3])).toEqual(["two", "zwei", "three"]);
  });

  test("asks a failed question again with the system prompt that was set meanwhile", async () => {
    const backend = new ScriptedBackend([{ error: new Error("no") }, { text: "eins" }]);
    const conversation = new Conversation(backend);
    await ask(conversation, "one").catch(() => {});
    conversation.setSystemPrompt("be kind");
    await Array.fromAsync(conversation.retry());
    expect(contents(backend.requests[1])).toEqual(["be kind", "one"]);
  });

  test("edits a failed question, and forgets it after a newer answer, /undo or /clear", async () => {
    const error = new Error("no");
    const backend = new ScriptedBackend([
      { text: "eins" },
      { error },
      { text: "zwei" },
      { error },
      { error },
    ]);
    const conversation = new Conversation(backend);
    await ask(conversation, "one");
    await ask(conversation, "two").catch(() => {});
    await Array.fromAsync(conversation.edit("zwo"));
    expect(contents(backend.requests[2])).toEqual(["one", "eins", "zwo"]);
    await ask(conversation, "three").catch(() => {});
    expect(conversation.undo()?.content).toBe("three");
    expect(conversation.lastQuestion?.content).toBe("zwo");
    expect(conversation.undo()?.content).toBe("zwo");
    expect(conversation.lastQuestion?.content).toBe("one");
    await ask(conversation, "four").catch(() => {});
    conversation.clear();
    expect(conversation.lastQuestion).toBeUndefined();
  });

  test("sends no question that was left without an answer by a killed program", async () => {
    const asked = { name: "demo", source: "demo" };
    const killed = new Transcript();
    killed.append({ role: "user", content: "one", asked });
    killed.append({ role: "assistant", content: "eins" });
    killed.append({ role: "user", content: "two", asked });
    const { entries, head } = killed;
    const backend = new ScriptedBackend([{ text: "drei" }, { text: "zwei" }]);
    const conversation = new Conversation(backend, { transcript: new Transcript({ entries, head }) });
    await ask(conversation, "three");
    expect(contents(backend.requests[0])).toEqual(["one", "eins", "three"]);
    // It can still be answered.
    conversation.goTo(head!);
    await Array.fromAsync(conversation.retry());
    expect(contents(backend.requests[1])).toEqual(["one", "eins", "two"]);
  });

  test("returns to the answer that a killed /retry or /continue was to replace", async () => {
    const killed = new Transcript();
    const question = killed.append({ role: "user", content: "one" });
    killed.append({ role: "assistant", content: "eins" });
    killed.moveTo(question.id);
    const copy = (): Transcript => new Transcript({ entries: killed.entries, head: killed.head });
    expect(new Conversation(new ScriptedBackend([]), { transcript: copy() }).lastAnswer?.content).toBe(
      "eins",
    );
    const conversation = new Conversation(new ScriptedBackend([]));
    conversation.open(copy());
    expect(contents(conversation.messages)).toEqual(["one", "eins"]);
  });

  test("sends questions in a row that another program wrote to a file", async () => {
    const file = new Transcript();
    file.append({ role: "user", content: "one" });
    const backend = new ScriptedBackend([{ text: "zwei" }]);
    await ask(new Conversation(backend, { transcript: file }), "two");
    expect(contents(backend.requests[0])).toEqual(["one", "two"]);
  });

  test("has nothing to continue after a system prompt", async () => {
    const conversation = new Conversation(new ScriptedBackend([{ text: "eins" }]));
    await ask(conversation, "one");
    conversation.setSystemPrompt("be kind");
    expect(Array.fromAsync(conversation.continue())).rejects.toThrow("There is no answer to continue");
  });

  test("keeps what was typed apart from the files below it", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }]);
    const conversation = new Conversation(backend);
    const question = { content: "see @a\n\na:\n```\nx\n```", typed: "see @a" };
    await Array.fromAsync(conversation.ask(question));
    expect(contents(backend.requests[0])).toEqual([question.content]);
    expect(conversation.lastQuestion).toMatchObject(question);
  });

  test("announces each turn that no longer fits once, and keeps it in the transcript", async () => {
    const backend = new ScriptedBackend(
      ["a", "b", "c", "d"].map((text) => ({ text })),
      60,
    );
    const conversation = new Conversation(backend);
    const dropped: string[][] = [];
    for (const question of ["1", "2", "3", "4"]) {
      for (const event of await ask(conversation, question)) {
        if (event.type === "dropped") dropped.push(contents(event.messages) ?? []);
      }
    }
    expect(dropped).toEqual([["1", "a", "2", "b"]]);
    expect(contents(backend.requests.at(-1))).toEqual(["3", "c", "4"]);
    expect(conversation.messages).toHaveLength(8);
  });

  test("without history sends each question alone", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }, { text: "zwei" }]);
    const conversation = new Conversation(backend, { history: false, systemPrompt: "be kind" });
    await ask(conversation, "one");
    await ask(conversation, "two");
    expect(contents(backend.requests[1])).toEqual(["be kind", "two"]);
  });

  test("that is cleared starts again", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }, { text: "zwei" }]);
    const conversation = new Conversation(backend);
    await ask(conversation, "one");
    conversation.clear();
    await ask(conversation, "two");
    expect(contents(backend.requests[1])).toEqual(["two"]);
  });

  test("asks a question again, and keeps both answers", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }, { text: "uno" }]);
    const conversation = new Conversation(backend);
    await ask(conversation, "one");
    await Array.fromAsync(conversation.retry());
    expect(contents(backend.requests[1])).toEqual(["one"]);
    expect(contents(conversation.messages)).toEqual(["one", "uno"]);
    expect(contents(conversation.transcript.tips())).toEqual(["uno", "eins"]);
  });

  test("is unchanged after a retry that fails", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }, { error: new Error("no") }]);
    const conversation = new Conversation(backend);
    await ask(conversation, "one");
    await expect(Array.fromAsync(conversation.retry())).rejects.toThrow("no");
    expect(contents(conversation.messages)).toEqual(["one", "eins"]);
  });

  test("asks another question in place of the last", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }, { text: "zwei" }, { text: "drei" }]);
    const conversation = new Conversation(backend);
    for (const question of ["one", "two"]) await ask(conversation, question);
    await Array.fromAsync(conversation.edit("three"));
    expect(contents(backend.requests[2])).toEqual(["one", "eins", "three"]);
  });

  test("takes back the last entry, and then those before it", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }, { text: "zwei" }]);
    const conversation = new Conversation(backend);
    for (const question of ["one", "two"]) await ask(conversation, question);
    expect(conversation.undo()?.content).toBe("two");
    conversation.setSystemPrompt("be kind");
    expect(conversation.undo()?.role).toBe("system");
    expect(contents(conversation.messages)).toEqual(["one", "eins"]);
    expect(conversation.undo()?.content).toBe("one");
    expect(conversation.undo()).toBeUndefined();
  });

  test("continues an answer that was cut: the model gets its beginning", async () => {
    const backend = new ScriptedBackend([
      { text: "eins, ", finish: "length" },
      { text: "zwei" },
      { text: "" },
    ]);
    const conversation = new Conversation(backend);
    await ask(conversation, "count");
    await Array.fromAsync(conversation.continue());
    expect(contents(backend.requests[1])).toEqual(["count", "eins, "]);
    expect(contents(conversation.messages)).toEqual(["count", "eins, zwei"]);
    const before = conversation.lastAnswer;
    await Array.fromAsync(conversation.continue());
    expect(conversation.lastAnswer).toBe(before!);
  });

  test("drops the oldest turns where an answer that is continued has no room", async () => {
    const backend = new ScriptedBackend(
      [{ text: "A" }, { text: "B" }, { text: "C", finish: "context" }, { text: " D" }],
      65,
    );
    const conversation = new Conversation(backend);
    for (const question of ["a", "b", "c"]) await ask(conversation, question);
    const events = await Array.fromAsync(conversation.continue({ maxTokens: 10 }));
    expect(events[0]).toMatchObject({ type: "dropped", messages: [{ content: "a" }, { content: "A" }] });
    expect(contents(backend.requests.at(-1))).toEqual(["b", "B", "c", "C"]);
    expect(conversation.lastAnswer?.content).toBe("C D");
  });

  test("sends a summary of all but the last turns after compact()", async () => {
    const backend = new ScriptedBackend(["A", "B", "C", "in short: a", "D"].map((text) => ({ text })));
    const conversation = new Conversation(backend, { systemPrompt: "be kind" });
    for (const question of ["a", "b", "c"]) await ask(conversation, question);
    await Array.fromAsync(conversation.compact());
    expect(contents(backend.requests[3])?.slice(0, 3)).toEqual(["be kind", "a", "A"]);
    await ask(conversation, "d");
    expect(contents(backend.requests[4])?.toSpliced(1, 1)).toEqual([
      "be kind",
      "in short: a",
      ...["b", "B", "c", "C", "d"],
    ]);
    conversation.undo();
    conversation.undo();
    expect(contents(conversation.messages)).toEqual(["be kind", "a", "A", "b", "B", "c", "C"]);
  });

  test("sends at most maxTurns turns, and announces what it leaves out", async () => {
    const backend = new ScriptedBackend(Array.from({ length: 8 }, () => ({ text: "x" })));
    const conversation = new Conversation(backend, { maxTurns: 5 });
    const dropped: unknown[] = [];
    for (const question of ["1", "2", "3", "4", "5", "6", "7"]) {
      for (const event of await ask(conversation, question)) {
        if (event.type === "dropped") dropped.push([event.reason, contents(event.messages)]);
      }
    }
    // One turn more than necessary, so that not every question evaluates the rest again.
    expect(dropped).toEqual([["turns", ["1", "x", "2", "x"]]]);
    expect(conversation.droppedQuestions).toBe(2);
    expect(contents(backend.requests.at(-1))?.[0]).toBe("3");
    expect(conversation.messages).toHaveLength(14);
  });

  test("with an existing transcript counts its tokens before it sends", async () => {
    const backend = new ScriptedBackend(
      [..."abcd"].map((text) => ({ text })),
      60,
    );
    const first = new Conversation(backend);
    for (const question of ["1", "2", "3"]) await ask(first, question);
    const second = new Conversation(backend, { transcript: first.transcript });
    const [event] = await ask(second, "4");
    expect(event).toMatchObject({ type: "dropped", reason: "context", limit: 60 });
  });

  test("says that a limit on the prompt is the reason, where it is smaller than the context", async () => {
    const backend = new ScriptedBackend([..."abcd"].map((text) => ({ text })));
    const first = new Conversation(backend);
    for (const question of ["1", "2", "3"]) await ask(first, question);
    const second = new Conversation(backend, { transcript: first.transcript, maxPromptTokens: 50 });
    const [event] = await ask(second, "4");
    expect(event).toMatchObject({ type: "dropped", reason: "promptTokens", limit: 50 });
  });
});

/**
 * Random commands against a plain list of turns. A question that got no answer is never on the
 * branch, is what /retry and /edit mean until something newer replaces it, and is never lost.
 */
describe("a conversation under random commands", () => {
  type Turn = { question: string; answer: string };
  type Outcome = "answered" | "failed" | "stopped";
  const commands = ["ask", "retry", "edit", "undo", "clear", "system", "branch"] as const;

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("does what a list of turns does (seed %i)", async (seed) => {
    let state = seed;
    const next = (size: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * size);
    };
    const replies: Reply[] = [];
    const backend = new ScriptedBackend(replies, 1_000_000);
    const conversation = new Conversation(backend);
    const all = new Set<string>();
    let turns: Turn[] = [];
    /** With the turns before it: an edit that failed leaves the edited turn on the branch. */
    let unanswered: { question: string; before: Turn[] } | undefined;
    let system: string | undefined;
    for (let step = 0; step < 300; step += 1) {
      const command = commands[next(commands.length)];
      const outcome = (["answered", "answered", "failed", "stopped"] satisfies Outcome[])[next(4)] as Outcome;
      const answer = `a${step}`;
      const reply: Reply =
        outcome === "answered"
          ? { text: answer }
          : outcome === "failed"
            ? { error: new Error("no") }
            : { finish: "cancelled" };
      const run = async (events: AsyncIterable<ConversationEvent>): Promise<void> => {
        replies.splice(0, replies.length, reply);
        await Array.fromAsync(events).catch(() => {});
      };
      /** @param before the turns before the question */
      const asks = (question: string, before: Turn[], isNew: boolean): void => {
        if (isNew) all.add(question);
        if (outcome !== "answered") {
          const isOnBranch = turns.at(-1)?.question === question && unanswered === undefined;
          if (!isOnBranch) unanswered = { question, before };
          return;
        }
        turns = [...before, { question, answer }];
        unanswered = undefined;
      };
      const last = unanswered?.question ?? turns.at(-1)?.question;
      const before = unanswered === undefined ? turns.slice(0, -1) : unanswered.before;
      if (command === "ask") {
        await run(conversation.ask(`q${step}`));
        asks(`q${step}`, turns, true);
      } else if (command === "retry" && last !== undefined) {
        await run(conversation.retry());
        asks(last, before, false);
      } else if (command === "edit" && last !== undefined) {
        await run(conversation.edit(`e${step}`));
        asks(`e${step}`, before, true);
      } else if (command === "undo" && system === undefined) {
        conversation.undo();
        if (unanswered === undefined) turns = turns.slice(0, -1);
        unanswered = undefined;
      } else if (command === "clear" && next(5) === 0) {
        conversation.clear();
        all.clear();
        turns = [];
        unanswered = undefined;
      } else if (command === "system" && turns.length === 0 && unanswered === undefined) {
        system = `s${step}`;
        conversation.setSystemPrompt(system);
      } else if (command === "branch" && conversation.transcript.head !== undefined) {
        conversation.goTo(conversation.transcript.head);
        unanswered = undefined;
      }
      expect(contents(conversation.messages)).toEqual([
        ...(system === undefined ? [] : [system]),
        ...turns.flatMap(({ question, answer: said }) => [question, said]),
      ]);
      expect(conversation.lastQuestion?.content).toBe(unanswered?.question ?? turns.at(-1)?.question);
      expect(conversation.isUnanswered).toBe(unanswered !== undefined);
      const kept = new Set(contents(conversation.transcript.entries));
      expect([...all].filter((question) => !kept.has(question))).toEqual([]);
    }
  });
});
