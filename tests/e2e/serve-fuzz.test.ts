/** Random and malformed requests are answered or refused, and leak nothing. */
import { expect, test } from "bun:test";
import { connect } from "node:net";
import { seededRandom } from "../../scripts/random.ts";
import { routes } from "../../src/server/routes.ts";
import { deadlineMs, Sandbox } from "../fixtures/executable.ts";
import { question } from "../fixtures/questions.ts";
import { damaged, type Json, sampleRequests } from "../fixtures/requests.ts";
import { TestServer } from "../fixtures/server.ts";

type State = { handles: number; memory: number };

/** Waits until no request is running. */
async function stateOf(server: TestServer): Promise<State> {
  await server.until(({ running }) => running === 0);
  return { handles: server.handles, memory: await server.residentMemory() };
}

async function expectNoLeak(server: TestServer, before: State): Promise<void> {
  let now = await stateOf(server);
  // The last connections may still be closing.
  while (now.handles > before.handles + 1) now = await stateOf(server);
  expect(now.memory - before.memory).toBeLessThan(80e6);
  const answer = await server.post("/v1/chat/completions", question);
  expect(await answer.text()).toContain("The capital of Peru is Lima.");
}

const methodOf = (path: string): string => routes.find((route) => route.path === path)?.method ?? "POST";

/**
 * A server with named models refuses to change those on disk, and the demo has no tokens to fill in
 * the middle.
 */
function expectedOf(path: string): number[] {
  if (path === "/infill") return [400, 404, 501];
  return ["/api/pull", "/api/delete"].includes(path) ? [400, 403] : [200, 400, 404];
}

test("damaged requests to every endpoint are answered or refused with an error", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home, ["demo"], { args: ["--no-save"] });
  const samples = sampleRequests("demo");
  const random = seededRandom(11);
  const send = async (path: string, body: string): Promise<number> => {
    const response = await server.fetch(path, { method: methodOf(path), body, keepalive: false });
    await response.text();
    return response.status;
  };
  const seen = new Map<string, Set<number>>();
  const sendDamaged = async (rounds: number): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all(
        Object.entries(samples).map(async ([path, sample]) => {
          let body: Json = sample;
          if (typeof body === "object" && body !== null) body = damaged(body, random);
          const text = JSON.stringify(body);
          // Every tenth round sends invalid JSON.
          const sent = round % 10 === 0 ? text.slice(0, random.below(text.length)) : text;
          const statuses = seen.get(path) ?? new Set();
          seen.set(path, statuses.add(await send(path, sent)));
        }),
      );
    }
  };
  // First load and compile everything that is kept, errors included.
  for (const [path, sample] of Object.entries(samples)) await send(path, JSON.stringify(sample));
  await sendDamaged(30);
  const before = await stateOf(server);
  await sendDamaged(100);
  const unexpected = [...seen].flatMap(([path, statuses]) =>
    [...statuses].filter((status) => !expectedOf(path).includes(status)).map((status) => `${path} ${status}`),
  );
  expect(unexpected).toEqual([]);
  expect([...seen.values()].every((statuses) => statuses.has(400))).toBe(true);
  await expectNoLeak(server, before);
}, 120_000);

test("GET paths may contain anything", async () => {
  using home = new Sandbox();
  await using server = await TestServer.start(home, ["demo"], { args: ["--no-save"] });
  const odd = [
    "",
    "%00",
    "%ff",
    "..%2f..%2fetc%2fpasswd",
    "9".repeat(400),
    "-1",
    "1e5",
    "%F0%9F%98%80",
    "a".repeat(8000),
  ];
  for (const word of odd) {
    for (const path of [
      "/v1/models/",
      "/api/v1/chat/conversation/",
      "/api/v1/model-info?model=",
      "/health?",
      "/",
    ]) {
      const { status } = await server.fetch(path + word);
      expect([200, 400, 404, 414, 431]).toContain(status);
    }
  }
  expect((await server.fetch("/health")).status).toBe(200);
});

test(
  "malformed or incomplete HTTP affects only its own connection",
  async () => {
    using home = new Sandbox();
    await using server = await TestServer.start(home, ["demo"], { args: ["--no-save"] });
    const before = await stateOf(server);
    const { hostname, port } = new URL(server.url);
    const random = seededRandom(5);
    const head = "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n";
    const malformed = [
      "\r\n\r\n",
      "GET\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
      `${head}Content-Length: -1\r\n\r\n{}`,
      `${head}Content-Length: 99999999999999999999\r\n\r\n{}`,
      `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
      `${head}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\nGET /`,
      `${head}Content-Length: 1000\r\n\r\n{"messages": [`,
      ...Array.from({ length: 100 }, () =>
        String.fromCharCode(...Array.from({ length: 200 }, () => random.below(256))),
      ),
    ];
    await Promise.all(
      malformed.map(
        (bytes) =>
          new Promise<void>((resolve) => {
            const socket = connect(Number(port), hostname);
            // Whichever comes first: a response, or the end of the connection by either side.
            socket.on("data", () => socket.destroy());
            socket.on("error", () => {});
            socket.on("close", () => resolve());
            socket.write(bytes, "latin1", () => socket.end());
          }),
      ),
    );
    await expectNoLeak(server, before);
  },
  2 * deadlineMs,
);
