/** Tells one model file from another without reading gigabytes. */
import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Metadata, vocabulary and chat template of a GGUF file lie within this, but for the largest vocabularies' ends. */
const headBytes = 16 * 1024 * 1024;
const samples = 64;
const sampleBytes = 4096;

/**
 * Names a model by what it is: a SHA-256 over the file's size, its first 16 MB, and samples of its
 * weights, which differ everywhere between two trainings. Not a checksum: a damaged byte may go unnoticed.
 *
 * @returns 64 hexadecimal digits
 * @throws as the file system does
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
