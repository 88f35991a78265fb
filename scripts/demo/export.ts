/**
 * Writes the GGUF file from train.py's results in build/demo/: the matrices as
 * Q8_0, the tokenizer and the chat template.
 *
 *   bun scripts/demo/export.ts [OUT.gguf]
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bool, f32, numbers, string, strings, u32 } from "../../src/formats/gguf/metadata.ts";
import type { MetadataValue } from "../../src/formats/gguf/types.ts";
import { createGguf, type TensorLayout } from "../../src/formats/gguf/writer.ts";
import { projectFolder, runScript } from "../process.ts";
import { maxConversationTokens } from "./generate.ts";
import { chatTemplate, control, demoFolder, readTokenizer, type Tokenizer } from "./tokenizer.ts";

/** weights.json, which describes the floats in weights.bin. */
type Weights = {
  width: number;
  layers: number;
  heads: number;
  feedForward: number;
  ropeBase: number;
  epsilon: number;
  loss: number;
  /** In the order of the floats. A shape begins with the number of rows. */
  tensors: { name: string; shape: number[] }[];
};

const defaultOutput = join(projectFolder, "src", "models", "demo.gguf");

/** llama_ftype and llama_token_type in llama.h. */
const mostlyQ8 = 7;
const tokenType = { normal: 1, control: 3 } as const;

function metadataOf(weights: Weights, tokenizer: Tokenizer): [string, MetadataValue][] {
  const isControl = new Set<string>(control);
  return [
    ["general.architecture", string("llama")],
    ["general.name", string("anechat demo")],
    ["general.description", string("The tiny model inside anechat; see scripts/demo.")],
    ["general.license", string("mit")],
    ["general.file_type", u32(mostlyQ8)],
    ["general.quantization_version", u32(2)],
    // Each question has one right answer, so random sampling could only hurt.
    ["general.sampling.temp", f32(0)],
    ["llama.block_count", u32(weights.layers)],
    ["llama.context_length", u32(maxConversationTokens)],
    ["llama.embedding_length", u32(weights.width)],
    ["llama.feed_forward_length", u32(weights.feedForward)],
    ["llama.attention.head_count", u32(weights.heads)],
    ["llama.attention.head_count_kv", u32(weights.heads)],
    ["llama.attention.layer_norm_rms_epsilon", f32(weights.epsilon)],
    ["llama.rope.dimension_count", u32(weights.width / weights.heads)],
    ["llama.rope.freq_base", f32(weights.ropeBase)],
    ["llama.vocab_size", u32(tokenizer.tokens.length)],
    ["tokenizer.ggml.model", string("gpt2")],
    ["tokenizer.ggml.pre", string("gpt-2")],
    ["tokenizer.ggml.tokens", strings(tokenizer.tokens)],
    [
      "tokenizer.ggml.token_type",
      numbers(
        "i32",
        tokenizer.tokens.map((token) => (isControl.has(token) ? tokenType.control : tokenType.normal)),
      ),
    ],
    ["tokenizer.ggml.merges", strings(tokenizer.merges.map((merge) => merge.join(" ")))],
    ["tokenizer.ggml.eos_token_id", u32(tokenizer.id("<|end|>"))],
    ["tokenizer.ggml.padding_token_id", u32(tokenizer.id("<|end|>"))],
    ["tokenizer.ggml.add_bos_token", bool(false)],
    ["tokenizer.chat_template", string(chatTemplate)],
  ];
}

const blockSize = 32;

/**
 * Each block of 32 numbers becomes a 16-bit scale and 32 signed bytes
 * (ggml-quants.c: quantize_row_q8_0_ref).
 */
function toQ8(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array((values.length / blockSize) * (2 + blockSize));
  const view = new DataView(bytes.buffer);
  for (let block = 0; block * blockSize < values.length; block++) {
    const numbers = values.subarray(block * blockSize, (block + 1) * blockSize);
    const scale = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    const start = block * (2 + blockSize);
    view.setFloat16(start, scale, true);
    numbers.forEach((value, index) => {
      view.setInt8(start + 2 + index, scale === 0 ? 0 : Math.round(value / scale));
    });
  }
  return bytes;
}

await runScript(async () => {
  const [output = defaultOutput] = process.argv.slice(2);
  const weights = JSON.parse(readFileSync(join(demoFolder, "weights.json"), "utf8")) as Weights;
  const data = readFileSync(join(demoFolder, "weights.bin"));
  const floats = new Float32Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
  const tensors = weights.tensors.map(({ name, shape }): TensorLayout => {
    const isMatrix = shape.length === 2;
    return { name, shape: shape.toReversed(), type: isMatrix ? "Q8_0" : "F32" };
  });
  await using writer = await createGguf(output, {
    metadata: metadataOf(weights, readTokenizer()),
    tensors,
  });
  let offset = 0;
  for (const { name, shape, type } of tensors) {
    const size = shape.reduce((product, length) => product * length, 1);
    const values = floats.slice(offset, offset + size);
    offset += size;
    await writer.tensor(name, type === "Q8_0" ? toQ8(values) : new Uint8Array(values.buffer));
  }
  await writer.finish();
  console.log(`Wrote ${output} (held-out loss ${weights.loss.toFixed(4)}).`);
});
