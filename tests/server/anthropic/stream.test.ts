/** An answer of /v1/messages, whole and as events: both have the same blocks. */
import { describe, expect, test } from "bun:test";
import type { ChatEvent, FinishReason } from "../../../src/protocol/chat.ts";
import { type Answers, collectChoices } from "../../../src/server/answer/choices.ts";
import { contentOf, type ReplyOptions, stopOf } from "../../../src/server/anthropic/reply.ts";
import { reasoningOf } from "../../../src/server/anthropic/signature.ts";
import { streamEvents } from "../../../src/server/anthropic/stream.ts";

const plain: ReplyOptions = { stops: ["END"], showsThinking: true, isEmpty: false };
const hidden: ReplyOptions = { ...plain, showsThinking: false };

const queued: ChatEvent = { type: "queued", before: 2, promptTokens: 10 };

function done(finish: FinishReason = "stop", stoppedBy?: string): Extract<ChatEvent, { type: "done" }> {
  return {
    type: "done",
    finish,
    ...(stoppedBy === undefined ? {} : { stoppedBy }),
    usage: {
      promptTokens: 10,
      cachedTokens: 7,
      completionTokens: 3,
      contextUsed: 13,
      contextSize: 100,
      contextLimit: 100,
    },
    timings: { promptMs: 1, firstTokenMs: 1, generationMs: 1, totalMs: 1 },
  };
}

function answersOf(...events: ChatEvent[]): Answers {
  const all = async function* () {
    for (const event of events) yield { choice: 0, event };
  };
  return { events: all(), truncated: 0 };
}

type Block = { type: string; [key: string]: unknown };
type Sent = {
  type: string;
  index?: number;
  content_block?: Block;
  delta?: Block;
  message?: object;
  usage?: object;
};

async function sent(options: ReplyOptions, ...events: ChatEvent[]): Promise<Sent[]> {
  const all: Sent[] = [];
  for await (const { event, data } of streamEvents(answersOf(...events), { id: "msg_1" }, options)) {
    const one = JSON.parse(data) as Sent;
    expect(event).toBe(one.type);
    all.push(one);
  }
  return all;
}

/** The blocks that a client puts together from the events. */
function blocksOf(events: readonly Sent[]): object[] {
  const blocks: (Block & { json?: string })[] = [];
  for (const { index = 0, content_block: begun, delta } of events) {
    const block = blocks[index];
    if (begun !== undefined) blocks[index] = { ...begun };
    else if (block === undefined || delta === undefined) continue;
    else if (delta.type === "text_delta") block.text += String(delta.text);
    else if (delta.type === "thinking_delta") block.thinking += String(delta.thinking);
    else if (delta.type === "signature_delta") block.signature = delta.signature;
    else if (delta.type === "input_json_delta") block.json = (block.json ?? "") + String(delta.partial_json);
  }
  return blocks.map(({ json, id: _, ...block }) =>
    block.type === "tool_use" ? { ...block, input: JSON.parse(json ?? "{}") } : block,
  );
}

async function whole(options: ReplyOptions, ...events: ChatEvent[]): Promise<object[]> {
  const [choice] = await collectChoices(answersOf(...events), 1);
  if (choice === undefined) throw new Error("no answer");
  return contentOf(choice, options).map((block) => {
    const { id: _, ...rest } = block as { id?: string };
    return rest;
  });
}

const thought: ChatEvent[] = ["Hm", "…"].map((text) => ({ type: "reasoning", text }));
const said: ChatEvent[] = ["Hel", "lo"].map((text) => ({ type: "text", text }));
const called: ChatEvent[] = [
  { type: "toolCall", index: 0, name: "look", arguments: "" },
  { type: "toolCall", index: 0, arguments: '{"city":' },
  { type: "toolCall", index: 0, arguments: '"Lima"}' },
  { type: "toolCall", index: 1, name: "listen", arguments: "" },
  { type: "toolCall", index: 1, arguments: "{}" },
];
const use = (name: string, input: object) => ({ type: "tool_use", caller: { type: "direct" }, name, input });

describe("a stream", () => {
  test("begins once, when the prompt is accepted, with the prompt's tokens", async () => {
    const events = await sent(plain, queued, { ...queued, before: 1 }, ...said, done());
    expect(events.map(({ type }) => type)).toEqual([
      "message_start",
      "content_block_start",
      "content_block_delta",
      "content_block_delta",
      "content_block_stop",
      "message_delta",
      "message_stop",
    ]);
    expect(events[0]?.message).toMatchObject({
      id: "msg_1",
      content: [],
      stop_reason: null,
      usage: { input_tokens: 10, cache_read_input_tokens: 0, output_tokens: 0 },
    });
  });

  test("ends with the whole usage, cached tokens apart", async () => {
    const { usage, delta } = (await sent(plain, queued, ...said, done())).at(-2) ?? {};
    expect(usage).toMatchObject({ input_tokens: 3, cache_read_input_tokens: 7, output_tokens: 3 });
    expect(delta).toEqual({ stop_reason: "end_turn", stop_sequence: null, stop_details: null } as never);
  });

  test("has blocks one after the other, with growing numbers", async () => {
    const events = await sent(plain, queued, ...thought, ...said, ...called, done());
    const open: number[] = [];
    for (const { type, index } of events) {
      if (type === "content_block_start") open.push(index as number);
      if (type === "content_block_delta") expect(index).toBe(open.at(-1) as number);
    }
    expect(open).toEqual([0, 1, 2, 3]);
  });
});

describe("whole and streamed, an answer has the same blocks", () => {
  const text = { type: "text", text: "Hello" };
  const shown = { type: "thinking", thinking: "Hm…", signature: "anechat" };
  const calls = [use("look", { city: "Lima" }), use("listen", {})];

  test.each<[string, ChatEvent[], object[]]>([
    ["text", said, [text]],
    ["thinking", [...thought, ...said], [shown, text]],
    ["calls", called, calls],
    ["all of them", [...thought, ...said, ...called], [shown, text, ...calls]],
    ["nothing", [], [{ type: "text", text: "" }]],
    ["only thinking", thought, [shown, { type: "text", text: "" }]],
  ])("%s", async (_, events, blocks) => {
    expect(blocksOf(await sent(plain, queued, ...events, done()))).toEqual(blocks);
    expect(await whole(plain, queued, ...events, done())).toEqual(blocks);
  });

  test("none if nothing may be written", async () => {
    const empty = { ...plain, isEmpty: true };
    expect(blocksOf(await sent(empty, queued, done("length")))).toEqual([]);
    expect(await whole(empty, queued, done("length"))).toEqual([]);
  });

  test("omitted thinking is only in the signature", async () => {
    const events = await sent(hidden, queued, ...thought, ...said, done());
    expect(events.some(({ delta }) => delta?.type === "thinking_delta")).toBe(false);
    const [block] = blocksOf(events) as [{ thinking: string; signature: string }];
    expect(block.thinking).toBe("");
    expect(block.signature).not.toContain("Hm");
    expect(reasoningOf(block)).toBe("Hm…");
    expect(await whole(hidden, queued, ...thought, ...said, done())).toEqual([block, text]);
  });
});

test("input that was cut is passed on as it is", async () => {
  const cut: ChatEvent = { type: "toolCall", index: 0, name: "look", arguments: '{"city":' };
  expect(await whole(plain, queued, cut, done("length"))).toEqual([use("look", { _incomplete: '{"city":' })]);
});

test.each([
  [done(), false, "end_turn", null],
  [done(), true, "tool_use", null],
  [done("stop", "END"), false, "stop_sequence", "END"],
  [done("stop", "<|template|>"), false, "end_turn", null],
  [done("length"), true, "max_tokens", null],
  [done("context"), false, "model_context_window_exceeded", null],
])("%j, with calls: %j, is %s", (end, hasCalls, reason, sequence) => {
  expect(stopOf(end, ["END"], hasCalls)).toEqual({ stop_reason: reason, stop_sequence: sequence });
});
