/** Times as people and clients write them: "30s", "1h30m", "-1". Showing them is format.ts's. */

/** A whole number of seconds, or numbers with their units, the way Go writes durations and so Ollama's clients do. */
export const durationPattern = /^-?(?:\d+|(?:\d+(?:ms|s|m|h))+)$/;

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** @returns milliseconds; undefined for what is no time */
export function parseDuration(text: string): number | undefined {
  if (!durationPattern.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)(ms|s|m|h)?/g)];
  const total = parts.reduce(
    (sum, [, amount, unit = "s"]) => sum + Number(amount) * units[unit as keyof typeof units],
    0,
  );
  // No -0.
  return text.startsWith("-") && total > 0 ? -total : total;
}
