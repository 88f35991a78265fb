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

  test("of a user whom the system doesn't know is the root folder", () => {
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

  /** What becomes of a folder of this user's alone, once it is changed. */
  function runtimeOf(change: (folder: string) => void): { folder: string; runtime: string } {
    const folder = mkdtempSync(join(tmpdir(), "anechat-runtime-"));
    try {
      change(folder);
      return { folder, runtime: resolvePaths({ XDG_RUNTIME_DIR: folder }, "linux", home).runtime };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  test("is used if it is this user's alone", () => {
    const { folder, runtime } = runtimeOf(() => {});
    expect(runtime).toBe(join(folder, "anechat"));
  });

  test("is ignored if others can put something there, or if there is no such folder", () => {
    expect(runtimeOf((folder) => chmodSync(folder, 0o1777)).runtime).toBe(fallback);
    expect(runtimeOf((folder) => rmSync(folder, { recursive: true })).runtime).toBe(fallback);
  });

  // Only root can give a folder away.
  test.skipIf(process.getuid?.() !== 0)("of another user is ignored, as after su", () => {
    expect(runtimeOf((folder) => chownSync(folder, 65_534, 65_534)).runtime).toBe(fallback);
  });
});
