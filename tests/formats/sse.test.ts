/** Written event streams are read back, and any stream is read by the standard's rules. */
import { expect, test } from "bun:test";
import { AnechatError } from "../../src/base/errors.ts";
import { formatEvent, readEvents, type ServerEvent } from "../../src/formats/sse.ts";
import { fuzz } from "./fuzz.ts";

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(stream: string | Uint8Array, size = Number.MAX_SAFE_INTEGER): Promise<ServerEvent[]> {
  const bytes = typeof stream === "string" ? bytesOf(stream) : stream;
  return Array.fromAsync(readEvents(chunks(bytes, size)));
}

const dataOf = async (stream: string): Promise<string[]> => (await read(stream)).map(({ data }) => data);

test("written events are read back, including line breaks", async () => {
  const events = [
    { event: undefined, data: '{"a":1}' },
    { event: "message_stop", data: "" },
    { event: undefined, data: "one\ntwo\n\nthree\n" },
    { event: "ping", data: " leading space, ünïcödé 🌍" },
  ];
  const stream = events
    .map(({ event, data }) => formatEvent({ data, ...(event === undefined ? {} : { event }) }))
    .join("");
  expect(await read(stream)).toEqual(events);
});

test("an event is written in the usual form", () => {
  expect(formatEvent({ data: "[DONE]" })).toBe("data: [DONE]\n\n");
  expect(formatEvent({ event: "error", data: "a\r\nb" })).toBe("event: error\ndata: a\ndata: b\n\n");
});

test("the standard's examples are read as specified", async () => {
  // https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
  expect(await dataOf("data: YHOO\ndata: +2\ndata: 10\n\n")).toEqual(["YHOO\n+2\n10"]);
  expect(
    await dataOf(
      ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n",
    ),
  ).toEqual(["first event", "second event"]);
  expect(await dataOf("data\n\ndata\ndata\n\ndata:")).toEqual(["", "\n"]);
  expect(await dataOf("data:test\n\ndata: test\n\n")).toEqual(["test", "test"]);
});

test("lines may end in CR, LF or CRLF, and a byte order mark may come first", async () => {
  expect(await dataOf("data: a\r\rdata: b\r\n\r\ndata: c\n\n")).toEqual(["a", "b", "c"]);
  expect(await dataOf("\ufeffdata: a\n\ndata: \ufeffb\n\n")).toEqual(["a", "\ufeffb"]);
});

test("comments, unknown fields and events without data are ignored", async () => {
  const stream = ": keep-alive\n\nretry: 10\nfoo: bar\n\nevent: empty\n\ndata: a\n\n";
  expect(await read(stream)).toEqual([{ event: undefined, data: "a" }]);
});

test("chunks may be split anywhere", async () => {
  const stream = bytesOf("\ufeffevent: é\r\ndata: 🌍\r\ndata: b\r\r\n: x\n\ndata: c\n\r\ndata: d\r\n\r\n");
  const whole = await read(stream);
  expect(whole.map(({ data }) => data)).toEqual(["🌍\nb", "c", "d"]);
  for (let size = 1; size < stream.length; size += 1) expect(await read(stream, size)).toEqual(whole);
});

test("an endless event is rejected before it fills the memory", async () => {
  let sent = 0;
  async function* endless(text: string): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      sent += 1;
      yield bytesOf(text);
    }
  }
  for (const text of ["data: more and more", "data: more and more\n", ": a comment"]) {
    sent = 0;
    const reading = Array.fromAsync(readEvents(endless(text), 1000));
    expect(reading).rejects.toThrow("An event of the stream has more than 1000 characters");
    await reading.catch(() => {});
    expect(sent).toBeLessThan(100);
  }
});

test("leaving the iteration closes the body", async () => {
  let isClosed = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(bytesOf("data: a\n\n")),
    cancel: () => {
      isClosed = true;
    },
  });
  for await (const _ of readEvents(body)) break;
  expect(isClosed).toBe(true);
});

test("damaged streams give the same events or error for any chunks", async () => {
  const stream = bytesOf(
    `\ufeff: hello\n\n${formatEvent({ event: "delta", data: '{"text":"añ\\n🌍"}' })}data: a\r\ndata: b\r\n\r\n` +
      `id: 7\nretry: 5\ndata\n\n${formatEvent({ data: "[DONE]" })}`,
  );
  const damaged: Uint8Array[] = [];
  fuzz(stream, 2000, (bytes) => damaged.push(bytes));
  for (const bytes of damaged) {
    const outcome = (size: number): Promise<ServerEvent[] | string> =>
      Array.fromAsync(readEvents(chunks(bytes, size), 60)).catch((error: unknown) => {
        if (!(error instanceof AnechatError)) throw error;
        return error.code;
      });
    const whole = await outcome(bytes.length || 1);
    expect(await outcome(3)).toEqual(whole);
  }
});
