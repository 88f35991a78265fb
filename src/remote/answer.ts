/**
 * One answer of a server: its chunks become events, and the last event has the usage and timings.
 */
import type { ChatEvent, FinishReason, Timings, Usage } from "../protocol/chat.ts";
import type { Chunk } from "./wire.ts";

type Done = Extract<ChatEvent, { type: "done" }>;

type AnswerFacts = {
  /** Estimated tokens of the prompt, for servers that don't report them. */
  promptEstimate: number;
  /** Tokens; Infinity if unknown. */
  contextLimit: number;
  /** The requested maximum of tokens; Infinity: no limit. */
  maxTokens: number;
  /**
   * The maximum of tokens after the reasoning; Infinity: no limit. Servers count all tokens, so a
   * larger maximum is requested, and the answer ends here. A chunk counts as one token.
   */
  maxAnswerTokens: number;
  /** Milliseconds of a monotonic clock. */
  now: () => number;
};

export class RemoteAnswer {
  readonly #facts: AnswerFacts;
  readonly #started: number;
  #firstAt: number | undefined;
  #lastAt = 0;
  #chunks = 0;
  #answerChunks = 0;
  #isFull = false;
  /** When reasoning began that has not ended. */
  #reasoningSince: number | undefined;
  #finish: string | undefined;
  #usage: Chunk["usage"];
  #timings: Chunk["timings"];

  /** Starts the clock. */
  constructor(facts: AnswerFacts) {
    this.#facts = facts;
    this.#started = facts.now();
  }

  /** The server's finish_reason, once it sent one: "stop", "length", "content_filter", … */
  get finish(): string | undefined {
    return this.#finish;
  }

  /** The answer has its maximum of tokens, and the server has more. */
  get isFull(): boolean {
    return this.#isFull;
  }

  *take(chunk: Chunk): Generator<ChatEvent, void> {
    // Some servers send the usage with each chunk, most with the last.
    this.#usage = chunk.usage ?? this.#usage;
    this.#timings = chunk.timings ?? this.#timings;
    const choice = chunk.choices[0];
    if (choice === undefined) return;
    const delta = choice.delta ?? choice.message;
    const reasoning = delta?.reasoning_content ?? delta?.reasoning ?? "";
    const text = delta?.content ?? choice.text ?? "";
    if (text !== "" && this.#answerChunks >= this.#facts.maxAnswerTokens) {
      this.#isFull = true;
      this.#finish = "length";
      return;
    }
    if (text !== "") this.#answerChunks += 1;
    if (reasoning !== "" || text !== "") {
      this.#chunks += 1;
      this.#lastAt = this.#facts.now();
      this.#firstAt ??= this.#lastAt;
    }
    if (reasoning !== "") {
      this.#reasoningSince ??= this.#lastAt;
      yield { type: "reasoning", text: reasoning };
    }
    if (text !== "") {
      yield* this.#endReasoning();
      yield { type: "text", text };
    }
    this.#finish = choice.finish_reason ?? this.#finish;
  }

  *#endReasoning(): Generator<ChatEvent, void> {
    if (this.#reasoningSince === undefined) return;
    yield { type: "reasoningEnd", milliseconds: this.#lastAt - this.#reasoningSince, isCut: false };
    this.#reasoningSince = undefined;
  }

  done(isCancelled: boolean): Done {
    const usage = this.#countTokens();
    const finish = isCancelled ? "cancelled" : this.#finishReason(usage);
    return { type: "done", finish, usage, timings: this.#measure() };
  }

  /** The server's counts. Without them, a chunk counts as one token. */
  #countTokens(): Usage {
    const { promptEstimate, contextLimit } = this.#facts;
    const { prompt_tokens, completion_tokens, prompt_tokens_details } = this.#usage ?? {};
    const reasoningTokens = this.#usage?.completion_tokens_details?.reasoning_tokens;
    const isCounted = typeof prompt_tokens === "number" && typeof completion_tokens === "number";
    const promptTokens = prompt_tokens ?? promptEstimate;
    const completionTokens = completion_tokens ?? this.#chunks;
    return {
      promptTokens,
      cachedTokens: prompt_tokens_details?.cached_tokens ?? this.#timings?.cache_n ?? 0,
      completionTokens,
      ...(typeof reasoningTokens === "number" ? { reasoningTokens } : {}),
      contextUsed: promptTokens + completionTokens,
      contextSize: contextLimit,
      contextLimit,
      ...(isCounted ? {} : { isEstimated: true }),
    };
  }

  #finishReason({ completionTokens, contextUsed, contextLimit }: Usage): FinishReason {
    if (this.#finish !== "length") return "stop";
    const { maxTokens } = this.#facts;
    const isOurLimit = this.#isFull || completionTokens >= maxTokens;
    // Servers call both "length". They may not count the last token of a full context.
    return !isOurLimit && contextUsed + 1 >= contextLimit ? "context" : "length";
  }

  #measure(): Timings {
    const now = this.#facts.now();
    const firstAt = this.#firstAt ?? now;
    return {
      // If the server doesn't report it, this includes the network and the server's queue.
      promptMs: this.#timings?.prompt_ms ?? firstAt - this.#started,
      firstTokenMs: firstAt - this.#started,
      generationMs: this.#firstAt === undefined ? 0 : this.#lastAt - this.#firstAt,
      totalMs: now - this.#started,
    };
  }
}
