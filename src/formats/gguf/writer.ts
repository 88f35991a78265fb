/**
 * Writes GGUF version 3. The caller gives the layout (names, shapes, types) first, since the header
 * holds every offset, and then the tensors' bytes in the same order. Chunks may have any size, so
 * that a model may be larger than memory.
 */
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { Encoder } from "./encoder.ts";
import { Metadata } from "./metadata.ts";
import {
  alignUp,
  DEFAULT_ALIGNMENT,
  type ElementType,
  GGUF_MAGIC,
  GGUF_VERSION,
  MAX_DIMENSIONS,
  MAX_TENSOR_NAME,
  type MetadataValue,
  type TensorTypeName,
  tensorBytes,
  tensorType,
  valueTypes,
} from "./types.ts";

export type TensorLayout = {
  readonly name: string;
  /** Fastest dimension first. */
  readonly shape: readonly number[];
  readonly type: TensorTypeName;
};

export type GgufLayout = {
  /** May contain `general.alignment`, a power of two; the default is 32. */
  readonly metadata: Metadata | Iterable<readonly [string, MetadataValue]>;
  readonly tensors: readonly TensorLayout[];
};

/** A tensor's data, little-endian, in one or several chunks. */
export type TensorData = Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * Starts a file. It appears at `path` only when `finish` is called. Disposing of the writer before
 * that removes the file.
 */
export async function createGguf(path: string, layout: GgufLayout): Promise<GgufWriter> {
  const plan = planLayout(layout);
  const temporary = `${path}.${process.pid}-${crypto.randomUUID().slice(0, 8)}.part`;
  const file = await open(temporary, "wx");
  const writer = new GgufWriter(path, temporary, file, plan);
  try {
    await writeAll(file, plan.header);
  } catch (error) {
    await writer[Symbol.asyncDispose]();
    throw error;
  }
  return writer;
}

/** A whole GGUF in memory, for small models and for tests. */
export function encodeGguf(layout: GgufLayout, dataOf: (tensor: TensorLayout) => Uint8Array): Uint8Array {
  const plan = planLayout(layout);
  const result = new Uint8Array(plan.fileSize);
  result.set(plan.header);
  for (const tensor of plan.tensors) {
    const data = dataOf(tensor.layout);
    if (data.length !== tensor.bytes) throw wrongSize(tensor, data.length);
    result.set(data, plan.header.length + tensor.offset);
  }
  return result;
}

export class GgufWriter {
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: FileHandle;
  readonly #plan: Plan;
  #next = 0;
  #isOpen = true;

  constructor(path: string, temporary: string, file: FileHandle, plan: Plan) {
    this.#path = path;
    this.#temporary = temporary;
    this.#file = file;
    this.#plan = plan;
  }

  /** Writes the next tensor. @throws Error if `name` is not the next one, or the size is wrong */
  async tensor(name: string, data: TensorData): Promise<void> {
    const tensor = this.#plan.tensors[this.#next];
    if (tensor?.layout.name !== name) {
      throw new Error(`tensor ${name} is written out of order: ${tensor?.layout.name ?? "the end"} is next`);
    }
    let written = 0;
    for await (const chunk of data instanceof Uint8Array ? [data] : data) {
      written += chunk.length;
      if (written > tensor.bytes) throw wrongSize(tensor, written);
      await writeAll(this.#file, chunk);
    }
    if (written !== tensor.bytes) throw wrongSize(tensor, written);
    await writeAll(this.#file, new Uint8Array(tensor.padding));
    this.#next += 1;
  }

  /** Renames the finished file to its path. @throws Error if tensors are missing */
  async finish(): Promise<void> {
    const missing = this.#plan.tensors[this.#next];
    if (missing !== undefined) throw new Error(`tensor ${missing.layout.name} was never written`);
    // Without this, a power failure after the rename could leave a file without its data.
    await this.#file.sync();
    await this.#file.close();
    this.#isOpen = false;
    await rename(this.#temporary, this.#path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#file.close();
    await rm(this.#temporary, { force: true });
  }
}

/** Appends at the end. appendFile has an eighth of the speed in Bun 1.4. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await file.write(bytes, written)).bytesWritten;
  }
}

type PlannedTensor = { layout: TensorLayout; offset: number; bytes: number; padding: number };
type Plan = { header: Uint8Array; tensors: readonly PlannedTensor[]; fileSize: number };

function planLayout({ metadata, tensors }: GgufLayout): Plan {
  const entries = [...(metadata instanceof Metadata ? metadata.entries() : metadata)];
  const alignment = alignmentOf(entries);
  const planned: PlannedTensor[] = [];
  let offset = 0;
  for (const layout of tensors) {
    const bytes = checkedBytes(layout);
    const end = alignUp(offset + bytes, alignment);
    planned.push({ layout, offset, bytes, padding: end - offset - bytes });
    offset = end;
  }
  const encoder = new Encoder();
  encoder.raw(new TextEncoder().encode(GGUF_MAGIC));
  encoder.u32(GGUF_VERSION);
  encoder.u64(tensors.length);
  encoder.u64(entries.length);
  for (const [key, value] of entries) {
    encoder.text(key);
    encodeValue(encoder, value);
  }
  for (const { layout, offset } of planned) {
    encoder.text(layout.name);
    encoder.u32(layout.shape.length);
    for (const dimension of layout.shape) encoder.u64(dimension);
    encoder.u32(tensorType(layout.type).id);
    encoder.u64(offset);
  }
  encoder.pad(alignment);
  const header = encoder.finish();
  return { header, tensors: planned, fileSize: header.length + offset };
}

function encodeValue(encoder: Encoder, value: MetadataValue): void {
  encoder.u32(valueTypes.indexOf(value.type));
  if (value.type !== "array") {
    encodeScalar(encoder, value.type, value.value);
    return;
  }
  if (value.items === undefined) throw new Error("an array that was left in its file can't be written");
  encoder.u32(valueTypes.indexOf(value.elementType));
  encoder.u64(value.length);
  for (const item of value.items) encodeScalar(encoder, value.elementType, item);
}

function encodeScalar(encoder: Encoder, type: ElementType, value: string | boolean | number | bigint): void {
  if (type === "string") encoder.text(String(value));
  else if (type === "bool") encoder.u8(value ? 1 : 0);
  else if (type === "u64" || type === "i64") encoder[type](BigInt(value));
  else encoder[type](Number(value));
}

function alignmentOf(entries: readonly (readonly [string, MetadataValue])[]): number {
  const value = entries.find(([key]) => key === "general.alignment")?.[1];
  return value === undefined || value.type !== "u32" ? DEFAULT_ALIGNMENT : Number(value.value);
}

function checkedBytes({ name, shape, type }: TensorLayout): number {
  const { blockSize } = tensorType(type);
  if (new TextEncoder().encode(name).length >= MAX_TENSOR_NAME)
    throw new Error(`tensor name ${name} is too long`);
  if (shape.length > MAX_DIMENSIONS) throw new Error(`tensor ${name} has ${shape.length} dimensions`);
  if ((shape[0] ?? 1) % blockSize !== 0)
    throw new Error(`tensor ${name}: ${type} needs rows of ${blockSize}`);
  return tensorBytes(tensorType(type), shape);
}

function wrongSize(tensor: PlannedTensor, found: number): Error {
  return new Error(`tensor ${tensor.layout.name} has ${found} bytes or more instead of ${tensor.bytes}`);
}
