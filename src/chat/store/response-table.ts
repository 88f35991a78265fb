/**
 * The answers of /v1/responses in the chat database, with the items that they answer. They are
 * removed after a while, or when there are too many. What an item looks like is not known here.
 */
import type { Database } from "bun:sqlite";
import { AnechatError } from "../../base/errors.ts";
import type { Owner } from "./chat-store.ts";
import { explain, inMemory } from "./database.ts";

export type StoredItem = { id: string } & Record<string, unknown>;

export type StoredResponse = {
  id: string;
  /** Milliseconds since 1970. */
  created: number;
  /** The id of the response that it continues. */
  previous: string | undefined;
  /** Its fields without the output. */
  body: Record<string, unknown>;
  /** The items of its request, without those of `previous`. */
  input: readonly StoredItem[];
  output: readonly StoredItem[];
};

/** OpenAI's limit, too. */
export const keptMs = 30 * 24 * 3600 * 1000;

/** Bytes of JSON of all responses together. */
const keptBytes = { onDisk: 256 * 1024 ** 2, inMemory: 64 * 1024 ** 2 };

/** All methods throw AnechatError as the database does: DatabaseLocked, `diskFull`, `badData`. */
export class ResponseTable {
  readonly #database: Database;
  readonly #maxBytes: number;

  /** @param maxBytes of all responses together; the oldest are removed first */
  constructor(database: Database, maxBytes?: number) {
    this.#database = database;
    this.#maxBytes = maxBytes ?? (database.filename === inMemory ? keptBytes.inMemory : keptBytes.onDisk);
  }

  /** Does nothing if it is stored already. */
  add(owner: Owner, response: StoredResponse): void {
    const body = JSON.stringify(response.body);
    const items = [
      ...response.input.map((item) => ({ item, isOutput: false })),
      ...response.output.map((item) => ({ item, isOutput: true })),
    ].map(({ item, isOutput }) => ({ id: item.id, isOutput, json: JSON.stringify(item) }));
    const bytes = items.reduce((sum, { json }) => sum + Buffer.byteLength(json), Buffer.byteLength(body));
    this.#write(() => {
      const { changes } = this.#database
        .query(
          "INSERT OR IGNORE INTO responses (id, owner, created, previous, bytes, body) VALUES (?, ?, ?, ?, ?, ?)",
        )
        .run(response.id, owner, response.created, response.previous ?? null, bytes, body);
      if (changes === 0) return;
      const insert = this.#database.query(
        "INSERT INTO response_items (response, id, is_output, item) VALUES (?, ?, ?, ?)",
      );
      for (const { id, isOutput, json } of items) insert.run(response.id, id, isOutput, json);
    });
  }

  /** @returns undefined also for another owner's response */
  load(owner: Owner, id: string): StoredResponse | undefined {
    return this.#explained(() => {
      const row = this.#database
        .query("SELECT created, previous, body FROM responses WHERE id = ? AND owner = ?")
        .get(id, owner) as { created: number; previous: string | null; body: string } | null;
      if (row === null) return undefined;
      const items = this.#database
        .query("SELECT is_output AS isOutput, item FROM response_items WHERE response = ? ORDER BY number")
        .all(id) as { isOutput: number; item: string }[];
      const select = (isOutput: number): StoredItem[] =>
        items.filter((item) => item.isOutput === isOutput).map(({ item }) => parse(item) as StoredItem);
      const { created, previous, body } = row;
      return {
        id,
        created,
        previous: previous ?? undefined,
        body: parse(body),
        input: select(0),
        output: select(1),
      };
    });
  }

  /** The newest item with this id in a response of this owner. */
  item(owner: Owner, id: string): StoredItem | undefined {
    return this.#explained(() => {
      const row = this.#database
        .query(
          `SELECT item FROM response_items JOIN responses ON responses.id = response
           WHERE response_items.id = ? AND owner = ? ORDER BY number DESC LIMIT 1`,
        )
        .get(id, owner) as { item: string } | null;
      return row === null ? undefined : (parse(row.item) as StoredItem);
    });
  }

  /** @returns whether this owner had it */
  remove(owner: Owner, id: string): boolean {
    return this.#write(
      () =>
        this.#database.query("DELETE FROM responses WHERE id = ? AND owner = ?").run(id, owner).changes > 0,
    );
  }

  /**
   * Removes what is older than {@link keptMs}, unless a newer response continues it, and the oldest
   * if all together are too large.
   * @param now milliseconds since 1970
   */
  prune(now: number): void {
    this.#write(() => {
      this.#database.query(removeOld).run(now - keptMs, now - keptMs);
      this.#database.query(removeSurplus).run(this.#maxBytes);
    });
  }

  #explained<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw explain(error, this.#database.filename);
    }
  }

  #write<T>(work: () => T): T {
    return this.#explained(() => this.#database.transaction(work).immediate());
  }
}

const removeOld = `
  WITH RECURSIVE continued (id) AS (
    SELECT previous FROM responses WHERE created >= ? AND previous IS NOT NULL
    UNION
    SELECT previous FROM responses JOIN continued USING (id) WHERE previous IS NOT NULL
  )
  DELETE FROM responses WHERE created < ? AND id NOT IN (SELECT id FROM continued)`;

const removeSurplus = `
  DELETE FROM responses WHERE id IN (
    SELECT id FROM (
      SELECT id, sum(bytes) OVER (ORDER BY created DESC, rowid DESC) AS total FROM responses
    ) WHERE total > ?
  )`;

function parse(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch (cause) {
    throw new AnechatError("badData", "A stored response is damaged", { cause });
  }
}
