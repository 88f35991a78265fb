/**
 * What was typed at the prompt, kept on disk: one JSON string a line, the oldest first. A
 * history must never be in the way: where it can't be read or written it lives in
 * memory only, and the caller is told once.
 *
 * Several chats may share the file. An append is one write at the file's end, which the kernel
 * keeps whole; the seldom rewriting of a grown file is arranged so that no append is lost.
 */
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { errorCode } from "../base/errors.ts";
import { sanitize } from "./sanitize.ts";

const maxEntries = 1000;
// A pasted book is remembered for this session only.
const maxEntryLength = 65_536;
// A lock this old was left by a process that died.
const staleLockMs = 60_000;

export type OpenedHistory = {
  history: History;
  /** Why nothing will be kept on disk. */
  warning?: string;
};

export class History {
  readonly #path: string;
  readonly #entries: string[];
  #onDisk: boolean;

  private constructor(path: string, entries: string[], onDisk: boolean) {
    this.#path = path;
    this.#entries = entries;
    this.#onDisk = onDisk;
  }

  /** @param now for the age of a left-over lock, in milliseconds since the epoch */
  static open(path: string, now: () => number = Date.now): OpenedHistory {
    try {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const { entries, lines } = readEntries(path);
      if (lines > 2 * maxEntries) compactIfPossible(path, now());
      return { history: new History(path, entries, true) };
    } catch (error) {
      return { history: new History(path, [], false), warning: explain(path, error) };
    }
  }

  /** A history that is never written down (`--no-history`). */
  static inMemory(): History {
    return new History("", [], false);
  }

  /** Oldest first. */
  get entries(): readonly string[] {
    return this.#entries;
  }

  /** Remembers what was typed. @returns the first time it can't be written: why */
  add(text: string): string | undefined {
    if (text.trim() === "" || text === this.#entries.at(-1)) return undefined;
    this.#entries.push(text);
    if (!this.#onDisk || text.length > maxEntryLength) return undefined;
    try {
      append(this.#path, JSON.stringify(text));
      return undefined;
    } catch (error) {
      this.#onDisk = false;
      return explain(this.#path, error);
    }
  }
}

function readEntries(path: string): { entries: string[]; lines: number } {
  let stats: ReturnType<typeof statSync>;
  try {
    stats = statSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { entries: [], lines: 0 };
    throw error;
  }
  // Reading a pipe or a device could wait forever.
  if (!stats?.isFile()) throw new Error("not a regular file");
  const lines = readFileSync(path, "utf8").split("\n");
  const entries = lines.flatMap(parseEntry).filter((entry, index, all) => entry !== all[index - 1]);
  return { entries: entries.slice(-maxEntries), lines: lines.length };
}

/** Damaged lines are left out: a crash may have torn one, and anybody may have edited the file. */
function parseEntry(line: string): string[] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "string" && value.trim() !== "" ? [sanitize(value)] : [];
  } catch {
    return [];
  }
}

function append(path: string, line: string): void {
  for (;;) {
    const file = openSync(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o600);
    try {
      const { size, mode, ino } = fstatSync(file);
      if ((mode & 0o077) !== 0) fchmodSync(file, 0o600);
      writeSync(file, `${endsLine(file, size) ? "" : "\n"}${line}\n`);
      // Compacted between opening and writing: the line went into the old file, see `compact`.
      if (inodeOf(path) === ino) return;
    } finally {
      closeSync(file);
    }
  }
}

/** False where a crash tore the last line: the next must not be glued to it. */
function endsLine(file: number, size: number): boolean {
  if (size === 0) return true;
  const last = new Uint8Array(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] === 0x0a;
}

/** Whether what is typed can be kept shows when it is to be. */
function compactIfPossible(path: string, now: number): void {
  try {
    compact(path, now);
  } catch {
    // A read-only or full disk: what is there can be read all the same.
  }
}

/**
 * Replaces the file by its last entries, in one rename. A line appended meanwhile is
 * in the old file: if its writer checked before the rename, it is there by the time of the second read
 * below; if after, the writer sees another inode and appends again. So none is lost
 * (one may come twice). The lock keeps a second compaction away, never an append.
 */
function compact(path: string, now: number): void {
  const lock = `${path}.lock`;
  if (!takeLock(lock, now)) return;
  try {
    const old = openSync(path, constants.O_RDONLY);
    try {
      const before = readFileSync(old);
      const kept = before.toString("utf8").split("\n").flatMap(parseEntry).slice(-maxEntries);
      const fresh = openSync(`${path}.new`, "w", 0o600);
      writeSync(fresh, kept.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
      closeSync(fresh);
      renameSync(`${path}.new`, path);
      const late = new Uint8Array(fstatSync(old).size - before.length);
      readSync(old, late, 0, late.length, before.length);
      for (const entry of new TextDecoder().decode(late).split("\n").flatMap(parseEntry)) {
        append(path, JSON.stringify(entry));
      }
    } finally {
      closeSync(old);
    }
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock: string, now: number): boolean {
  try {
    if (now - statSync(lock).mtimeMs > staleLockMs) rmSync(lock, { force: true });
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
  try {
    closeSync(openSync(lock, "wx", 0o600));
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

function inodeOf(path: string): number | undefined {
  try {
    return statSync(path).ino;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}

function explain(path: string, error: unknown): string {
  const reason = errorCode(error) || (error instanceof Error ? error.message : String(error));
  return `Prompt history is kept for this session only: ${path} can't be used (${reason}).`;
}
