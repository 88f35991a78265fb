/** keep_alive: how long a model stays loaded, in the notation of Ollama. */
import { expect, test } from "bun:test";
import { z } from "zod";
import { keepAliveOf, ownFields } from "../../src/server/exchange.ts";

const field = z.strictObject({ keep_alive: ownFields.keep_alive });

test.each([
  [undefined, undefined],
  [0, 0],
  [90, 90_000],
  [0.5, 500],
  ["1h30m", 5_400_000],
  [-1, -1000],
  [-0.5, -500],
  ["-1", -1000],
  [null, undefined],
] as const)("%j is %p milliseconds", (value, milliseconds) => {
  expect(field.safeParse({ keep_alive: value }).success).toBe(true);
  expect(keepAliveOf(value)).toBe(milliseconds);
});

test.each([["soon"], ["5 m"], ["5d"], [""], ["1.5h"], ["1e3"], [true], [[5]]])("%j is refused", (value) => {
  expect(field.safeParse({ keep_alive: value }).success).toBe(false);
});
