import { describe, expect, test } from "bun:test";
import { allowedCores, type CoreSources } from "../../../src/engine/threads/cores.ts";

/** A Linux machine with these system files. */
function machine(files: Record<string, string>, parallelism = 8): CoreSources {
  return {
    platform: "linux",
    readText: (path) => files[path],
    parallelism: () => parallelism,
    isNiced: false,
    idleMs: () => 0,
    ownMs: () => 0,
    sleep: () => {},
  };
}

describe("the allowed cores", () => {
  test("are those of the affinity mask", () => {
    expect(allowedCores(machine({}, 3))).toBe(3);
  });

  test("are limited by a container's CPU quota, in control groups v1 and v2", () => {
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

  test("are all cores without a limit, and always at least one", () => {
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
