/** Bodies are read within limits, and errors name the path of the invalid field. */
import { describe, expect, test } from "bun:test";
import { z } from "zod";
import { countRequest } from "../../src/server/anthropic/schema.ts";
import { ApiError } from "../../src/server/api-error.ts";
import { chatRequest } from "../../src/server/openai/chat-schema.ts";
import { responsesRequest } from "../../src/server/openai/responses-schema.ts";
import { type BodyLimits, check, readBody } from "../../src/server/read-body.ts";

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream | null;

const anything = z.unknown();
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
  refusal(() => readBody(request(body), anything, some));

describe("a body", () => {
  test("is the JSON that was sent, at every chunk size", async () => {
    const json = { text: "añ 🌍", list: [1, null, true] };
    const whole = bytesOf(JSON.stringify(json));
    for (let size = 1; size <= whole.length; size += 1) {
      const chunks = [];
      for (let at = 0; at < whole.length; at += size) chunks.push(whole.subarray(at, at + size));
      expect(await readBody(request(stream(chunks)), anything, limits)).toEqual(json);
    }
  });

  test("may have as many bytes as the limit, and not one more", async () => {
    const text = JSON.stringify("x".repeat(98));
    expect(await readBody(request(text), anything, { ...limits, bytes: 100 })).toBe("x".repeat(98));
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
    expect((await refusal(() => readBody(sent, anything, limits))).kind).toBe("tooLarge");
    expect(pulled).toBe(0);
  });

  test("larger than its Content-Length is still refused at the limit", async () => {
    const sent = request(stream([new Uint8Array(2000)]), { "Content-Length": "10" });
    expect((await refusal(() => readBody(sent, anything, limits))).kind).toBe("tooLarge");
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
    expect(await readBody(request("\ufeff[1]"), anything, limits)).toEqual([1]);
  });

  test("may not contain an unpaired surrogate", async () => {
    for (const body of ['{"a":"\\ud800"}', '{"\\udc00":1}', '["x\\ud83d"]']) {
      expect((await bodyRefusal(body)).message).toContain("unpaired surrogate");
    }
    expect(await readBody(request('["\\ud83d\\ude00"]'), anything, limits)).toEqual(["😀"]);
  });

  test("may be nested up to a limit that protects the stack of later code", async () => {
    const large = { ...limits, bytes: 10e6 };
    const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);
    expect(await readBody(request(nested(100)), anything, large)).toBeArray();
    for (const depth of [1000, 100_000, 1_000_000]) {
      expect((await bodyRefusal(nested(depth), large)).message).toContain("nested deeper than");
      const objects = `${'{"a":'.repeat(depth / 10)}1${"}".repeat(depth / 10)}`;
      if (depth > 1000) expect((await bodyRefusal(objects, large)).message).toContain("nested deeper than");
    }
    // Brackets in a string don't count.
    expect(await readBody(request(JSON.stringify("[".repeat(5000))), anything, large)).toHaveLength(5000);
  });
});

const hello = { role: "user", content: "Hi" };
const faultOf = async (schema: z.ZodType, json: unknown): Promise<[string | undefined, string]> => {
  const { kind, path, message } = await refusal(() => check(schema, json));
  expect(kind).toBe("invalid");
  return [path, message];
};

describe("a fault", () => {
  test.each([
    [{ messages: "Hi" }, "messages"],
    [{ messages: [] }, "messages"],
    [{ messages: [hello, 5] }, "messages[1]"],
    [{ messages: [{ role: "robot", content: "" }] }, "messages[0].role"],
    [{ messages: [{ role: "user" }] }, "messages[0].content"],
    [
      { messages: [hello, { role: "user", content: [{ type: "text", text: 5 }] }] },
      "messages[1].content[0].text",
    ],
    [{ messages: [{ role: "user", content: [{ type: "image_url" }] }] }, "messages[0].content[0].type"],
    [{ messages: [hello], temperature: "hot" }, "temperature"],
    [{ messages: [hello], stop: ["a", 5] }, "stop[1]"],
    [{ messages: [hello], tool_choice: { type: "function" } }, "tool_choice.function"],
    [
      { messages: [hello], tools: [{ type: "function", function: { name: "a b" } }] },
      "tools[0].function.name",
    ],
    [{ messages: [hello], logit_bias: { one: 1 } }, "logit_bias.one"],
    [{ messages: [hello], response_format: { type: "xml" } }, "response_format.type"],
    [{ messages: [hello], keep_alive: "soon" }, "keep_alive"],
  ] as [object, string][])("of a chat request has its path: %j", async (json, path) => {
    const [found, message] = await faultOf(chatRequest, json);
    expect([found, message.startsWith(`${path}: `)]).toEqual([path, true]);
  });

  test("of an item is reported for the item's type", async () => {
    const item = { type: "function_call", call_id: 1, name: "a", arguments: "{}" };
    expect((await faultOf(responsesRequest, { input: [item] }))[0]).toBe("input[0].call_id");
    const output = { type: "function_call_output", call_id: "a", output: [{ type: "input_text" }] };
    expect((await faultOf(responsesRequest, { input: [output] }))[0]).toBe("input[0].output[0].text");
    expect((await faultOf(responsesRequest, { input: [{ role: "robot", content: "" }] }))[0]).toBe(
      "input[0].role",
    );
    const [path, message] = await faultOf(responsesRequest, { input: [{ type: "computer_call" }] });
    expect(path).toBe("input[0].type");
    expect(message).toContain("function_call_output");
  });

  test("of a content block has its path", async () => {
    const json = { model: "m", messages: [{ role: "user", content: [{ type: "text" }] }] };
    expect((await faultOf(countRequest, json))[0]).toBe("messages[0].content[0].text");
  });

  test("of the whole body has no path", async () => {
    for (const json of [null, 5, "text", []]) {
      const [path, message] = await faultOf(chatRequest, json);
      expect([path, message.startsWith("The body: expected object")]).toEqual([undefined, true]);
    }
  });

  test("in a field's name comes with the nearest name", async () => {
    const [path, message] = await faultOf(chatRequest, { messages: [hello], temprature: 1 });
    expect([path, message]).toEqual([
      "temprature",
      "temprature: there is no such field. Did you mean temperature?",
    ]);
  });

  test("that is an unknown field is refused, also in nested objects and as __proto__", async () => {
    expect((await faultOf(chatRequest, { messages: [hello], audio: {} }))[1]).toBe(
      "audio: there is no such field.",
    );
    expect((await faultOf(chatRequest, { messages: [{ ...hello, image: "x" }] }))[0]).toBe(
      "messages[0].image",
    );
    const poisoned: unknown = JSON.parse('{"messages":[{"role":"user","content":"Hi"}],"__proto__":{"n":2}}');
    expect((await faultOf(chatRequest, poisoned))[0]).toBe("__proto__");
  });
});
