/**
 * How many of the machine's cores this process can have. The threads that compute wait for each other after every
 * operation, by spinning: one that shares its core with another program holds all up, and two such threads on a busy
 * machine take many times as long as one. So there are no more than there are cores for.
 */
import { availableParallelism, cpus } from "node:os";
import { cgroupFolders, type ReadText, readSystemText } from "./cgroup.ts";

/** What tells of the machine's cores; replaceable so that tests can bring their own. */
export type CoreSources = {
  platform: NodeJS.Platform;
  readText: ReadText;
  /** Cores that the process may run on. */
  parallelism(): number;
  /** Milliseconds that all cores together did nothing, or nothing urgent, for systems without such files. */
  idleMs(): number;
  /** Milliseconds of all cores together that this process used. */
  ownMs(): number;
};

/** Threads that could run at the same time: those of the cores that this process is bound to, and of its container's share. */
export function allowedCores(sources: CoreSources = systemSources): number {
  const quota = cgroupQuota(sources.readText) ?? Number.POSITIVE_INFINITY;
  return Math.max(1, Math.min(sources.parallelism(), Math.floor(quota)));
}

/** Looking more often tells less: the system counts in steps of 10 ms. */
const intervalMs = 200;

/** Of a core, that others may take before one fewer is used: something always runs for a moment. */
const tolerance = 0.35;

/** The number of threads for the next step, by what the machine did since the last look at it. */
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
    // What nobody used, and what this process did: the rest is others'.
    const cores = (seen.idleMs - before.idleMs + seen.ownMs - before.ownMs) / (seen.at - before.at);
    this.#threads = Math.max(1, Math.min(this.#most, Math.floor(cores + tolerance)));
    return this.#threads;
  }

  /** Undefined where the system doesn't tell. */
  #look(at: number): { at: number; idleMs: number; ownMs: number } | undefined {
    if (this.#most === 1) return undefined;
    const { platform } = this.#sources;
    const idleMs = platform === "linux" ? linuxIdleMs(this.#sources.readText) : this.#sources.idleMs();
    return idleMs === undefined ? undefined : { at, idleMs, ownMs: this.#sources.ownMs() };
  }
}

/** /proc/stat counts in hundredths of a second (proc(5): USER_HZ), whatever the kernel's own clock does. */
const msPerTick = 10;

/** Of "cpu  user nice system idle iowait …": what is nice gives way to us. */
function linuxIdleMs(readText: ReadText): number | undefined {
  const found = /^cpu +\d+ (\d+) \d+ (\d+) (\d+)/m.exec(readText("/proc/stat") ?? "");
  if (found === null) return undefined;
  const [, nice, idle, waiting] = found;
  return (Number(nice) + Number(idle) + Number(waiting)) * msPerTick;
}

/** Cores that the tightest limit of this process's control groups pays for. */
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
