/** What computes, in a word for people. */
import { type Native, systemInfo } from "../../llama/library.ts";

/** The GPUs and workers that hold layers; without a GPU, the CPU. */
export function deviceName(native: Native, gpuLayers: number | undefined): string {
  if (gpuLayers === 0) return "CPU";
  const { devices } = systemInfo(native);
  const gpus = devices.filter(({ type }) => type === "gpu" || type === "igpu").map(({ name }) => name);
  // ggml describes a worker's device by the worker's address.
  const workers = devices
    .filter(({ type }) => type === "rpc")
    .map(({ description }) => `RPC[${description}]`);
  return [...new Set([...(gpus.length === 0 ? ["CPU"] : gpus), ...workers])].join(" + ");
}
