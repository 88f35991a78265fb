/**
 * Unpacks the embedded files into a folder, where the loader and llama.cpp can read them. It does
 * so once, and checks the folder at every start.
 *
 * The folder is in the cache and named after its content. It appears whole, by a rename, so a
 * killed or concurrent run never leaves half of it. It is private (0700), so damage is an accident:
 * a cache cleaner, a full disk, a bad restore. Hashing its 22 MB would cost 33 ms of every start.
 * Instead a stamp in the folder records size, times and inode of each file, as git's index does
 * (0.3 ms), and the files are hashed only if these differ. Every write changes ctime.
 */
import { createHash } from "node:crypto";
import type { Stats } from "node:fs";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EmbeddedFile, type EmbeddedFiles, embeddedFiles } from "./embedded.ts";
import { AnechatError, errorCode, messageOf } from "./errors.ts";
import { formatBytes } from "./format.ts";

const stampName = "stamp.json";
/** JSON files that this and other modules add to the folder, also while they are written. */
const noteName = /\.json(\.\d+)?$/;
const unpackingPrefix = ".unpacking-";
const temporaryPrefix = "anechat-lib-";

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * If the cache can't be written (read-only home, full disk, another user's folder), this run gets a
 * private temporary folder.
 *
 * @param cacheDir anechat's cache folder; made if it is missing
 * @returns the absolute path of the folder, which stays until the process ends
 * @throws AnechatError "engineUnavailable" if neither folder can be written
 */
export function ensureFolder(
  embedded: EmbeddedFiles,
  cacheDir: string,
  options: {
    temporaryDir?: string;
    /** Milliseconds since 1970. */
    now?: number;
    /** Called with the reason if a temporary folder is used. */
    onTrouble?: (reason: string) => void;
  } = {},
): string {
  const { temporaryDir = tmpdir(), now = Date.now(), onTrouble } = options;
  const libraries = join(cacheDir, "lib");
  const folder = join(libraries, contentName(embedded.files));
  try {
    removeOlder(libraries, unpackingPrefix, now - 10 * minute);
    if (holds(folder, embedded.files)) {
      noteUse(folder, now);
    } else {
      mkdirSync(libraries, { recursive: true, mode: 0o700 });
      unpack(embedded, mkdtempSync(join(libraries, unpackingPrefix)), folder);
      // Files of other versions, not used for a month.
      removeOlder(libraries, "", now - 30 * day);
    }
    return folder;
  } catch (cause) {
    const temporary = unpackForThisRun(embedded, temporaryDir, now, cause);
    onTrouble?.(reason(cause));
    return temporary;
  }
}

/** {@link ensureFolder} for the files of this executable; undefined when run from source. */
export function ensureUnpacked(cacheDir: string, onTrouble?: (reason: string) => void): string | undefined {
  if (embeddedFiles === undefined) return undefined;
  return ensureFolder(embeddedFiles, cacheDir, onTrouble === undefined ? {} : { onTrouble });
}

function contentName(files: readonly EmbeddedFile[]): string {
  return createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
}

// ── checking

/**
 * Whether the folder holds these files and no others.
 * @throws if the folder is another user's: it can be neither trusted nor replaced
 */
function holds(folder: string, files: readonly EmbeddedFile[]): boolean {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  refuseForeign(folder, stats);
  // ggml loads every module in its folder, so an unknown one counts as damage.
  const expected = new Set(files.map(({ name }) => name));
  const found = readdirSync(folder);
  if (!found.every((name) => expected.has(name) || noteName.test(name))) return false;

  const fingerprints = files.map(({ name, size }) => fingerprint(join(folder, name), size));
  if (fingerprints.includes(undefined)) return false;
  const stamp = JSON.stringify(fingerprints);
  const stampFile = join(folder, stampName);
  if (!isOpenToOthers(stats) && found.includes(stampName) && readFileSync(stampFile, "utf8") === stamp) {
    return true;
  }

  if (!files.every(({ name, sha256 }) => sha256Of(join(folder, name)) === sha256)) return false;
  try {
    chmodSync(folder, 0o700);
    writeFileSync(stampFile, stamp, { mode: 0o600 });
  } catch {
    // The files are good; without a stamp the next start hashes them again.
  }
  return true;
}

/** Changes whenever the file does; undefined if it isn't a regular file of that size. */
function fingerprint(file: string, size: number): string | undefined {
  const stats = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile() || stats.size !== BigInt(size)) return undefined;
  return `${stats.mtimeNs} ${stats.ctimeNs} ${stats.ino}`;
}

function sha256Of(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** The owner of the folder can put code into it, and root must not run a user's code. */
function refuseForeign(folder: string, stats: Stats): void {
  // Windows has no owner ids here; the cache is in the user's profile, which is private by default.
  const owned = process.getuid === undefined || stats.uid === process.getuid();
  if (!stats.isDirectory() || !owned) throw new Error(`${folder} is not a folder of this user`);
}

function isOpenToOthers(stats: Stats): boolean {
  return process.platform !== "win32" && (stats.mode & 0o077) !== 0;
}

/** Marks the folder as used, at most once a day. */
function noteUse(folder: string, now: number): void {
  if (statSync(folder).mtimeMs > now - day) return;
  try {
    utimesSync(folder, now / 1000, now / 1000);
  } catch {
    // A read-only home, where old folders are never removed either.
  }
}

// ── unpacking

/** Fills the empty folder `temporary` and renames it to `folder`; on failure it is removed. */
function unpack(embedded: EmbeddedFiles, temporary: string, folder: string): void {
  try {
    write(embedded, temporary);
    publish(temporary, folder, embedded.files);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function write({ archive, files }: EmbeddedFiles, folder: string): void {
  const bytes = Bun.zstdDecompressSync(readFileSync(archive));
  let offset = 0;
  for (const { name, size } of files) {
    writeFileSync(join(folder, name), bytes.subarray(offset, offset + size), { mode: 0o600 });
    offset += size;
  }
  const fingerprints = files.map(({ name, size }) => fingerprint(join(folder, name), size));
  writeFileSync(join(folder, stampName), JSON.stringify(fingerprints), { mode: 0o600 });
}

/**
 * Renames `temporary` to `folder`. If another run was faster, its folder is used; a damaged one is
 * moved away first. (On Windows a library in use can be neither moved nor damaged: the rename fails
 * and this run uses a temporary folder.)
 */
function publish(temporary: string, folder: string, files: readonly EmbeddedFile[]): void {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(temporary, folder);
      return;
    } catch (error) {
      // Several runs may repair at the same time; in each round, one of them succeeds.
      if (attempt === 5 || !existsSync(folder)) throw error;
    }
    if (holds(folder, files)) return;
    const damaged = `${temporary}-damaged-${attempt}`;
    renameIfThere(folder, damaged);
    rmSync(damaged, { recursive: true, force: true });
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

/** @param cause why the cache can't be used */
function unpackForThisRun(
  embedded: EmbeddedFiles,
  temporaryDir: string,
  now: number,
  cause: unknown,
): string {
  try {
    removeOlder(temporaryDir, temporaryPrefix, now - day);
    const folder = mkdtempSync(join(temporaryDir, temporaryPrefix));
    process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
    write(embedded, folder);
    return folder;
  } catch (error) {
    const size = embedded.files.reduce((sum, file) => sum + file.size, 0);
    throw new AnechatError(
      "engineUnavailable",
      `Cannot unpack the embedded files: ${reason(cause)} (cache), ${reason(error)} (${temporaryDir})`,
      {
        hint: `Set TMPDIR to a folder that you own, with ${formatBytes(size)} free.`,
        cause: error,
      },
    );
  }
}

/** Removes this user's folders `prefix…` in `parent` that were last modified before `time`. */
function removeOlder(parent: string, prefix: string, time: number): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(parent, name);
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (stats === undefined || stats.mtimeMs >= time) continue;
    try {
      refuseForeign(folder, stats);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Owned by another user, or not removable: no reason to fail the start.
    }
  }
}

function reason(error: unknown): string {
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return "the disk is full";
    case "EROFS":
      return "the disk is read-only";
    case "EACCES":
    case "EPERM":
      return "no permission to write";
    default:
      return messageOf(error);
  }
}
