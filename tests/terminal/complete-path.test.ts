import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { expandHome } from "../../src/base/paths.ts";
import { mentionedPaths } from "../../src/chat/typed-paths.ts";
import { PathCompleter } from "../../src/terminal/complete-path.ts";

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

  test("of a link to a folder is a folder's, and of a broken link is a file's", () => {
    symlinkSync(join(folder, "notebooks"), join(folder, "link"));
    symlinkSync(join(folder, "nothing"), join(folder, "lost"));
    expect(completed("li")).toEqual(["link/"]);
    expect(completed("lo")).toEqual(["lost"]);
    symlinkSync(join(folder, "circle"), join(folder, "circle"));
    expect(completed("ci")).toEqual(["circle"]);
  });

  test.each(["two  spaces.txt", "it's.txt", '"both\'s".txt', "back\\slash", "wow!", "(a)", "a,b", "ü 漢.md"])(
    "named %j is read back as it is",
    (name) => {
      writeFileSync(join(folder, name), "");
      const [only] = new PathCompleter().complete(`${folder}/${name.slice(0, 3).replaceAll(" ", "\\ ")}`);
      expect(mentionedPaths(`see @${only?.value} and more`)).toEqual([join(folder, name)]);
    },
  );

  test("narrows without reading the folder again", () => {
    const completer = new PathCompleter(() => 0);
    const names = (typed: string) => completer.complete(`${folder}/${typed}`).map(({ label }) => label);
    expect(names("n")).toEqual(["notebooks/", "notes.md", "notes.txt"]);
    rmSync(join(folder, "notes.md"));
    expect(names("no")).toEqual(["notebooks/", "notes.md", "notes.txt"]);
  });

  test("is found among many, and the list is limited", () => {
    for (let number = 0; number < 300; number += 1) writeFileSync(join(folder, `x${number}.txt`), "");
    expect(completed("x")).toHaveLength(200);
    expect(completed("x299")).toEqual(["x299.txt"]);
    expect(completed("x3").slice(0, 2)).toEqual(["x3.txt", "x30.txt"]);
    expect(completed("y")).toEqual([]);
  });

  test("that leads nowhere has no completion", () => {
    expect(completed("none/x")).toEqual([]);
  });

  test.each([
    ["..", "../"],
    ["notebooks/..", "notebooks/../"],
  ])("%j goes up", (typed, value) => {
    expect(completed(typed)).toEqual([value]);
  });

  test("may begin in the home folder", () => {
    expect(expandHome("~/a")).toBe(join(homedir(), "a"));
    expect(expandHome("a~")).toBe("a~");
    expect(new PathCompleter().complete("~")).toEqual([{ value: "~/", label: "~/", isFinal: false }]);
  });
});
