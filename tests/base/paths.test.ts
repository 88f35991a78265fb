import { describe, expect, test } from "bun:test";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { homeFolder, resolvePaths } from "../../src/base/paths.ts";

describe("the home folder", () => {
  test("is the environment's, else the system's", () => {
    expect(homeFolder({ HOME: "/home/anna" }, () => "/home/system")).toBe("/home/anna");
    expect(homeFolder({ HOME: "" }, () => "/home/system")).toBe("/home/system");
    expect(homeFolder({}, () => "/home/system")).toBe("/home/system");
  });

  test("of a user who is unknown to the system is the root folder", () => {
    const unknown = (): string => {
      throw new Error("ENOENT: no such file or directory, uv_os_homedir");
    };
    expect(homeFolder({}, unknown)).toMatch(/^(\/|[A-Z]:\\)$/);
  });
});

test("relative folders of the environment are ignored", () => {
  const paths = resolvePaths({ XDG_CACHE_HOME: "cache", XDG_RUNTIME_DIR: "run" }, "linux", "/home/anna");
  expect(paths.cache).toBe("/home/anna/.cache/anechat");
  expect(paths.runtime).toBe("/home/anna/.cache/anechat/run");
});

describe.skipIf(process.platform === "win32")("XDG_RUNTIME_DIR", () => {
  const home = "/home/anna";
  const fallback = join(home, ".cache", "anechat", "run");

  /** Resolves the paths after a change to a private folder of this user. */
  function runtimeOf(change: (folder: string) => void): { folder: string; runtime: string } {
    const folder = mkdtempSync(join(tmpdir(), "anechat-runtime-"));
    try {
      change(folder);
      return { folder, runtime: resolvePaths({ XDG_RUNTIME_DIR: folder }, "linux", home).runtime };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  test("is used if only this user can write to it", () => {
    const { folder, runtime } = runtimeOf(() => {});
    expect(runtime).toBe(join(folder, "anechat"));
  });

  test("is ignored if others can write to it, or if it is missing", () => {
    expect(runtimeOf((folder) => chmodSync(folder, 0o1777)).runtime).toBe(fallback);
    expect(runtimeOf((folder) => rmSync(folder, { recursive: true })).runtime).toBe(fallback);
  });

  // Only root can change a folder's owner.
  test.skipIf(process.getuid?.() !== 0)("of another user is ignored, as after su", () => {
    expect(runtimeOf((folder) => chownSync(folder, 65_534, 65_534)).runtime).toBe(fallback);
  });
});
