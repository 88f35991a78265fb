/** Opens the chat database, and turns its errors into advice. */
import { constants, Database } from "bun:sqlite";
import { closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { AnechatError, errorCode, isWriteFailure, messageOf, reasonOf } from "../../base/errors.ts";
import { systemReason } from "../../base/system-errors.ts";
import { migrate, schemaVersion, versionOf } from "./schema.ts";

/** Not a path: SQLite's name for a database in memory. */
export const inMemory = ":memory:";

/** How long this thread blocks while another process writes. */
const defaultBusyTimeoutMs = 10_000;

/** Another process has locked the database. A later attempt may succeed. */
export class DatabaseLocked extends AnechatError {
  constructor(path: string, cause: unknown) {
    super("noAccess", `${path} is locked by another program`, {
      hint: "Close the program that uses it, and try again.",
      cause,
    });
  }
}

/**
 * Opens the database. If it is missing, it is created, readable only by its owner.
 * @param busyTimeoutMs how long this thread waits for another writer
 * @throws DatabaseLocked, AnechatError `badData`, `noAccess`, `diskFull`
 */
export function openDatabase(path: string, busyTimeoutMs: number = defaultBusyTimeoutMs): Database {
  let database: Database | undefined;
  try {
    refuseNonFile(path);
    if (path !== inMemory) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      // SQLite would make the file readable for everybody. Its other files get the same mode.
      if (!existsSync(path)) closeSync(openSync(path, "a", 0o600));
    }
    database = new Database(path, { readwrite: true, create: true, strict: true });
    prepare(database, path, busyTimeoutMs);
    database.run("PRAGMA journal_mode = WAL");
    // With WAL, a crash of the program loses nothing, a crash of the machine at most the last
    // messages.
    database.run("PRAGMA synchronous = NORMAL");
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    throw explain(error, path);
  }
}

/**
 * Opens the database for reading, also in a folder that can't be written.
 * @returns undefined if there is no database
 * @throws AnechatError as openDatabase
 */
export function openForReading(path: string): Database | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return openDatabase(path);
  } catch (error) {
    // The newest messages may be in the -wal file. SQLite can't read it without creating a -shm
    // file.
    if (!isWriteFailure(error) || error instanceof DatabaseLocked || hasLog(path)) throw error;
  }
  let database: Database | undefined;
  try {
    // Without locks: no process can write the database, and files for locks can't be created.
    const uri = `file:${encodeURI(path).replaceAll("?", "%3f").replaceAll("#", "%23")}?immutable=1`;
    database = new Database(uri, constants.SQLITE_OPEN_READONLY | constants.SQLITE_OPEN_URI);
    prepare(database, path, defaultBusyTimeoutMs);
    if (versionOf(database) > 0) return database;
    // It was created on a full disk, without tables.
    database.close();
    return undefined;
  } catch (error) {
    database?.close();
    throw explain(error, path);
  }
}

/** Whether a killed program left messages in the -wal file. */
function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** SQLite would block on a pipe, and take an endless device for an empty database. */
function refuseNonFile(path: string): void {
  const stats = path === inMemory ? undefined : statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile()) return;
  const kind = stats.isDirectory() ? "a folder" : stats.isFIFO() ? "a pipe" : "a device";
  throw new AnechatError("badData", `${path} is ${kind}, not a chat database`, {
    hint: "Move it away to start a new database, or set XDG_DATA_HOME to another folder.",
  });
}

function prepare(database: Database, path: string, busyTimeoutMs: number): void {
  database.run(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
  database.run("PRAGMA foreign_keys = ON");
  const version = versionOf(database);
  if (version > schemaVersion) {
    throw new AnechatError("badData", `${path} was written by a newer anechat`, {
      hint:
        `Use that one, or set XDG_DATA_HOME to another folder. ` +
        `(Its version is ${version}; this anechat reads up to ${schemaVersion}.)`,
    });
  }
}

/** An error of SQLite or the file system, as an error with advice. */
export function explain(error: unknown, path: string): AnechatError {
  if (error instanceof AnechatError) return error;
  const code = errorCode(error);
  const isSystem = systemReason(code) !== undefined;
  const reason = isSystem || code === "" ? reasonOf(error) : messageOf(error);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new DatabaseLocked(path, error);
  if (/CORRUPT|NOTADB/.test(code)) {
    return new AnechatError("badData", `The chat database is damaged: ${reason}`, {
      hint: `Move ${path} away (and its -wal and -shm) to start a new database.`,
      cause: error,
    });
  }
  // SHMSIZE: the -shm file is created first, and fails with this code.
  if (/FULL|SHMSIZE|ENOSPC|EDQUOT/.test(code)) {
    return new AnechatError("diskFull", `The disk is full: ${path} can't be written`, { cause: error });
  }
  if (/READONLY|CANTOPEN|PERM|AUTH|EACCES|EPERM|EROFS|ENOTDIR|EEXIST/.test(code)) {
    return new AnechatError("noAccess", `${path} can't be written: ${reason}`, {
      hint: "Check its permissions, or set XDG_DATA_HOME to another folder.",
      cause: error,
    });
  }
  return new AnechatError("badData", `${path} can't be used: ${reason}`, { cause: error });
}
