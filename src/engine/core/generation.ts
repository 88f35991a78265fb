/**
 * A request that has a sequence: its sampler and grammar, the answer that its tokens become, and
 * its timings. engine.ts calls it for each sampled token.
 */
import { AnechatError, messageOf } from "../../base/errors.ts";
import type { Native } from "../../llama/library.ts";
import type { Model } from "../../llama/model.ts";
import { Grammar, Sampler } from "../../llama/sampler.ts";
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import {
  type AnswerLimits,
  answerLimits,
  type ChatEvent,
  type FinishReason,
  type GenerateOptions,
  type TokenLogprob,
} from "../../protocol/chat.ts";
import { Answer } from "../output/answer.ts";
import type { Logprobs } from "../output/logprobs.ts";
import { ReasoningMeter } from "../output/reasoning-meter.ts";
import { resolveSampling } from "../output/sampling.ts";
import type { Prompt } from "../prompt/prompt-builder.ts";
import { maxStepMs } from "./prefill-budget.ts";

export type Request = {
  requestId: number;
  prompt: Prompt;
  options: GenerateOptions;
  /** Monotonic milliseconds, like all times in this file. */
  startedAt: number;
};

export type GenerationHost = {
  /** Monotonic milliseconds. */
  now(): number;
  randomSeed(): number;
};

/** Tokens used, current size and maximum size of the context. */
export type ContextUsage = { used: number; size: number; limit: number };

type SamplingCache = {
  /** @param output see ScheduledTokens @param hasGrammar see Sampler.sample */
  sample(sampler: Sampler, output: number, hasGrammar: boolean): Token;
};

type Done = Extract<ChatEvent, { type: "done" }>;

export class Generation implements Disposable {
  readonly requestId: number;
  readonly #sampler: Sampler;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  /** Number of most likely tokens to emit with each token; undefined: no `token` events. */
  readonly logprobs: number | undefined;
  /** The prompt is read and nothing is generated. */
  readonly isPromptOnly: boolean;
  readonly #emit: (event: ChatEvent) => void;
  readonly #vocabulary: Vocabulary;
  readonly #answer: Answer;
  /** Undefined if the model doesn't reason. */
  readonly #reasoning: ReasoningMeter | undefined;
  /** The grammar applies only after a trigger. */
  readonly #isLazy: boolean;
  readonly #isGrammarOfReasoning: boolean;
  readonly #host: GenerationHost;
  readonly startedAt: number;
  readonly #admittedAt: number;
  /** Steps skip the answer until then: see {@link recordTokenTime}. */
  pausedUntil = 0;
  /** Tokens of the prompt whose `promptToken` events were emitted; undefined: none are wanted. */
  #scoredTokens: number | undefined;
  /** The prompt's texts were cut. */
  readonly #isCut: boolean;
  #promptReadAt: number | undefined;
  #firstTokenAt: number | undefined;
  #lastTokenAt: number | undefined;

  /**
   * @param sequence holds the prompt; a part of it may be in the KV cache
   * @param contextLimit maximum tokens of a conversation
   * @throws AnechatError `usage` if the grammar can't be parsed
   */
  constructor(
    native: Native,
    model: Model,
    { requestId, prompt, options, startedAt }: Request,
    sequence: { readonly tokens: readonly Token[]; readonly cachedTokens: number },
    contextLimit: number,
    host: GenerationHost,
    emit: (event: ChatEvent) => void,
  ) {
    using cleanup = new DisposableStack();
    // Before the grammar is opened, which takes time.
    const admittedAt = host.now();
    const { vocabulary } = model;
    const values = resolveSampling(options.sampling ?? {}, (key) => model.metadata(key), host.randomSeed);
    const grammar = openGrammar(native, model, prompt);
    if (grammar !== undefined) cleanup.use(grammar);
    this.#sampler = cleanup.use(new Sampler(native, vocabulary, values, grammar));
    if (values.repeatLastN > 0) this.#sampler.remember(prompt.tokens.slice(-values.repeatLastN));
    const limits = answerLimits(options);
    const room = contextLimit - sequence.tokens.length;
    this.#reasoning = openMeter(vocabulary, prompt, reasoningRoom(room, limits), host.now);
    const { stop = [] } = options;
    this.#answer = new Answer(
      native,
      vocabulary,
      prompt,
      { ...limits, stop, reasoning: this.#reasoning, now: host.now },
      emit,
    );
    this.#isLazy = prompt.triggers !== undefined;
    this.#isGrammarOfReasoning = prompt.isGrammarOfReasoning;
    this.logprobs = options.logprobs;
    this.isPromptOnly = limits.maxTokens === 0;
    this.#isCut = prompt.isCut ?? false;
    this.#emit = emit;
    this.#vocabulary = vocabulary;
    this.requestId = requestId;
    this.promptTokens = sequence.tokens.length;
    this.cachedTokens = sequence.cachedTokens;
    this.#host = host;
    this.startedAt = startedAt;
    this.#admittedAt = admittedAt;
    if (options.promptLogprobs === true) {
      this.#scoredTokens = 0;
      this.emitPromptToken(sequence.tokens[0] as Token);
    }
    cleanup.move();
  }

  get completionTokens(): number {
    return this.#answer.completionTokens;
  }

  /**
   * The position whose logits give the next `promptToken` event; Infinity if none is wanted. The
   * logits of a token are those at the position before it.
   */
  get nextScored(): number {
    const scored = this.#scoredTokens ?? this.promptTokens;
    return scored < this.promptTokens ? scored - 1 : Number.POSITIVE_INFINITY;
  }

  /** No token was sampled yet. */
  get isPrefilling(): boolean {
    return this.#firstTokenAt === undefined;
  }

  /** Call before sampling. Only the first call sets the time. */
  markPromptRead(): void {
    this.#promptReadAt ??= this.#host.now();
  }

  /**
   * Chooses the next token: that which ends the reasoning, if its budget is spent.
   * @param output see ScheduledTokens
   * @throws Error as Sampler.sample
   */
  sample(cache: SamplingCache, output: number): Token {
    const forced = this.#reasoning?.forced;
    // What a thought says about tools calls none, and a user's grammar is of the answer.
    const hasGrammar = this.#isGrammarOfReasoning || !this.#isReasoning;
    if (forced !== undefined && this.#sampler.accept(forced, hasGrammar)) return forced;
    return cache.sample(this.#sampler, output, hasGrammar);
  }

  /** Emits the `token` event of a sampled token. */
  emitLogprobs(token: Token, logprobs: Logprobs): void {
    const isEnd = this.#vocabulary.isEndOfGeneration(token);
    this.#emit({
      type: "token",
      ...this.#probabilities(token, logprobs),
      ...(isEnd ? { isEnd: true as const } : {}),
    });
  }

  /** Emits the event of the prompt's next token. @param logprobs missing for the first */
  emitPromptToken(token: Token, logprobs?: Logprobs): void {
    this.#scoredTokens = (this.#scoredTokens ?? 0) + 1;
    this.#emit({
      type: "promptToken",
      token,
      bytes: [...this.#vocabulary.piece(token)],
      ...(logprobs === undefined ? { likeliest: [] } : this.#probabilities(token, logprobs)),
    });
  }

  #probabilities(
    token: Token,
    logprobs: Logprobs,
  ): { chosen: TokenLogprob; likeliest: readonly TokenLogprob[] } {
    const withBytes = (id: Token): TokenLogprob => ({
      token: id,
      bytes: [...this.#vocabulary.piece(id)],
      logprob: logprobs.of(id),
    });
    return { chosen: withBytes(token), likeliest: logprobs.top(this.logprobs ?? 0).map(withBytes) };
  }

  /**
   * Pauses the answer if sampling was slow, since a grammar can take seconds for a token. The pause
   * gives each of the other requests as much time, so that they make progress.
   * @param sampleMs duration of sampling the last token
   * @param decodeMs duration of the step's decode; if it is longer, sampling hardly delays the
   *   others
   * @param others number of other requests that have a sequence
   */
  recordTokenTime(sampleMs: number, decodeMs: number, others: number): void {
    if (sampleMs > decodeMs && sampleMs * (others + 1) > maxStepMs)
      this.pausedUntil = this.#host.now() + sampleMs * others;
  }

  /** @returns why the answer ends with this token, or undefined if it continues */
  accept(token: Token): FinishReason | undefined {
    this.#lastTokenAt = this.#host.now();
    this.#firstTokenAt ??= this.#lastTokenAt;
    const wasReasoning = this.#isReasoning;
    const finish = this.#answer.accept(token);
    // A call of a tool may be what ends the reasoning.
    if (this.#isLazy && wasReasoning && !this.#isReasoning)
      for (const one of this.#reasoning?.lastMark ?? []) this.#sampler.accept(one);
    return finish;
  }

  get #isReasoning(): boolean {
    return this.#reasoning?.isWithin === true;
  }

  /** Emits the text that was held back. @returns the final event, which the caller emits */
  end(finish: FinishReason, context: ContextUsage): Done {
    this.#answer.end();
    const now = this.#host.now();
    const firstTokenAt = this.#firstTokenAt ?? now;
    return {
      type: "done",
      finish,
      ...(this.#answer.stoppedBy === undefined ? {} : { stoppedBy: this.#answer.stoppedBy }),
      usage: {
        promptTokens: this.promptTokens,
        cachedTokens: this.cachedTokens,
        completionTokens: this.#answer.completionTokens,
        ...(this.#reasoning === undefined ? {} : { reasoningTokens: this.#reasoning.tokens }),
        contextUsed: context.used,
        contextSize: context.size,
        contextLimit: context.limit,
        ...(this.#isCut ? { isCut: true } : {}),
      },
      timings: {
        queuedMs: this.#admittedAt - this.startedAt,
        promptMs: (this.#promptReadAt ?? now) - this.startedAt,
        firstTokenMs: firstTokenAt - this.startedAt,
        generationMs: (this.#lastTokenAt ?? now) - firstTokenAt,
        totalMs: now - this.startedAt,
      },
    };
  }

  [Symbol.dispose](): void {
    this.#sampler[Symbol.dispose]();
    this.#answer[Symbol.dispose]();
  }
}

function openMeter(
  vocabulary: Vocabulary,
  { reasoning }: Prompt,
  room: number,
  now: () => number,
): ReasoningMeter | undefined {
  if (reasoning === undefined) return undefined;
  return new ReasoningMeter(vocabulary, reasoning, { budget: reasoning.budget, room }, now);
}

/**
 * Maximum tokens of reasoning, so that an answer fits into the context after it.
 * @param room tokens of the context after the prompt
 */
function reasoningRoom(room: number, { maxAnswerTokens }: AnswerLimits): number {
  return room - Math.min(maxAnswerTokens, Math.floor(room / 4));
}

/** The final event of a request that was cancelled before it got a sequence. */
export function cancelledInQueue({ prompt, startedAt }: Request, context: ContextUsage, now: number): Done {
  const waited = now - startedAt;
  return {
    type: "done",
    finish: "cancelled",
    usage: {
      promptTokens: prompt.tokens.length,
      cachedTokens: 0,
      completionTokens: 0,
      contextUsed: context.used,
      contextSize: context.size,
      contextLimit: context.limit,
    },
    timings: { promptMs: waited, firstTokenMs: waited, generationMs: 0, totalMs: waited },
  };
}

/** The grammar after it has accepted the beginning of the answer that is in the prompt. */
function openGrammar(
  native: Native,
  model: Model,
  { grammar, grammarPrefill, triggers }: Prompt,
): Grammar | undefined {
  if (grammar === "") return undefined;
  try {
    const opened = new Grammar(native, model.vocabulary, grammar, triggers);
    for (const token of grammarPrefill) {
      if (!opened.accept(token)) {
        opened[Symbol.dispose]();
        throw new AnechatError("usage", "The partial answer does not match the grammar", {
          hint: "Start a new answer, or leave out the grammar or schema.",
        });
      }
    }
    return opened;
  } catch (cause) {
    if (cause instanceof AnechatError) throw cause;
    const reason = messageOf(cause);
    throw new AnechatError("usage", `The grammar can't be parsed: ${reason}`, {
      hint: "Use GBNF with a rule named root.",
      cause,
    });
  }
}
