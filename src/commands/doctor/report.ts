/**
 * Collects the facts for a bug report. It names no person, machine, model or key: paths are shown
 * relative to the home folder, and environment variables by name only.
 */
import { lstatSync, readdirSync } from "node:fs";
import { arch, cpus, release, type as systemType, totalmem } from "node:os";
import { join, sep } from "node:path";
import { version } from "../../../package.json";
import { readSystemText } from "../../base/cgroup.ts";
import { messageOf } from "../../base/errors.ts";
import { type Environment, homeFolder } from "../../base/paths.ts";
import type { Io } from "../../cli/io.ts";
import { availableMemory } from "../../engine/memory/available.ts";
import { allowedCores, defaultThreads } from "../../engine/threads/cores.ts";
import { hubCacheFolder } from "../../hub/cache.ts";
import { type CpuChoice, cpuVariants } from "../../llama/cpu-variant.ts";
import { libraryFolder } from "../../llama/libraries.ts";
import { type Device, loadLibrary, systemInfo } from "../../llama/library.ts";

export type Report = {
  versions: { anechat: string; bun: string; llamaCpp: string | null };
  system: { kernel: string; distribution: string | null; libc: string | null };
  cpu: {
    cores: number;
    /** Cores that this process may use. */
    allowed: number;
    /** Null if the native library can't be loaded; see `problem`. */
    compute: {
      /** The default of --threads. */
      threads: number;
      chosen: CpuChoice;
      /** CPU variants that this processor can run, best first. */
      variants: string[];
      /** How many CPU variants there are in all: a build may hold those of one machine only. */
      inside: number;
    } | null;
  };
  /** Bytes. */
  memory: { available: number; total: number };
  devices: Device[];
  folders: Folder[];
  /** Names of the variables that are set and affect anechat. */
  environment: string[];
  /** Why the native library can't be loaded. */
  problem: string | null;
};

type Folder = {
  name: string;
  /** "~/.cache/anechat", or the variable that sets another place. */
  path: string;
  /** Size of all files; null if the folder doesn't exist. */
  bytes: number | null;
};

export function makeReport(io: Io): Report {
  const native = computing(io);
  return {
    versions: { anechat: version, bun: Bun.version, llamaCpp: native.llamaCpp },
    system: {
      kernel: `${systemType()} ${release()} ${arch()}`,
      distribution: /^PRETTY_NAME="?([^"\n]*)/m.exec(readSystemText("/etc/os-release") ?? "")?.[1] ?? null,
      libc: glibcVersion(),
    },
    cpu: { cores: cpus().length, allowed: allowedCores(), compute: native.compute },
    memory: { available: availableMemory(), total: totalmem() },
    devices: native.devices,
    folders: folders(io),
    environment: Object.keys(io.env).filter(isRelevant).sort(),
    problem: native.problem,
  };
}

type Computing = Pick<Report, "devices" | "problem"> & {
  llamaCpp: string | null;
  compute: Report["cpu"]["compute"];
};

function computing(io: Io): Computing {
  try {
    const folder = libraryFolder(io.unpacked());
    const native = loadLibrary(folder, io.env);
    const { version: llamaCpp, devices, cpu } = systemInfo(native);
    const inside = cpuVariants(native, folder);
    const usable = inside.filter(({ score }) => score > 0);
    const compute = {
      threads: defaultThreads(native),
      chosen: cpu,
      variants: usable.map(({ name }) => name),
      inside: inside.length,
    };
    return { llamaCpp, devices, compute, problem: null };
  } catch (error) {
    const message = messageOf(error);
    return {
      llamaCpp: null,
      devices: [],
      compute: null,
      problem: message.replaceAll(io.paths.cache, "(the cache)").replaceAll(homeFolder(io.env), "~"),
    };
  }
}

/** Null if the C library isn't glibc. */
function glibcVersion(): string | null {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  const found = report?.header?.glibcVersionRuntime;
  return found === undefined ? null : `glibc ${found}`;
}

function folders({ env, paths }: Io): Folder[] {
  const known = [
    { name: "settings", path: paths.config, variables: ["XDG_CONFIG_HOME", "APPDATA"] },
    { name: "chats", path: paths.data, variables: ["XDG_DATA_HOME", "LOCALAPPDATA"] },
    { name: "cache", path: paths.cache, variables: ["XDG_CACHE_HOME", "LOCALAPPDATA"] },
    { name: "servers", path: paths.runtime, variables: ["XDG_RUNTIME_DIR", "XDG_CACHE_HOME"] },
    {
      name: "models of the Hub",
      path: hubCacheFolder(env),
      variables: ["HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE", "HF_HOME", "XDG_CACHE_HOME"],
    },
  ];
  return known.map(({ name, path, variables }) => ({
    name,
    path: shownPath(path, variables, env),
    bytes: bytesBelow(path) ?? null,
  }));
}

/** The name of a folder outside the home folder may be private. */
function shownPath(path: string, variables: readonly string[], env: Environment): string {
  const home = homeFolder(env);
  if (path === home || path.startsWith(home + sep)) return `~${path.slice(home.length)}`;
  return `elsewhere, by ${variables.find((name) => env[name]) ?? "the system"}`;
}

/** Links are not followed. Undefined if the path doesn't exist or can't be read. */
function bytesBelow(path: string): number | undefined {
  try {
    const stats = lstatSync(path);
    if (!stats.isDirectory()) return stats.isFile() ? stats.size : 0;
  } catch {
    return undefined;
  }
  try {
    return readdirSync(path).reduce((sum, name) => sum + (bytesBelow(join(path, name)) ?? 0), 0);
  } catch {
    // Another user's folder.
    return 0;
  }
}

function isRelevant(name: string): boolean {
  return (
    /^(ANECHAT_|HF_|HUGGING|XDG_|GGML_|CUDA_VISIBLE|VK_|NO_COLOR$|FORCE_COLOR$|TERM$|COLORTERM$)/.test(
      name,
    ) || /^(https?|all|no)_proxy$/i.test(name)
  );
}
