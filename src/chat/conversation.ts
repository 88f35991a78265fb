/**
 * A conversation: asking the next thing, and asking again. Every word that was said is in its
 * transcript; what is sent to the backend is cut to what fits, and each cut is announced once.
 */
import { AnechatError } from "../base/errors.ts";
import { defaultMaxTokens } from "../engine/output/sampling.ts";
import type { Backend, BackendEvent } from "../protocol/backend.ts";
import type { ChatOptions, Message } from "../protocol/chat.ts";
import {
  type AnswerFacts,
  type AnsweringModel,
  type Entry,
  type EntryId,
  messagesOf,
  sentOf,
  Transcript,
} from "./transcript.ts";
import { surplusOf, type Trimmed, trimToFit } from "./trim.ts";

export type ConversationEvent =
  | BackendEvent
  /** The oldest turns are not sent any more. Comes before the answer. */
  | {
      type: "dropped";
      messages: readonly Message[];
      reason: DropReason;
      /** Tokens that there is room for. */
      limit: number;
    };

export type DropReason =
  /** There were more than are wanted. */
  | "turns"
  /** The context, or what of it is wanted, is full. */
  | "tokens";

export type ConversationOptions = {
  /** Gone on with; an empty one if missing. */
  transcript?: Transcript;
  /** Makes the transcript of what is begun anew. */
  begin?: () => Transcript;
  systemPrompt?: string | undefined;
  /** False: each question is sent without the turns before it. */
  history?: boolean;
  /** Questions that are sent at most, the newest among them; 0 or missing: as many as fit. */
  maxTurns?: number | undefined;
  /** Tokens that are sent at most; missing: as many as the context has room for. */
  maxPromptTokens?: number | undefined;
  /** Who answers, for the record. */
  model?: AnsweringModel;
};

/** Where nobody asks who answered. */
const unnamed: AnsweringModel = { name: "unnamed", hash: "", source: "" };

/** Tokens a template adds around a message, at most: for estimates that may be too large but not too small. */
const templateOverhead = 64;

/** Turns that a summary leaves as they were said. */
const turnsKeptBySummary = 2;

const askForSummary =
  "Summarize our conversation so far in a few sentences, so that we can go on from the summary alone. " +
  "Keep names, numbers, decisions and open questions.";

export class Conversation {
  readonly #options: ConversationOptions;
  #backend: Backend;
  #model: AnsweringModel;
  #transcript: Transcript;
  /** Entries of the path before this one are not sent any more. */
  #firstSent: EntryId | undefined;
  /** Tokens the context held after the last answer; undefined where another answer was the last. */
  #contextUsed: number | undefined;

  constructor(backend: Backend, options: ConversationOptions = {}) {
    this.#options = options;
    this.#backend = backend;
    this.#model = options.model ?? unnamed;
    this.#transcript = options.transcript ?? this.#begin();
    if (options.systemPrompt !== undefined) this.setSystemPrompt(options.systemPrompt);
  }

  get transcript(): Transcript {
    return this.#transcript;
  }

  /** All that was said on this branch, with the system prompt in force. */
  get messages(): readonly Message[] {
    return messagesOf(this.#transcript.path());
  }

  get systemPrompt(): string | undefined {
    return this.#transcript.path().findLast(({ role }) => role === "system")?.content || undefined;
  }

  /** Tokens the context held after the last answer. */
  get contextUsed(): number {
    return this.#contextUsed ?? 0;
  }

  /** Questions at the beginning that are not sent any more. */
  get droppedQuestions(): number {
    const { turns } = sentOf(this.#transcript.path());
    const start = turns.findIndex(({ id }) => id === this.#firstSent);
    return turns.slice(0, Math.max(0, start)).filter(({ message }) => message.role === "user").length;
  }

  /** The newest question on this branch. */
  get lastQuestion(): Entry | undefined {
    return this.#transcript.path().findLast(({ role }) => role === "user");
  }

  get lastAnswer(): Extract<Entry, { role: "assistant" }> | undefined {
    const entry = this.#transcript.path().at(-1);
    return entry?.role === "assistant" ? entry : undefined;
  }

  /** What was said is in the context already. @param tokens that it takes */
  resumed(tokens: number): void {
    this.#contextUsed = tokens;
  }

  /** Somebody else answers from now on. */
  switchTo(backend: Backend, model: AnsweringModel): void {
    this.#backend = backend;
    this.#model = model;
    this.#forgetFit();
  }

  /** Begins anew, with the same system prompt; what was said stays in the old transcript. */
  clear(): void {
    const { systemPrompt } = this;
    this.open(this.#begin());
    if (systemPrompt !== undefined) this.setSystemPrompt(systemPrompt);
  }

  /** Goes on with another transcript. */
  open(transcript: Transcript): void {
    this.#transcript = transcript;
    this.#forgetFit();
  }

  /** Goes on with another branch. */
  goTo(tip: EntryId): void {
    this.#transcript.moveTo(tip);
    this.#forgetFit();
  }

  /** @param text empty: none */
  setSystemPrompt(text: string): void {
    if (text !== (this.systemPrompt ?? "")) this.#transcript.append({ role: "system", content: text });
  }

  /**
   * Asks, and remembers question and answer: an answer that was stopped, too. A
   * question that failed, or was stopped before a word came, is gone back on, so
   * that the conversation can go on.
   */
  async *ask(text: string, options: ChatOptions = {}): AsyncGenerator<ConversationEvent, void> {
    const before = this.#transcript.head;
    this.#say(text);
    yield* this.#answer(before, options);
  }

  /** Asks the last question again; the answer it had stays on a branch of its own. Needs a question. */
  async *retry(options: ChatOptions = {}): AsyncGenerator<ConversationEvent, void> {
    const before = this.#transcript.head;
    this.#transcript.moveTo(this.#required(this.lastQuestion).id);
    yield* this.#answer(before, options);
  }

  /** Asks this in place of the last question. */
  async *edit(text: string, options: ChatOptions = {}): AsyncGenerator<ConversationEvent, void> {
    const before = this.#transcript.head;
    this.#transcript.moveTo(this.#required(this.lastQuestion).parent);
    this.#say(text);
    yield* this.#answer(before, options);
  }

  /** Goes on with an answer that was cut. Needs an answer. Its events have the new words alone. */
  async *continue(options: ChatOptions = {}): AsyncGenerator<ConversationEvent, void> {
    const cut = this.#required(this.lastAnswer);
    this.#transcript.moveTo(cut.parent);
    yield* this.#answer(cut.id, options, cut);
  }

  /**
   * Takes the last thing back: a question with its answer, a summary, or a system prompt.
   * @returns what it was; undefined where nothing was said
   */
  undo(): Entry | undefined {
    const path = this.#transcript.path();
    const last = path.at(-1);
    const undone = last?.role === "assistant" ? this.lastQuestion : last;
    if (undone !== undefined) this.#transcript.moveTo(undone.parent);
    return undone;
  }

  /**
   * Has the model sum up all but the last turns, and sends the summary in their place from now on.
   * The transcript keeps them; undo() takes the summary back.
   * @returns whether it did; "short" where there is too little to sum up, "stopped" where no summary came of it
   */
  async *compact(options: ChatOptions = {}): AsyncGenerator<ConversationEvent, "done" | "short" | "stopped"> {
    const path = this.#transcript.path();
    const questions = path.filter(({ role }) => role === "user");
    const kept = questions.at(-turnsKeptBySummary);
    if (kept === undefined || questions.length <= turnsKeptBySummary) return "short";
    const before = messagesOf(path.slice(0, path.indexOf(kept)));
    const question: Message = { role: "user", content: askForSummary };
    const { messages, dropped } = await trimToFit([...before, question], this.#budget(options), (some) =>
      this.#backend.countTokens(some, options),
    );
    if (dropped.length > 0) yield this.#droppedEvent(dropped, "tokens");
    let summary = "";
    let outcome: "done" | "stopped" = "stopped";
    for await (const event of this.#backend.chat(messages, options)) {
      if (event.type === "text") summary += event.text;
      if (event.type === "done" && event.finish !== "cancelled" && summary.trim() !== "") {
        this.#transcript.append({ role: "summary", content: summary.trim(), keptFrom: kept.id });
        this.#forgetFit();
        outcome = "done";
      }
      yield event;
    }
    return outcome;
  }

  /**
   * Answers the head.
   * @param fallback where to go back to if nothing comes of it
   * @param begun the answer's beginning, if it has one
   */
  async *#answer(
    fallback: EntryId | undefined,
    options: ChatOptions,
    begun?: { content: string; reasoning?: string },
  ): AsyncGenerator<ConversationEvent, void> {
    const answer = { content: begun?.content ?? "", reasoning: begun?.reasoning ?? "" };
    let isKept = false;
    const keep = (facts?: AnswerFacts): void => {
      isKept = true;
      const { content, reasoning } = answer;
      const isAnswered = facts !== undefined && facts.finish !== "cancelled";
      // An answer may be empty; one that was gone on with and got no word more is the old one.
      if (content === (begun?.content ?? "") && !(isAnswered && begun === undefined)) {
        this.#transcript.moveTo(fallback);
        return;
      }
      this.#transcript.append({
        role: "assistant",
        content,
        ...(reasoning === "" ? {} : { reasoning }),
        ...(facts === undefined ? {} : { facts }),
      });
    };
    try {
      const { messages, dropped, reason } = await this.#fit(options);
      if (dropped.length > 0) yield this.#droppedEvent(dropped, reason);
      const prompt: readonly Message[] =
        begun === undefined ? messages : [...messages, { role: "assistant", ...answer }];
      for await (const event of this.#backend.chat(prompt, options)) {
        if (event.type === "text") answer.content += event.text;
        if (event.type === "reasoning") answer.reasoning += event.text;
        if (event.type === "done") {
          const { finish, usage, timings } = event;
          this.#contextUsed = usage.contextUsed;
          // Before it is passed on: who sees the end of an answer may rely on its being kept.
          keep({ model: this.#model, sampling: options.sampling ?? {}, finish, usage, timings });
        }
        yield event;
      }
    } finally {
      if (!isKept) keep();
    }
  }

  #say(text: string): void {
    const { name, source } = this.#model;
    const asked = source === "" ? {} : { asked: { name, source } };
    this.#transcript.append({ role: "user", content: text, ...asked });
  }

  #droppedEvent(messages: readonly Message[], reason: DropReason): ConversationEvent {
    const { contextLimit } = this.#backend;
    const limit = Math.min(contextLimit, this.#options.maxPromptTokens ?? contextLimit);
    return { type: "dropped", messages, reason, limit };
  }

  /** What is sent for the head: its path, but for what doesn't fit. */
  async #fit(options: ChatOptions): Promise<Fitted> {
    const path = this.#transcript.path();
    const { system, turns } = sentOf(path);
    const question = turns.at(-1);
    if (this.#options.history === false || question === undefined) {
      return { messages: [...system, ...(question ? [question.message] : [])], dropped: [], reason: "turns" };
    }
    const start = Math.max(
      0,
      turns.findIndex(({ id }) => id === this.#firstSent),
    );
    const sent = turns.slice(start).map(({ message }) => message);
    const surplus = surplusOf(sent, this.#options.maxTurns ?? 0);
    const { messages, dropped } = await this.#fitTokens([...system, ...sent.slice(surplus)], options);
    this.#firstSent = turns[start + surplus + dropped.length]?.id;
    return {
      messages,
      dropped: [...sent.slice(0, surplus), ...dropped],
      reason: dropped.length > 0 ? "tokens" : "turns",
    };
  }

  async #fitTokens(messages: readonly Message[], options: ChatOptions): Promise<Trimmed> {
    const budget = this.#budget(options);
    // No text has more tokens than bytes: most turns need no counting.
    const question = messages.at(-1)?.content ?? "";
    const isFirst = messages.filter(({ role }) => role === "user").length < 2;
    const used = this.#contextUsed ?? budget;
    if (isFirst || used + Buffer.byteLength(question) + templateOverhead <= budget) {
      return { messages, dropped: [] };
    }
    return trimToFit(messages, budget, (some) => this.#backend.countTokens(some, options));
  }

  /** Tokens a prompt may have. */
  #budget({ maxTokens = defaultMaxTokens }: ChatOptions): number {
    const limit = this.#backend.contextLimit;
    // An answer needs room, but never more than a quarter is kept free for it.
    const room = Math.min(maxTokens === 0 ? limit : maxTokens, Math.floor(limit / 4));
    return Math.min(limit - room, this.#options.maxPromptTokens ?? limit);
  }

  /** What fits has to be counted anew. */
  #forgetFit(): void {
    this.#firstSent = undefined;
    this.#contextUsed = undefined;
  }

  #begin(): Transcript {
    return this.#options.begin?.() ?? new Transcript();
  }

  #required<T>(entry: T | undefined): T {
    if (entry === undefined) throw new AnechatError("usage", "Nothing was said yet.");
    return entry;
  }
}

type Fitted = Trimmed & { reason: DropReason };
