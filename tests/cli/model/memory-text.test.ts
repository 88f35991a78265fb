import { expect, test } from "bun:test";
import {
  largestContext,
  largestContextText,
  neededMemory,
  neededMemoryText,
} from "../../../src/cli/model/memory-text.ts";
import { modelHeader } from "../../fixtures/model-header.ts";

const gemma = modelHeader("gemma3", {
  block_count: 12,
  context_length: 32_768,
  embedding_length: 256,
  "attention.head_count": 4,
  "attention.sliding_window": 1024,
});

const mamba = modelHeader("mamba", {
  block_count: 24,
  embedding_length: 768,
  "ssm.inner_size": 1536,
  "ssm.state_size": 16,
  "ssm.conv_kernel": 4,
});

test("windows and states are named only where there are any", () => {
  expect(neededMemoryText(neededMemory(gemma, 8192))).toMatch(
    /^\d+ MB with a context of 8192 tokens \(KV cache 17 MB, windows 16 MB\)$/,
  );
  expect(neededMemoryText(neededMemory(mamba, 8192))).toMatch(
    /^\d+ MB with a context of 8192 tokens \(recurrent state 2\.8 MB\)$/,
  );
});

test("the largest context is one that the model was trained for and that fits", () => {
  const whole = largestContext(gemma, 8e9);
  expect(largestContextText(whole)).toBe(
    "a context of 32768 tokens in the 8.0 GB of main memory that are free",
  );
  const { tokens } = largestContext(gemma, 100e6);
  expect(tokens).toBeGreaterThan(1024);
  expect(tokens).toBeLessThan(32_768);
  expect(neededMemory(gemma, tokens).bytes).toBeLessThanOrEqual(100e6);
  expect(largestContextText(largestContext(gemma, 1e6))).toBe(
    "no context in the 1.0 MB of main memory that are free",
  );
});
