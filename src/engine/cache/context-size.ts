/** How large the KV cache is and may become: the user never has to pick a number. */

export const initialContext = 8192;

export type ContextSizing = {
  /** Tokens one conversation may have. */
  limit: number;
  /** Cells to begin with. */
  initial: number;
};

/**
 * @param asked `--ctx-size`; fixes it
 * @param trained tokens the model was made for; 0 if its file doesn't say
 * @param fitting tokens that fit in the memory that is free now
 * @param start tokens to begin with, if it is free to grow
 */
export function contextSizing(
  asked: number | undefined,
  trained: number,
  fitting: number,
  start = initialContext,
): ContextSizing {
  if (asked !== undefined) return { limit: asked, initial: asked };
  const limit = Math.max(1, Math.min(trained > 0 ? trained : initialContext, fitting));
  return { limit, initial: Math.min(start, limit) };
}

/** Growing by less than this costs more than it gives. */
const smallestStep = 512;

/**
 * Doubling keeps the work of carrying the KV state over small against that of
 * evaluating what filled it.
 * @param needed cells that must fit
 * @param largest cells there may be
 * @returns the next size, or undefined if there is no room to speak of
 */
export function grownSize(size: number, needed: number, largest: number): number | undefined {
  if (needed > largest || largest - size < Math.min(smallestStep, size)) return undefined;
  let grown = size;
  while (grown < needed) grown *= 2;
  return Math.min(grown, largest);
}
