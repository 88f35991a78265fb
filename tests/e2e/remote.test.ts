/** Models at an OpenAI-compatible server, in every mode, with a fake server on loopback. */
import { describe, expect, test } from "bun:test";
import { selfSigned } from "../fixtures/certificate.ts";
import { finish, Sandbox } from "../fixtures/executable.ts";
import { endless, FakeEndpoint, messagesOf, refused, said } from "../fixtures/fake-endpoint.ts";

const key = "sk-not-to-be-seen-1234";

describe("one question", () => {
  test("has its answer on stdout, and stderr is empty", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const { stdout, stderr, code } = await home.run([
      "--endpoint",
      server.address,
      "--model",
      "fake-1",
      "-p",
      "Hi",
    ]);
    expect([stdout, stderr, code]).toEqual(["You said: Hi\n", "", 0]);
  });

  test("may be piped in, with only an address as the model", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const { stdout } = await home.run([server.address, "-p", "Sum up:", "-s", "Be short."], {
      stdin: "a text",
    });
    expect(stdout).toBe("You said: Sum up:\n\na text\n");
    expect(messagesOf(server)).toEqual([["system: Be short.", "user: Sum up:\n\na text"]]);
  });

  test("has usage and endpoint in JSON", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint({ models: [{ id: "fake-1", max_model_len: 4096 }] });
    server.reply(() => said("Fine.", { reasoning: "Hm." }));
    const { stdout } = await home.run([`${server.address}#fake-1`, "-p", "How are you?", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      text: "Fine.",
      reasoning: "Hm.",
      finishReason: "stop",
      usage: { promptTokens: 11, completionTokens: 1, contextLimit: 4096 },
      model: { name: "fake-1", endpoint: server.endpoint },
    });
  });

  test("waits for a busy server, with a note", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    server.reply(() => refused(503, { message: "Loading \x1b[31mmodel" }, { "retry-after": "0" }));
    const { stdout, stderr } = await home.run([server.address, "-p", "Hi"]);
    expect(stdout).toBe("You said: Hi\n");
    expect(stderr).toBe(
      `127.0.0.1:${server.port} answered 503: Loading ␛[31mmodel; trying again in 0.00 s.\n`,
    );
  });

  test("stopped by Ctrl+C closes the connection", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const { reply, closed } = endless("Once upon a time");
    server.reply(reply);
    const child = home.start([server.address, "-p", "Tell me"]);
    const [first, second] = child.stdout.tee();
    await first.getReader().read();
    child.kill("SIGINT");
    await closed;
    expect(await new Response(second).text()).toBe("Once upon a time\n");
    expect(await child.exited).toBe(130);
  });

  test("trusts a certificate that the user trusts", async () => {
    using home = new Sandbox();
    const tls = selfSigned("localhost");
    await using server = new FakeEndpoint({ tls });
    const args = [`https://localhost:${server.port}`, "-p", "Hi"];
    const distrusted = await home.run(args);
    expect(distrusted.code).toBe(10);
    expect(distrusted.stderr).toContain(
      "has a self-signed certificate\n  If you trust it, set NODE_EXTRA_CA_CERTS=",
    );
    const file = home.file("ca.pem", tls.cert);
    expect((await home.run(args, { env: { NODE_EXTRA_CA_CERTS: file } })).stdout).toBe("You said: Hi\n");
  });
});

describe("an error says what to do", () => {
  test("if no server is there, the key or the model is wrong, or a text is too long", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint({ key, models: [{ id: "llama-3.1-8b" }] });
    const ask = (args: string[], env = {}) => home.run([...args, "-p", "Hi"], { env });
    const unreachable = await ask(["--endpoint", "http://127.0.0.1:1", "--model", "x"]);
    expect(unreachable.code).toBe(10);
    expect(unreachable.stderr).toContain("anechat: 127.0.0.1:1 can't be reached\n  Is the server running");

    const without = await ask([server.address]);
    expect(without.code).toBe(4);
    expect(without.stderr).toContain("needs an API key (401)");
    const wrong = await ask([server.address, "--api-key-env", "MY_KEY"], { MY_KEY: "sk-wrong-key" });
    expect(wrong.code).toBe(4);
    expect(wrong.stderr).toContain(
      "doesn't accept the key of $MY_KEY (401): Incorrect API key provided: Bearer •••",
    );
    const unset = await ask([server.address, "--api-key-env", "MY_KEY"]);
    expect(unset.code).toBe(2);
    expect(unset.stderr).toContain("The environment variable MY_KEY for the API key isn't set");
    // A key given instead of a variable's name isn't printed.
    const mistake = await ask([server.address, "--api-key-env", key]);
    expect(mistake.code).toBe(2);
    expect(mistake.stderr).not.toContain(key);

    const env = { MY_KEY: key };
    const model = await ask([`${server.address}#llama-3.1-8`, "--api-key-env", "MY_KEY"], env);
    expect(model.code).toBe(3);
    expect(model.stderr).toContain('There is no model "llama-3.1-8" at 127.0.0.1');
    expect(model.stderr).toContain('Did you mean "llama-3.1-8b"?');
    server.reply(() =>
      refused(400, {
        message: "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens.",
      }),
    );
    const long = await ask([server.address, "--api-key-env", "MY_KEY"], env);
    expect(long.code).toBe(7);
    expect(long.stderr).toContain("5000 tokens, and the limit is 4096");
  });

  test("for flags that apply only to a model on this machine", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    for (const flag of [
      ["--threads", "2"],
      ["--ctx-size", "100"],
      ["--quant", "Q8_0"],
      ["--gpu-layers", "0"],
    ]) {
      const { code, stderr } = await home.run([server.address, "-p", "Hi", ...flag]);
      expect(code).toBe(2);
      expect(stderr).toContain(`${flag[0]} applies only to local models`);
    }
    // As a setting, it applies to the models on this machine and is ignored here.
    const { stdout } = await home.run([server.address, "-p", "Hi"], { env: { ANECHAT_THREADS: "2" } });
    expect(stdout).toBe("You said: Hi\n");
  });
});

describe("many questions", () => {
  test("are answered as a batch", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const { stdout, code } = await home.run([server.address, "--batch", "-"], { stdin: "one\ntwo\nthree\n" });
    expect(code).toBe(0);
    const texts = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).text);
    expect(texts).toEqual(["You said: one", "You said: two", "You said: three"]);
  });

  test("compare a local model with one at an endpoint", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const models = ["--model1", "demo", "--model2", `${server.address}#fake-1`, "--threads", "1"];
    const { stdout, code } = await home.run(["compare", ...models, "-p", "Hello", "--json"]);
    expect(code).toBe(0);
    const [{ answers }] = JSON.parse(stdout);
    expect(answers).toMatchObject([
      { model: "demo", memory: expect.any(Number) },
      { model: "fake-1", text: "You said: Hello", memory: null },
    ]);
  });

  test("test a model", async () => {
    using home = new Sandbox();
    await using server = new FakeEndpoint();
    const file = home.file(
      "cases.jsonl",
      '{"prompt": "2+2", "contains": "2+2"}\n{"prompt": "x", "contains": "z"}\n',
    );
    const args = ["eval", "--endpoint", server.address, "--model", "fake-1", "--prompts", file, "--json"];
    const { stdout, code } = await home.run(args);
    expect(JSON.parse(stdout)).toMatchObject({ model: "fake-1", summary: { passed: 1, failed: 1 } });
    expect(code).toBe(1);
    expect(server.questions.every(({ body }) => body?.temperature === 0)).toBe(true);
  });
});

test("the config file names endpoints, and keys aren't printed", async () => {
  using home = new Sandbox();
  await using server = new FakeEndpoint({ key });
  home.configure(
    `model = "work"\n[endpoint.work]\nurl = "${server.address}"\nmodel = "fake-1"\napi_key = "${key}"\n` +
      `[endpoint.other]\nurl = "https://llm.example.com"\napi-key-env = "OTHER_KEY"\n`,
  );
  expect((await home.run(["-p", "Hi"])).stdout).toBe("You said: Hi\n");
  expect((await home.run(["--endpoint", "work", "-p", "Hi"])).stdout).toBe("You said: Hi\n");
  const shown = await home.run(["config"]);
  expect(shown.stdout).toContain(`# endpoint work = ${server.endpoint}, model fake-1, key ••••\n`);
  expect(shown.stdout).toContain("# endpoint other = https://llm.example.com/v1, key of $OTHER_KEY\n");
  const json = await home.run(["config", "--json"]);
  expect(JSON.parse(json.stdout).endpoints.work.apiKey).toBe("••••");
  expect(shown.stdout + json.stdout).not.toContain(key);
  home.configure(`[endpoint.work]\nurl = "localhost"\napi-key = "${key}"\n`);
  const wrong = await home.run(["-p", "Hi"]);
  expect(wrong.code).toBe(13);
  expect(wrong.stderr).toContain(
    "[endpoint.work]: An endpoint's address must begin with http:// or https://",
  );
  expect(wrong.stderr).not.toContain(key);
});

test("a key over plain http to another machine causes one warning", async () => {
  using home = new Sandbox();
  const child = home.start(["http://anechat.invalid", "--api-key-env", "MY_KEY", "-p", "Hi"], {
    env: { MY_KEY: key },
  });
  const { code, stderr } = await finish(child);
  expect(code).toBe(10);
  expect(stderr.split("Your key is sent to anechat.invalid over http").length).toBe(2);
});
