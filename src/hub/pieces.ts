/**
 * Fast hashes of a file's pieces, stored when it arrives. The Hub has one hash of the whole file;
 * these show which pieces of a damaged file have to be fetched again. They are stored in anechat's
 * own cache, since other programs use the Hub's.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { replaceFile } from "../base/replace-file.ts";

export type PieceHashes = {
  pieceBytes: number;
  /** Hexadecimal xxHash64, chained over blocks of 1 MiB. Not secure: the Hub's hash decides. */
  hashes: readonly string[];
};

const blockBytes = 1 << 20;

/** Reads one piece block by block. @returns its hash */
export async function hashPiece(
  file: FileHandle,
  range: { from: number; to: number },
  onBlock: (block: Uint8Array) => void = () => {},
): Promise<string> {
  const buffer = new Uint8Array(Math.min(blockBytes, range.to - range.from + 1));
  let hash = 0n;
  for (let position = range.from; position <= range.to; ) {
    const length = Math.min(buffer.length, range.to + 1 - position);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    // A truncated file gets a different hash.
    if (filled === 0) break;
    const block = buffer.subarray(0, filled);
    onBlock(block);
    hash = Bun.hash.xxHash64(block, hash);
    position += filled;
  }
  return hash.toString(16).padStart(16, "0");
}

/** @param folder anechat's cache */
export function savePieces(folder: string, etag: string, pieces: PieceHashes): void {
  const path = pathOf(folder, etag);
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    replaceFile(path, JSON.stringify(pieces));
  } catch {
    // Not an error: without the hashes, a repair fetches the whole file.
  }
}

/** undefined if none were stored or the file is damaged. */
export function loadPieces(folder: string, etag: string): PieceHashes | undefined {
  try {
    const { pieceBytes, hashes } = JSON.parse(
      readFileSync(pathOf(folder, etag), "utf8"),
    ) as Partial<PieceHashes>;
    const isWhole = Number.isSafeInteger(pieceBytes) && pieceBytes! > 0 && Array.isArray(hashes);
    return isWhole ? { pieceBytes: pieceBytes!, hashes: hashes! } : undefined;
  } catch {
    return undefined;
  }
}

export function removePieces(folder: string, etag: string): void {
  rmSync(pathOf(folder, etag), { force: true });
}

function pathOf(folder: string, etag: string): string {
  return join(folder, "pieces", `${etag}.json`);
}
