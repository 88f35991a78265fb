/** Messages with blocks of every type become the engine's messages. */
import { describe, expect, test } from "bun:test";
import { messagesOf as historyOf } from "../../../src/server/anthropic/history.ts";
import { countRequest } from "../../../src/server/anthropic/schema.ts";
import { signatureOf } from "../../../src/server/anthropic/signature.ts";
import { ApiError } from "../../../src/server/api-error.ts";
import { check } from "../../../src/server/request/check.ts";
import { IgnoredFields } from "../../../src/server/request/ignored-fields.ts";

const hello = { role: "user", content: "Hi" };

function translated(body: object) {
  const ignored = new IgnoredFields(false);
  const messages = historyOf(check(countRequest, { model: "m", ...body }, ignored), ignored);
  return { messages, ignored: ignored.names };
}

const messagesOf = (...messages: object[]) => translated({ messages }).messages;

function faultOf(translate: () => unknown): [path: string | undefined, message: string] {
  try {
    translate();
  } catch (error) {
    if (error instanceof ApiError) return [error.path, error.message];
    throw error;
  }
  throw new Error("it was accepted");
}

const text = (value: string) => ({ type: "text", text: value, cache_control: { type: "ephemeral" } });
const user = (...content: object[]) => ({ role: "user", content });
const assistant = (...content: object[]) => ({ role: "assistant", content });
const use = { type: "tool_use", id: "t1", name: "look", input: { city: "Lima" }, caller: { type: "direct" } };
const resultOf = (more: object) => ({ type: "tool_result", tool_use_id: "t1", ...more });
const result = (content: string) => ({ role: "tool" as const, content, toolCallId: "t1", toolName: "look" });
const image = { type: "image", source: { type: "base64", media_type: "image/png", data: "AAAA" } };

describe("system prompts", () => {
  test("come first, as one text or several", () => {
    for (const system of ["Be kind.\nBe short.", [text("Be kind."), text("Be short.")]]) {
      expect(translated({ system, messages: [hello] }).messages).toEqual([
        { role: "system", content: "Be kind.\nBe short." },
        { role: "user", content: "Hi" },
      ]);
    }
  });

  test("may also stand between messages, or after the last", () => {
    const be = { role: "system", content: "Be brief." };
    const roles = messagesOf(hello, be, hello, { ...be, content: [text("Be brief.")] });
    expect(roles.map(({ role }) => role)).toEqual(["user", "system", "user", "system"]);
    expect(roles.at(-1)?.content).toBe("Be brief.");
  });

  test("for one turn are dropped when the user goes on", () => {
    const once = { role: "system", content: "Now!", clear_at: "next_user_message" };
    expect(messagesOf(hello, once)).toHaveLength(2);
    expect(messagesOf(hello, once, { role: "assistant", content: "Yo" })).toHaveLength(3);
    expect(messagesOf(hello, once, hello)).toHaveLength(2);
  });

  test("lose Claude Code's line for Anthropic's servers, which would spoil the cache", () => {
    const system = [text("x-anthropic-billing-header: cc_version=1;"), text("Be kind.")];
    const { messages, ignored } = translated({ system, messages: [hello] });
    expect(messages[0]).toEqual({ role: "system", content: "Be kind." });
    expect(ignored).toEqual(["x-anthropic-billing-header in the system prompt"]);
  });

  test("that only change tools are no messages", () => {
    const change = { type: "tool_removal", tool: { type: "tool_reference", name: "look" } };
    expect(messagesOf(hello, { role: "system", content: [change] })).toHaveLength(1);
  });
});

describe("answers", () => {
  test("have reasoning, text and calls separately", () => {
    const content = [{ type: "thinking", thinking: "Hm.", signature: "x" }, text("I "), text("look."), use];
    expect(messagesOf({ role: "assistant", content })).toEqual([
      {
        role: "assistant",
        content: "I look.",
        reasoning: "Hm.",
        toolCalls: [{ id: "t1", name: "look", arguments: '{"city":"Lima"}' }],
      },
    ]);
  });

  test("get omitted thinking back from its signature; foreign ones are not read", () => {
    const hidden = { type: "thinking", thinking: "", signature: signatureOf("Hm… ✓", false) };
    expect(messagesOf(assistant(hidden))[0]).toMatchObject({ reasoning: "Hm… ✓" });
    for (const signature of ["EqQBCkYIBxgCKkD", "", "anechat", undefined]) {
      expect(messagesOf(assistant({ ...hidden, signature }))[0]).not.toHaveProperty("reasoning");
    }
  });

  test.each([
    [{ a: [1] }, '{"a":[1]}'],
    [{ _incomplete: '{"a":' }, '{"a":'],
    ["{", "{"],
    [[1], "[1]"],
    [null, "{}"],
    [undefined, "{}"],
    [3, "3"],
  ])("may have called a tool with input %j", (input, json) => {
    expect(messagesOf(assistant({ ...use, input }))[0]?.toolCalls?.[0]?.arguments).toBe(json);
  });

  test("of Anthropic's servers lose what only those know, and the rest is read", () => {
    const content = [
      { type: "redacted_thinking", data: "?" },
      { type: "server_tool_use", id: "s1", name: "web_search", input: {} },
      { type: "web_search_tool_result", tool_use_id: "s1", content: [] },
      { type: "mcp_tool_use", id: "m1", name: "x", server_name: "y", input: {} },
      { type: "text", text: "Found.", citations: [{ type: "web_search_result_location" }] },
    ];
    const { messages, ignored } = translated({ messages: [{ role: "assistant", content }] });
    expect(messages).toEqual([{ role: "assistant", content: "Found." }]);
    expect(ignored).toEqual(
      ["redacted_thinking", "server_tool_use", "web_search_tool_result", "mcp_tool_use"].map(
        (type) => `messages[].content[] of type ${type}`,
      ),
    );
  });

  test("may be empty, several, or last", () => {
    const several = [assistant(), { role: "assistant", content: "" }, assistant(text(" "))];
    expect(messagesOf(hello, ...several).map(({ content }) => content)).toEqual(["Hi", "", "", " "]);
  });
});

describe("results of tools", () => {
  test("become messages of the tool, with its name", () => {
    expect(messagesOf(hello, assistant(use), user(resultOf({ content: "Rain" }))).at(-1)).toEqual(
      result("Rain"),
    );
    const texts = ["Rain", "Wind"].map(text);
    expect(messagesOf(assistant(use), user(resultOf({ content: texts }))).at(-1)).toEqual(
      result("Rain\nWind"),
    );
    expect(messagesOf(assistant(use), user(resultOf({}))).at(-1)).toEqual(result(""));
  });

  test("that are errors begin with Error", () => {
    const failed = resultOf({ content: "No network.", is_error: true });
    expect(messagesOf(assistant(use), user(failed)).at(-1)).toEqual(result("Error: No network."));
  });

  test("come before the text beside them, in their order", () => {
    const other = { ...use, id: "t2" };
    const content = [text("Well?"), resultOf({ content: "Rain" }), resultOf({ tool_use_id: "t2" })];
    expect(messagesOf(assistant(use, other), user(...content)).slice(1)).toEqual([
      result("Rain"),
      { ...result(""), toolCallId: "t2" },
      { role: "user", content: "Well?" },
    ]);
  });

  test("may contain blocks of any type; what can't be read is named for the model", () => {
    const content = [
      { type: "search_result", title: "Lima", source: "https://example.org", content: [text("It rains.")] },
      { type: "document", title: "Notes", source: { type: "text", data: "Dry.", media_type: "text/plain" } },
      { type: "document", source: { type: "content", content: [text("Wet."), image] } },
      { type: "document", source: { type: "base64", data: "AAAA" } },
      { type: "tool_reference", tool_name: "listen" },
      image,
      { type: "browser_state", tabs: [] },
    ];
    const { messages, ignored } = translated({ messages: [assistant(use), user(resultOf({ content }))] });
    expect(messages.at(-1)?.content.split("\n")).toEqual([
      "Lima",
      "https://example.org",
      "It rains.",
      "Notes",
      "Dry.",
      "Wet.",
      "[image left out: this model can't see images]",
      "[file left out: files can't be read here; send their text]",
      "The tool listen is available.",
      "[image left out: this model can't see images]",
    ]);
    expect(ignored).toEqual([
      "messages[].content[].content[].source.content[] of type image",
      "messages[].content[].content[] of type document",
      "messages[].content[].content[] of type image",
      "messages[].content[].content[] of type browser_state",
    ]);
  });

  test("of an unknown call are refused with their path", () => {
    expect(faultOf(() => messagesOf(hello, user(resultOf({})), assistant(use)))).toEqual([
      "messages[1].content[0].tool_use_id",
      'messages[1].content[0].tool_use_id: no earlier message uses "t1"',
    ]);
  });
});

describe("messages of the user", () => {
  test("are texts, documents and summaries, each on its line", () => {
    const content = [
      { type: "compaction", content: "Before: hello.", signature: "x" },
      { type: "document", context: "A law", source: { type: "content", content: "§ 1" } },
      text("Explain."),
    ];
    expect(messagesOf(user(...content))).toEqual([
      { role: "user", content: "Before: hello.\nA law\n§ 1\nExplain." },
    ]);
  });

  test("with an image or a file are refused in words, with the block's path", () => {
    expect(faultOf(() => messagesOf(user(text("What is it?"), image)))).toEqual([
      "messages[0].content[1]",
      "messages[0].content[1]: this model can't see images",
    ]);
    const pdf = { type: "document", source: { type: "url", url: "https://example.org/a.pdf" } };
    expect(faultOf(() => messagesOf(user(pdf)))[1]).toContain("files can't be read here; send their text");
  });

  test("of the same person may follow each other", () => {
    expect(messagesOf(hello, hello)).toHaveLength(2);
  });
});

test("a block of the other role is refused", () => {
  expect(faultOf(() => messagesOf(user(text(""), use)))).toEqual([
    "messages[0].content[1]",
    "messages[0].content[1]: only messages of the assistant can contain this",
  ]);
  expect(faultOf(() => messagesOf(assistant(use), assistant(resultOf({}))))).toEqual([
    "messages[1].content[0]",
    "messages[1].content[0]: only messages of the user can contain this",
  ]);
});

test("a fault in a known block is found in it", () => {
  const paths = [{ type: "text" }, { ...use, id: 3 }, resultOf({ content: [{ type: "text" }] })].map(
    (block) => faultOf(() => messagesOf(user(block)))[0],
  );
  expect(paths).toEqual([
    "messages[0].content[0].text",
    "messages[0].content[0].id",
    "messages[0].content[0].content[0].text",
  ]);
});
