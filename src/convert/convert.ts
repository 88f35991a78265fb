/**
 * Converts safetensors to GGUF. The plan is made from headers alone, before the first byte is
 * written. Then weights are read, converted and written in slabs of rows, so that a model may
 * be larger than memory.
 */
import { basename } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { f32, string, u32 } from "../formats/gguf/metadata.ts";
import { quantizationName, type TensorTypeName, tensorBytes, tensorType } from "../formats/gguf/types.ts";
import { createGguf, type TensorLayout } from "../formats/gguf/writer.ts";
import type { Native } from "../llama/library.ts";
import { isObject } from "./config.ts";
import { encodeRows } from "./encode.ts";
import { familyOf } from "./families/index.ts";
import type { Entry, Family } from "./family.ts";
import type { Losses } from "./mlx.ts";
import { defaultQuantization, planTypes, type Quantization } from "./quantization.ts";
import { sizeLabel } from "./size-label.ts";
import type { SourceFolder } from "./source-folder.ts";
import { isMlx, sourceTensors } from "./source-weights.ts";
import { type OutputTensor, outputTensors } from "./tensors.ts";
import { tokenizerMetadata } from "./tokenizer/metadata.ts";
import { rowBytes, rowCount, rowLength, type Weight } from "./weight.ts";

export type ConvertOptions = {
  /** undefined: chosen from the model's size and `memory`. */
  quantization: Quantization | undefined;
  /** llama.cpp's name of the pre-tokenizer; undefined: detected. */
  pre: string | undefined;
  /** Free memory for running the result, in bytes. */
  memory: number;
  /** general.name in the file; the folder's name by default. */
  name?: string;
};

export type ConversionPlan = {
  /** Name of the quantization, such as "Q8_0"; for "exact", the type of most tensors. */
  label: string;
  tensors: readonly (OutputTensor & { type: TensorTypeName })[];
  metadata: readonly Entry[];
  /** Size of the result's tensor data, without the header. */
  bytes: number;
  losses: Losses;
};

/** Writes nothing. @throws AnechatError badModel if the files don't fit together */
export async function planConversion(
  native: Native,
  source: SourceFolder,
  options: ConvertOptions,
): Promise<ConversionPlan> {
  const { shards } = source;
  const family = familyOf(source.config.architecture);
  const config = source.config.withDefaults(family.defaults ?? {});
  const losses: Losses = { inexact: 0 };
  const isRequested = options.quantization !== undefined && options.quantization !== "exact";
  const sources = sourceTensors(shards, config, { asNumbers: () => isRequested, losses });
  const outputs = outputTensors(family, { config, isMlx: isMlx(config) }, sources);

  const embedding = outputs.find(({ name }) => name === "token_embd.weight")!.weight;
  const { metadata: tokenizer, endTokens } = await tokenizerMetadata(source.tokenizer, {
    rows: rowCount(embedding),
    arch: family.arch,
    pre: options.pre,
  });

  const quantization = options.quantization ?? defaultQuantization(outputs, isMlx(config), options.memory);
  const { types, fileType } = planTypes(native, quantization, family.arch, config, outputs);
  const tensors = outputs.map((tensor, index) => ({ ...tensor, type: types[index]! }));
  return {
    label: quantization === "exact" ? (quantizationName(fileType) ?? "exact") : quantization,
    tensors,
    metadata: [
      ...generalMetadata(family, options.name ?? basename(source.path), outputs, fileType),
      ...samplingMetadata(source.tokenizer.generationConfig),
      ...unique(family.metadata(config)),
      ...tokenizer,
      ...endTokenMetadata(endTokens),
    ],
    bytes: tensors.reduce(
      (sum, { weight, type }) => sum + tensorBytes(tensorType(type), ggmlShape(weight)),
      0,
    ),
    losses,
  };
}

export type WriteOptions = {
  threads: number;
  signal?: AbortSignal;
  /** Receives the bytes written so far, up to the plan's `bytes`. */
  onProgress?: (written: number) => void;
  /** Called when no tensor of this file is needed any longer. */
  onShardDone?: (shard: number) => void;
  /** Size of a slab: large enough to keep all cores busy, small enough to react to Ctrl+C. */
  slabBytes?: number;
};

/**
 * The file appears at `path` when it is complete.
 * @throws AnechatError badModel for values that the type can't hold, interrupted, and errors of
 *   reading and writing
 */
export async function writeConversion(
  native: Native,
  source: SourceFolder,
  plan: ConversionPlan,
  path: string,
  options: WriteOptions,
): Promise<void> {
  const layouts = plan.tensors.map(
    ({ name, weight, type }): TensorLayout => ({ name, shape: ggmlShape(weight), type }),
  );
  await using writer = await createGguf(path, { metadata: plan.metadata, tensors: layouts });
  const shardUses = countUses(plan.tensors);
  let written = 0;
  let sinceCollected = 0;
  for (const tensor of plan.tensors) {
    const chunks = slabs(native, tensor, options);
    await writer.tensor(
      tensor.name,
      (async function* () {
        for await (const chunk of chunks) {
          yield chunk;
          written += chunk.length;
          options.onProgress?.(written);
          // JavaScriptCore counts objects, not the megabytes of each slab.
          sinceCollected += chunk.length;
          if (sinceCollected > bytesBetweenCollections) {
            Bun.gc(true);
            sinceCollected = 0;
          }
        }
      })(),
    );
    for (const shard of new Set(tensor.inputs.map((input) => input.shard))) {
      const remaining = shardUses.get(shard)! - 1;
      shardUses.set(shard, remaining);
      if (remaining > 0) continue;
      await source.shards.close(shard);
      options.onShardDone?.(shard);
    }
  }
  await writer.finish();
}

/** A collection takes some tens of milliseconds; writing this much takes about a second. */
const bytesBetweenCollections = 192 * 1024 * 1024;

/** The converted rows. The next slab is read while the current one is converted. */
async function* slabs(
  native: Native,
  { name, weight, type }: ConversionPlan["tensors"][number],
  { threads, signal, slabBytes = 4 * 1024 * 1024 }: WriteOptions,
): AsyncGenerator<Uint8Array> {
  const rows = rowCount(weight);
  const widest = Math.max(rowBytes(weight), rowBytes({ ...weight, type }));
  const perSlab = Math.max(1, Math.floor(slabBytes / widest));
  const read = (first: number): Promise<Uint8Array> => weight.rows(first, Math.min(perSlab, rows - first));
  let next = read(0);
  for (let first = 0; first < rows; first += perSlab) {
    const slab = await next;
    if (signal?.aborted) throw new AnechatError("interrupted", "The conversion was interrupted");
    if (first + perSlab < rows) {
      next = read(first + perSlab);
      // `await next` throws the error. Without this, a stopped iteration leaves it unhandled.
      next.catch(() => {});
    }
    yield weight.type === type ? slab : converted(native, name, slab, weight, type, threads);
  }
}

function converted(
  native: Native,
  name: string,
  slab: Uint8Array,
  weight: Weight,
  type: TensorTypeName,
  threads: number,
): Uint8Array {
  const result = encodeRows(native, slab, weight.type, type, rowLength(weight), threads);
  if (result !== undefined) return result;
  throw new AnechatError("badModel", `${name} has values that ${type} can't hold: infinite or NaN`, {
    hint:
      type === "F16"
        ? "They may be too large for F16: use --quant BF16."
        : "The files may be damaged: download them again.",
  });
}

/** Fastest dimension first. */
function ggmlShape({ shape }: Weight): number[] {
  return shape.toReversed();
}

function countUses(tensors: readonly OutputTensor[]): Map<number, number> {
  const uses = new Map<number, number>();
  for (const { inputs } of tensors) {
    for (const shard of new Set(inputs.map((input) => input.shard)))
      uses.set(shard, (uses.get(shard) ?? 0) + 1);
  }
  return uses;
}

function generalMetadata(
  family: Family,
  name: string,
  tensors: readonly OutputTensor[],
  fileType: number,
): Entry[] {
  return [
    ["general.architecture", string(family.arch)],
    ["general.type", string("model")],
    ["general.name", string(name)],
    ["general.file_type", u32(fileType)],
    ["general.quantization_version", u32(2)],
    [
      "general.size_label",
      string(sizeLabel(tensors.map(({ name, weight: { shape } }) => ({ name, shape })))),
    ],
  ];
}

/** generation_config.json's sampling settings under llama.cpp's names. */
function samplingMetadata(generation: unknown): Entry[] {
  if (!isObject(generation)) return [];
  const { temperature, top_k, top_p, min_p, repetition_penalty } = generation;
  const entries: Entry[] = [];
  if (typeof top_k === "number")
    entries.push(["general.sampling.top_k", { type: "i32", value: Math.round(top_k) }]);
  if (typeof top_p === "number") entries.push(["general.sampling.top_p", f32(top_p)]);
  if (typeof min_p === "number") entries.push(["general.sampling.min_p", f32(min_p)]);
  if (typeof temperature === "number") entries.push(["general.sampling.temp", f32(temperature)]);
  if (typeof repetition_penalty === "number") {
    entries.push(["general.sampling.penalty_repeat", f32(repetition_penalty)]);
  }
  return entries;
}

/**
 * All ids that end an answer. llama.cpp's keys hold only one id each. src/llama/vocabulary.ts
 * reads this one.
 */
function endTokenMetadata(ids: readonly number[]): Entry[] {
  return ids.length === 0 ? [] : [["anechat.end_token_ids", string(ids.join(","))]];
}

/** If a family gives a key twice, the last value counts. */
function unique(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries)].map(([key, value]) => [key, value] as const);
}
