/** A streamed answer waits for a slow client, up to a limit. */
import { describe, expect, test } from "bun:test";
import { connect } from "node:net";
import { eventStream, type StreamEvent } from "../../../src/server/answer/event-stream.ts";
import { Waiting } from "../../../src/server/answer/waiting.ts";
import { ApiError } from "../../../src/server/api-error.ts";
import type { Exchange } from "../../../src/server/exchange.ts";

type Seen = { abandoned: number; written: number; left: PromiseWithResolvers<void> };

/** The part of an exchange that a stream uses, and counts of its calls. */
type Parts = Pick<
  Exchange,
  "service" | "abandon" | "written" | "failed" | "waiting" | "dialect" | "requestId"
>;

function exchange(stall = 60_000): Parts & { seen: Seen } {
  const seen: Seen = { abandoned: 0, written: 0, left: Promise.withResolvers() };
  return {
    seen,
    service: { limits: { bytes: 1e6, milliseconds: 1000, stall } } as Exchange["service"],
    abandon: () => {
      seen.abandoned += 1;
      seen.left.resolve();
    },
    dialect: "own",
    requestId: "req_1",
    waiting: new Waiting(),
    failed: () => {},
    written: () => {
      seen.written += 1;
    },
  };
}

const onError = ({ message }: Error): StreamEvent => ({ data: `broken: ${message}` });

const from = (events: AsyncIterable<StreamEvent>) => Promise.resolve({ events, onError });

async function* counting(count: number, size = 1): AsyncGenerator<StreamEvent, void> {
  for (let index = 0; index < count; index += 1) yield { data: String(index).padEnd(size, ".") };
}

async function* failingAfter(count: number): AsyncGenerator<StreamEvent, void> {
  yield* counting(count);
  throw new ApiError("busy", "broken");
}

describe("a stream of events", () => {
  test("has them all, in order, and reports that it is written", async () => {
    const { seen, ...parts } = exchange();
    const response = await eventStream(from(counting(3)), parts);
    expect(response.headers.get("Content-Type")).toStartWith("text/event-stream");
    expect(await response.text()).toBe("data: 0\n\ndata: 1\n\ndata: 2\n\n");
    expect(seen).toMatchObject({ abandoned: 0, written: 1 });
  });

  test("rejects if its first event fails, and ends with an error event later", async () => {
    const { seen, ...parts } = exchange();
    expect(eventStream(from(failingAfter(0)), parts)).rejects.toThrow("broken");
    const response = await eventStream(from(failingAfter(2)), parts);
    expect(await response.text()).toBe("data: 0\n\ndata: 1\n\ndata: broken: broken\n\n");
    expect(seen).toMatchObject({ abandoned: 0, written: 1 });
  });

  test("makes no more events than are read", async () => {
    let made = 0;
    const endless = async function* (): AsyncGenerator<StreamEvent, void> {
      for (;;) {
        made += 1;
        yield { data: "word" };
      }
    };
    const { seen, ...parts } = exchange();
    const response = await eventStream(from(endless()), parts);
    const reader = response.body?.getReader();
    for (let index = 0; index < 10; index += 1) await reader?.read();
    await reader?.cancel();
    expect(made).toBeLessThan(14);
    expect(seen).toMatchObject({ abandoned: 1, written: 0 });
  });

  test("of a client that reads nothing is cancelled", async () => {
    const { seen, ...parts } = exchange(100);
    // More than any socket buffers.
    const big = counting(10_000, 100_000);
    using server = Bun.serve({
      hostname: "127.0.0.1",
      port: 0,
      idleTimeout: 0,
      fetch: () => eventStream(from(big), parts),
    });
    const socket = connect(server.port ?? 0, "127.0.0.1");
    socket.pause();
    socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    await seen.left.promise;
    // Its generator has ended.
    expect(await big.next()).toEqual({ done: true, value: undefined });
    expect(seen).toMatchObject({ abandoned: 1, written: 1 });
    let tail = "";
    for await (const chunk of socket) {
      tail = (tail + String(chunk)).slice(-500);
      if (tail.endsWith("\r\n0\r\n\r\n")) break;
    }
    expect(tail).toContain("The client read nothing for too long");
  });

  test("begins when the request is accepted, and says what it waits for until the first event", async () => {
    const { seen, ...parts } = exchange();
    const gate = Promise.withResolvers<void>();
    const late = async function* (): AsyncGenerator<StreamEvent, void> {
      await gate.promise;
      yield { data: "word" };
    };
    const starting = eventStream(from(late()), parts, 20);
    parts.waiting.update({ type: "queued", before: 3, promptTokens: 7600 });
    const response = await starting;
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (): Promise<string | undefined> => (await reader?.read())?.value;
    expect(await next()).toBe(": waiting, 3 before you\n\n");
    parts.waiting.update({ type: "progress", evaluated: 1200, total: 7600, cached: 0 });
    // The comment before may be of the time when it was still waiting.
    while ((await next()) !== ": reading 1200 of 7600\n\n");
    gate.resolve();
    let text: string | undefined = "";
    while (text !== "data: word\n\n") text = await next();
    expect((await reader?.read())?.done).toBe(true);
    expect(seen).toMatchObject({ abandoned: 0, written: 1 });
  });

  test("begins after a while although its model is still loading; then a failure is its event", async () => {
    const { seen: _, ...parts } = exchange();
    const failed: unknown[] = [];
    const opening = Promise.withResolvers<never>();
    const response = await eventStream(
      opening.promise,
      { ...parts, dialect: "openai", failed: (error) => failed.push(error) },
      5,
    );
    opening.reject(new ApiError("failed", "the file is damaged"));
    const text = await response.text();
    expect(text).toStartWith(": loading the model\n\n");
    expect(text).toEndWith(
      'data: {"error":{"message":"the file is damaged","type":"server_error","param":null,"code":null}}\n\n',
    );
    expect(failed).toHaveLength(1);
  });

  test("of Anthropic's API also gets its ping events while it waits", async () => {
    const { seen: _, ...parts } = exchange();
    const gate = Promise.withResolvers<void>();
    const late = async function* (): AsyncGenerator<StreamEvent, void> {
      await gate.promise;
      yield { data: "word" };
    };
    const response = await eventStream(from(late()), { ...parts, dialect: "anthropic" }, 5);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe(": loading the model\n\n");
    const second = (await reader?.read())?.value;
    expect(second).toBe(': loading the model\n\nevent: ping\ndata: {"type":"ping"}\n\n');
    gate.resolve();
    let text: string | undefined = "";
    while (text !== "data: word\n\n") text = (await reader?.read())?.value;
  });

  test("of newline-delimited JSON stays open with space, which its readers skip", async () => {
    const { seen: _, ...parts } = exchange();
    const gate = Promise.withResolvers<void>();
    const late = async function* (): AsyncGenerator<StreamEvent, void> {
      await gate.promise;
      yield { data: '{"a":1}' };
      yield { data: '{"a":2}' };
    };
    const response = await eventStream(from(late()), { ...parts, dialect: "ollama" }, 5);
    gate.resolve();
    const lines = (await response.text()).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([{ a: 1 }, { a: 2 }]);
    expect(response.headers.get("Content-Type")).toBe("application/x-ndjson");
  });
});
