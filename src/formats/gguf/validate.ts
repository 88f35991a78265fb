/**
 * Rejects headers that make llama.cpp v0.5.0 crash, by GGML_ASSERT or by an exception through its C
 * interface. Errors that llama.cpp reports itself (a wrong shape, a missing tensor, an unknown
 * architecture) are left to it.
 */
import { AnechatError } from "../../base/errors.ts";
import type { Metadata } from "./metadata.ts";
import type { GgufHeader } from "./reader.ts";
import type { Fail } from "./types.ts";
import { checkPositions } from "./validate-positions.ts";
import { checkTensors } from "./validate-tensors.ts";

/**
 * Checks metadata and tensor table. Takes microseconds.
 * @throws AnechatError badModel
 */
export function checkLoadable(header: CheckedPart): void {
  const fail: Fail = (problem, hint = "Get another conversion of this model.") => {
    throw new AnechatError("badModel", `${header.path} ${problem}`, { hint });
  };
  checkArchitecture(header, fail);
  checkNumbers(header, fail);
  checkLayers(header, fail);
  checkExperts(header, fail);
  checkAttention(header, fail);
  checkPositions(header, fail);
  checkVectors(header, fail);
  checkTokenizer(header, fail);
  checkTensors(header, fail);
}

type CheckedPart = Pick<GgufHeader, "path" | "metadata" | "tensors">;

/** A number under the architecture's prefix: "block_count" is `llama.block_count`. */
function parameter({ metadata }: CheckedPart, key: string): number | undefined {
  return metadata.getNumber(`${metadata.getString("general.architecture")}.${key}`);
}

function checkArchitecture({ metadata }: CheckedPart, fail: Fail): void {
  const architecture = metadata.getString("general.architecture");
  if (architecture === undefined) fail("has no architecture (general.architecture)");
  const role = metadata.getString("general.type");
  if (architecture === "clip" || role === "mmproj") {
    fail("is the vision part of a model (mmproj)", "Open the model it belongs to.");
  }
  if (role === "adapter") fail("is a LoRA adapter, not a whole model", "Open the model it belongs to.");
}

/** Keys of an architecture that are counts. Sizes are computed from them before loading. */
const counts = new Set([
  "block_count",
  "nextn_predict_layers",
  "context_length",
  "embedding_length",
  "embedding_length_out",
  "feed_forward_length",
  "vocab_size",
  "attention.head_count",
  "attention.head_count_kv",
  "attention.key_length",
  "attention.key_length_swa",
  "attention.key_length_mla",
  "attention.value_length",
  "attention.value_length_swa",
  "attention.value_length_mla",
  "rope.dimension_count",
  "expert_count",
  "expert_used_count",
  "expert_group_count",
  "expert_group_used_count",
  "ssm.conv_kernel",
  "ssm.state_size",
  "ssm.inner_size",
  "ssm.group_count",
  "wkv.head_size",
]);

/** Above any real model: the largest vocabularies have 2^19 tokens, contexts 2^24. */
const maxCount = 2 ** 24;
const maxContext = 2 ** 31 - 1;

/** Counts must be whole numbers below a limit, once or per layer. Other numbers must be finite. */
function checkNumbers({ metadata }: CheckedPart, fail: Fail): void {
  const prefix = `${metadata.getString("general.architecture")}.`;
  for (const [key, entry] of metadata.entries()) {
    if (!key.startsWith(prefix) || entry.type === "string" || entry.type === "bool") continue;
    const name = key.slice(prefix.length);
    if (!counts.has(name) && entry.type === "array") continue;
    const values: readonly unknown[] = entry.type === "array" ? (entry.items ?? []) : [entry.value];
    const wrong = values.find((value) => !(counts.has(name) ? isCount(value, name) : isNumber(value)));
    if (wrong !== undefined) fail(`has the impossible ${name} ${String(wrong)}`);
  }
}

function isCount(value: unknown, name: string): boolean {
  const max = name === "context_length" ? maxContext : maxCount;
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= max;
}

/** Neither NaN nor infinite. */
function isNumber(value: unknown): boolean {
  return typeof value === "bigint" || Number.isFinite(value);
}

/** llama_model_base::load_hparams in src/llama-model.cpp, also for the next two functions. */
function checkLayers(header: CheckedPart, fail: Fail): void {
  const layers = parameter(header, "block_count");
  // llama.cpp reports missing keys itself.
  if (layers !== undefined && (layers < 1 || layers > 512))
    fail(`has ${layers} layers, but llama.cpp supports 1 to 512`);
  const predicted = parameter(header, "nextn_predict_layers") ?? 0;
  if (layers !== undefined && predicted > layers)
    fail(`uses ${predicted} of its ${layers} layers for multi-token prediction`);
  if (parameter(header, "context_length") === 0) fail("has a context length of 0");
  for (const key of ["layer_norm_rms_epsilon", "layer_norm_epsilon", "group_norm_epsilon"]) {
    const epsilon = parameter(header, `attention.${key}`) ?? 0;
    // ggml's norms assert on it; also false for NaN.
    if (!(epsilon >= 0)) fail(`has the impossible ${key} ${epsilon}`);
  }
}

function checkExperts(header: CheckedPart, fail: Fail): void {
  const { metadata } = header;
  const experts = parameter(header, "expert_count") ?? 0;
  const groups = parameter(header, "expert_group_count") ?? 0;
  const usedGroups = parameter(header, "expert_group_used_count") ?? 0;
  const layers = parameter(header, "block_count") ?? 0;
  const architecture = metadata.getString("general.architecture") ?? "";
  // Here a file may have 1 expert for "none". load_hparams then clears both numbers.
  if (architecture.startsWith("hunyuan") && experts <= 1) return;
  const usedByLayer = metadata.getPerLayer(`${architecture}.expert_used_count`, layers) ?? [];
  const used = Math.max(0, ...usedByLayer);
  const problem = `routes to ${used} of ${experts} experts in ${groups} groups, which is impossible`;
  if (experts > 1024 || used > experts) fail(problem);
  if (experts > 0 && (used === 0 || groups >= experts)) fail(problem);
  if (experts === 0 && groups > 0) fail(problem);
  for (const { name } of header.tensors) {
    const layer = Number(/^blk\.(\d+)\.ffn_(gate_)?(up|down)_exps\./.exec(name)?.[1] ?? -1);
    if (usedByLayer[layer] === 0) fail(`routes to 0 of ${experts} experts in its layer ${layer}`);
  }
  if (experts > 0 && groups > 1 && (experts % groups !== 0 || usedGroups < 1 || usedGroups >= groups)) {
    fail(`routes to ${usedGroups} of ${groups} groups of ${experts} experts, which is impossible`);
  }
}

function checkAttention(header: CheckedPart, fail: Fail): void {
  const { metadata } = header;
  const architecture = metadata.getString("general.architecture");
  const layers = parameter(header, "block_count") ?? 0;
  const heads = metadata.getPerLayer(`${architecture}.attention.head_count`, layers) ?? [];
  const kvHeads = metadata.getPerLayer(`${architecture}.attention.head_count_kv`, layers) ?? heads;
  heads.forEach((count, layer) => {
    const kvCount = kvHeads[layer] ?? count;
    // Each group of query heads shares one KV head.
    if (kvCount > 0 && count % kvCount !== 0) fail(`has ${count} attention heads for ${kvCount} KV heads`);
  });
}

/** llama_context::encode reads a vector of this length from the output of the last matrix. */
function checkVectors(header: CheckedPart, fail: Fail): void {
  const width = parameter(header, "embedding_length") ?? 0;
  const length = parameter(header, "embedding_length_out") ?? width;
  const dense = ["dense_3.weight", "dense_2.weight"].flatMap(
    (name) => header.tensors.find((tensor) => tensor.name === name) ?? [],
  );
  // Hyper-connections output several vectors.
  const computed =
    dense[0]?.shape[1] ?? width * Math.max(1, parameter(header, "hyper_connection.count") ?? 1);
  if (length > computed) fail(`outputs vectors of ${length} numbers, but computes ${computed}`);
}

/** llama_vocab::impl::load and the tokenizers in src/llama-vocab.cpp. */
function checkTokenizer({ metadata }: CheckedPart, fail: Fail): void {
  const model = metadata.getString("tokenizer.ggml.model");
  if (model === undefined || model === "none" || model === "no_vocab") {
    fail("has no tokenizer, so it can't process text");
  }
  const tokens = metadata.getArray("tokenizer.ggml.tokens")?.length ?? 0;
  if (tokens === 0) fail("has an empty vocabulary");
  checkAddedTokens(metadata, tokens, fail);
}

/** llama.cpp asserts on a BOS or EOS token only when it first adds it. */
function checkAddedTokens(metadata: Metadata, tokens: number, fail: Fail): void {
  // The defaults of these tokenizers for a missing id, or one outside the vocabulary.
  const defaults: Readonly<Record<string, { bos: number; eos: number }>> = {
    llama: { bos: 1, eos: 2 },
    gpt2: { bos: 11, eos: 11 },
  };
  const fallback = defaults[metadata.getString("tokenizer.ggml.model") ?? ""];
  if (fallback === undefined) return;
  const isGlm = ["glm4", "chatglm-bpe"].includes(metadata.getString("tokenizer.ggml.pre") ?? "");
  const isInVocabulary = (key: string, defaultId: number) =>
    (metadata.getNumber(key) ?? Infinity) < tokens || defaultId < tokens;
  const adds = (key: string, defaultValue: boolean) => metadata.getBool(key) ?? defaultValue;
  const addsBos = adds("tokenizer.ggml.add_bos_token", !isGlm);
  if (addsBos && !isInVocabulary("tokenizer.ggml.bos_token_id", isGlm ? Infinity : fallback.bos)) {
    fail("adds a BOS token that is not in its vocabulary");
  }
  const addsEos = adds("tokenizer.ggml.add_eos_token", false);
  if (addsEos && !isInVocabulary("tokenizer.ggml.eos_token_id", fallback.eos)) {
    fail("adds an EOS token that is not in its vocabulary");
  }
}
