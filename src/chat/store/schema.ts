/**
 * The tables of the chat database, and the migration of older versions. `user_version` is the
 * number of steps that a database has taken.
 */
import type { Database } from "bun:sqlite";

const steps: readonly string[] = [
  `
  -- Numbers are never reused: "--resume 7" never opens another chat.
  CREATE TABLE chats (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    head TEXT,
    -- Copied from its entries for listings; the model is the one that was asked or answered last.
    questions INTEGER NOT NULL DEFAULT 0,
    model TEXT
  ) STRICT;
  CREATE INDEX chats_by_time ON chats (updated);

  CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    chat INTEGER NOT NULL REFERENCES chats ON DELETE CASCADE,
    parent TEXT,
    role TEXT NOT NULL,
    content TEXT NOT NULL,
    reasoning TEXT,
    kept_from TEXT,
    created INTEGER NOT NULL,
    -- The model that answered, or was asked; facts: sampling, finish, usage, timings as JSON.
    model TEXT,
    model_hash TEXT,
    model_source TEXT,
    facts TEXT
  ) STRICT;
  CREATE INDEX entries_by_chat ON entries (chat, number);

  -- Stores only words; the texts are in entries. Prefixes make "th" as fast to find as "the".
  CREATE VIRTUAL TABLE words USING fts5 (
    content, content = 'entries', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
  );
  CREATE TRIGGER entry_added AFTER INSERT ON entries BEGIN
    INSERT INTO words (rowid, content) VALUES (new.number, new.content);
    UPDATE chats SET questions = questions + (new.role = 'user'), model = coalesce(new.model, model)
    WHERE number = new.chat;
  END;
  CREATE TRIGGER entry_removed AFTER DELETE ON entries BEGIN
    INSERT INTO words (words, rowid, content) VALUES ('delete', old.number, old.content);
  END;
  `,
  `
  -- The client that made it through a server, and can read it there. NULL: only the user.
  ALTER TABLE chats ADD COLUMN owner TEXT;

  -- The salt for the hashes of keys that name owners.
  CREATE TABLE secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
  INSERT INTO secrets (name, value) VALUES ('owners', randomblob(32));
  `,
  `
  -- What was typed at the prompt.
  CREATE TABLE prompts (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;

  -- A row: the prompts of an older version's file are in the table, and the file can be removed.
  CREATE TABLE imported_history (number INTEGER PRIMARY KEY) STRICT;
  `,
  `
  -- What the user typed, if the content has attached files below it.
  ALTER TABLE entries ADD COLUMN typed TEXT;
  `,
  `
  -- Answers of /v1/responses, which a client can read and continue later.
  CREATE TABLE responses (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    created INTEGER NOT NULL,
    -- The response that it continues.
    previous TEXT,
    -- About its size with its items.
    bytes INTEGER NOT NULL,
    -- JSON, without the output.
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX responses_by_time ON responses (created, bytes);

  -- What was sent with the request, then what was answered.
  CREATE TABLE response_items (
    number INTEGER PRIMARY KEY,
    response TEXT NOT NULL REFERENCES responses ON DELETE CASCADE,
    id TEXT NOT NULL,
    is_output INTEGER NOT NULL,
    item TEXT NOT NULL
  ) STRICT;
  CREATE INDEX response_items_by_response ON response_items (response, number);
  CREATE INDEX response_items_by_id ON response_items (id);
  `,
];

export const schemaVersion = steps.length;

export function versionOf(database: Database): number {
  return (database.query("PRAGMA user_version").get() as { user_version: number }).user_version;
}

/** Runs pending migrations. If two processes do so concurrently, the second finds none. */
export function migrate(database: Database): void {
  if (versionOf(database) >= schemaVersion) return;
  database
    .transaction(() => {
      for (const step of steps.slice(versionOf(database))) database.run(step);
      database.run(`PRAGMA user_version = ${schemaVersion}`);
    })
    .immediate();
}
