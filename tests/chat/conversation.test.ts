import { describe, expect, test } from "bun:test";
import type { Backend } from "../../src/chat/backend.ts";
import { Conversation, type ConversationEvent } from "../../src/chat/conversation.ts";
import type { ChatEvent, FinishReason, Message } from "../../src/engine/protocol.ts";

type Reply = { text?: string; finish?: FinishReason; error?: Error };

/** Answers from a list; a message counts as ten tokens. */
class ScriptedBackend implements Backend {
  readonly contextLimit: number;
  readonly asked: (readonly Message[])[] = [];
  readonly #replies: Reply[];

  constructor(replies: Reply[], contextLimit = 1000) {
    this.#replies = replies;
    this.contextLimit = contextLimit;
  }

  async *chat(messages: readonly Message[]): AsyncGenerator<ChatEvent, void> {
    this.asked.push(messages);
    const { text = "", finish = "stop", error } = this.#replies.shift() ?? {};
    if (error !== undefined) throw error;
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

const contents = (messages: readonly Message[] | undefined) => messages?.map(({ content }) => content);

describe("a conversation", () => {
  test("sends what was said before, after the system prompt", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }, { text: "zwei" }]);
    const conversation = new Conversation(backend, { systemPrompt: "be kind" });
    await ask(conversation, "one");
    await ask(conversation, "two");
    expect(contents(backend.asked[1])).toEqual(["be kind", "one", "eins", "two"]);
    expect(contents(conversation.messages)).toEqual(["be kind", "one", "eins", "two", "zwei"]);
  });

  test("forgets a question that failed, and goes on", async () => {
    const backend = new ScriptedBackend([{ error: new Error("no") }, { text: "zwei" }]);
    const conversation = new Conversation(backend);
    await expect(ask(conversation, "one")).rejects.toThrow("no");
    await ask(conversation, "two");
    expect(contents(backend.asked[1])).toEqual(["two"]);
  });

  test("keeps an answer that was stopped, but not a question that got no word", async () => {
    const backend = new ScriptedBackend([
      { text: "ei", finish: "cancelled" },
      { finish: "cancelled" },
      { text: "drei" },
    ]);
    const conversation = new Conversation(backend);
    for (const question of ["one", "two", "three"]) await ask(conversation, question);
    expect(contents(backend.asked[2])).toEqual(["one", "ei", "three"]);
  });

  test("announces each turn that no longer fits, once, and remembers it all the same", async () => {
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
    expect(dropped).toEqual([["1", "a"]]);
    expect(contents(backend.asked.at(-1))).toEqual(["2", "b", "3", "c", "4"]);
    expect(conversation.messages).toHaveLength(8);
  });

  test("of the forgetful kind sends each question alone", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }, { text: "zwei" }]);
    const conversation = new Conversation(backend, { forgetful: true, systemPrompt: "be kind" });
    await ask(conversation, "one");
    await ask(conversation, "two");
    expect(contents(backend.asked[1])).toEqual(["be kind", "two"]);
  });

  test("cleared is a new one", async () => {
    const backend = new ScriptedBackend([{ text: "eins" }, { text: "zwei" }]);
    const conversation = new Conversation(backend);
    await ask(conversation, "one");
    conversation.clear();
    await ask(conversation, "two");
    expect(contents(backend.asked[1])).toEqual(["two"]);
  });
});
