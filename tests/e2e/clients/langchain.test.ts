/** LangChain's client for OpenAI's API. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { ChatOpenAI, OpenAI, OpenAIEmbeddings } from "@langchain/openai";
import { z } from "zod";
import { type Served, servedToOpenAi } from "../../fixtures/openai-client.ts";
import { capital, cityParameters } from "../../fixtures/questions.ts";
import type { TestServer } from "../../fixtures/server.ts";

let served: Served;
let server: TestServer;
beforeAll(async () => {
  served = await servedToOpenAi();
  ({ server } = served);
});
afterAll(() => served[Symbol.asyncDispose]());

const lima = "The capital of Peru is Lima.";
const settings = () => ({
  model: "demo",
  apiKey: "none",
  temperature: 0,
  maxRetries: 0,
  configuration: { baseURL: `${server.url}/v1` },
});

test.each([[false], [true]])(
  "invoke(), stream() and batch() answer; with Responses: %p",
  async (responses) => {
    const chat = new ChatOpenAI({ ...settings(), useResponsesApi: responses });
    const whole = await chat.invoke(capital.content);
    expect(whole.text).toBe(lima);
    expect(whole.usage_metadata).toMatchObject({ output_tokens: expect.any(Number) });
    let streamed = "";
    for await (const chunk of await chat.stream(capital.content)) streamed += chunk.text;
    expect(streamed).toBe(lima);
    const both = await chat.batch([capital.content, "What is the capital of Chile?"]);
    expect(both.map(({ text }) => text)).toEqual([lima, expect.stringContaining("Santiago")]);
  },
);

test("bindTools() calls the tool that must be called, once", async () => {
  const tool = { name: "get_weather", description: "The weather of a city", schema: cityParameters };
  const chat = new ChatOpenAI(settings()).bindTools([tool], { tool_choice: "get_weather" });
  const { tool_calls: calls } = await chat.invoke(capital.content);
  expect(calls).toMatchObject([{ name: "get_weather", args: { city: expect.stringMatching(/Lima|Rome/) } }]);
});

test.each([["jsonSchema"], ["functionCalling"]] as const)(
  "withStructuredOutput() has the object of the schema, by %s",
  async (method) => {
    const schema = z.object({ city: z.enum(["Lima", "Rome"]) });
    const chat = new ChatOpenAI(settings()).withStructuredOutput(schema, { method, name: "city" });
    expect(["Lima", "Rome"]).toContain((await chat.invoke(capital.content)).city);
  },
);

test("OpenAI().batch() continues several texts in one request", async () => {
  const texts = await new OpenAI({ ...settings(), maxTokens: 4 }).batch(["The capital of", "I am"]);
  expect(texts.map((text) => typeof text)).toEqual(["string", "string"]);
});

test("embeddings have a vector for each text", async () => {
  const { apiKey, configuration } = settings();
  const embeddings = new OpenAIEmbeddings({ model: "demo", apiKey, configuration, maxRetries: 0 });
  const vectors = await embeddings.embedDocuments(["one", "two"]);
  expect(vectors).toHaveLength(2);
  expect(vectors[0]).not.toEqual(vectors[1] as number[]);
});
