import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ModelChoice, modelChoices, rankChoices } from "../../src/models/choices.ts";
import { noteRecentModel, recentModels } from "../../src/models/recent.ts";
import { recommendedModels } from "../../src/models/recommended.ts";
import { labelOf, matches } from "../../src/terminal/model-menu.ts";

const scratch = mkdtempSync(join(tmpdir(), "anechat-choices-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const nowhere = join(scratch, "nowhere");
const freshFolder = (): string => mkdtempSync(join(scratch, "data-"));

function file(name: string): string {
  const path = join(scratch, name);
  writeFileSync(path, "12345");
  return path;
}

describe("models used before", () => {
  test("are listed by their last use, each once", () => {
    const data = join(freshFolder(), "deep", "anechat");
    const [one, two] = [file("one.gguf"), file("two.gguf")];
    for (const path of [one, two, one]) noteRecentModel(data, path);
    expect(recentModels(data)).toEqual([one, two]);
  });

  test("are in a file that only the user can read", () => {
    const data = freshFolder();
    noteRecentModel(data, file("private.gguf"));
    expect(statSync(join(data, "recent-models.json")).mode & 0o777).toBe(0o600);
  });

  test("leave the list after ten others, and when their file is deleted", () => {
    const data = freshFolder();
    const paths = Array.from({ length: 12 }, (_, index) => file(`model-${index}.gguf`));
    for (const path of paths) noteRecentModel(data, path);
    expect(recentModels(data)).toEqual(paths.slice(2).reverse());
    rmSync(paths[11]!);
    expect(recentModels(data)).toEqual(paths.slice(2, 11).reverse());
  });

  test.each(["", "{", "null", '{"a":1}', '[1,null,{"path":2}]'])(
    "a damaged list is an empty one: %s",
    (text) => {
      const data = freshFolder();
      writeFileSync(join(data, "recent-models.json"), text);
      expect(recentModels(data)).toEqual([]);
      const path = file("after.gguf");
      noteRecentModel(data, path);
      expect(recentModels(data)).toEqual([path]);
    },
  );

  test("a folder that can't be written isn't an error", () => {
    const data = file("not-a-folder");
    noteRecentModel(data, file("some.gguf"));
    expect(readFileSync(data, "utf8")).toBe("12345");
  });
});

describe("the menu", () => {
  test("of a new user has the demo, and models to download with their sizes", () => {
    const [demo, ...others] = modelChoices(freshFolder(), nowhere, nowhere);
    expect(demo).toEqual({ kind: "demo", name: "demo" });
    expect(others.map(({ kind }) => kind)).toEqual(recommendedModels.map(() => "recommended"));
  });

  test("begins with the model used last, and lists a downloaded one once", () => {
    const data = freshFolder();
    const { repo, file: name } = recommendedModels[0]!;
    const cache = join(freshFolder(), "hub");
    const snapshot = join(cache, `models--${repo.replace("/", "--")}`, "snapshots", "a".repeat(40));
    mkdirSync(snapshot, { recursive: true });
    for (const each of [name, "other.gguf"]) writeFileSync(join(snapshot, each), "1234567");
    const used = file("used.gguf");
    noteRecentModel(data, join(snapshot, "other.gguf"));
    noteRecentModel(data, used);

    const choices = modelChoices(data, cache, nowhere);
    expect(choices.slice(0, 4)).toMatchObject([
      { kind: "recent", name: "used.gguf", path: used, bytes: 5 },
      { kind: "recent", name: `${repo} other.gguf`, bytes: 7 },
      { kind: "downloaded", name: `${repo} ${name}`, path: join(snapshot, name), bytes: 7 },
      { kind: "demo" },
    ]);
    expect(choices).toHaveLength(4 + recommendedModels.length - 1);
  });
});

describe("the menu's order", () => {
  const local = (name: string, bytes: number): ModelChoice => ({
    kind: "downloaded",
    name,
    path: `/${name}`,
    bytes,
  });
  const choices: ModelChoice[] = [
    local("huge.gguf", 40e9),
    local("small.gguf", 1e9),
    { kind: "demo", name: "demo" },
    { kind: "recommended", name: "org/large", model: { ...recommendedModels[0]!, bytes: 9e9 } },
    { kind: "endpoint", name: "work", address: "https://host/v1#m" },
  ];
  const speeds = new Map([
    ["/small.gguf", 23.4],
    ["https://host/v1#m", 7.25],
  ]);
  const labels = rankChoices(choices, 8e9, speeds).map(labelOf);

  test("has what fits first, with size and measured speed, and marks what is too large", () => {
    expect(labels).toEqual([
      "small.gguf, 1.0 GB, ~23 tokens/s",
      "demo",
      "work, https://host/v1#m, ~7.3 tokens/s",
      "huge.gguf, 40 GB, too large for this machine",
      "org/large, 9.0 GB, too large for this machine: quick, for any machine",
    ]);
  });

  test("is narrowed by words in any order and case", () => {
    const found = (search: string): string[] => labels.filter((label) => matches(label, search));
    expect(found("")).toEqual(labels);
    expect(found("GGUF large")).toEqual(["huge.gguf, 40 GB, too large for this machine"]);
    expect(found("nosuch")).toEqual([]);
  });
});
