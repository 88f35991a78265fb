/** One answer as it comes from a server: its pieces become events, and at the end its figures. */
import type { ChatEvent, FinishReason, Timings, Usage } from "../protocol/chat.ts";
import type { Chunk } from "./wire.ts";

type Done = Extract<ChatEvent, { type: "done" }>;

export type AnswerFacts = {
  /** Tokens of the prompt, as estimated: for a server that doesn't count. */
  promptEstimate: number;
  /** Infinity where it isn't known. */
  contextLimit: number;
  /** Tokens that were asked for at most; 0 or undefined: no limit. */
  maxTokens: number | undefined;
  /** Milliseconds of a clock that only goes on. */
  now: () => number;
};

export class RemoteAnswer {
  readonly #facts: AnswerFacts;
  readonly #started: number;
  #firstAt: number | undefined;
  #lastAt = 0;
  #pieces = 0;
  #finish: string | undefined;
  #usage: Chunk["usage"];
  #timings: Chunk["timings"];

  /** The clock runs from here. */
  constructor(facts: AnswerFacts) {
    this.#facts = facts;
    this.#started = facts.now();
  }

  /** The server said why it ended, in its own words: "stop", "length", "content_filter", … */
  get finish(): string | undefined {
    return this.#finish;
  }

  *take(chunk: Chunk): Generator<ChatEvent, void> {
    // Some send it with each piece, most with the last.
    this.#usage = chunk.usage ?? this.#usage;
    this.#timings = chunk.timings ?? this.#timings;
    const choice = chunk.choices[0];
    if (choice === undefined) return;
    const words = choice.delta ?? choice.message;
    const reasoning = words?.reasoning_content ?? words?.reasoning ?? "";
    const text = words?.content ?? choice.text ?? "";
    if (reasoning !== "" || text !== "") {
      this.#pieces += 1;
      this.#lastAt = this.#facts.now();
      this.#firstAt ??= this.#lastAt;
    }
    if (reasoning !== "") yield { type: "reasoning", text: reasoning };
    if (text !== "") yield { type: "text", text };
    this.#finish = choice.finish_reason ?? this.#finish;
  }

  done(isCancelled: boolean): Done {
    const usage = this.#countTokens();
    const finish = isCancelled ? "cancelled" : this.#reason(usage);
    return { type: "done", finish, usage, timings: this.#times() };
  }

  /** The server's count; else a piece of a stream is about a token. */
  #countTokens(): Usage {
    const { promptEstimate, contextLimit } = this.#facts;
    const { prompt_tokens, completion_tokens, prompt_tokens_details } = this.#usage ?? {};
    const isCounted = typeof prompt_tokens === "number" && typeof completion_tokens === "number";
    const promptTokens = prompt_tokens ?? promptEstimate;
    const completionTokens = completion_tokens ?? this.#pieces;
    return {
      promptTokens,
      cachedTokens: prompt_tokens_details?.cached_tokens ?? this.#timings?.cache_n ?? 0,
      completionTokens,
      contextUsed: promptTokens + completionTokens,
      contextSize: contextLimit,
      contextLimit,
      ...(isCounted ? {} : { isEstimated: true }),
    };
  }

  #reason({ completionTokens, contextUsed, contextLimit }: Usage): FinishReason {
    if (this.#finish !== "length") return "stop";
    const { maxTokens } = this.#facts;
    const isOurLimit = maxTokens !== undefined && maxTokens > 0 && completionTokens >= maxTokens;
    // Servers call both "length"; the last token of a full context may not be counted.
    return !isOurLimit && contextUsed + 1 >= contextLimit ? "context" : "length";
  }

  #times(): Timings {
    const now = this.#facts.now();
    const firstAt = this.#firstAt ?? now;
    return {
      // Where the server doesn't tell, the way there and back and its queue are part of it.
      promptMs: this.#timings?.prompt_ms ?? firstAt - this.#started,
      firstTokenMs: firstAt - this.#started,
      generationMs: this.#firstAt === undefined ? 0 : this.#lastAt - this.#firstAt,
      totalMs: now - this.#started,
    };
  }
}
