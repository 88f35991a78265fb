/** The norms of llama-server's `embd_normalize`. */
import { expect, test } from "bun:test";
import { normalized } from "../../../src/server/llama/embedding.ts";

const unit = new Float32Array([0.6, -0.8]);
const rounded = (norm: number): number[] =>
  [...normalized(unit, norm)].map((value) => Math.round(value * 1e4) / 1e4);

test("a vector is scaled by its largest value, its taxicab, Euclidean or other norm", () => {
  expect(rounded(0)).toEqual([24570, -32760]);
  expect(rounded(1)).toEqual([0.4286, -0.5714]);
  expect(rounded(2)).toEqual([0.6, -0.8]);
  expect(rounded(3)).toEqual([0.667, -0.8893]);
  expect([...normalized(new Float32Array(2), 1)]).toEqual([0, 0]);
});
