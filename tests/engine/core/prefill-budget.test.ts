import { expect, test } from "bun:test";
import { PrefillBudget } from "../../../src/engine/core/prefill-budget.ts";

test("a slow machine gets a small prefill budget, a fast one a large budget", () => {
  const budget = new PrefillBudget();
  expect(budget.tokens).toBe(32);
  for (let step = 0; step < 50; step += 1) budget.measure(128, 400);
  expect(budget.tokens).toBe(96);
  for (let step = 0; step < 50; step += 1) budget.measure(512, 10);
  expect(budget.tokens).toBeGreaterThan(10_000);
});

test("steps of few tokens don't change the budget", () => {
  const budget = new PrefillBudget();
  budget.measure(4, 100);
  expect(budget.tokens).toBe(32);
  budget.measure(300, 300);
  expect(budget.tokens).toBe(300);
});
