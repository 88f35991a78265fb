/** How large the KV cache is at first, how far it may grow, and in which steps. */

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
