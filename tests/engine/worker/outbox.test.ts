import { describe, expect, test } from "bun:test";
import { type AddressedEvent, Outbox } from "../../../src/engine/worker/outbox.ts";
import type { ChatEvent } from "../../../src/protocol/chat.ts";

const word = (text: string): ChatEvent => ({ type: "text", text });
const done = { type: "done", finish: "stop" } as unknown as ChatEvent;

function opened(): { outbox: Outbox; sent: (readonly AddressedEvent[])[] } {
  const sent: (readonly AddressedEvent[])[] = [];
  return { outbox: new Outbox((events) => sent.push(events)), sent };
}

describe("events", () => {
  test("are sent immediately at first, then in bundles", () => {
    const { outbox, sent } = opened();
    for (const [now, text] of [
      [1000, "a"],
      [1010, "b"],
      [1020, "c"],
      [1041, "d"],
    ] as const) {
      outbox.add(1, word(text));
      outbox.sendIfDue(now);
    }
    expect(sent.map((events) => events.length)).toEqual([1, 3]);
  });

  test("of slow steps are not bundled", () => {
    const { outbox, sent } = opened();
    for (const now of [1000, 1025, 1050, 1060, 1085]) {
      outbox.add(1, word("a"));
      outbox.sendIfDue(now);
    }
    expect(sent.map((events) => events.length)).toEqual([1, 1, 1, 2]);
  });

  test("that end an answer are sent immediately", () => {
    const { outbox, sent } = opened();
    outbox.add(1, word("a"));
    outbox.sendIfDue(1000);
    outbox.add(1, word("b"));
    outbox.add(1, done);
    outbox.sendIfDue(1001);
    expect(sent.map((events) => events.length)).toEqual([1, 2]);
  });

  test("are sent only if there are any", () => {
    const { outbox, sent } = opened();
    outbox.sendIfDue(1000);
    outbox.flush(2000);
    expect(sent).toEqual([]);
  });
});
