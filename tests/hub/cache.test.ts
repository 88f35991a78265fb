import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cachedModels, hubCacheFolder } from "../../src/hub/cache.ts";

const scratch = mkdtempSync(join(tmpdir(), "anechat-hub-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const commit = (digit: string): string => digit.repeat(40);

/** A cache as huggingface_hub leaves it: blobs, and links to them. */
class FakeCache {
  readonly folder = mkdtempSync(join(scratch, "cache-"));
  #blobs = 0;

  add(repo: string, revision: string, file: string, bytes: number, age = 0): string {
    const model = join(this.folder, `models--${repo.replace("/", "--")}`);
    const blob = join(model, "blobs", String(++this.#blobs));
    const path = join(model, "snapshots", revision, file);
    for (const each of [blob, path]) mkdirSync(dirname(each), { recursive: true });
    writeFileSync(blob, new Uint8Array(bytes));
    utimesSync(blob, 1_000_000 - age, 1_000_000 - age);
    symlinkSync(blob, path);
    return path;
  }

  main(repo: string, revision: string): void {
    const refs = join(this.folder, `models--${repo.replace("/", "--")}`, "refs");
    mkdirSync(refs, { recursive: true });
    writeFileSync(join(refs, "main"), revision);
  }
}

describe("the Hub's cache", () => {
  test.each([
    [{}, "/home/anna/.cache/huggingface/hub"],
    [{ XDG_CACHE_HOME: "/c" }, "/c/huggingface/hub"],
    [{ XDG_CACHE_HOME: "/c", HF_HOME: "/hf" }, "/hf/hub"],
    [{ HF_HOME: "/hf", HUGGINGFACE_HUB_CACHE: "/old" }, "/old"],
    [{ HUGGINGFACE_HUB_CACHE: "/old", HF_HUB_CACHE: "/named" }, "/named"],
    [{ HF_HOME: "~/models" }, "/home/anna/models/hub"],
    [{ HF_HUB_CACHE: `$\{DISK}/$SUB/hub`, DISK: "/disk", SUB: "a" }, "/disk/a/hub"],
    [{ XDG_CACHE_HOME: "~/c" }, "/home/anna/c/huggingface/hub"],
  ])("is where huggingface_hub looks for it: %j", (env, expected) => {
    expect(hubCacheFolder(env, "/home/anna")).toBe(expected);
  });

  test("lists GGUF models with their sizes, the newest first", () => {
    const cache = new FakeCache();
    const old = cache.add("anna/old-GGUF", commit("a"), "old.gguf", 10, 60);
    const recent = cache.add("ben/new--GGUF", commit("b"), "sub/new.gguf", 20);
    cache.add("ben/new--GGUF", commit("b"), "README.md", 5);
    expect(cachedModels(cache.folder)).toMatchObject([
      { repo: "ben/new--GGUF", file: join("sub", "new.gguf"), path: recent, bytes: 20 },
      { repo: "anna/old-GGUF", file: "old.gguf", path: old, bytes: 10 },
    ]);
  });

  test("lists a file once, from the main branch's commit", () => {
    const cache = new FakeCache();
    cache.add("a/b", commit("1"), "model.gguf", 1);
    const main = cache.add("a/b", commit("2"), "model.gguf", 2);
    cache.add("a/b", commit("3"), "model.gguf", 3);
    cache.main("a/b", commit("2"));
    expect(cachedModels(cache.folder).map(({ path }) => path)).toEqual([main]);
  });

  test("lists a split model by its first shard, and only if all shards are there", () => {
    const cache = new FakeCache();
    const first = cache.add("a/whole", commit("1"), "m-00001-of-00002.gguf", 3);
    cache.add("a/whole", commit("1"), "m-00002-of-00002.gguf", 4);
    cache.add("a/half", commit("1"), "m-00001-of-00002.gguf", 3);
    expect(cachedModels(cache.folder)).toMatchObject([{ repo: "a/whole", path: first, bytes: 7 }]);
  });

  test("leaves out what isn't a model, broken links and unfinished downloads", () => {
    const cache = new FakeCache();
    for (const file of ["mmproj-model-f16.gguf", "imatrix.gguf", "mtp-q8_0.gguf", "model.safetensors"]) {
      cache.add("a/b", commit("1"), file, 1);
    }
    const broken = cache.add("a/b", commit("1"), "broken.gguf", 1);
    rmSync(broken);
    symlinkSync(join(cache.folder, "nowhere"), broken);
    mkdirSync(join(cache.folder, "models--a--b", "snapshots", commit("1"), "folder.gguf"));
    expect(cachedModels(cache.folder)).toEqual([]);
  });

  test("is empty if it doesn't exist", () => {
    expect(cachedModels(join(scratch, "missing"))).toEqual([]);
  });
});
