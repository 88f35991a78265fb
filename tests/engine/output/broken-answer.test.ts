/**
 * Answers that violate their model's format: marks are missing, doubled or at the wrong place, and
 * calls of tools never end. All words come out, in the formats of all templates that llama.cpp has.
 */
import { afterAll, beforeAll, expect, spyOn, test } from "bun:test";
import { type Random, seededRandom } from "../../../scripts/random.ts";
import { unreadText } from "../../../src/engine/output/broken-answer.ts";
import { ChatParser } from "../../../src/engine/output/output-parser.ts";
import { reasoningMarks } from "../../../src/engine/prompt/reasoning-marks.ts";
import { ChatTemplate, type RenderedPrompt } from "../../../src/llama/chat-template.ts";
import { Model } from "../../../src/llama/model.ts";
import { Signals } from "../../../src/llama/signals.ts";
import { testModel } from "../../fixtures/models.ts";
import { native } from "../../fixtures/native.ts";
import { realTemplate, realTemplateNames } from "../../fixtures/vocabularies.ts";

const cleanup = new DisposableStack();
let model: Model;
beforeAll(async () => {
  model = cleanup.use(Model.load(native(), await testModel("bpe"), {}, new Signals()));
});
afterAll(() => cleanup.dispose());

const parameters = { type: "object", properties: { q: { type: "string" } }, required: ["q"] };
const tool = { type: "function" as const, function: { name: "look_up", description: "", parameters } };
const withTools = { tools: [tool], toolChoice: "auto", parallelToolCalls: true } as const;

/** @returns undefined if the template refuses it */
function rendered(template: string, hasTools: boolean): RenderedPrompt | undefined {
  using opened = new ChatTemplate(native(), model, template);
  try {
    return opened.apply({
      messages: [{ role: "user", content: "Hello" }],
      ...(hasTools ? withTools : {}),
    });
  } catch {
    return undefined;
  }
}

/** What comes out of a text that is read in random pieces. */
function read(prompt: RenderedPrompt, hasTools: boolean, text: string, random: Random): string {
  using parser = new ChatParser(native(), prompt, reasoningMarks(prompt), hasTools, () => 0);
  let out = "";
  const take = (events: ReturnType<ChatParser["push"]>): void => {
    for (const event of events) {
      out += event.type === "toolCall" ? `${event.name ?? ""}${event.arguments}` : event.text;
    }
  };
  for (let at = 0; at < text.length; ) {
    const length = 1 + random.below(12);
    take(parser.push(text.slice(at, at + length), true));
    at += length;
  }
  take(parser.push("", false));
  return out;
}

/** Words that occur once, between marks of the model's format and of others. */
function damaged(prompt: RenderedPrompt, round: number, random: Random): { text: string; words: string[] } {
  const marks = [
    prompt.thinkingStart,
    ...prompt.thinkingEnds,
    ...prompt.preserved,
    "<|channel|>final<|message|>",
    "<|start|>assistant",
    "\n\n",
    '{"name": "look_up", "arguments": {"q": "',
    '"}}',
    "```",
  ].filter((mark) => mark !== "");
  const words: string[] = [];
  let text = "";
  for (let i = 0; i < 14; i += 1) {
    if (random.below(3) === 0) text += marks[random.below(marks.length)];
    else {
      words.push(`w${round}x${i}`);
      text += `w${round}x${i} `;
    }
  }
  return { text, words };
}

test("no word of a damaged answer is lost, whatever the template", async () => {
  let answers = 0;
  for (const name of await realTemplateNames()) {
    const template = await realTemplate(name);
    for (const hasTools of [false, true]) {
      const prompt = rendered(template, hasTools);
      if (prompt === undefined || !(prompt.thinking || hasTools)) continue;
      const random = seededRandom(7);
      for (let round = 0; round < 20; round += 1) {
        const { text, words } = damaged(prompt, round, random);
        const out = read(prompt, hasTools, text, random);
        const lost = words.filter((word) => !new RegExp(`${word}\\b`).test(out));
        expect({ name, text, out, lost }).toEqual({ name, text, out, lost: [] });
        answers += 1;
      }
    }
  }
  expect(answers).toBeGreaterThan(1000);
});

test("nothing is added to an answer in its model's format, whatever the template", async () => {
  let answers = 0;
  for (const name of await realTemplateNames()) {
    const prompt = rendered(await realTemplate(name), false);
    if (prompt === undefined) continue;
    const marks = reasoningMarks(prompt);
    const header = name.includes("gpt-oss") ? "<|start|>assistant<|channel|>final<|message|>" : "";
    const body = "It is final, assistant says:\n\n- one\n- two";
    const written = marks && `${marks.isOpen ? "" : marks.start}They ask.${marks.ends[0]}${header}${body}`;
    for (const text of [body, written ?? body]) {
      const { reasoning, content } = splitWith(prompt, text);
      // A template that opens a thought makes everything a part of it until it ends.
      const out = content === "" ? reasoning : content;
      // Marks of a thought that wasn't asked for stay text.
      expect({ name, out }).toEqual({ name, out: out === text ? text : body });
      answers += 1;
    }
  }
  expect(answers).toBeGreaterThan(100);
});

/** The reasoning and the text of an answer that is read at once. */
async function split(name: string, text: string): Promise<{ reasoning: string; content: string }> {
  return splitWith(rendered(await realTemplate(name), false) as RenderedPrompt, text);
}

function splitWith(prompt: RenderedPrompt, text: string): { reasoning: string; content: string } {
  using parser = new ChatParser(native(), prompt, reasoningMarks(prompt), false, () => 0);
  const events = [...parser.push(text, true), ...parser.push("", false)];
  const of = (type: string): string =>
    events.flatMap((event) => (event.type === type && "text" in event ? [event.text] : [])).join("");
  return { reasoning: of("reasoning").trim(), content: of("text").trim() };
}

test("an answer of gpt-oss without the mark before its text is shown, apart from its reasoning", async () => {
  const text = "<|channel|>analysis<|message|>They greet me.<|end|>Hello to you.";
  const harmony = await split("openai-gpt-oss-120b", text);
  expect(harmony).toEqual({ reasoning: "They greet me.", content: "Hello to you." });
});

test("text after a call that never ends stays as it is", async () => {
  const { content } = await split("Qwen-Qwen3-0.6B", "<think>\nSo.\n</think>\n\nYes <tool_call>{ no");
  expect(content).toContain("Yes");
  expect(content).toContain("{ no");
});

test("a fence around JSON that follows a schema is markup, whatever the template", async () => {
  const random = seededRandom(5);
  let count = 0;
  for (const name of await realTemplateNames()) {
    using opened = new ChatTemplate(native(), model, await realTemplate(name));
    let prompt: RenderedPrompt;
    try {
      prompt = opened.apply({ messages: [{ role: "user", content: "Hello" }], jsonSchema: parameters });
    } catch {
      continue;
    }
    const marks = reasoningMarks(prompt);
    if (!prompt.grammar.includes("```json") || marks?.isOpen === true) continue;
    count += 1;
    const out = read(prompt, false, '```json\n{"q": "word"}\n```', random);
    expect([name, out.trim()]).toEqual([name, '{"q": "word"}']);
  }
  expect(count).toBeGreaterThan(20);
});

test("a broken answer after a continued thought is shown without the mark between them", async () => {
  using opened = new ChatTemplate(native(), model, await realTemplate("openai-gpt-oss-120b"));
  const begun = { role: "assistant", content: "", reasoning_content: "Half a" };
  const messages = [{ role: "user", content: "Hello" }, begun];
  const prompt = opened.apply({ messages, continueLast: true });
  const out = read(prompt, false, " thought<|end|>The answer.", seededRandom(2));
  expect(out).toBe(" thoughtThe answer.");
});

test("a long call whose JSON differs from what was written takes one pass, not one a character", () => {
  const code = Array.from({ length: 5000 }, (_, i) => `let v${i} = "name ${i}";`).join("\n");
  const written = `<tool_call>write\n<arg_value>${code}</arg_value></tool_call> Done now.`;
  const call = { name: "write", arguments: JSON.stringify({ text: code }) };
  using search = spyOn(String.prototype, "indexOf");
  const unread = unreadText(written, { reasoning: "", content: "", toolCalls: [call] }, []);
  const searches = search.mock.calls.length;
  expect(unread).toContain("Done now.");
  expect(searches).toBeLessThan(code.length / 5);
});
