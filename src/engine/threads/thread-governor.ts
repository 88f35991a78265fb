/**
 * How many threads compute while other programs run. ggml's threads spin until all have finished an
 * operation, so a thread that shares its core with another program delays all of them. Two threads
 * on a busy machine can take 30 times as long as one. So no more threads compute than cores are
 * free.
 */
import { type CoreSources, systemSources } from "./cores.ts";

/** Shorter intervals are imprecise, since the system counts in ticks of 10 ms. */
const intervalMs = 200;

/** Share of a core that other programs may use before the number of threads drops. */
const tolerance = 0.35;

/** A short measurement of idle time: three ticks. */
const shortIntervalMs = 30;

/**
 * Samples of the running programs, 1 ms apart. A program seen in one sample often sleeps in the
 * next.
 */
const samples = 4;

/**
 * Decides how many threads compute in the next step: as many as cores were free in the last
 * interval or, after a pause, as are free now.
 */
export class ThreadGovernor {
  readonly #max: number;
  readonly #sources: CoreSources;
  #threads: number;
  /** The last measurement; undefined before the first, and if the system reports no times. */
  #last: { at: number; idleMs: number; ownMs: number } | undefined;
  /** Nothing was computed since the last measurement. */
  #isResting = true;
  /** The number of threads follows from samples, not from an interval. */
  #isSampled = false;
  #isUnsure = false;

  /** @param max threads */
  constructor(max: number, sources: CoreSources = systemSources) {
    this.#max = max;
    this.#threads = max;
    this.#sources = sources;
  }

  /** Whether other programs run, so that the number of threads may soon change. */
  get isUnsure(): boolean {
    return this.#isUnsure;
  }

  /** @param now milliseconds, monotonic */
  threads(now: number): number {
    const before = this.#last;
    if (this.#max === 1 || (before !== undefined && now - before.at < intervalMs)) return this.#threads;
    const measured = this.#measure(now);
    this.#last = measured;
    if (measured === undefined) return this.#threads;
    if (before === undefined || this.#isResting) {
      this.#isResting = false;
      this.#isSampled = true;
      const free = this.#freeNow() ?? this.#threads;
      this.#isUnsure = free < this.#max;
      // Ignore a single program: it may soon sleep again, such as the client that sent the request.
      this.#threads = this.#within(free === this.#max - 1 ? this.#max : free);
      return this.#threads;
    }
    // Idle time and our own CPU time were free; other programs used the rest.
    const freeMs = measured.idleMs - before.idleMs + measured.ownMs - before.ownMs;
    const free = freeMs / (measured.at - before.at);
    this.#threads = this.#within(Math.floor(free + tolerance));
    // In the first interval after a pause, ignore programs that have ended within it.
    if (this.#isSampled && this.#threads < this.#max) {
      this.#threads = this.#within(this.#freeNow() ?? this.#threads);
    }
    this.#isSampled = false;
    this.#isUnsure = this.#threads < this.#max;
    return this.#threads;
  }

  /**
   * Call before a pause. The next call of {@link threads} ignores what other programs did in it.
   */
  rest(): void {
    this.#isResting = true;
  }

  #within(threads: number): number {
    return Math.max(1, Math.min(this.#max, threads));
  }

  /** @returns undefined if the system reports no times */
  #measure(at: number): { at: number; idleMs: number; ownMs: number } | undefined {
    const { platform } = this.#sources;
    const idleMs = platform === "linux" ? linuxCores(this.#sources)?.idleMs : this.#sources.idleMs();
    return idleMs === undefined ? undefined : { at, idleMs, ownMs: this.#sources.ownMs() };
  }

  /** Cores on which no program runs now; undefined if the system doesn't report it. */
  #freeNow(): number | undefined {
    if (this.#sources.platform !== "linux") return undefined;
    let free: number | undefined;
    for (let sample = 0; sample < samples && (free ?? 0) < this.#max; sample += 1) {
      if (sample > 0) this.#sources.sleep(1);
      const cores = linuxCores(this.#sources);
      if (cores === undefined) return undefined;
      // The number of running threads includes other cores than ours, so it can't be used.
      if (cores.running === undefined || cores.ours < cores.online) return this.#idleFor(shortIntervalMs);
      // This thread is one of the running ones.
      free = Math.max(free ?? 0, cores.online - (cores.running - 1));
    }
    return free;
  }

  /** Cores that are idle during an interval in which this thread sleeps. */
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
  /** Idle time of the cores that this process may run on. */
  idleMs: number;
  /** Number of these cores. */
  ours: number;
  /** Number of all cores of the machine. */
  online: number;
  /** Threads of the machine that run or wait for a core. */
  running: number | undefined;
};

/**
 * Reads "cpu0 user nice system idle iowait …" of each core, and "procs_running". Time of niced
 * programs counts as idle unless this process is niced, too.
 */
function linuxCores({ readText, isNiced }: CoreSources): LinuxCores | undefined {
  const allowed = /^Cpus_allowed_list:\s*([\d,-]+)$/m.exec(readText("/proc/self/status") ?? "")?.[1];
  const ranges = (allowed?.split(",") ?? []).map((range) => range.split("-").map(Number));
  const isOurs = (core: number): boolean =>
    allowed === undefined || ranges.some(([first = 0, last = first]) => core >= first && core <= last);
  const stat = readText("/proc/stat") ?? "";
  const cores = [...stat.matchAll(/^cpu(\d+) \d+ (\d+) \d+ (\d+) (\d+)/gm)];
  const ticks = cores.flatMap(([, core, nice, idle, iowait]) =>
    isOurs(Number(core)) ? [(isNiced ? 0 : Number(nice)) + Number(idle) + Number(iowait)] : [],
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
