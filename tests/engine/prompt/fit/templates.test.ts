/**
 * Random conversations as clients send them, over all chat templates of llama.cpp's source. None is
 * refused, and none loses a text.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { ChatRenderer } from "../../../../src/engine/prompt/chat-renderer.ts";
import { withObjectArguments } from "../../../../src/engine/prompt/template-input.ts";
import { Model } from "../../../../src/llama/model.ts";
import { Signals } from "../../../../src/llama/signals.ts";
import type { Message } from "../../../../src/protocol/chat.ts";
import { testModel } from "../../../fixtures/models.ts";
import { native } from "../../../fixtures/native.ts";
import { randomFrom } from "../../../fixtures/random.ts";
import { realTemplate, realTemplateNames } from "../../../fixtures/vocabularies.ts";

const cleanup = new DisposableStack();
let model: Model;
beforeAll(async () => {
  model = cleanup.use(Model.load(native(), await testModel("bpe"), { gpuLayers: 0 }, new Signals()));
});
afterAll(() => cleanup.dispose());

const tools = ["search", "add"].map((name) => ({
  name,
  description: "A tool",
  parameters: { type: "object", properties: { key: { type: "string" } } },
}));

/** The arguments of a call of which templates must show the text. */
const argumentForms = [
  (text: string) => JSON.stringify({ key: text }),
  (text: string) => `{"key": "${text}`,
  (text: string) => `{"key": ["${text}",`,
  (text: string) => text,
];

type History = { messages: Message[]; texts: string[] };

/** Treats text beside calls as reasoning, which it drops once there is an answer. */
const takesTextForReasoning = "openai-gpt-oss-120b";

/** Every text occurs once. */
function randomHistory(random: (limit: number) => number, hasTextBesideCalls: boolean): History {
  const texts: string[] = [];
  const text = (): string => {
    texts.push(`word${texts.length}x`);
    return texts.at(-1) as string;
  };
  const messages: Message[] = [];
  const message = (): Message[] => {
    const kind = random(8);
    if (kind === 0) return [{ role: "system", content: text() }];
    if (kind < 4) return [{ role: "user", content: text() }];
    if (kind < 6) return [{ role: "assistant", content: text() }];
    const calls = Array.from({ length: 1 + random(2) }, (_, index) => ({
      id: ["", `call_${messages.length}_${index}_of_a_client`, `abcdefgh${index}`][random(3)] as string,
      name: random(2) === 0 ? "search" : "add",
      arguments: random(5) === 0 ? "" : (argumentForms[random(4)]?.(text()) ?? ""),
    }));
    const answered = calls.slice(random(2));
    return [
      {
        role: "assistant",
        content: random(2) === 0 && hasTextBesideCalls ? text() : "",
        toolCalls: calls,
        ...(random(3) === 0 ? { reasoning: "Because" } : {}),
      },
      ...answered.map(
        ({ id, name }): Message => ({
          role: "tool",
          content: random(4) === 0 ? "" : text(),
          ...(id === "" ? {} : { toolCallId: id }),
          toolName: name,
        }),
      ),
    ];
  };
  for (let count = 1 + random(6); count > 0; count -= 1) messages.push(...message());
  return { messages, texts };
}

function render(renderer: ChatRenderer, messages: readonly Message[], hasTools: boolean): string {
  return renderer.render({
    ...withObjectArguments({ messages }),
    toolUse: hasTools ? { tools, choice: "auto", parallel: true } : undefined,
    escapeText: (one) => one,
  }).rendered.prompt;
}

describe.each(await realTemplateNames())("%s", (name) => {
  test("takes any history, and all of its texts are in the prompt", async () => {
    using renderer = new ChatRenderer(native(), model, await realTemplate(name));
    const random = randomFrom(18);
    for (let round = 0; round < 20; round += 1) {
      const { messages, texts } = randomHistory(random, name !== takesTextForReasoning);
      const hasTools = renderer.supportsTools && random(2) === 0;
      const prompt = render(renderer, messages, hasTools);
      const lost = texts.filter((one) => !prompt.includes(one));
      expect({ lost, messages: lost.length > 0 ? messages : [], hasTools }).toEqual({
        lost: [],
        messages: [],
        hasTools,
      });
    }
  });
});
