/**
 * Parses the header of one GGUF file: metadata and tensor table, never the weights. Everything is
 * checked. Kept values have limits, and the rest is skipped, so that no count in a header can
 * exhaust memory.
 *
 * Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md. As strict as llama.cpp's
 * ggml/src/gguf.cpp.
 */
import { AnechatError } from "../../base/errors.ts";
import { formatBytes } from "../../base/format.ts";
import type { ByteSource } from "../source.ts";
import { Cursor } from "./cursor.ts";
import { identify } from "./identify.ts";
import { Metadata } from "./metadata.ts";
import {
  type ArrayItems,
  type ArrayValue,
  alignUp,
  DEFAULT_ALIGNMENT,
  type ElementType,
  elementCount,
  type Fail,
  GGUF_MAGIC,
  GGUF_VERSION,
  MAX_DIMENSIONS,
  MAX_TENSOR_NAME,
  type MetadataValue,
  type TensorInfo,
  tensorBytes,
  tensorTypeById,
  type ValueType,
  valueTypes,
} from "./types.ts";

/** Limits of a header. Real ones stay far below: 100 keys, 2,000 tensors, 300,000 tokens. */
const limits = {
  keys: 16_384,
  tensors: 65_536,
  keyBytes: 65_535,
  stringBytes: 16 * 1024 * 1024,
  /** In all arrays of a header together. */
  arrayElements: 16 * 1024 * 1024,
  /** In all kept strings together. */
  keptTextBytes: 256 * 1024 * 1024,
  /** Arrays up to this length are always kept: per-layer values, labels, small lists. */
  smallArray: 1024,
} as const;

export type ReadOptions = {
  /** `"small"` leaves large arrays in the file, and keeps only their type, length and position. */
  arrays?: "small" | "all";
};

export type ParsedGguf = {
  readonly version: number;
  readonly metadata: Metadata;
  readonly tensors: readonly TensorInfo[];
  readonly alignment: number;
  /** Where the data section starts. */
  readonly dataOffset: number;
};

/**
 * Parses one file's header from any source of bytes.
 * @throws AnechatError badModel
 */
export function parseGguf(source: ByteSource, options: ReadOptions = {}): ParsedGguf {
  const fail: Fail = (problem, hint = "Download it again, or convert it again.") => {
    throw new AnechatError("badModel", `${source.name} ${problem}`, { hint });
  };
  if (source.size === 0) fail("is an empty file", "Download it again.");
  checkMagic(source, fail);
  const cursor = new Cursor(source, GGUF_MAGIC.length);
  const version = readVersion(cursor, fail);
  const tensorCount = cursor.count();
  const keyCount = cursor.count();
  if (tensorCount > limits.tensors) fail(`claims ${tensorCount} tensors, more than ${limits.tensors}`);
  if (keyCount > limits.keys) fail(`claims ${keyCount} metadata keys, more than ${limits.keys}`);
  const metadata = readMetadata(cursor, keyCount, options.arrays ?? "small", fail);
  const alignment = readAlignment(metadata, fail);
  const entries = Array.from({ length: tensorCount }, () => readTensor(cursor, fail));
  const dataOffset = alignUp(cursor.position, alignment);
  checkLayout(entries, { source, alignment, dataOffset }, fail);
  rejectDuplicates(source.name, entries);
  return { version, metadata, tensors: entries, alignment, dataOffset };
}

function checkMagic(source: ByteSource, fail: Fail): void {
  const start = new Uint8Array(Math.min(64, source.size));
  source.read(start, 0);
  if (new TextDecoder("latin1").decode(start.subarray(0, 4)) === GGUF_MAGIC) return;
  const { what, hint } = identify(start);
  fail(`is not a GGUF file: it is ${what}`, hint);
}

function readVersion(cursor: Cursor, fail: Fail): number {
  const version = cursor.u32();
  if (version === 2 || version === GGUF_VERSION) return version;
  if (version === 1) {
    return fail(
      "has GGUF version 1, which llama.cpp no longer reads",
      "Get a newer conversion of this model.",
    );
  }
  // 3 written by a big-endian machine reads as 0x03000000.
  if (version !== 0 && (version & 0xffff) === 0) {
    return fail("is a big-endian GGUF", "Get the little-endian file of this model.");
  }
  return fail(`has the unknown GGUF version ${version}`, "It may need a newer anechat.");
}

function readMetadata(cursor: Cursor, count: number, arrays: "small" | "all", fail: Fail): Metadata {
  const values = new Map<string, MetadataValue>();
  const budget = { elements: limits.arrayElements, text: limits.keptTextBytes };
  for (let index = 0; index < count; index++) {
    const keyLength = cursor.count();
    if (keyLength === 0) fail(`has an empty name for its metadata key ${index + 1}`);
    if (keyLength > limits.keyBytes) fail(`has a metadata key of ${keyLength} bytes`);
    const key = cursor.text(keyLength);
    if (values.has(key)) fail(`has the metadata key ${quote(key)} twice`);
    const type = readValueType(cursor, key, fail);
    values.set(
      key,
      type === "array"
        ? readArray(cursor, key, arrays, budget, fail)
        : readScalar(cursor, key, type, budget, fail),
    );
  }
  return new Metadata(values);
}

type Budget = { elements: number; text: number };

function readValueType(cursor: Cursor, key: string, fail: Fail): ValueType {
  const id = cursor.u32();
  return valueTypes[id] ?? fail(`has the metadata key ${quote(key)} of the unknown type ${id}`);
}

function readScalar(
  cursor: Cursor,
  key: string,
  type: ElementType,
  budget: Budget,
  fail: Fail,
): MetadataValue {
  if (type === "string") return { type, value: readString(cursor, key, budget, fail) };
  if (type === "bool") return { type, value: cursor.u8() !== 0 };
  return { type, value: cursor[type]() };
}

function readArray(
  cursor: Cursor,
  key: string,
  arrays: "small" | "all",
  budget: Budget,
  fail: Fail,
): ArrayValue {
  const elementType = readValueType(cursor, key, fail);
  if (elementType === "array") {
    return fail(`has arrays inside the array ${quote(key)}, which llama.cpp doesn't read`);
  }
  const length = cursor.count();
  const claimed = length * minimumBytes[elementType];
  if (claimed > cursor.remaining) {
    fail(`is truncated or damaged: its array ${quote(key)} claims ${length} items`, "Download it again.");
  }
  budget.elements -= length;
  if (budget.elements < 0) fail(`has arrays of more than ${limits.arrayElements} items`);
  const position = cursor.position;
  let items: ArrayItems | undefined;
  if (arrays === "all" || length <= limits.smallArray) {
    items = readItems(cursor, key, elementType, length, budget, fail);
  } else if (elementType === "string") {
    cursor.skipTexts(length);
  } else {
    cursor.skip(claimed);
  }
  return { type: "array", elementType, length, items, position };
}

function readItems(
  cursor: Cursor,
  key: string,
  type: ElementType,
  length: number,
  budget: Budget,
  fail: Fail,
): ArrayItems {
  if (type === "string") return Array.from({ length }, () => readString(cursor, key, budget, fail));
  if (type === "bool") return Array.from({ length }, () => cursor.u8() !== 0);
  return Array.from({ length }, () => cursor[type]());
}

function readString(cursor: Cursor, key: string, budget: Budget, fail: Fail): string {
  const length = cursor.count();
  if (length > limits.stringBytes) fail(`claims ${formatBytes(length)} of text for ${quote(key)}`);
  // Checked before anything is allocated.
  if (length > cursor.remaining) fail(`is truncated inside ${quote(key)}`, "Download it again.");
  budget.text -= length;
  if (budget.text < 0) fail(`has more than ${formatBytes(limits.keptTextBytes)} of metadata`);
  return cursor.text(length);
}

/** Bytes of an array's item; for a string, of its length field. */
const minimumBytes: Readonly<Record<ElementType, number>> = {
  u8: 1,
  i8: 1,
  bool: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  f32: 4,
  u64: 8,
  i64: 8,
  f64: 8,
  string: 8,
};

function readAlignment(metadata: Metadata, fail: Fail): number {
  const entry = metadata.get("general.alignment");
  if (entry === undefined) return DEFAULT_ALIGNMENT;
  // gguf.cpp accepts only u32. The upper limit bounds the padding.
  const alignment = entry.type === "u32" ? Number(entry.value) : 0;
  if (alignment === 0 || alignment > 65_536 || (alignment & (alignment - 1)) !== 0) {
    fail(`has the alignment ${"value" in entry ? entry.value : "of a list"}, which is not a power of two`);
  }
  return alignment;
}

function readTensor(cursor: Cursor, fail: Fail): TensorInfo {
  const nameLength = cursor.count();
  if (nameLength >= MAX_TENSOR_NAME) {
    fail(`has a tensor name of ${nameLength} bytes, more than ${MAX_TENSOR_NAME - 1}`);
  }
  const name = cursor.text(nameLength);
  const dimensions = cursor.u32();
  if (dimensions > MAX_DIMENSIONS) {
    fail(`has ${dimensions} dimensions for the tensor ${quote(name)}, more than ${MAX_DIMENSIONS}`);
  }
  const shape = Array.from({ length: dimensions }, () => cursor.count());
  if (!Number.isSafeInteger(elementCount(shape))) {
    fail(`has the impossible shape [${shape.join(", ")}] for the tensor ${quote(name)}`);
  }
  const typeId = cursor.u32();
  const type =
    tensorTypeById(typeId) ??
    fail(`has the tensor ${quote(name)} of the unknown type ${typeId}`, "It may need a newer anechat.");
  if ((shape[0] ?? 1) % type.blockSize !== 0) {
    fail(
      `has rows of ${shape[0] ?? 1} for the ${type.name} tensor ${quote(name)}: not a whole number of blocks`,
    );
  }
  const offset = cursor.count();
  return { name, shape, type, offset, bytes: tensorBytes(type, shape), shard: 0 };
}

/**
 * gguf.cpp requires tensors in the order of the table, without gaps but for padding to the
 * alignment. This rule also excludes overlaps and unaligned offsets.
 */
function checkLayout(
  tensors: readonly TensorInfo[],
  file: { source: ByteSource; alignment: number; dataOffset: number },
  fail: Fail,
): void {
  let expected = 0;
  let end = 0;
  for (const { name, offset, bytes } of tensors) {
    if (offset % file.alignment !== 0) {
      fail(`has the tensor ${quote(name)} at ${offset}, not a multiple of ${file.alignment}`);
    }
    if (offset < expected) fail(`has the tensor ${quote(name)} overlapping the one before it`);
    if (offset > expected) fail(`has the tensor ${quote(name)} at ${offset} instead of ${expected}`);
    end = offset + bytes;
    expected = alignUp(end, file.alignment);
  }
  const needed = file.dataOffset + end;
  if (tensors.length > 0 && needed > file.source.size) {
    fail(
      `is truncated: ${formatBytes(file.source.size)} of ${formatBytes(needed)}`,
      "Finish the download, or download it again.",
    );
  }
}

/** @param name the model's name, for the message */
export function rejectDuplicates(name: string, tensors: readonly TensorInfo[]): void {
  const seen = new Set<string>();
  for (const tensor of tensors) {
    if (seen.has(tensor.name)) {
      throw new AnechatError("badModel", `${name} has the tensor ${quote(tensor.name)} twice`, {
        hint: "Download it again, or convert it again.",
      });
    }
    seen.add(tensor.name);
  }
}

/** Quotes a name from an untrusted file: shortened, with control characters escaped. */
function quote(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 57)}...` : name);
}
