import { describe, expect, test } from "bun:test";
import { seededRandom } from "../../scripts/random.ts";
import { type TrimmedToFit, trimToFit } from "../../src/chat/trim.ts";
import type { Message } from "../../src/protocol/chat.ts";

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
  test("changes nothing if everything fits", async () => {
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

  test("keeps later system messages in their places, and those of dropped turns", async () => {
    const late = [say("system", "be brief"), say("system", "be exact")];
    const [rules, one, eins, ...others] = conversation as [Message, Message, Message, ...Message[]];
    const { messages, dropped } = await trimToFit(
      [rules, one, late[0] as Message, eins, ...others, late[1] as Message],
      75,
      count,
    );
    expect(dropped).toEqual([one, eins]);
    expect(messages).toEqual([rules, late[0] as Message, ...others, late[1] as Message]);
  });

  test("drops a fifth more than necessary, so that the next questions fit", async () => {
    const { dropped } = await trimToFit(conversation, 45, count);
    expect(dropped.map(({ content }) => content)).toEqual(["one", "eins", "two", "zwei"]);
  });

  test("never drops the newest question", async () => {
    const { messages, dropped } = await trimToFit(conversation, 1, count);
    expect(messages.map(({ content }) => content)).toEqual(["be kind", "three"]);
    expect(dropped).toHaveLength(4);
  });

  test("gives the result of dropping turn after turn, with few counts", async () => {
    const { below: pick } = seededRandom(1);
    for (let round = 0; round < 2000; round += 1) {
      const messages = Array.from({ length: 1 + pick(1 << pick(10)) }, (_, index) =>
        say(
          (["user", "assistant", "tool", "system"] as const)[pick(8)] ??
            (index % 2 === 0 ? "user" : "assistant"),
          "x".repeat(pick(1 << pick(9))),
        ),
      );
      // The number of tokens differs from what the length of a text suggests.
      const density = new Map(messages.map((message) => [message, 1 + pick(20)]));
      const tokensOf = (some: readonly Message[]): number =>
        some.reduce((sum, one) => sum + 3 + Math.ceil(one.content.length / (density.get(one) ?? 1)), 0);
      const budget = pick(tokensOf(messages) * 1.5);
      let counts = 0;
      const trimmed = await trimToFit(messages, budget, async (some) => {
        counts += 1;
        return tokensOf(some);
      });
      expect(trimmed).toEqual(oneByOne(messages, budget, tokensOf));
      expect(counts).toBeLessThanOrEqual(3 + 2 * Math.ceil(Math.log2(messages.length)));
    }
  });

  test("counts rarely if a text's length predicts its tokens", async () => {
    const turn = [say("user", "How is the weather?"), say("assistant", "It rains.")];
    const messages = [...Array.from({ length: 5000 }, () => turn).flat(), say("user", "And now?")];
    const sizes: number[] = [];
    await trimToFit(messages, 1000, async (some) => {
      sizes.push(some.length);
      return some.length * 10;
    });
    expect(sizes.length).toBeLessThan(12);
    // All but the first count are about as long as the result.
    expect(Math.max(...sizes.slice(1))).toBeLessThan(1000);
  });

  test("ends with the count that fails", async () => {
    let counts = 0;
    const stopped = trimToFit(conversation, 45, async (messages) => {
      counts += 1;
      if (counts === 2) throw new Error("stopped");
      return count(messages);
    });
    expect(await stopped.catch((error: unknown) => error)).toEqual(new Error("stopped"));
    expect(counts).toBe(2);
  });
});

/** The expected result of trimToFit, by the simple algorithm. */
function oneByOne(
  messages: readonly Message[],
  budget: number,
  tokensOf: (messages: readonly Message[]) => number,
): TrimmedToFit {
  const isSystem = ({ role }: Message): boolean => role === "system";
  const first = messages.findIndex((message) => !isSystem(message));
  let rest = messages;
  let start = 0;
  if (tokensOf(messages) <= budget) return { messages, dropped: [], tokens: tokensOf(messages) };
  while (tokensOf(rest) > budget * 0.8) {
    const next = messages.findIndex(
      ({ role }, index) => first !== -1 && index > Math.max(first, start) && role === "user",
    );
    if (next === -1) break;
    start = next;
    rest = [...messages.slice(0, start).filter(isSystem), ...messages.slice(start)];
  }
  const dropped = messages.slice(0, start).filter((message) => !isSystem(message));
  return { messages: rest, dropped, tokens: tokensOf(rest) };
}
