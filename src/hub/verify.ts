/** Checks a cached file against its hash, and finds its damaged pieces. */
import { readlinkSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { partOf } from "./download.ts";
import { type Digest, reopenPieces } from "./partial.ts";
import { hashPiece, loadPieces, type PieceHashes } from "./pieces.ts";

/** Bytes for each call of hashPiece(); the number doesn't change the file's hash. */
const rangeBytes = 32 << 20;

/** @param onProgress bytes read so far */
export async function isIntact(
  path: string,
  digest: Digest,
  onProgress: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  await using file = await open(path, "r");
  const { size } = await file.stat();
  const hasher = new Bun.CryptoHasher(digest.algorithm);
  hasher.update(digest.prefix);
  let read = 0;
  for (let from = 0; from < size; from += rangeBytes) {
    signal?.throwIfAborted();
    await hashPiece(file, { from, to: Math.min(from + rangeBytes, size) - 1 }, (block) => {
      hasher.update(block);
      read += block.length;
      onProgress(read);
    });
  }
  return hasher.digest("hex") === digest.hex;
}

/**
 * The hash of a cached file: the name of the blob that it links to.
 * @returns undefined if it isn't a link, as on systems without links
 */
export function digestOfLink(path: string): Digest | undefined {
  try {
    const name = basename(readlinkSync(path));
    if (/^[0-9a-f]{64}$/.test(name)) return { algorithm: "sha256", hex: name, prefix: "" };
    if (!/^[0-9a-f]{40}$/.test(name)) return undefined;
    return { algorithm: "sha1", hex: name, prefix: `blob ${statSync(path).size}\0` };
  } catch {
    return undefined;
  }
}

/**
 * Turns a damaged blob into an interrupted download that can be completed. It keeps the
 * undamaged pieces if their hashes were stored, and no piece otherwise.
 *
 * @param bytes the size it should have
 * @param ownCache anechat's cache
 */
export async function reopenDamaged(blob: string, bytes: number, ownCache: string): Promise<void> {
  const pieces = loadPieces(ownCache, basename(blob));
  const part = partOf(blob);
  if (pieces === undefined) {
    rmSync(part, { force: true });
    rmSync(`${part}.json`, { force: true });
    renameSync(blob, part);
    return;
  }
  const done = await goodPieces(blob, bytes, pieces);
  reopenPieces(blob, part, { bytes, pieceBytes: pieces.pieceBytes, done });
}

async function goodPieces(
  path: string,
  bytes: number,
  { pieceBytes, hashes }: PieceHashes,
): Promise<number[]> {
  await using file = await open(path, "r");
  const good: number[] = [];
  for (let piece = 0; piece * pieceBytes < bytes; piece++) {
    const from = piece * pieceBytes;
    const to = Math.min(from + pieceBytes, bytes) - 1;
    if ((await hashPiece(file, { from, to })) === hashes[piece]) good.push(piece);
  }
  return good;
}
