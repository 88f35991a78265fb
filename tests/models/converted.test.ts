import { describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import {
  type ConversionSource,
  convertedFrom,
  convertedModels,
  convertedPath,
  knownRepo,
  localSource,
  prepareConverted,
  removeConverted,
} from "../../src/models/converted.ts";

const commit = "a".repeat(40);
const repo: ConversionSource = { kind: "repo", name: "anna/Model", state: commit };

class Folder implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "anechat-converted-"));
  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

function write(cache: string, source: ConversionSource, quantization: string): string {
  prepareConverted(cache, source);
  const path = convertedPath(cache, source, quantization);
  writeFileSync(path, "GGUF");
  return path;
}

describe("a converted model", () => {
  test("is named by its source and quantization", () => {
    using cache = new Folder();
    const path = write(cache.path, repo, "Q4_K_M");
    expect(basename(path)).toBe("Model-Q4_K_M.gguf");
    expect(convertedModels(cache.path)).toMatchObject([
      { source: "anna/Model", quantization: "Q4_K_M", path, bytes: 4 },
    ]);
  });

  test("belongs to its commit alone", () => {
    using cache = new Folder();
    const path = write(cache.path, repo, "Q8_0");
    expect(convertedFrom(cache.path, repo)).toMatchObject([{ path }]);
    expect(convertedFrom(cache.path, { ...repo, state: "b".repeat(40) })).toEqual([]);
  });

  test("of an older converter isn't used", () => {
    using cache = new Folder();
    const path = write(cache.path, repo, "Q8_0");
    const older = join(dirname(dirname(path)), `${commit}-v0`);
    mkdirSync(older);
    writeFileSync(join(older, "Model-Q8_0.gguf"), "GGUF");
    expect(convertedModels(cache.path).map((model) => model.path)).toEqual([path]);
  });

  test("is removed with the folders that become empty", () => {
    using cache = new Folder();
    const kept = write(cache.path, { ...repo, name: "anna/Other" }, "Q8_0");
    write(cache.path, repo, "Q8_0");
    removeConverted(cache.path, convertedFrom(cache.path, repo)[0]!);
    expect(existsSync(join(cache.path, "converted", "anna--Model"))).toBe(false);
    expect(existsSync(kept)).toBe(true);
  });

  test("that was cut off isn't listed, and is removed when its process has ended", () => {
    using cache = new Folder();
    const path = write(cache.path, repo, "Q8_0");
    // No process has this pid, which is above Linux's maximum.
    const abandoned = `${path}.4194999-0a1b2c3d.part`;
    const running = `${path}.${process.pid}-0a1b2c3d.part`;
    for (const part of [abandoned, running]) writeFileSync(part, "GG");
    expect(convertedFrom(cache.path, repo)).toHaveLength(1);
    prepareConverted(cache.path, repo);
    expect([existsSync(abandoned), existsSync(running)]).toEqual([false, true]);
  });
});

describe("a folder as a source", () => {
  test("has a new state when a file changes; models of the old one are removed", () => {
    using cache = new Folder();
    using folder = new Folder();
    const file = join(folder.path, "model.safetensors");
    writeFileSync(file, "one");
    const before = localSource(folder.path);
    const old = write(cache.path, before, "Q8_0");
    expect(localSource(folder.path)).toEqual(before);
    utimesSync(file, 1, 1);
    const after = localSource(folder.path);
    expect(after.state).not.toBe(before.state);
    write(cache.path, after, "Q8_0");
    expect(existsSync(old)).toBe(false);
    expect(convertedModels(cache.path)).toMatchObject([{ source: basename(folder.path) }]);
  });

  test("isn't confused with another folder of the same name", () => {
    const source: ConversionSource = { kind: "folder", name: "/one/model", state: commit };
    expect(convertedPath("/cache", source, "Q8_0")).not.toBe(
      convertedPath("/cache", { ...source, name: "/two/model" }, "Q8_0"),
    );
  });
});

test("a repo is known by the recorded commit of its branch, or by a named commit", () => {
  using hub = new Folder();
  const refs = join(hub.path, "models--anna--Model", "refs");
  expect(knownRepo(hub.path, { repo: "anna/Model", revision: undefined })).toBeUndefined();
  mkdirSync(refs, { recursive: true });
  writeFileSync(join(refs, "main"), commit);
  expect(knownRepo(hub.path, { repo: "anna/Model", revision: undefined })).toEqual(repo);
  const named = "b".repeat(40);
  expect(knownRepo(hub.path, { repo: "anna/Model", revision: named })?.state).toBe(named);
});
