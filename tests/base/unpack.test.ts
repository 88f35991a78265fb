import { afterAll, describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmbeddedFiles } from "../../src/base/embedded.ts";
import { AnechatError } from "../../src/base/errors.ts";
import { ensureFolder } from "../../src/base/unpack.ts";

const scratch = mkdtempSync(join(tmpdir(), "anechat-test-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let caches = 0;
/** A cache folder that does not exist yet. */
const freshCache = (): string => join(scratch, `cache-${++caches}`);

/** An archive of made-up libraries, as scripts/build.ts makes one of real ones. */
function fakeLibraries(contents: Record<string, string | Uint8Array>): EmbeddedFiles {
  const entries = Object.entries(contents).map(([name, content]) => ({ name, bytes: Buffer.from(content) }));
  const packed = Bun.zstdCompressSync(Buffer.concat(entries.map(({ bytes }) => bytes)));
  const archive = join(scratch, `${createHash("sha256").update(packed).digest("hex")}.zst`);
  writeFileSync(archive, packed);
  const files = entries.map(({ name, bytes }) => ({
    name,
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  }));
  return { archive, files };
}

const embedded = fakeLibraries({
  "liba.so": "first library",
  "libb.so": "second, a little longer",
  "libc.so": "",
});

function expectWhole(folder: string, libraries: EmbeddedFiles = embedded): void {
  for (const { name, sha256 } of libraries.files) {
    expect(
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ).toBe(sha256);
  }
}

const leftovers = (cache: string): string[] =>
  readdirSync(join(cache, "lib")).filter((name) => name.startsWith("."));

test("libraries are unpacked once, into a private folder", () => {
  const cache = freshCache();
  const folder = ensureFolder(embedded, cache);
  expectWhole(folder);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(leftovers(cache)).toEqual([]);

  const inode = statSync(join(folder, "liba.so")).ino;
  expect(ensureFolder(embedded, cache)).toBe(folder);
  expect(statSync(join(folder, "liba.so")).ino).toBe(inode);
});

test("a good folder is used without reading the archive", () => {
  const cache = freshCache();
  const folder = ensureFolder(embedded, cache);
  const withoutArchive = { ...embedded, archive: join(scratch, "gone.zst") };
  expect(ensureFolder(withoutArchive, cache)).toBe(folder);
});

test("other content gets another folder", () => {
  const cache = freshCache();
  const other = fakeLibraries({ "liba.so": "another version" });
  const folder = ensureFolder(embedded, cache);
  const otherFolder = ensureFolder(other, cache);
  expect(otherFolder).not.toBe(folder);
  expectWhole(folder);
  expectWhole(otherFolder, other);
});

describe("damage is detected and repaired:", () => {
  const damages: Record<string, (folder: string) => void> = {
    "a changed byte": (folder) => writeFileSync(join(folder, "liba.so"), "First library"),
    "a changed byte under the old modification time": (folder) => {
      const { atime, mtime } = statSync(join(folder, "liba.so"));
      writeFileSync(join(folder, "liba.so"), "First library");
      utimesSync(join(folder, "liba.so"), atime, mtime);
    },
    "a truncated file": (folder) => truncateSync(join(folder, "libb.so"), 3),
    "a missing file": (folder) => rmSync(join(folder, "libc.so")),
    "a folder in a file's place": (folder) => {
      rmSync(join(folder, "libc.so"));
      mkdirSync(join(folder, "libc.so"));
    },
    "a library that does not belong there": (folder) => writeFileSync(join(folder, "libggml-stray.so"), "x"),
    "an emptied folder": (folder) => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
    },
    "a broken stamp beside a changed file": (folder) => {
      writeFileSync(join(folder, "stamp.json"), "{");
      writeFileSync(join(folder, "liba.so"), "First library");
    },
  };
  for (const [name, damage] of Object.entries(damages)) {
    test(name, () => {
      const cache = freshCache();
      const folder = ensureFolder(embedded, cache);
      damage(folder);
      expect(ensureFolder(embedded, cache)).toBe(folder);
      expectWhole(folder);
      expect(readdirSync(folder).sort()).toEqual(["liba.so", "libb.so", "libc.so", "stamp.json"]);
      expect(leftovers(cache)).toEqual([]);
    });
  }
});

test("a restored copy with new times is kept, and gets a new stamp", () => {
  const cache = freshCache();
  const folder = ensureFolder(embedded, cache);
  const file = join(folder, "liba.so");
  utimesSync(file, 1, 1);
  const inode = statSync(file).ino;
  const stamp = readFileSync(join(folder, "stamp.json"), "utf8");
  ensureFolder(embedded, cache);
  expect(statSync(file).ino).toBe(inode);
  expect(readFileSync(join(folder, "stamp.json"), "utf8")).not.toBe(stamp);
});

test.skipIf(process.platform === "win32")("a folder that others could write to is hashed and closed", () => {
  const cache = freshCache();
  const folder = ensureFolder(embedded, cache);
  chmodSync(folder, 0o777);
  ensureFolder(embedded, cache);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test("another user's folder is neither used nor changed", () => {
  const cache = freshCache();
  const folder = ensureFolder(embedded, cache);
  // Only root can change a folder's owner; other users get a link to a folder of root.
  if (process.getuid?.() === 0) {
    chownSync(folder, 12345, 12345);
  } else {
    rmSync(folder, { recursive: true });
    symlinkSync("/usr", folder);
  }
  const used = ensureFolder(embedded, cache, { temporaryDir: scratch });
  expect(used).not.toBe(folder);
  expectWhole(used);
  expect(lstatSync(folder).uid === 12345 || lstatSync(folder).isSymbolicLink()).toBe(true);
});

describe("a cache that can't be written", () => {
  // Permissions don't stop root, but a file in place of a folder does.
  const unwritable = join(scratch, "a-file");
  writeFileSync(unwritable, "");

  test("falls back to a private temporary folder, which is removed at the end", () => {
    const temporaryDir = mkdtempSync(join(scratch, "tmp-"));
    const child = runChild(join(unwritable, "cache"), embedded, temporaryDir);
    const { folder, mode } = JSON.parse(child.stdout.toString());
    expect(folder).toStartWith(join(temporaryDir, "anechat-lib-"));
    expect(mode).toBe(0o700);
    expect(existsSync(folder)).toBe(false);
  });

  test("is an error with a hint if the temporary folder can't be written, either", () => {
    const attempt = (): unknown =>
      ensureFolder(embedded, join(unwritable, "cache"), { temporaryDir: join(unwritable, "tmp") });
    expect(attempt).toThrow(AnechatError);
    expect(attempt).toThrow("Cannot unpack the embedded files");
  });
});

test("old leftovers of killed runs are removed", () => {
  const cache = freshCache();
  const catalog = join(cache, "lib");
  const stale = join(catalog, ".unpacking-stale");
  const recent = join(catalog, ".unpacking-recent");
  for (const folder of [stale, recent]) mkdirSync(folder, { recursive: true });
  const now = Date.now() + 11 * 60_000;
  utimesSync(recent, now / 1000, now / 1000);
  ensureFolder(embedded, cache, { now });
  expect(leftovers(cache)).toEqual([".unpacking-recent"]);
});

test("another version's folder is removed a month after its last use", () => {
  const cache = freshCache();
  const day = 24 * 60 * 60_000;
  const start = Date.now();
  const versions = ["1", "2", "3"].map((version) => fakeLibraries({ "liba.so": version }));
  const [abandoned, used, latest] = versions as [EmbeddedFiles, EmbeddedFiles, EmbeddedFiles];
  const abandonedFolder = ensureFolder(abandoned, cache, { now: start });
  const usedFolder = ensureFolder(used, cache, { now: start });
  ensureFolder(used, cache, { now: start + 20 * day });
  ensureFolder(latest, cache, { now: start + 40 * day });
  expect(existsSync(abandonedFolder)).toBe(false);
  expect(existsSync(usedFolder)).toBe(true);
});

test("kill -9 while unpacking leaves no incomplete folder", async () => {
  const big = fakeLibraries({ "liba.so": new Uint8Array(48_000_000), "libb.so": "the last file" });
  const cache = freshCache();
  const catalog = join(cache, "lib");
  mkdirSync(catalog, { recursive: true });
  let killedMidway = 0;
  for (let round = 0; round < 8; round++) {
    const child = startChild(cache, big, scratch);
    while (child.exitCode === null && leftovers(cache).length <= killedMidway) await Bun.sleep(0);
    await Bun.sleep(round);
    child.kill("SIGKILL");
    await child.exited;
    const visible = readdirSync(catalog).filter((name) => !name.startsWith("."));
    if (visible.length === 0) killedMidway += 1;
    for (const name of visible) {
      expectWhole(join(catalog, name), big);
      rmSync(join(catalog, name), { recursive: true });
    }
    killedMidway = leftovers(cache).length;
  }
  expect(killedMidway).toBeGreaterThan(0);
  const folder = ensureFolder(big, cache, { now: Date.now() + 11 * 60_000 });
  expectWhole(folder, big);
  expect(leftovers(cache)).toEqual([]);
}, 30_000);

test("runs that unpack and repair at the same time share one complete folder", async () => {
  const cache = freshCache();
  for (const prepare of [() => {}, (folder: string) => truncateSync(join(folder, "liba.so"), 1)]) {
    for (const name of existsSync(join(cache, "lib")) ? readdirSync(join(cache, "lib")) : []) {
      prepare(join(cache, "lib", name));
    }
    const children = Array.from({ length: 6 }, () => startChild(cache, embedded, scratch));
    const folders = await Promise.all(
      children.map(async (child) => JSON.parse(await new Response(child.stdout).text()).folder as string),
    );
    expect(new Set(folders).size).toBe(1);
    expectWhole(folders[0] as string);
    expect(leftovers(cache)).toEqual([]);
  }
}, 30_000);

/** A command that runs ensureFolder and prints `{folder, mode}`. */
function childCommand(cache: string, libraries: EmbeddedFiles, temporaryDir: string): string[] {
  const module = join(import.meta.dir, "..", "..", "src", "base", "unpack.ts");
  const program = `
    import { statSync } from "node:fs";
    import { ensureFolder } from ${JSON.stringify(module)};
    const folder = ensureFolder(${JSON.stringify(libraries)}, ${JSON.stringify(cache)}, ${JSON.stringify({ temporaryDir })});
    console.log(JSON.stringify({ folder, mode: statSync(folder).mode & 0o777 }));`;
  return [process.execPath, "-e", program];
}

function runChild(...args: Parameters<typeof childCommand>) {
  return Bun.spawnSync(childCommand(...args), { stdout: "pipe", stderr: "inherit" });
}

function startChild(...args: Parameters<typeof childCommand>) {
  return Bun.spawn(childCommand(...args), { stdout: "pipe", stderr: "inherit" });
}
