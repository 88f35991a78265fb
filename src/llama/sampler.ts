/**
 * A sampler chain of llama.h's samplers, in llama.cpp's order: logit bias, grammar, penalties,
 * top-k, top-p, min-p, temperature, random choice. Defaults are in engine/output/sampling.ts.
 */
import type { Pointer } from "bun:ffi";
import type { Context } from "./context.ts";
import { checkGrammar } from "./grammar/check.ts";
import { callFailure, lastError, type Native, shortage, takeLog } from "./native.ts";
import type { Token, Vocabulary } from "./vocabulary.ts";

export type SamplerOptions = {
  temperature: number;
  topK: number;
  topP: number;
  minP: number;
  repeatPenalty: number;
  repeatLastN: number;
  frequencyPenalty: number;
  presencePenalty: number;
  seed: number;
  logitBias: readonly (readonly [token: Token, bias: number])[];
};

/** {@link Sampler.sample} returns it if the grammar is complete and the model has no end token. */
export const endOfGrammar = -2;

export class Sampler {
  readonly #native: Native;
  readonly #vocabulary: Vocabulary;
  /** llama.h's llama_logit_bias: {int32 token, float bias}[]. */
  readonly #biases: Uint8Array;
  readonly #biasCount: number;
  #chain: Pointer | null;
  #grammar: Grammar | undefined;
  /** Only the logits decide. The chain, which copies the whole vocabulary first, is not needed. */
  readonly #isPlainGreedy: boolean;

  /** @param grammar the sampler owns and frees it */
  constructor(native: Native, vocabulary: Vocabulary, options: SamplerOptions, grammar?: Grammar) {
    this.#native = native;
    this.#vocabulary = vocabulary;
    this.#grammar = grammar;
    this.#biases = encodeBiases(options.logitBias);
    this.#biasCount = options.logitBias.length;
    this.#chain = native.anechat_sampler_chain_new();
    const chain = samplers(native, vocabulary, options);
    for (const sampler of chain) native.llama_sampler_chain_add(this.#chain, sampler);
    this.#isPlainGreedy =
      options.temperature <= 0 && chain.length === 1 && this.#biasCount === 0 && grammar === undefined;
  }

  /**
   * Chooses the next token from the logits at a batch index. Advances penalties and grammar by it.
   * @param hasGrammar false: the grammar doesn't apply yet
   * @returns the token, or {@link endOfGrammar}
   * @throws Error if no token is left to choose, or the logits are NaN
   */
  sample(context: Context, index: number, hasGrammar = true): Token {
    if (this.#chain === null) throw new Error("the sampler was freed");
    if (this.#isPlainGreedy) return likeliest(context.logits(index));
    const token = this.#native.anechat_sample(
      context.handle,
      index,
      this.#biases,
      this.#biasCount,
      this.#chain,
      (hasGrammar ? this.#grammar?.handle : undefined) ?? null,
    );
    if (token === -1) throw callFailure(this.#native);
    return token;
  }

  /**
   * Advances penalties and grammar by a token that was not sampled.
   * @param hasGrammar false: the grammar doesn't apply yet
   * @returns false if the grammar doesn't allow it; nothing has changed
   */
  accept(token: Token, hasGrammar = true): boolean {
    if (hasGrammar && this.#grammar?.accept(token) === false) return false;
    this.remember([token]);
    return true;
  }

  /** Records tokens that were not sampled here, such as the prompt's, for the penalties. */
  remember(tokens: readonly Token[]): void {
    if (this.#chain === null) return;
    for (const token of tokens) {
      if (token < this.#vocabulary.size) this.#native.llama_sampler_accept(this.#chain, token);
    }
  }

  [Symbol.dispose](): void {
    if (this.#chain !== null) this.#native.llama_sampler_free(this.#chain);
    this.#chain = null;
    this.#grammar?.[Symbol.dispose]();
    this.#grammar = undefined;
  }
}

/** A lazy grammar applies from the first of these words or tokens on. */
export type GrammarTriggers = { words: readonly string[]; tokens: readonly Token[] };

/** A GBNF grammar that an answer must match, from its start or from a trigger on. */
export class Grammar {
  readonly #native: Native;
  #handle: Pointer | null;

  /** @throws Error that says where the grammar can't be parsed */
  constructor(native: Native, vocabulary: Vocabulary, gbnf: string, triggers?: GrammarTriggers) {
    checkGrammar(gbnf);
    this.#native = native;
    this.#handle = native.anechat_grammar_new(
      vocabulary.handle,
      gbnf,
      triggers === undefined ? "" : JSON.stringify(triggers),
    );
    if (this.#handle === null) throw shortage(lastError(native)) ?? new Error(grammarError(native));
  }

  get handle(): Pointer {
    if (this.#handle === null) throw new Error("the grammar was freed");
    return this.#handle;
  }

  /**
   * Advances the grammar by a token that was not sampled.
   * @returns false if the grammar does not allow it
   * @throws Error if that exceeds the limits of native/shim/limits.h
   */
  accept(token: Token): boolean {
    const result = this.#native.anechat_grammar_accept(this.handle, token);
    if (result < 0) throw callFailure(this.#native);
    return result === 0;
  }

  [Symbol.dispose](): void {
    if (this.#handle !== null) this.#native.anechat_grammar_free(this.#handle);
    this.#handle = null;
  }
}

/** The parser's message, else the last logged error ("unsupported grammar, left recursion …"). */
function grammarError(native: Native): string {
  const printed = lastError(native).trim();
  if (printed !== "") return printed.endsWith(" at") ? `${printed} its end` : printed;
  const logged = takeLog(native).findLast((line) => line.startsWith("E "));
  return logged?.replace(/^E (\w+: )?/, "") ?? "it has no rule named root";
}

function encodeBiases(biases: SamplerOptions["logitBias"]): Uint8Array {
  // Never empty: bun:ffi can't pass an empty buffer.
  const view = new DataView(new ArrayBuffer(Math.max(1, biases.length) * 8));
  for (const [i, [token, bias]] of biases.entries()) {
    view.setInt32(i * 8, token, true);
    view.setFloat32(i * 8 + 4, bias, true);
  }
  return new Uint8Array(view.buffer);
}

/**
 * The first token with the largest logit, like llama.cpp's greedy sampler.
 * @throws Error if it is NaN
 */
function likeliest(logits: Float32Array): Token {
  let best = 0;
  let largest = logits[0] as number;
  for (let token = 1; token < logits.length; token += 1) {
    const logit = logits[token] as number;
    if (logit > largest) {
      largest = logit;
      best = token;
    }
  }
  if (Number.isNaN(largest)) throw computedNaN();
  return best;
}

/** The same message as in native/shim/sampler.cpp. */
export function computedNaN(): Error {
  return new Error("the model computed NaN: its file may be damaged");
}

function samplers(native: Native, vocabulary: Vocabulary, options: SamplerOptions): (Pointer | null)[] {
  const chain: (Pointer | null)[] = [];
  const { repeatPenalty, frequencyPenalty, presencePenalty, repeatLastN } = options;
  if (repeatLastN !== 0 && (repeatPenalty !== 1 || frequencyPenalty !== 0 || presencePenalty !== 0)) {
    chain.push(
      native.llama_sampler_init_penalties(
        vocabulary.size,
        repeatLastN,
        repeatPenalty,
        frequencyPenalty,
        presencePenalty,
      ),
    );
  }
  if (options.temperature <= 0) {
    chain.push(native.llama_sampler_init_greedy());
    return chain;
  }
  if (options.topK > 0) chain.push(native.llama_sampler_init_top_k(options.topK));
  if (options.topP < 1) chain.push(native.llama_sampler_init_top_p(options.topP, 1));
  if (options.minP > 0) chain.push(native.llama_sampler_init_min_p(options.minP, 1));
  chain.push(native.llama_sampler_init_temp(options.temperature));
  chain.push(native.llama_sampler_init_dist(options.seed));
  return chain;
}
