/**
 * Parses the header of a safetensors file: names, types and positions of its tensors. All numbers
 * are checked before they are used to allocate memory.
 *
 * Format: an unsigned 64-bit length, JSON of that length, then the tensors' data without gaps.
 * https://huggingface.co/docs/safetensors
 */
import { AnechatError } from "../../base/errors.ts";
import type { ByteSource } from "../source.ts";

/** Bits per element. */
const elementBits = {
  BOOL: 8,
  U8: 8,
  I8: 8,
  F8_E5M2: 8,
  F8_E4M3: 8,
  F8_E8M0: 8,
  U16: 16,
  I16: 16,
  F16: 16,
  BF16: 16,
  U32: 32,
  I32: 32,
  F32: 32,
  U64: 64,
  I64: 64,
  F64: 64,
} as const;

export type SafetensorsType = keyof typeof elementBits;

export type SafetensorsEntry = {
  readonly name: string;
  readonly type: SafetensorsType;
  /**
   * Slowest dimension first, as in PyTorch: a weight with 4096 inputs and 11008 outputs is
   * [11008, 4096].
   */
  readonly shape: readonly number[];
  /** From the start of the file. */
  readonly position: number;
  readonly bytes: number;
};

/** The reference implementation's own limit (MAX_HEADER_SIZE in safetensors/src/tensor.rs). */
const maxHeaderBytes = 100_000_000;
const maxDimensions = 8;

/**
 * @returns the tensors in the order of their data
 * @throws AnechatError badModel
 */
export function parseSafetensors(source: ByteSource): SafetensorsEntry[] {
  const fail = (problem: string): never => {
    throw new AnechatError("badModel", `${source.name} ${problem}`, {
      hint: "The file is incomplete or not a safetensors file. Download it again.",
    });
  };
  const prefix = new Uint8Array(8);
  if (source.read(prefix, 0) < prefix.length) fail("is too short for a safetensors file");
  const length = new DataView(prefix.buffer).getBigUint64(0, true);
  if (length > maxHeaderBytes) fail(`claims a header of ${length} bytes`);
  const start = prefix.length + Number(length);
  if (start > source.size) fail(`is truncated inside its header: it has ${source.size} of ${start} bytes`);

  const text = new Uint8Array(Number(length));
  if (source.read(text, prefix.length) < text.length) fail("ends while its header is read");
  const entries = Object.entries(parseJson(text) ?? fail("has a header that isn't JSON"))
    .filter(([name]) => name !== "__metadata__")
    .map(([name, value]): SafetensorsEntry => {
      const entry = parseEntry(value);
      return typeof entry === "string"
        ? fail(`has a tensor "${printable(name)}" ${entry}`)
        : { name, ...entry, position: start + entry.position };
    })
    .sort((left, right) => left.position - right.position || left.bytes - right.bytes);

  let end = start;
  for (const { name, position, bytes } of entries) {
    if (position !== end) {
      fail(
        `has a tensor "${printable(name)}" that ${position < end ? "overlaps" : "leaves a gap after"} another`,
      );
    }
    end += bytes;
  }
  if (end > source.size) fail(`is truncated: it has ${source.size} of ${end} bytes`);
  if (end < source.size) fail(`has ${source.size - end} bytes that belong to no tensor`);
  return entries;
}

/** Bytes of one row, a run along the last dimension. */
export function rowBytes({ type, shape }: Pick<SafetensorsEntry, "type" | "shape">): number {
  return ((shape.at(-1) ?? 1) * elementBits[type]) / 8;
}

function parseJson(text: Uint8Array): object | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text));
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

type TensorLocation = Pick<SafetensorsEntry, "type" | "shape" | "position" | "bytes">;

/** @returns an error as the end of a sentence, or the location from the start of the data */
function parseEntry(value: unknown): TensorLocation | string {
  if (typeof value !== "object" || value === null) return "without a description";
  const { dtype, shape, data_offsets: offsets } = value as Record<string, unknown>;
  if (typeof dtype !== "string" || !Object.hasOwn(elementBits, dtype)) {
    return `of the unknown type ${printable(String(dtype))}`;
  }
  const type = dtype as SafetensorsType;
  if (!isCounts(shape) || shape.length > maxDimensions) return "of an impossible shape";
  if (!isCounts(offsets) || offsets.length !== 2) return "at impossible offsets";
  const [begin, end] = offsets as [number, number];
  const bytes = (shape.reduce((product, size) => product * size, 1) * elementBits[type]) / 8;
  if (!Number.isSafeInteger(bytes)) return "of an impossible shape";
  if (end - begin !== bytes)
    return `whose ${bytes} bytes don't match the ${end - begin} bytes between its offsets`;
  return { type, shape, position: begin, bytes };
}

function isCounts(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}

/** Makes a name from an untrusted file short and printable. */
function printable(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, "?");
  return plain.length > 80 ? `${plain.slice(0, 77)}...` : plain;
}
