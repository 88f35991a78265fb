/**
 * The prompts for ↑. A store, which is passed in, keeps them for later sessions. If it can't be
 * read or written, the history stays in memory, and the caller gets one warning: a history must
 * never stop a chat.
 */
import { toAnechatError } from "../base/errors.ts";
import { sanitize } from "./sanitize.ts";

/** Keeps prompts for later sessions. */
type HistoryStore = {
  /** The prompts of earlier sessions, oldest first. @throws AnechatError if they can't be read */
  load(): readonly string[];
  /** @throws AnechatError if it can't be written */
  append(text: string): void;
};

export type OpenedHistory = {
  history: History;
  /** Why prompts are not saved. */
  warning?: string;
};

export class History {
  readonly #entries: string[];
  #store: HistoryStore | undefined;
  /** The last entry was only remembered: the store doesn't have it. */
  #lastIsUnsent = false;

  private constructor(entries: string[], store: HistoryStore | undefined) {
    this.#entries = entries;
    this.#store = store;
  }

  static open(store: HistoryStore): OpenedHistory {
    try {
      const typed = store
        .load()
        .map(sanitize)
        .filter((entry) => entry.trim() !== "");
      const distinct = typed.filter((entry, index) => entry !== typed[index - 1]);
      return { history: new History(distinct, store) };
    } catch (error) {
      return { history: History.inMemory(), warning: explain(error) };
    }
  }

  /** A history that ends with the session (`--no-save`). */
  static inMemory(): History {
    return new History([], undefined);
  }

  /** Oldest first. */
  get entries(): readonly string[] {
    return this.#entries;
  }

  /** Adds a text that was not sent: ↑ finds it in this session only. */
  remember(text: string): void {
    if (text.trim() === "" || text === this.#entries.at(-1)) return;
    this.#entries.push(text);
    this.#lastIsUnsent = true;
  }

  /** Adds a prompt. @returns a warning when the store fails for the first time */
  add(text: string): string | undefined {
    if (text.trim() === "") return undefined;
    if (text !== this.#entries.at(-1)) this.#entries.push(text);
    else if (!this.#lastIsUnsent) return undefined;
    this.#lastIsUnsent = false;
    try {
      this.#store?.append(text);
      return undefined;
    } catch (error) {
      this.#store = undefined;
      return explain(error);
    }
  }
}

function explain(error: unknown): string {
  const { message, hint } = toAnechatError(error);
  return `Prompt history is kept for this session only: ${message}.${hint === undefined ? "" : ` ${hint}`}`;
}
