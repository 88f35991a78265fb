/** Writes GGUF files for tests, including invalid ones that our writer rejects. */
import { Encoder } from "../../../src/formats/gguf/encoder.ts";
import { parseGguf } from "../../../src/formats/gguf/parser.ts";
import { memorySource } from "../memory-source.ts";

export type RawTensor = {
  name?: string;
  shape?: readonly (number | bigint)[];
  /** A type's number; 0 is F32. */
  type?: number;
  offset?: number | bigint;
};

export type RawGguf = {
  magic?: string;
  version?: number;
  tensorCount?: number | bigint;
  keyCount?: number | bigint;
  /** Each writes one key and its value. */
  keys?: readonly ((encoder: Encoder) => void)[];
  tensors?: readonly RawTensor[];
  /** Bytes of the data section. */
  data?: number;
};

export function rawGguf({
  magic = "GGUF",
  version = 3,
  keys = [],
  tensors = [],
  tensorCount = tensors.length,
  keyCount = keys.length,
  data = 0,
}: RawGguf): Uint8Array {
  const encoder = new Encoder();
  encoder.raw(new TextEncoder().encode(magic));
  encoder.u32(version);
  encoder.u64(tensorCount);
  encoder.u64(keyCount);
  for (const key of keys) key(encoder);
  for (const { name = "t", shape = [8], type = 0, offset = 0 } of tensors) {
    encoder.text(name);
    encoder.u32(shape.length);
    for (const dimension of shape) encoder.u64(dimension);
    encoder.u32(type);
    encoder.u64(offset);
  }
  encoder.pad(32);
  encoder.raw(new Uint8Array(data));
  return encoder.finish();
}

/** A key with the value type of this number. `write` writes the value. */
export function rawKey(name: string, type: number, write: (encoder: Encoder) => void = () => {}) {
  return (encoder: Encoder): void => {
    encoder.text(name);
    encoder.u32(type);
    write(encoder);
  };
}

export const parseBytes = (bytes: Uint8Array, arrays: "small" | "all" = "small") =>
  parseGguf(memorySource("model.gguf", bytes), { arrays });
