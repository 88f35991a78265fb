/**
 * The file format of a sequence's KV state. A conversation continues from it without being
 * evaluated again.
 *
 *     "anechat KV 1\n" · length of the header, u32 · header, JSON · token ids, i32 · state
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
import type { Token } from "../../llama/vocabulary.ts";

const magic = new TextEncoder().encode("anechat KV 1\n");
const maxHeaderLength = 65_536;

export type Snapshot = { tokens: Token[]; state: Uint8Array };

/** Why there is no usable snapshot. */
export type NoSnapshot = "missing" | "stale" | "damaged";

type Header = { fingerprint: string; tokens: number; state: number; checksum: string };

/**
 * Replaces the file in one step.
 * @param fingerprint of everything the state depends on
 * @returns bytes written
 * @throws errors of the file system; the old file is then unchanged
 */
export function writeSnapshot(path: string, fingerprint: string, { tokens, state }: Snapshot): number {
  const ids = new Uint8Array(Int32Array.from(tokens).buffer);
  const header: Header = {
    fingerprint,
    tokens: tokens.length,
    state: state.length,
    checksum: checksum(ids, state),
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
      for (const part of [magic, length, json, ids, state]) bytes += writeAll(file, part);
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

export function readSnapshot(path: string, fingerprint: string): Snapshot | NoSnapshot {
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
    if (!stats.isFile() || start === undefined || !magic.every((byte, i) => start[i] === byte))
      return "damaged";
    const headerLength = new DataView(start.buffer).getUint32(magic.length, true);
    const header =
      headerLength <= maxHeaderLength ? parseHeader(read(file, start.length, headerLength)) : undefined;
    if (header === undefined) return "damaged";
    if (header.fingerprint !== fingerprint) return "stale";
    const from = start.length + headerLength;
    if (stats.size !== from + 4 * header.tokens + header.state) return "damaged";
    const ids = read(file, from, 4 * header.tokens);
    const state = read(file, from + 4 * header.tokens, header.state);
    if (ids === undefined || state === undefined || checksum(ids, state) !== header.checksum)
      return "damaged";
    return { tokens: Array.from(new Int32Array(ids.buffer)), state };
  } catch {
    return "damaged";
  } finally {
    closeSync(file);
  }
}

function parseHeader(bytes: Uint8Array | undefined): Header | undefined {
  if (bytes === undefined) return undefined;
  const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Header> | null;
  const isSize = (size: unknown): boolean => Number.isSafeInteger(size) && (size as number) >= 0;
  return isSize(value?.tokens) && isSize(value?.state) ? (value as Header) : undefined;
}

/** Detects accidental damage, not forgery: the file belongs to the user. */
function checksum(ids: Uint8Array, state: Uint8Array): string {
  return Bun.hash.xxHash64(state, Bun.hash.xxHash64(ids)).toString(16);
}

/** @returns undefined if the file is too short */
function read(file: number, position: number, length: number): Uint8Array | undefined {
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
