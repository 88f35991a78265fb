/**
 * A sampler chain over llama.h's samplers, in llama.cpp's order: bias and
 * penalties, cuts, temperature, choice. Takes every value as given; defaults
 * are the engine's business (engine/sampling.ts).
 */
import { type Pointer, ptr } from "bun:ffi";
import type { Context } from "./context.ts";
import { checkGrammar } from "./grammar-limits.ts";
import { lastError, type Native, takeLog } from "./library.ts";
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

export class Sampler {
  readonly #native: Native;
  readonly #vocabulary: Vocabulary;
  #chain: Pointer | null;
  #grammar: Grammar | undefined;
  /** Nothing but the logits decides: no chain is needed, which has to list the whole vocabulary first. */
  readonly #isPlainGreedy: boolean;

  constructor(native: Native, vocabulary: Vocabulary, options: SamplerOptions, grammar?: Grammar) {
    this.#native = native;
    this.#vocabulary = vocabulary;
    this.#grammar = grammar;
    this.#chain = native.anechat_sampler_chain_new();
    const chain = samplers(native, vocabulary, options);
    for (const sampler of chain) native.llama_sampler_chain_add(this.#chain, sampler);
    this.#isPlainGreedy = options.temperature <= 0 && chain.length === 1 && grammar === undefined;
  }

  /** Chooses the next token from the logits at a batch index and remembers it for penalties and grammar. */
  sample(context: Context, index: number): Token {
    if (this.#chain === null) throw new Error("the sampler was freed");
    if (this.#isPlainGreedy) return likeliest(context.logits(index));
    if (this.#grammar === undefined) {
      return this.#native.llama_sampler_sample(this.#chain, context.handle, index);
    }
    const token = this.#sampleWithGrammar(this.#chain, this.#grammar, context.logits(index));
    this.#native.llama_sampler_accept(this.#chain, token);
    this.#grammar.accept(token);
    return token;
  }

  /**
   * Checking the one token that was chosen is far cheaper than checking them all,
   * and the choice mostly fits: only where it doesn't, all are checked and it is
   * chosen again. (As llama.cpp's common_sampler_sample does.)
   */
  #sampleWithGrammar(chain: Pointer, grammar: Grammar, logits: Float32Array): Token {
    const candidates = new Candidates(logits);
    this.#native.llama_sampler_apply(chain, candidates.array);
    const chosen = candidates.selected;
    if (grammar.allows(chosen)) return chosen;
    const fitting = new Candidates(logits);
    grammar.apply(fitting);
    this.#native.llama_sampler_apply(chain, fitting.array);
    return fitting.selected;
  }

  /** Lets penalties see tokens that were not sampled here: the prompt's. */
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

/** Where a lazy grammar begins to apply: where a token, or text that a pattern finds, was written. */
export type GrammarTriggers = { patterns: readonly string[]; tokens: readonly Token[] };

/** A GBNF grammar that an answer must follow, from its beginning or from a trigger on. */
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
    if (this.#handle === null) throw new Error(grammarError(native));
  }

  allows(token: Token): boolean {
    const single = new Candidates(Float32Array.of(1), token);
    this.apply(single);
    return single.logit(0) !== Number.NEGATIVE_INFINITY;
  }

  apply(candidates: Candidates): void {
    this.#native.llama_sampler_apply(this.#handle, candidates.array);
  }

  /** @throws Error if the grammar doesn't admit it, or what it was triggered by */
  accept(token: Token): void {
    if (this.#native.anechat_grammar_accept(this.#handle, token) !== 0)
      throw new Error(lastError(this.#native));
  }

  [Symbol.dispose](): void {
    if (this.#handle !== null) this.#native.llama_sampler_free(this.#handle);
    this.#handle = null;
  }
}

/** What the parser printed, else what was logged: "unsupported grammar, left recursion detected …". */
function grammarError(native: Native): string {
  const printed = lastError(native).trim();
  if (printed !== "") return printed.endsWith(" at") ? `${printed} its end` : printed;
  const logged = takeLog(native).findLast((line) => line.startsWith("E "));
  return logged?.replace(/^E (\w+: )?/, "") ?? "it has no rule named root";
}

/** llama.h's llama_token_data_array in memory of ours: {int32 id, float logit, float p}[] behind a header. */
class Candidates {
  readonly array: Uint8Array;
  readonly #header: DataView;
  readonly #items: ArrayBuffer;
  readonly #ids: Int32Array;
  readonly #logits: Float32Array;

  constructor(logits: Float32Array, firstId = 0) {
    this.#items = new ArrayBuffer(logits.length * 12);
    this.#ids = new Int32Array(this.#items);
    this.#logits = new Float32Array(this.#items);
    for (let i = 0; i < logits.length; i += 1) {
      this.#ids[i * 3] = firstId + i;
      this.#logits[i * 3 + 1] = logits[i] as number;
    }
    this.array = new Uint8Array(32);
    this.#header = new DataView(this.array.buffer);
    this.#header.setBigUint64(0, BigInt(ptr(this.#ids)), true);
    this.#header.setBigUint64(8, BigInt(logits.length), true);
    this.#header.setBigInt64(16, -1n, true);
  }

  logit(index: number): number {
    return this.#logits[index * 3 + 1] as number;
  }

  /** The token a chain chose. */
  get selected(): Token {
    const index = Number(this.#header.getBigInt64(16, true));
    if (index < 0) throw new Error("the sampler chain chose no token");
    return this.#ids[index * 3] as Token;
  }
}

/** The first of the largest, as llama.cpp's greedy sampler takes it. */
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
  return best;
}

function samplers(native: Native, vocabulary: Vocabulary, options: SamplerOptions): (Pointer | null)[] {
  const chain: (Pointer | null)[] = [];
  if (options.logitBias.length > 0) {
    const biases = new DataView(new ArrayBuffer(options.logitBias.length * 8));
    for (const [i, [token, bias]] of options.logitBias.entries()) {
      biases.setInt32(i * 8, token, true);
      biases.setFloat32(i * 8 + 4, bias, true);
    }
    chain.push(
      native.llama_sampler_init_logit_bias(
        vocabulary.size,
        options.logitBias.length,
        new Uint8Array(biases.buffer),
      ),
    );
  }
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
