import { describe, expect, test } from "bun:test";
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
