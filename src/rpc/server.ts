/**
 * Runs llama.cpp's RPC server in this process: other machines compute with this one's devices. The
 * clients' side is machines.ts.
 */
import { lookup } from "node:dns/promises";
import { createServer, isIPv4 } from "node:net";
import { AnechatError, errorCode, reasonOf } from "../base/errors.ts";
import type { Device, Native, RpcVersion, SystemInfo } from "../llama/library.ts";
import { lastError, takeLog } from "../llama/native.ts";
import { answerHeartbeats } from "./heartbeat.ts";
import { probeRpcServer } from "./probe.ts";

/** Where an rpc server can listen: an IPv4 address of this machine, and a free port. */
export type RpcAddress = { address: string; port: number };

type RpcServerOptions = {
  threads: number;
  devices: readonly Device[];
  /** Where large weights are cached; missing: they are sent again for each load. */
  cache?: string;
  verbose: boolean;
  /** Receives llama.cpp's warnings and errors. */
  onWarning(line: string): void;
};

type RpcServer = {
  /** Why heartbeats can't be answered, for example "the port is in use"; undefined: they are. */
  heartbeatFailure: string | undefined;
  /** Rejects when the server ends. It never resolves. */
  ended: Promise<never>;
};

/** All IPv4 addresses of this machine. */
export const anyAddress = "0.0.0.0";

/** How often llama.cpp's log and the state of its server are read. */
const watchMs = 500;

/** A socket either listens well within this time or never does. */
const startMs = 10_000;

/**
 * Checks an address before anything is loaded. ggml's server itself reports no reasons.
 * @param host a name or an IPv4 address of this machine
 * @param port 0: any free one
 * @throws AnechatError `usage`, `network` or `noAccess` for what can't be listened on
 */
export async function findRpcAddress(host: string, port: number): Promise<RpcAddress> {
  const address = await addressOf(host);
  return { address, port: await freePort(address, host, port) };
}

/**
 * Starts listening. The server stays until the process ends.
 * @throws AnechatError `network`, `engineUnavailable`
 */
export async function startRpcServer(
  native: Native,
  { rpc }: SystemInfo,
  { address, port }: RpcAddress,
  { devices, threads, cache, verbose, onWarning }: RpcServerOptions,
): Promise<RpcServer> {
  const spec = {
    endpoint: `${address}:${port}`,
    threads,
    devices: devices.map(({ name }) => name),
    ...(cache === undefined ? {} : { cache }),
    verbose,
  };
  if (native.anechat_rpc_server_start(JSON.stringify(spec)) !== 0) {
    throw new AnechatError("engineUnavailable", `The rpc server can't start: ${lastError(native)}`);
  }
  await untilItListens(native, address, port, rpc);
  const heartbeatFailure = await answerHeartbeats(address, port).then(() => undefined, reasonOf);
  return { heartbeatFailure, ended: watch(native, onWarning) };
}

/** ggml's server takes nothing but an IPv4 address. @throws AnechatError `usage` */
async function addressOf(host: string): Promise<string> {
  let cause: unknown;
  try {
    const { address } = await lookup(host, { family: 4 });
    if (isIPv4(address)) return address;
  } catch (error) {
    cause = error;
  }
  throw new AnechatError("usage", `--host: "${host}" has no IPv4 address`, {
    hint:
      `Give an address of this machine, or ${anyAddress} for all of them. ` +
      "llama.cpp's RPC can't use IPv6.",
    cause,
  });
}

/** @param host as typed, for errors @returns the port, chosen for 0 */
async function freePort(address: string, host: string, port: number): Promise<number> {
  const server = createServer();
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once("error", reject);
  server.listen({ host: address, port, exclusive: true }, () => {
    const bound = server.address();
    resolve(typeof bound === "object" && bound !== null ? bound.port : port);
  });
  try {
    const found = await promise;
    await new Promise((closed) => server.close(closed));
    return found;
  } catch (cause) {
    throw portFailure(host, port, cause);
  }
}

function portFailure(host: string, port: number, cause: unknown): AnechatError {
  const code = errorCode(cause);
  switch (code) {
    case "EADDRINUSE":
      return new AnechatError("network", `Port ${port} is in use on ${host}`, {
        hint: "A worker may be running already. Choose another port with --port; 0 takes any free one.",
        cause,
      });
    case "EADDRNOTAVAIL":
      return new AnechatError("usage", `--host: ${host} is not an address of this machine`, {
        hint: `Give one of its addresses, or ${anyAddress} for all of them.`,
        cause,
      });
    case "EACCES":
      return new AnechatError("noAccess", `Port ${port} needs privileges that you don't have`, {
        hint: "Choose a port of 1024 or more with --port.",
        cause,
      });
    default:
      return new AnechatError("network", `Can't listen on port ${port} of ${host}: ${reasonOf(cause)}`, {
        cause,
      });
  }
}

/** Connects as a client would. @throws AnechatError `network` if it never answers */
async function untilItListens(
  native: Native,
  address: string,
  port: number,
  version: RpcVersion,
): Promise<void> {
  const end = performance.now() + startMs;
  for (;;) {
    try {
      await probeRpcServer(`${address === anyAddress ? "127.0.0.1" : address}:${port}`, version);
      return;
    } catch (cause) {
      if (native.anechat_rpc_server_ended() !== 0 || performance.now() > end) {
        throw new AnechatError("network", `The rpc server can't listen on ${address}:${port}`, { cause });
      }
      await Bun.sleep(10);
    }
  }
}

/** Passes warnings on. @throws AnechatError when the server ends */
async function watch(native: Native, onWarning: (line: string) => void): Promise<never> {
  for (;;) {
    for (const line of takeLog(native)) if (/^[EW] /.test(line)) onWarning(line.slice(2));
    if (native.anechat_rpc_server_ended() !== 0) {
      throw new AnechatError("network", "The rpc server stopped listening", { hint: "Start it again." });
    }
    await Bun.sleep(watchMs);
  }
}
