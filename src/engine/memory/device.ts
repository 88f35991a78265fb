/** The name of the devices that compute, as shown to the user. */
import { type Native, systemInfo } from "../../llama/library.ts";

/** The GPUs and RPC servers that hold layers; without a GPU, the CPU. */
export function deviceName(native: Native, gpuLayers: number | undefined): string {
  if (gpuLayers === 0) return "CPU";
  const { devices } = systemInfo(native);
  const gpus = devices.filter(({ type }) => type === "gpu" || type === "igpu").map(({ name }) => name);
  // ggml's description of an RPC device is the server's address.
  const rpcServers = devices
    .filter(({ type }) => type === "rpc")
    .map(({ description }) => `RPC[${description}]`);
  return [...new Set([...(gpus.length === 0 ? ["CPU"] : gpus), ...rpcServers])].join(" + ");
}
