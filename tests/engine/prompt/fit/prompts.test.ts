/** Conversations that a template can't say are changed, in a way that later turns don't undo. */
import { afterAll, describe, expect, test } from "bun:test";
import type { PromptBuilder } from "../../../../src/engine/prompt/prompt-builder.ts";
import type { ChatInput, Message } from "../../../../src/protocol/chat.ts";
import { assistant, system, user } from "../../../fixtures/native.ts";
import { promptBuilder } from "../../../fixtures/prompt-builder.ts";
import { realTemplate } from "../../../fixtures/vocabularies.ts";

const cleanup = new DisposableStack();
afterAll(() => cleanup.dispose());

const prompts = (chatTemplate: string): Promise<PromptBuilder> => promptBuilder(chatTemplate, cleanup);

const chat = (...messages: Message[]): ChatInput => ({ kind: "messages", messages });
const search = (id: string, query: string): Message => ({
  role: "assistant",
  content: "",
  toolCalls: [{ id, name: "search", arguments: JSON.stringify({ query }) }],
});
const found = (toolCallId: string, content: string): Message => ({
  role: "tool",
  content,
  toolCallId,
  toolName: "search",
});

/** Says only what alternates, and nothing of systems and tools. */
const strict =
  "{% for m in messages %}{% if (m.role == 'user') != (loop.index0 % 2 == 0) or m.role not in ['user', 'assistant'] %}" +
  "{{ raise_exception('Roles must alternate') }}{% endif %}[{{ m.role }}: {{ m.content }}]{% endfor %}" +
  "{% if add_generation_prompt %}[assistant: {% endif %}";

describe("a template that demands alternating users and assistants", () => {
  test("gets messages merged with a blank line, in their order", async () => {
    const builder = await prompts(strict);
    const render = (...messages: Message[]) => builder.render(chat(...messages));
    expect(render(user("a"), user("b"))).toBe("[user: a\n\nb][assistant: ");
    expect(render(user("a"), assistant("b"), system("s"), user("c"))).toBe(
      "[user: a][assistant: b][user: s\n\nc][assistant: ",
    );
    expect(render(user("a"), assistant("b"), assistant("c"), user("d"))).toBe(
      "[user: a][assistant: b\n\nc][user: d][assistant: ",
    );
    expect(render(assistant("a"), user("b"))).toBe("[user: ][assistant: a][user: b][assistant: ");
    expect(render(user("a"), search("1", "q"), found("1", "r"))).toBe(
      '[user: a][assistant: {"tool_calls":[{"name":"search","arguments":{"query":"q"}}]}]' +
        "[user: Result of search: r][assistant: ",
    );
  });

  test("gets a system prompt at the beginning of the user's first message", async () => {
    const builder = await prompts(strict);
    const prompt = builder.render(chat(system("s"), system("t"), user("a"), assistant("b"), user("c")));
    expect(prompt).toMatch(/^\[user: s\n\nt\n\n?a\]\[assistant: b\]\[user: c\]/);
  });
});

describe("adding a turn keeps the text of earlier ones", () => {
  const conversation: Message[] = [
    system("Rules"),
    user("one"),
    user("two"),
    assistant("three"),
    system("Be brief"),
    user("four"),
    { ...search("call_abc", "five"), content: "Let me see" },
    found("call_abc", "six"),
    user("seven"),
    assistant("eight"),
    user("nine"),
  ];
  test.each([
    ["one that demands alternation", strict],
    ["gemma-2-2b", "google-gemma-2-2b-it"],
    ["Qwen3.5", "Qwen3.5-4B"],
    ["Llama 3.1", "meta-llama-Llama-3.1-8B-Instruct"],
    ["Ministral", "mistralai-Ministral-3-14B-Reasoning-2512"],
    ["Bielik", "Bielik-11B-v3.0-Instruct"],
  ])("with the template of %s", async (_, name) => {
    const builder = await prompts(name === strict ? strict : await realTemplate(name));
    const bare = (messages: readonly Message[]): string =>
      builder.render({ kind: "messages", messages }, { templateVariables: { add_generation_prompt: false } });
    const whole = bare(conversation);
    // The model answers where an assistant's message follows.
    for (const [index, { role }] of conversation.entries()) {
      if (role === "assistant") expect(whole).toStartWith(bare(conversation.slice(0, index)));
    }
  });
});

describe("calls", () => {
  test("at the end are in the prompt, and a new answer begins", async () => {
    const builder = await prompts(await realTemplate("Qwen-Qwen2.5-7B-Instruct"));
    const prompt = builder.render(chat(user("Hi"), search("1", "Rome")));
    expect(prompt).toContain('{"name": "search", "arguments": {"query": "Rome"}}');
    expect(prompt).toEndWith("<|im_start|>assistant\n");
  });

  test("get ids that Mistral's templates accept, the same for a call and its result", async () => {
    const builder = await prompts(await realTemplate("mistralai-Mistral-Nemo-Instruct-2407"));
    const prompt = builder.render(chat(user("Hi"), search("call_1", "q"), found("call_1", "r")));
    const ids = [...prompt.matchAll(/"(?:call_)?id": "([a-zA-Z0-9]{9})"/g)].map(([, id]) => id);
    expect(ids.length).toBe(2);
    expect(ids[0]).toBe(ids[1] as string);
  });
});

describe("the last answer", () => {
  test("is continued unless it is said otherwise", async () => {
    const builder = await prompts(await realTemplate("Qwen-Qwen2.5-7B-Instruct"));
    const messages = [user("Hi"), assistant("Well,")];
    expect(builder.render({ kind: "messages", messages })).toEndWith("assistant\nWell,");
    expect(builder.render({ kind: "messages", messages, continueLast: false })).toEndWith(
      "assistant\nWell,<|im_end|>\n<|im_start|>assistant\n",
    );
  });

  test("is a new one if the last is empty", async () => {
    const builder = await prompts(await realTemplate("Qwen-Qwen2.5-7B-Instruct"));
    expect(builder.render(chat(user("Hi"), assistant("")))).toBe(builder.render(chat(user("Hi"))));
  });
});

describe("a template", () => {
  test("that refuses everything is an error of the request, in its own words", async () => {
    const builder = await prompts("{{ raise_exception('Not today') }}");
    expect(() => builder.build(chat(user("Hi")))).toThrow(
      expect.objectContaining({ code: "usage", message: "The chat template refused: Not today" }),
    );
  });

  test("that can't be parsed leaves prompts without a template", async () => {
    const builder = await prompts("{% for m in messages %}{{ m.content }}");
    expect(builder.build({ kind: "text", text: "Hi" }).tokens.length).toBeGreaterThan(0);
    expect(() => builder.build(chat(user("Hi")))).toThrow(
      expect.objectContaining({ message: expect.stringContaining("can't be used: it is not valid Jinja: ") }),
    );
  });
});
