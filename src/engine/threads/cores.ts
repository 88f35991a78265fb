/** How many cores this process can use, and how many threads compute by default. */
import { availableParallelism, cpus, getPriority } from "node:os";
import { cgroupFolders, type ReadText, readSystemText } from "../../base/cgroup.ts";
import { performanceCores } from "../../llama/context.ts";
import type { Native } from "../../llama/library.ts";

/** Where the facts come from; tests pass their own. */
export type CoreSources = {
  platform: NodeJS.Platform;
  readText: ReadText;
  /** Cores in the process's affinity mask. */
  parallelism(): number;
  /** Whether this process has a lower priority (nice(1)). */
  isNiced: boolean;
  /** Idle milliseconds of all cores together, for platforms other than Linux. */
  idleMs(): number;
  /** CPU milliseconds of this process. */
  ownMs(): number;
  sleep(milliseconds: number): void;
};

/** Cores that this process may use, by its affinity mask and the CPU quota of its container. */
export function allowedCores(sources: CoreSources = systemSources): number {
  const quota = cgroupQuota(sources.readText) ?? Number.POSITIVE_INFINITY;
  return Math.max(1, Math.min(sources.parallelism(), Math.floor(quota)));
}

/** With fewer parameters, synchronizing threads takes longer than a step. */
const oneThreadParameters = 20_000_000;

/**
 * Default number of threads while no other program runs.
 * @param parameters missing: a large model
 */
export function defaultThreads(native: Native, parameters: number = Number.POSITIVE_INFINITY): number {
  return parameters < oneThreadParameters ? 1 : Math.min(performanceCores(native), allowedCores());
}

/** The smallest CPU quota of the process's control groups, in cores. */
function cgroupQuota(readText: ReadText): number | undefined {
  const { unified, legacy } = cgroupFolders(readText, "cpu");
  const number = (path: string): number => Number(readText(path)?.trim() || Number.NaN);
  const quotas = [
    // "max 100000" means no limit.
    ...unified.map((folder) => (readText(`${folder}/cpu.max`) ?? "").split(" ").map(Number)),
    // -1 means no limit.
    ...legacy.map((folder) => [number(`${folder}/cpu.cfs_quota_us`), number(`${folder}/cpu.cfs_period_us`)]),
  ].flatMap(([quota = 0, period = 0]) => (quota > 0 && period > 0 ? [quota / period] : []));
  return quotas.length === 0 ? undefined : Math.min(...quotas);
}

const isNiced = getPriority() > 0;

export const systemSources: CoreSources = {
  platform: process.platform,
  readText: readSystemText,
  parallelism: availableParallelism,
  isNiced,
  idleMs: () => cpus().reduce((sum, { times }) => sum + times.idle + (isNiced ? 0 : times.nice), 0),
  ownMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  sleep: Bun.sleepSync,
};
