/** `anechat worker`: runs an rpc server on this machine until a signal ends it. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { AnechatError, exitCodes, writeFailure } from "../../base/errors.ts";
import { formatBytes, plural } from "../../base/format.ts";
import { isLoopback } from "../../base/network.ts";
import type { Io } from "../../cli/io.ts";
import { defaultThreads } from "../../engine/threads/cores.ts";
import { libraryFolder } from "../../llama/libraries.ts";
import { type Device, loadLibrary, systemInfo } from "../../llama/library.ts";
import { anyAddress, findRpcAddress, startRpcServer } from "../../rpc/server.ts";
import { sanitize } from "../../terminal/sanitize.ts";

export type WorkerFlags = {
  host: string;
  port: number;
  threads?: number;
  device?: readonly string[];
  cache?: boolean;
  verbose?: boolean;
};

/** @returns the exit code after a signal */
export async function worker(flags: WorkerFlags, io: Io): Promise<number> {
  // Also for a signal during the start.
  using interrupt = io.onInterrupt();
  const stopped = new Promise<number>((resolve) => {
    interrupt.signal.addEventListener("abort", () => resolve(exitCodes.interrupted));
  });
  return await Promise.race([stopped, serve(flags, io)]);
}

/** @throws AnechatError if the server can't start, or when it ends */
async function serve(flags: WorkerFlags, io: Io): Promise<never> {
  const print = (line: string): void => void io.stderr.write(`${sanitize(line)}\n`);
  const at = await findRpcAddress(flags.host, flags.port);
  const native = loadLibrary(libraryFolder(io.unpacked()), io.env);
  const system = systemInfo(native);
  const devices = chosenDevices(system.devices, flags.device);
  const threads = flags.threads ?? defaultThreads(native);
  const { address, port } = at;
  const { heartbeatFailure, ended } = await startRpcServer(native, system, at, {
    threads,
    devices,
    ...(flags.cache ? { cache: cacheFolder(io) } : {}),
    verbose: flags.verbose === true,
    onWarning: print,
  });
  if (heartbeatFailure !== undefined) {
    print(
      `Warning: can't listen on UDP port ${port} (${heartbeatFailure}): ` +
        "clients won't notice if this worker hangs.",
    );
  }
  print(`The worker listens on ${address}:${port} and offers`);
  for (const device of devices) print(`  ${describe(device, threads)}`);
  const here = address === anyAddress ? "THIS-MACHINE" : address;
  print(`Use it with: anechat MODEL --rpc ${here}:${port}`);
  if (!isLoopback(address)) {
    print(
      `Warning: other machines can reach ${address}. llama.cpp's RPC protocol has neither ` +
        "encryption nor keys: anyone who can connect can use this machine. " +
        "Use it in networks that you trust, never on the internet.",
    );
  }
  return ended;
}

/**
 * By default the GPUs, else the CPU, as llama.cpp's own rpc-server does.
 * @throws AnechatError `usage`
 */
function chosenDevices(devices: readonly Device[], names: readonly string[] | undefined): Device[] {
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
