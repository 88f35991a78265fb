/**
 * Checks RoPE parameters that make llama.cpp v0.5.0 crash or hang. The rotation is
 * ggml_compute_forward_rope in ggml/src/ggml-cpu/ops.cpp.
 */
import type { Metadata } from "./metadata.ts";
import type { Fail } from "./types.ts";

/** Architectures without RoPE (llama_model_rope_type in src/llama-model.cpp). */
const withoutRotation = new Set([
  "gpt2",
  "gptj",
  "mpt",
  "refact",
  "bloom",
  "mamba",
  "mamba2",
  "jamba",
  "jina-bert-v2",
  "t5",
  "t5encoder",
  "jais",
  "rwkv6",
  "rwkv6qwen2",
  "rwkv7",
  "arwkv7",
  "nemotron_h",
  "nemotron_h_moe",
  "kimi-linear",
  "kimi-k3",
]);

/** From there, too: architectures with several positions per token, such as an image's rows. */
const withSections = new Set([
  "qwen2vl",
  "paddleocr",
  "qwen3vl",
  "qwen3vlmoe",
  "qwen35",
  "qwen35moe",
  "qwen4exp",
  "qwen3tts",
]);

const withTemperature = new Set(["deepseek2", "mistral4"]);

/** @param fail called for the first invalid value */
export function checkPositions({ metadata }: { readonly metadata: Metadata }, fail: Fail): void {
  const architecture = metadata.getString("general.architecture") ?? "";
  const number = (key: string): number | undefined => metadata.getNumber(`${architecture}.${key}`);
  const scaling = metadata.getString(`${architecture}.rope.scaling.type`);
  if (scaling !== undefined && !["none", "linear", "yarn", "longrope"].includes(scaling)) {
    fail(`has the unknown RoPE scaling ${JSON.stringify(scaling.slice(0, 40))}`);
  }
  // llm_graph_input_attn_temp::set_input divides by temperature_length, unless temperature_scale
  // is 0. Other architectures don't read these keys.
  if (
    withTemperature.has(architecture) &&
    (number("attention.temperature_scale") ?? 0) !== 0 &&
    (number("attention.temperature_length") ?? 0) === 0
  ) {
    fail("scales its attention temperature every 0 tokens");
  }
  const [heads] =
    metadata.getPerLayer(`${architecture}.attention.head_count`, number("block_count") ?? 0) ?? [];
  // Without heads, llama.cpp uses none of the values below.
  if (!heads || !rotates(metadata, architecture)) return;
  const width = number("embedding_length");
  const length = number("attention.key_length") ?? (width === undefined ? undefined : width / heads);
  checkRotation(number("rope.dimension_count"), length, fail);
  checkRotation(number("rope.dimension_count_swa"), number("attention.key_length_swa") ?? length, fail);
  const sections = metadata.getArray(`${architecture}.rope.dimension_sections`)?.items?.map(Number);
  if (sections !== undefined) checkSections(sections, length, withSections.has(architecture), fail);
}

function rotates(metadata: Metadata, architecture: string): boolean {
  if (withoutRotation.has(architecture)) return false;
  // false means no rotation in Granite's models.
  const isGranite = architecture.startsWith("granite");
  return !isGranite || metadata.getBool(`${architecture}.rope.scaling.finetuned`) !== false;
}

/** @param length of a head's key */
function checkRotation(dimensions: number | undefined, length: number | undefined, fail: Fail): void {
  if (dimensions === undefined) return;
  if (dimensions % 2 !== 0) fail(`rotates ${dimensions} dimensions, an odd number`);
  if (length !== undefined && dimensions > length) {
    fail(`rotates ${dimensions} of the ${Math.floor(length)} dimensions of its heads`);
  }
  // llama.cpp's loop would never end.
  if (dimensions === 0) fail("rotates 0 dimensions of its heads");
}

function checkSections(
  sections: readonly number[],
  length: number | undefined,
  isNeeded: boolean,
  fail: Fail,
): void {
  const sum = sections.reduce((total, section) => total + section, 0);
  const isPossible = sections.every((section) => section >= 0) && sum <= (length ?? sum);
  if (!isPossible || (isNeeded && sections.slice(0, 3).every((section) => section === 0))) {
    fail(`has the impossible RoPE sections ${sections.slice(0, 8).join(", ")}`);
  }
}
