/** How the server routes requests, refuses them, and reports failures. */
import { describe, expect, test } from "bun:test";
import { connect } from "node:net";
import { Conversations } from "../../src/server/conversations/conversations.ts";
import { Metrics } from "../../src/server/metrics.ts";
import { ResponseStore } from "../../src/server/openai/responses/store.ts";
import { type RunningServer, type ServerOptions, startServer } from "../../src/server/server.ts";
import { noLibrary, poolOf, TestCatalog } from "./test-catalog.ts";

const fault = new Error("no store of chats");

type TestedServer = RunningServer & { failures: unknown[] } & AsyncDisposable;

const factsAt = (now: () => number): ServerOptions["facts"] => ({
  metrics: new Metrics(),
  limits: { bytes: 10_000, milliseconds: 1000, stall: 1000 },
  isStrict: false,
  version: "1",
  instance: "one",
  now,
});

type TestOptions = Partial<ServerOptions> & { isLoading?: boolean; models?: readonly string[] };

/** A server whose conversations can't be opened, unless it is still loading. */
function start({ isLoading, models = ["a"], ...options }: TestOptions = {}): TestedServer {
  const failures: unknown[] = [];
  const server = startServer({
    facts: factsAt(() => 0),
    hostname: "127.0.0.1",
    port: 0,
    guard: { keys: [], origins: [], hosts: [] },
    onFailure: (error) => failures.push(error),
    ...options,
  });
  const open = (): never => {
    throw fault;
  };
  if (isLoading !== true) {
    server.serve({
      pool: poolOf(new TestCatalog(Object.fromEntries(models.map((name) => [name, 1])))),
      conversations: new Conversations({ open, keylessOwner: "run:1", onTrouble: () => {} }),
      responses: new ResponseStore({ open, now: () => 0, onTrouble: () => {} }),
      library: noLibrary,
    });
  }
  return Object.assign(server, { failures, [Symbol.asyncDispose]: () => server.stop(0) });
}

/** Sends these bytes. @returns what the server sends until the response or connection ends */
async function raw({ url }: RunningServer, request: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(Number(url.port), "127.0.0.1", () => socket.write(request));
  let answer = "";
  socket.on("data", (bytes) => {
    answer += bytes;
    const [head = "", body = ""] = answer.split("\r\n\r\n", 2);
    const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? Number.NaN);
    const isWhole = Buffer.byteLength(body) >= length;
    if (request.startsWith("HEAD") ? answer.includes("\r\n\r\n") : isWhole) socket.end();
  });
  socket.on("close", () => resolve(answer));
  socket.on("error", reject);
  return promise;
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe("a request", () => {
  test.each([
    "GET /health HTTP/1.0\r\n\r\n",
    "GET /health HTTP/1.0\r\nHost:\r\n\r\n",
    "GET /health HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n",
    "GET /health?a=b HTTP/1.0\r\n\r\n",
    "GET http://localhost/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
  ])("without a Host, with an empty one or with an absolute target is answered: %j", async (request) => {
    await using server = start();
    const answer = await raw(server, request);
    expect(statusOf(answer)).toBe(200);
    expect(answer).toContain('{"status":"ok"');
    expect(server.failures).toEqual([]);
  });

  test("reaches its route with its query, for every Host", async () => {
    await using server = start({ guard: { keys: ["a-key-of-some-length"], origins: [], hosts: [] } });
    const key = "x-api-key: a-key-of-some-length\r\n\r\n";
    for (const host of ["", "Host: [::1\r\n", "Host: a b\r\n", "Host: localhost\r\n"]) {
      const answer = await raw(server, `GET /api/v1/model-info?model=other HTTP/1.0\r\n${host}${key}`);
      expect(statusOf(answer)).toBe(404);
      expect(answer).toContain('There is no model \\"other\\" here');
    }
  });

  test("by HTTP/1.1 without a Host is refused (RFC 9112, 3.2)", async () => {
    await using server = start();
    expect(statusOf(await raw(server, "GET /health HTTP/1.1\r\n\r\n"))).toBe(400);
  });

  test("with a foreign Host is refused, also by HTTP/1.0", async () => {
    await using server = start();
    for (const host of ["evil.com", "[::1", "a b", "a, b", ":80"]) {
      const answer = await raw(server, `GET /health HTTP/1.0\r\nHost: ${host}\r\n\r\n`);
      expect([host, statusOf(answer)]).toEqual([host, 403]);
    }
  });

  test.each(["/health", "/v1/models", "/openapi.json"])(
    "HEAD %s is answered like GET, without a body",
    async (path) => {
      await using server = start();
      const get = await fetch(new URL(path, server.url));
      const head = await fetch(new URL(path, server.url), { method: "HEAD" });
      expect(head.status).toBe(200);
      expect(head.headers.get("Content-Type")).toBe(get.headers.get("Content-Type"));
      expect(head.headers.get("Content-Length")).toBe(String((await get.arrayBuffer()).byteLength));
      expect(await head.text()).toBe("");
    },
  );

  test("with the wrong method gets the allowed methods", async () => {
    await using server = start();
    const wrong = await fetch(new URL("/v1/models", server.url), { method: "POST" });
    expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
    const head = await fetch(new URL("/v1/chat/completions", server.url), { method: "HEAD" });
    expect([head.status, head.headers.get("Allow")]).toEqual([405, "POST"]);
  });
});

describe("a path", () => {
  const close = "Host: localhost\r\nConnection: close\r\n";
  const ask = (server: RunningServer, method: string, target: string, headers = "") =>
    raw(server, `${method} ${target} HTTP/1.1\r\n${close}${headers}\r\n`);
  const bodyOf = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")));
  const nothingAt = (path: string) => `There is nothing at ${path}: see /openapi.json`;

  test.each([
    ["/health", "/health"],
    ["/health/", "/health"],
    ["/health?a=/b", "/health"],
    ["/health#a", "/health"],
    ["/v1/../health", "/health"],
    ["/v1/%2e%2e/health", "/health"],
    ["/v1/models/../../health", "/health"],
    ["/./health/.", "/health"],
    ["http://localhost/health", "/health"],
    ["https://localhost/health/", "/health"],
    ["/v1/models/", "/v1/models"],
    ["/v1\\models", "/v1/models"],
    ["/openapi.json/", "/openapi.json"],
    ["/metrics/", "/metrics"],
    ["/", "/"],
    ["//", "/"],
    ["http://localhost", "/"],
    ["/health/..", "/"],
    ["//health", "/health"],
    ["/health//", "/health"],
    ["//v1//models", "/v1/models"],
    ["/v1/models//", "/v1/models"],
    ["/models", "/v1/models"],
    ["/v1/v1/models", "/v1/models"],
    ["/openai/v1/models", "/v1/models"],
    ["/openai/models", "/v1/models"],
    ["/anthropic/v1/models/", "/v1/models"],
    ["/models/a", "/v1/models/{model}"],
  ])("%s leads to a route, and is counted as %s", async (target, path) => {
    const facts = factsAt(() => 0);
    await using server = start({ facts });
    expect(statusOf(await ask(server, "GET", target))).toBe(200);
    const idle = { running: 0, queued: 0, loadedModels: 0, modelMemory: 0 };
    expect(facts.metrics.text(idle)).toContain(`requests_total{path="${path}",status="200"} 1`);
  });

  test.each([
    ["/HEALTH", "/HEALTH"],
    ["/heal%74h", "/heal%74h"],
    ["/health%2F", "/health%2F"],
    ["/health%00", "/health%00"],
    ["/health;a", "/health;a"],
    ["/v1", "/v1"],
    ["/api/v1/chat/none", "/api/v1/chat/none"],
    ["/api/v1/chat/conversation", "/api/v1/chat/conversation"],
    ["/api/v1/chat/conversation/", "/api/v1/chat/conversation/"],
    ["/api/v1/chat/conversation/%ff", "/api/v1/chat/conversation/%ff"],
    [`/${"x".repeat(9000)}`, `/${"x".repeat(199)}`],
  ])("%s is not found", async (target, shown) => {
    const facts = factsAt(() => 0);
    await using server = start({ facts });
    for (const method of ["GET", "POST", "PUT"]) {
      const answer = await ask(server, method, target);
      expect(statusOf(answer)).toBe(404);
      expect(answer).not.toContain("Allow:");
      expect(bodyOf(answer)).toEqual({
        error: { code: "notFound", message: nothingAt(shown), field: null },
      });
    }
    const idle = { running: 0, queued: 0, loadedModels: 0, modelMemory: 0 };
    expect(facts.metrics.text(idle)).toContain('requests_total{path="other",status="404"} 3');
  });

  test.each([
    "/v1/",
    "/v1/none",
    "//v1/none",
    "/v1/healthy",
    "/openai/healthy",
    "/v1/models/%",
    "/v1/models/%zz",
    "/v1/models/%ff",
  ])("%s is not found, in OpenAI's shape", async (target) => {
    await using server = start();
    expect(bodyOf(await ask(server, "GET", target))).toEqual({
      error: {
        message: nothingAt(target),
        type: "invalid_request_error",
        param: null,
        code: "unknown_url",
      },
    });
  });

  test("below /v1/messages is not found, in Anthropic's shape", async () => {
    await using server = start();
    const answer = await ask(server, "POST", "/v1/messages/none");
    expect(bodyOf(answer)).toEqual({
      type: "error",
      error: { type: "not_found_error", message: nothingAt("/v1/messages/none") },
      request_id: /^request-id: (req_\w{32})\r$/im.exec(answer)?.[1] as string,
    });
  });

  test("of batches is not found, and the error says what to do instead", async () => {
    await using server = start();
    for (const target of ["/v1/messages/batches", "/v1/messages/batches/b1/results"]) {
      expect(bodyOf(await ask(server, "POST", target))).toMatchObject({
        error: { type: "not_found_error", message: expect.stringContaining("send each request to") },
      });
    }
  });

  test.each([
    ["a", "a"],
    ["a/", "a"],
    ["a//", "a/"],
    ["a%2F", "a/"],
    ["//a", "//a"],
    ["%2F", "/"],
    ["org/name", "org/name"],
    ["org%2Fname", "org/name"],
    ["org%2fname/?a=b", "org/name"],
    ["x/../org/name", "org/name"],
    ["a%20b", "a b"],
    ["a+b", "a+b"],
    ["a%3Fb", "a?b"],
    ["%C3%A9", "é"],
    ["é", "é"],
    ["%00", "\0"],
    ["%2525", "%25"],
    [":model", ":model"],
    ["*", "*"],
    ["{model}", "{model}"],
    ["__proto__x", "__proto__x"],
    ["x".repeat(9000), "x".repeat(9000)],
  ])("/v1/models/%s names a model, with any characters in its name", async (target, name) => {
    await using server = start({ models: ["other", name] });
    const answer = await ask(server, "GET", `/v1/models/${target}`);
    expect(statusOf(answer)).toBe(200);
    expect(bodyOf(answer)).toMatchObject({ id: name, object: "model" });
  });

  test("to an unknown model has another error code than an unknown path", async () => {
    await using server = start();
    for (const [target, code] of [
      ["/v1/models/none", "model_not_found"],
      ["/v1/models/../none", "unknown_url"],
      ["/v1/models/../messagex/a", "unknown_url"],
    ] as const) {
      const answer = await ask(server, "GET", target);
      expect([target, statusOf(answer)]).toEqual([target, 404]);
      expect(bodyOf(answer)).toMatchObject({ error: { code } });
    }
  });

  test("to a conversation takes the rest of the path as its number", async () => {
    await using server = start();
    for (const id of ["x", "1/2", "1%2F2", "%31x", "-1"]) {
      const answer = await ask(server, "GET", `/api/v1/chat/conversation/${id}`);
      expect([id, statusOf(answer)]).toEqual([id, 400]);
      expect(bodyOf(answer)).toMatchObject({ error: { code: "invalid", field: "id" } });
    }
  });

  test.each([
    ["/v1/models", "GET, HEAD", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"]],
    ["/v1/models/org/name", "GET, HEAD", ["POST", "PUT", "DELETE"]],
    ["/v1/messages/", "POST", ["GET", "HEAD", "PUT"]],
    ["/api/v1/chat", "POST", ["GET", "HEAD", "DELETE"]],
    ["/health", "GET, HEAD", ["POST", "DELETE"]],
  ])("%s lists its methods: %s", async (target, allow, methods) => {
    const facts = factsAt(() => 0);
    await using server = start({ facts });
    for (const method of methods) {
      const answer = await ask(server, method, target);
      expect([method, statusOf(answer)]).toEqual([method, 405]);
      expect(answer).toContain(`\r\nAllow: ${allow}\r\n`);
      if (method === "HEAD") continue;
      const message = `${target} takes ${allow.replace(", ", " or ")}, not ${method}`;
      expect(bodyOf(answer)).toMatchObject({ error: { message } });
    }
    const idle = { running: 0, queued: 0, loadedModels: 0, modelMemory: 0 };
    expect(facts.metrics.text(idle)).toContain(`requests_total{path="other",status="405"} ${methods.length}`);
  });

  const isOpen = (target: string): boolean => target === "/health" || target === "//";
  const targets = ["/v1/models", "/v1/models/none", "/v1/messages", "/health", "/nowhere", "//", "/v1/%zz"];

  test.each(targets)("%s answers OPTIONS without a key", async (target) => {
    await using server = start({ guard: { keys: ["a-key-of-some-length"], origins: ["*"], hosts: [] } });
    const answer = await ask(server, "OPTIONS", target, "Origin: https://a.example\r\n");
    expect(statusOf(answer)).toBe(204);
    expect(answer).toContain("\r\nAccess-Control-Allow-Origin: https://a.example\r\n");
    expect(answer).not.toContain("Allow: ");
  });

  test.each(targets)("%s is guarded, whether it exists or not", async (target) => {
    await using open = start();
    await using closed = start({ guard: { keys: ["a-key-of-some-length"], origins: [], hosts: [] } });
    for (const method of ["GET", "POST", "OPTIONS", "DELETE"]) {
      const foreign = await raw(open, `${method} ${target} HTTP/1.0\r\nHost: evil.com\r\n\r\n`);
      expect([method, statusOf(foreign)]).toEqual([method, 403]);
      const page = await ask(open, method, target, "Origin: https://bad.example\r\n");
      expect([method, statusOf(page)]).toEqual([method, 403]);
      if (method === "OPTIONS" || (method === "GET" && isOpen(target))) continue;
      const keyless = await ask(closed, method, target);
      expect([method, statusOf(keyless)]).toEqual([method, 401]);
      expect(keyless).toContain("\r\nWWW-Authenticate: Bearer\r\n");
    }
  });
});

describe("a failure", () => {
  test("in a route is an error in the shape of its API", async () => {
    await using server = start();
    const response = await fetch(new URL("/api/v1/chat/conversation/1", server.url));
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error: { code: "failed" } });
    expect(server.failures).toEqual([fault]);
  });

  test("outside of any route is an error, too, and shows no source code", async () => {
    let isBroken = false;
    const broken = new Error("no clock");
    const facts = factsAt(() => {
      if (isBroken) throw broken;
      return 0;
    });
    await using server = start({ facts });
    isBroken = true;
    const response = await fetch(new URL("/v1/models", server.url));
    isBroken = false;
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code: "failed" } });
    expect(text).not.toContain("server.ts");
    expect(server.failures).toEqual([broken]);
  });
});

describe("while the server loads its models", () => {
  const loaded = () => ({
    pool: poolOf(new TestCatalog({ a: 1 })),
    conversations: new Conversations({
      open: () => expect.unreachable(),
      keylessOwner: "run:1",
      onTrouble: () => {},
    }),
    responses: new ResponseStore({ open: () => expect.unreachable(), now: () => 0, onTrouble: () => {} }),
    library: noLibrary,
  });
  const ask = (server: RunningServer, path: string, init: RequestInit = {}) =>
    fetch(new URL(path, server.url), init);

  test("/health and /openapi.json are answered immediately", async () => {
    await using server = start({ isLoading: true });
    expect((await ask(server, "/health")).status).toBe(503);
    expect((await ask(server, "/api/v1/health")).status).toBe(503);
    expect((await ask(server, "/openapi.json")).status).toBe(200);
    server.serve(loaded());
    expect((await ask(server, "/health")).status).toBe(200);
  });

  /** A server with a request that waits. */
  async function serverWithRequest() {
    const { promise: arrived, resolve } = Promise.withResolvers<void>();
    const facts = factsAt(() => {
      resolve();
      return 0;
    });
    const server = start({ isLoading: true, facts });
    const early = ask(server, "/v1/models");
    await arrived;
    return { server, early, [Symbol.asyncDispose]: () => server.stop(0) };
  }

  test("requests wait, and are answered afterwards", async () => {
    await using waiting = await serverWithRequest();
    waiting.server.serve(loaded());
    expect((await waiting.early).status).toBe(200);
    expect((await ask(waiting.server, "/v1/models")).status).toBe(200);
  });

  test("requests that wait too long get Retry-After, in the shape of their API", async () => {
    await using server = start({ isLoading: true, loadingPatience: 1 });
    const answer = async (path: string) => {
      const response = await ask(server, path, { method: "POST", body: "{}" });
      expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "2"]);
      return response.json();
    };
    const message = "The server is still loading its models";
    expect(await answer("/v1/chat/completions")).toMatchObject({ error: { type: "server_error", message } });
    expect(await answer("/v1/messages")).toMatchObject({
      type: "error",
      error: { type: "overloaded_error", message },
    });
    expect(await answer("/api/v1/chat")).toMatchObject({ error: { code: "busy", message } });
    expect((await ask(server, "/nowhere")).status).toBe(404);
  });

  test("waiting requests get an error when the server ends", async () => {
    await using waiting = await serverWithRequest();
    await waiting.server.stop(0);
    const response = await waiting.early;
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { message: "The server is shutting down" } });
  });
});

describe("the log", () => {
  test("has the reason of a refusal in the same line, without what the client wrote", async () => {
    const lines: string[] = [];
    await using server = start({
      onRequest: (line) => lines.push(line),
      guard: { keys: ["key-1"], origins: [], hosts: [] },
    });
    const post = async (body: string, key = "key-1"): Promise<void> => {
      const headers = { Authorization: `Bearer ${key}`, "Content-Type": "application/json" };
      await fetch(new URL("/v1/chat/completions", server.url), { method: "POST", headers, body });
    };
    await post("{}", "sk-private");
    await post('{"messages": [{"role": "user", "content": privately}]}');
    await post('{"messages": [{"role": "private", "content": "privately"}], "private": 1}');
    await post('{"model": "nosuch", "messages": [{"role": "user", "content": "private"}]}');
    await post("x".repeat(20_000));
    await fetch(new URL("/nowhere", server.url), { headers: { Authorization: "Bearer key-1" } });
    const shape = /^(?:GET|POST) \/\S+ (\d{3}) \d+ ms: \S.*$/;
    expect(lines.map((line) => Number(shape.exec(line)?.[1]))).toEqual([401, 400, 400, 404, 413, 404]);
    expect(lines.join("\n")).not.toMatch(/private/);
    expect(lines[1]).toContain("The body is not valid JSON");
    expect(lines[2]).toMatch(/messages\[0\]\.role|private/);
    expect(lines[3]).toContain('There is no model "nosuch" here');
    expect(lines.every((line) => !line.includes("\n") && line.length < 400)).toBe(true);
  });

  test("has the id of a request for --verbose, which its response has, too", async () => {
    const lines: string[] = [];
    await using server = start({ onRequest: (line) => lines.push(line), isVerbose: true });
    const ids: (string | null)[] = [];
    for (const path of ["/health", "/nowhere", "/v1/messages/none", "/messages"]) {
      const response = await fetch(new URL(path, server.url));
      const { headers } = response;
      const id = headers.get("x-request-id");
      expect(id).toMatch(/^req_[0-9a-f]{32}$/);
      // Anthropic's API has its own name for it.
      expect(headers.get("request-id")).toBe(path.includes("messages") ? id : null);
      if (path.includes("messages")) expect(await response.json()).toMatchObject({ request_id: id });
      ids.push(id);
    }
    expect(new Set(ids).size).toBe(4);
    expect(lines).toEqual([
      `GET /health 200 0 ms [${ids[0]}]`,
      `GET /nowhere 404 0 ms: There is nothing at /nowhere: see /openapi.json [${ids[1]}]`,
      `GET /v1/messages/none 404 0 ms: There is nothing at /v1/messages/none: see /openapi.json [${ids[2]}]`,
      `GET /messages 405 0 ms: /messages takes POST, not GET [${ids[3]}]`,
    ]);
  });

  test("has no reason for an answer", async () => {
    const lines: string[] = [];
    await using server = start({ onRequest: (line) => lines.push(line) });
    await fetch(new URL("/health", server.url));
    expect(lines).toEqual(["GET /health 200 0 ms"]);
  });
});
