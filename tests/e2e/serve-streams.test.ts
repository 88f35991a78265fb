/** Streams that wait: what their clients see, and what happens when they leave. */
import { describe, expect, test } from "bun:test";
import { connect } from "node:net";
import { join } from "node:path";
import { Sandbox } from "../fixtures/executable.ts";
import { endless, long, longAnswer, textOf } from "../fixtures/questions.ts";
import { TestServer } from "../fixtures/server.ts";
import { longPrompt, slowToLoad, slowToRead } from "../fixtures/slow-models.ts";

/** A stream whose chunks are read one by one. */
async function opened(server: TestServer, body: object, path = "/v1/chat/completions") {
  const leaving = new AbortController();
  const response = await server.post(path, body, {
    signal: leaving.signal,
    keepalive: false,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async (): Promise<string> => (await reader?.read())?.value ?? "";
  return { response, next, leave: () => leaving.abort() };
}

const one = { args: ["--parallel", "1"] };

describe("a stream behind another", () => {
  test("begins immediately and says how many are before it", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, [await home.model()], one);
    const first = await opened(server, endless);
    expect(await first.next()).not.toBe("");
    const second = await opened(server, long);
    expect(second.response.status).toBe(200);
    expect(second.response.headers.get("Content-Type")).toStartWith("text/event-stream");
    expect(await second.next()).toBe(": waiting, next in line\n\n");
    const third = await opened(server, long);
    expect(await third.next()).toBe(": waiting, 1 before you\n\n");
    expect((await server.health()).running).toBe(3);
    third.leave();
    first.leave();
    let rest = "";
    for (let part = await second.next(); part !== ""; part = await second.next()) rest += part;
    expect(textOf(rest)).toBe(longAnswer);
    await server.until(({ running }) => running === 0);
  });

  test("begins immediately also in a stored conversation", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, [await home.model()], one);
    const first = await opened(server, endless);
    expect(await first.next()).not.toBe("");
    const second = await opened(server, { message: "Hello?", stream: true }, "/api/v1/chat");
    expect(await second.next()).toBe(": waiting, next in line\n\n");
    second.leave();
    first.leave();
    await server.until(({ running }) => running === 0);
  });

  test("frees its place when its client leaves", async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, [await home.model()], {
      args: ["--parallel", "1", "--queue", "1"],
    });
    const first = await opened(server, endless);
    expect(await first.next()).not.toBe("");
    const second = await opened(server, long);
    expect(await second.next()).toStartWith(": waiting");
    expect((await server.post("/v1/chat/completions", long)).status).toBe(503);
    second.leave();
    await server.until(({ running }) => running === 1);
    const third = await opened(server, long);
    expect(await third.next()).toBe(": waiting, next in line\n\n");
    first.leave();
    third.leave();
    await server.until(({ running }) => running === 0);
    const line = /POST \/v1\/chat\/completions 200 \d+ ms: the client disconnected/g;
    while (server.stderr.match(line)?.length !== 3) await server.health();
    expect(server.stderr).not.toContain("failed");
  });
});

test("a stream whose prompt is long begins before its prompt is read", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home, [await slowToRead()]);
  const body = { messages: [{ role: "user", content: longPrompt }], stream: true };
  const stream = await opened(server, body);
  expect(await stream.next()).toMatch(/^: (?:reading|waiting)/);
  expect((await server.health()).running).toBe(1);
  stream.leave();
  await server.until(({ running }) => running === 0);
});

test("a stream whose model can't be loaded is refused with its own status", async () => {
  using home = new Sandbox();
  home.configure('[alias]\ngone = "none.gguf"\n');
  await using server = await TestServer.start(home, []);
  const response = await server.post("/v1/chat/completions", { ...long, model: "gone" });
  expect(response.status).toBe(404);
});

test("a stream waits for its model to load, and has its answer then", async () => {
  using home = new Sandbox();
  const model = join(home.folder, "slow.gguf");
  await slowToLoad(model);
  await using server = await TestServer.start(home, ["demo", model], { args: ["--model-memory", "1MB"] });
  const body = { model: "slow.gguf", prompt: "Hello", grammar: 'root ::= "Hi."', stream: true };
  expect((await server.health()).models).toEqual(["slow.gguf"]);
  await (await server.post("/v1/completions", { prompt: "Hello", max_tokens: 1 })).text();
  expect((await server.health()).models).toEqual(["demo"]);
  const streaming = server.post("/v1/completions", body);
  await server.until(({ running }) => running === 1);
  const text = await (await streaming).text();
  expect(textOfCompletion(text)).toBe("Hi.");
  expect(text).toEndWith("data: [DONE]\n\n");
});

function textOfCompletion(stream: string): string {
  return [...stream.matchAll(/^data: (\{.*\})$/gm)]
    .map(([, json = ""]) => (JSON.parse(json) as { choices: { text: string }[] }).choices[0]?.text ?? "")
    .join("");
}

test("a connection serves the next request after a stream", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home);
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname).setEncoding("utf8");
  const json = JSON.stringify(long);
  const ask = (): void => {
    const head = `POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${json.length}`;
    socket.write(`${head}\r\n\r\n${json}`);
  };
  ask();
  let text = "";
  let ends = 0;
  for await (const part of socket) {
    text += part;
    const found = text.split("\r\n0\r\n\r\n").length - 1;
    if (found === 3) break;
    if (found > ends) ask();
    ends = found;
  }
  expect(text.match(/^HTTP\/1\.1 200/gm)).toHaveLength(3);
  expect(text.match(/data: \[DONE\]/g)).toHaveLength(3);
});
