/**
 * How many threads compute while other programs run. ggml's threads wait for each other after every operation by
 * spinning, so a thread that shares its core with another program delays all. Two threads on a busy machine can take 30
 * times as long as one. So no more threads compute than there are free cores.
 */
import { type CoreSources, systemSources } from "./cores.ts";

/** Shorter intervals are imprecise, since the system counts in steps of 10 ms. */
const intervalMs = 200;

/** Part of a core that other programs may use before one thread fewer computes. */
const tolerance = 0.35;

/** Several ticks of the system's count of idle time. */
const glanceMs = 30;

/** Looks at what runs at this moment, a millisecond apart. Most programs that are seen once only wake up and sleep again. */
const looks = 4;

/**
 * Decides how many threads compute in the next step: as many as there were free cores in the last interval, or, after a
 * pause, as there are at this moment.
 */
export class ThreadGovernor {
  readonly #most: number;
  readonly #sources: CoreSources;
  #threads: number;
  /** The last look; undefined before the first, and where the system doesn't say. */
  #seen: { at: number; idleMs: number; ownMs: number } | undefined;
  /** Nothing was computed since the last look. */
  #isResting = true;
  /** The number of threads is that of a moment. */
  #isMomentary = false;
  #isUnsure = false;

  /** @param most threads */
  constructor(most: number, sources: CoreSources = systemSources) {
    this.#most = most;
    this.#threads = most;
    this.#sources = sources;
  }

  /** Whether other programs run, so that the number of threads may soon be another. */
  get isUnsure(): boolean {
    return this.#isUnsure;
  }

  /** @param now milliseconds, monotonic */
  threads(now: number): number {
    const before = this.#seen;
    if (this.#most === 1 || (before !== undefined && now - before.at < intervalMs)) return this.#threads;
    const seen = this.#look(now);
    this.#seen = seen;
    if (seen === undefined) return this.#threads;
    if (before === undefined || this.#isResting) {
      this.#isResting = false;
      this.#isMomentary = true;
      const free = this.#freeNow() ?? this.#threads;
      this.#isUnsure = free < this.#most;
      // One program that runs may be about to sleep again, such as the one that asked.
      this.#threads = this.#within(free === this.#most - 1 ? this.#most : free);
      return this.#threads;
    }
    // Idle time and our own: the rest is used by other programs.
    const free = (seen.idleMs - before.idleMs + seen.ownMs - before.ownMs) / (seen.at - before.at);
    this.#threads = this.#within(Math.floor(free + tolerance));
    // What ended within the interval has no part in the next.
    if (this.#isMomentary && this.#threads < this.#most) {
      this.#threads = this.#within(this.#freeNow() ?? this.#threads);
    }
    this.#isMomentary = false;
    this.#isUnsure = this.#threads < this.#most;
    return this.#threads;
  }

  /** Nothing is computed until the next call of {@link threads}: what others do until then says nothing of later. */
  rest(): void {
    this.#isResting = true;
  }

  #within(threads: number): number {
    return Math.max(1, Math.min(this.#most, threads));
  }

  /** Undefined if the system doesn't say. */
  #look(at: number): { at: number; idleMs: number; ownMs: number } | undefined {
    const { platform } = this.#sources;
    const idleMs = platform === "linux" ? linuxCores(this.#sources)?.idleMs : this.#sources.idleMs();
    return idleMs === undefined ? undefined : { at, idleMs, ownMs: this.#sources.ownMs() };
  }

  /** Cores without a program that runs at this moment. Undefined if the system doesn't say. */
  #freeNow(): number | undefined {
    if (this.#sources.platform !== "linux") return undefined;
    let most: number | undefined;
    for (let look = 0; look < looks && (most ?? 0) < this.#most; look += 1) {
      if (look > 0) this.#sources.sleep(1);
      const cores = linuxCores(this.#sources);
      if (cores === undefined) return undefined;
      // What runs on other cores than ours, or outside of our container, says nothing.
      if (cores.running === undefined || cores.ours < cores.online) return this.#idleFor(glanceMs);
      // This thread is one of those that run.
      most = Math.max(most ?? 0, cores.online - (cores.running - 1));
    }
    return most;
  }

  /** Cores that are idle for so many milliseconds, while this thread waits. */
  #idleFor(milliseconds: number): number | undefined {
    const before = linuxCores(this.#sources)?.idleMs;
    this.#sources.sleep(milliseconds);
    const after = linuxCores(this.#sources)?.idleMs;
    if (before === undefined || after === undefined) return undefined;
    return Math.floor((after - before) / milliseconds + tolerance);
  }
}

/** The unit of /proc/stat: USER_HZ is 100 on all platforms we build for (proc(5)). */
const msPerTick = 10;

type LinuxCores = {
  /** Of the cores that this process may run on. */
  idleMs: number;
  /** How many these are, and how many the machine has. */
  ours: number;
  online: number;
  /** Threads of the machine that run, or wait for a core. */
  running: number | undefined;
};

/**
 * Reads "cpu0 user nice system idle iowait …" of each core, and "procs_running". Niced programs make way for us, unless
 * we are niced as well.
 */
function linuxCores({ readText, isNiced }: CoreSources): LinuxCores | undefined {
  const allowed = /^Cpus_allowed_list:\s*([\d,-]+)$/m.exec(readText("/proc/self/status") ?? "")?.[1];
  const ranges = (allowed?.split(",") ?? []).map((range) => range.split("-").map(Number));
  const isOurs = (core: number): boolean =>
    allowed === undefined || ranges.some(([first = 0, last = first]) => core >= first && core <= last);
  const stat = readText("/proc/stat") ?? "";
  const cores = [...stat.matchAll(/^cpu(\d+) \d+ (\d+) \d+ (\d+) (\d+)/gm)];
  const ticks = cores.flatMap(([, core, nice, idle, waiting]) =>
    isOurs(Number(core)) ? [(isNiced ? 0 : Number(nice)) + Number(idle) + Number(waiting)] : [],
  );
  if (ticks.length === 0) return undefined;
  const running = /^procs_running (\d+)$/m.exec(stat)?.[1];
  return {
    idleMs: ticks.reduce((sum, one) => sum + one, 0) * msPerTick,
    ours: ticks.length,
    online: cores.length,
    running: running === undefined ? undefined : Number(running),
  };
}
