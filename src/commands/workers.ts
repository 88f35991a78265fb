/** The workers of --rpc, before llama.cpp connects to them. */
import { askWorker, type RpcVersion } from "../llama/rpc.ts";
import type { Io } from "./io.ts";

/**
 * @param addresses of --rpc
 * @returns bytes that are free on all of them
 * @throws AnechatError `network` for the first that llama.cpp could not use
 */
export async function workersMemory(
  addresses: readonly string[] = [],
  version: RpcVersion,
  io: Pick<Io, "workers">,
): Promise<number> {
  const free = await Promise.all(
    addresses.map(async (address) => {
      const known = io.workers.get(address);
      if (known !== undefined) return known;
      const devices = await askWorker(address, version);
      const sum = devices.reduce((total, device) => total + device.free, 0);
      io.workers.set(address, sum);
      return sum;
    }),
  );
  return free.reduce((sum, bytes) => sum + bytes, 0);
}
