/**
 * The prompt history: the newest thousand prompts, in the chat database. While another program has
 * locked the database, new prompts wait in memory. Older versions wrote a file of JSON lines, which
 * is imported once.
 */
import type { Database } from "bun:sqlite";
import { chmodSync, renameSync, rmSync, statSync } from "node:fs";
import { errorCode, isWriteFailure } from "../../base/errors.ts";
import { readFailure, readText, sizeLimits } from "../../base/read-file.ts";
import { DatabaseLocked, explain, openForReading } from "./database.ts";

type PromptHistoryOptions = {
  /** The database, which its owner closes. Called for each access. @throws AnechatError */
  open(): Database;
  /** The database's path. */
  path: string;
  /** The file of older versions. */
  oldFile: string;
};

const maxPrompts = 1000;

// A longer prompt, such as a pasted book, is kept for this session only.
const maxPromptLength = 65_536;

const retryMs = 100;

export class PromptHistory {
  readonly #options: PromptHistoryOptions;
  #unsaved: string[] = [];
  #failure: Error | undefined;

  constructor(options: PromptHistoryOptions) {
    this.#options = options;
  }

  /** Oldest first. @throws AnechatError if the database can be neither written nor read */
  load(): string[] {
    const { path, oldFile } = this.#options;
    try {
      const database = this.#openPrivate();
      importOldFile(database, oldFile);
      return select(database);
    } catch (thrown) {
      const error = explain(thrown, path);
      // A later start imports the file.
      if (error instanceof DatabaseLocked) return parseOldFiles(oldFile);
      const found = isWriteFailure(error) ? this.#loadReadOnly() : undefined;
      if (found !== undefined) return found;
      throw error;
    }
  }

  /**
   * @throws AnechatError if it can't be written; a locked database is no error: the prompt waits
   */
  append(text: string): void {
    if (text.length > maxPromptLength) return;
    this.#unsaved.push(text);
    this.#save();
    if (this.#failure === undefined || this.#failure instanceof DatabaseLocked) return;
    this.#unsaved = [];
    throw this.#failure;
  }

  /** Whether a prompt is not written yet. */
  get isBehind(): boolean {
    return this.#unsaved.length > 0;
  }

  /** Why the last write failed. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /**
   * Writes waiting prompts. While the database is locked, it tries again.
   * @param timeoutMs after which it gives up
   * @param stop makes it give up
   */
  async flush(timeoutMs: number, stop?: AbortSignal): Promise<void> {
    const deadline = performance.now() + timeoutMs;
    while (this.isBehind) {
      this.#save();
      const isPermanent = !(this.#failure instanceof DatabaseLocked);
      if (isPermanent || performance.now() > deadline || stop?.aborted) return;
      await Bun.sleep(retryMs);
    }
  }

  #save(): void {
    try {
      const database = this.#openPrivate();
      database.transaction(() => insert(database, this.#unsaved)).immediate();
      this.#unsaved = [];
      this.#failure = undefined;
    } catch (error) {
      this.#failure = explain(error, this.#options.path);
    }
  }

  /** Opens the database, and makes its files readable only by their owner. */
  #openPrivate(): Database {
    const { open, path } = this.#options;
    const database = open();
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
      if ((mode & 0o077) !== 0) chmodSync(file, 0o600);
    }
    return database;
  }

  /** @returns undefined if there is nothing to read */
  #loadReadOnly(): string[] | undefined {
    const { path, oldFile } = this.#options;
    const old = parseOldFiles(oldFile);
    using database = openForReading(path);
    if (database === undefined) return old.length > 0 ? old : undefined;
    try {
      return [...(hasTable(database) ? select(database) : []), ...old];
    } catch (error) {
      throw explain(error, path);
    }
  }
}

/** False for a database of an older version that can't be written. */
function hasTable(database: Database): boolean {
  return database.query("SELECT 1 FROM sqlite_master WHERE name = 'prompts'").get() !== null;
}

function select(database: Database): string[] {
  const rows = database.query("SELECT text FROM prompts ORDER BY number DESC LIMIT ?").all(maxPrompts);
  return (rows as { text: string }[]).map(({ text }) => text).reverse();
}

function insert(database: Database, prompts: readonly string[]): void {
  for (const text of prompts) database.query("INSERT INTO prompts (text) VALUES (?)").run(text);
  database.query("DELETE FROM prompts WHERE number <= (SELECT max(number) FROM prompts) - ?").run(maxPrompts);
}

/** The old file's name during its import, where no program of an older version writes to it. */
function importingPath(oldFile: string): string {
  return `${oldFile}.importing`;
}

/** Usually there is no old file, and nothing to do. */
function importOldFile(database: Database, oldFile: string): void {
  if (!isFile(oldFile) && !isFile(importingPath(oldFile))) return;
  // The prompts must be on the disk before their file is removed.
  database.run("PRAGMA synchronous = FULL");
  try {
    while (database.transaction(() => takeImportStep(database, oldFile)).immediate());
  } finally {
    database.run("PRAGMA synchronous = NORMAL");
  }
}

/**
 * The first step imports the file and records that, in one transaction; the second removes it.
 * The database's lock lets one program at a time take a step. A program that is killed at any point
 * leaves a state in which the next one neither loses a prompt nor imports it twice.
 * @returns whether another step follows
 */
function takeImportStep(database: Database, oldFile: string): boolean {
  const importing = importingPath(oldFile);
  if (database.query("DELETE FROM imported_history").run().changes > 0) {
    // The last two are what a killed program of an older version may have left.
    for (const file of [importing, `${oldFile}.lock`, `${oldFile}.new`]) rmSync(file, { force: true });
    return isFile(oldFile);
  }
  if (!isFile(importing)) {
    if (!isFile(oldFile)) return false;
    renameSync(oldFile, importing);
  }
  insert(database, parseOldFile(importing).slice(-maxPrompts));
  database.query("INSERT INTO imported_history DEFAULT VALUES").run();
  return true;
}

/** Prompts that can't be imported yet, for this session. */
function parseOldFiles(oldFile: string): string[] {
  return [importingPath(oldFile), oldFile].filter(isFile).flatMap(parseOldFile).slice(-maxPrompts);
}

/** @throws AnechatError if it can't be read */
function parseOldFile(path: string): string[] {
  let text: string;
  try {
    text = readText(path, { limit: sizeLimits.collection });
  } catch (error) {
    // Another program has imported it meanwhile.
    if (errorCode(error) === "ENOENT") return [];
    throw readFailure(path, error, "badData", "Move it away, or make it readable.");
  }
  return text.split("\n").flatMap(parseLine);
}

/** Skips damaged lines: a crash may have cut one off, and users may have edited the file. */
function parseLine(line: string): string[] {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "string" ? [value] : [];
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
