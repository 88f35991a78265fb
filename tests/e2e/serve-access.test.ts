/** The server's access control and limits: keys, Host, Origin, addresses and sizes. */
import { describe, expect, test } from "bun:test";
import { Sandbox } from "../fixtures/executable.ts";
import { question } from "../fixtures/questions.ts";
import { runningServers, TestServer } from "../fixtures/server.ts";

const key = "a-key-of-some-length";
type Refusal = { error: { message: string; code?: string } };

describe("access", () => {
  test("is limited to this machine; another --host needs a key", async () => {
    using home = new Sandbox();
    const open = await home.run(["serve", "demo", "--host", "0.0.0.0", "--port", "0"]);
    expect(open).toMatchObject({ code: 2, stdout: "" });
    expect(open.stderr).toContain("anyone who reaches this machine");
    expect(open.stderr).toContain("--api-key-file");
    await using server = await TestServer.start(home, ["demo"], {
      args: ["--host", "0.0.0.0", "--api-key-file", home.file("keys.txt", `${key}\nanother-key-here\n`)],
    });
    expect((await server.post("/v1/chat/completions", question)).status).toBe(401);
    for (const headers of [{ Authorization: `Bearer ${key}` }, { "x-api-key": "another-key-here" }]) {
      expect((await server.post("/v1/chat/completions", question, { headers })).status).toBe(200);
    }
    expect(
      (await server.post("/v1/chat/completions", question, { headers: { "x-api-key": `${key}x` } })).status,
    ).toBe(401);
    expect((await server.fetch("/metrics")).status).toBe(401);
    expect(server.stderr).not.toContain(key);
  });

  test("to /health needs no key, but the loaded models are shown only with the key", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], { args: ["--api-key", key] });
    for (const path of ["/health", "/api/v1/health"]) {
      for (const headers of [{}, { "x-api-key": "a wrong key" }] as Record<string, string>[]) {
        const response = await server.fetch(path, { headers });
        expect(response.status).toBe(200);
        expect(await response.json()).toEqual({ status: "ok" });
      }
      const trusted = await server.fetch(path, { headers: { "x-api-key": key } });
      expect(await trusted.json()).toMatchObject({ status: "ok", models: ["demo"], running: 0 });
    }
    // This user's own commands see it without the key. Their health key gives no other access.
    expect((await home.run(["ps"])).stdout).toContain("0 running, demo loaded");
    expect(await runningServers(home)).toMatchObject([{ needsKey: true, loaded: ["demo"] }]);
    expect((await home.run(["ps", "--json"])).stdout).not.toMatch(/healthKey|api.?key/i);
    expect(await home.run(["stop", "demo"])).toMatchObject({ code: 0 });
    expect(await server.ended()).toBe(0);
  });

  test("is open to all with --no-auth, with a warning", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], { args: ["--host", "0.0.0.0", "--no-auth"] });
    expect((await server.fetch("/v1/models")).status).toBe(200);
    await server.end();
    expect(server.stderr).toContain("Warning: anyone who reaches this machine can use it");
  });

  test("is refused to pages of other origins and to foreign Host names", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], {
      args: ["--cors", "https://good.example", "--allow-host", "box.example"],
    });
    const ask = (headers: Record<string, string>) => server.fetch("/v1/models", { headers });
    expect((await ask({ Origin: "https://evil.example" })).status).toBe(403);
    expect((await ask({ Host: "evil.example" })).status).toBe(403);
    expect((await ask({ Host: "box.example:80" })).status).toBe(200);
    expect((await ask({ Host: "localhost:1234" })).status).toBe(200);
    const good = await ask({ Origin: "https://good.example" });
    expect(good.headers.get("Access-Control-Allow-Origin")).toBe("https://good.example");
    const plain = await ask({});
    expect(plain.headers.get("Access-Control-Allow-Origin")).toBeNull();
    const preflight = await server.fetch("/v1/chat/completions", {
      method: "OPTIONS",
      headers: { Origin: "https://good.example", "Access-Control-Request-Headers": "content-type" },
    });
    expect(preflight.headers.get("Access-Control-Allow-Headers")).toBe("content-type");
  });
});

test("an address that is in use or not this machine's is an error with a hint", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home);
  const { port } = new URL(server.url);
  const taken = await home.run(["serve", "demo", "--port", port]);
  expect(taken).toMatchObject({ code: 2, stdout: "" });
  expect(taken.stderr).toContain(`Port ${port} is in use on 127.0.0.1`);
  expect(taken.stderr).toContain("anechat ps");
  // An address for documentation (RFC 5737), which no machine has.
  const elsewhere = await home.run(["serve", "demo", "--host", "192.0.2.1", "--api-key", "long-enough-key"]);
  expect(elsewhere).toMatchObject({ code: 2, stdout: "" });
  expect(elsewhere.stderr).toContain("Can't listen on port 8080 of 192.0.2.1");
  // A name that never resolves (RFC 6761).
  const nowhere = await home.run(["serve", "demo", "--host", "box.invalid", "--api-key", "long-enough-key"]);
  expect(nowhere).toMatchObject({ code: 2, stdout: "" });
  expect(nowhere.stderr).toContain('"box.invalid" has no address');
});

describe("requests", () => {
  test("with a body that is too large, not JSON or empty are refused", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], { args: ["--max-body", "10kB"] });
    const large = { messages: [{ role: "user", content: "x".repeat(20_000) }] };
    const tooLarge = await server.post("/v1/chat/completions", large);
    expect(tooLarge.status).toBe(413);
    expect(((await tooLarge.json()) as Refusal).error.message).toContain("10000 bytes");
    expect((await server.post("/v1/messages", large)).status).toBe(413);
    for (const [body, what] of [
      ["{", "not valid JSON"],
      ["", "empty"],
      ["[]", "expected object"],
    ]) {
      const response = await server.fetch("/api/v1/chat", { method: "POST", body: body as string });
      expect(response.status).toBe(400);
      expect(((await response.json()) as Refusal).error.message).toContain(what as string);
    }
    expect((await server.fetch("/v1/chat/completions")).status).toBe(405);
    expect((await server.fetch("/v1/nothing")).status).toBe(404);
    expect((await server.post("/v1/chat/completions", question)).status).toBe(200);
  });

  test("are described by /openapi.json, and every described route exists", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    const description = (await (await server.fetch("/openapi.json")).json()) as {
      openapi: string;
      paths: Record<
        string,
        Record<
          string,
          { requestBody?: { content: { "application/json": { schema: { properties: object } } } } }
        >
      >;
    };
    expect(description.openapi).toStartWith("3.1");
    const chat =
      description.paths["/v1/chat/completions"]?.post?.requestBody?.content["application/json"].schema;
    expect(Object.keys(chat?.properties ?? {})).toContain("response_format");
    for (const [path, operations] of Object.entries(description.paths)) {
      for (const method of Object.keys(operations)) {
        const response = await server.fetch(path.replace(/\{\w+\}/, "1"), { method: method.toUpperCase() });
        // The route exists. 400 and 404 are about the sent values; 501 is a route of Ollama.
        expect([200, 400, 404, 501]).toContain(response.status);
        if (response.status === 404) expect(await response.text()).not.toContain("There is nothing at");
      }
    }
  });

  test("with very large headers are refused", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home);
    const response = await server.fetch("/health", { headers: { "X-Header": "x".repeat(100_000) } });
    expect(response.status).toBe(431);
    expect((await server.fetch("/health")).status).toBe(200);
  });
});
