import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { completePath, expandHome } from "../../src/terminal/complete-path.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-paths-"));
  for (const name of ["notes.txt", "notes.md", ".hidden"]) writeFileSync(join(folder, name), "");
  mkdirSync(join(folder, "notebooks"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a path", () => {
  const completed = (typed: string): string[] =>
    completePath(`${folder}/${typed}`).map((path) => path.slice(folder.length + 1));

  test("is completed by files and folders, folders with a slash", () => {
    expect(completed("note")).toEqual(["notebooks/", "notes.md", "notes.txt"]);
    expect(completed("notes.t")).toEqual(["notes.txt"]);
  });

  test("completes hidden files only after a dot", () => {
    expect(completed("")).not.toContain(".hidden");
    expect(completed(".h")).toEqual([".hidden"]);
  });

  test("that leads nowhere has no completion", () => {
    expect(completed("none/x")).toEqual([]);
  });

  test("may begin in the home folder", () => {
    expect(expandHome("~/a")).toBe(join(homedir(), "a"));
    expect(expandHome("a~")).toBe("a~");
  });
});
