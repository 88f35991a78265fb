/** Chooses the GPU backends of a build: by flag, else as last time, else what this machine has. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildFolder } from "./process.ts";

export const gpuBackends = ["cuda", "metal", "vulkan"] as const;
export type GpuBackend = (typeof gpuBackends)[number];

/** Keeps a choice by flag: `npm start` must not undo what `npm run build -- --vulkan` did. */
const choiceFile = join(buildFolder, "backends.json");

export type BackendFlags = Partial<Record<GpuBackend | "cpu", boolean>>;

/** For parseArgs of node:util. `--cpu` means no GPU backend. */
export const backendOptions = {
  cuda: { type: "boolean" },
  metal: { type: "boolean" },
  vulkan: { type: "boolean" },
  cpu: { type: "boolean" },
} as const;

export function chooseBackends(flags: BackendFlags): GpuBackend[] {
  const chosen = gpuBackends.filter((backend) => flags[backend]);
  if (chosen.length > 0 || flags.cpu) {
    mkdirSync(buildFolder, { recursive: true });
    writeFileSync(choiceFile, JSON.stringify(chosen));
    return chosen;
  }
  return lastChoice() ?? found();
}

function lastChoice(): GpuBackend[] | undefined {
  if (!existsSync(choiceFile)) return undefined;
  const choice: unknown = JSON.parse(readFileSync(choiceFile, "utf8"));
  return Array.isArray(choice) ? gpuBackends.filter((backend) => choice.includes(backend)) : undefined;
}

function found(): GpuBackend[] {
  if (process.platform === "darwin") return ["metal"];
  const toolkit = cudaToolkit();
  return toolkit !== undefined && hasCublas(toolkit) ? ["cuda"] : [];
}

/** The folder that holds bin/nvcc: from CUDA's variables, the path, or the usual place. */
export function cudaToolkit(): string | undefined {
  const { CUDACXX, CUDA_PATH, CUDA_HOME } = process.env;
  const nvcc = CUDACXX ?? Bun.which("nvcc") ?? undefined;
  const candidates = [CUDA_PATH, CUDA_HOME, nvcc && dirname(dirname(nvcc)), "/usr/local/cuda"];
  return candidates.find(
    (folder) => folder && ["nvcc", "nvcc.exe"].some((name) => existsSync(join(folder, "bin", name))),
  );
}

/** nvcc alone is not enough: some distributions package cuBLAS separately. */
function hasCublas(toolkit: string): boolean {
  const targets = join(toolkit, "targets");
  const roots = [
    toolkit,
    ...(existsSync(targets) ? readdirSync(targets).map((name) => join(targets, name)) : []),
  ];
  return roots.some((root) => existsSync(join(root, "include", "cublas_v2.h")));
}
