import { describe, expect, test } from "bun:test";
import { createServer, type Server } from "node:net";
import { AnechatError } from "../../src/base/errors.ts";
import type { RpcVersion } from "../../src/llama/library.ts";
import { parseRpcServers, probeRpcServer } from "../../src/rpc/probe.ts";
import { fuzz } from "../formats/fuzz.ts";

const version: RpcVersion = [7, 0];

describe("a list of rpc servers", () => {
  test("takes names and IPv4 addresses, with a port or llama.cpp's own", () => {
    expect(parseRpcServers("gpu-box:1234, 192.168.1.20 ,node_1.lan:50053")).toEqual([
      "gpu-box:1234",
      "192.168.1.20:50052",
      "node_1.lan:50053",
    ]);
  });

  test.each(["", "a,,b", ":50052", "box:", "box:0", "box:65536", "box:x", "bo x:1", "-box:1", "http://box"])(
    "refuses %p and shows the right form",
    (text) => {
      const error = refusal(() => parseRpcServers(text));
      expect(error.code).toBe("usage");
      expect(error.hint).toContain("192.168.1.20:50052");
    },
  );

  test.each(["[::1]:50052", "::1", "fe80::1:50052"])(
    "reports that %p is IPv6, which llama.cpp can't use",
    (text) => {
      expect(refusal(() => parseRpcServers(text)).message).toContain("IPv6");
    },
  );
});

describe("an rpc server that is probed", () => {
  test("reports the memory of each device", async () => {
    await using server = await answering([hello(7, 0), count(2), memory(5n, 6n), memory(7n, 2n ** 40n)]);
    expect(await probeRpcServer(server.address, version)).toEqual([
      { free: 5, total: 6 },
      { free: 7, total: 2 ** 40 },
    ]);
  });

  test("may be of a lower minor version, but of no other major one", async () => {
    await using older = await answering([hello(7, 0), count(1), memory(1n, 1n)]);
    expect(await probeRpcServer(older.address, [7, 1])).toHaveLength(1);
    for (const [major, minor] of [
      [6, 0],
      [7, 1],
      [8, 0],
    ] as const) {
      await using other = await answering([hello(major, minor)]);
      const error = await failure(probeRpcServer(other.address, version));
      expect(error.message).toContain(
        `speaks version ${major}.${minor} of llama.cpp's RPC, this anechat 7.0`,
      );
    }
  });

  test("has to have devices, but not thousands", async () => {
    for (const claimed of [0, 65, 2 ** 32 - 1]) {
      await using server = await answering([hello(7, 0), count(claimed)]);
      expect((await failure(probeRpcServer(server.address, version))).message).toContain(
        `${claimed} devices`,
      );
    }
  });

  test("that does not answer is an error after the time limit", async () => {
    await using server = await answering([]);
    const error = await failure(probeRpcServer(server.address, version, 50));
    expect(error.message).toContain("accepts the connection and does not answer");
    expect(error.hint).toContain("one client at a time");
  });

  test("that is another program is recognized", async () => {
    await using web = await answering([new TextEncoder().encode("HTTP/1.1 400 Bad Request\r\n\r\n")], true);
    expect((await failure(probeRpcServer(web.address, version))).message).toContain("is not an rpc server");
    await using closing = await answering([new Uint8Array(0)], true);
    expect((await failure(probeRpcServer(closing.address, version))).message).toContain(
      "closed the connection",
    );
  });

  test("that doesn't answer is named, and so is an unknown host", async () => {
    const gone = await answering([]);
    await gone[Symbol.asyncDispose]();
    expect((await failure(probeRpcServer(gone.address, version))).message).toBe(
      `No rpc server answers at ${gone.address}: the connection was refused`,
    );
    expect((await failure(probeRpcServer("nobody.invalid:1", version))).message).toContain(
      "nobody.invalid has no IPv4 address",
    );
  });

  test("may answer any bytes: they are accepted, or refused with a reason", async () => {
    const answers = Buffer.concat([hello(7, 0), count(1), memory(3n, 4n)]);
    const damaged: Uint8Array[] = [];
    fuzz(answers, 100, (bytes) => damaged.push(bytes));
    let taken = 0;
    for (const bytes of damaged) {
      // The parts that the requests read, then the end.
      await using server = await answering([bytes.slice(0, 36), bytes.slice(36, 48), bytes.slice(48)], true);
      try {
        const [device] = await probeRpcServer(server.address, version, 1000);
        expect(device?.free).toBeNumber();
        taken += 1;
      } catch (error) {
        if (!(error instanceof AnechatError) || error.code !== "network") throw error;
      }
    }
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(damaged.length);
  });
});

type FakeServer = AsyncDisposable & { address: string };

/**
 * A server on loopback that gives these answers, one for each request.
 * @param closes the connection after the last answer that isn't empty
 */
async function answering(answers: readonly Uint8Array[], closes = false): Promise<FakeServer> {
  const server: Server = createServer((socket) => {
    // A request is a command, the length of its data, and the data.
    let received = Buffer.alloc(0);
    let next = 0;
    socket.on("error", () => {});
    socket.on("data", (bytes: Buffer) => {
      received = Buffer.concat([received, bytes]);
      while (received.length >= 9 && received.length >= 9 + received.readUInt32LE(1)) {
        received = received.subarray(9 + received.readUInt32LE(1));
        const answer = answers[next++];
        if (answer !== undefined && answer.length > 0) socket.write(answer);
        if (closes && answers.slice(next).every(({ length }) => length === 0)) socket.end();
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const bound = server.address();
  if (typeof bound !== "object" || bound === null) throw new Error("it has no port");
  return {
    address: `127.0.0.1:${bound.port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

/** As ggml's server answers: the length, then the bytes. */
function reply(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(8);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

const hello = (major: number, minor: number): Uint8Array =>
  reply(Uint8Array.of(major, minor, 0, 0, ...new Uint8Array(24)));
const count = (devices: number): Uint8Array => reply(new Uint8Array(Uint32Array.of(devices).buffer));
const memory = (free: bigint, total: bigint): Uint8Array =>
  reply(new Uint8Array(BigUint64Array.of(free, total).buffer));

function refusal(action: () => unknown): AnechatError {
  try {
    action();
  } catch (error) {
    if (error instanceof AnechatError) return error;
  }
  throw new Error("nothing was refused");
}

async function failure(work: Promise<unknown>): Promise<AnechatError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AnechatError) return error;
  throw new Error("nothing failed as it should");
}
