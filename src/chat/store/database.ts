/** Opens the chats' database, and says in words what can be wrong with it. */
import { constants, Database } from "bun:sqlite";
import { closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { AnechatError, errorCode, isWriteFailure } from "../../base/errors.ts";
import { migrate, schemaVersion, versionOf } from "./schema.ts";

/** A path that is none: SQLite's name for a database that ends with the program. */
export const inMemory = ":memory:";

/** Milliseconds that another process's writing is waited for; this thread does nothing else meanwhile. */
const usualPatienceMs = 10_000;

/** Another process writes it, or has kept it from being written. It may be tried again. */
export class DatabaseLocked extends AnechatError {
  constructor(path: string, cause: unknown) {
    super("noAccess", `${path} is locked by another program`, {
      hint: "Close what has it open, and try again.",
      cause,
    });
  }
}

/**
 * The database, made if it isn't there, readable by its owner alone.
 * @param patienceMs so long another process's writing is waited for, by this thread
 * @throws AnechatError that says what is wrong: DatabaseLocked, `badData`, `noAccess`, `diskFull`
 */
export function openDatabase(path: string, patienceMs: number = usualPatienceMs): Database {
  let database: Database | undefined;
  try {
    refuseNoFile(path);
    if (path !== inMemory) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      // SQLite makes files readable by all, and the files beside it as this one is.
      if (!existsSync(path)) closeSync(openSync(path, "a", 0o600));
    }
    database = new Database(path, { readwrite: true, create: true, strict: true });
    prepare(database, path, patienceMs);
    database.run("PRAGMA journal_mode = WAL");
    // With WAL, a crash of the program loses nothing; one of the whole machine, a message at most.
    database.run("PRAGMA synchronous = NORMAL");
    migrate(database);
    return database;
  } catch (error) {
    database?.close();
    throw explain(error, path);
  }
}

/**
 * The database for looking alone, which may lie where nothing can be written.
 * @returns undefined if there is none
 * @throws AnechatError as openDatabase
 */
export function openForReading(path: string): Database | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return openDatabase(path);
  } catch (error) {
    // The newest messages may be in the -wal file, which SQLite can't read where it can't make its -shm file.
    if (!isWriteFailure(error) || error instanceof DatabaseLocked || hasLog(path)) throw error;
  }
  let database: Database | undefined;
  try {
    // Nobody can write it, so nobody has to be waited for; and the files for waiting can't be made.
    const uri = `file:${encodeURI(path).replaceAll("?", "%3f").replaceAll("#", "%23")}?immutable=1`;
    database = new Database(uri, constants.SQLITE_OPEN_READONLY | constants.SQLITE_OPEN_URI);
    prepare(database, path, usualPatienceMs);
    if (versionOf(database) > 0) return database;
    // It was begun where there was no room for a first table.
    database.close();
    return undefined;
  } catch (error) {
    database?.close();
    throw explain(error, path);
  }
}

/** A -wal file with messages that aren't in the database itself yet: a program was killed. */
function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** SQLite would wait for a pipe, and take a device without an end for an empty database. */
function refuseNoFile(path: string): void {
  const stats = path === inMemory ? undefined : statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile()) return;
  const what = stats.isDirectory() ? "a folder" : stats.isFIFO() ? "a pipe" : "a device";
  throw new AnechatError("badData", `${path} is ${what}, not a database of chats`, {
    hint: "Move it away and a new one is begun, or set XDG_DATA_HOME to another folder.",
  });
}

function prepare(database: Database, path: string, patienceMs: number): void {
  database.run(`PRAGMA busy_timeout = ${patienceMs}`);
  database.run("PRAGMA foreign_keys = ON");
  const version = versionOf(database);
  if (version > schemaVersion) {
    throw new AnechatError("badData", `${path} was written by a newer anechat`, {
      hint: `Use that one, or set XDG_DATA_HOME to another folder. (It has version ${version}; this anechat knows ${schemaVersion}.)`,
    });
  }
}

/** What SQLite or the file system said, as an error with advice. */
export function explain(error: unknown, path: string): AnechatError {
  if (error instanceof AnechatError) return error;
  const code = errorCode(error);
  const said = error instanceof Error ? error.message : String(error);
  const reason = code === "" || said.includes(code) ? said : `${said} (${code})`;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new DatabaseLocked(path, error);
  if (/CORRUPT|NOTADB/.test(code)) {
    return new AnechatError("badData", `The database of chats is damaged: ${reason}`, {
      hint: `Move ${path} away (and its -wal and -shm) and a new one is begun.`,
      cause: error,
    });
  }
  // The file for waiting is made first, and fails so.
  if (/FULL|SHMSIZE|ENOSPC|EDQUOT/.test(code)) {
    return new AnechatError("diskFull", `The disk is full: ${path} can't be written`, { cause: error });
  }
  if (/READONLY|CANTOPEN|PERM|AUTH|EACCES|EPERM|EROFS|ENOTDIR|EEXIST/.test(code)) {
    return new AnechatError("noAccess", `${path} can't be written: ${reason}`, {
      hint: "Look at who may write there, or set XDG_DATA_HOME to another folder.",
      cause: error,
    });
  }
  return new AnechatError("badData", `${path} can't be used: ${reason}`, { cause: error });
}
