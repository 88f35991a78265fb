/** /think and /nothink, for models that can and models that can't. */
import { describe, expect, test } from "bun:test";
import { thinkingOf, thinkingWord, withThinking } from "../../src/cli/thinking.ts";
import { remoteThinkingSupport, thinkingSupport } from "../../src/cli/thinking-support.ts";
import { requestOf } from "../../src/remote/request.ts";

const templates = {
  qwen: "{%- if enable_thinking is defined and enable_thinking is false %}<think>\n\n</think>{%- endif %}",
  gptOss:
    "{%- if reasoning_effort is not defined %}{%- set reasoning_effort = 'medium' %}{%- endif %}{{ m.thinking }}",
  deepseek: "{{ '<think>\n' }}",
  granite: "{%- if thinking %}<think>{%- endif %}",
  plain: "{% for m in messages %}{{ m.content }}{% endfor %}",
};

const think = (template: string | undefined, word: string) =>
  withThinking(
    { maxTokens: 9 },
    word,
    template === undefined ? remoteThinkingSupport(false) : thinkingSupport(template),
  );

describe("a way to think", () => {
  test("is on, off, a level, or a number of tokens, and is shown as it was written", () => {
    expect(thinkingOf("on")).toEqual({ thinking: true });
    expect(thinkingOf(" Off ")).toEqual({ thinking: false });
    expect(thinkingOf("0")).toEqual({ thinking: false });
    expect(thinkingOf("Medium")).toEqual({ thinking: true, reasoningEffort: "medium" });
    expect(thinkingOf("2000")).toEqual({ thinking: true, reasoningBudget: 2000 });
    for (const word of ["on", "off", "low", "medium", "high", "2000"]) {
      expect(thinkingWord(thinkingOf(word))).toBe(word);
    }
    expect(thinkingWord({})).toBeUndefined();
    for (const word of ["hard", "-5", "1.5", "1e3", ""]) expect(() => thinkingOf(word)).toThrow();
  });
});

describe("/think", () => {
  test("turns reasoning on and off, and back to the model's own way", () => {
    expect(think(templates.qwen, "").options).toEqual({ maxTokens: 9, thinking: true });
    expect(think(templates.qwen, "off").options).toEqual({ maxTokens: 9, thinking: false });
    expect(think(templates.granite, "off").options.thinking).toBe(false);
    const limited = think(templates.qwen, "300").options;
    expect(limited).toEqual({ maxTokens: 9, thinking: true, reasoningBudget: 300 });
    expect(withThinking(limited, "default", remoteThinkingSupport(true)).options).toEqual({ maxTokens: 9 });
  });

  test("has levels at endpoints and where the template reads them; elsewhere they are budgets", () => {
    expect(think(undefined, "Low").options).toMatchObject({ thinking: true, reasoningEffort: "low" });
    expect(think(undefined, "high").note).toBe("The model reasons before it answers: at length.");
    expect(think(templates.gptOss, "high")).toEqual({
      options: { maxTokens: 9, thinking: true, reasoningEffort: "high" },
      note: "The model reasons before it answers: at length.",
    });
    expect(think(templates.qwen, "low")).toEqual({
      options: { maxTokens: 9, thinking: true, reasoningEffort: "low" },
      note: "The model reasons before it answers: for at most 1024 tokens. It has no levels of reasoning.",
    });
    expect(() => think(undefined, "hard")).toThrow('"hard" is not a way to think');
  });

  test("says what a model has no way to do", () => {
    expect(() => think(templates.plain, "")).toThrow("This model can't reason");
    expect(think(templates.deepseek, "off").note).toContain("its reasoning is ended immediately");
    expect(think(templates.qwen, "off").note).toBe("The model answers without reasoning.");
    expect(think(templates.deepseek, "").options.thinking).toBe(true);
    expect(think(templates.plain, "off").options.thinking).toBe(false);
  });

  test("reaches an endpoint under OpenAI's name, and vLLM under its own, too", () => {
    const body = (level: string, isVllm: boolean, isLlamaServer = false) => {
      const { options } = think(undefined, level);
      const input = { kind: "messages", messages: [{ role: "user", content: "Hi" }] } as const;
      return requestOf("m", input, options, { isVllm, isLlamaServer, maxTokens: "max_tokens" }).body;
    };
    expect(body("low", false)).toMatchObject({ reasoning_effort: "low" });
    expect(body("off", false)).toMatchObject({ reasoning_effort: "none" });
    expect(body("off", true)).toMatchObject({ chat_template_kwargs: { enable_thinking: false } });
    expect(body("default", true)).not.toHaveProperty("reasoning_effort");
    expect(body("off", false)).not.toHaveProperty("chat_template_kwargs");
    expect(body("300", false, true)).toMatchObject({ thinking_budget_tokens: 300 });
    expect(body("300", false)).not.toHaveProperty("thinking_budget_tokens");
    expect(think(undefined, "300").note).toContain("takes no number of tokens");
  });
});
