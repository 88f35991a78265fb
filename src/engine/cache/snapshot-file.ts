/**
 * The file format of a sequence's KV state. A conversation continues from it without being
 * evaluated again.
 *
 *     "anechat KV 2\n" · length of the header, u32 · header, JSON · token ids, i32 · state ·
 *     states of the checkpoints
 *
 * Numbers are little-endian. The header has a fingerprint of model, context and llama.cpp, since a
 * state of others can't be used, and a checksum.
 */
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { errorCode } from "../../base/errors.ts";
import type { SavedSequence } from "./kv-cache.ts";

const magic = new TextEncoder().encode("anechat KV 2\n");
/** What files of all versions begin with. */
const name = magic.subarray(0, "anechat KV ".length);
const maxHeaderLength = 65_536;

/** Why there is no usable snapshot. */
export type NoSnapshot = "missing" | "stale" | "damaged";

type Header = {
  fingerprint: string;
  tokens: number;
  /** Bytes. */
  state: number;
  checkpoints: readonly { length: number; bytes: number }[];
  checksum: string;
};

/**
 * Replaces the file in one step.
 * @param fingerprint of everything the state depends on
 * @returns bytes written
 * @throws errors of the file system; the old file is then unchanged
 */
export function writeSnapshot(path: string, fingerprint: string, saved: SavedSequence): number {
  const { tokens, state, checkpoints } = saved;
  const ids = new Uint8Array(Int32Array.from(tokens).buffer);
  const states = [state, ...checkpoints.map((checkpoint) => checkpoint.state)];
  const header: Header = {
    fingerprint,
    tokens: tokens.length,
    state: state.length,
    checkpoints: checkpoints.map((one) => ({ length: one.length, bytes: one.state.length })),
    checksum: checksum([ids, ...states]),
  };
  const json = new TextEncoder().encode(JSON.stringify(header));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length, true);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}`;
  try {
    const file = openSync(temporary, "w", 0o600);
    try {
      let bytes = 0;
      for (const part of [magic, length, json, ids, ...states]) bytes += writeAll(file, part);
      fsyncSync(file);
      renameSync(temporary, path);
      return bytes;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

export function readSnapshot(path: string, fingerprint: string): SavedSequence | NoSnapshot {
  let file: number;
  try {
    // Non-blocking, so that a pipe with this name is not waited for.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return errorCode(error) === "ENOENT" ? "missing" : "damaged";
  }
  try {
    const stats = fstatSync(file);
    const start = read(file, 0, magic.length + 4);
    if (!stats.isFile() || start === undefined || !begins(start, name)) return "damaged";
    if (!begins(start, magic)) return "stale";
    const headerLength = new DataView(start.buffer).getUint32(magic.length, true);
    const header =
      headerLength <= maxHeaderLength ? parseHeader(read(file, start.length, headerLength)) : undefined;
    if (header === undefined) return "damaged";
    if (header.fingerprint !== fingerprint) return "stale";
    const sizes = [4 * header.tokens, header.state, ...header.checkpoints.map(({ bytes }) => bytes)];
    const parts = readParts(file, start.length + headerLength, stats.size, sizes);
    if (parts === undefined || checksum(parts) !== header.checksum) return "damaged";
    const [ids, state, ...states] = parts as [Part, Part, ...Part[]];
    if (!areLengths(header)) return "damaged";
    return {
      tokens: Array.from(new Int32Array(ids.buffer)),
      state,
      checkpoints: header.checkpoints.map(({ length }, i) => ({ length, state: states[i] as Part })),
    };
  } catch {
    return "damaged";
  } finally {
    closeSync(file);
  }
}

function begins(bytes: Uint8Array, beginning: Uint8Array): boolean {
  return beginning.every((byte, i) => bytes[i] === byte);
}

type Part = Uint8Array<ArrayBuffer>;

/** @returns undefined if the rest of the file has another size */
function readParts(file: number, from: number, end: number, sizes: readonly number[]): Part[] | undefined {
  if (from + sizes.reduce((sum, size) => sum + size, 0) !== end) return undefined;
  const parts: Part[] = [];
  let position = from;
  for (const size of sizes) {
    const part = read(file, position, size);
    if (part === undefined) return undefined;
    parts.push(part);
    position += size;
  }
  return parts;
}

function parseHeader(bytes: Uint8Array | undefined): Header | undefined {
  if (bytes === undefined) return undefined;
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Header> | null;
  const isSize = (size: unknown): boolean => Number.isSafeInteger(size) && (size as number) >= 0;
  const areSizes = (sizes: readonly unknown[]): boolean => sizes.every(isSize);
  const isValid =
    areSizes([value?.tokens, value?.state]) &&
    Array.isArray(value?.checkpoints) &&
    value.checkpoints.every((one) => areSizes([one?.length, one?.bytes]));
  return isValid ? (value as Header) : undefined;
}

/** Checkpoints are at ascending lengths. */
function areLengths({ tokens, checkpoints }: Header): boolean {
  const ends = [0, ...checkpoints.map(({ length }) => length)];
  return ends.every((length, i) => length <= tokens && (i === 0 || length > (ends[i - 1] as number)));
}

/** Detects accidental damage, not forgery: the file belongs to the user. */
function checksum(parts: readonly Uint8Array[]): string {
  return parts.reduce((seed, part) => Bun.hash.xxHash64(part, seed), 0n).toString(16);
}

/** @returns undefined if the file is too short */
function read(file: number, position: number, length: number): Part | undefined {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const count = readSync(file, bytes, done, length - done, position + done);
    if (count === 0) return undefined;
    done += count;
  }
  return bytes;
}

function writeAll(file: number, bytes: Uint8Array): number {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
  return bytes.length;
}
