/**
 * Formats a model's size: "494M", "8.0B", with experts "8x7.2B". Follows size_label in
 * llama.cpp's gguf-py/gguf/utility.py.
 */
import { elementCount } from "../formats/gguf/types.ts";

/** @param tensors with GGUF names; shapes have the slowest dimension first */
export function sizeLabel(tensors: readonly { name: string; shape: readonly number[] }[]): string {
  const counts: number[] = [];
  let weights = 0;
  for (const { name, shape } of tensors) {
    const experts = name.includes("_exps.") ? shape.at(-3) : undefined;
    if (experts !== undefined) counts.push(experts);
    // Count one expert: the label multiplies by their number.
    weights += elementCount(shape) / (experts ?? 1);
  }
  const size = rounded(weights);
  if (counts.length === 0) return size;
  return `${Math.floor(counts.reduce((sum, count) => sum + count, 0) / counts.length)}x${size}`;
}

const units = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
] as const;

/** With two digits, or all digits before the decimal point if there are more. */
function rounded(weights: number): string {
  const [unit, letter] = units.find(([one]) => weights > one) ?? [1e3, "K"];
  const scaled = weights / unit;
  const whole = Math.round(scaled);
  return `${scaled.toFixed(Math.max(0, 2 - (whole === 0 ? 0 : String(whole).length)))}${letter}`;
}
