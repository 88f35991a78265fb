import { describe, expect, test } from "bun:test";
import { allowedCores, type CoreSources, ThreadGovernor } from "../../src/engine/cores.ts";

/** A Linux machine with files of the test's choice. */
function machine(files: Record<string, string>, parallelism = 8): CoreSources {
  return {
    platform: "linux",
    readText: (path) => files[path],
    parallelism: () => parallelism,
    idleMs: () => 0,
    ownMs: () => 0,
  };
}

describe("the cores that may be used", () => {
  test("are those that the process is bound to", () => {
    expect(allowedCores(machine({}, 3))).toBe(3);
  });

  test("are no more than a container's share pays for, of either kind of control group", () => {
    const unified = {
      "/proc/self/cgroup": "0::/docker/ab\n",
      "/sys/fs/cgroup/docker/ab/cpu.max": "250000 100000\n",
    };
    expect(allowedCores(machine(unified))).toBe(2);
    const above = {
      "/proc/self/cgroup": "0::/a/b\n",
      "/sys/fs/cgroup/a/cpu.max": "400000 100000",
      "/sys/fs/cgroup/a/b/cpu.max": "max 100000",
    };
    expect(allowedCores(machine(above))).toBe(4);
    const legacy = {
      "/proc/self/cgroup": "4:cpu,cpuacct:/x\n",
      "/sys/fs/cgroup/cpu/x/cpu.cfs_quota_us": "300000\n",
      "/sys/fs/cgroup/cpu/x/cpu.cfs_period_us": "100000\n",
    };
    expect(allowedCores(machine(legacy))).toBe(3);
  });

  test("are all where nothing limits them, and one at least", () => {
    const free = {
      "/proc/self/cgroup": "0::/\n4:cpu:/\n",
      "/sys/fs/cgroup/cpu.max": "max 100000",
      "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": "-1",
      "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000",
    };
    expect(allowedCores(machine(free))).toBe(8);
    const little = { "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "10000 100000" };
    expect(allowedCores(machine(little))).toBe(1);
  });
});

/** Eight cores; the test says how many of them others hold while this process computes with its threads. */
class Busy {
  now = 0;
  #idleMs = 0;
  #niceMs = 0;
  #ownMs = 0;
  readonly #platform: NodeJS.Platform;
  readonly governor: ThreadGovernor;

  constructor(platform: NodeJS.Platform = "linux", most = 8) {
    this.#platform = platform;
    this.governor = new ThreadGovernor(most, 0, this.#sources());
  }

  #sources(): CoreSources {
    const ticks = (ms: number): number => Math.round(ms / 10);
    return {
      platform: this.#platform,
      readText: (path) =>
        path === "/proc/stat"
          ? `cpu  5 ${ticks(this.#niceMs)} 7 ${ticks(this.#idleMs)} 0 0 0 0 0 0\ncpu0 1 2 3`
          : undefined,
      parallelism: () => 8,
      idleMs: () => this.#idleMs + this.#niceMs,
      ownMs: () => this.#ownMs,
    };
  }

  /** Half a second in which others want so many cores. @returns threads afterwards */
  pass(others: number, nice = 0): number {
    const threads = this.governor.threads(this.now);
    // Threads that want more cores than there are share them by halves.
    const own = threads + others <= 8 ? threads : Math.max(8 - others, (8 * threads) / (threads + others));
    this.now += 500;
    this.#ownMs += own * 500;
    this.#niceMs += Math.min(nice, Math.max(0, 8 - own - others)) * 500;
    this.#idleMs += Math.max(0, 8 - own - others - nice) * 500;
    return this.governor.threads(this.now);
  }
}

describe("the number of threads", () => {
  for (const platform of ["linux", "darwin"] as const) {
    test(`falls to the cores that others leave, and comes back with them (${platform})`, () => {
      const busy = new Busy(platform);
      expect(busy.pass(0)).toBe(8);
      busy.pass(3);
      expect(busy.pass(3)).toBe(5);
      busy.pass(8);
      busy.pass(8);
      expect(busy.pass(8)).toBeLessThanOrEqual(2);
      expect(busy.pass(0)).toBe(8);
    });
  }

  test("stays where others take a moment of a core, or give way by themselves", () => {
    const busy = new Busy();
    expect(busy.pass(0.3)).toBe(8);
    expect(busy.pass(0, 8)).toBe(8);
  });

  test("is never none, and never more than asked for", () => {
    const busy = new Busy("linux", 2);
    expect(busy.pass(0)).toBe(2);
    for (let i = 0; i < 5; i += 1) expect(busy.pass(100)).toBe(1);
  });

  test("isn't changed within moments, nor where the system tells nothing", () => {
    const busy = new Busy();
    expect(busy.governor.threads(100)).toBe(8);
    const silent = new ThreadGovernor(4, 0, machine({}));
    expect(silent.threads(10_000)).toBe(4);
  });
});
