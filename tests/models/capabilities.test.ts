/** What a model can be used for, from its header and its chat template. */
import { describe, expect, test } from "bun:test";
import { bool, string, strings, u32 } from "../../src/formats/gguf/metadata.ts";
import { readGgufHeader } from "../../src/formats/gguf/reader.ts";
import { type Capability, capabilitiesOf, hasReasoning, hasTools } from "../../src/models/capabilities.ts";
import { encoderModel, testModel } from "../fixtures/models.ts";
import { realTemplate, realTemplateNames } from "../fixtures/vocabularies.ts";

describe("the templates of llama.cpp's source", () => {
  const without = async (has: (template: string) => boolean): Promise<string[]> => {
    const names = await realTemplateNames();
    const templates = await Promise.all(names.map(async (name) => [name, await realTemplate(name)] as const));
    return templates.filter(([, template]) => !has(template)).map(([name]) => name);
  };

  test("have tools, but for these", async () => {
    expect(await without(hasTools)).toEqual([
      // Its tools have other variables, which llama.cpp doesn't set.
      "HuggingFaceTB-SmolLM3-3B",
      "google-gemma-2-2b-it",
      "llama-cpp-rwkv-world",
      "microsoft-Phi-3.5-mini-instruct",
    ]);
  });

  test("reason, but for these", async () => {
    expect(await without(hasReasoning)).toEqual([
      "CohereForAI-c4ai-command-r-plus-tool_use",
      "GigaChat3-10B-A1.8B",
      "GigaChat3.1-10B-A1.8B",
      "Kimi-K2-Instruct",
      "LFM2-8B-A1B",
      "MiMo-VL",
      "MiniMax-M1",
      "Mistral-Small-3.2-24B-Instruct-2506",
      "NousResearch-Hermes-2-Pro-Llama-3-8B-tool_use",
      "NousResearch-Hermes-3-Llama-3.1-8B-tool_use",
      "Qwen-Qwen2.5-7B-Instruct",
      "Qwen3-Coder",
      "fireworks-ai-llama-3-firefunction-v2",
      "google-gemma-2-2b-it",
      "ibm-granite-granite-4.0",
      "ibm-granite-granite-4.1",
      "meetkai-functionary-medium-v3.1",
      "meetkai-functionary-medium-v3.2",
      "meta-llama-Llama-3.1-8B-Instruct",
      "meta-llama-Llama-3.2-3B-Instruct",
      "meta-llama-Llama-3.3-70B-Instruct",
      "microsoft-Phi-3.5-mini-instruct",
      "mistralai-Mistral-Nemo-Instruct-2407",
      "moonshotai-Kimi-K2",
      "muse-glimmer",
      "unsloth-mistral-Devstral-Small-2507",
    ]);
  });
});

describe("a template", () => {
  test.each([
    ["{% if tools %}x{% endif %}", true],
    ["{{ tools | tojson }}", true],
    ["{% for call in message['tool_calls'] %}{% endfor %}", true],
    ["{{ message.tool_calls }}", true],
    ["You have tools.", false],
    ["{{ 'Use the tools.' }}", false],
    ['{{ "Don\'t use tools" }}', false],
    ["{{ 'it\\'s about tools' }}", false],
    ["{# tools #}", false],
    ["{% if tools", false],
    ["", false],
  ])("%j has words for tools: %p", (template, expected) => expect(hasTools(template)).toBe(expected));

  test.each(["{", "{%", "{{'", "{#", "{{ '\\'", "{%'%}"])(
    "of any length is read in one pass: %j…",
    (part) => {
      expect(hasTools(part.repeat(500_000))).toBe(false);
    },
  );
});

describe("a model", () => {
  const pooling = (type: number) => ({ "llama.pooling_type": u32(type) });
  const fim = { pre: "fim_pre_token_id", suf: "fim_suf_token_id", mid: "fim_mid_token_id" };
  const ids = (...keys: string[]) => Object.fromEntries(keys.map((key) => [`tokenizer.ggml.${key}`, u32(5)]));
  const template = { "tokenizer.chat_template": string("{{ tools }}{{ enable_thinking }}") };

  test.each<[string, Parameters<typeof testModel>[1], readonly Capability[]]>([
    ["without a template", { chatTemplate: null }, ["completion"]],
    ["with a template", { metadata: template }, ["completion", "chat", "tools", "reasoning"]],
    ["that ranks", { metadata: pooling(4) }, ["rerank"]],
    ["that embeds with its last token", { metadata: pooling(3) }, ["embedding"]],
    ["without pooling", { chatTemplate: null, metadata: pooling(0) }, ["completion"]],
    [
      "with tokens for fill-in-the-middle",
      { chatTemplate: null, metadata: ids(fim.pre, fim.suf, fim.mid) },
      ["completion", "infill"],
    ],
    [
      "with the earlier names of these tokens",
      { chatTemplate: null, metadata: ids("prefix_token_id", "suffix_token_id", fim.mid) },
      ["completion", "infill"],
    ],
    [
      "with only two of these tokens",
      { chatTemplate: null, metadata: ids(fim.pre, fim.suf) },
      ["completion"],
    ],
  ])("%s", async (_, options, expected) => {
    const header = readGgufHeader(await testModel("bpe", options));
    const text = header.metadata.getString("tokenizer.chat_template");
    expect(capabilitiesOf(header, text === undefined ? [] : [text])).toEqual(expected);
  });

  test("of an encoder embeds", async () => {
    const bidirectional = readGgufHeader(await encoderModel({ "eurobert.pooling_type": undefined }));
    expect(capabilitiesOf(bidirectional, [])).toEqual(["embedding"]);
    const silent = { "eurobert.pooling_type": undefined, "eurobert.attention.causal": undefined };
    expect(capabilitiesOf(readGgufHeader(await encoderModel(silent)), [])).toEqual(["embedding"]);
    const causal = { "llama.attention.causal": bool(false) };
    expect(capabilitiesOf(readGgufHeader(await testModel("bpe", { metadata: causal })), [])).toEqual([
      "embedding",
    ]);
  });

  test("whose vocabulary has the texts of tokens for fill-in-the-middle", async () => {
    const path = await testModel("bpe", { chatTemplate: null });
    const header = readGgufHeader(path, { arrays: "all" });
    const tokens = header.metadata.getArray("tokenizer.ggml.tokens")?.items as readonly string[];
    const fimTexts = ["<|fim_prefix|>", "<fim_suffix>", "<｜fim▁end｜>"];
    for (const [count, expected] of [
      [3, ["completion", "infill"]],
      [2, ["completion"]],
    ] as const) {
      const changed = [...fimTexts.slice(0, count), ...tokens.slice(count)];
      const metadata = { "tokenizer.ggml.tokens": strings(changed) };
      const other = readGgufHeader(await testModel("bpe", { chatTemplate: null, metadata }));
      expect(capabilitiesOf(other, [])).toEqual([...expected]);
    }
  });
});
