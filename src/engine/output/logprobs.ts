/** Logprobs of tokens: log-softmax over the logits as the model computed them. */
import type { Token } from "../../llama/vocabulary.ts";

export class Logprobs {
  readonly #logits: Float32Array;
  /** log Σ exp(logit) */
  readonly #logSum: number;

  /** @param logits one for each token; valid until the next decode overwrites them */
  constructor(logits: Float32Array) {
    let largest = Number.NEGATIVE_INFINITY;
    for (const logit of logits) if (logit > largest) largest = logit;
    let sum = 0;
    for (const logit of logits) sum += Math.exp(logit - largest);
    this.#logits = logits;
    this.#logSum = largest + Math.log(sum);
  }

  /** The model computed NaN, so there are no probabilities. */
  get areNaN(): boolean {
    return Number.isNaN(this.#logSum);
  }

  /** The natural logarithm of the token's probability. */
  of(token: Token): number {
    return (this.#logits[token] ?? Number.NEGATIVE_INFINITY) - this.#logSum;
  }

  /** The most likely tokens, in descending order. */
  top(count: number): Token[] {
    const found: Token[] = [];
    if (count === 0) return found;
    const logitOf = (token: Token): number => this.#logits[token] as number;
    for (let token = 0; token < this.#logits.length; token += 1) {
      const last = found.at(-1);
      if (found.length === count && last !== undefined && logitOf(token) <= logitOf(last)) continue;
      const at = found.findIndex((other) => logitOf(other) < logitOf(token));
      found.splice(at === -1 ? found.length : at, 0, token);
      if (found.length > count) found.pop();
    }
    return found;
  }
}
