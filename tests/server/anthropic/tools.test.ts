/** Which tools a model may call. */
import { describe, expect, test } from "bun:test";
import { countRequest } from "../../../src/server/anthropic/schema.ts";
import { toolUseOf } from "../../../src/server/anthropic/tools.ts";
import { ApiError } from "../../../src/server/api-error.ts";
import { check } from "../../../src/server/request/check.ts";
import { IgnoredFields } from "../../../src/server/request/ignored-fields.ts";

const hello = { role: "user", content: "Hi" };
const input_schema = { type: "object", properties: { city: { type: "string" } } };
const named = (name: string, more: object = {}) => ({ name, input_schema, ...more });
const tools = [named("look"), named("listen")];
const offered = ["look", "listen"].map((name) => ({ name, description: "", parameters: input_schema }));

function translated(body: object) {
  const ignored = new IgnoredFields(false);
  const toolUse = toolUseOf(check(countRequest, { messages: [hello], tools, ...body }, ignored), ignored);
  return { toolUse, names: toolUse?.tools.map(({ name }) => name), ignored: ignored.names };
}

function faultOf(body: object): [path: string | undefined, message: string] {
  try {
    translated(body);
  } catch (error) {
    if (error instanceof ApiError) return [error.path, error.message];
    throw error;
  }
  throw new Error("it was accepted");
}

describe("tool_choice", () => {
  test("offers all tools, in parallel by default", () => {
    expect(translated({}).toolUse).toEqual({ tools: offered, choice: "auto", parallel: true });
    expect(translated({ tool_choice: { type: "any", disable_parallel_tool_use: true } }).toolUse).toEqual({
      tools: offered,
      choice: "required",
      parallel: false,
    });
    expect(translated({ tool_choice: { type: "none" } }).toolUse?.choice).toBe("none");
    expect(translated({ tools: [] }).toolUse).toBeUndefined();
  });

  test("by name leaves one tool, which is called once", () => {
    expect(translated({ tool_choice: { type: "tool", name: "listen" } }).toolUse).toEqual({
      tools: offered.slice(1),
      choice: "required",
      parallel: false,
    });
    expect(faultOf({ tool_choice: { type: "tool", name: "smell" } })[0]).toBe("tool_choice.name");
  });
});

test("hints of a tool have no effect", () => {
  const hints = {
    type: "custom",
    strict: true,
    cache_control: { type: "ephemeral" },
    eager_input_streaming: true,
    input_examples: [{}],
  };
  const { toolUse, ignored } = translated({ tools: [named("look", hints)] });
  expect([toolUse?.tools, ignored]).toEqual([offered.slice(0, 1), []]);
});

describe("tools that Anthropic defines", () => {
  test("are left out and named if its servers run them", () => {
    const search = { type: "web_search_20250305", name: "web_search", max_uses: 3 };
    const code = { type: "code_execution_20250825", name: "code_execution" };
    expect(translated({ tools: [search, named("look"), code] })).toMatchObject({
      names: ["look"],
      ignored: ["tools[] of type web_search_20250305", "tools[] of type code_execution_20250825"],
    });
    expect(translated({ tools: [search] }).toolUse).toBeUndefined();
    expect(faultOf({ tools: [search], tool_choice: { type: "tool", name: "web_search" } })).toEqual([
      "tool_choice.name",
      `tool_choice.name: only Anthropic's servers run the tool "web_search"`,
    ]);
    expect(faultOf({ tools: [search], tool_choice: { type: "any" } })[0]).toBe("tool_choice");
  });

  test.each([
    ["bash_20250124", "bash", "command", undefined],
    ["text_editor_20250728", "str_replace_based_edit_tool", "insert_text", "insert"],
    ["text_editor_20250124", "str_replace_editor", "new_str", "undo_edit"],
    ["memory_20250818", "memory", "old_path", "rename"],
  ])("are offered with their schema if the client runs them: %s", (type, name, property, command) => {
    const { toolUse, ignored } = translated({ tools: [{ type, name, cache_control: null }] });
    const [tool] = toolUse?.tools ?? [];
    const parameters = tool?.parameters as { properties: Record<string, { enum?: string[] }> } | undefined;
    const properties = parameters?.properties ?? {};
    expect([tool?.name, ignored]).toEqual([name, []]);
    expect(properties).toHaveProperty(property);
    if (command !== undefined) expect(properties.command?.enum).toContain(command);
  });
});

describe("deferred tools", () => {
  const later = [named("search"), named("look", { defer_loading: true })];
  const use = { type: "tool_use", id: "t1", name: "search", input: {} };
  const found = { type: "tool_reference", tool_name: "look" };
  const searched = [
    hello,
    { role: "assistant", content: [use] },
    { role: "user", content: [{ type: "tool_result", tool_use_id: "t1", content: [found] }] },
  ];

  test("are offered when a search has found them, or a choice names them", () => {
    expect(translated({ tools: later }).names).toEqual(["search"]);
    expect(translated({ tools: later, messages: searched }).names).toEqual(["search", "look"]);
    expect(translated({ tools: later, tool_choice: { type: "tool", name: "look" } }).names).toEqual(["look"]);
  });

  test("are offered from the beginning where nothing could find them", () => {
    expect(translated({ tools: later.slice(1) }).names).toEqual(["look"]);
    const search = { type: "tool_search_tool_regex_20251119", name: "tool_search_tool_regex" };
    expect(translated({ tools: [search, ...later] }).names).toEqual(["search", "look"]);
  });
});

test("messages add tools and remove them", () => {
  const changes = (...content: object[]) => [hello, { role: "system", content }];
  const reference = (name: string) => ({ type: "tool_reference", name });
  const remove = { type: "tool_removal", tool: reference("look") };
  const define = { type: "tool_addition", tool: { type: "tool_definition", definition: named("smell") } };
  const restore = { type: "tool_addition", tool: reference("look") };
  expect(translated({ messages: changes(remove, define) }).names).toEqual(["listen", "smell"]);
  expect(translated({ messages: changes(remove, restore) }).names).toEqual(["look", "listen"]);
  expect(translated({ tools: [], messages: changes(define) }).names).toEqual(["smell"]);
  const server = { type: "tool_addition", tool: { type: "mcp_toolset_reference", server_name: "s" } };
  expect(translated({ messages: changes(server) }).ignored).toEqual([
    "tool_addition of type mcp_toolset_reference",
  ]);
});
