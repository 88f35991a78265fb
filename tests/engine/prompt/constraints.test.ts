/** Answers follow schemas, grammars and the format of tool calls, with templates of all kinds. */
import { describe, expect, test } from "bun:test";
import { AnechatError } from "../../../src/base/errors.ts";
import { type Prompt, PromptBuilder, type PromptOptions } from "../../../src/engine/prompt/prompt-builder.ts";
import { checkGrammar } from "../../../src/llama/grammar/check.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import type { Message, ToolUse } from "../../../src/protocol/chat.ts";
import { matches } from "../../fixtures/gbnf-matcher.ts";
import { testModel } from "../../fixtures/models.ts";
import { assistant, native, TestEngine, user } from "../../fixtures/native.ts";
import { realTemplate } from "../../fixtures/vocabularies.ts";

/** @param template missing: one that doesn't support tools */
async function prompt(
  options: PromptOptions,
  template?: string,
  messages: readonly Message[] = [user("Hi")],
): Promise<Prompt & { text: string }> {
  const chatTemplate = template === undefined ? {} : { chatTemplate: await realTemplate(template) };
  using model = Model.load(native(), await testModel("bpe", chatTemplate), { gpuLayers: 0 }, new Signals());
  using prompts = new PromptBuilder(native(), model);
  const built = prompts.build({ kind: "messages", messages }, options);
  const bytes = built.tokens.flatMap((token) => [...model.vocabulary.piece(token)]);
  return { ...built, text: new TextDecoder().decode(Uint8Array.from(bytes)) };
}

const code = {
  type: "object",
  properties: { code: { type: "string", pattern: "^\\d{3}$" } },
  required: ["code"],
};
const jsonSchema = JSON.stringify(code);

const call = {
  name: "f",
  description: "",
  parameters: { type: "object", properties: { a: { type: "integer" } } },
};
const toolUseOf = (more: Partial<ToolUse> = {}): ToolUse => ({
  tools: [call],
  choice: "auto",
  parallel: true,
  ...more,
});

describe("a schema", () => {
  test("is matched by the answer, patterns included", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const answer = await engine.chat([user("A code?")], {
      sampling: { temperature: 0, jsonSchema },
      maxTokens: 300,
    });
    expect(JSON.parse(answer.text).code).toMatch(/^\d{3}$/);
  });

  test("is matched by a continued answer", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const messages = [user("A code?"), assistant('{"code":"4')];
    const answer = await engine.chat(messages, { sampling: { temperature: 0, jsonSchema }, maxTokens: 300 });
    expect(`{"code":"4${answer.text}`).toMatch(/^\{"code":"4\d\d"\s*\}$/);
  });

  test("is matched by the answer after the reasoning, patterns included", async () => {
    using engine = new TestEngine({
      path: await testModel("bpe", { chatTemplate: await realTemplate("Qwen-Qwen3-0.6B") }),
    });
    const answer = await engine.chat([user("A code?")], {
      sampling: { temperature: 0, jsonSchema },
      maxTokens: 3000,
    });
    expect(JSON.parse(answer.text).code).toMatch(/^\d{3}$/);
  });

  test.each([
    "Qwen-Qwen3-0.6B",
    "openai-gpt-oss-120b",
    "llama-cpp-deepseek-r1",
    "google-gemma-4-31B-it",
    "Qwen3.5-4B",
  ])("is in the grammar that llama.cpp makes for reasoning with the template of %s", async (template) => {
    const { grammar, text } = await prompt({ sampling: { jsonSchema } }, template);
    expect(grammar).toContain("answer-as-asked ::=");
    expect(grammar).not.toContain("the schema of the answer");
    expect(text).not.toContain("the schema of the answer");
    expect(() => checkGrammar(grammar)).not.toThrow();
  });

  test("applies to the whole answer if llama.cpp makes no grammar for reasoning", async () => {
    const { grammar } = await prompt({ sampling: { jsonSchema } }, "Kimi-K2-Thinking");
    expect(matches(checkGrammar(grammar), '{"code":"123"}')).toBe(true);
    expect(matches(checkGrammar(grammar), '{"code":"12"}')).toBe(false);
  });

  test("is shown to the model by a template that shows schemas", async () => {
    const { text } = await prompt({ sampling: { jsonSchema } }, "deepseek-ai-DeepSeek-V4");
    expect(text).toContain(jsonSchema);
  });

  test("that can't be used is a usage error, with its path and the option's name", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const ask = (schema: unknown) =>
      engine.engine.submit(
        1,
        { kind: "text", text: "a" },
        { sampling: { jsonSchema: JSON.stringify(schema) } },
      );
    let thrown: unknown;
    try {
      ask({ type: "object", properties: { a: { type: "string", pattern: "\\bx" } } });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(AnechatError);
    expect(thrown).toMatchObject({
      code: "usage",
      field: "jsonSchema",
      message:
        "The JSON schema can't be used: $.properties.a.pattern: \\b, a word boundary, which is not supported (at 1 in /\\bx/)",
    });
    expect(() => ask(Array.from({ length: 400 }).reduce((items) => ({ items }), {}))).toThrow(
      "nested deeper",
    );
  });
});

describe("a grammar", () => {
  test.each([
    ['root ::= "a"{5,2}', "has the minimum 5 and the maximum 2"],
    ['root ::= "a" [^\\x00-\\U0010FFFF]', "no character matches"],
    ['root ::= "a"{1,5000}', "the maximum 5000 at line 1, column 13 is over the limit of 2000 repetitions"],
  ])("that can't be used is a usage error: %s", async (grammar, message) => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const ask = () => engine.engine.submit(1, { kind: "text", text: "a" }, { sampling: { grammar } });
    expect(ask).toThrow(`The grammar can't be used: `);
    expect(ask).toThrow(message);
  });
});

describe("calls of generic tools", () => {
  const calls = '"tool_calls": [{"name": "f", "arguments": {"a": 1}}]';

  test("may begin with whitespace; everything that doesn't begin like a call is text", async () => {
    const { grammar, triggers } = await prompt({ toolUse: toolUseOf() });
    expect(triggers).toBeUndefined();
    const parsed = checkGrammar(grammar);
    const accepted = [
      `{${calls}}`,
      `{  ${calls}}`,
      `\n \t{\n\n\t${calls} }`,
      "It is sunny.",
      "",
      "{",
      '{"tool',
      '{"tool_call"',
    ];
    accepted.push(
      '{"a": 1}',
      `Well: {${calls}}`,
      '[{"tool_calls"',
      "{  'tool_calls'",
      '{"tool_calls',
      "😀\n",
    );
    expect(accepted.filter((text) => !matches(parsed, text))).toEqual([]);
    const refused = [
      '{"tool_calls"',
      '{  "tool_calls": []}',
      '{"tool_calls": "x"}',
      ' {"tool_calls" x',
      `{${calls}} and`,
    ];
    expect(refused.filter((text) => matches(parsed, text))).toEqual([]);
  });

  test("that begin with two spaces are continued to their end", async () => {
    using engine = new TestEngine({ path: await testModel("bpe") });
    const answer = await engine.chat([user("Hi"), assistant('{  "tool_calls"')], {
      sampling: { seed: 5 },
      toolUse: toolUseOf({ parallel: false }),
      maxTokens: 400,
    });
    expect(answer.finish).toBe("stop");
    expect(JSON.parse(`{  "tool_calls"${answer.text}`).tool_calls).toEqual([
      { name: "f", arguments: expect.any(Object) },
    ]);
  });

  test("may have schemas with references, beside the schema of an answer", async () => {
    const parameters = {
      $defs: { E: { enum: ["x", "y"], type: "string" } },
      type: "object",
      properties: { e: { $ref: "#/$defs/E" } },
      required: ["e"],
    };
    const tools = [
      { ...call, parameters },
      { ...call, name: "g" },
    ];
    const own = { $ref: "#/$defs/E", $defs: { E: { enum: ["yes", "no"] } } };
    const { grammar } = await prompt({
      toolUse: toolUseOf({ tools }),
      sampling: { jsonSchema: JSON.stringify(own) },
    });
    const parsed = checkGrammar(grammar);
    expect(matches(parsed, '"yes"')).toBe(true);
    expect(
      matches(parsed, '{"tool_calls":[{"name":"f","arguments":{"e":"x"}},{"name":"g","arguments":{}}]}'),
    ).toBe(true);
    expect(matches(parsed, '{"tool_calls":[{"name":"f","arguments":{"e":"yes"}}]}')).toBe(false);
    expect(matches(parsed, "maybe")).toBe(false);
  });
});

describe("tools, if the template supports them", () => {
  test("may have schemas with more than a grammar can enforce", async () => {
    const parameters = {
      $schema: "http://json-schema.org/draft-07/schema#",
      type: "object",
      properties: {
        path: { type: "string", pattern: "^(?!/).*\\bx", maxLength: 4096 },
        tags: { type: "array", items: { type: "string" }, uniqueItems: true },
        count: { type: "number", exclusiveMinimum: 0, multipleOf: 0.1 },
        url: { type: "string", format: "uri" },
        env: {
          type: "object",
          propertyNames: { pattern: "^[A-Z]+$" },
          additionalProperties: { type: "string" },
        },
      },
      required: ["path"],
      dependentRequired: { url: ["count"] },
    };
    for (const template of ["Qwen-Qwen2.5-7B-Instruct", "Qwen3-Coder", undefined]) {
      const toolUse = toolUseOf({ tools: [{ ...call, parameters }], choice: "required" });
      const { grammar, text } = await prompt({ toolUse }, template);
      expect(() => checkGrammar(grammar)).not.toThrow();
      expect(text).toContain("uniqueItems");
    }
  });

  test("are refused by name if a schema is invalid", async () => {
    const tools = [
      { ...call, name: "broken", parameters: { type: "object", properties: { a: { type: "strin" } } } },
    ];
    for (const template of ["Qwen-Qwen2.5-7B-Instruct", undefined]) {
      const built = prompt({ toolUse: toolUseOf({ tools }) }, template);
      await expect(built).rejects.toThrow(
        'The schema of the tool broken can\'t be used: $.properties.a.type: there is no type "strin"',
      );
    }
  });
});
