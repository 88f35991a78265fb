/**
 * What of a conversation is sent: its path, trimmed to the limits of turns and tokens. It remembers
 * where the last cut was, and counts tokens only when they may not fit.
 */
import type { Backend } from "../protocol/backend.ts";
import { answerLimits, type ChatOptions, type Message } from "../protocol/chat.ts";
import { type Entry, type EntryId, sentOf } from "./transcript.ts";
import { promptBudget, surplusOf, type Trimmed, trimToFit } from "./trim.ts";

/** The oldest turns are not sent any more. Precedes the answer. */
export type Dropped = {
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

export type FitOptions = {
  /** Example turns: sent after the system prompt with each question, and not recorded. */
  examples?: readonly Message[] | undefined;
  /** False: each question is sent without the turns before it. */
  history?: boolean;
  /** Maximum questions to send, including the newest; 0 or missing: as many as fit. */
  maxTurns?: number | undefined;
  /** Maximum tokens to send; missing: as many as fit into the context. */
  maxPromptTokens?: number | undefined;
};

export type Fitted = {
  messages: readonly Message[];
  /** To be passed on, if turns were dropped. */
  dropped: Dropped | undefined;
};

/** Maximum tokens that a template adds to a message; the estimate must not be too small. */
const templateOverhead = 64;

export class ContextFit {
  /**
   * Tokens in the context after the last answer; undefined if the branch or the model has changed.
   */
  contextUsed: number | undefined;
  readonly #options: FitOptions;
  /** Entries of the path before this one are not sent any more. */
  #firstSent: EntryId | undefined;

  constructor(options: FitOptions) {
    this.#options = options;
  }

  /** The next question counts again what fits. */
  forget(): void {
    this.#firstSent = undefined;
    this.contextUsed = undefined;
  }

  /** The number of old questions of a path that are not sent any more. */
  droppedQuestions(path: readonly Entry[]): number {
    const { turns } = sentOf(path);
    const start = turns.findIndex(({ id }) => id === this.#firstSent);
    return turns.slice(0, Math.max(0, start)).filter(({ message }) => message.role === "user").length;
  }

  /**
   * The messages to send for a path.
   * @param begun the answer to continue, which needs room, too
   */
  async fit(
    path: readonly Entry[],
    begun: readonly Message[],
    backend: Backend,
    options: ChatOptions,
  ): Promise<Fitted> {
    const { system, turns } = sentOf(path);
    const question = turns.at(-1);
    if (this.#options.history === false || question === undefined) {
      const messages = this.#withExamples([...system, ...(question ? [question.message] : [])]);
      return { messages, dropped: undefined };
    }
    const start = Math.max(
      0,
      turns.findIndex(({ id }) => id === this.#firstSent),
    );
    const sent = turns.slice(start).map(({ message }) => message);
    const surplus = surplusOf(sent, this.#options.maxTurns ?? 0);
    const kept = [...system, ...sent.slice(surplus)];
    const { messages, dropped } = await this.#fitTokens(kept, begun, backend, options);
    this.#firstSent = turns[start + surplus + dropped.length]?.id;
    const reason = dropped.length > 0 ? this.#tokenReason(backend) : "turns";
    return {
      messages: this.#withExamples(messages),
      dropped: this.#droppedEvent([...sent.slice(0, surplus), ...dropped], reason, backend),
    };
  }

  /** Any messages, trimmed to the tokens that fit. */
  async trim(messages: readonly Message[], backend: Backend, options: ChatOptions): Promise<Fitted> {
    const trimmed = await trimToFit(messages, this.#budget(backend, options), (some) =>
      backend.countTokens(some, options),
    );
    const dropped = this.#droppedEvent(trimmed.dropped, this.#tokenReason(backend), backend);
    return { messages: trimmed.messages, dropped };
  }

  async #fitTokens(
    messages: readonly Message[],
    begun: readonly Message[],
    backend: Backend,
    options: ChatOptions,
  ): Promise<Trimmed> {
    const budget = this.#budget(backend, options);
    // A text never has more tokens than bytes, so most turns need no counting. The context has an
    // answer that is continued, and its question, already.
    const question = begun.length > 0 ? "" : (messages.at(-1)?.content ?? "");
    const isFirst = messages.filter(({ role }) => role === "user").length < 2;
    const used = this.contextUsed ?? budget;
    if (isFirst || used + Buffer.byteLength(question) + templateOverhead <= budget) {
      return { messages, dropped: [] };
    }
    const trimmed = await trimToFit([...messages, ...begun], budget, (some) =>
      backend.countTokens(this.#withExamples(some), options),
    );
    return { ...trimmed, messages: trimmed.messages.slice(0, trimmed.messages.length - begun.length) };
  }

  #withExamples(messages: readonly Message[]): readonly Message[] {
    return withExamples(messages, this.#options.examples ?? []);
  }

  /** Maximum tokens of a prompt. */
  #budget({ contextLimit }: Backend, options: ChatOptions): number {
    const { maxTokens, maxAnswerTokens } = answerLimits(options);
    const budget = promptBudget(contextLimit, Math.min(maxTokens, maxAnswerTokens));
    return Math.min(budget, this.#options.maxPromptTokens ?? budget);
  }

  #droppedEvent(
    messages: readonly Message[],
    reason: DropReason,
    { contextLimit }: Backend,
  ): Dropped | undefined {
    if (messages.length === 0) return undefined;
    const limit = Math.min(contextLimit, this.#options.maxPromptTokens ?? contextLimit);
    return { type: "dropped", messages, reason, limit };
  }

  /** Which of the two limits on tokens is the smaller one. */
  #tokenReason({ contextLimit }: Backend): DropReason {
    const { maxPromptTokens = Number.POSITIVE_INFINITY } = this.#options;
    return maxPromptTokens < contextLimit ? "promptTokens" : "context";
  }
}

/** With example turns after the system prompt, if there is one. */
export function withExamples(messages: readonly Message[], examples: readonly Message[]): readonly Message[] {
  if (examples.length === 0) return messages;
  const [first, ...rest] = messages;
  return first?.role === "system" ? [first, ...examples, ...rest] : [...examples, ...messages];
}
