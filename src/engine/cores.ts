/**
 * How many cores this process can use. ggml's threads wait for each other after every operation by spinning, so a thread
 * that shares its core with another program delays all. Two threads on a busy machine can take 30 times as long as one.
 * So no more threads compute than there are free cores.
 */
import { availableParallelism, cpus } from "node:os";
import { cgroupFolders, type ReadText, readSystemText } from "./cgroup.ts";

/** Where facts about the cores come from; tests bring their own. */
export type CoreSources = {
  platform: NodeJS.Platform;
  readText: ReadText;
  /** Cores that the process may run on, by its affinity. */
  parallelism(): number;
  /** Milliseconds that all cores together were idle or ran niced programs, where no file says so. */
  idleMs(): number;
  /** Milliseconds of CPU time that this process used. */
  ownMs(): number;
};

/** Cores that this process may use: by its affinity and the CPU quota of its container. */
export function allowedCores(sources: CoreSources = systemSources): number {
  const quota = cgroupQuota(sources.readText) ?? Number.POSITIVE_INFINITY;
  return Math.max(1, Math.min(sources.parallelism(), Math.floor(quota)));
}

/** Shorter intervals are imprecise, since the system counts in steps of 10 ms. */
const intervalMs = 200;

/** Part of a core that other programs may use before one thread fewer computes. */
const tolerance = 0.35;

/** Decides how many threads compute in the next step, from what the machine's cores did in the last interval. */
export class ThreadGovernor {
  readonly #most: number;
  readonly #sources: CoreSources;
  #threads: number;
  #seen: { at: number; idleMs: number; ownMs: number } | undefined;

  /**
   * @param most threads
   * @param now milliseconds, monotonic
   */
  constructor(most: number, now: number, sources: CoreSources = systemSources) {
    this.#most = most;
    this.#threads = most;
    this.#sources = sources;
    this.#seen = this.#look(now);
  }

  /** @param now milliseconds, monotonic */
  threads(now: number): number {
    const before = this.#seen;
    if (before === undefined || now - before.at < intervalMs) return this.#threads;
    const seen = this.#look(now);
    this.#seen = seen;
    if (seen === undefined) return this.#threads;
    // Idle time and our own: the rest is used by other programs.
    const cores = (seen.idleMs - before.idleMs + seen.ownMs - before.ownMs) / (seen.at - before.at);
    this.#threads = Math.max(1, Math.min(this.#most, Math.floor(cores + tolerance)));
    return this.#threads;
  }

  /** Undefined if the system doesn't say. */
  #look(at: number): { at: number; idleMs: number; ownMs: number } | undefined {
    if (this.#most === 1) return undefined;
    const { platform } = this.#sources;
    const idleMs = platform === "linux" ? linuxIdleMs(this.#sources.readText) : this.#sources.idleMs();
    return idleMs === undefined ? undefined : { at, idleMs, ownMs: this.#sources.ownMs() };
  }
}

/** The unit of /proc/stat: USER_HZ is 100 on all platforms we build for (proc(5)). */
const msPerTick = 10;

/** Reads "cpu  user nice system idle iowait …". Niced programs make way for us, so they count as idle. */
function linuxIdleMs(readText: ReadText): number | undefined {
  const found = /^cpu +\d+ (\d+) \d+ (\d+) (\d+)/m.exec(readText("/proc/stat") ?? "");
  if (found === null) return undefined;
  const [, nice, idle, waiting] = found;
  return (Number(nice) + Number(idle) + Number(waiting)) * msPerTick;
}

/** The smallest CPU quota of the process's control groups, in cores. */
function cgroupQuota(readText: ReadText): number | undefined {
  const { unified, legacy } = cgroupFolders(readText, "cpu");
  const number = (path: string): number => Number(readText(path)?.trim() || Number.NaN);
  const quotas = [
    // "max 100000" has no limit.
    ...unified.map((folder) => (readText(`${folder}/cpu.max`) ?? "").split(" ").map(Number)),
    // -1 is none.
    ...legacy.map((folder) => [number(`${folder}/cpu.cfs_quota_us`), number(`${folder}/cpu.cfs_period_us`)]),
  ].flatMap(([quota = 0, period = 0]) => (quota > 0 && period > 0 ? [quota / period] : []));
  return quotas.length === 0 ? undefined : Math.min(...quotas);
}

const systemSources: CoreSources = {
  platform: process.platform,
  readText: readSystemText,
  parallelism: availableParallelism,
  idleMs: () => cpus().reduce((sum, { times }) => sum + times.idle + times.nice, 0),
  ownMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};
