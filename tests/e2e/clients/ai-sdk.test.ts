/** The AI SDK with its providers for OpenAI, Anthropic and OpenAI-compatible servers. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createAnthropic } from "@ai-sdk/anthropic";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { embedMany, generateText, type LanguageModel, Output, stepCountIs, streamText, tool } from "ai";
import { z } from "zod";
import { type Served, servedToOpenAi } from "../../fixtures/openai-client.ts";
import { capital } from "../../fixtures/questions.ts";
import type { TestServer } from "../../fixtures/server.ts";

let served: Served;
let server: TestServer;
beforeAll(async () => {
  served = await servedToOpenAi();
  ({ server } = served);
});
afterAll(() => served[Symbol.asyncDispose]());

const providers: Record<string, () => LanguageModel> = {
  "openai, Responses": () => openai().responses("demo"),
  "openai, chat completions": () => openai().chat("demo"),
  anthropic: () => createAnthropic({ baseURL: `${server.url}/v1`, apiKey: "none" })("demo"),
  "openai-compatible": () => compatible().chatModel("demo"),
};

const openai = () => createOpenAI({ baseURL: `${server.url}/v1`, apiKey: "none" });
const compatible = () =>
  createOpenAICompatible({ name: "anechat", baseURL: `${server.url}/v1`, supportsStructuredOutputs: true });

const asked = { prompt: capital.content, temperature: 0, maxRetries: 0, maxOutputTokens: 200 };

describe.each(Object.keys(providers))("%s", (name) => {
  const model = (): LanguageModel => providers[name]?.() as LanguageModel;

  test("generateText() has the text, its end and its tokens", async () => {
    const { text, finishReason, usage } = await generateText({ model: model(), ...asked });
    expect({ text, finishReason }).toEqual({ text: "The capital of Peru is Lima.", finishReason: "stop" });
    expect(usage.outputTokens).toBeGreaterThan(0);
  });

  test("streamText() streams the same words", async () => {
    const { textStream, finishReason } = streamText({ model: model(), ...asked });
    let text = "";
    for await (const part of textStream) text += part;
    expect(text).toBe("The capital of Peru is Lima.");
    expect(await finishReason).toBe("stop");
  });

  test("tools are called, and the second step gets their results", async () => {
    const called: string[] = [];
    const getWeather = tool({
      description: "The weather of a city",
      inputSchema: z.object({ city: z.enum(["Lima", "Rome"]) }),
      execute: ({ city }) => {
        called.push(city);
        return Promise.resolve({ sky: "clear" });
      },
    });
    const { steps } = await generateText({
      model: model(),
      ...asked,
      tools: { get_weather: getWeather },
      // The first step has to call the tool; the second one answers.
      prepareStep: ({ stepNumber }) =>
        stepNumber === 0
          ? { toolChoice: { type: "tool", toolName: "get_weather" } }
          : { toolChoice: "none", activeTools: [] },
      stopWhen: stepCountIs(2),
    });
    expect(called).toHaveLength(1);
    expect(steps.map(({ toolCalls }) => toolCalls.length)).toEqual([1, 0]);
    expect(steps[0]?.finishReason).toBe("tool-calls");
  });

  test("an object follows its schema", async () => {
    const { output } = await generateText({
      model: model(),
      ...asked,
      output: Output.object({ schema: z.object({ city: z.enum(["Lima", "Rome"]) }) }),
    });
    expect(["Lima", "Rome"]).toContain(output.city);
  });
});

test("embedMany() has a vector of length 1 for each text", async () => {
  const { embeddings } = await embedMany({
    model: openai().embeddingModel("demo"),
    values: ["one", "two"],
    maxRetries: 0,
  });
  expect(embeddings).toHaveLength(2);
  for (const vector of embeddings) expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
});
