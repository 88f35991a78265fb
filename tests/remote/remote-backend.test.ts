import { describe, expect, test } from "bun:test";
import { AnechatError } from "../../src/base/errors.ts";
import type { ChatOptions, PromptInput } from "../../src/engine/protocol.ts";
import { formatEvent } from "../../src/formats/sse.ts";
import { parseEndpoint } from "../../src/remote/endpoint.ts";
import {
  RemoteBackend,
  type RemoteEvent,
  type RemoteOptions,
  type RemoteTools,
} from "../../src/remote/remote-backend.ts";
import { selfSigned } from "../fixtures/certificate.ts";
import {
  endless,
  FakeEndpoint,
  type FakeEndpointOptions,
  refused,
  said,
  streamed,
} from "../fixtures/fake-endpoint.ts";
import { fuzz } from "../formats/fuzz.ts";

/** A clock that goes on by a second each time it is looked at; waiting takes no time but is written down. */
class Tools implements RemoteTools {
  readonly waits: number[] = [];
  #seconds = 0;
  now = (): number => Date.UTC(2026, 10, 21, 12, 0, 0);
  elapsed = (): number => 1000 * this.#seconds++;
  random = (): number => 0.5;
  sleep = async (milliseconds: number, signal: AbortSignal | undefined): Promise<void> => {
    this.waits.push(milliseconds);
    signal?.throwIfAborted();
  };
}

type Opened = { backend: RemoteBackend; server: FakeEndpoint; tools: Tools } & AsyncDisposable;

function open(options: Partial<RemoteOptions> = {}, serving: FakeEndpointOptions = {}): Opened {
  const server = new FakeEndpoint(serving);
  const tools = new Tools();
  const backend = new RemoteBackend({ endpoint: server.endpoint, model: "fake-1", ...options }, tools);
  return { backend, server, tools, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const question: PromptInput = { kind: "messages", messages: [{ role: "user", content: "Hi" }] };

async function ask(
  backend: RemoteBackend,
  options: ChatOptions = {},
  input: PromptInput = question,
): Promise<{
  text: string;
  reasoning: string;
  events: RemoteEvent[];
  done: Extract<RemoteEvent, { type: "done" }>;
}> {
  const events = await Array.fromAsync(backend.generate(input, options));
  const textOf = (type: string): string =>
    events.map((event) => (event.type === type && "text" in event ? event.text : "")).join("");
  const done = events.at(-1);
  if (done?.type !== "done") throw new Error("the answer has no end");
  return { text: textOf("text"), reasoning: textOf("reasoning"), events, done };
}

async function failure(work: Promise<unknown>): Promise<AnechatError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AnechatError)) throw new Error("no AnechatError was thrown", { cause: error });
  return error;
}

describe("an answer", () => {
  test("streams words and thoughts, with the server's own figures", async () => {
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

  test("is the same wherever the stream is cut", async () => {
    await using to = open();
    for (const cut of [1, 2, 7, 50]) {
      to.server.reply(() => said("Grüße aus Köln 🌍, c'est ça", { cut }));
      expect((await ask(to.backend)).text).toBe("Grüße aus Köln 🌍, c'est ça");
    }
  });

  test("is counted as well as can be where the server doesn't count, and says so", async () => {
    await using to = open();
    to.server.reply(() => said("one two three", { usage: null }));
    const { usage } = (await ask(to.backend)).done;
    expect(usage.isEstimated).toBe(true);
    expect(usage.completionTokens).toBe(3);
    expect(usage.contextLimit).toBe(Number.POSITIVE_INFINITY);
  });

  test("ends as the server says it does", async () => {
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
    expect((await failure(ask(to.backend))).message).toMatch(/stopped the answer by a filter/);
  });

  test("may come in one piece, of a server that doesn't stream", async () => {
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
  test("has the messages and what was asked for, and nothing else", async () => {
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
    await ask(to.backend, { maxTokens: 0, sampling: { grammar: 'root ::= "x"' } });
    expect(to.server.questions[1]?.body).toMatchObject({ grammar: 'root ::= "x"' });
    expect(to.server.questions[1]?.body).not.toHaveProperty("max_tokens");
  });

  test("uses vLLM's names where vLLM answers", async () => {
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

  test("can go another way than the network", async () => {
    const asked: string[] = [];
    const endpoint = parseEndpoint("https://k8s/api/v1/namespaces/a/services/b/proxy");
    const backend = new RemoteBackend({
      endpoint,
      model: "m",
      fetch: async (address) => {
        asked.push(address);
        return said("through the proxy");
      },
    });
    expect((await ask(backend)).text).toBe("through the proxy");
    expect(asked).toEqual([`${endpoint}/chat/completions`]);
  });
});

describe("connecting", () => {
  test("takes the only model there is, and learns its context from whatever tells it", async () => {
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

  test("asks which of several models is meant", async () => {
    await using server = new FakeEndpoint({ models: [{ id: "a" }, { id: "b" }] });
    const error = await failure(new RemoteBackend({ endpoint: server.endpoint }).connect());
    expect(error.message).toContain("several models: which one?");
    expect(error.hint).toContain("a, b");
  });

  test("does without a list, if the model is named", async () => {
    const backend = new RemoteBackend({
      endpoint: "http://localhost/v1",
      model: "m",
      fetch: async () => new Response("no", { status: 405 }),
    });
    await backend.connect();
    expect(backend.contextLimit).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("waiting", () => {
  const waitsOf = ({ events }: { events: RemoteEvent[] }): unknown[] =>
    events.filter(({ type }) => type === "waiting");

  test("a busy server is asked again, later each time, and it is said", async () => {
    await using to = open();
    to.server.reply(...[429, 500, 502, 503].map((status) => () => refused(status, { message: "Busy." })));
    const answer = await ask(to.backend);
    expect(answer.text).toBe("You said: Hi");
    expect(to.tools.waits).toEqual([375, 750, 1500, 3000]);
    const host = `127.0.0.1:${to.server.port}`;
    expect(waitsOf(answer)[1]).toEqual({
      type: "waiting",
      reason: `${host} answered 500: Busy.`,
      milliseconds: 750,
    });
  });

  test("lasts as long as the server asks, in seconds or until a date", async () => {
    await using to = open();
    to.server.reply(
      () => refused(429, {}, { "retry-after": "7" }),
      () => refused(503, {}, { "retry-after": "Sat, 21 Nov 2026 12:00:20 GMT" }),
    );
    await ask(to.backend);
    expect(to.tools.waits).toEqual([7000, 20_000]);
  });

  test("has an end", async () => {
    await using to = open();
    to.server.reply(...Array.from({ length: 5 }, () => () => refused(503, { message: "Down." })));
    expect(await failure(ask(to.backend))).toMatchObject({ code: "network" });
    expect(to.tools.waits).toHaveLength(4);
    to.server.reply(() => refused(429, { message: "Quota." }, { "retry-after": "3600" }));
    const error = await failure(ask(to.backend));
    expect(error.message).toContain("too many requests (429): Quota.");
    expect(error.hint).toBe("It asks to wait 3600 s.");
    expect(to.tools.waits).toHaveLength(4);
  });

  test("doesn't happen for what stays as it is", async () => {
    await using to = open();
    for (const status of [400, 401, 403, 404, 422]) {
      to.server.reply(() => refused(status, { message: "No." }));
      await failure(ask(to.backend));
    }
    expect(to.tools.waits).toEqual([]);
    expect(to.server.questions).toHaveLength(5);
  });

  test("doesn't happen once an answer has begun", async () => {
    await using to = open();
    to.server.reply(() => streamed(formatEvent({ data: '{"error":{"message":"CUDA error","code":500}}' })));
    const error = await failure(ask(to.backend));
    expect(error).toMatchObject({ code: "generationFailed" });
    expect(error.message).toContain("couldn't finish the answer: CUDA error");
    expect(to.server.questions).toHaveLength(1);
  });
});

describe("stopping", () => {
  test("closes the connection, and what came is an answer", async () => {
    await using to = open();
    const { reply, closed } = endless("Once upon");
    to.server.reply(reply);
    const stopping = new AbortController();
    const events: RemoteEvent[] = [];
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

  test("works before a word has come", async () => {
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

  test("works while a busy server is waited for", async () => {
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

describe("an error", () => {
  test("says that nobody is there, and where", async () => {
    const tools = new Tools();
    const backend = new RemoteBackend({ endpoint: "http://127.0.0.1:1/v1", model: "m" }, tools);
    const error = await failure(ask(backend));
    expect(error).toMatchObject({ code: "network", message: "127.0.0.1:1 can't be reached" });
    expect(tools.waits).toHaveLength(2);
  });

  test("says what is wrong with a certificate", async () => {
    const cases = [
      { certificate: selfSigned("localhost"), trusted: false, says: "a certificate that it signed itself" },
      { certificate: selfSigned("localhost", -1), trusted: true, says: "a certificate that has expired" },
      { certificate: selfSigned("elsewhere.example"), trusted: true, says: "a certificate of another host" },
    ];
    for (const { certificate, trusted, says } of cases) {
      await using server = new FakeEndpoint({ tls: certificate });
      const backend = new RemoteBackend({
        endpoint: `https://localhost:${server.port}/v1`,
        model: "m",
        ...(trusted
          ? { fetch: (address, init) => fetch(address, { ...init, tls: { ca: certificate.cert } }) }
          : {}),
      });
      const error = await failure(ask(backend));
      expect(error.code).toBe("network");
      expect(error.message).toBe(`localhost:${server.port} shows ${says}`);
    }
  });

  test("says which key isn't taken, and never shows it", async () => {
    await using to = open({ apiKey: "sk-wrong-key", keySource: "$MY_KEY" }, { key: "sk-right-key" });
    const error = await failure(ask(to.backend));
    expect(error.code).toBe("noAccess");
    expect(error.message).toBe(
      `127.0.0.1:${to.server.port} doesn't accept the key of $MY_KEY (401): Incorrect API key provided: Bearer •••`,
    );
    await using without = open({}, { key: "sk-right-key" });
    const missing = await failure(without.backend.connect());
    expect(missing.message).toContain("wants a key (401)");
    expect(missing.hint).toContain("--api-key-env");
  });

  test("names the models that are there, and the one that may be meant", async () => {
    await using to = open({ model: "llama-3.1-8" }, { models: [{ id: "llama-3.1-8b" }, { id: "qwen" }] });
    const near = await failure(ask(to.backend));
    expect(near).toMatchObject({ code: "modelNotFound", hint: 'Did you mean "llama-3.1-8b"?' });
    expect(near.message).toBe(`There is no model "llama-3.1-8" at 127.0.0.1:${to.server.port}`);
    const other = new RemoteBackend({ endpoint: to.server.endpoint, model: "gpt" });
    expect((await failure(ask(other))).hint).toBe("It has: llama-3.1-8b, qwen.");
  });

  test("says that the path is wrong where no server of models is", async () => {
    await using to = open();
    const backend = new RemoteBackend({ endpoint: `${to.server.address}/elsewhere/v1`, model: "m" });
    const error = await failure(ask(backend));
    expect(error.message).toContain("has no such API (404)");
    expect(error.hint).toContain("/elsewhere/v1");
  });

  test("tells both numbers of what is too long, and remembers the limit", async () => {
    for (const [status, refusal] of [
      [
        400,
        {
          message:
            "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (4500 in the messages, 500 in the completion).",
          code: 400,
        },
      ],
      [
        400,
        {
          message:
            "This model's maximum context length is 4096 tokens. However, your messages resulted in 5000 tokens.",
          code: "context_length_exceeded",
        },
      ],
      [
        400,
        {
          message:
            "You passed 5000 input tokens and requested 512 output tokens. However, the model's context length is only 4096 tokens.",
        },
      ],
      [
        400,
        {
          message: "the request exceeds the available context size",
          type: "exceed_context_size_error",
          n_prompt_tokens: 5000,
          n_ctx: 4096,
        },
      ],
    ] as const) {
      await using to = open();
      to.server.reply(() => refused(status, refusal));
      const error = await failure(ask(to.backend));
      expect(error.code).toBe("inputTooLong");
      expect(error.message).toEndWith(": 5000 tokens, and 4096 are the most");
      expect(to.backend.contextLimit).toBe(4096);
    }
  });

  test("passes a server's reason on, in whatever shape, shortened", async () => {
    await using to = open();
    for (const [body, says] of [
      [{ error: "bad field" }, ": bad field"],
      [{ object: "error", message: "bad field", code: 400 }, ": bad field"],
      [{ detail: [{ msg: "bad field" }, { msg: "another" }] }, ": bad field; another"],
      [{ error: { message: `a\n${"b".repeat(2000)}` } }, `: a ${"b".repeat(397)}…`],
      ["<html>", ""],
    ] as const) {
      to.server.reply(
        () => new Response(typeof body === "string" ? body : JSON.stringify(body), { status: 422 }),
      );
      const { message } = await failure(ask(to.backend));
      expect(message).toBe(`127.0.0.1:${to.server.port} refuses the request (422)${says}`);
    }
  });

  test("says that somebody else answers", async () => {
    await using to = open();
    to.server.reply(
      () => new Response("<html>Log in</html>", { headers: { "content-type": "text/html" } }),
      () => streamed("data: hello\n\n"),
      () => streamed('data: {"choices": 7}\n\n'),
    );
    for (let times = 0; times < 3; times += 1) {
      const error = await failure(ask(to.backend));
      expect(error.code).toBe("network");
      expect(error.hint).toContain("OpenAI-compatible");
    }
  });

  test("says that the stream broke off", async () => {
    await using to = open();
    to.server.reply(() => streamed(formatEvent({ data: '{"choices":[{"delta":{"content":"Once"}}]}' })));
    const error = await failure(ask(to.backend));
    expect(error).toMatchObject({ code: "network" });
    expect(error.message).toContain("broke in the midst of the answer");
  });
});

test("a redirect gets neither the key nor the words", async () => {
  await using other = new FakeEndpoint();
  await using to = open({ apiKey: "sk-secret-1" });
  to.server.reply(() => Response.redirect(`${other.endpoint}/chat/completions?token=x`, 307));
  const error = await failure(ask(to.backend));
  expect(error.message).toEndWith(`sends us elsewhere (307) to ${other.endpoint}/chat/completions`);
  expect(other.requests).toEqual([]);
});

test("tokens are estimated by what the server has counted", async () => {
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
