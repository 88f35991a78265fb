/**
 * Asks an RPC worker who it is: llama.cpp itself ends the process where a worker is not there, is busy or speaks
 * another version, so all of it is asked before. The protocol is ggml's own (ggml/src/ggml-rpc/ggml-rpc.cpp); what
 * is computed over it is llama.cpp's matter.
 */
import { connect, type Socket } from "node:net";
import { AnechatError, errorCode } from "../base/errors.ts";
import type { RpcVersion } from "../llama/library.ts";

/** A device of a worker; in bytes. */
export type RpcDevice = { free: number; total: number };

/** GGML_RPC_MAX_SERVERS. */
export const maxRpcServers = 16;

/** Of llama.cpp's own rpc-server, too. */
export const defaultPort = 50052;

/** How long a worker may take to be reached, and then for each of its answers. */
const patienceMs = 5000;

const commands = { deviceMemory: 11, hello: 14, deviceCount: 15 } as const;

/** What a side can besides TCP: nothing, in zeros. */
const capabilities = 24;

/** A worker is one machine. */
const mostDevices = 64;

/**
 * @param text "gpu-box:50052,192.168.1.20"
 * @returns each as "host:port"
 * @throws AnechatError `usage`
 */
export function parseRpcServers(text: string): string[] {
  return text.split(",").map((part) => rpcServerAddress(part.trim()));
}

/** @throws AnechatError `usage` for what can't be the address of a worker */
export function rpcServerAddress(text: string): string {
  if (text.startsWith("[") || text.split(":").length > 2) {
    throw new AnechatError(
      "usage",
      `The worker "${text}" has an IPv6 address, which llama.cpp's RPC can't use`,
      {
        hint: "Give an IPv4 address or a name: --rpc 192.168.1.20:50052",
      },
    );
  }
  const [host = "", port = String(defaultPort)] = text.split(":");
  const isHost = /^[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?$/i.test(host);
  if (isHost && /^\d{1,5}$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535) {
    return `${host}:${Number(port)}`;
  }
  throw new AnechatError("usage", `"${text}" is no address of a worker`, {
    hint: "It has to look like 192.168.1.20:50052 or gpu-box:50052; several are separated by commas.",
  });
}

/**
 * @param address "host:port"
 * @param version what this side speaks
 * @param limitMs for reaching it, and for each of its answers
 * @returns its devices
 * @throws AnechatError `network` that says why llama.cpp could not use it
 */
export async function probeRpcServer(
  address: string,
  version: RpcVersion,
  limitMs: number = patienceMs,
): Promise<RpcDevice[]> {
  using line = await Connection.open(address, limitMs);
  const hello = await line.ask(commands.hello, new Uint8Array(capabilities), 4 + capabilities);
  const major = hello.getUint8(0);
  const minor = hello.getUint8(1);
  if (major !== version[0] || minor > version[1]) {
    throw new AnechatError(
      "network",
      `The worker ${address} speaks version ${major}.${minor} of llama.cpp's RPC, this anechat ${version.join(".")}`,
      { hint: "Use the same version of anechat (or llama.cpp) on both machines." },
    );
  }
  const count = (await line.ask(commands.deviceCount, new Uint8Array(0), 4)).getUint32(0, true);
  if (count < 1 || count > mostDevices) throw notAnRpcServer(address, `it claims to have ${count} devices`);
  const devices: RpcDevice[] = [];
  for (let index = 0; index < count; index++) {
    const which = new Uint8Array(Uint32Array.of(index).buffer);
    const memory = await line.ask(commands.deviceMemory, which, 16);
    const [free, total] = [memory.getBigUint64(0, true), memory.getBigUint64(8, true)];
    devices.push({ free: Number(free), total: Number(total) });
  }
  return devices;
}

/** A connection on which each question waits for its answer. */
class Connection implements Disposable {
  readonly #address: string;
  readonly #socket: Socket;
  readonly #limitMs: number;

  private constructor(address: string, socket: Socket, limitMs: number) {
    this.#address = address;
    this.#socket = socket;
    this.#limitMs = limitMs;
  }

  static async open(address: string, limitMs: number): Promise<Connection> {
    const [host = "", port] = address.split(":");
    // llama.cpp looks for IPv4 alone, too.
    const socket = connect({ host, port: Number(port), family: 4, noDelay: true });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => reject(unreachable(address, "ETIMEDOUT")), limitMs);
    socket.once("connect", resolve);
    socket.once("error", (cause) => reject(unreachable(address, errorCode(cause), cause)));
    try {
      await promise;
      return new Connection(address, socket, limitMs);
    } catch (error) {
      socket.destroy();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** @param size bytes that the answer has to have */
  async ask(command: number, question: Uint8Array, size: number): Promise<DataView> {
    const head = new DataView(new ArrayBuffer(9));
    head.setUint8(0, command);
    head.setBigUint64(1, BigInt(question.length), true);
    this.#socket.write(new Uint8Array(head.buffer));
    if (question.length > 0) this.#socket.write(question);
    const answer = await this.#read(8 + size);
    const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
    const claimed = view.getBigUint64(0, true);
    if (claimed !== BigInt(size)) throw notAnRpcServer(this.#address, "it answers something else");
    return new DataView(answer.buffer, answer.byteOffset + 8, size);
  }

  /** Exactly so many bytes: nothing follows before the next question. */
  #read(size: number): Promise<Uint8Array> {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const received = new Uint8Array(size);
    let length = 0;
    const timer = setTimeout(() => reject(silent(this.#address)), this.#limitMs);
    const onData = (bytes: Uint8Array): void => {
      if (length + bytes.length > size) {
        reject(notAnRpcServer(this.#address, "it answers something else"));
        return;
      }
      received.set(bytes, length);
      length += bytes.length;
      if (length === size) resolve(received);
    };
    const onEnd = (): void => reject(notAnRpcServer(this.#address, "it closed the connection"));
    this.#socket.on("data", onData);
    this.#socket.on("close", onEnd);
    this.#socket.on("error", onEnd);
    if (this.#socket.destroyed) onEnd();
    return promise.finally(() => {
      clearTimeout(timer);
      this.#socket.off("data", onData);
      this.#socket.off("close", onEnd);
      this.#socket.off("error", onEnd);
    });
  }

  [Symbol.dispose](): void {
    this.#socket.on("error", () => {});
    this.#socket.destroy();
  }
}

function unreachable(address: string, code: string, cause?: Error): AnechatError {
  const host = address.split(":")[0];
  if (["ENOTFOUND", "EAI_AGAIN", "ENODATA", "EAI_NODATA"].includes(code)) {
    return new AnechatError(
      "network",
      `The worker ${address} can't be found: no IPv4 address for ${host} (${code})`,
      {
        hint: "Check the name, or give the address itself: --rpc 192.168.1.20:50052",
        cause,
      },
    );
  }
  return new AnechatError("network", `No worker answers at ${address} (${code})`, {
    hint: 'Start one there: "anechat worker --host ADDRESS --port PORT". Without --host it listens for its own machine alone.',
    cause,
  });
}

function silent(address: string): AnechatError {
  return new AnechatError("network", `${address} takes the connection and says nothing`, {
    hint: "A worker computes for one program at a time: wait for the other, or start a worker on another port.",
  });
}

function notAnRpcServer(address: string, why: string): AnechatError {
  return new AnechatError("network", `${address} is no worker that this anechat can use: ${why}`, {
    hint: "It may be another program, or a worker of another version of llama.cpp.",
  });
}
