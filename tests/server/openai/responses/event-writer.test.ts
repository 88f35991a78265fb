/** The events of an answer become those of the Responses API. */
import { describe, expect, test } from "bun:test";
import type { ChatEvent } from "../../../../src/protocol/chat.ts";
import { EventWriter, type ResponseEvent } from "../../../../src/server/openai/responses/event-writer.ts";
import type { ReasoningForm } from "../../../../src/server/openai/responses/output-items.ts";
import { reasoningOf } from "../../../../src/server/openai/responses/reasoning.ts";
import type { CallNames } from "../../../../src/server/openai/responses/tools.ts";

type Written = { types: string[]; events: ResponseEvent[]; output: Record<string, unknown>[] };

function write(
  events: readonly ChatEvent[],
  {
    names = new Map(),
    form = {},
    isCut = false,
  }: { names?: CallNames; form?: Partial<ReasoningForm>; isCut?: boolean } = {},
): Written {
  const writer = new EventWriter(names, {
    reasoning: { asSummary: false, encoded: false, ...form },
    hasLogprobs: true,
  });
  const written = [...events.flatMap((event) => [...writer.write(event)]), ...writer.end(isCut)];
  return {
    types: written.map(({ type }) => type.replace("response.", "")),
    events: written,
    output: [...writer.output],
  };
}

const call = (index: number, name: string, ...parts: string[]): ChatEvent[] => [
  { type: "toolCall", index, name, arguments: "" },
  ...parts.map((part): ChatEvent => ({ type: "toolCall", index, arguments: part })),
];

test("events are numbered, and name their item and its place", () => {
  const { events, output } = write([
    { type: "reasoning", text: "Hm." },
    { type: "text", text: "Yes" },
    { type: "text", text: "!" },
  ]);
  expect(events.map(({ sequence_number }) => sequence_number)).toEqual([...events.keys()]);
  const [reasoning, message] = output;
  for (const { type, item_id, output_index } of events) {
    if (item_id === undefined) expect(type).toStartWith("response.output_item.");
    else expect(String(item_id)).toBe(String((output_index === 0 ? reasoning : message)?.id));
  }
  expect(message).toMatchObject({
    role: "assistant",
    status: "completed",
    content: [{ type: "output_text", text: "Yes!", annotations: [], logprobs: [] }],
  });
});

test("a text has a part, deltas, and its whole at the end", () => {
  const { types } = write([{ type: "text", text: "Hi" }]);
  expect(types).toEqual([
    "output_item.added",
    "content_part.added",
    "output_text.delta",
    "output_text.done",
    "content_part.done",
    "output_item.done",
  ]);
});

test("logprobs are with the text of their tokens, and not with reasoning", () => {
  const token = (text: string): ChatEvent => {
    const chosen = { token: 1, bytes: [...Buffer.from(text)], logprob: -1 };
    return { type: "token", chosen, likeliest: [chosen] };
  };
  const { events, output } = write([
    token("Hm"),
    { type: "reasoning", text: "Hm" },
    token("H"),
    token("i"),
    { type: "text", text: "Hi" },
  ]);
  const delta = events.find(({ type }) => type === "response.output_text.delta");
  expect(delta?.logprobs).toMatchObject([
    { token: "H", logprob: -1, top_logprobs: [{ token: "H" }] },
    { token: "i" },
  ]);
  expect(output[1]).toMatchObject({ content: [{ logprobs: [{ token: "H" }, { token: "i" }] }] });
  expect(JSON.stringify(output[0])).not.toContain("logprobs");
});

describe("reasoning", () => {
  const thought: ChatEvent[] = [
    { type: "reasoning", text: "Let me " },
    { type: "reasoning", text: "see." },
    { type: "text", text: "Yes" },
  ];

  test("is a content part", () => {
    const { types, output } = write(thought);
    expect(types.slice(0, 7)).toEqual([
      "output_item.added",
      "content_part.added",
      "reasoning_text.delta",
      "reasoning_text.delta",
      "reasoning_text.done",
      "content_part.done",
      "output_item.done",
    ]);
    expect(output[0]).toMatchObject({
      type: "reasoning",
      summary: [],
      content: [{ type: "reasoning_text", text: "Let me see." }],
    });
    expect(output[0]).not.toHaveProperty("encrypted_content");
  });

  test("is the summary for a client that asks for one", () => {
    const { types, output } = write(thought, { form: { asSummary: true } });
    expect(types.slice(0, 7)).toEqual([
      "output_item.added",
      "reasoning_summary_part.added",
      "reasoning_summary_text.delta",
      "reasoning_summary_text.delta",
      "reasoning_summary_text.done",
      "reasoning_summary_part.done",
      "output_item.done",
    ]);
    expect(output[0]).toMatchObject({ summary: [{ type: "summary_text", text: "Let me see." }] });
    expect(output[0]).not.toHaveProperty("content");
  });

  test("can be sent back in its encoded form alone", () => {
    const { output } = write(thought, { form: { asSummary: true, encoded: true } });
    const { encrypted_content: encoded } = output[0] as { encrypted_content: string };
    expect(
      reasoningOf({
        type: "reasoning",
        id: undefined,
        summary: [],
        content: undefined,
        encrypted_content: encoded,
      }),
    ).toBe("Let me see.");
  });
});

describe("calls", () => {
  test("are items each, with their arguments in parts and whole", () => {
    const { types, output } = write([...call(0, "look", '{"a"', ":1}"), ...call(1, "smell", "{}")]);
    expect(types.slice(0, 5)).toEqual([
      "output_item.added",
      "function_call_arguments.delta",
      "function_call_arguments.delta",
      "function_call_arguments.done",
      "output_item.done",
    ]);
    expect(output).toMatchObject([
      { type: "function_call", name: "look", arguments: '{"a":1}', status: "completed" },
      { type: "function_call", name: "smell", arguments: "{}", status: "completed" },
    ]);
  });

  test("without arguments have an empty object, unless the answer was cut", () => {
    expect(write(call(0, "look")).output[0]).toMatchObject({ arguments: "{}", status: "completed" });
    expect(write(call(0, "look"), { isCut: true }).output[0]).toMatchObject({
      arguments: "",
      status: "incomplete",
    });
  });

  test("of custom tools have their input as text", () => {
    const names: CallNames = new Map([["patch", { type: "custom", name: "patch" }]]);
    const { types, output } = write(call(0, "patch", '{"input": "a\\n', 'b"}'), { names });
    expect(types).toEqual([
      "output_item.added",
      "custom_tool_call_input.delta",
      "custom_tool_call_input.done",
      "output_item.done",
    ]);
    expect(output[0]).toMatchObject({ type: "custom_tool_call", name: "patch", input: "a\nb" });
    const cut = write(call(0, "patch", '{"input": "a'), { names, isCut: true });
    expect(cut.output[0]).toMatchObject({ input: '{"input": "a', status: "incomplete" });
  });

  test("have the client's name and namespace", () => {
    const names: CallNames = new Map([["a__look", { type: "function", name: "look", namespace: "a" }]]);
    expect(write(call(0, "a__look", "{}"), { names }).output[0]).toMatchObject({
      name: "look",
      namespace: "a",
    });
  });
});

test("an answer without a word has an empty message, also after reasoning", () => {
  for (const events of [[], [{ type: "reasoning", text: "Hm" }]] satisfies ChatEvent[][]) {
    expect(write(events).output.at(-1)).toMatchObject({ type: "message", content: [{ text: "" }] });
  }
});

test("an answer that was cut ends with an incomplete item", () => {
  expect(write([{ type: "text", text: "Hel" }], { isCut: true }).output[0]).toMatchObject({
    status: "incomplete",
    content: [{ text: "Hel" }],
  });
});
