import { describe, expect, test } from "bun:test";
import { AnechatError } from "../../src/base/errors.ts";
import { formatEvent } from "../../src/formats/sse.ts";
import { RemoteBackend } from "../../src/remote/remote-backend.ts";
import { selfSigned } from "../fixtures/certificate.ts";
import { FakeEndpoint, refused, streamed } from "../fixtures/fake-endpoint.ts";
import { ask, failure, open, Tools } from "./asking.ts";

describe("an error", () => {
  test("for a failed connection can be replaced by the caller", async () => {
    const backend = new RemoteBackend(
      {
        endpoint: "http://127.0.0.1:1/v1",
        model: "m",
        unreachable: () => new AnechatError("network", "The cluster may have stopped"),
      },
      new Tools(),
    );
    expect(await failure(ask(backend))).toMatchObject({ message: "The cluster may have stopped" });
  });

  test("names the host that can't be reached", async () => {
    const tools = new Tools();
    const backend = new RemoteBackend({ endpoint: "http://127.0.0.1:1/v1", model: "m" }, tools);
    const error = await failure(ask(backend));
    expect(error).toMatchObject({ code: "network", message: "127.0.0.1:1 can't be reached" });
    expect(tools.waits).toHaveLength(2);
  });

  test("distinguishes a timeout, an unknown name and a broken connection", async () => {
    for (const [thrown, says] of [
      [new DOMException("The operation timed out.", "TimeoutError"), "h didn't answer in time"],
      [Object.assign(new TypeError("x"), { code: "ENOTFOUND" }), "h can't be found"],
      [new TypeError("x"), "The connection to h broke before an answer came"],
    ] as const) {
      const tools = new Tools();
      const backend = new RemoteBackend(
        { endpoint: "https://h/v1", model: "m", fetch: () => Promise.reject(thrown) },
        tools,
      );
      expect((await failure(backend.connect())).message).toBe(says);
      expect(tools.waits).toEqual([]);
    }
  });

  test("says what is wrong with a certificate", async () => {
    const cases = [
      { certificate: selfSigned("localhost"), trusted: false, says: "a self-signed certificate" },
      { certificate: selfSigned("localhost", -1), trusted: true, says: "an expired certificate" },
      { certificate: selfSigned("elsewhere.example"), trusted: true, says: "a certificate for another host" },
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
      expect(error.message).toBe(`localhost:${server.port} has ${says}`);
    }
  });

  test("names the source of a rejected key, and doesn't print the key", async () => {
    await using to = open({ apiKey: "sk-wrong-key", keySource: "$MY_KEY" }, { key: "sk-right-key" });
    const error = await failure(ask(to.backend));
    expect(error.code).toBe("noAccess");
    expect(error.message).toBe(
      `127.0.0.1:${to.server.port} doesn't accept the key of $MY_KEY (401): Incorrect API key provided: Bearer •••`,
    );
    await using without = open({}, { key: "sk-right-key" });
    const missing = await failure(without.backend.connect());
    expect(missing.message).toContain("needs an API key (401)");
    expect(missing.hint).toContain("--api-key-env");
  });

  test("lists the server's models, and suggests a similar one", async () => {
    await using to = open({ model: "llama-3.1-8" }, { models: [{ id: "llama-3.1-8b" }, { id: "qwen" }] });
    const near = await failure(ask(to.backend));
    expect(near).toMatchObject({ code: "modelNotFound", hint: 'Did you mean "llama-3.1-8b"?' });
    expect(near.message).toBe(`There is no model "llama-3.1-8" at 127.0.0.1:${to.server.port}`);
    const other = new RemoteBackend({ endpoint: to.server.endpoint, model: "gpt" });
    expect((await failure(ask(other))).hint).toBe("It has: llama-3.1-8b, qwen.");
  });

  test("for a wrong path shows the address to check", async () => {
    await using to = open();
    const backend = new RemoteBackend({ endpoint: `${to.server.address}/elsewhere/v1`, model: "m" });
    const error = await failure(ask(backend));
    expect(error.message).toContain("has no such API (404)");
    expect(error.hint).toContain("/elsewhere/v1");
  });

  test("for a long prompt has both numbers, and the backend keeps the limit", async () => {
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
      expect(error.message).toEndWith(": 5000 tokens, and the limit is 4096");
      expect(to.backend.contextLimit).toBe(4096);
    }
  });

  test("contains the server's reason from any format, shortened", async () => {
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

  test("for a response that isn't an answer suggests to check the address", async () => {
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

  test("is thrown when the stream breaks off", async () => {
    await using to = open();
    to.server.reply(() => streamed(formatEvent({ data: '{"choices":[{"delta":{"content":"Once"}}]}' })));
    const error = await failure(ask(to.backend));
    expect(error).toMatchObject({ code: "network" });
    expect(error.message).toContain("broke in the middle of the answer");
  });
});
