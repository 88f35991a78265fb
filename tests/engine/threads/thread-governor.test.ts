import { describe, expect, test } from "bun:test";
import type { CoreSources } from "../../../src/engine/threads/cores.ts";
import { ThreadGovernor } from "../../../src/engine/threads/thread-governor.ts";

/**
 * Eight cores. The test decides how many of them other programs use while this process computes.
 */
class Busy {
  now = 0;
  /** Running threads of the machine in each sample; the last value stays. */
  running: number[] = [];
  /** Cores that others use while this process sleeps. */
  others = 0;
  slept = 0;
  #idleMs = 0;
  #niceMs = 0;
  #ownMs = 0;
  readonly #platform: NodeJS.Platform;
  readonly #isNiced: boolean;
  readonly #isBound: boolean;
  readonly governor: ThreadGovernor;

  /** @param options isBound: to eight of sixteen cores; the other cores are idle */
  constructor({ platform = "linux" as NodeJS.Platform, max = 8, isNiced = false, isBound = false } = {}) {
    this.#platform = platform;
    this.#isNiced = isNiced;
    this.#isBound = isBound;
    this.governor = new ThreadGovernor(max, this.sources());
  }

  sources(): CoreSources {
    const files: Record<string, () => string> = {
      "/proc/self/status": () =>
        `Name:\tanechat\nCpus_allowed_list:\t${this.#isBound ? "0-3,8,12-14" : "0-7"}\n`,
      "/proc/stat": () => this.#stat(),
    };
    return {
      platform: this.#platform,
      readText: (path) => files[path]?.(),
      parallelism: () => 8,
      isNiced: this.#isNiced,
      idleMs: () => this.#idleMs + this.#niceMs,
      ownMs: () => this.#ownMs,
      sleep: (milliseconds) => {
        this.slept += milliseconds;
        this.#idleMs += (8 - this.others) * milliseconds;
      },
    };
  }

  #stat(): string {
    const ticks = (ms: number): number => Math.round(ms / 10);
    const allowed = this.#isBound ? [0, 1, 2, 3, 8, 12, 13, 14] : [0, 1, 2, 3, 4, 5, 6, 7];
    const lines = Array.from({ length: this.#isBound ? 16 : 8 }, (_, core) => {
      const part = allowed.includes(core) ? 1 / 8 : 0;
      const idle = part === 0 ? this.now : this.#idleMs * part;
      return `cpu${core} 5 ${ticks(this.#niceMs * part)} 7 ${ticks(idle)} 0 0 0 0 0 0`;
    });
    const [running, ...later] = this.running;
    if (later.length > 0) this.running = later;
    const last = running === undefined ? [] : [`procs_running ${running}`];
    return ["cpu  1 2 3 4 5 6 7 8 9 10", ...lines, "intr 1 2 3", ...last].join("\n");
  }

  /** A pause of this process, while others need this many cores. @returns threads afterwards */
  rest(others: number): number {
    this.governor.rest();
    this.now += 5000;
    this.#idleMs += (8 - others) * 5000;
    return this.governor.threads(this.now);
  }

  /** Half a second in which others need this many cores. @returns threads afterwards */
  pass(others: number, nice = 0): number {
    const threads = this.governor.threads(this.now);
    // If more cores are needed than exist, both sides get half of them.
    const own = threads + others <= 8 ? threads : Math.max(8 - others, (8 * threads) / (threads + others));
    this.now += 500;
    this.#ownMs += own * 500;
    if (this.#isNiced) this.#niceMs += own * 500;
    this.#niceMs += Math.min(nice, Math.max(0, 8 - own - others)) * 500;
    this.#idleMs += Math.max(0, 8 - own - others - nice) * 500;
    return this.governor.threads(this.now);
  }
}

describe("the number of threads", () => {
  for (const platform of ["linux", "darwin"] as const) {
    test(`falls to the number of free cores, and rises again with it (${platform})`, () => {
      const busy = new Busy({ platform });
      expect(busy.pass(0)).toBe(8);
      busy.pass(3);
      expect(busy.pass(3)).toBe(5);
      busy.pass(8);
      busy.pass(8);
      expect(busy.pass(8)).toBeLessThanOrEqual(2);
      expect(busy.pass(0)).toBe(8);
    });
  }

  test("stays the same if others use little of a core, or are niced", () => {
    const busy = new Busy();
    expect(busy.pass(0.3)).toBe(8);
    expect(busy.pass(0, 8)).toBe(8);
  });

  test("falls also if this process is niced, which then competes with niced programs", () => {
    const busy = new Busy({ isNiced: true });
    expect(busy.pass(0)).toBe(8);
    busy.pass(3);
    expect(busy.pass(3)).toBe(5);
  });

  test("starts with the cores that are free", () => {
    const busy = new Busy();
    busy.running = [1 + 16];
    expect(busy.governor.threads(100)).toBe(1);
    expect(busy.governor.isUnsure).toBe(true);
    expect(new Busy().governor.threads(100)).toBe(8);
  });

  describe("after a pause", () => {
    test("is the number of cores that are free now, not those that were free in the pause", () => {
      const busy = new Busy();
      busy.running = [1];
      expect(busy.rest(8)).toBe(8);
      expect(busy.governor.isUnsure).toBe(false);
      busy.running = [1 + 16];
      expect(busy.rest(0)).toBe(1);
      busy.running = [1 + 5];
      expect(busy.rest(0)).toBe(3);
      expect(busy.governor.isUnsure).toBe(true);
    });

    test("ignores programs that run only for a moment", () => {
      const busy = new Busy();
      busy.running = [1 + 20, 1 + 20, 1 + 12, 1];
      expect(busy.rest(0)).toBe(8);
      expect(busy.governor.isUnsure).toBe(false);
      expect(busy.slept).toBeLessThan(5);
    });

    test("ignores a single program until it has run for an interval", () => {
      const busy = new Busy();
      busy.running = [1 + 1];
      expect(busy.rest(0)).toBe(8);
      expect(busy.governor.isUnsure).toBe(true);
      expect(busy.pass(1)).toBe(7);
      expect(busy.rest(0)).toBe(8);
      busy.running = [1];
      expect(busy.pass(1)).toBe(8);
      expect(busy.pass(1)).toBe(7);
    });

    test("counts only the process's own cores if it is bound to some", () => {
      const busy = new Busy({ isBound: true });
      // In the whole machine.
      busy.running = [1];
      busy.others = 8;
      expect(busy.rest(0)).toBe(1);
      busy.others = 3;
      expect(busy.rest(8)).toBe(5);
      expect(busy.pass(3)).toBe(5);
      busy.running = [1 + 100];
      busy.others = 0;
      expect(busy.rest(8)).toBe(8);
      expect(busy.governor.isUnsure).toBe(false);
    });

    test("stays the same if the system doesn't report what runs", () => {
      const busy = new Busy({ platform: "darwin" });
      busy.pass(3);
      busy.pass(3);
      expect(busy.rest(8)).toBe(5);
      expect(busy.pass(0)).toBe(8);
    });
  });

  test("is at least one, and never over the maximum", () => {
    const busy = new Busy({ max: 2 });
    expect(busy.pass(0)).toBe(2);
    for (let i = 0; i < 5; i += 1) expect(busy.pass(100)).toBe(1);
  });

  test("isn't changed within an interval, or if the system reports nothing", () => {
    const busy = new Busy();
    expect(busy.pass(0)).toBe(8);
    expect(busy.governor.threads(busy.now + 100)).toBe(8);
    const silent = new ThreadGovernor(4, { ...busy.sources(), readText: () => undefined });
    expect(silent.threads(10_000)).toBe(4);
  });
});
