import { describe, expect, test } from "bun:test";
import { AnechatError } from "../../src/base/errors.ts";
import type { BackendEvent } from "../../src/protocol/backend.ts";
import type { PromptInput } from "../../src/protocol/chat.ts";
import { parseEndpoint } from "../../src/remote/endpoint.ts";
import { RemoteBackend } from "../../src/remote/remote-backend.ts";
import { endless, FakeEndpoint, refused, said } from "../fixtures/fake-endpoint.ts";
import { fuzz } from "../formats/fuzz.ts";
import { ask, failure, open } from "./asking.ts";

describe("an answer", () => {
  test("streams text and reasoning, with the server's own usage", async () => {
    await using to = open({}, { models: [{ id: "fake-1", max_model_len: 4096 }] });
    await to.backend.connect();
    to.server.reply(() =>
      said("Hello there, friend!", {
        reasoning: "They greet.",
        usage: { prompt_tokens: 9, completion_tokens: 5, prompt_tokens_details: { cached_tokens: 4 } },
      }),
    );
    const { text, reasoning, done } = await ask(to.backend);
    expect([text, reasoning]).toEqual(["Hello there, friend!", "They greet."]);
    expect(done.finish).toBe("stop");
    expect(done.usage).toEqual({
      promptTokens: 9,
      cachedTokens: 4,
      completionTokens: 5,
      contextUsed: 14,
      contextSize: 4096,
      contextLimit: 4096,
    });
    expect(done.timings).toEqual({ promptMs: 1000, firstTokenMs: 1000, generationMs: 3000, totalMs: 5000 });
  });

  test("says when the reasoning ends, and its tokens if the server counts them", async () => {
    await using to = open();
    const details = { completion_tokens_details: { reasoning_tokens: 3 } };
    const usage = { prompt_tokens: 9, completion_tokens: 5, ...details };
    to.server.reply(() => said("Hello.", { reasoning: "They greet.", usage }));
    const { events, done } = await ask(to.backend);
    expect(events.map(({ type }) => type)).toEqual(["reasoning", "reasoningEnd", "text", "done"]);
    expect(events[1]).toEqual({ type: "reasoningEnd", milliseconds: 1000, isCut: false });
    expect(done.usage.reasoningTokens).toBe(3);
  });

  test("ends at its own limit, though the server may write more for the reasoning", async () => {
    await using to = open();
    const options = { thinking: true, reasoningBudget: 300, maxAnswerTokens: 3 };
    to.server.reply(
      () => said("One two three four five", { reasoning: "Let me count to five" }),
      () => said("One two three", { reasoning: "Let me count" }),
    );
    const cut = await ask(to.backend, options);
    expect([cut.text, cut.done.finish]).toEqual(["One two three", "length"]);
    const whole = await ask(to.backend, options);
    expect([whole.text, whole.done.finish]).toEqual(["One two three", "stop"]);
  });

  test("gets a budget of reasoning only from a server that is known to take one", async () => {
    const thinking = { thinking: true, reasoningBudget: 300, maxAnswerTokens: 100 };
    for (const [model, budget] of [
      [{ id: "fake-1" }, undefined],
      [{ id: "fake-1", max_model_len: 4096 }, undefined],
      [{ id: "fake-1", meta: { n_ctx: 4096 } }, 300],
    ] as const) {
      await using to = open({}, { models: [model] });
      await to.backend.connect();
      await ask(to.backend, thinking);
      const { body } = to.server.questions[0]!;
      expect(body?.thinking_budget_tokens).toBe(budget);
      // Servers count the reasoning, too.
      expect(body?.max_tokens).toBe(400);
    }
  });

  test("is the same wherever the stream is cut", async () => {
    await using to = open();
    for (const cut of [1, 2, 7, 50]) {
      to.server.reply(() => said("Grüße aus Köln 🌍, c'est ça", { cut }));
      expect((await ask(to.backend)).text).toBe("Grüße aus Köln 🌍, c'est ça");
    }
  });

  test("has an estimated usage, marked so, if the server doesn't report it", async () => {
    await using to = open();
    to.server.reply(() => said("one two three", { usage: null }));
    const { usage } = (await ask(to.backend)).done;
    expect(usage.isEstimated).toBe(true);
    expect(usage.completionTokens).toBe(3);
    expect(usage.contextLimit).toBe(Number.POSITIVE_INFINITY);
  });

  test("has the server's finish reason", async () => {
    await using to = open({}, { models: [{ id: "fake-1", meta: { n_ctx: 100 } }] });
    await to.backend.connect();
    const usage = { prompt_tokens: 20, completion_tokens: 5 };
    to.server.reply(() => said("a b", { finish: "length", usage }));
    expect((await ask(to.backend, { maxTokens: 5 })).done.finish).toBe("length");
    to.server.reply(() =>
      said("a b", { finish: "length", usage: { prompt_tokens: 20, completion_tokens: 80 } }),
    );
    expect((await ask(to.backend)).done.finish).toBe("context");
    to.server.reply(() => said("a b", { finish: "content_filter" }));
    expect((await failure(ask(to.backend))).message).toMatch(/stopped the answer with a content filter/);
  });

  test("may come as one response, from a server that doesn't stream", async () => {
    await using to = open();
    to.server.reply(() =>
      Response.json({
        choices: [{ message: { content: "All at once." }, finish_reason: "stop" }],
        usage: { prompt_tokens: 1, completion_tokens: 3 },
      }),
    );
    expect((await ask(to.backend)).text).toBe("All at once.");
  });

  test("to a raw prompt comes from /completions", async () => {
    await using to = open();
    to.server.reply(() => said("upon a time", { raw: true }));
    const { text } = await ask(to.backend, {}, { kind: "text", text: "Once" });
    expect(text).toBe("upon a time");
    expect(to.server.requests[0]).toMatchObject({ path: "/v1/completions", body: { prompt: "Once" } });
  });
});

describe("a request", () => {
  test("has the messages and the given settings, and nothing else", async () => {
    await using to = open({ apiKey: "sk-secret-1", headers: { "x-extra": "yes" } });
    await ask(to.backend);
    const [{ body, authorization, headers }] = to.server.questions as [(typeof to.server.questions)[0]];
    expect(body).toEqual({
      model: "fake-1",
      stream: true,
      stream_options: { include_usage: true },
      messages: [{ role: "user", content: "Hi" }],
    });
    expect(authorization).toBe("Bearer sk-secret-1");
    expect(headers.get("x-extra")).toBe("yes");
  });

  test("has settings under the server's names", async () => {
    await using to = open();
    await ask(to.backend, {
      maxTokens: 7,
      stop: ["END"],
      sampling: {
        temperature: 0,
        topK: 5,
        topP: 0.5,
        minP: 0.1,
        repeatPenalty: 1.1,
        frequencyPenalty: 0.2,
        presencePenalty: 0.3,
        seed: 1,
        logitBias: [
          [42, Number.NEGATIVE_INFINITY],
          [7, 2],
        ],
        jsonSchema: '{"type":"object"}',
      },
    });
    expect(to.server.questions[0]?.body).toMatchObject({
      max_tokens: 7,
      stop: ["END"],
      temperature: 0,
      top_k: 5,
      top_p: 0.5,
      min_p: 0.1,
      repeat_penalty: 1.1,
      frequency_penalty: 0.2,
      presence_penalty: 0.3,
      seed: 1,
      logit_bias: { 42: -100, 7: 2 },
      response_format: { type: "json_schema", json_schema: { schema: { type: "object" } } },
    });
    await ask(to.backend, { maxTokens: Number.POSITIVE_INFINITY, sampling: { grammar: 'root ::= "x"' } });
    expect(to.server.questions[1]?.body).toMatchObject({ grammar: 'root ::= "x"' });
    expect(to.server.questions[1]?.body).not.toHaveProperty("max_tokens");
  });

  test("uses vLLM's names for vLLM", async () => {
    await using to = open({}, { models: [{ id: "fake-1", max_model_len: 100 }] });
    await to.backend.connect();
    const messages = [
      { role: "user", content: "Hi" },
      { role: "assistant", content: "Hello th", reasoning: "greet" },
    ] as const;
    await ask(to.backend, { sampling: { repeatPenalty: 1.2 } }, { kind: "messages", messages });
    expect(to.server.questions[0]?.body).toMatchObject({
      repetition_penalty: 1.2,
      continue_final_message: true,
      add_generation_prompt: false,
      messages: [{ role: "user" }, { role: "assistant", content: "Hello th", reasoning_content: "greet" }],
    });
  });

  test("has the token limit under the name that the model accepts", async () => {
    await using to = open();
    const message =
      "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.";
    to.server.reply(() => refused(400, { message, code: "unsupported_parameter" }));
    for (const _ of [1, 2]) expect((await ask(to.backend, { maxTokens: 5 })).text).toBe("You said: Hi");
    const fields = to.server.questions.map(({ body }) => [body?.max_tokens, body?.max_completion_tokens]);
    expect(fields).toEqual([
      [5, undefined],
      [undefined, 5],
      [undefined, 5],
    ]);
  });

  test("can be sent by another fetch", async () => {
    const addresses: string[] = [];
    const endpoint = parseEndpoint("https://k8s/api/v1/namespaces/a/services/b/proxy");
    const backend = new RemoteBackend({
      endpoint,
      model: "m",
      fetch: async (address) => {
        addresses.push(address);
        return said("through the proxy");
      },
    });
    expect((await ask(backend)).text).toBe("through the proxy");
    expect(addresses).toEqual([`${endpoint}/chat/completions`]);
  });
});

describe("connecting", () => {
  test("takes the server's only model, and gets its context size from any known field", async () => {
    for (const [facts, limit] of [
      [{ max_model_len: 100 }, 100],
      [{ context_length: 200 }, 200],
      [{ meta: { n_ctx: 300, n_ctx_train: 400 } }, 300],
      [{ meta: { n_ctx_train: 400 } }, 400],
      [{}, Number.POSITIVE_INFINITY],
    ] as const) {
      await using server = new FakeEndpoint({ models: [{ id: "only", ...facts }] });
      const backend = new RemoteBackend({ endpoint: server.endpoint });
      await backend.connect();
      expect([backend.model, backend.contextLimit]).toEqual(["only", limit]);
    }
  });

  test("needs a name if there are several models", async () => {
    await using server = new FakeEndpoint({ models: [{ id: "a" }, { id: "b" }] });
    const error = await failure(new RemoteBackend({ endpoint: server.endpoint }).connect());
    expect(error.message).toContain("several models: which one?");
    expect(error.hint).toContain("a, b");
  });

  test("works without a list if the model is named", async () => {
    const backend = new RemoteBackend({
      endpoint: "http://localhost/v1",
      model: "m",
      fetch: async () => new Response("no", { status: 405 }),
    });
    await backend.connect();
    expect(backend.contextLimit).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("stopping", () => {
  test("closes the connection, and the text so far is an answer", async () => {
    await using to = open();
    const { reply, closed } = endless("Once upon");
    to.server.reply(reply);
    const stopping = new AbortController();
    const events: BackendEvent[] = [];
    for await (const event of to.backend.chat([{ role: "user", content: "Hi" }], {
      signal: stopping.signal,
    })) {
      events.push(event);
      if (event.type === "text") stopping.abort();
    }
    await closed;
    expect(events.map(({ type }) => type)).toEqual(["text", "done"]);
    expect(events.at(-1)).toMatchObject({ finish: "cancelled" });
  });

  test("works before the first token", async () => {
    await using to = open();
    const { reply, closed } = endless("");
    const stopping = new AbortController();
    to.server.reply((request) => {
      queueMicrotask(() => stopping.abort());
      return reply(request);
    });
    const { done } = await ask(to.backend, { signal: stopping.signal });
    expect(done.finish).toBe("cancelled");
    await Promise.race([closed, Bun.sleep(5000)]);
  });

  test("works during the wait for a busy server", async () => {
    await using to = open();
    const stopping = new AbortController();
    to.server.reply(() => {
      stopping.abort();
      return refused(503);
    });
    expect((await ask(to.backend, { signal: stopping.signal })).done.finish).toBe("cancelled");
    expect(to.server.questions).toHaveLength(1);
  });

  test("by leaving the iteration closes the connection", async () => {
    await using to = open();
    const { reply, closed } = endless("Once upon");
    to.server.reply(reply);
    for await (const event of to.backend.chat([{ role: "user", content: "Hi" }]))
      if (event.type === "text") break;
    await closed;
  });
});

test("tokens are estimated from the server's last count", async () => {
  await using to = open();
  const content = "word ".repeat(200);
  const input: PromptInput = { kind: "messages", messages: [{ role: "user", content }] };
  expect(await to.backend.countTokens(input.messages)).toBeGreaterThan(300);
  to.server.reply(() => said("ok", { usage: { prompt_tokens: 208, completion_tokens: 1 } }));
  await ask(to.backend, {}, input);
  const tokens = await to.backend.countTokens(input.messages);
  expect(tokens).toBeGreaterThanOrEqual(208);
  expect(tokens).toBeLessThan(240);
});

test("a damaged stream gives an answer or an error, and nothing else", async () => {
  const whole = new Uint8Array(await said("Hello there, friend!", { reasoning: "Hm." }).arrayBuffer());
  const damaged: Uint8Array[] = [];
  fuzz(whole, 400, (bytes) => damaged.push(bytes));
  let answered = 0;
  for (const bytes of damaged) {
    const backend = new RemoteBackend({
      endpoint: "http://localhost/v1",
      model: "m",
      fetch: async () => new Response(bytes.slice(), { headers: { "content-type": "text/event-stream" } }),
    });
    try {
      await ask(backend);
      answered += 1;
    } catch (error) {
      if (!(error instanceof AnechatError) || error.code === "unexpected") throw error;
    }
  }
  expect(answered).toBeGreaterThan(20);
  expect(answered).toBeLessThan(380);
});
