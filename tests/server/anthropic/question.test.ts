/** An Anthropic Messages request becomes a question for the engine. */
import { describe, expect, test } from "bun:test";
import { promptOf, questionOf, showsThinking } from "../../../src/server/anthropic/question.ts";
import { countRequest, messagesRequest } from "../../../src/server/anthropic/schema.ts";
import { ApiError } from "../../../src/server/api-error.ts";
import { check } from "../../../src/server/request/check.ts";
import { IgnoredFields } from "../../../src/server/request/ignored-fields.ts";

const hello = { role: "user", content: "Hi" };
const minimal = { model: "m", max_tokens: 9, messages: [hello] };

/** A question, and the names of what has no effect. */
function translated(body: object) {
  const ignored = new IgnoredFields(false);
  const question = questionOf(check(messagesRequest, { ...minimal, ...body }, ignored), ignored);
  return { ...question, ignored: ignored.names };
}

const optionsOf = (body: object) => translated(body).options;

function faultOf(body: object): ApiError {
  try {
    translated(body);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

test("fields that are missing have no options", () => {
  expect(translated({})).toEqual({
    input: { kind: "messages", messages: [{ role: "user", content: "Hi" }] },
    options: { sampling: {}, maxTokens: 9 },
    choices: 1,
    truncate: false,
    ignored: [],
  });
});

test("settings have the engine's names", () => {
  const fields = { temperature: 0, top_p: 0.5, top_k: 3, stop_sequences: ["END"], truncate: true };
  expect(translated(fields)).toMatchObject({
    options: { sampling: { temperature: 0, topP: 0.5, topK: 3 }, stop: ["END"] },
    truncate: true,
  });
});

test("null is as if the field were not given", () => {
  const fields = ["system", "tools", "tool_choice", "thinking", "output_config", "temperature", "thread"];
  const nulls = Object.fromEntries(fields.map((field) => [field, null]));
  expect(translated(nulls)).toEqual(translated({}));
});

describe("thinking", () => {
  test("can be switched on and off", () => {
    for (const type of ["enabled", "adaptive", "between_tools"]) {
      expect(optionsOf({ thinking: { type } }).thinking).toBe(true);
    }
    expect(optionsOf({ thinking: { type: "disabled" } }).thinking).toBe(false);
    expect(optionsOf({})).not.toHaveProperty("thinking");
  });

  test("has the client's budget", () => {
    const thinking = { type: "enabled", budget_tokens: 1024 };
    expect(optionsOf({ thinking })).toMatchObject({ thinking: true, reasoningBudget: 1024 });
    expect(translated({ thinking }).ignored).toEqual([]);
  });

  test("is shown unless the client wants it omitted", () => {
    const shows = (thinking?: object) =>
      showsThinking(check(countRequest, { ...minimal, ...(thinking === undefined ? {} : { thinking }) }));
    expect(shows()).toBe(true);
    for (const display of [undefined, null, "summarized", "updates"]) {
      expect(shows({ type: "adaptive", display })).toBe(true);
    }
    expect(shows({ type: "adaptive", display: "omitted" })).toBe(false);
    expect(shows({ type: "enabled", budget_tokens: 9, display: "omitted" })).toBe(false);
  });
});

describe("output_config", () => {
  const schema = { type: "object", properties: { ok: { type: "boolean" } } };
  const format = { type: "json_schema", schema };

  test("has the effort; a later system message sets another", () => {
    expect(optionsOf({ output_config: { effort: "max" } }).reasoningEffort).toBe("max");
    const messages = [hello, { role: "system", output_config: { effort: "low" } }, hello];
    const { options, input } = translated({ output_config: { effort: "max" }, messages });
    expect(options.reasoningEffort).toBe("low");
    expect(input).toMatchObject({ messages: [{ role: "user" }, { role: "system" }, { role: "user" }] });
  });

  test("has the schema of the answer, as the older output_format", () => {
    for (const body of [{ output_config: { format } }, { output_format: format }]) {
      expect(JSON.parse(optionsOf(body).sampling?.jsonSchema ?? "")).toEqual(schema);
    }
    expect(faultOf({ output_config: { format: { type: "json_schema" } } }).path).toBe(
      "output_config.format.schema",
    );
  });
});

describe("fields that only advise have no effect", () => {
  const advisories = {
    betas: ["x"],
    cache_control: { type: "ephemeral" },
    context_management: { edits: [{ type: "clear_thinking_20251015", keep: "all" }] },
    diagnostics: {},
    fallbacks: "default",
    inference_geo: "us",
    metadata: { user_id: "u", more: 1 },
    service_tier: "auto",
    speed: "fast",
    mcp_servers: [],
    thread: { type: "create" },
  };

  test.each(Object.entries(advisories))("%s", (field, value) => {
    expect(translated({ [field]: value })).toEqual(translated({}));
  });

  test("and one that is unknown is named", () => {
    expect(translated({ mood: "good" }).ignored).toEqual(["mood"]);
  });
});

describe("what can't be done is refused in words", () => {
  test("a thread that continues, with what makes Anthropic's SDKs send all messages", () => {
    const { path, message, details } = faultOf({
      messages: [],
      thread: { type: "continue", previous_message_id: "msg_1" },
    });
    expect([path, details]).toEqual([
      "thread",
      { error_code: "thread_unsupported_request", unsupported: ["thread"] },
    ]);
    expect(message).toContain("no threads");
  });

  test.each([
    ["mcp_servers", [{ type: "url", url: "https://example.org", name: "n" }]],
    ["compaction", { type: "summarize" }],
    ["messages", []],
  ])("%s", (field, value) => {
    const { kind, path, message } = faultOf({ [field]: value });
    expect([kind, path]).toEqual(["invalid", field]);
    expect(message).toStartWith(`${field}: `);
  });

  test("but tokens are counted for a compaction", () => {
    const ignored = new IgnoredFields(false);
    const counted = check(countRequest, { messages: [hello], compaction: { type: "summarize" } }, ignored);
    expect(promptOf(counted, ignored).messages).toHaveLength(1);
  });
});

test("counting tokens uses the options that change the prompt", () => {
  const body = {
    tools: [{ name: "look", input_schema: { type: "object" } }],
    tool_choice: { type: "any" },
    thinking: { type: "disabled" },
    output_config: { effort: "low" },
  };
  const counted = check(countRequest, { model: "m", messages: [hello], ...body });
  const { options } = promptOf(counted, new IgnoredFields(false));
  expect(optionsOf(body)).toMatchObject(options);
  expect(Object.keys(options).sort()).toEqual(["reasoningEffort", "thinking", "toolUse"]);
});
