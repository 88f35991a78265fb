/**
 * All messages of one conversation: a tree of entries, and a head, where the conversation
 * continues. Asking again from an earlier entry starts a branch, so no entry is ever lost.
 */
import type { FinishReason, Message, SamplingOptions, Timings, Usage } from "../protocol/chat.ts";

/** A UUIDv7: unique among all chats and processes, and ordered by time. */
export type EntryId = string;

export type AnsweringModel = {
  /** The name to show. */
  name: string;
  /** From modelFingerprint(). */
  hash: string;
  /** What opens the model again: a path, or "demo". */
  source: string;
};

/** How an answer was generated. */
export type AnswerFacts = {
  model: AnsweringModel;
  sampling: SamplingOptions;
  finish: FinishReason;
  usage: Usage;
  timings: Timings;
};

/** A new entry, to which the transcript adds id, parent and time. */
type NewEntry =
  /** Replaces the system prompts before it. */
  | { role: "system"; content: string }
  /**
   * `typed`: what the user typed, if `content` has attached files below it. `asked`: the model that
   * should answer, which is known before the answer.
   */
  | {
      role: "user";
      content: string;
      typed?: string;
      asked?: Pick<AnsweringModel, "name" | "source">;
    }
  | { role: "assistant"; content: string; reasoning?: string; facts?: AnswerFacts }
  /** Replaces what came before `keptFrom`, or everything before the summary. */
  | { role: "summary"; content: string; keptFrom?: EntryId };

export type Entry = NewEntry & {
  id: EntryId;
  parent: EntryId | undefined;
  /** Milliseconds since 1970. */
  created: number;
};

/** Called on every change, before the caller continues. */
export type TranscriptListener = {
  added(entry: Entry, transcript: Transcript): void;
  moved(head: EntryId | undefined, transcript: Transcript): void;
  renamed(title: string, transcript: Transcript): void;
};

type TranscriptTools = { now(): number; newId(): EntryId };

const realTools: TranscriptTools = { now: Date.now, newId: () => Bun.randomUUIDv7() };

export class Transcript {
  readonly #entries = new Map<EntryId, Entry>();
  readonly #tools: TranscriptTools;
  readonly #listeners: readonly TranscriptListener[];
  #head: EntryId | undefined;
  #title: string | undefined;

  /** @param earlier entries, with their parents; the title that the chat has */
  constructor(
    earlier: { entries: readonly Entry[]; head: EntryId | undefined; title?: string } = {
      entries: [],
      head: undefined,
    },
    listeners: readonly TranscriptListener[] = [],
    tools: TranscriptTools = realTools,
  ) {
    for (const entry of earlier.entries) this.#entries.set(entry.id, entry);
    this.#head = earlier.head !== undefined && this.#entries.has(earlier.head) ? earlier.head : undefined;
    this.#title = earlier.title || undefined;
    this.#listeners = listeners;
    this.#tools = tools;
  }

  get head(): EntryId | undefined {
    return this.#head;
  }

  /** The chat's title; undefined if its first question is the title. */
  get title(): string | undefined {
    return this.#title;
  }

  /** Of all branches, oldest first. */
  get entries(): Entry[] {
    return [...this.#entries.values()];
  }

  /** From the beginning to an entry, or to the head. */
  path(to: EntryId | undefined = this.#head): Entry[] {
    const path: Entry[] = [];
    for (let at = to; at !== undefined; ) {
      const entry = this.#entries.get(at);
      // A damaged file could contain a cycle.
      if (entry === undefined || path.length > this.#entries.size) break;
      path.push(entry);
      at = entry.parent;
    }
    return path.reverse();
  }

  /** Adds an entry after the head. */
  append(added: NewEntry): Entry {
    const entry: Entry = {
      ...added,
      id: this.#tools.newId(),
      parent: this.#head,
      created: this.#tools.now(),
    };
    this.#entries.set(entry.id, entry);
    this.#head = entry.id;
    for (const listener of this.#listeners) listener.added(entry, this);
    return entry;
  }

  /** Continues from another entry; undefined: from the beginning. */
  moveTo(head: EntryId | undefined): void {
    if (head === this.#head) return;
    this.#head = head;
    for (const listener of this.#listeners) listener.moved(head, this);
  }

  rename(title: string): void {
    this.#title = title;
    for (const listener of this.#listeners) listener.renamed(title, this);
  }

  /**
   * The last entries of all branches, and the head, which may be before one; the newest first. An
   * answer that was continued is not listed: the longer one contains it.
   */
  tips(): Entry[] {
    const children = Map.groupBy(this.#entries.values(), ({ parent }) => parent);
    return this.entries
      .filter(({ id }) => !children.has(id) || id === this.#head)
      .filter(
        (tip) => tip.id === this.#head || !children.get(tip.parent)?.some((other) => continues(other, tip)),
      )
      .reverse();
  }
}

/** What the user typed, without attached files; the content of other entries. */
export function typedText(entry: Entry): string {
  return entry.role === "user" ? (entry.typed ?? entry.content) : entry.content;
}

/** Whether an answer is a continuation of another. */
function continues(longer: Entry, answer: Entry): boolean {
  if (longer.role !== "assistant" || answer.role !== "assistant") return false;
  const [whole, part] = [longer, answer].map(({ reasoning = "", content }) => reasoning + content);
  return whole !== undefined && part !== undefined && whole.length > part.length && whole.startsWith(part);
}

/** What the model gets of a path: the current system prompt, and turns with their entries' ids. */
type SentPath = {
  system: Message[];
  turns: { message: Message; id: EntryId }[];
};

export function sentOf(path: readonly Entry[]): SentPath {
  const system = path.findLast(({ role }) => role === "system")?.content;
  const turns: SentPath["turns"] = [];
  let start = 0;
  const summary = path.findLast((entry) => entry.role === "summary");
  if (summary !== undefined) {
    const { id, keptFrom, content } = summary;
    // A pair of turns, because some templates accept no second system prompt.
    turns.push({ id, message: { role: "user", content: summaryQuestion } });
    turns.push({ id, message: { role: "assistant", content } });
    const kept = path.findIndex((entry) => entry.id === keptFrom);
    start = kept === -1 ? path.indexOf(summary) : kept;
  }
  for (const entry of path.slice(start)) {
    const { id, role, content } = entry;
    if (role === "user") turns.push({ id, message: { role, content } });
    // The template decides whether the model sees its earlier thoughts.
    else if (role === "assistant") turns.push({ id, message: { role, content, ...thoughtsOf(entry) } });
  }
  return { system: system ? [{ role: "system", content: system }] : [], turns };
}

function thoughtsOf({ reasoning }: { reasoning?: string | undefined }): { reasoning?: string } {
  return reasoning === undefined ? {} : { reasoning };
}

export function messagesOf(path: readonly Entry[]): Message[] {
  const { system, turns } = sentOf(path);
  return [...system, ...turns.map(({ message }) => message)];
}

const summaryQuestion = "What have we talked about so far?";
