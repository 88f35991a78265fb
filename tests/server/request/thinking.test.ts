import { describe, expect, test } from "bun:test";
import type { GenerateOptions } from "../../../src/protocol/chat.ts";
import type { ChoiceEvent } from "../../../src/server/answer/choices.ts";
import { withReasoningAs } from "../../../src/server/answer/reasoning-form.ts";
import { nameWithoutEffect, type ReasoningForm, thinkingOf } from "../../../src/server/request/thinking.ts";

describe("a request", () => {
  test("without fields leaves it to the model whether it reasons", () => {
    expect(thinkingOf({})).toEqual({});
    expect(thinkingOf({ budget: -1 })).toEqual({});
  });

  test("asks for reasoning by a level or a budget", () => {
    expect(thinkingOf({ effort: "low" })).toEqual({ thinking: true, reasoningEffort: "low" });
    expect(thinkingOf({ budget: 16 })).toEqual({ thinking: true, reasoningBudget: 16 });
  });

  test("turns it off by a word, the level none or a budget of 0", () => {
    for (const fields of [{ isOn: false }, { effort: "none" }, { budget: 0 }]) {
      expect(thinkingOf(fields)).toEqual({ thinking: false });
    }
  });

  test("that says yes or no decides over one that says how long", () => {
    expect(thinkingOf({ isOn: false, effort: "high", budget: 16 })).toEqual({
      thinking: false,
      reasoningEffort: "high",
    });
    expect(thinkingOf({ isOn: true, effort: "none" })).toEqual({ thinking: true });
  });
});

test("what a model has no way to do is named", () => {
  const named = (options: GenerateOptions, template: string, capabilities: readonly string[]) => {
    const names: string[] = [];
    nameWithoutEffect(options, { template, capabilities }, { leaveOut: (name) => void names.push(name) });
    return names;
  };
  const qwen = "{% if enable_thinking %}<think>{% endif %}";
  expect(named({ thinking: true }, qwen, ["chat", "reasoning"])).toEqual([]);
  expect(named({ thinking: true }, "", ["chat"])).toEqual(["reasoning"]);
  expect(named({ thinking: false }, "", ["chat"])).toEqual([]);
  const templateVariables = { enable_thinking: true, thinking_budget: 0 };
  expect(named({ templateVariables }, qwen, ["reasoning"])).toEqual(["chat_template_kwargs.thinking_budget"]);
});

describe("the reasoning of an answer", () => {
  async function* answers(): AsyncGenerator<ChoiceEvent> {
    yield { choice: 0, event: { type: "reasoning", text: "So" } };
    yield { choice: 1, event: { type: "text", text: "Hi" } };
    yield { choice: 0, event: { type: "reasoning", text: "." } };
    yield { choice: 0, event: { type: "text", text: "Yes" } };
    yield { choice: 0, event: { type: "text", text: "." } };
  }
  async function shaped(form: ReasoningForm): Promise<string[]> {
    const written = ["", ""];
    for await (const { choice, event } of withReasoningAs(answers(), form)) {
      if (event.type === "text") written[choice] += event.text;
      if (event.type === "reasoning") written[choice] += `(${event.text})`;
    }
    return written;
  }

  test("is apart, in the text between marks, or omitted", async () => {
    expect(await shaped("apart")).toEqual(["(So)(.)Yes.", "Hi"]);
    expect(await shaped("inText")).toEqual(["<think>So.</think>Yes.", "Hi"]);
    expect(await shaped("omitted")).toEqual(["Yes.", "Hi"]);
  });
});
