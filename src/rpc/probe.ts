/**
 * Checks an rpc server before llama.cpp connects, because llama.cpp ends the process when a server
 * is missing, busy or of another version. The protocol is ggml's (ggml/src/ggml-rpc/ggml-rpc.cpp).
 */
import { connect, type Socket } from "node:net";
import { AnechatError, errorCode } from "../base/errors.ts";
import { systemReason } from "../base/system-errors.ts";
import type { RpcVersion } from "../llama/library.ts";

/** Memory of one device, in bytes. */
type RpcDevice = { free: number; total: number };

/** GGML_RPC_MAX_SERVERS. */
export const maxRpcServers = 16;

/** As llama.cpp's rpc-server. */
export const defaultPort = 50052;

/** Time limit for connecting, and for each answer. */
const patienceMs = 5000;

const commands = { deviceMemory: 11, hello: 14, deviceCount: 15 } as const;

/** Bytes of the transport capabilities; zeros mean TCP only. */
const capabilities = 24;

/** More than one machine has; a larger count is not an rpc server's. */
const maxDevices = 64;

/**
 * @param text "gpu-box:50052,192.168.1.20"
 * @returns each as "host:port"
 * @throws AnechatError `usage`
 */
export function parseRpcServers(text: string): string[] {
  return text.split(",").map((part) => rpcServerAddress(part.trim()));
}

/** @returns "host:port" @throws AnechatError `usage` for what can't be an address */
function rpcServerAddress(text: string): string {
  if (text.startsWith("[") || text.split(":").length > 2) {
    throw new AnechatError(
      "usage",
      `The rpc server "${text}" has an IPv6 address, which llama.cpp's RPC can't use`,
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
  throw new AnechatError("usage", `"${text}" is not the address of an rpc server`, {
    hint: "Give it as 192.168.1.20:50052 or gpu-box:50052, several with commas in between.",
  });
}

/**
 * @param address "host:port"
 * @param version of this side
 * @param limitMs for connecting, and for each answer
 * @returns its devices
 * @throws AnechatError `network` with the reason why llama.cpp could not use it
 */
export async function probeRpcServer(
  address: string,
  version: RpcVersion,
  limitMs: number = patienceMs,
): Promise<RpcDevice[]> {
  using connection = await Connection.open(address, limitMs);
  const hello = await connection.ask(commands.hello, new Uint8Array(capabilities), 4 + capabilities);
  const major = hello.getUint8(0);
  const minor = hello.getUint8(1);
  if (major !== version[0] || minor > version[1]) {
    throw new AnechatError(
      "network",
      `The rpc server ${address} speaks version ${major}.${minor} of llama.cpp's RPC, ` +
        `this anechat ${version.join(".")}`,
      { hint: "Use the same version of anechat (or llama.cpp) on both machines." },
    );
  }
  const count = (await connection.ask(commands.deviceCount, new Uint8Array(0), 4)).getUint32(0, true);
  if (count < 1 || count > maxDevices) throw notAnRpcServer(address, `it claims to have ${count} devices`);
  const devices: RpcDevice[] = [];
  for (let index = 0; index < count; index++) {
    const which = new Uint8Array(Uint32Array.of(index).buffer);
    const memory = await connection.ask(commands.deviceMemory, which, 16);
    const [free, total] = [memory.getBigUint64(0, true), memory.getBigUint64(8, true)];
    devices.push({ free: Number(free), total: Number(total) });
  }
  return devices;
}

/** A connection with one request at a time. */
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
    // llama.cpp connects to IPv4 only.
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

  /** @param size bytes of the answer */
  async ask(command: number, question: Uint8Array, size: number): Promise<DataView> {
    const head = new DataView(new ArrayBuffer(9));
    head.setUint8(0, command);
    head.setBigUint64(1, BigInt(question.length), true);
    this.#socket.write(new Uint8Array(head.buffer));
    if (question.length > 0) this.#socket.write(question);
    const answer = await this.#read(8 + size);
    const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
    const claimed = view.getBigUint64(0, true);
    if (claimed !== BigInt(size))
      throw notAnRpcServer(this.#address, "its answer is not of the RPC protocol");
    return new DataView(answer.buffer, answer.byteOffset + 8, size);
  }

  /** Exactly `size` bytes; anything more before the next request is a fault. */
  #read(size: number): Promise<Uint8Array> {
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    const received = new Uint8Array(size);
    let length = 0;
    const timer = setTimeout(() => reject(silent(this.#address)), this.#limitMs);
    const onData = (bytes: Uint8Array): void => {
      if (length + bytes.length > size) {
        reject(notAnRpcServer(this.#address, "its answer is not of the RPC protocol"));
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
      `The rpc server ${address} can't be found: ${host} has no IPv4 address`,
      {
        hint: "Check the name, or give an IP address: --rpc 192.168.1.20:50052",
        cause,
      },
    );
  }
  return new AnechatError("network", `No rpc server answers at ${address}: ${systemReason(code) ?? code}`, {
    hint:
      'Start one there: "anechat worker --host ADDRESS --port PORT". ' +
      "Without --host only that machine itself can connect.",
    cause,
  });
}

function silent(address: string): AnechatError {
  return new AnechatError("network", `${address} accepts the connection and does not answer`, {
    hint:
      "An rpc server serves one client at a time. " +
      "Wait for the other client, or start a server on another port.",
  });
}

function notAnRpcServer(address: string, why: string): AnechatError {
  return new AnechatError("network", `${address} is not an rpc server that this anechat can use: ${why}`, {
    hint: "It may be another program, or an rpc server of another version of llama.cpp.",
  });
}
