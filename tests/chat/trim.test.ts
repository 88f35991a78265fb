import { describe, expect, test } from "bun:test";
import { trimToFit } from "../../src/chat/trim.ts";
import type { Message } from "../../src/engine/protocol.ts";

const say = (role: Message["role"], content: string): Message => ({ role, content });
const conversation = [
  say("system", "be kind"),
  say("user", "one"),
  say("assistant", "eins"),
  say("user", "two"),
  say("assistant", "zwei"),
  say("user", "three"),
];
/** Ten tokens a message. */
const count = async (messages: readonly Message[]) => messages.length * 10;

describe("trimming", () => {
  test("leaves alone what fits", async () => {
    expect(await trimToFit(conversation, 60, count)).toEqual({
      messages: conversation,
      dropped: [],
      tokens: 60,
    });
  });

  test("drops the oldest pairs whole and keeps the system prompt", async () => {
    const { messages, dropped, tokens } = await trimToFit(conversation, 50, count);
    expect(tokens).toBe(40);
    expect(dropped.map(({ content }) => content)).toEqual(["one", "eins"]);
    expect(messages.map(({ content }) => content)).toEqual(["be kind", "two", "zwei", "three"]);
  });

  test("drops a fifth more than it must, so that the next questions fit without another cut", async () => {
    const { dropped } = await trimToFit(conversation, 45, count);
    expect(dropped.map(({ content }) => content)).toEqual(["one", "eins", "two", "zwei"]);
  });

  test("counts no prompt twice", async () => {
    const counted: number[] = [];
    await trimToFit(conversation, 45, (messages) => {
      counted.push(messages.length);
      return count(messages);
    });
    expect(counted).toEqual([6, 4, 2]);
  });

  test("never drops the newest question", async () => {
    const { messages, dropped } = await trimToFit(conversation, 1, count);
    expect(messages.map(({ content }) => content)).toEqual(["be kind", "three"]);
    expect(dropped).toHaveLength(4);
  });
});
