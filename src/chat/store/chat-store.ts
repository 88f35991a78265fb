/** The saved chats: one database, which several processes may write at the same time. */
import type { Database, Statement } from "bun:sqlite";
import { scrypt } from "node:crypto";
import { promisify } from "node:util";
import { AnechatError } from "../../base/errors.ts";
import type { AnswerFacts, Entry, EntryId } from "../transcript.ts";
import { explain, openDatabase, openForReading } from "./database.ts";

/** A chat's number, which users type. */
export type ChatNumber = number;

export type SavedChat = {
  number: ChatNumber;
  title: string;
  /** Milliseconds since 1970. */
  created: number;
  updated: number;
  head: EntryId | undefined;
  /** Oldest first. */
  entries: Entry[];
};

export type ChatSummary = {
  number: ChatNumber;
  title: string;
  created: number;
  updated: number;
  /** The number of questions on all branches. */
  questions: number;
  /** The model that was asked last or answered last; null if none is known. */
  model: string | null;
};

/** `source` opens the model that answered. */
export type AnswerTiming = Pick<AnswerFacts, "usage" | "timings"> & { source: string };

export type ChatMatch = ChatSummary & {
  /** The text around the match, which is between {@link foundMarks}. */
  excerpt: string;
};

/** They enclose a match. Private-use characters, which texts rarely contain. */
export const foundMarks = { open: "\ue000", close: "\ue001" } as const;

/**
 * The client that made a chat: from {@link ChatStore.ownerOf}, or a name for one run of a server.
 */
export type Owner = string;

/** What is visible: the user sees all chats, a client of a server sees its own. */
type View = { owner: Owner | undefined; seesAll: boolean };

/** The operations on chats that a server's clients get. */
export type OwnedChats = Pick<ChatStore, "add" | "moveHead" | "rename" | "load" | "remove" | "checkWritable">;

const userView: View = { owner: undefined, seesAll: true };

const maxTitleLength = 80;
const ownerBytes = 24;

export class ChatStore implements Disposable {
  readonly #database: Database;
  readonly #path: string;
  readonly #view: View;

  private constructor(database: Database, path: string, view: View = userView) {
    this.#database = database;
    this.#path = path;
    this.#view = view;
  }

  /**
   * @param busyTimeoutMs how long this thread waits for another writer; missing: some seconds
   * @throws AnechatError DatabaseLocked, `badData`, `noAccess`, `diskFull`
   */
  static open(path: string, busyTimeoutMs?: number): ChatStore {
    return new ChatStore(openDatabase(path, busyTimeoutMs), path);
  }

  /**
   * Opens it read-only, also if nothing can be written.
   * @returns undefined if no chat was ever saved
   */
  static openForReading(path: string): ChatStore | undefined {
    const database = openForReading(path);
    return database && new ChatStore(database, path);
  }

  /** For other tables of the database. It is closed with the store. */
  get database(): Database {
    return this.#database;
  }

  /** The same chats, with another view. */
  viewedBy(view: View): OwnedChats {
    const store = new ChatStore(this.#database, this.#path, view);
    return {
      add: (...chat) => store.add(...chat),
      moveHead: (chat, head) => store.moveHead(chat, head),
      rename: (chat, title) => store.rename(chat, title),
      load: (number) => store.load(number),
      remove: (numbers) => store.remove(numbers),
      checkWritable: () => store.checkWritable(),
    };
  }

  /** The owner's name for an API key: a slow hash, which makes guessing keys slow. */
  async ownerOf(key: string): Promise<Owner> {
    const { value } = this.#read(
      () => this.#prepare("SELECT value FROM secrets WHERE name = 'owners'").get() as { value: Uint8Array },
    );
    const hash = (await promisify(scrypt)(key, value, ownerBytes)) as Buffer;
    return `key:${hash.toString("base64url")}`;
  }

  /** @throws AnechatError as a write would, such as DatabaseLocked */
  checkWritable(): void {
    this.#write(() => {});
  }

  /**
   * Adds entries in one transaction. If the user or another owner continues a client's chat, only
   * the user owns it from then on.
   * @param chat missing: a new chat
   */
  add(chat: ChatNumber | undefined, entries: readonly Entry[], head: EntryId | undefined): ChatNumber {
    return this.#write(() => {
      const now = entries.at(-1)?.created ?? Date.now();
      const number = chat ?? this.#create(titleOf(entries), entries[0]?.created ?? now);
      this.#moveHead(number, head, now);
      for (const entry of entries) this.#insert(number, entry);
      // A chat without a question has no title yet.
      this.#run("UPDATE chats SET title = ? WHERE number = ? AND title = ''", titleOf(entries), number);
      return number;
    });
  }

  moveHead(chat: ChatNumber, head: EntryId | undefined): void {
    this.#write(() => this.#moveHead(chat, head, 0));
  }

  /** @throws AnechatError `badData` if the chat was removed */
  rename(chat: ChatNumber, title: string): void {
    const { owner = null, seesAll } = this.#view;
    const sql = "UPDATE chats SET title = ? WHERE number = ? AND (? OR owner IS ?)";
    if (this.#write(() => this.#run(sql, title, chat, seesAll, owner)) === 0) throw removed(chat);
  }

  /** Imports a chat. @returns its number, and how many of its entries are new here */
  import(chat: Omit<SavedChat, "number">): { number: ChatNumber; added: number } {
    return this.#write(() => {
      const known = chat.entries.flatMap(({ id }) => this.#numberOfEntry(id) ?? []);
      const number = known[0] ?? this.#create(chat.title || titleOf(chat.entries), chat.created);
      const fresh = chat.entries.filter(({ id }) => this.#numberOfEntry(id) === undefined);
      for (const entry of fresh) this.#insert(number, entry);
      if (fresh.length > 0) this.#moveHead(number, chat.head, chat.updated);
      return { number, added: fresh.length };
    });
  }

  load(number: ChatNumber): SavedChat | undefined {
    return this.#read(() => {
      const { owner = null, seesAll } = this.#view;
      const chat = this.#prepare("SELECT * FROM chats WHERE number = ? AND (? OR owner IS ?)").get(
        number,
        seesAll,
        owner,
      ) as ChatRow | null;
      if (chat === null) return undefined;
      const rows = this.#prepare("SELECT * FROM entries WHERE chat = ? ORDER BY number").all(number);
      const { title, created, updated, head } = chat;
      return {
        number,
        title,
        created,
        updated,
        head: head ?? undefined,
        entries: (rows as EntryRow[]).map(toEntry),
      };
    });
  }

  /** The chat that was used last. */
  latest(): ChatNumber | undefined {
    return this.list(1)[0]?.number;
  }

  count(): number {
    return this.#read(() => (this.#prepare("SELECT count(*) AS n FROM chats").get() as { n: number }).n);
  }

  /** How fast the latest answers were, newest first. */
  timings(limit: number): AnswerTiming[] {
    const rows = this.#read(
      () =>
        this.#prepare(
          `SELECT model_source AS source, facts FROM entries
           WHERE facts IS NOT NULL AND model_source IS NOT NULL ORDER BY number DESC LIMIT ?`,
        ).all(limit) as { source: string; facts: string }[],
    );
    return rows.map(({ source, facts }) => {
      const { usage, timings } = JSON.parse(facts) as AnswerFacts;
      return { source, usage, timings };
    });
  }

  /** Most recently used first. @param limit -1: all */
  list(limit: number): ChatSummary[] {
    return this.#read(
      () =>
        this.#prepare(`${selectSummaries} ORDER BY updated DESC, number DESC LIMIT ?`).all(
          limit,
        ) as ChatSummary[],
    );
  }

  /**
   * Chats with a message that contains all these words. If there are too few, the last word may be
   * the beginning of one. The chat with the newest match comes first.
   * @param limit -1: all
   */
  search(text: string, limit: number): ChatMatch[] {
    return this.#read(() => {
      const found = new Map<ChatNumber, { entry: number; query: string }>();
      for (const query of matchQueries(text)) {
        if (limit !== -1 && found.size >= limit) break;
        // It stops at the limit, because a common word is in most messages.
        for (const row of this.#prepare(searchText).iterate(query)) {
          const { chat, entry } = row as { chat: ChatNumber; entry: number };
          if (!found.has(chat)) found.set(chat, { entry, query });
          if (found.size === limit) break;
        }
      }
      return [...found]
        .sort(([, one], [, other]) => other.entry - one.entry)
        .map(([chat, { entry, query }]) => ({
          ...(this.#prepare(`${selectSummaries} WHERE number = ?`).get(chat) as ChatSummary),
          ...(this.#prepare(excerptText).get(query, entry) as { excerpt: string }),
        }));
    });
  }

  /** Removes chats with their entries. @returns how many there were */
  remove(numbers: readonly ChatNumber[]): number {
    const { owner = null, seesAll } = this.#view;
    const sql = "DELETE FROM chats WHERE number = ? AND (? OR owner IS ?)";
    return this.#write(() =>
      numbers.reduce((sum, number) => sum + this.#run(sql, number, seesAll, owner), 0),
    );
  }

  #moveHead(chat: ChatNumber, head: EntryId | undefined, now: number): void {
    const { owner = null, seesAll } = this.#view;
    const sql = `UPDATE chats SET head = ?, updated = max(updated, ?), owner = CASE WHEN owner IS ? THEN owner END
       WHERE number = ? AND (? OR owner IS ?)`;
    if (this.#run(sql, head ?? null, now, owner, chat, seesAll, owner) === 0) {
      throw removed(chat);
    }
  }

  #create(title: string, created: number): ChatNumber {
    const insert = this.#prepare("INSERT INTO chats (title, created, updated, owner) VALUES (?, ?, ?, ?)");
    return Number(insert.run(title, created, created, this.#view.owner ?? null).lastInsertRowid);
  }

  #insert(chat: ChatNumber, entry: Entry): void {
    const { model: answering, ...facts } = (entry.role === "assistant" && entry.facts) || {};
    const model = entry.role === "user" ? entry.asked : answering;
    this.#run(
      `INSERT INTO entries (id, chat, parent, role, content, reasoning, kept_from, created,
         model, model_hash, model_source, facts, typed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      entry.id,
      chat,
      entry.parent ?? null,
      entry.role,
      entry.content,
      (entry.role === "assistant" && entry.reasoning) || null,
      (entry.role === "summary" && entry.keptFrom) || null,
      entry.created,
      model?.name ?? null,
      answering?.hash ?? null,
      model?.source ?? null,
      answering === undefined ? null : JSON.stringify(facts),
      (entry.role === "user" && entry.typed) || null,
    );
  }

  #numberOfEntry(id: EntryId): ChatNumber | undefined {
    const row = this.#prepare("SELECT chat FROM entries WHERE id = ?").get(id) as { chat: number } | null;
    return row?.chat;
  }

  #prepare(sql: string): Statement {
    return this.#database.query(sql);
  }

  #run(sql: string, ...values: (string | number | boolean | null)[]): number {
    return this.#prepare(sql).run(...values).changes;
  }

  #read<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw explain(error, this.#path);
    }
  }

  /** One transaction, which takes the write lock first. */
  #write<T>(work: () => T): T {
    return this.#read(() => this.#database.transaction(work).immediate());
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }
}

type ChatRow = { title: string; created: number; updated: number; head: string | null };

type EntryRow = {
  id: string;
  parent: string | null;
  role: string;
  content: string;
  reasoning: string | null;
  kept_from: string | null;
  created: number;
  model: string | null;
  model_hash: string | null;
  model_source: string | null;
  facts: string | null;
  /** Missing in a read-only database of an older version. */
  typed?: string | null;
};

const selectSummaries = "SELECT number, title, created, updated, questions, model FROM chats";

const searchText = `
  SELECT words.rowid AS entry, (SELECT chat FROM entries WHERE number = words.rowid) AS chat
  FROM words WHERE words MATCH ? ORDER BY words.rowid DESC`;

const excerptText = `
  SELECT snippet(words, 0, '${foundMarks.open}', '${foundMarks.close}', '…', 16) AS excerpt
  FROM words WHERE words MATCH ? AND rowid = ?`;

function toEntry(row: EntryRow): Entry {
  const { id, content, created } = row;
  const common = { id, parent: row.parent ?? undefined, created };
  switch (row.role) {
    case "system":
      return { ...common, role: "system", content };
    case "user": {
      const { model: name, model_source: source, typed } = row;
      const asked = name === null || source === null ? {} : { asked: { name, source } };
      return { ...common, role: "user", content, ...(typed ? { typed } : {}), ...asked };
    }
    case "summary":
      return {
        ...common,
        role: "summary",
        content,
        ...(row.kept_from === null ? {} : { keptFrom: row.kept_from }),
      };
    case "assistant": {
      const facts = factsOf(row);
      return {
        ...common,
        role: "assistant",
        content,
        ...(row.reasoning === null ? {} : { reasoning: row.reasoning }),
        ...(facts === undefined ? {} : { facts }),
      };
    }
    default:
      throw new AnechatError("badData", `A message of the chat database has the role "${row.role}"`);
  }
}

function factsOf(row: EntryRow): AnswerFacts | undefined {
  const { model: name, model_hash: hash, model_source: source, facts } = row;
  if (name === null || facts === null) return undefined;
  return {
    model: { name, hash: hash ?? "", source: source ?? "" },
    ...(JSON.parse(facts) as Omit<AnswerFacts, "model">),
  };
}

/**
 * Queries for FTS5: the words in quotes, so that none is an operator. Then the same with a star,
 * which takes longer: the last word may begin many words. Beginnings of two or three letters have
 * an index.
 */
function matchQueries(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return [];
  const query = words.map((word) => `"${word.replaceAll('"', '""')}"`).join(" ");
  return (words.at(-1)?.length ?? 0) > 1 ? [query, `${query} *`] : [query];
}

function removed(chat: ChatNumber): AnechatError {
  return new AnechatError("badData", `Chat ${chat} was removed meanwhile`);
}

/** The beginning of the first question. */
export function titleOf(entries: readonly Entry[]): string {
  const question = entries.find(({ role }) => role === "user")?.content ?? "";
  const line = question.trim().split("\n", 1)[0] ?? "";
  const characters = [...line];
  return characters.length <= maxTitleLength
    ? line
    : `${characters
        .slice(0, maxTitleLength - 1)
        .join("")
        .trimEnd()}…`;
}
