/**
 * Chunked prefill: how many prompt tokens a step may evaluate while answers are being generated.
 * The budget follows the measured speed, so that a step takes about 300 ms on any machine.
 */

/** Maximum duration of a step. A pause of this length in an answer is hardly visible. */
export const maxStepMs = 300;

/** Smaller chunks waste time: a step has fixed costs. */
const minChunk = 32;

/** Weight of the old value in the running mean. */
const oldWeight = 0.7;

export class PrefillBudget {
  #msPerToken: number | undefined;

  /** Prompt tokens in a step that also generates. */
  get tokens(): number {
    if (this.#msPerToken === undefined) return minChunk;
    return Math.max(minChunk, Math.floor(maxStepMs / this.#msPerToken));
  }

  /** @param tokens all tokens of the step @param milliseconds its duration */
  measure(tokens: number, milliseconds: number): void {
    // A step of few tokens is bound by memory bandwidth and says nothing about prefill.
    if (tokens < minChunk) return;
    const measured = milliseconds / tokens;
    this.#msPerToken =
      this.#msPerToken === undefined ? measured : oldWeight * this.#msPerToken + (1 - oldWeight) * measured;
  }
}
