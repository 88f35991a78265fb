/** An OpenAI Responses request becomes a question for the engine. */
import { describe, expect, test } from "bun:test";
import { ApiError } from "../../../../src/server/api-error.ts";
import { contextOf } from "../../../../src/server/openai/responses/context.ts";
import { questionOf, refuseImpossible } from "../../../../src/server/openai/responses/question.ts";
import { encodeReasoning } from "../../../../src/server/openai/responses/reasoning.ts";
import { responsesRequest } from "../../../../src/server/openai/responses/schema.ts";
import type { ClientResponses } from "../../../../src/server/openai/responses/store.ts";
import { check } from "../../../../src/server/request/check.ts";
import { IgnoredFields } from "../../../../src/server/request/ignored-fields.ts";

const parameters = { type: "object", properties: {} };
const tools = [{ type: "function", name: "look" }];

/** Nothing is stored. */
const nothing: ClientResponses = {
  load: async () => undefined,
  item: async () => undefined,
  keep: () => expect.unreachable(),
  remove: async () => false,
};

/** The whole translation of a request. */
async function translated(body: object, ignored = new IgnoredFields(false)) {
  const request = check(responsesRequest, { input: "Hi", ...body }, ignored);
  const { items } = await contextOf(request, nothing);
  return questionOf(request, items, ignored);
}
const questionFrom = async (body: object) => (await translated(body)).question;
const messagesOf = async (...input: object[]) => {
  const question = (await questionFrom({ input })).input;
  return question.kind === "messages" ? question.messages : [];
};

const call = (call_id: string) => ({ type: "function_call", call_id, name: "look", arguments: "{}" });
const called = (id: string) => ({ id, name: "look", arguments: "{}" });
const output = (call_id: string, text: string) => ({ type: "function_call_output", call_id, output: text });
const result = (toolCallId: string, content: string) => ({
  role: "tool" as const,
  content,
  toolCallId,
  toolName: "look",
});

test("a text is the user's, and instructions are the system's", async () => {
  expect(await questionFrom({ instructions: "Be kind." })).toEqual({
    input: {
      kind: "messages",
      messages: [
        { role: "system", content: "Be kind." },
        { role: "user", content: "Hi" },
      ],
    },
    options: { sampling: {}, maxTokens: Number.POSITIVE_INFINITY },
    choices: 1,
    truncate: false,
  });
});

test("settings have the engine's names", async () => {
  const format = { type: "json_schema", name: "n", schema: parameters };
  const fields = { temperature: 0, top_p: 0.5, max_output_tokens: 7, truncation: "auto", text: { format } };
  expect(await questionFrom({ ...fields, reasoning: { effort: "none" } })).toMatchObject({
    options: {
      sampling: { temperature: 0, topP: 0.5, jsonSchema: JSON.stringify(parameters) },
      maxTokens: 7,
      thinking: false,
    },
    truncate: true,
  });
  const json = await questionFrom({ text: { format: { type: "json_object" } } });
  expect(json.options.sampling?.jsonSchema).toBe('{"type":"object"}');
  const { options } = await questionFrom({ reasoning: { effort: "enormous" } });
  expect(options).toMatchObject({ thinking: true, reasoningEffort: "enormous" });
  expect((await questionFrom({ reasoning: {} })).options).not.toHaveProperty("thinking");
  const include = ["message.output_text.logprobs"];
  expect((await questionFrom({ include, top_logprobs: 2 })).options.logprobs).toBe(2);
  expect((await questionFrom({ top_logprobs: 2 })).options).not.toHaveProperty("logprobs");
});

describe("items", () => {
  test("are messages with or without a type, with text or parts", async () => {
    const parts = [
      { type: "output_text", text: "Hel", annotations: [] },
      { type: "refusal", refusal: "lo" },
    ];
    expect(
      await messagesOf(
        { role: "developer", content: "Be kind." },
        { type: "message", role: "user", content: [{ type: "input_text", text: "Hi" }] },
        { type: "message", role: "assistant", content: parts, id: "msg_1", status: "completed" },
      ),
    ).toEqual([
      { role: "system", content: "Be kind." },
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello" },
    ]);
  });

  test("that are consecutive calls become one message, with the text before them", async () => {
    expect(
      await messagesOf(
        { role: "user", content: "Hi" },
        { type: "reasoning", summary: [] },
        { role: "assistant", content: "I look." },
        call("a"),
        call("b"),
        output("b", "Sun"),
        output("a", "Rain"),
        call("c"),
        output("c", "Snow"),
      ),
    ).toEqual([
      { role: "user", content: "Hi" },
      { role: "assistant", content: "I look.", toolCalls: [called("a"), called("b")] },
      result("b", "Sun"),
      result("a", "Rain"),
      { role: "assistant", content: "", toolCalls: [called("c")] },
      result("c", "Snow"),
    ]);
  });

  test("of reasoning belong to the answer that they precede, in any of their forms", async () => {
    const thought = (fields: object) => ({ type: "reasoning", summary: [], ...fields });
    const summary = [{ type: "summary_text", text: "Short" }];
    const content = [{ type: "reasoning_text", text: "Long" }];
    expect(
      await messagesOf(
        { role: "user", content: "Hi" },
        thought({ summary, content }),
        call("a"),
        thought({ encrypted_content: encodeReasoning("Encoded \u00fc"), summary }),
        call("b"),
        output("a", "Rain"),
        output("b", "Sun"),
        thought({ encrypted_content: "gAAAA-of-another-server" }),
        thought({ summary }),
        { role: "assistant", content: "Fine." },
      ),
    ).toEqual([
      { role: "user", content: "Hi" },
      {
        role: "assistant",
        content: "",
        reasoning: "Long\n\nEncoded \u00fc",
        toolCalls: [called("a"), called("b")],
      },
      result("a", "Rain"),
      result("b", "Sun"),
      { role: "assistant", content: "Fine.", reasoning: "Short" },
    ]);
  });

  test("may be calls with any arguments, calls without outputs, and outputs with images", async () => {
    const image = { type: "input_image", image_url: "data:image/png;base64,AAAA" };
    const parts = [{ type: "input_text", text: "Seen: " }, image];
    const shell = { type: "exec", command: ["ls"], env: {} };
    expect(
      await messagesOf(
        { role: "user", content: "Hi" },
        { ...call("a"), arguments: "" },
        { ...call("b"), arguments: '{"cut": "he' },
        { type: "custom_tool_call", call_id: "c", name: "patch", input: "*** Begin" },
        { type: "local_shell_call", id: "lsh_1", call_id: "d", action: shell, status: "completed" },
        { type: "function_call_output", call_id: "a", output: parts },
        { type: "custom_tool_call_output", call_id: "c", output: "Done" },
        { type: "local_shell_call_output", id: "d", output: "file" },
        { role: "developer", content: "Go on." },
        call("e"),
      ),
    ).toEqual([
      { role: "user", content: "Hi" },
      {
        role: "assistant",
        content: "",
        toolCalls: [
          { ...called("a"), arguments: "" },
          { ...called("b"), arguments: '{"cut": "he' },
          { id: "c", name: "patch", arguments: '{"input":"*** Begin"}' },
          { id: "d", name: "local_shell", arguments: JSON.stringify(shell) },
        ],
      },
      result("a", "Seen: [image left out: this model can't see images]"),
      { role: "tool", content: "Done", toolCallId: "c", toolName: "patch" },
      { role: "tool", content: "file", toolCallId: "d", toolName: "local_shell" },
      { role: "system", content: "Go on." },
      { role: "assistant", content: "", toolCalls: [called("e")] },
    ]);
  });

  test("that are results without an earlier call are refused with their path", async () => {
    const fault = await messagesOf(output("a", "Rain"), call("a")).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ApiError);
    expect(fault).toMatchObject({
      kind: "invalid",
      path: "input[0].call_id",
      message: 'input[0].call_id: no earlier item calls "a"',
    });
  });
});

test("tools are offered, chosen and named", async () => {
  const offered = [{ name: "look", description: "", parameters }];
  const toolUse = async (body: object) => (await questionFrom({ tools, ...body })).options.toolUse;
  expect(await toolUse({})).toEqual({ tools: offered, choice: "auto", parallel: true });
  // A named tool is called once.
  expect(await toolUse({ tool_choice: { type: "function", name: "look" } })).toEqual({
    tools: offered,
    choice: "required",
    parallel: false,
  });
  const allowed = { type: "allowed_tools", mode: "required", tools: [{ type: "function", name: "look" }] };
  const two = [...tools, { type: "function", name: "smell" }];
  expect(await toolUse({ tools: two, tool_choice: allowed })).toMatchObject({
    tools: offered,
    choice: "required",
  });
  await expect(toolUse({ tool_choice: { type: "function", name: "smell" } })).rejects.toThrow(
    'tool_choice.name: there is no tool "smell"',
  );
  await expect(toolUse({ tool_choice: { type: "web_search" } })).rejects.toThrow(
    "run only on OpenAI's servers",
  );
});

test("custom tools and those of a namespace are offered as functions", async () => {
  const grammar = { type: "grammar", syntax: "lark", definition: 'start: "x"' };
  const { question, names } = await translated({
    tools: [
      { type: "custom", name: "patch", description: "Patches", format: grammar },
      { type: "namespace", name: "mcp__a", description: "A", tools },
    ],
    tool_choice: { type: "custom", name: "patch" },
  });
  const [patch, ...others] = question.options.toolUse?.tools ?? [];
  expect(others).toEqual([]);
  expect(patch).toMatchObject({ name: "patch", description: "Patches" });
  expect(JSON.stringify(patch?.parameters)).toContain('start: \\"x\\"');
  expect(JSON.stringify(patch?.parameters)).not.toContain("pattern");
  const regex = { type: "grammar", syntax: "regex", definition: "a|b" };
  const limited = await translated({ tools: [{ type: "custom", name: "patch", format: regex }] });
  expect(limited.question.options.toolUse?.tools[0]?.parameters).toMatchObject({
    properties: { input: { type: "string", pattern: "^(?:a|b)$" } },
  });
  expect([...names]).toEqual([
    ["patch", { type: "custom", name: "patch" }],
    ["mcp__a__look", { type: "function", name: "look", namespace: "mcp__a" }],
  ]);
});

test("tools and items of other servers are left out, and named", async () => {
  const ignored = new IgnoredFields(false);
  const { question } = await translated(
    {
      tools: [
        ...tools,
        { type: "web_search", external_web_access: false },
        { type: "mcp", server_label: "x" },
      ],
      input: [
        { role: "user", content: "Hi" },
        { type: "web_search_call", id: "ws_1", status: "completed", action: {} },
        { type: "compaction", encrypted_content: "x" },
      ],
    },
    ignored,
  );
  expect(question.options.toolUse?.tools.map(({ name }) => name)).toEqual(["look"]);
  expect(question.input).toMatchObject({ messages: [{ role: "user", content: "Hi" }] });
  expect(ignored.names).toEqual([
    "tools[] of type web_search",
    "tools[] of type mcp",
    "input[] of type web_search_call",
    "input[] of type compaction",
  ]);
});

test("fields without an effect are accepted, and unknown ones named", async () => {
  const ignored = new IgnoredFields(false);
  const { question } = await translated(
    {
      client_metadata: { a: 1 },
      include: ["reasoning.encrypted_content", "something.new"],
      text: { verbosity: "low" },
      stream_options: { include_obfuscation: false },
      max_tool_calls: 3,
      prompt_cache_retention: "24h",
      service_tier: "flex",
      background: false,
      conversation: null,
      prompt: null,
      tools: null,
      tool_choice: null,
      text_format: 1,
    },
    ignored,
  );
  expect(question.options).toEqual({ sampling: {}, maxTokens: Number.POSITIVE_INFINITY });
  expect(ignored.names).toEqual(["text_format"]);
});

test.each([
  [{ background: true }, "background: "],
  [{ conversation: "conv_1" }, "conversation: "],
  [{ prompt: { id: "pmpt_1" } }, "prompt: "],
])("%j would change the answer, and is refused", (body, message) => {
  expect(() => refuseImpossible(check(responsesRequest, { input: "Hi", ...body }))).toThrow(message);
});

test("an item that isn't stored, and a request without input, are refused with their paths", async () => {
  // The type of a reference is optional.
  for (const type of ["item_reference", null, undefined]) {
    await expect(translated({ input: [{ type, id: "msg_1" }] })).rejects.toMatchObject({
      kind: "notFound",
      path: "input[0].id",
    });
  }
  await expect(translated({ input: [{ role: "tool", content: "Hi" }] })).rejects.toMatchObject({
    kind: "invalid",
    path: "input[0].role",
  });
  await expect(translated({ previous_response_id: "resp_1" })).rejects.toMatchObject({
    kind: "notFound",
    path: "previous_response_id",
  });
  await expect(translated({ input: null })).rejects.toMatchObject({ kind: "invalid", path: "input" });
  await expect(translated({ input: [] })).rejects.toMatchObject({ kind: "invalid", path: "input" });
});
