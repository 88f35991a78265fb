/** keep_alive: how long a model stays, in the words that clients of Ollama know. */
import { expect, test } from "bun:test";
import { z } from "zod";
import { keepAliveOf, ownFields } from "../../src/server/exchange.ts";

const field = z.strictObject({ keep_alive: ownFields.keep_alive });

test.each([
  [undefined, undefined],
  [0, 0],
  ["0", 0],
  ["0s", 0],
  [90, 90_000],
  [0.5, 500],
  ["90", 90_000],
  ["250ms", 250],
  ["30s", 30_000],
  ["5m", 300_000],
  ["24h", 86_400_000],
  ["1h30m", 5_400_000],
  [-1, -1000],
  [-0.5, -500],
  ["-1", -1000],
  ["-5m", -300_000],
] as const)("%j is %p milliseconds", (value, milliseconds) => {
  expect(field.safeParse({ keep_alive: value }).success).toBe(true);
  expect(keepAliveOf(value)).toBe(milliseconds);
});

test.each([["soon"], ["5 m"], ["5d"], [""], ["1.5h"], ["1e3"], [null], [true], [[5]]])(
  "%j is refused",
  (value) => {
    expect(field.safeParse({ keep_alive: value }).success).toBe(false);
  },
);
