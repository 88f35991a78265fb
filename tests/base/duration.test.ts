/** Durations as text: their milliseconds, and which texts are rejected. */
import { expect, test } from "bun:test";
import { durationPattern, parseDuration } from "../../src/base/duration.ts";

test.each([
  ["0", 0],
  ["-0", 0],
  ["90", 90_000],
  ["250ms", 250],
  ["30s", 30_000],
  ["5m", 300_000],
  ["24h", 86_400_000],
  ["1h30m", 5_400_000],
  ["1m0s1ms", 60_001],
  ["-1", -1000],
  ["-1h30m", -5_400_000],
] as const)("%p is %p milliseconds", (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

test.each([
  "",
  "-",
  "m",
  "soon",
  "5 m",
  "5d",
  "1.5h",
  "1e3",
  "1h30",
  "30 s",
  "--1",
  "+5m",
  "5M",
  "5m ",
  "5m\n",
])("%j is not a duration", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test("very long texts are infinite or rejected, without backtracking", () => {
  expect(parseDuration("9".repeat(400))).toBe(Number.POSITIVE_INFINITY);
  expect(durationPattern.test(`${"1m".repeat(100_000)}x`)).toBe(false);
});
