/** Parses durations such as "30s", "1h30m" and "-1". format.ts prints them. */

/** Whole seconds, or numbers with units as in Go's durations, which Ollama's clients send. */
export const durationPattern = /^-?(?:\d+|(?:\d+(?:ms|s|m|h))+)$/;

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;

/** @returns milliseconds; undefined if the text is not a duration */
export function parseDuration(text: string): number | undefined {
  if (!durationPattern.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+)(ms|s|m|h)?/g)];
  const total = parts.reduce(
    (sum, [, amount, unit = "s"]) => sum + Number(amount) * units[unit as keyof typeof units],
    0,
  );
  // Avoids -0.
  return text.startsWith("-") && total > 0 ? -total : total;
}
