import { expect, test } from "bun:test";
import { PrefillBudget } from "../../../src/engine/core/prefill-budget.ts";

test("a slow machine reads little beside answers, a fast one much", () => {
  const pace = new PrefillBudget();
  expect(pace.tokens).toBe(32);
  for (let step = 0; step < 50; step += 1) pace.measure(128, 400);
  expect(pace.tokens).toBe(96);
  for (let step = 0; step < 50; step += 1) pace.measure(512, 10);
  expect(pace.tokens).toBeGreaterThan(10_000);
});

test("steps that only write tell nothing of reading", () => {
  const pace = new PrefillBudget();
  pace.measure(4, 100);
  expect(pace.tokens).toBe(32);
  pace.measure(300, 300);
  expect(pace.tokens).toBe(300);
});
