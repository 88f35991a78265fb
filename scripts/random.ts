/**
 * Seeded random numbers for generated models and tests. The results are the same on every machine:
 * only integer operations and additions are used, no inexact Math functions.
 */

export type Random = {
  /** In [0, 1). */
  uniform(): number;
  /** A whole number in [0, limit). */
  below(limit: number): number;
  /** Mean 0, variance 1, bell-shaped, within ±3.5. */
  bell(): number;
};

/**
 * Mulberry32: 32 bits of state, good enough for fixtures.
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    uniform,
    below: (limit) => Math.floor(uniform() * limit),
    // Irwin-Hall distribution: the sum of four uniforms has the variance 4/12.
    bell: () => (uniform() + uniform() + uniform() + uniform() - 2) * 1.7320508075688772,
  };
}
