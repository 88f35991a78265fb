/**
 * Loads the native library with the modules that work on this machine. It is the only global state:
 * a process loads it once, in the Worker that owns all native handles.
 */
import type { Environment } from "../base/paths.ts";
import { type CpuChoice, chooseCpu } from "./cpu-variant.ts";
import { lastError, openNative, takeString, unusable } from "./native.ts";
import type { Native } from "./symbols.ts";

export type { Native } from "./symbols.ts";

export type Device = {
  name: string;
  description: string;
  type: "cpu" | "gpu" | "igpu" | "accel" | "rpc";
  /** Bytes. */
  free: number;
  total: number;
};

/** Version of llama.cpp's RPC protocol. A server's minor version may be lower than ours. */
export type RpcVersion = readonly [major: number, minor: number];

export type SystemInfo = {
  version: string;
  devices: Device[];
  rpc: RpcVersion;
  /** The CPU module in use, and why it was chosen. */
  cpu: CpuChoice;
};

type Loaded = { native: Native; cpu: CpuChoice };

const loaded = new Map<string, Loaded>();

/**
 * @param folder of libanechat and the backend modules
 * @param env may choose the CPU module, see cpu-variant.ts
 * @returns the functions of symbols.ts; the same object for every call in a thread
 * @throws AnechatError `engineUnavailable`, or `badConfig` for a wrong variable
 */
export function loadLibrary(folder: string, env: Environment): Native {
  const existing = loaded.get(folder);
  if (existing !== undefined) return existing.native;
  const native = openNative(folder);
  const { path, ...cpu } = chooseCpu(native, folder, env);
  if (native.anechat_init(folder, path) !== 0) throw unusable(lastError(native));
  loaded.set(folder, { native, cpu });
  return native;
}

/** Versions and devices of this machine. @param native from {@link loadLibrary} */
export function systemInfo(native: Native): SystemInfo {
  const cpu = [...loaded.values()].find((one) => one.native === native)?.cpu;
  return { ...JSON.parse(takeString(native, native.anechat_system())), cpu } as SystemInfo;
}
