import { expect, test } from "bun:test";
import { Pace } from "../../../src/engine/core/prefill-budget.ts";

test("a slow machine reads little beside answers, a fast one much", () => {
  const pace = new Pace();
  expect(pace.piece).toBe(32);
  for (let step = 0; step < 50; step += 1) pace.measured(128, 400);
  expect(pace.piece).toBe(96);
  for (let step = 0; step < 50; step += 1) pace.measured(512, 10);
  expect(pace.piece).toBeGreaterThan(10_000);
});

test("steps that only write tell nothing of reading", () => {
  const pace = new Pace();
  pace.measured(4, 100);
  expect(pace.piece).toBe(32);
  pace.measured(300, 300);
  expect(pace.piece).toBe(300);
});
