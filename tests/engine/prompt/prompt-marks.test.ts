import { afterAll, beforeAll, expect, test } from "bun:test";
import { ChatRenderer } from "../../../src/engine/prompt/chat-renderer.ts";
import { promptMarks } from "../../../src/engine/prompt/prompt-marks.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import type { Message } from "../../../src/protocol/chat.ts";
import { testModel } from "../../fixtures/models.ts";
import { native } from "../../fixtures/native.ts";

const cleanup = new DisposableStack();
let model: Model;
beforeAll(async () => {
  model = cleanup.use(Model.load(native(), await testModel("bpe"), {}, new Signals()));
});
afterAll(() => cleanup.dispose());

/** The texts of a prompt from each of its marks on. */
function markedTexts(template: string, messages: readonly Message[]): { messages: string[]; ends: string[] } {
  using renderer = new ChatRenderer(native(), model, template);
  const { rendered } = renderer.render({ messages, escapeText: (text) => text });
  const { vocabulary } = model;
  const tokens = vocabulary.tokenize(rendered.prompt, true, true);
  const marks = promptMarks(tokens, vocabulary, renderer.marksOf(rendered));
  const from = (place: number): string => vocabulary.detokenize(tokens.slice(place));
  return { messages: marks.messages.map(from), ends: marks.ends.map(from) };
}

const turns: Message[] = [
  { role: "system", content: "Be brief." },
  { role: "user", content: "One?" },
  { role: "assistant", content: "Yes." },
  { role: "user", content: "Two?" },
];

const plain = `{%- for message in messages -%}
[{{ message.role }}] {{ message.content }}.
{% endfor -%}
{%- if add_generation_prompt %}[assistant] {% endif -%}`;

test("users' messages are found in prompts of a template whose marks llama.cpp doesn't know", () => {
  const { messages } = markedTexts(plain, turns);
  expect(messages.map((text) => text.split("\n")[0])).toEqual([
    expect.stringContaining("[user] One?"),
    expect.stringContaining("[user] Two?"),
  ]);
});

test("the end is marked where reasoning opens, which the next turn leaves out, and just before it", () => {
  const { vocabulary } = model;
  const generationPrompt = "[assistant] <think>\n";
  const tokens = vocabulary.tokenize(`[user] Two?\n${generationPrompt}`, true, true);
  const marks = { userStart: "[user]", thinkingStart: "<think>", generationPrompt };
  const texts = promptMarks(tokens, vocabulary, marks).ends.map((end) => {
    return vocabulary.detokenize(tokens.slice(end));
  });
  expect(texts).toContain("<think>\n");
  const length = vocabulary.tokenize("<think>\n", false, true).length;
  expect(texts.length).toBe(length === 4 ? 1 : 2);
});

test("a text without messages is also marked where an edit of its last lines differs", () => {
  const tokens = Array.from({ length: 2000 }, () => 5);
  expect(promptMarks(tokens, model.vocabulary)).toEqual({ messages: [], ends: [1484, 1996] });
  expect(promptMarks([5, 5, 5], model.vocabulary)).toEqual({ messages: [], ends: [] });
});
