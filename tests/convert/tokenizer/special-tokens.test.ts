import { describe, expect, test } from "bun:test";
import { chatTemplateEntries } from "../../../src/convert/tokenizer/chat-template.ts";
import { specialUse, templateTokens } from "../../../src/convert/tokenizer/post-processor.ts";
import { specialEntries, specialTokens } from "../../../src/convert/tokenizer/special-tokens.ts";
import { parseTokenizerConfig } from "../../../src/convert/tokenizer/tokenizer-config.ts";
import { plain } from "./fixtures.ts";

const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
const sequence = (id: string) => ({ Sequence: { id, type_id: 0 } });
const template = (single: object[], pair: object[] = []) => ({ type: "TemplateProcessing", single, pair });

describe("special tokens", () => {
  const texts = ["<unk>", "<s>", "</s>", "<pad>", "a", "<|im_end|>"];
  const tokens = texts.map((text) => ({ text, type: 1 as const, score: 0 }));
  const added = ["<s>", "</s>", "<|im_end|>"].map((content) => ({
    ...{ id: texts.indexOf(content), content, special: true },
    ...{ normalized: false, lstrip: false, rstrip: false },
  }));
  type Files = {
    tokenizerConfig?: object;
    map?: object;
    config?: object;
    postProcessor?: object;
    arch?: string;
    rows?: number;
  };
  const entriesOf = ({ tokenizerConfig, map, config, postProcessor, arch = "other", rows = 6 }: Files) => {
    const filler = Array.from({ length: rows - texts.length }, (_, id) => ({
      ...{ text: `[PAD${id}]`, type: 5 as const, score: 0 },
    }));
    const found = specialTokens({
      tokens: [...tokens, ...filler],
      added,
      tokenizerConfig: parseTokenizerConfig(tokenizerConfig, map),
      config,
      postProcessor,
      arch,
    });
    return Object.fromEntries(
      [...plain(specialEntries(found))].map(([key, value]) => [key.replace("tokenizer.ggml.", ""), value]),
    );
  };

  test("are named by the configuration, in either form", () => {
    expect(
      entriesOf({
        tokenizerConfig: { bos_token: "<s>", eos_token: { content: "<|im_end|>", lstrip: false } },
      }),
    ).toEqual({ bos_token_id: 1, eos_token_id: 5 });
  });

  test("a name of an added token overrides config.json, any other name doesn't", () => {
    const config = { eos_token_id: 2, pad_token_id: 2, bos_token_id: -1 };
    expect(entriesOf({ tokenizerConfig: { eos_token: "<|im_end|>", pad_token: "<pad>" }, config })).toEqual({
      eos_token_id: 5,
      padding_token_id: 2,
    });
    expect(entriesOf({ tokenizerConfig: { pad_token: "<pad>" } })).toEqual({ padding_token_id: 3 });
  });

  test("missing ones come from special_tokens_map.json and a multimodal model's text_config", () => {
    const map = { unk_token: "<unk>", eos_token: "</s>" };
    expect(entriesOf({ map, config: { text_config: { eos_token_id: [5, 2] } } })).toEqual({
      eos_token_id: 5,
      unknown_token_id: 0,
    });
  });

  test("out of range or of another type are ignored", () => {
    expect(
      entriesOf({
        tokenizerConfig: { bos_token: 7, eos_token: "<none>" },
        config: { eos_token_id: 6, sep_token_id: "1" },
      }),
    ).toEqual({});
  });

  test("are added as the configuration says, or else the template", () => {
    const tokenizerConfig = { bos_token: "<s>", eos_token: "</s>" };
    const postProcessor = template([special("<s>"), sequence("A"), special("</s>")]);
    const ids = { bos_token_id: 1, eos_token_id: 2 };
    expect(entriesOf({ tokenizerConfig, postProcessor })).toEqual({
      ...ids,
      add_bos_token: true,
      add_eos_token: true,
    });
    expect(
      entriesOf({ tokenizerConfig: { ...tokenizerConfig, add_eos_token: false }, postProcessor }),
    ).toMatchObject({ add_bos_token: true, add_eos_token: false });
  });

  test("follow upstream's rules for single families", () => {
    const bos = (arch: string, rows: number) =>
      entriesOf({ arch, rows, tokenizerConfig: { add_bos_token: true } }).add_bos_token;
    expect([
      bos("llama", 49_152),
      bos("granite", 49_152),
      bos("llama", 32_000),
      bos("qwen2", 49_152),
    ]).toEqual([false, false, true, true]);
    expect(entriesOf({ arch: "llama", rows: 32_016 })).toEqual({ eot_token_id: 32_010 });
    expect(entriesOf({ arch: "gemma", rows: 200 })).toEqual({ eot_token_id: 107 });
    expect(entriesOf({ arch: "gemma2", rows: 200 })).toEqual({});
  });
});

describe("the post-processor", () => {
  test("gives the tokens before and after a text", () => {
    const steps = {
      type: "Sequence",
      processors: [{ type: "ByteLevel" }, template([special("[gMASK]"), special("<sop>"), sequence("A")])],
    };
    expect(templateTokens(steps)).toEqual({ before: ["[gMASK]", "<sop>"], after: [] });
    expect(templateTokens(template([sequence("A"), special("</s>")]))).toEqual({
      before: [],
      after: ["</s>"],
    });
    expect(templateTokens(null)).toEqual({ before: [], after: [] });
    expect(templateTokens({ type: "ByteLevel" })).toEqual({ before: [], after: [] });
  });

  test("another end than the configuration's makes the configuration's the end of a turn", () => {
    const ends = template([sequence("A"), special("</s>")]);
    expect(specialUse(ends, { eos: "<|im_end|>" }, true)).toEqual({
      texts: { eos: "</s>", eot: "<|im_end|>" },
      addFlags: { eos: true },
    });
    expect(specialUse(ends, {}, true)).toEqual({ texts: { eos: "</s>" }, addFlags: { eos: true } });
  });

  test("a template without a configuration defines bos and eos", () => {
    const both = template([special("<s>"), sequence("A"), special("</s>")]);
    expect(specialUse(both, {}, false)).toEqual({
      texts: { bos: "<s>", eos: "</s>" },
      addFlags: { bos: true, eos: true },
    });
  });

  test("an unknown token at the start is not the bos, but is added as one", () => {
    // Upstream makes it the cls.
    expect(specialUse(template([special("<x>"), sequence("A")]), { bos: "<s>" }, true)).toEqual({
      texts: { bos: "<s>", cls: "<x>" },
      addFlags: { bos: true },
    });
  });

  test("a separator between two texts is added", () => {
    const pair = (...between: object[]) =>
      specialUse(
        template([special("<s>"), sequence("A")], [special("<s>"), sequence("A"), ...between, sequence("B")]),
        { bos: "<s>", eos: "</s>", sep: "<sep>" },
        true,
      ).addFlags.sep;
    expect(pair(special("<sep>"))).toBe(true);
    expect(pair(special("</s>"))).toBe(true);
    expect(pair(special("<s>"))).toBe(false);
    expect(pair(special("<s>"), special("<sep>"))).toBe(true);
    expect(pair()).toBeUndefined();
  });

  test("RoBERTa's adds all three", () => {
    const roberta = { type: "RobertaProcessing", cls: ["<s>", 0], sep: ["</s>", 2] };
    expect(specialUse(roberta, {}, true)).toEqual({
      texts: { cls: "<s>", sep: "</s>" },
      addFlags: { bos: true, eos: true, sep: true },
    });
  });
});

describe("chat templates", () => {
  const entriesOf = (tokenizerConfig: unknown, jinja?: string, json?: unknown) =>
    Object.fromEntries(plain(chatTemplateEntries({ tokenizerConfig, jinja, json })));

  test("come from the first file that has one", () => {
    expect(entriesOf("A", "B", { chat_template: "C" })).toEqual({ "tokenizer.chat_template": "B" });
    expect(entriesOf("A", undefined, { chat_template: "C" })).toEqual({ "tokenizer.chat_template": "A" });
    expect(entriesOf(null, undefined, { chat_template: "C" })).toEqual({ "tokenizer.chat_template": "C" });
    expect(entriesOf(undefined, undefined, { processor: 1 })).toEqual({});
    expect(entriesOf(undefined)).toEqual({});
  });

  test("are stored under their names if there are several", () => {
    expect(
      entriesOf([
        { name: "default", template: "A" },
        { name: "tool-use", template: "B" },
        { name: "rag", template: "C" },
        { name: "", template: "D" },
      ]),
    ).toEqual({
      "tokenizer.chat_template": "A",
      "tokenizer.chat_template.tool_use": "B",
      "tokenizer.chat_template.rag": "C",
      "tokenizer.chat_templates": ["tool_use", "rag"],
    });
    expect(entriesOf([{ name: "default", template: "A" }])).toEqual({ "tokenizer.chat_template": "A" });
    expect(entriesOf([])).toEqual({});
  });

  test("of another type are rejected", () => {
    expect(() => entriesOf(7)).toThrow("chat_template in tokenizer_config.json");
    expect(() => entriesOf([{ name: "default" }])).toThrow("chat_template in tokenizer_config.json");
    expect(() => entriesOf("x".repeat(2 ** 20 + 1))).toThrow("chat_template in tokenizer_config.json");
    expect(() => entriesOf(undefined, undefined, [])).toThrow("chat_template.json");
  });
});
