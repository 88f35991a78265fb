import { describe, expect, test } from "bun:test";
import type { GenerateOptions, Message } from "../../../src/protocol/chat.ts";
import { testModel } from "../../fixtures/models.ts";
import { TestEngine, user } from "../../fixtures/native.ts";
import { realTemplate } from "../../fixtures/vocabularies.ts";

/** The answer of a model with the template of a reasoning model, forced to write this text. */
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
  test("is separated from the answer", async () => {
    const result = await answer("Qwen-Qwen3-0.6B", "<think>\nThey greet me.\n</think>\n\nHello to you.");
    expect(result.reasoning.trim()).toBe("They greet me.");
    expect(result.text.trim()).toBe("Hello to you.");
    expect(result.finish).toBe("stop");
  });

  test("streams before the answer does", async () => {
    const { events } = await answer("Qwen-Qwen3-0.6B", "<think>\nSo, so, and so.\n</think>\n\nYes, and no.");
    const kinds = events.map(({ type }) => type).filter((type) => type === "text" || type === "reasoning");
    expect(kinds.lastIndexOf("reasoning")).toBeLessThan(kinds.indexOf("text"));
  });

  test("may be missing from an answer", async () => {
    const result = await answer("Qwen-Qwen3-0.6B", "Hello at once.");
    expect(result).toMatchObject({ reasoning: "", text: "Hello at once." });
  });

  test("is recognized if the template writes its opening tag", async () => {
    const result = await answer("llama-cpp-deepseek-r1", "They greet me.\n</think>\n\nHello.");
    expect(result.reasoning.trim()).toBe("They greet me.");
    expect(result.text.trim()).toBe("Hello.");
  });

  test("that never ends is not lost", async () => {
    const result = await answer("Qwen-Qwen3-0.6B", "<think>\nOn and on");
    expect(result.reasoning + result.text).toContain("On and on");
  });

  test("is not repeated by a continued answer, which has only new text", async () => {
    const begun: Message = { role: "assistant", content: "Hello to", reasoning: "They greet me." };
    const result = await answer("Qwen-Qwen3-0.6B", "Hello to you.", begun);
    expect(result).toMatchObject({ text: " you.", reasoning: "" });
  });

  test("is not what a continued answer says about its marks", async () => {
    using engine = new TestEngine({
      path: await testModel("bpe", { chatTemplate: await realTemplate("Qwen-Qwen3-0.6B") }),
    });
    const begun: Message = { role: "assistant", content: "The tag <think> opens" };
    const { text, usage, finish } = await engine.chat([user("Hello?"), begun], {
      sampling: { temperature: 0, grammar: 'root ::= "The tag <think> opens" [a-z ]{100}' },
      maxAnswerTokens: 10,
      reasoningBudget: 5,
    });
    expect(text).toMatch(/^[a-z ]+$/);
    expect(finish).toBe("length");
    expect(usage).toMatchObject({ completionTokens: 10, reasoningTokens: 0 });
  });

  test("that was cut is continued, up to the answer", async () => {
    const begun: Message = { role: "assistant", content: "", reasoning: "They greet" };
    const result = await answer("Qwen-Qwen3-0.6B", " me.\n</think>\n\nHello.", begun);
    expect(result.reasoning.trim()).toBe("me.");
    expect(result.text.trim()).toBe("Hello.");
  });

  test("is allowed before an answer that follows a JSON schema", async () => {
    using engine = new TestEngine({
      path: await testModel("bpe", { chatTemplate: await realTemplate("Qwen-Qwen3-0.6B") }),
    });
    const schema = { type: "object", properties: { yes: { type: "boolean" } }, required: ["yes"] };
    const result = await engine.chat([user("Is it?")], {
      sampling: { temperature: 0, jsonSchema: JSON.stringify(schema) },
      maxTokens: 3000,
    });
    expect(result.finish).toBe("stop");
    expect(typeof JSON.parse(result.text).yes).toBe("boolean");
  });
});

describe("a budget of reasoning", () => {
  /** The answer of a model that reasons as long as it may. */
  async function budgeted(template: string, options: GenerateOptions, written: string) {
    using engine = new TestEngine({
      path: await testModel("bpe", { chatTemplate: await realTemplate(template) }),
    });
    return await engine.chat([user("Hello?")], {
      sampling: { temperature: 0, grammar: `root ::= ${written}` },
      ...options,
    });
  }
  const endless = '"<think>" [a-z ]* "</think>" "Yes."';
  const seed = endless.replaceAll("think>", "seed:think>");

  test("is spent, then the answer follows", async () => {
    const { events, reasoning, text, usage, finish } = await budgeted(
      "Qwen-Qwen3-0.6B",
      { reasoningBudget: 20 },
      endless,
    );
    expect(text).toBe("Yes.");
    expect(finish).toBe("stop");
    expect(reasoning).not.toBe("");
    expect(usage.reasoningTokens).toBe(20);
    const types = events.map(({ type }) => type);
    expect(types.indexOf("reasoningEnd")).toBeGreaterThan(types.lastIndexOf("reasoning"));
    expect(types.indexOf("reasoningEnd")).toBeLessThan(types.indexOf("text"));
    expect(events.find(({ type }) => type === "reasoningEnd")).toMatchObject({ tokens: 20, isCut: true });
  });

  test("is spent freely where a grammar is of the answer alone", async () => {
    const { reasoning, text, finish } = await budgeted(
      "llama-cpp-deepseek-r1",
      { reasoningBudget: 20 },
      '"Yes." | "No."',
    );
    expect(reasoning.length).toBeGreaterThan(20);
    expect(["Yes.", "No."]).toContain(text);
    expect(finish).toBe("stop");
  });

  test("is 0 for a model that begins to reason although that is switched off", async () => {
    const { reasoning, text } = await budgeted("ByteDance-Seed-OSS", { thinking: false }, seed);
    // Its parser expects no reasoning, so that the marks are text.
    expect({ reasoning, text }).toEqual({ reasoning: "", text: "<seed:think></seed:think>Yes." });
  });

  test("is 0 for a model that can't be asked to answer without reasoning", async () => {
    const { reasoning, text, usage } = await budgeted(
      "llama-cpp-deepseek-r1",
      { thinking: false },
      '[a-z ]* "</think>" "Yes."',
    );
    expect({ reasoning: reasoning.trim(), text, tokens: usage.reasoningTokens }).toEqual({
      reasoning: "",
      text: "Yes.",
      tokens: 0,
    });
  });

  test("is not needed for the limit of an answer, which counts only what follows", async () => {
    const long = `"<think>" [a-z ]{300,310} "</think>" [A-Z]{50}`;
    const { text, usage, finish } = await budgeted("Qwen-Qwen3-0.6B", { maxAnswerTokens: 10 }, long);
    expect(usage.reasoningTokens).toBeGreaterThan(100);
    expect(text).toMatch(/^[A-Z]+$/);
    expect(finish).toBe("length");
  });

  test("leaves room for an answer in the context", async () => {
    using engine = new TestEngine({
      path: await testModel("bpe", { chatTemplate: await realTemplate("Qwen-Qwen3-0.6B") }),
      contextSize: 256,
    });
    const { text, finish, events } = await engine.chat([user("Hello?")], {
      sampling: { temperature: 0, grammar: `root ::= ${endless}` },
      maxTokens: Number.POSITIVE_INFINITY,
    });
    expect({ text, finish }).toEqual({ text: "Yes.", finish: "stop" });
    expect(events.find(({ type }) => type === "reasoningEnd")).toMatchObject({ isContextSpent: true });
  });

  test("ends the reasoning only where a grammar allows that", async () => {
    const long = '"<think>" [a-z]{120} "</think>" "Yes."';
    const { events, text, usage } = await budgeted("Qwen-Qwen3-0.6B", { reasoningBudget: 5 }, long);
    expect(text).toBe("Yes.");
    const tokens = usage.reasoningTokens as number;
    expect(tokens).toBeGreaterThan(30);
    expect(events.find(({ type }) => type === "reasoningEnd")).toMatchObject({ tokens, isCut: true });
  });

  test("of 0 and a limit end an answer that would open thoughts for ever", async () => {
    const endless = '("<think>" [a-z]* "</think>"){100}';
    const { usage, finish } = await budgeted(
      "Qwen-Qwen3-0.6B",
      { reasoningBudget: 0, maxAnswerTokens: 30 },
      endless,
    );
    expect(finish).toBe("length");
    expect(usage.completionTokens).toBeLessThan(50);
  });
});
