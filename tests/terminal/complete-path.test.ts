import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { expandHome, PathCompleter } from "../../src/terminal/complete-path.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "anechat-paths-"));
  for (const name of ["notes.txt", "notes.md", ".hidden"]) writeFileSync(join(folder, name), "");
  mkdirSync(join(folder, "notebooks"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a path", () => {
  const completed = (typed: string): string[] =>
    new PathCompleter().complete(`${folder}/${typed}`).map(({ value }) => value.replace(`${folder}/`, ""));

  test("is completed by files and folders, folders with a slash", () => {
    expect(completed("note")).toEqual(["notebooks/", "notes.md", "notes.txt"]);
    expect(completed("notes.t")).toEqual(["notes.txt"]);
  });

  test("completes hidden files only after a dot", () => {
    expect(completed("")).not.toContain(".hidden");
    expect(completed(".h")).toEqual([".hidden"]);
  });

  test("with spaces is inserted in quotes, however it was typed", () => {
    mkdirSync(join(folder, "my folder"));
    writeFileSync(join(folder, "my folder", 'a "b".txt'), "");
    writeFileSync(join(folder, "my notes.txt"), "");
    expect(completed("my n")).toEqual(['"my notes.txt"']);
    expect(completed("my\\ n")).toEqual(['"my notes.txt"']);
    expect(new PathCompleter().complete(`"${folder}/my n`)).toEqual([
      { value: `"${folder}/my notes.txt"`, label: "my notes.txt", isFinal: true },
    ]);
    expect(new PathCompleter().complete(`'${folder}/my f`)).toEqual([
      { value: `"${folder}/my folder/`, label: "my folder/", isFinal: false },
    ]);
    expect(completed("my folder/")).toEqual([`'my folder/a "b".txt'`]);
  });

  test("narrows without reading the folder again", () => {
    const completer = new PathCompleter(() => 0);
    const names = (typed: string) => completer.complete(`${folder}/${typed}`).map(({ label }) => label);
    expect(names("n")).toEqual(["notebooks/", "notes.md", "notes.txt"]);
    rmSync(join(folder, "notes.md"));
    expect(names("no")).toEqual(["notebooks/", "notes.md", "notes.txt"]);
  });

  test("that leads nowhere has no completion", () => {
    expect(completed("none/x")).toEqual([]);
  });

  test("may begin in the home folder", () => {
    expect(expandHome("~/a")).toBe(join(homedir(), "a"));
    expect(expandHome("a~")).toBe("a~");
  });
});
