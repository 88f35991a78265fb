import { describe, expect, test } from "bun:test";
import type { Message } from "../../../src/protocol/chat.ts";
import { testModel } from "../../fixtures/models.ts";
import { TestEngine, user } from "../../fixtures/native.ts";
import { realTemplate } from "../../fixtures/vocabularies.ts";

/** A model with the template of one that thinks, made to write just this. */
async function answer(template: string, written: string, begun?: Message) {
  using engine = new TestEngine({
    path: await testModel("bpe", { chatTemplate: await realTemplate(template) }),
  });
  return await engine.chat([user("Hello?"), ...(begun ? [begun] : [])], {
    sampling: { temperature: 0, grammar: `root ::= ${JSON.stringify(written)}` },
    maxTokens: 200,
  });
}

describe("reasoning", () => {
  test("is told apart from the answer", async () => {
    const told = await answer("Qwen-Qwen3-0.6B", "<think>\nThey greet me.\n</think>\n\nHello to you.");
    expect(told.reasoning.trim()).toBe("They greet me.");
    expect(told.text.trim()).toBe("Hello to you.");
    expect(told.finish).toBe("stop");
  });

  test("streams before the answer does", async () => {
    const { events } = await answer("Qwen-Qwen3-0.6B", "<think>\nSo, so, and so.\n</think>\n\nYes, and no.");
    const kinds = events.map(({ type }) => type).filter((type) => type === "text" || type === "reasoning");
    expect(kinds.lastIndexOf("reasoning")).toBeLessThan(kinds.indexOf("text"));
  });

  test("a model that doesn't think this time just answers", async () => {
    const told = await answer("Qwen-Qwen3-0.6B", "Hello at once.");
    expect(told).toMatchObject({ reasoning: "", text: "Hello at once." });
  });

  test("a template that opens the thought itself is understood", async () => {
    const told = await answer("llama-cpp-deepseek-r1", "They greet me.\n</think>\n\nHello.");
    expect(told.reasoning.trim()).toBe("They greet me.");
    expect(told.text.trim()).toBe("Hello.");
  });

  test("a thought that never ends is not lost", async () => {
    const told = await answer("Qwen-Qwen3-0.6B", "<think>\nOn and on");
    expect(told.reasoning + told.text).toContain("On and on");
  });

  test("an answer that is gone on with tells what is new, and no thought again", async () => {
    const begun: Message = { role: "assistant", content: "Hello to", reasoning: "They greet me." };
    const told = await answer("Qwen-Qwen3-0.6B", "Hello to you.", begun);
    expect(told).toMatchObject({ text: " you.", reasoning: "" });
  });

  test("a thought that was cut is gone on with, up to the answer", async () => {
    const begun: Message = { role: "assistant", content: "", reasoning: "They greet" };
    const told = await answer("Qwen-Qwen3-0.6B", " me.\n</think>\n\nHello.", begun);
    expect(told.reasoning.trim()).toBe("me.");
    expect(told.text.trim()).toBe("Hello.");
  });

  test("a JSON schema binds the answer and leaves room for the thought", async () => {
    using engine = new TestEngine({
      path: await testModel("bpe", { chatTemplate: await realTemplate("Qwen-Qwen3-0.6B") }),
    });
    const schema = { type: "object", properties: { yes: { type: "boolean" } }, required: ["yes"] };
    const told = await engine.chat([user("Is it?")], {
      sampling: { temperature: 0, jsonSchema: JSON.stringify(schema) },
      maxTokens: 3000,
    });
    expect(told.finish).toBe("stop");
    expect(typeof JSON.parse(told.text).yes).toBe("boolean");
  });
});
