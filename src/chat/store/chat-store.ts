/** The chats that are kept: one database, which any number of processes write at once. */
import type { Database, Statement } from "bun:sqlite";
import { scrypt } from "node:crypto";
import { promisify } from "node:util";
import { AnechatError } from "../../base/errors.ts";
import type { AnswerFacts, Entry, EntryId } from "../transcript.ts";
import { explain, openDatabase, openForReading } from "./database.ts";

/** A chat's number, as users type it. */
export type ChatNumber = number;

export type SavedChat = {
  number: ChatNumber;
  title: string;
  /** Milliseconds since 1970. */
  created: number;
  updated: number;
  head: EntryId | undefined;
  /** In the order they were said. */
  entries: Entry[];
};

export type ChatSummary = {
  number: ChatNumber;
  title: string;
  created: number;
  updated: number;
  /** Questions asked, on all branches. */
  questions: number;
  /** Who answered last; null before the first answer. */
  model: string | null;
};

export type ChatMatch = ChatSummary & {
  /** The words around what was found, with it between the two marks. */
  excerpt: string;
};

/** Around what a search found; private-use characters, which nobody types. */
export const foundMarks = { open: "\ue000", close: "\ue001" } as const;

/** Who made a chat through a server: from {@link ChatStore.ownerOf}, or a name that one run of a server has. */
export type Owner = string;

/** Who looks: the user, who sees all, or a client of a server, whose chats are its own. */
export type View = { owner: Owner | undefined; seesAll: boolean };

/** The chats that a client of a server has to do with. */
export type OwnedChats = Pick<ChatStore, "add" | "moveHead" | "load" | "remove" | "checkWritable">;

const userView: View = { owner: undefined, seesAll: true };

const longestTitle = 80;
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
   * @param patienceMs so long another process's writing is waited for, by this thread; missing: some seconds
   * @throws AnechatError DatabaseLocked, `badData`, `noAccess`, `diskFull`
   */
  static open(path: string, patienceMs?: number): ChatStore {
    return new ChatStore(openDatabase(path, patienceMs), path);
  }

  /** For looking alone, also where nothing can be written. @returns undefined if no chat was ever kept */
  static openForReading(path: string): ChatStore | undefined {
    const database = openForReading(path);
    return database && new ChatStore(database, path);
  }

  /** Closed with the store; for what else is kept in it. */
  get database(): Database {
    return this.#database;
  }

  /** The same chats, as somebody else may have to do with them. */
  viewedBy(view: View): OwnedChats {
    const store = new ChatStore(this.#database, this.#path, view);
    return {
      add: (...chat) => store.add(...chat),
      moveHead: (chat, head) => store.moveHead(chat, head),
      load: (number) => store.load(number),
      remove: (numbers) => store.remove(numbers),
      checkWritable: () => store.checkWritable(),
    };
  }

  /** What whoever has a key is called here: a slow hash, so that a guessed key can't be tried quickly. */
  async ownerOf(key: string): Promise<Owner> {
    const { value } = this.#read(
      () => this.#prepare("SELECT value FROM secrets WHERE name = 'owners'").get() as { value: Uint8Array },
    );
    const hash = (await promisify(scrypt)(key, value, ownerBytes)) as Buffer;
    return `key:${hash.toString("base64url")}`;
  }

  /** @throws AnechatError as every writing would, such as DatabaseLocked */
  checkWritable(): void {
    this.#write(() => {});
  }

  /**
   * Writes what was said, in one go. A chat that another owner or the user goes on with is the user's alone from then on.
   * @param chat missing: a new one is made of it
   */
  add(chat: ChatNumber | undefined, entries: readonly Entry[], head: EntryId | undefined): ChatNumber {
    return this.#write(() => {
      const now = entries.at(-1)?.created ?? Date.now();
      const number = chat ?? this.#create(titleOf(entries), entries[0]?.created ?? now);
      this.#goOn(number, head, now);
      for (const entry of entries) this.#insert(number, entry);
      // One that was begun before anything was asked in it has none yet.
      this.#run("UPDATE chats SET title = ? WHERE number = ? AND title = ''", titleOf(entries), number);
      return number;
    });
  }

  moveHead(chat: ChatNumber, head: EntryId | undefined): void {
    this.#write(() => this.#goOn(chat, head, 0));
  }

  /** Puts a chat from elsewhere in. @returns its number here, and how many of its entries weren't here already */
  import(chat: Omit<SavedChat, "number">): { number: ChatNumber; added: number } {
    return this.#write(() => {
      const known = chat.entries.flatMap(({ id }) => this.#numberOfEntry(id) ?? []);
      const number = known[0] ?? this.#create(chat.title || titleOf(chat.entries), chat.created);
      const fresh = chat.entries.filter(({ id }) => this.#numberOfEntry(id) === undefined);
      for (const entry of fresh) this.#insert(number, entry);
      if (fresh.length > 0) this.#goOn(number, chat.head, chat.updated);
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

  /** The chat spoken in last. */
  latest(): ChatNumber | undefined {
    return this.list(1)[0]?.number;
  }

  count(): number {
    return this.#read(() => (this.#prepare("SELECT count(*) AS n FROM chats").get() as { n: number }).n);
  }

  /** The one spoken in last first. @param limit -1: all */
  list(limit: number): ChatSummary[] {
    return this.#read(
      () =>
        this.#prepare(`${selectSummaries} ORDER BY updated DESC, number DESC LIMIT ?`).all(
          limit,
        ) as ChatSummary[],
    );
  }

  /**
   * Chats in which one message has all these words; where few have, the last may be the beginning of
   * one. The chat with the newest such message comes first.
   * @param limit -1: all
   */
  search(text: string, limit: number): ChatMatch[] {
    return this.#read(() => {
      const found = new Map<ChatNumber, { entry: number; query: string }>();
      for (const query of matchQueries(text)) {
        if (limit !== -1 && found.size >= limit) break;
        // Read only as far as chats are wanted: a common word is in most messages.
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

  /** With all that was said in them. @returns how many there were */
  remove(numbers: readonly ChatNumber[]): number {
    const { owner = null, seesAll } = this.#view;
    const sql = "DELETE FROM chats WHERE number = ? AND (? OR owner IS ?)";
    return this.#write(() =>
      numbers.reduce((sum, number) => sum + this.#run(sql, number, seesAll, owner), 0),
    );
  }

  #goOn(chat: ChatNumber, head: EntryId | undefined, now: number): void {
    const { owner = null, seesAll } = this.#view;
    const sql = `UPDATE chats SET head = ?, updated = max(updated, ?), owner = CASE WHEN owner IS ? THEN owner END
       WHERE number = ? AND (? OR owner IS ?)`;
    if (this.#run(sql, head ?? null, now, owner, chat, seesAll, owner) === 0) {
      throw new AnechatError("badData", `Chat ${chat} was removed meanwhile`);
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
         model, model_hash, model_source, facts)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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

  /** All of it or nothing, and nobody else's writing in between. */
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
  const place = { id, parent: row.parent ?? undefined, created };
  switch (row.role) {
    case "system":
      return { ...place, role: "system", content };
    case "user": {
      const { model: name, model_source: source } = row;
      const asked = name === null || source === null ? {} : { asked: { name, source } };
      return { ...place, role: "user", content, ...asked };
    }
    case "summary":
      return {
        ...place,
        role: "summary",
        content,
        ...(row.kept_from === null ? {} : { keptFrom: row.kept_from }),
      };
    case "assistant": {
      const facts = factsOf(row);
      return {
        ...place,
        role: "assistant",
        content,
        ...(row.reasoning === null ? {} : { reasoning: row.reasoning }),
        ...(facts === undefined ? {} : { facts }),
      };
    }
    default:
      throw new AnechatError(
        "badData",
        `A message in the database of chats has the unknown role "${row.role}"`,
      );
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
 * As FTS5 has it: words in quotes, of which nothing can be an operator. Then the same with a star behind: the
 * beginning of many words, which takes longer to look up, unless it is one of two or three letters.
 */
function matchQueries(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0) return [];
  const query = words.map((word) => `"${word.replaceAll('"', '""')}"`).join(" ");
  return (words.at(-1)?.length ?? 0) > 1 ? [query, `${query} *`] : [query];
}

/** The beginning of the first question. */
export function titleOf(entries: readonly Entry[]): string {
  const question = entries.find(({ role }) => role === "user")?.content ?? "";
  const line = question.trim().split("\n", 1)[0] ?? "";
  const characters = [...line];
  return characters.length <= longestTitle
    ? line
    : `${characters
        .slice(0, longestTitle - 1)
        .join("")
        .trimEnd()}…`;
}
