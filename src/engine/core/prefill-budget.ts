/**
 * How much of a waiting prompt a step may read while answers are being written: as much as their next
 * words can wait for. Measured, since a GPU reads in a step what a small processor needs seconds for.
 */

/** Milliseconds that a step should take at most; a pause in an answer that long goes unnoticed. */
export const longestStepMs = 300;

/** Below this, a step costs more for being one than for what it reads. */
const smallestChunk = 32;

/** Of the old value, in the running mean. */
const inertia = 0.7;

export class PrefillBudget {
  #msPerToken: number | undefined;

  /** Tokens of prompts in a step beside words of answers. */
  get tokens(): number {
    if (this.#msPerToken === undefined) return smallestChunk;
    return Math.max(smallestChunk, Math.floor(longestStepMs / this.#msPerToken));
  }

  /**
   * @param tokens of the step, all together
   * @param milliseconds that it took
   */
  measure(tokens: number, milliseconds: number): void {
    // A step of few tokens tells nothing of reading: it waits for the weights.
    if (tokens < smallestChunk) return;
    const now = milliseconds / tokens;
    this.#msPerToken =
      this.#msPerToken === undefined ? now : inertia * this.#msPerToken + (1 - inertia) * now;
  }
}
