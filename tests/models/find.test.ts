import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { resolveModelName } from "../../src/cli/model/resolve-name.ts";
import { type FileOrRepoName, findLocal, findModel } from "../../src/models/find.ts";
import { type Alias, type Aliases, expandShortName, followAliases } from "../../src/models/names.ts";

const scratch = mkdtempSync(join(tmpdir(), "anechat-find-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const [one, two] = ["1".repeat(40), "2".repeat(40)];

/** A cache with these files of anna/Model; the main branch is the first commit. */
function cacheWith(...files: [commit: string, file: string][]): string {
  const cache = mkdtempSync(join(scratch, "cache-"));
  const folder = join(cache, "models--anna--Model");
  for (const [commit, file] of files) {
    const path = join(folder, "snapshots", commit, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, commit + file);
  }
  mkdirSync(join(folder, "refs"), { recursive: true });
  if (files[0] !== undefined) writeFileSync(join(folder, "refs", "main"), files[0][0]);
  return cache;
}

const named = (name: string, aliases: Aliases = new Map()): FileOrRepoName =>
  resolveModelName(name, { aliases, endpoints: new Map(), env: {} }) as FileOrRepoName;

const find = (name: string, cache = cacheWith()) =>
  findModel(named(name), { cache, ownCache: cache }, () => undefined);

describe("a name means", () => {
  test("the demo", () => {
    expect(find("demo")).toMatchObject({ kind: "demo" });
  });

  test("a file on this disk before anything else", () => {
    const path = join(scratch, "here.gguf");
    writeFileSync(path, "x");
    expect(find(path)).toEqual({ kind: "file", path });
  });

  test.each(["missing.gguf", "./owner/name", "../x", "models/llama.gguf", "C:\\models\\x.gguf", "a/b/c"])(
    "a path, if it can't be a repo: %s",
    (path) => {
      expect(find(path)).toEqual({ kind: "file", path });
    },
  );

  test("a repo of the Hub, also under its short name", () => {
    expect(find("anna/Model:Q8_0")).toMatchObject({
      kind: "hub",
      name: { repo: "anna/Model", selector: "Q8_0" },
    });
    expect(find("llama3-3b@v2:Q8_0")).toMatchObject({
      kind: "hub",
      name: { repo: "bartowski/Llama-3.2-3B-Instruct-GGUF", revision: "v2", selector: "Q8_0" },
    });
  });

  test("the model of the cache, if there is one", () => {
    const cache = cacheWith([one, "M-Q8_0.gguf"]);
    expect(find("anna/Model", cache)).toMatchObject({
      kind: "cached",
      model: { file: "M-Q8_0.gguf", commit: one },
    });
    expect(find("anna/Model:q8_0", cache)).toMatchObject({ kind: "cached" });
    expect(find("anna/Model:M-Q8_0.gguf", cache)).toMatchObject({ kind: "cached" });
    expect(find("anna/Model:Q4_K_M", cache)).toMatchObject({ kind: "hub" });
    expect(findLocal(named("anna/Model"), { cache, ownCache: cache }, () => undefined).path).toEndWith(
      "M-Q8_0.gguf",
    );
  });

  test("the commit that was named, and no other", () => {
    const cache = cacheWith([one, "M-Q8_0.gguf"], [two, "M-Q8_0.gguf"]);
    expect(find("anna/Model", cache)).toMatchObject({ model: { commit: one } });
    expect(find(`anna/Model@${two}`, cache)).toMatchObject({ model: { commit: two } });
    expect(find(`anna/Model@${"3".repeat(40)}`, cache)).toMatchObject({ kind: "hub" });
    expect(find("anna/Model@v9", cache)).toMatchObject({ kind: "hub" });
  });

  test("none of several that it could mean", () => {
    const cache = cacheWith([one, "a/M-Q8_0.gguf"], [one, "b/M-Q8_0.gguf"]);
    expect(() => find("anna/Model:Q8_0", cache)).toThrow("matches several downloaded models");
  });
});

describe("an alias", () => {
  const source = "config.toml";
  const aliases = (table: Record<string, string>): Map<string, Alias> =>
    new Map(Object.entries(table).map(([name, model]) => [name, { model, source }]));
  const follow = (name: string, table: Record<string, string>): string => followAliases(name, aliases(table));

  test("is followed to the last name", () => {
    expect(follow("a", { a: "b", b: "anna/Model:Q8_0" })).toBe("anna/Model:Q8_0");
    expect(follow("c", { a: "b" })).toBe("c");
    const paths = { cache: cacheWith(), ownCache: "/nowhere" };
    expect(findModel(named("tiny", aliases({ tiny: "demo" })), paths, () => undefined)).toMatchObject({
      kind: "demo",
    });
  });

  test("goes before anechat's short names, and behind the demo and existing files", () => {
    const here = join(scratch, "named");
    writeFileSync(here, "x");
    expect(follow("gpt2", { gpt2: "anna/GPT" })).toBe("anna/GPT");
    expect(follow("demo", { demo: "anna/Model" })).toBe("demo");
    expect(follow(here, { [here]: "anna/Model" })).toBe(here);
  });

  test.each([
    ["itself", { a: "a" }, "a → a"],
    ["another that leads back", { a: "b", b: "a" }, "a → b → a"],
    ["a cycle that it is not part of", { a: "b", b: "c", c: "b" }, "a → b → c → b"],
  ])("that leads to %s is an error in the config", (_, table, cycle) => {
    expect(() => follow("a", table)).toThrow(
      expect.objectContaining({
        code: "badConfig",
        message: `config.toml: the aliases form a cycle: ${cycle}`,
      }),
    );
  });
});

test("the error for a missing model shows how to download it", () => {
  const attempt = (): unknown =>
    findLocal(named("anna/Model:Q8_0"), { cache: cacheWith(), ownCache: "/nowhere" }, () => undefined);
  expect(attempt).toThrow(
    expect.objectContaining({
      code: "modelNotFound",
      hint: expect.stringContaining("anechat pull anna/Model:Q8_0"),
    }),
  );
  expect(() => find("  ")).toThrow("empty");
});

test("a short name stands for one model only", () => {
  expect(expandShortName("llama3-1b")).toBe("bartowski/Llama-3.2-1B-Instruct-GGUF");
  expect(expandShortName("LLAMA3-1B:Q8_0")).toBe("bartowski/Llama-3.2-1B-Instruct-GGUF:Q8_0");
  for (const other of ["llama3-1b/x", "llama3", "constructor", "", "llama3-1bx"]) {
    expect(expandShortName(other)).toBeUndefined();
  }
});
