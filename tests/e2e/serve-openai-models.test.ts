/** What OpenAI's API gives only with some models: reasoning, and filling in the middle. */
import { describe, expect, test } from "bun:test";
import { u32 } from "../../src/formats/gguf/metadata.ts";
import { readEvents } from "../../src/formats/sse.ts";
import { Sandbox } from "../fixtures/executable.ts";
import { testModel } from "../fixtures/models.ts";
import { TestServer } from "../fixtures/server.ts";
import { realTemplate } from "../fixtures/vocabularies.ts";

type Usage = { completion_tokens: number; completion_tokens_details: { reasoning_tokens: number } };

describe("a reasoning model", () => {
  test("has its reasoning beside the answer, and counted in the usage, whole and streamed", async () => {
    using home = new Sandbox();
    const path = await testModel("bpe", { chatTemplate: await realTemplate("Qwen-Qwen3-0.6B") });
    await using server = await TestServer.start(home, [path]);
    const ask = (written: string, fields: object = {}) =>
      server.post("/v1/chat/completions", {
        messages: [{ role: "user", content: "Hello?" }],
        grammar: `root ::= ${JSON.stringify(written)}`,
        temperature: 0,
        ...fields,
      });
    const thought = "<think>\nThey greet me.\n</think>\n\nHello.";
    const whole = (await (await ask(thought)).json()) as {
      choices: { message: { content: string; reasoning_content: string } }[];
      usage: Usage;
    };
    expect(whole.choices[0]?.message.reasoning_content.trim()).toBe("They greet me.");
    expect(whole.choices[0]?.message.content.trim()).toBe("Hello.");
    const { completion_tokens_details: details, completion_tokens: all } = whole.usage;
    expect(details.reasoning_tokens).toBeGreaterThan(3);
    expect(details.reasoning_tokens).toBeLessThan(all - 3);

    const stream = await ask(thought, { stream: true, stream_options: { include_usage: true } });
    const usages: (Usage | null)[] = [];
    for await (const { data } of readEvents(stream.body as ReadableStream<Uint8Array>)) {
      if (data !== "[DONE]") usages.push((JSON.parse(data) as { usage: Usage | null }).usage);
    }
    expect(usages.at(-1)?.completion_tokens_details).toEqual(details);

    const plain = (await (await ask("Hello at once.")).json()) as { usage: Usage };
    expect(plain.usage.completion_tokens_details.reasoning_tokens).toBe(0);
  });
});

describe("a model with fill-in-the-middle tokens", () => {
  test("writes what belongs between prompt and suffix, and repeats only the prompt", async () => {
    using home = new Sandbox();
    const marks = { fim_pre_token_id: u32(1), fim_suf_token_id: u32(2), fim_mid_token_id: u32(3) };
    const metadata = Object.fromEntries(
      Object.entries(marks).map(([key, value]) => [`tokenizer.ggml.${key}`, value] as const),
    );
    await using server = await TestServer.start(home, [await testModel("bpe", { metadata })]);
    const complete = async (fields: object) =>
      (await (
        await server.post("/v1/completions", { prompt: "a house", max_tokens: 2, ...fields })
      ).json()) as {
        choices: { text: string }[];
        usage: { prompt_tokens: number };
      };
    const plain = await complete({});
    const infilled = await complete({ suffix: " by the sea", echo: true });
    expect(infilled.usage.prompt_tokens).toBeGreaterThan(plain.usage.prompt_tokens + 3);
    expect(infilled.choices[0]?.text).toStartWith("a house");
    expect(infilled.choices[0]?.text).not.toContain("by the sea");
  });
});
