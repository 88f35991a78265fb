/** What a server prints: its addresses, and a line for each request. */
import { describe, expect, test } from "bun:test";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { Sandbox } from "../fixtures/executable.ts";
import { long, question } from "../fixtures/questions.ts";
import { TestServer } from "../fixtures/server.ts";

const key = "a-key-of-some-length";
const headers = { "x-api-key": key };

describe("the first lines", () => {
  test("say what to set in popular clients", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    while (!server.stderr.includes("openapi.json")) await server.health();
    expect(server.stderr).toContain(
      [
        `Serving demo at ${server.url}`,
        `  OpenAI       OPENAI_BASE_URL=${server.url}/v1 OPENAI_API_KEY=none`,
        `  Claude Code  ANTHROPIC_BASE_URL=${server.url} \\`,
        "               ANTHROPIC_AUTH_TOKEN=none ANTHROPIC_MODEL=demo \\",
        "               ANTHROPIC_SMALL_FAST_MODEL=demo claude",
        "  Codex        codex -m demo -c model_provider=anechat \\",
        "               -c model_providers.anechat.name=anechat \\",
        `               -c model_providers.anechat.base_url=${server.url}/v1`,
        `  Ollama       OLLAMA_HOST=${server.url}`,
        `  all routes   ${server.url}/openapi.json`,
        "",
      ].join("\n"),
    );
  });

  test("don't show the key", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], { args: ["--api-key", key] });
    while (!server.stderr.includes("openapi.json")) await server.health();
    expect(server.stderr).toContain(`/v1 OPENAI_API_KEY=KEY\n`);
    expect(server.stderr).toContain(`  Ollama       OLLAMA_HOST=${server.url} OLLAMA_API_KEY=KEY\n`);
    expect(server.stderr).toContain("  Codex        ANECHAT_API_KEY=KEY \\\n");
    expect(server.stderr).toContain(" -c model_providers.anechat.env_key=ANECHAT_API_KEY\n");
    expect(server.stderr).not.toContain(key);
  });

  test("name the first model as a shell reads it", async () => {
    using home = new Sandbox();
    const spaced = join(home.folder, "it's tiny.gguf");
    copyFileSync(await home.model(), spaced);
    await using server = await TestServer.start(home, [spaced, "demo"]);
    while (!server.stderr.includes("openapi.json")) await server.health();
    expect(server.stderr).toContain('codex -m "it\'s tiny.gguf" -c ');
  });
});

describe("the line of a request", () => {
  test("comes when its stream is over; with --verbose it has the numbers of the answer", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], {
      args: ["--verbose", "--api-key", key],
    });
    const streamed = await server.post("/v1/chat/completions", long, { headers });
    expect(await streamed.text()).toEndWith("data: [DONE]\n\n");
    const refused = await server.post(
      "/v1/chat/completions",
      { ...question, temperature: "warm" },
      { headers },
    );
    expect(refused.status).toBe(400);
    const whole = await server.post(
      "/v1/messages",
      { ...question, model: "demo", max_tokens: 3 },
      { headers },
    );
    await whole.json();
    const numbers =
      /^POST \/v1\/chat\/completions 200 \d+ ms \[model demo, prompt \d+ tokens \(\d+ cached\), \d+ new, first after \d\.\d\d s, \d+\.\d tokens\/s, stop, (req_\w+)\]$/m;
    while (!server.stderr.includes("POST /v1/messages 200")) await server.health();
    expect(numbers.exec(server.stderr)?.[1]).toBe(streamed.headers.get("x-request-id") ?? "none");
    expect(server.stderr).toMatch(
      /^POST \/v1\/chat\/completions 400 \d+ ms: temperature: expected number, received string \[req_\w+\]$/m,
    );
    expect(server.stderr).toContain(`, ${whole.headers.get("request-id")}]`);
    expect(server.stderr).not.toMatch(/Peru|warm|word|story/);
  });

  test("has no numbers without --verbose", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    await (await server.post("/v1/chat/completions", long)).text();
    while (!server.stderr.includes("POST")) await server.health();
    expect(server.stderr).toMatch(/^POST \/v1\/chat\/completions 200 \d+ ms$/m);
  });
});

test("with --strict an unknown field is refused; without it it is named in a header and once in the log", async () => {
  using home = new Sandbox();
  const strange = { ...question, temprature: 1, max_tokens: 1 };
  {
    await using server = await TestServer.start(home);
    for (let round = 0; round < 2; round += 1) {
      const answer = await server.post("/v1/chat/completions", strange);
      expect([answer.status, answer.headers.get("x-anechat-ignored")]).toEqual([200, "temprature"]);
    }
    while ((server.stderr.match(/POST .* 200/g) ?? []).length < 2) await server.health();
    expect(server.stderr.match(/ignores: temprature/g)).toHaveLength(1);
  }
  home.configure("strict = true\n");
  await using server = await TestServer.start(home);
  const answer = await server.post("/v1/chat/completions", strange);
  expect(answer.status).toBe(400);
  const message = "temprature: there is no such field. Did you mean temperature?";
  expect(await answer.json()).toMatchObject({ error: { message, param: "temprature" } });
});
