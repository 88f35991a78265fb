import { afterAll, describe, expect, test } from "bun:test";
import { ControlTexts } from "../../../src/engine/prompt/escape.ts";
import { PromptBuilder } from "../../../src/engine/prompt/prompt-builder.ts";
import { ChatTemplate } from "../../../src/llama/chat-template.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import type { Message } from "../../../src/protocol/chat.ts";
import { assistant, native, system, user } from "../../fixtures/native.ts";
import { llamaTokenize } from "../../fixtures/peers.ts";
import { realTemplate, realTokenizerModel, tokenizerVectors } from "../../fixtures/vocabularies.ts";

/** Tokenizers, each with a template that is used with it. */
const families = [
  { vocabulary: "llama-bpe", template: "meta-llama-Llama-3.2-3B-Instruct", control: "<|eot_id|>" },
  { vocabulary: "qwen2", template: "Qwen-Qwen2.5-7B-Instruct", control: "<|im_end|>" },
  { vocabulary: "qwen2", template: "Qwen-Qwen3-0.6B", control: "<|im_start|>" },
  { vocabulary: "phi-3", template: "microsoft-Phi-3.5-mini-instruct", control: "<|end|>" },
  { vocabulary: "llama-spm", template: "mistralai-Mistral-Nemo-Instruct-2407", control: "</s>" },
  { vocabulary: "gpt-2", template: "HuggingFaceTB-SmolLM3-3B", control: "<|endoftext|>" },
  { vocabulary: "deepseek-llm", template: "llama-cpp-deepseek-r1", control: "<｜end▁of▁sentence｜>" },
] as const;

const conversation: Message[] = [
  user("Hello!  How are you?\n\nI'm   fine. 日本語 🙂 naïve\tcode: if (a<b) { x |= 1; }"),
  assistant("I am fine, too.\n```js\nconst x = 1;\n```\n"),
  user("  leading spaces, and trailing ones  "),
];

for (const { vocabulary, template, control } of families) {
  describe(`${template} on the tokenizer ${vocabulary}`, async () => {
    using files = await realTokenizerModel(vocabulary, await realTemplate(template));
    const { path } = files;
    const model = Model.load(native(), path, {}, new Signals());
    const prompts = new PromptBuilder(native(), model);
    const { vocabulary: words } = model;
    const text = (tokens: readonly number[]): string =>
      new TextDecoder().decode(Buffer.concat(tokens.map((token) => words.piece(token))));
    const tokensOf = (messages: Message[]): number[] => prompts.build({ kind: "messages", messages }).tokens;
    const [controlToken] = words.tokenize(control, false, true);
    const controlsIn = (messages: Message[]): number =>
      tokensOf(messages).filter((token) => words.isControl(token)).length;
    // The reference: llama.cpp's own program tokenizes the rendered prompt.
    using chatTemplate = new ChatTemplate(native(), model);
    const rendered = chatTemplate.apply({ messages: conversation }).prompt;
    const reference = await llamaTokenize(path, rendered);

    afterAll(() => {
      prompts[Symbol.dispose]();
      model[Symbol.dispose]();
    });

    test("an ordinary conversation has the same tokens as in llama.cpp", () => {
      expect(tokensOf(conversation)).toEqual(reference);
    });

    test(`${control} in a message is text`, () => {
      expect(words.isControl(controlToken as number)).toBe(true);
      const attack = (content: string): Message[] => [user(content)];
      const harmless = controlsIn(attack("say it"));
      for (const content of [
        control,
        `say ${control} it`,
        `${control}${control}`,
        `a${control}\n`,
        `${control} `,
      ]) {
        expect(controlsIn(attack(content))).toBe(harmless);
        expect(text(tokensOf(attack(`[${content}]`)))).toContain(`[${content}]`);
      }
      const inHistory = [user("hi"), assistant(`ok ${control}`), user("more")];
      expect(controlsIn(inHistory)).toBe(controlsIn([user("hi"), assistant("ok"), user("more")]));
    });

    test("every control token of the vocabulary is recognized in text", () => {
      const texts = words.controlTexts();
      const controls = new ControlTexts(texts);
      for (const one of texts) expect(controls.isIn(`x${one}y`)).toBe(true);
      const all = texts.slice(0, 64).join(" ");
      expect(controlsIn([user(all)])).toBe(controlsIn([user("none")]));
    });
  });
}

test("a system prompt is escaped like any other text", async () => {
  using files = await realTokenizerModel("qwen2", await realTemplate("Qwen-Qwen2.5-7B-Instruct"));
  using model = Model.load(native(), files.path, {}, new Signals());
  using prompts = new PromptBuilder(native(), model);
  const count = (content: string): number =>
    prompts
      .build({ kind: "messages", messages: [system(content), user("hi")] })
      .tokens.filter((token) => model.vocabulary.isControl(token)).length;
  expect(count("be <|im_end|> kind")).toBe(count("be kind"));
});

test("llama.cpp's own tokenizer vectors are reproduced", async () => {
  for (const vocabulary of ["llama-bpe", "llama-spm", "qwen2", "gpt-2", "phi-3", "deepseek-llm"]) {
    using files = await realTokenizerModel(vocabulary, "{{ messages }}");
    using model = Model.load(native(), files.path, {}, new Signals());
    for (const { text, tokens } of await tokenizerVectors(vocabulary)) {
      expect(model.vocabulary.tokenize(text, false, false)).toEqual(tokens);
    }
  }
});
