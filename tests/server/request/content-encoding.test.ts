/** Compressed bodies are read within the same limits as others. */
import { describe, expect, test } from "bun:test";
import {
  brotliCompressSync,
  constants,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from "node:zlib";
import { seededRandom } from "../../../scripts/random.ts";
import { ApiError } from "../../../src/server/api-error.ts";
import { type BodyLimits, readJson } from "../../../src/server/request/read-body.ts";

const limits: BodyLimits = { bytes: 10_000, milliseconds: 60_000 };
const json = { text: "añ 🌍", list: [1, null, true] };

const read = (body: Uint8Array, encoding: string, some: Partial<BodyLimits> = {}): Promise<unknown> =>
  readJson(
    new Request("http://localhost/", {
      method: "POST",
      body: Uint8Array.from(body),
      headers: { "Content-Encoding": encoding },
    }),
    { ...limits, ...some },
  );

async function refusal(reading: Promise<unknown>): Promise<ApiError> {
  const error = await reading.then(
    () => new Error("it was accepted"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof ApiError) return error;
  throw error;
}

type Compress = (bytes: Uint8Array) => Uint8Array;

const encodings: readonly [name: string, compress: Compress][] = [
  ["gzip", gzipSync],
  ["x-gzip", gzipSync],
  ["GZip", gzipSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
  ["br", (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 2 } })],
  ["zstd", zstdCompressSync],
  ["identity", (bytes) => bytes],
  ["", (bytes) => bytes],
  ["identity, gzip", gzipSync],
  // In the order in which they were applied.
  ["deflate, gzip", (bytes) => gzipSync(deflateSync(bytes))],
];

const encoded = (value: unknown, compress: Compress): Uint8Array =>
  compress(new TextEncoder().encode(JSON.stringify(value)));

describe("a body", () => {
  test.each(encodings)("in the encoding %j is decompressed", async (name, compress) => {
    expect(await read(encoded(json, compress), name)).toEqual(json);
  });

  test.each(encodings.filter(([name]) => /gzip|deflate|br|zstd/i.test(name)))(
    "in the encoding %j may have as many bytes as the limit, and not one more",
    async (name, compress) => {
      const body = encoded("x".repeat(98), compress);
      expect(await read(body, name, { bytes: 100 })).toBe("x".repeat(98));
      const error = await refusal(read(body, name, { bytes: 99 }));
      const message = "The body is larger than 99 bytes when decompressed";
      expect([error.status, error.message]).toEqual([413, message]);
    },
  );

  test.each(encodings.filter(([name]) => /^(?:gzip|deflate|br|zstd)$/.test(name)))(
    "of a few kB in %j that stands for 100 MB is refused before it fills the memory",
    async (name, compress) => {
      const bomb = compress(new Uint8Array(100_000_000));
      expect(bomb.length).toBeLessThan(200_000);
      const before = process.memoryUsage.rss();
      expect((await refusal(read(bomb, name, { bytes: 200_000 }))).status).toBe(413);
      expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
    },
  );

  test("that is larger than the limit before it is decompressed is refused, too", async () => {
    const random = crypto.getRandomValues(new Uint8Array(20_000));
    expect((await refusal(read(gzipSync(random), "gzip"))).status).toBe(413);
  });

  test.each(["compress", "exi", "gzip, compress", "gzip, gzip, gzip", "__proto__", "constructor", "é"])(
    "in the encoding %j is refused, with the names of the others",
    async (name) => {
      const error = await refusal(read(gzipSync("{}"), name));
      expect(error.status).toBe(415);
      expect(error.message).toEndWith("is not supported. Use gzip, deflate, br or zstd.");
    },
  );

  test("that is not in its encoding is refused", async () => {
    for (const name of ["gzip", "deflate", "br", "zstd"]) {
      const error = await refusal(read(new TextEncoder().encode('{"a": 1} and more'), name));
      const message = `The body is not valid ${name}, as its Content-Encoding says`;
      expect([error.status, error.message]).toEqual([400, message]);
    }
  });

  test("in any encoding that is damaged anywhere is refused, or is the JSON that it holds", async () => {
    const random = seededRandom(20_261_201);
    const outcomes = { accepted: 0, refused: 0 };
    for (const [name, compress] of encodings) {
      for (let round = 0; round < 150; round += 1) {
        const body = Uint8Array.from(encoded(json, compress));
        for (let count = 1 + random.below(3); count > 0; count -= 1) {
          body[random.below(body.length)] = random.below(256);
        }
        const cut = random.below(3) === 0 ? body.subarray(0, random.below(body.length)) : body;
        try {
          await read(cut, name);
          outcomes.accepted += 1;
        } catch (error) {
          if (!(error instanceof ApiError)) throw error;
          expect([400, 413]).toContain(error.status);
          outcomes.refused += 1;
        }
      }
    }
    expect(outcomes.accepted).toBeGreaterThan(10);
    expect(outcomes.refused).toBeGreaterThan(500);
  });
});
