/** /think and /nothink, for models that can and models that can't. */
import { describe, expect, test } from "bun:test";
import { thinkingSupport, withThinking } from "../../../src/cli/chat/thinking.ts";
import { requestOf } from "../../../src/remote/request.ts";

const templates = {
  qwen: "{%- if enable_thinking is defined and enable_thinking is false %}<think>\n\n</think>{%- endif %}",
  gptOss:
    "{%- if reasoning_effort is not defined %}{%- set reasoning_effort = 'medium' %}{%- endif %}{{ m.thinking }}",
  deepseek: "{{ '<think>\n' }}",
  granite: "{%- if thinking %}<think>{%- endif %}",
  plain: "{% for m in messages %}{{ m.content }}{% endfor %}",
};

const think = (template: string | undefined, level: string) =>
  withThinking({ maxTokens: 9 }, level, template === undefined ? undefined : thinkingSupport(template));

describe("/think", () => {
  test("turns reasoning on and off, and back to the model's own way", () => {
    expect(think(templates.qwen, "").options).toEqual({ maxTokens: 9, thinking: true });
    expect(think(templates.qwen, "off").options).toEqual({ maxTokens: 9, thinking: false });
    expect(think(templates.granite, "off").options.thinking).toBe(false);
    const off = think(templates.qwen, "off").options;
    expect(withThinking(off, "default", undefined).options).toEqual({ maxTokens: 9 });
  });

  test("has levels at endpoints and where the template reads them, and says so elsewhere", () => {
    expect(think(undefined, "Low").options).toMatchObject({ thinking: true, reasoningEffort: "low" });
    expect(think(undefined, "high").note).toBe("The model reasons before it answers: at length.");
    expect(think(templates.gptOss, "high")).toEqual({
      options: { maxTokens: 9, thinking: true, reasoningEffort: "high" },
      note: "The model reasons before it answers: at length.",
    });
    expect(think(templates.qwen, "high")).toEqual({
      options: { maxTokens: 9, thinking: true },
      note: "The model reasons before it answers. It has no levels of reasoning.",
    });
    expect(() => think(undefined, "hard")).toThrow('"hard" is not a level of reasoning');
  });

  test("says what a model can't do", () => {
    expect(() => think(templates.plain, "")).toThrow("This model can't reason");
    expect(() => think(templates.gptOss, "off")).toThrow("This model can't answer without reasoning");
    expect(() => think(templates.deepseek, "off")).toThrow("This model can't answer without reasoning");
    expect(think(templates.deepseek, "").options.thinking).toBe(true);
    expect(think(templates.plain, "off").options.thinking).toBe(false);
  });

  test("reaches an endpoint under OpenAI's name, and vLLM under its own, too", () => {
    const body = (level: string, isVllm: boolean) => {
      const { options } = think(undefined, level);
      const input = { kind: "messages", messages: [{ role: "user", content: "Hi" }] } as const;
      return requestOf("m", input, options, { isVllm, maxTokens: "max_tokens" }).body;
    };
    expect(body("low", false)).toMatchObject({ reasoning_effort: "low" });
    expect(body("off", false)).toMatchObject({ reasoning_effort: "none" });
    expect(body("off", true)).toMatchObject({ chat_template_kwargs: { enable_thinking: false } });
    expect(body("default", true)).not.toHaveProperty("reasoning_effort");
    expect(body("off", false)).not.toHaveProperty("chat_template_kwargs");
  });
});
