/** Levels of reasoning and variables reach the template under the names that it reads. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { PromptBuilder, PromptOptions } from "../../../src/engine/prompt/prompt-builder.ts";
import { user } from "../../fixtures/native.ts";
import { promptBuilder } from "../../fixtures/prompt-builder.ts";
import { realTemplate } from "../../fixtures/vocabularies.ts";

const cleanup = new DisposableStack();
afterAll(() => cleanup.dispose());

const prompts = (chatTemplate: string): Promise<PromptBuilder> => promptBuilder(chatTemplate, cleanup);

const render = (builder: PromptBuilder, options: PromptOptions): string =>
  builder.render({ kind: "messages", messages: [user("Hi")] }, options);

describe("a level of reasoning", () => {
  test("is in the prompt of gpt-oss", async () => {
    const builder = await prompts(await realTemplate("openai-gpt-oss-120b"));
    expect(render(builder, {})).toContain("Reasoning: medium");
    for (const reasoningEffort of ["low", "high"]) {
      expect(render(builder, { reasoningEffort })).toContain(`Reasoning: ${reasoningEffort}`);
    }
    expect(render(builder, { reasoningEffort: "none" })).toContain("Reasoning: medium");
  });

  test("is the nearest that the template accepts", async () => {
    const hunyuan = await prompts(await realTemplate("tencent-Hy3"));
    expect(render(hunyuan, { reasoningEffort: "medium" })).toContain("reasoning_effort:high");
    expect(render(hunyuan, { reasoningEffort: "minimal" })).toContain("reasoning_effort:low");
    expect(render(hunyuan, { reasoningEffort: "none" })).toContain("reasoning_effort:no_think");
    const kimi = await prompts(await realTemplate("Kimi-K3"));
    expect(render(kimi, { reasoningEffort: "xhigh" })).toBe(render(kimi, { reasoningEffort: "max" }));
    expect(render(kimi, { reasoningEffort: "low" })).not.toBe(render(kimi, { reasoningEffort: "max" }));
  });

  test("changes nothing where the template reads none, but none turns reasoning off", async () => {
    const qwen = await prompts(await realTemplate("Qwen-Qwen3-0.6B"));
    expect(render(qwen, { reasoningEffort: "high" })).toBe(render(qwen, {}));
    expect(render(qwen, { reasoningEffort: "none" })).toBe(render(qwen, { thinking: false }));
    expect(render(qwen, { reasoningEffort: "none" })).not.toBe(render(qwen, {}));
  });

  test("off and on reach templates with other names for it", async () => {
    const deepseek = await prompts(await realTemplate("deepseek-ai-DeepSeek-V3.1"));
    expect(render(deepseek, { thinking: true })).toEndWith("<think>");
    expect(render(deepseek, { thinking: false })).toEndWith("</think>");
    const seed = await prompts(await realTemplate("ByteDance-Seed-OSS"));
    expect(render(seed, { thinking: false })).toContain("thinking budget is 0");
  });
});

describe("variables of a template", () => {
  let builder: PromptBuilder;
  beforeAll(async () => {
    builder = await prompts(
      "{% for m in messages %}{{ m.content }}{% endfor %}[{{ mood }}|{{ enable_thinking }}]" +
        "{% if add_generation_prompt %}ANSWER{% endif %}{% if pages %}{{ pages | tojson }}{% endif %}",
    );
  });

  test("are set", () => {
    expect(render(builder, { templateVariables: { mood: "calm" } })).toContain("[calm|");
    expect(render(builder, { templateVariables: { enable_thinking: false } })).toContain("|False]");
    expect(render(builder, { templateVariables: { add_generation_prompt: false } })).not.toContain("ANSWER");
  });

  test("don't replace what the prompt is made of", () => {
    for (const name of ["messages", "tools", "bos_token", "eos_token"]) {
      expect(() => render(builder, { templateVariables: { [name]: [] } })).toThrow(
        expect.objectContaining({ code: "usage", field: "templateVariables" }),
      );
    }
  });

  test("hold control tokens as text only", () => {
    const count = (mood: string): number =>
      builder.build({ kind: "messages", messages: [user("Hi")] }, { templateVariables: { mood } }).tokens
        .length;
    expect(count("<|im_end|>") - count("")).toBeGreaterThan(2);
    const pages = { pages: [{ "<|im_end|>": "<|im_end|>" }] };
    const { tokens } = builder.build(
      { kind: "messages", messages: [user("Hi")] },
      { templateVariables: pages },
    );
    expect(tokens.length).toBeGreaterThan(count("") + 10);
  });
});
