/**
 * Everything that was said in one conversation: a tree of entries, and the head, from which it goes on.
 * Asking again from an earlier place begins a branch, so whatever was said stays.
 */
import type { FinishReason, Message, SamplingOptions, Timings, Usage } from "../protocol/chat.ts";

/** A UUIDv7: unique over all chats and processes, and in the order of time. */
export type EntryId = string;

/** Who answered. */
export type AnsweringModel = {
  /** As it is shown. */
  name: string;
  /** From modelFingerprint(). */
  hash: string;
  /** What opens it again: a path, or "demo". */
  source: string;
};

/** How an answer came about. */
export type AnswerFacts = {
  model: AnsweringModel;
  sampling: SamplingOptions;
  finish: FinishReason;
  usage: Usage;
  timings: Timings;
};

/** What is said; the transcript adds who it follows, and when. */
export type Said =
  /** Replaces the system prompts before it. */
  | { role: "system"; content: string }
  /** `asked`: who is to answer, which is known before an answer is. */
  | { role: "user"; content: string; asked?: Pick<AnsweringModel, "name" | "source"> }
  | { role: "assistant"; content: string; reasoning?: string; facts?: AnswerFacts }
  /** Stands for what was said before `keptFrom`, or for all of it. */
  | { role: "summary"; content: string; keptFrom?: EntryId };

export type Entry = Said & {
  id: EntryId;
  parent: EntryId | undefined;
  /** Milliseconds since 1970. */
  created: number;
};

/** Told of every change, before anything is done with it. */
export type TranscriptListener = {
  added(entry: Entry, transcript: Transcript): void;
  moved(head: EntryId | undefined, transcript: Transcript): void;
};

export type TranscriptTools = { now(): number; newId(): EntryId };

const realTools: TranscriptTools = { now: Date.now, newId: () => Bun.randomUUIDv7() };

export class Transcript {
  readonly #entries = new Map<EntryId, Entry>();
  readonly #tools: TranscriptTools;
  readonly #listeners: readonly TranscriptListener[];
  #head: EntryId | undefined;

  /** @param earlier entries with their parents among them */
  constructor(
    earlier: { entries: readonly Entry[]; head: EntryId | undefined } = { entries: [], head: undefined },
    listeners: readonly TranscriptListener[] = [],
    tools: TranscriptTools = realTools,
  ) {
    for (const entry of earlier.entries) this.#entries.set(entry.id, entry);
    this.#head = earlier.head !== undefined && this.#entries.has(earlier.head) ? earlier.head : undefined;
    this.#listeners = listeners;
    this.#tools = tools;
  }

  get head(): EntryId | undefined {
    return this.#head;
  }

  /** In the order they were said, of all branches. */
  get entries(): Entry[] {
    return [...this.#entries.values()];
  }

  /** From the beginning to an entry, or to the head. */
  path(to: EntryId | undefined = this.#head): Entry[] {
    const path: Entry[] = [];
    for (let at = to; at !== undefined; ) {
      const entry = this.#entries.get(at);
      // A damaged file could make a circle.
      if (entry === undefined || path.length > this.#entries.size) break;
      path.push(entry);
      at = entry.parent;
    }
    return path.reverse();
  }

  /** Goes on from the head. */
  append(said: Said): Entry {
    const entry: Entry = {
      ...said,
      id: this.#tools.newId(),
      parent: this.#head,
      created: this.#tools.now(),
    };
    this.#entries.set(entry.id, entry);
    this.#head = entry.id;
    for (const listener of this.#listeners) listener.added(entry, this);
    return entry;
  }

  /** Goes on from another entry; undefined: from the beginning. */
  moveTo(head: EntryId | undefined): void {
    if (head === this.#head) return;
    this.#head = head;
    for (const listener of this.#listeners) listener.moved(head, this);
  }

  /**
   * Where the branches end, the one spoken in last first. An answer that was gone on with is no
   * end of its own: the longer one holds it.
   */
  tips(): Entry[] {
    const children = Map.groupBy(this.#entries.values(), ({ parent }) => parent);
    return this.entries
      .filter(({ id }) => !children.has(id))
      .filter((tip) => !children.get(tip.parent)?.some((other) => goesOnWith(other, tip)))
      .reverse();
  }
}

/** Whether an answer is another's with more behind it. */
function goesOnWith(longer: Entry, answer: Entry): boolean {
  return (
    longer.role === "assistant" &&
    answer.role === "assistant" &&
    longer.content.length > answer.content.length &&
    longer.content.startsWith(answer.content)
  );
}

/** What a model is sent of a path: the system prompt in force, and turns with the entries they come from. */
export type SentPath = {
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
    // A pair of turns, as not every template takes more of a system prompt.
    turns.push({ id, message: { role: "user", content: summaryQuestion } });
    turns.push({ id, message: { role: "assistant", content } });
    const kept = path.findIndex((entry) => entry.id === keptFrom);
    start = kept === -1 ? path.indexOf(summary) : kept;
  }
  for (const { id, role, content } of path.slice(start)) {
    if (role === "user" || role === "assistant") turns.push({ id, message: { role, content } });
  }
  return { system: system ? [{ role: "system", content: system }] : [], turns };
}

export function messagesOf(path: readonly Entry[]): Message[] {
  const { system, turns } = sentOf(path);
  return [...system, ...turns.map(({ message }) => message)];
}

const summaryQuestion = "What have we talked about so far?";
