/** A streamed answer waits for a slow client, up to a limit. */
import { describe, expect, test } from "bun:test";
import { connect } from "node:net";
import { eventStream, type StreamEvent } from "../../src/server/event-stream.ts";
import type { Exchange } from "../../src/server/exchange.ts";

type Seen = { abandoned: number; written: number; left: PromiseWithResolvers<void> };

/** The part of an exchange that a stream uses, and counts of its calls. */
function exchange(stall = 60_000): Pick<Exchange, "service" | "abandon" | "written"> & { seen: Seen } {
  const seen: Seen = { abandoned: 0, written: 0, left: Promise.withResolvers() };
  return {
    seen,
    service: { limits: { bytes: 1e6, milliseconds: 1000, stall } } as Exchange["service"],
    abandon: () => {
      seen.abandoned += 1;
      seen.left.resolve();
    },
    written: () => {
      seen.written += 1;
    },
  };
}

const onError = (thrown: unknown): StreamEvent => ({ data: String(thrown) });

async function* counting(count: number, size = 1): AsyncGenerator<StreamEvent, void> {
  for (let index = 0; index < count; index += 1) yield { data: String(index).padEnd(size, ".") };
}

async function* failingAfter(count: number): AsyncGenerator<StreamEvent, void> {
  yield* counting(count);
  throw new Error("broken");
}

describe("a stream of events", () => {
  test("has them all, in order, and reports that it is written", async () => {
    const { seen, ...parts } = exchange();
    const response = await eventStream(counting(3), parts, onError);
    expect(response.headers.get("Content-Type")).toStartWith("text/event-stream");
    expect(await response.text()).toBe("data: 0\n\ndata: 1\n\ndata: 2\n\n");
    expect(seen).toMatchObject({ abandoned: 0, written: 1 });
  });

  test("rejects if its first event fails, and ends with an error event later", async () => {
    const { seen, ...parts } = exchange();
    expect(eventStream(failingAfter(0), parts, onError)).rejects.toThrow("broken");
    const response = await eventStream(failingAfter(2), parts, onError);
    expect(await response.text()).toBe("data: 0\n\ndata: 1\n\ndata: Error: broken\n\n");
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
    const response = await eventStream(endless(), parts, onError);
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
      fetch: () => eventStream(big, parts, onError),
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
});
