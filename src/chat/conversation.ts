/**
 * A conversation with a backend: asks, asks again, undoes, continues and summarizes. The transcript
 * keeps every message. What is sent to the backend is trimmed to fit, and each cut is announced
 * once.
 */
import { AnechatError } from "../base/errors.ts";
import type { Backend, BackendEvent } from "../protocol/backend.ts";
import { type ChatOptions, defaultMaxTokens, type Message } from "../protocol/chat.ts";
import {
  type AnswerFacts,
  type AnsweringModel,
  type Entry,
  type EntryId,
  messagesOf,
  sentOf,
  Transcript,
} from "./transcript.ts";
import { promptBudget, surplusOf, type Trimmed, trimToFit } from "./trim.ts";

export type ConversationEvent =
  | BackendEvent
  /** The oldest turns are not sent any more. Precedes the answer. */
  | {
      type: "dropped";
      messages: readonly Message[];
      reason: DropReason;
      /** Maximum tokens that fit. */
      limit: number;
    };

type DropReason =
  /** There were more than maxTurns. */
  | "turns"
  /** They don't fit into maxPromptTokens. */
  | "promptTokens"
  /** They don't fit into the context. */
  | "context";

/** A question; `typed` is what the user typed of it, if attached files were added. */
export type Question = { content: string; typed?: string };

type ConversationOptions = {
  /** The transcript to continue; an empty one if missing. */
  transcript?: Transcript;
  /** Makes the transcript of a new conversation. */
  begin?: () => Transcript;
  systemPrompt?: string | undefined;
  /** Example turns: sent after the system prompt with each question, and not recorded. */
  examples?: readonly Message[] | undefined;
  /** False: each question is sent without the turns before it. */
  history?: boolean;
  /** Maximum questions to send, including the newest; 0 or missing: as many as fit. */
  maxTurns?: number | undefined;
  /** Maximum tokens to send; missing: as many as fit into the context. */
  maxPromptTokens?: number | undefined;
  /** Recorded with each answer. */
  model?: AnsweringModel;
};

const unnamed: AnsweringModel = { name: "unnamed", hash: "", source: "" };

/** Maximum tokens that a template adds to a message; the estimate must not be too small. */
const templateOverhead = 64;

/** Tokens of a summary at most, with the reasoning before it. */
const summaryTokens = 2048;

/** Turns that a summary doesn't replace. */
const turnsKeptBySummary = 2;

const askForSummary =
  "Summarize our conversation so far in a few sentences, " +
  "so that we can go on from the summary alone. " +
  "Keep names, numbers, decisions and open questions.";

export class Conversation {
  readonly #options: ConversationOptions;
  #backend: Backend;
  #model: AnsweringModel;
  #transcript: Transcript;
  /** Entries of the path before this one are not sent any more. */
  #firstSent: EntryId | undefined;
  /**
   * Tokens in the context after the last answer; undefined if the branch or the model has changed.
   */
  #contextUsed: number | undefined;
  /** The last question, if it got no answer and was taken back. */
  #unanswered: Unanswered | undefined;

  constructor(backend: Backend, options: ConversationOptions = {}) {
    this.#options = options;
    this.#backend = backend;
    this.#model = options.model ?? unnamed;
    this.#transcript = options.transcript ?? this.#begin();
    this.#returnToAnswer();
    if (options.systemPrompt !== undefined) this.setSystemPrompt(options.systemPrompt);
  }

  get transcript(): Transcript {
    return this.#transcript;
  }

  /** The messages of this branch, with its current system prompt. */
  get messages(): readonly Message[] {
    return messagesOf(this.#transcript.path());
  }

  get systemPrompt(): string | undefined {
    return this.#transcript.path().findLast(({ role }) => role === "system")?.content || undefined;
  }

  /** Tokens in the context after the last answer. */
  get contextUsed(): number {
    return this.#contextUsed ?? 0;
  }

  /** The number of old questions that are not sent any more. */
  get droppedQuestions(): number {
    const { turns } = sentOf(this.#transcript.path());
    const start = turns.findIndex(({ id }) => id === this.#firstSent);
    return turns.slice(0, Math.max(0, start)).filter(({ message }) => message.role === "user").length;
  }

  /** The question that was asked last: the newest on this branch, or one that got no answer. */
  get lastQuestion(): Entry | undefined {
    return this.#unanswered?.question ?? this.#newestQuestion;
  }

  /** Whether the last question got no answer, so that it is not on this branch. */
  get isUnanswered(): boolean {
    return this.#unanswered !== undefined;
  }

  get #newestQuestion(): Entry | undefined {
    return this.#transcript.path().findLast(({ role }) => role === "user");
  }

  get lastAnswer(): Extract<Entry, { role: "assistant" }> | undefined {
    const entry = this.#transcript.path().at(-1);
    return entry?.role === "assistant" ? entry : undefined;
  }

  /** Call it when a snapshot was restored. @param tokens in the context */
  resumed(tokens: number): void {
    this.#contextUsed = tokens;
  }

  /** Another model answers from now on. */
  switchTo(backend: Backend, model: AnsweringModel): void {
    this.#backend = backend;
    this.#model = model;
    this.#forgetFit();
  }

  /** Starts a new transcript with the same system prompt. */
  clear(): void {
    const { systemPrompt } = this;
    this.open(this.#begin());
    if (systemPrompt !== undefined) this.setSystemPrompt(systemPrompt);
  }

  /** Continues another transcript. */
  open(transcript: Transcript): void {
    this.#transcript = transcript;
    this.#returnToAnswer();
    this.#unanswered = undefined;
    this.#forgetFit();
  }

  /** Continues another branch. */
  goTo(tip: EntryId): void {
    this.#transcript.moveTo(tip);
    this.#unanswered = undefined;
    this.#forgetFit();
  }

  /** @param text if empty, there is no system prompt */
  setSystemPrompt(text: string): void {
    if (text !== (this.systemPrompt ?? "")) this.#transcript.append({ role: "system", content: text });
  }

  /**
   * Asks, and adds question and answer to the transcript, also an answer that was stopped. If there
   * is no answer, because it failed or was stopped before the first word, the question is taken
   * back. It stays on its own branch, and {@link retry} asks it again.
   */
  async *ask(
    question: string | Question,
    options: ChatOptions = {},
  ): AsyncGenerator<ConversationEvent, void> {
    this.#leaveUnanswered();
    const before = this.#transcript.head;
    this.#appendQuestion(question);
    yield* this.#answer(before, options);
  }

  /**
   * Asks the last question again, also one without an answer. An old answer stays on another
   * branch. Needs a question.
   */
  async *retry(options: ChatOptions = {}): AsyncGenerator<ConversationEvent, void> {
    const before = this.#transcript.head;
    const question = this.#required(this.lastQuestion);
    // The branch has grown since, for example by a new system prompt.
    if (this.#unanswered !== undefined && this.#unanswered.head !== before) this.#appendQuestion(question);
    else this.#transcript.moveTo(question.id);
    yield* this.#answer(before, options);
  }

  /** Asks this in place of the last question. */
  async *edit(
    question: string | Question,
    options: ChatOptions = {},
  ): AsyncGenerator<ConversationEvent, void> {
    const before = this.#transcript.head;
    const replaced = this.#required(this.lastQuestion);
    const isElsewhere = this.#unanswered !== undefined && this.#unanswered.head !== before;
    if (!isElsewhere) this.#transcript.moveTo(replaced.parent);
    this.#appendQuestion(question);
    yield* this.#answer(before, options);
  }

  /** Continues an answer that was cut. Needs an answer. Its events carry only the new text. */
  async *continue(options: ChatOptions = {}): AsyncGenerator<ConversationEvent, void> {
    const cut = this.lastAnswer;
    if (cut === undefined) throw new AnechatError("usage", "There is no answer to continue");
    this.#transcript.moveTo(cut.parent);
    yield* this.#answer(cut.id, options, cut);
  }

  /**
   * Takes the last entry back: a question with its answer, a summary, or a system prompt. A question
   * that got no answer is not on the branch, and only forgotten.
   * @returns the entry; undefined if there is none
   */
  undo(): Entry | undefined {
    const unanswered = this.#unanswered;
    this.#unanswered = undefined;
    if (unanswered !== undefined && unanswered.head === this.#transcript.head) return unanswered.question;
    const path = this.#transcript.path();
    const last = path.at(-1);
    const undone = last?.role === "assistant" ? this.#newestQuestion : last;
    if (undone !== undefined) this.#transcript.moveTo(undone.parent);
    return undone;
  }

  /**
   * Lets the model summarize all but the last turns, and sends the summary in their place from now
   * on. The transcript keeps them; undo() takes the summary back.
   * @returns "short" if there is too little to summarize, "stopped" if there is no summary
   */
  async *compact(given: ChatOptions = {}): AsyncGenerator<ConversationEvent, "done" | "short" | "stopped"> {
    const { maxTokens = summaryTokens } = given;
    const isLimited = Number.isFinite(maxTokens);
    const options = { ...given, maxTokens: isLimited ? maxTokens : summaryTokens };
    const path = this.#transcript.path();
    const questions = path.filter(({ role }) => role === "user");
    const kept = questions.at(-turnsKeptBySummary);
    if (kept === undefined || questions.length <= turnsKeptBySummary) return "short";
    const before = messagesOf(path.slice(0, path.indexOf(kept)));
    const question: Message = { role: "user", content: askForSummary };
    const { messages, dropped } = await trimToFit([...before, question], this.#budget(options), (some) =>
      this.#backend.countTokens(some, options),
    );
    if (dropped.length > 0) yield this.#droppedEvent(dropped, this.#tokenReason);
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
   * @param fallback the head if there is no answer
   * @param partial the answer to continue
   */
  async *#answer(
    fallback: EntryId | undefined,
    options: ChatOptions,
    partial?: { content: string; reasoning?: string },
  ): AsyncGenerator<ConversationEvent, void> {
    const answer = { content: partial?.content ?? "", reasoning: partial?.reasoning ?? "" };
    let isRecorded = false;
    const record = (facts?: AnswerFacts): void => {
      isRecorded = true;
      const { content, reasoning } = answer;
      const isAnswered = facts !== undefined && facts.finish !== "cancelled";
      // An answer may be empty. A continued answer without new text is the old one.
      if (content === (partial?.content ?? "") && !(isAnswered && partial === undefined)) {
        const question = this.#newestQuestion;
        this.#transcript.moveTo(fallback);
        if (question !== undefined && this.#newestQuestion?.id !== question.id) {
          this.#unanswered = { question, head: fallback };
        }
        return;
      }
      this.#unanswered = undefined;
      this.#transcript.append({
        role: "assistant",
        content,
        ...(reasoning === "" ? {} : { reasoning }),
        ...(facts === undefined ? {} : { facts }),
      });
    };
    try {
      const begun: Message[] = partial === undefined ? [] : [{ role: "assistant", ...answer }];
      const { messages, dropped, reason } = await this.#fit(options, begun);
      if (dropped.length > 0) yield this.#droppedEvent(dropped, reason);
      const prompt = [...messages, ...begun];
      for await (const event of this.#backend.chat(prompt, options)) {
        if (event.type === "text") answer.content += event.text;
        if (event.type === "reasoning") answer.reasoning += event.text;
        if (event.type === "done") {
          const { finish, usage, timings } = event;
          this.#contextUsed = usage.contextUsed;
          // Recorded before the event: at the end of an answer, callers can rely on the record.
          record({ model: this.#model, sampling: options.sampling ?? {}, finish, usage, timings });
        }
        yield event;
      }
    } finally {
      if (!isRecorded) record();
    }
  }

  /**
   * A program that was killed while it answered again, or continued an answer, left the question as
   * the head. The answer before that is still there.
   */
  #returnToAnswer(): void {
    const { head, entries } = this.#transcript;
    const answer = entries.findLast(({ role, parent }) => role === "assistant" && parent === head);
    if (head !== undefined && answer !== undefined) this.#transcript.moveTo(answer.id);
  }

  /**
   * Takes a question back that was recorded and got no answer, because the program was killed. Many
   * templates refuse two questions in a row. Those of other programs' files have no `asked` and stay.
   */
  #leaveUnanswered(): void {
    const last = this.#transcript.path().at(-1);
    if (last?.role === "user" && last.asked !== undefined) this.#transcript.moveTo(last.parent);
  }

  #appendQuestion(question: string | Question): void {
    const { name, source } = this.#model;
    const { content, typed = content }: Question =
      typeof question === "string" ? { content: question } : question;
    this.#transcript.append({
      role: "user",
      content,
      ...(typed === content ? {} : { typed }),
      ...(source === "" ? {} : { asked: { name, source } }),
    });
  }

  #droppedEvent(messages: readonly Message[], reason: DropReason): ConversationEvent {
    const { contextLimit } = this.#backend;
    const limit = Math.min(contextLimit, this.#options.maxPromptTokens ?? contextLimit);
    return { type: "dropped", messages, reason, limit };
  }

  /** Which of the two limits on tokens is the smaller one. */
  get #tokenReason(): DropReason {
    const { maxPromptTokens = Number.POSITIVE_INFINITY } = this.#options;
    return maxPromptTokens < this.#backend.contextLimit ? "promptTokens" : "context";
  }

  /**
   * The messages to send for the head: its path, trimmed to fit.
   * @param begun the answer to continue, which needs room, too
   */
  async #fit(options: ChatOptions, begun: readonly Message[]): Promise<Fitted> {
    const path = this.#transcript.path();
    const { system, turns } = sentOf(path);
    const question = turns.at(-1);
    if (this.#options.history === false || question === undefined) {
      const messages = this.#withExamples([...system, ...(question ? [question.message] : [])]);
      return { messages, dropped: [], reason: "turns" };
    }
    const start = Math.max(
      0,
      turns.findIndex(({ id }) => id === this.#firstSent),
    );
    const sent = turns.slice(start).map(({ message }) => message);
    const surplus = surplusOf(sent, this.#options.maxTurns ?? 0);
    const { messages, dropped } = await this.#fitTokens([...system, ...sent.slice(surplus)], begun, options);
    this.#firstSent = turns[start + surplus + dropped.length]?.id;
    return {
      messages: this.#withExamples(messages),
      dropped: [...sent.slice(0, surplus), ...dropped],
      reason: dropped.length > 0 ? this.#tokenReason : "turns",
    };
  }

  async #fitTokens(
    messages: readonly Message[],
    begun: readonly Message[],
    options: ChatOptions,
  ): Promise<Trimmed> {
    const budget = this.#budget(options);
    // A text never has more tokens than bytes, so most turns need no counting. The context has an
    // answer that is continued, and its question, already.
    const question = begun.length > 0 ? "" : (messages.at(-1)?.content ?? "");
    const isFirst = messages.filter(({ role }) => role === "user").length < 2;
    const used = this.#contextUsed ?? budget;
    if (isFirst || used + Buffer.byteLength(question) + templateOverhead <= budget) {
      return { messages, dropped: [] };
    }
    const trimmed = await trimToFit([...messages, ...begun], budget, (some) =>
      this.#backend.countTokens(this.#withExamples(some), options),
    );
    return { ...trimmed, messages: trimmed.messages.slice(0, trimmed.messages.length - begun.length) };
  }

  #withExamples(messages: readonly Message[]): readonly Message[] {
    const { examples = [] } = this.#options;
    if (examples.length === 0) return messages;
    const system = messages.filter(({ role }) => role === "system");
    return [...system, ...examples, ...messages.filter(({ role }) => role !== "system")];
  }

  /** Maximum tokens of a prompt. */
  #budget({ maxTokens = defaultMaxTokens }: ChatOptions): number {
    const budget = promptBudget(this.#backend.contextLimit, maxTokens);
    return Math.min(budget, this.#options.maxPromptTokens ?? budget);
  }

  /** The next question counts again what fits. */
  #forgetFit(): void {
    this.#firstSent = undefined;
    this.#contextUsed = undefined;
  }

  #begin(): Transcript {
    return this.#options.begin?.() ?? new Transcript();
  }

  #required<T>(entry: T | undefined): T {
    if (entry === undefined) throw new AnechatError("usage", "This chat has no messages yet");
    return entry;
  }
}

type Fitted = Trimmed & { reason: DropReason };

/** `head`: where the conversation continues without the question. */
type Unanswered = { question: Entry; head: EntryId | undefined };
