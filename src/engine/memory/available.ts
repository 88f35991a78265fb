/**
 * How much memory this process can take: what the system has free, or what the
 * limit of its container leaves. What a model needs is told by `memory.ts`.
 */
import { freemem } from "node:os";
import { cgroupFolders, type ReadText, readSystemText } from "../../base/cgroup.ts";

/** Files that tell a process's share of memory; replaceable so that tests can bring their own. */
export type MemorySources = {
  platform: NodeJS.Platform;
  readText: ReadText;
  /** Bytes, for systems without such files. */
  free: () => number;
};

/** Bytes that can be taken without pushing others out: what the system has free, or a container's limit leaves. */
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
  // macOS counts file caches as used, so os.freemem() would refuse what fits; Bun asks the kernel properly.
  free: () => process.availableMemory?.() ?? freemem(),
};

/** The tightest limit of this process's control groups, from its own up to the root. */
function cgroupAvailable(readText: ReadText): number | undefined {
  const { unified, legacy } = cgroupFolders(readText, "memory");
  const bytes = (path: string): number | undefined => {
    const text = readText(path)?.trim();
    // "max" (v2) means no limit, as does the largest page-aligned number (v1), which never is the smallest.
    return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
  };
  /** File pages that a group counts as used, but gives up when asked. */
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
