/** `anechat worker`: computes for other machines, as ggml's RPC server. What uses it is `--rpc`. */
import { lookup } from "node:dns/promises";
import { mkdirSync } from "node:fs";
import { createServer, isIPv4 } from "node:net";
import { join } from "node:path";
import { AnechatError, errorCode, exitCodes, writeFailure } from "../../base/errors.ts";
import { formatBytes, plural } from "../../base/format.ts";
import { isLoopback } from "../../base/network.ts";
import type { Io } from "../../cli/io.ts";
import { libraryFolder } from "../../llama/libraries.ts";
import { type Device, loadLibrary, type Native, type RpcVersion, systemInfo } from "../../llama/library.ts";
import { lastError, takeLog } from "../../llama/native.ts";
import { answerHeartbeats } from "../../rpc/heartbeat.ts";
import { probeRpcServer } from "../../rpc/probe.ts";
import { sanitize } from "../../terminal/sanitize.ts";

export type WorkerFlags = {
  host: string;
  port: number;
  threads?: number;
  device?: readonly string[];
  cache?: boolean;
  verbose?: boolean;
};

/** How often ggml's log, and whether its server still runs, are looked at. */
const watchMs = 500;

/** A socket is listened on in no time, or never. */
const startMs = 10_000;

/** @returns the exit code, once a signal ends it */
export async function worker(flags: WorkerFlags, io: Io): Promise<number> {
  // A signal counts from the first moment.
  using interrupt = io.onInterrupt();
  const stopped = new Promise<number>((resolve) => {
    interrupt.signal.addEventListener("abort", () => resolve(exitCodes.interrupted));
  });
  return await Promise.race([stopped, listen(flags, io)]);
}

/** Offers this machine until it is ended. @throws AnechatError if it can't, or if the server ends */
async function listen(flags: WorkerFlags, io: Io): Promise<never> {
  const address = await addressOf(flags.host);
  const port = await freePort(address, flags);
  const native = loadLibrary(libraryFolder(io.unpacked()), io.env);
  const system = systemInfo(native);
  const devices = offered(system.devices, flags.device);
  const threads = flags.threads ?? native.anechat_default_threads();
  const spec = {
    endpoint: `${address}:${port}`,
    threads,
    devices: devices.map(({ name }) => name),
    ...(flags.cache ? { cache: cacheFolder(io) } : {}),
    verbose: flags.verbose === true,
  };
  if (native.anechat_worker_start(JSON.stringify(spec)) !== 0) {
    throw new AnechatError("engineUnavailable", `The worker can't start: ${lastError(native)}`);
  }
  await untilItListens(native, address, port, system.rpc);

  const say = (line: string): void => void io.stderr.write(`${sanitize(line)}\n`);
  await answerHeartbeats(address, port).catch((error: unknown) => {
    say(
      `Warning: UDP port ${port} can't be had (${errorCode(error)}): who uses this worker won't notice if it is stopped.`,
    );
  });
  say(`The worker listens on ${address}:${port} and offers`);
  for (const device of devices) say(`  ${describe(device, threads)}`);
  const here = address === anyAddress ? "THIS-MACHINE" : address;
  say(`Use it with: anechat MODEL --rpc ${here}:${port}`);
  if (!isLoopback(address)) {
    say(
      `Warning: other machines can reach ${address}. llama.cpp's RPC protocol has neither encryption nor keys: ` +
        "whoever connects can use this one. It is for networks that you trust, never for the internet.",
    );
  }
  return watch(native, say);
}

const anyAddress = "0.0.0.0";

/** ggml's server takes an IPv4 address and nothing else. @throws AnechatError `usage` */
async function addressOf(host: string): Promise<string> {
  let cause: unknown;
  try {
    const { address } = await lookup(host, { family: 4 });
    if (isIPv4(address)) return address;
  } catch (error) {
    cause = error;
  }
  throw new AnechatError("usage", `--host: "${host}" has no IPv4 address`, {
    hint: `Give one of this machine's, or ${anyAddress} for all of them; llama.cpp's RPC can't use IPv6.`,
    cause,
  });
}

/** What is wrong with a port is found out here, as ggml's server doesn't say. @returns the port, chosen for 0 */
async function freePort(address: string, { host, port }: WorkerFlags): Promise<number> {
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
        hint: "Is a worker running already? --port gives this one another; 0 takes any that is free.",
        cause,
      });
    case "EADDRNOTAVAIL":
      return new AnechatError("usage", `--host: ${host} is no address of this machine`, {
        hint: `Give one of its addresses, or ${anyAddress} for all of them.`,
        cause,
      });
    case "EACCES":
      return new AnechatError("noAccess", `Port ${port} needs rights that you don't have`, {
        hint: "Choose one of 1024 or more with --port.",
        cause,
      });
    default:
      return new AnechatError("network", `Port ${port} of ${host} can't be listened on (${code})`, { cause });
  }
}

/** The GPUs, without any the CPU: as llama.cpp's own server has it. @throws AnechatError `usage` */
function offered(devices: readonly Device[], names: readonly string[] | undefined): Device[] {
  if (names === undefined) {
    const gpus = devices.filter(({ type }) => type === "gpu" || type === "igpu");
    return gpus.length > 0 ? gpus : devices.filter(({ type }) => type === "cpu");
  }
  return names.map((name) => {
    const device = devices.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (device !== undefined) return device;
    throw new AnechatError("usage", `This machine has no device "${name}"`, {
      hint: `It has ${devices.map((one) => one.name).join(", ")}.`,
    });
  });
}

function describe({ name, description, type, free, total }: Device, threads: number): string {
  const computing = type === "cpu" ? `, ${plural(threads, "thread")}` : "";
  const memory = free < total ? `${formatBytes(free)} free of ${formatBytes(total)}` : formatBytes(total);
  return `${name} (${description}): ${memory}${computing}`;
}

function cacheFolder(io: Io): string {
  const folder = join(io.paths.cache, "rpc");
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw writeFailure(folder, cause, "Leave --cache out: then weights are sent each time.");
  }
  return folder;
}

/** Asks it as a client would. @throws AnechatError `network` if it never answers */
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
      if (native.anechat_worker_ended() !== 0 || performance.now() > end) {
        throw new AnechatError("network", `The worker can't listen on ${address}:${port}`, { cause });
      }
      await Bun.sleep(10);
    }
  }
}

/** Passes on what goes wrong. @throws AnechatError if the server ends */
async function watch(native: Native, say: (line: string) => void): Promise<never> {
  for (;;) {
    for (const line of takeLog(native)) if (/^[EW] /.test(line)) say(line.slice(2));
    if (native.anechat_worker_ended() !== 0) {
      throw new AnechatError("network", "The worker stopped listening", { hint: "Start it again." });
    }
    await Bun.sleep(watchMs);
  }
}
