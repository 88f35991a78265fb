/** How large a context is: its first size, how far it may grow, in which steps, and its outputs. */

export const initialContext = 8192;

export type ContextSizing = {
  /** Maximum tokens of one conversation. */
  limit: number;
  /** Initial cells. */
  initial: number;
};

/**
 * @param fixed `--ctx-size`
 * @param trained maximum tokens that the model was trained for; 0 if unknown
 * @param fitting tokens that fit in the free memory
 * @param start initial tokens if the size is not fixed
 */
export function contextSizing(
  fixed: number | undefined,
  trained: number,
  fitting: number,
  start = initialContext,
): ContextSizing {
  if (fixed !== undefined) return { limit: fixed, initial: fixed };
  const limit = Math.max(1, Math.min(trained > 0 ? trained : initialContext, fitting));
  return { limit, initial: Math.min(start, limit) };
}

/** Few enough that their logits take little memory: two rows of floats each, of the vocabulary. */
const minOutputs = 16;

/**
 * Maximum tokens of a decode that have logits: one for each sequence, and more so that a prompt's
 * tokens are scored several at a time.
 */
export function maxOutputs(sequences: number): number {
  return Math.max(minOutputs, sequences);
}

/** Growing by fewer cells is not worth moving the KV state. */
const minStep = 512;

/**
 * The next size, by doubling: moving the KV state is then cheap compared with evaluating it.
 * @param needed cells that must fit
 * @param largest maximum cells
 * @returns undefined if it can't grow to `needed` cells, or only by a few
 */
export function grownSize(size: number, needed: number, largest: number): number | undefined {
  if (needed > largest || largest - size < Math.min(minStep, size)) return undefined;
  let grown = size;
  while (grown < needed) grown *= 2;
  return Math.min(grown, largest);
}
