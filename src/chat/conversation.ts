/**
 * A conversation with a backend: asks, asks again, undoes, continues and summarizes. The transcript
 * keeps every message. What is sent to the backend is trimmed to fit (context-fit.ts), and each cut
 * is announced once.
 */
import { AnechatError } from "../base/errors.ts";
import type { Backend, BackendEvent } from "../protocol/backend.ts";
import type { ChatOptions, Message } from "../protocol/chat.ts";
import { ContextFit, type Dropped, type FitOptions } from "./context-fit.ts";
import {
  type AnswerFacts,
  type AnsweringModel,
  type Entry,
  type EntryId,
  messagesOf,
  Transcript,
} from "./transcript.ts";

export type ConversationEvent = BackendEvent | Dropped;

/** A question; `typed` is what the user typed of it, if attached files were added. */
export type Question = { content: string; typed?: string };

type ConversationOptions = FitOptions & {
  /** The transcript to continue; an empty one if missing. */
  transcript?: Transcript;
  /** Makes the transcript of a new conversation. */
  begin?: () => Transcript;
  systemPrompt?: string | undefined;
  /** Recorded with each answer. */
  model?: AnsweringModel;
};

const unnamed: AnsweringModel = { name: "unnamed", hash: "", source: "" };

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
  readonly #fit: ContextFit;
  /** The last question, if it got no answer and was taken back. */
  #unanswered: Unanswered | undefined;

  constructor(backend: Backend, options: ConversationOptions = {}) {
    this.#options = options;
    this.#fit = new ContextFit(options);
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
    return this.#fit.contextUsed ?? 0;
  }

  /** The number of old questions that are not sent any more. */
  get droppedQuestions(): number {
    return this.#fit.droppedQuestions(this.#transcript.path());
  }

  /** The question that was asked last: the newest on this branch, or one that got no answer. */
  get lastQuestion(): Entry | undefined {
    return this.#unanswered?.question ?? this.#newestQuestion;
  }

  /** Whether the last question got no answer, so that it is not on this branch. */
  get isUnanswered(): boolean {
    return this.#unanswered !== undefined;
  }

  /** Whether the last answer was cut while the model reasoned: {@link continue} resumes that. */
  get isCutInThought(): boolean {
    const { lastAnswer } = this;
    return lastAnswer?.content.trim() === "" && (lastAnswer.reasoning ?? "").trim() !== "";
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
    this.#fit.contextUsed = tokens;
  }

  /** Another model answers from now on. */
  switchTo(backend: Backend, model: AnsweringModel): void {
    this.#backend = backend;
    this.#model = model;
    this.#fit.forget();
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
    this.#fit.forget();
  }

  /** Continues another branch. */
  goTo(tip: EntryId): void {
    this.#transcript.moveTo(tip);
    this.#unanswered = undefined;
    this.#fit.forget();
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
    const { messages, dropped } = await this.#fit.trim([...before, question], this.#backend, options);
    if (dropped !== undefined) yield dropped;
    let summary = "";
    let outcome: "done" | "stopped" = "stopped";
    for await (const event of this.#backend.chat(messages, options)) {
      if (event.type === "text") summary += event.text;
      if (event.type === "done" && event.finish !== "cancelled" && summary.trim() !== "") {
        this.#transcript.append({ role: "summary", content: summary.trim(), keptFrom: kept.id });
        this.#fit.forget();
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
      const isNew = content !== (partial?.content ?? "") || reasoning !== (partial?.reasoning ?? "");
      if (!isNew && !(isAnswered && partial === undefined)) {
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
      const path = this.#transcript.path();
      const { messages, dropped } = await this.#fit.fit(path, begun, this.#backend, options);
      if (dropped !== undefined) yield dropped;
      const prompt = [...messages, ...begun];
      for await (const event of this.#backend.chat(prompt, options)) {
        if (event.type === "text") answer.content += event.text;
        if (event.type === "reasoning") answer.reasoning += event.text;
        if (event.type === "done") {
          const { finish, usage, timings } = event;
          this.#fit.contextUsed = usage.contextUsed;
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
   * Takes a question back that was recorded and got no answer, because the program was killed, or
   * only a thought. Many templates refuse two questions in a row. Those of other programs' files have
   * no `asked` and stay.
   */
  #leaveUnanswered(): void {
    if (this.isCutInThought) this.#transcript.moveTo(this.#newestQuestion?.parent);
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

  #begin(): Transcript {
    return this.#options.begin?.() ?? new Transcript();
  }

  #required<T>(entry: T | undefined): T {
    if (entry === undefined) throw new AnechatError("usage", "This chat has no messages yet");
    return entry;
  }
}

/** `head`: where the conversation continues without the question. */
type Unanswered = { question: Entry; head: EntryId | undefined };
