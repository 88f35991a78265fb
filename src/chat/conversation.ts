/**
 * A conversation: what was said, and asking the next thing. Keeps every word
 * that was said; what is sent to the backend is cut to what fits, and each cut
 * is announced once.
 */
import type { ChatEvent, ChatOptions, Message } from "../engine/protocol.ts";
import { defaultMaxTokens } from "../engine/sampling.ts";
import type { Backend } from "./backend.ts";
import { trimToFit } from "./trim.ts";

export type ConversationEvent =
  | ChatEvent
  /** The oldest turns no longer fit; they are not sent any more. Comes before the answer. */
  | { type: "dropped"; messages: readonly Message[] };

export type ConversationOptions = {
  systemPrompt?: string | undefined;
  /** Each question is asked alone. */
  forgetful?: boolean;
};

/** Tokens a template adds around a message, at most: for estimates that may be too large but not too small. */
const templateOverhead = 64;

export class Conversation {
  readonly #backend: Backend;
  readonly #system: readonly Message[];
  readonly #forgetful: boolean;
  #turns: Message[] = [];
  /** Of `#turns`, those that no longer fit. */
  #dropped = 0;
  /** Tokens the context held after the last answer. */
  #contextUsed = 0;

  constructor(backend: Backend, { systemPrompt, forgetful = false }: ConversationOptions = {}) {
    this.#backend = backend;
    this.#forgetful = forgetful;
    this.#system = systemPrompt ? [{ role: "system", content: systemPrompt }] : [];
  }

  /** All that was said, with the system prompt. */
  get messages(): readonly Message[] {
    return [...this.#system, ...this.#turns];
  }

  get contextUsed(): number {
    return this.#contextUsed;
  }

  clear(): void {
    this.#turns = [];
    this.#dropped = 0;
    this.#contextUsed = 0;
  }

  /**
   * Asks, and remembers question and answer: an answer that was stopped, too. A
   * question that failed, or was stopped before a word came, is forgotten, so
   * that the conversation can go on.
   */
  async *ask(text: string, options: ChatOptions = {}): AsyncGenerator<ConversationEvent, void> {
    if (this.#forgetful) this.clear();
    const question: Message = { role: "user", content: text };
    const sent = [...this.#system, ...this.#turns.slice(this.#dropped), question];
    const { messages, dropped } = await this.#fit(sent, text, options);
    if (dropped.length > 0) yield { type: "dropped", messages: dropped };
    let answer = "";
    let isAnswered = false;
    try {
      for await (const event of this.#backend.chat(messages, options)) {
        if (event.type === "text") answer += event.text;
        if (event.type === "done") {
          isAnswered = event.finish !== "cancelled";
          this.#contextUsed = event.usage.contextUsed;
        }
        yield event;
      }
    } finally {
      if (isAnswered || answer !== "") {
        this.#turns.push(question, { role: "assistant", content: answer });
        this.#dropped += dropped.length;
      }
    }
  }

  async #fit(
    messages: readonly Message[],
    newText: string,
    options: ChatOptions,
  ): Promise<{ messages: readonly Message[]; dropped: readonly Message[] }> {
    const canDrop = this.#turns.length > this.#dropped;
    if (!canDrop) return { messages, dropped: [] };
    const limit = this.#backend.contextLimit;
    const wanted = options.maxTokens ?? defaultMaxTokens;
    // An answer needs room, but never more than a quarter is kept free for it.
    const room = Math.min(wanted === 0 ? limit : wanted, Math.floor(limit / 4));
    const budget = limit - room;
    // No text has more tokens than bytes: most turns need no counting.
    if (this.#contextUsed + Buffer.byteLength(newText) + templateOverhead <= budget) {
      return { messages, dropped: [] };
    }
    return trimToFit(messages, budget, (some) => this.#backend.countTokens(some));
  }
}
