/**
 * A request from when it gets its sequence to its last token: what chooses its
 * tokens, what becomes of them, and how long it takes.
 */
import { AnechatError } from "../../base/errors.ts";
import type { Native } from "../../llama/library.ts";
import type { Model } from "../../llama/model.ts";
import { Grammar, Sampler } from "../../llama/sampler.ts";
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import type { ChatEvent, FinishReason, GenerateOptions, TokenLogprob } from "../../protocol/chat.ts";
import { Answer } from "../output/answer.ts";
import type { Logprobs } from "../output/logprobs.ts";
import { defaultMaxTokens, resolveSampling } from "../output/sampling.ts";
import type { Prompt } from "../prompt/prompt-builder.ts";
import { longestStepMs } from "./prefill-budget.ts";

export type Request = {
  requestId: number;
  prompt: Prompt;
  options: GenerateOptions;
  /** Monotonic milliseconds, as all times here. */
  startedAt: number;
};

export type GenerationHost = {
  /** Monotonic milliseconds. */
  now(): number;
  randomSeed(): number;
};

/** Tokens. */
export type ContextNow = { used: number; size: number; limit: number };

type Done = Extract<ChatEvent, { type: "done" }>;

export class Generation implements Disposable {
  readonly requestId: number;
  readonly sampler: Sampler;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  /** How many likeliest tokens are told with each; undefined: none, nor its own probability. */
  readonly logprobs: number | undefined;
  readonly #emit: (event: ChatEvent) => void;
  readonly #vocabulary: Vocabulary;
  readonly #answer: Answer;
  readonly #host: GenerationHost;
  readonly startedAt: number;
  /** Until then, other answers have their turns: see {@link tokenTook}. */
  restsUntil = 0;
  #promptReadAt: number | undefined;
  #firstTokenAt: number | undefined;
  #lastTokenAt: number | undefined;

  /**
   * @param sequence with the prompt in it, as far as it is in the KV cache already
   * @throws AnechatError `usage` if the grammar can't be parsed
   */
  constructor(
    native: Native,
    model: Model,
    { requestId, prompt, options, startedAt }: Request,
    sequence: { readonly tokens: readonly Token[]; readonly cachedTokens: number },
    host: GenerationHost,
    emit: (event: ChatEvent) => void,
  ) {
    using cleanup = new DisposableStack();
    const { vocabulary } = model;
    const values = resolveSampling(options.sampling ?? {}, (key) => model.metadata(key), host.randomSeed);
    const grammar = openGrammar(native, model, prompt);
    if (grammar !== undefined) cleanup.use(grammar);
    this.sampler = cleanup.use(new Sampler(native, vocabulary, values, grammar));
    if (values.repeatLastN > 0) this.sampler.remember(prompt.tokens.slice(-values.repeatLastN));
    const { maxTokens = defaultMaxTokens, stop = [] } = options;
    this.#answer = new Answer(native, vocabulary, prompt, { maxTokens, stop, now: host.now }, emit);
    this.logprobs = options.logprobs;
    this.#emit = emit;
    this.#vocabulary = vocabulary;
    this.requestId = requestId;
    this.promptTokens = sequence.tokens.length;
    this.cachedTokens = sequence.cachedTokens;
    this.#host = host;
    this.startedAt = startedAt;
    cleanup.move();
  }

  /** The prompt is still being read. */
  get isReading(): boolean {
    return this.#firstTokenAt === undefined;
  }

  /** Marks the time, once. */
  promptIsRead(): void {
    this.#promptReadAt ??= this.#host.now();
  }

  /** Tells how likely the token was that comes next. @param likelihoods see {@link Generation.logprobs} */
  emitLogprobs(token: Token, likelihoods: Logprobs): void {
    const told = (one: Token, logprob: number): TokenLogprob => ({
      token: one,
      bytes: [...this.#vocabulary.piece(one)],
      logprob,
    });
    this.#emit({
      type: "token",
      chosen: told(token, likelihoods.of(token)),
      likeliest: likelihoods.top(this.logprobs ?? 0).map((one) => told(one, likelihoods.of(one))),
    });
  }

  /**
   * A grammar can take seconds to choose a token by. The answer then rests for as long as each of the others could
   * have taken, too: else none of them would come on.
   * @param milliseconds that its last token took to choose
   * @param decodeMs what the step took besides; while that is more, the others lose little
   * @param others answers that are being written or read for
   */
  tokenTook(milliseconds: number, decodeMs: number, others: number): void {
    if (milliseconds > decodeMs && milliseconds * (others + 1) > longestStepMs)
      this.restsUntil = this.#host.now() + milliseconds * others;
  }

  /** @returns why the answer ends with this token, or undefined if it goes on */
  accept(token: Token): FinishReason | undefined {
    this.#lastTokenAt = this.#host.now();
    this.#firstTokenAt ??= this.#lastTokenAt;
    return this.#answer.accept(token);
  }

  /** Emits what was held back. @returns what to emit last */
  end(finish: FinishReason, context: ContextNow): Done {
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
        contextUsed: context.used,
        contextSize: context.size,
        contextLimit: context.limit,
      },
      timings: {
        promptMs: (this.#promptReadAt ?? now) - this.startedAt,
        firstTokenMs: firstTokenAt - this.startedAt,
        generationMs: (this.#lastTokenAt ?? now) - firstTokenAt,
        totalMs: now - this.startedAt,
      },
    };
  }

  [Symbol.dispose](): void {
    this.sampler[Symbol.dispose]();
    this.#answer[Symbol.dispose]();
  }
}

/** For a request that was cancelled while it waited. */
export function cancelledEarly({ prompt, startedAt }: Request, context: ContextNow, now: number): Done {
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

/** With what the template already wrote accepted. */
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
        throw new AnechatError(
          "usage",
          "The answer that is gone on with doesn't begin as its grammar wants it.",
          {
            hint: "Ask anew, or leave the grammar or schema out.",
          },
        );
      }
    }
    return opened;
  } catch (cause) {
    if (cause instanceof AnechatError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AnechatError("usage", `The grammar can't be parsed: ${reason}`, {
      hint: "It has to be GBNF with a rule named root.",
      cause,
    });
  }
}
