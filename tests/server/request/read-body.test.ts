/** Bodies are read within limits, and are valid JSON. */
import { describe, expect, test } from "bun:test";
import { ApiError } from "../../../src/server/api-error.ts";
import { type BodyLimits, readJson } from "../../../src/server/request/read-body.ts";

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream | null;

const limits: BodyLimits = { bytes: 1000, milliseconds: 60_000 };
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function request(body: Body, headers: Record<string, string> = {}): Request {
  return new Request("http://localhost/", { method: "POST", body, headers });
}

/** A stream of these chunks. With `open`, it neither continues nor ends after them. */
function stream(chunks: Uint8Array[], { open = false, onCancel = () => {} } = {}): ReadableStream {
  const rest = [...chunks];
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const next = rest.shift();
      if (next !== undefined) controller.enqueue(next);
      else if (open) return new Promise<void>(() => {});
      else controller.close();
    },
    cancel: onCancel,
  });
}

async function refusal(read: () => unknown): Promise<ApiError> {
  try {
    await read();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

const bodyRefusal = (body: Body, some = limits): Promise<ApiError> =>
  refusal(() => readJson(request(body), some));

describe("a body", () => {
  test("is the JSON that was sent, at every chunk size", async () => {
    const json = { text: "añ 🌍", list: [1, null, true] };
    const whole = bytesOf(JSON.stringify(json));
    for (let size = 1; size <= whole.length; size += 1) {
      const chunks = [];
      for (let at = 0; at < whole.length; at += size) chunks.push(whole.subarray(at, at + size));
      expect(await readJson(request(stream(chunks)), limits)).toEqual(json);
    }
  });

  test("may have as many bytes as the limit, and not one more", async () => {
    const text = JSON.stringify("x".repeat(98));
    expect(await readJson(request(text), { ...limits, bytes: 100 })).toBe("x".repeat(98));
    expect((await bodyRefusal(text, { ...limits, bytes: 99 })).kind).toBe("tooLarge");
    const error = await bodyRefusal(stream([bytesOf(text)]), { ...limits, bytes: 99 });
    expect([error.kind, error.message]).toEqual(["tooLarge", "The body is larger than 99 bytes"]);
  });

  test("with a Content-Length over the limit is not read", async () => {
    let pulled = 0;
    const count = (): void => {
      pulled += 1;
    };
    const body = new ReadableStream({ pull: count }, { highWaterMark: 0 });
    const sent = request(body, { "Content-Length": "1001" });
    expect((await refusal(() => readJson(sent, limits))).kind).toBe("tooLarge");
    expect(pulled).toBe(0);
  });

  test("larger than its Content-Length is still refused at the limit", async () => {
    const sent = request(stream([new Uint8Array(2000)]), { "Content-Length": "10" });
    expect((await refusal(() => readJson(sent, limits))).kind).toBe("tooLarge");
  });

  test("that never ends times out with 408", async () => {
    const { promise: cancelled, resolve } = Promise.withResolvers<void>();
    const body = stream([bytesOf('{"messages":')], { open: true, onCancel: () => resolve() });
    const error = await bodyRefusal(body, { ...limits, milliseconds: 1 });
    expect([error.kind, error.status]).toEqual(["timeout", 408]);
    await cancelled;
  });

  test("over the limit is not read further", async () => {
    const { promise: cancelled, resolve } = Promise.withResolvers<void>();
    const body = stream([new Uint8Array(2000)], { open: true, onCancel: () => resolve() });
    expect((await bodyRefusal(body)).kind).toBe("tooLarge");
    await cancelled;
  });

  test("that is empty or not JSON is refused with the reason", async () => {
    for (const body of [null, "", " \n"]) expect((await bodyRefusal(body)).message).toContain("is empty");
    for (const body of ["{", "{'a': 1}", "nul", '"\n"', "[1,]", "1 2"]) {
      expect(await bodyRefusal(body)).toMatchObject({ kind: "invalid", path: undefined });
      expect((await bodyRefusal(body)).message).toStartWith("The body is not valid JSON: ");
    }
  });

  test("that isn't UTF-8 is refused, not repaired", async () => {
    const damaged: number[][] = [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xe4]];
    for (const bytes of damaged) {
      const body = Uint8Array.from([0x22, ...bytes, 0x22]);
      expect((await bodyRefusal(body)).message).toBe("The body is not valid UTF-8");
    }
  });

  test("may begin with a byte order mark", async () => {
    expect(await readJson(request("\ufeff[1]"), limits)).toEqual([1]);
  });

  test("may not contain an unpaired surrogate", async () => {
    for (const body of ['{"a":"\\ud800"}', '{"\\udc00":1}', '["x\\ud83d"]']) {
      expect((await bodyRefusal(body)).message).toContain("unpaired surrogate");
    }
    expect(await readJson(request('["\\ud83d\\ude00"]'), limits)).toEqual(["😀"]);
  });

  test("may be nested up to a limit that protects the stack of later code", async () => {
    const large = { ...limits, bytes: 10e6 };
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(await readJson(request(nested(100)), large)).toBeArray();
    for (const depth of [1000, 100_000, 1_000_000]) {
      expect((await bodyRefusal(nested(depth), large)).message).toContain("nested deeper than");
      const objects = `${'{"a":'.repeat(depth / 10)}1${"}".repeat(depth / 10)}`;
      if (depth > 1000) expect((await bodyRefusal(objects, large)).message).toContain("nested deeper than");
    }
    // Brackets in a string don't count.
    expect(await readJson(request(JSON.stringify("[".repeat(5000))), large)).toHaveLength(5000);
  });
});
