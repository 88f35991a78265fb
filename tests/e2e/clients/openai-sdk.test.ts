/** OpenAI's own client: its streaming helpers, its tool runner, and its parsers of structured output. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import type OpenAI from "openai";
import { zodResponseFormat } from "openai/helpers/zod";
import { z } from "zod";
import { model, type Served, servedToOpenAi, weather } from "../../fixtures/openai-client.ts";
import { capital } from "../../fixtures/questions.ts";

let served: Served;
let client: OpenAI;
beforeAll(async () => {
  served = await servedToOpenAi();
  ({ client } = served);
});
afterAll(() => served[Symbol.asyncDispose]());

const lima = "The capital of Peru is Lima.";
const asked = { model, messages: [capital], temperature: 0 };

test("chat.completions.stream() has the text's deltas, the final message and its usage", async () => {
  const stream = client.chat.completions.stream({ ...asked, stream_options: { include_usage: true } });
  let text = "";
  stream.on("content", (delta) => {
    text += delta;
  });
  const { choices, usage } = await stream.finalChatCompletion();
  expect(text).toBe(lima);
  expect(choices[0]).toMatchObject({ finish_reason: "stop", message: { role: "assistant", content: lima } });
  expect(usage?.total_tokens).toBe((usage?.prompt_tokens ?? 0) + (usage?.completion_tokens ?? 0));
});

test("an answer can be sent back as it came", async () => {
  const { choices } = await client.chat.completions.create(asked);
  const message = choices[0]?.message;
  if (message === undefined) throw new Error("there is no answer");
  const messages = [capital, message, { role: "user" as const, content: "What is the capital of Chile?" }];
  const second = await client.chat.completions.create({ ...asked, messages });
  expect(second.choices[0]?.message.content).toContain("Santiago");
});

test("chat.completions.parse() has the object of the schema", async () => {
  const City = z.object({ city: z.enum(["Lima", "Rome"]) });
  const parsed = await client.chat.completions.parse({
    ...asked,
    response_format: zodResponseFormat(City, "city"),
  });
  expect(City.safeParse(parsed.choices[0]?.message.parsed).success).toBe(true);
});

test.each([[false], [true]])(
  "chat.completions.runTools() calls, answers and ends; streamed: %p",
  async (stream) => {
    const called: string[] = [];
    const tool = {
      ...weather,
      function: {
        ...weather.function,
        parse: JSON.parse,
        function: ({ city }: { city: string }) => {
          called.push(city);
          return "sunny";
        },
      },
    };
    const body = {
      ...asked,
      tools: [tool],
      tool_choice: { type: "function" as const, function: { name: "get_weather" } },
      max_tokens: 200,
    };
    // A named tool is called in each round, so the rounds are limited.
    const limits = { maxChatCompletions: 2 };
    const runner = stream
      ? client.chat.completions.runTools({ ...body, stream: true }, limits)
      : client.chat.completions.runTools(body, limits);
    await runner.done();
    expect(called).toHaveLength(1);
    expect(["Lima", "Rome"]).toContain(called[0] as string);
    const roles = runner.messages.map(({ role }) => role);
    expect(roles.slice(0, 3)).toEqual(["user", "assistant", "tool"]);
  },
);
