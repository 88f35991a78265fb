/**
 * How much memory this process can allocate: free memory of the system, or less if a container has
 * a limit. estimate.ts says how much a model needs.
 */
import { freemem } from "node:os";
import { cgroupFolders, type ReadText, readSystemText } from "../../base/cgroup.ts";

/** Where the facts come from; tests pass their own. */
export type MemorySources = {
  platform: NodeJS.Platform;
  readText: ReadText;
  /** Bytes, for systems without such files. */
  free: () => number;
};

/** Bytes that can be allocated without swapping. */
export function availableMemory(sources: MemorySources = systemSources): number {
  if (sources.platform !== "linux") return sources.free();
  const system = /^MemAvailable:\s+(\d+) kB/m.exec(sources.readText("/proc/meminfo") ?? "")?.[1];
  return Math.min(
    system === undefined ? sources.free() : Number(system) * 1024,
    cgroupAvailable(sources.readText) ?? Infinity,
  );
}

const systemSources: MemorySources = {
  platform: process.platform,
  readText: readSystemText,
  // On macOS, os.freemem() counts file caches as used, and models that fit would be refused.
  free: () => process.availableMemory?.() ?? freemem(),
};

/** The smallest amount that any of this process's control groups leaves, up to the root. */
function cgroupAvailable(readText: ReadText): number | undefined {
  const { unified, legacy } = cgroupFolders(readText, "memory");
  const bytes = (path: string): number | undefined => {
    const text = readText(path)?.trim();
    // No limit is "max" in v2. In v1 it is a huge number, which is never the minimum.
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
  };
  /** File pages count as used, but the kernel can reclaim them. */
  const reclaimable = (folder: string): number => {
    const found = /^(?:total_)?inactive_file (\d+)$/m.exec(readText(`${folder}/memory.stat`) ?? "")?.[1];
    return Number(found ?? 0);
  };
  const left = (folder: string, limitFile: string, usedFile: string): number | undefined => {
    const limit = bytes(`${folder}/${limitFile}`);
    const used = bytes(`${folder}/${usedFile}`);
    if (limit === undefined || used === undefined) return undefined;
    return Math.max(0, limit - used + reclaimable(folder));
  };
  const found = [
    ...unified.map((folder) => left(folder, "memory.max", "memory.current")),
    ...legacy.map((folder) => left(folder, "memory.limit_in_bytes", "memory.usage_in_bytes")),
  ].filter((value) => value !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}
