/**
 * How much memory this process can take: what the system has free, or what the
 * limit of its container leaves. What a model needs is told by `memory.ts`.
 */
import { readFileSync } from "node:fs";
import { freemem } from "node:os";

/** Files that tell a process's share of memory; replaceable so that tests can bring their own. */
export type MemorySources = {
  platform: NodeJS.Platform;
  /** Text of a file, or undefined when it can't be read. */
  readText: (path: string) => string | undefined;
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
  readText(path) {
    try {
      return readFileSync(path, "utf8");
    } catch {
      // Another kernel, another container: such a file is optional.
      return undefined;
    }
  },
  // macOS counts file caches as used, so os.freemem() would refuse what fits; Bun asks the kernel properly.
  free: () => process.availableMemory?.() ?? freemem(),
};

/** The tightest limit of this process's control groups, from its own up to the root. */
function cgroupAvailable(readText: MemorySources["readText"]): number | undefined {
  const groups = readText("/proc/self/cgroup") ?? "";
  const unified = /^0::(.*)$/m.exec(groups)?.[1];
  const legacy = /^\d+:(?:[^:]*,)?memory(?:,[^:]*)?:(.*)$/m.exec(groups)?.[1];
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
    ...ancestors("/sys/fs/cgroup", unified).map((folder) => left(folder, "memory.max", "memory.current")),
    ...ancestors("/sys/fs/cgroup/memory", legacy).map((folder) =>
      left(folder, "memory.limit_in_bytes", "memory.usage_in_bytes"),
    ),
  ].filter((value) => value !== undefined);
  return found.length === 0 ? undefined : Math.min(...found);
}

/** A group's folder and those above it: a limit binds all groups below. Inside a container only the root is seen. */
function ancestors(root: string, group: string | undefined): string[] {
  if (group === undefined) return [];
  const parts = group.split("/").filter((part) => part !== "" && part !== "..");
  return parts.map((_, index) => `${root}/${parts.slice(0, index + 1).join("/")}`).concat(root);
}
