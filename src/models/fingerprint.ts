/** Identifies a model file without reading all of it. */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Holds the metadata of a GGUF file, except for the ends of very large vocabularies. */
const headBytes = 16 * 1024 * 1024;
const samples = 64;
const sampleBytes = 4096;

/**
 * A SHA-256 over the file's size, its first 16 MiB, and 64 samples of its weights, which differ
 * everywhere between two trainings. It is not a checksum: a damaged byte may go unnoticed.
 *
 * @returns 64 hexadecimal digits
 * @throws errors of the file system
 */
export function modelFingerprint(path: string): string {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    hash.update(String(size));
    const buffer = new Uint8Array(Math.min(size, headBytes));
    const add = (length: number, position: number): void => {
      hash.update(buffer.subarray(0, readSync(file, buffer, 0, Math.min(length, buffer.length), position)));
    };
    add(headBytes, 0);
    const rest = size - headBytes - sampleBytes;
    for (let index = 0; rest > 0 && index < samples; index += 1) {
      add(sampleBytes, headBytes + Math.floor((rest * index) / (samples - 1)));
    }
    return hash.digest("hex");
  } finally {
    closeSync(file);
  }
}
