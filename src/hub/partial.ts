/**
 * A file that is being fetched, and a note beside it that lists the complete pieces. A killed
 * process leaves both, and the next one continues with the missing pieces. A piece that was cut
 * off is fetched again.
 *
 *   blobs/<etag>.anechat.part         the bytes so far, with holes for missing ones
 *   blobs/<etag>.anechat.part.json    { bytes, pieceBytes, done: [0, 1, 4] }
 */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { hashPiece, type PieceHashes } from "./pieces.ts";

export type Digest = {
  algorithm: "sha256" | "sha1";
  hex: string;
  /** Hashed before the content. */
  prefix: string;
};

type Note = { bytes: number; pieceBytes: number; done: number[] };

export class PartialFile implements AsyncDisposable {
  readonly path: string;
  readonly bytes: number;
  readonly pieceBytes: number;
  readonly #file: FileHandle;
  readonly #done: Set<number>;
  readonly #hasher: Bun.CryptoHasher;
  readonly #digest: Digest;
  /** Of the pieces hashed so far. The hasher needs them in order. */
  readonly #pieceHashes: string[] = [];
  #hashing: Promise<void> = Promise.resolve();
  #flushing: Promise<void> | undefined;

  private constructor(path: string, note: Note, file: FileHandle, digest: Digest) {
    this.path = path;
    this.bytes = note.bytes;
    this.pieceBytes = note.pieceBytes;
    this.#file = file;
    this.#done = new Set(note.done);
    this.#digest = digest;
    this.#hasher = new Bun.CryptoHasher(digest.algorithm);
    this.#hasher.update(digest.prefix);
    this.#hashNext();
  }

  /** Continues an earlier download, or begins one. @throws errors of the file system */
  static async open(path: string, bytes: number, pieceBytes: number, digest: Digest): Promise<PartialFile> {
    const known = readNote(path, bytes);
    const file = await open(path, known === undefined ? "w+" : "r+", 0o600);
    return new PartialFile(path, known ?? { bytes, pieceBytes, done: [] }, file, digest);
  }

  get pieces(): number {
    return Math.ceil(this.bytes / this.pieceBytes);
  }

  /** Numbers of the pieces that aren't complete. */
  missing(): number[] {
    return Array.from({ length: this.pieces }, (_, piece) => piece).filter((piece) => !this.#done.has(piece));
  }

  /** Bytes of the complete pieces. */
  get received(): number {
    return [...this.#done].reduce((sum, piece) => {
      const { from, to } = this.range(piece);
      return sum + to - from + 1;
    }, 0);
  }

  /** First and last byte of a piece. */
  range(piece: number): { from: number; to: number } {
    const from = piece * this.pieceBytes;
    return { from, to: Math.min(from + this.pieceBytes, this.bytes) - 1 };
  }

  async write(chunk: Uint8Array, position: number): Promise<void> {
    let written = 0;
    while (written < chunk.length) {
      const { bytesWritten } = await this.#file.write(
        chunk,
        written,
        chunk.length - written,
        position + written,
      );
      written += bytesWritten;
    }
  }

  /** Records a piece whose bytes have all been written. */
  complete(piece: number): void {
    this.#done.add(piece);
    const note: Note = { bytes: this.bytes, pieceBytes: this.pieceBytes, done: [...this.#done] };
    writeFileSync(`${notePath(this.path)}.new`, JSON.stringify(note), { mode: 0o600 });
    renameSync(`${notePath(this.path)}.new`, notePath(this.path));
    this.#hashNext();
    this.#flush();
  }

  /** Call it when all pieces are complete. @returns whether the content has the digest */
  async verify(): Promise<boolean> {
    this.#hashNext();
    await this.#hashing;
    return this.#hasher.digest("hex") === this.#digest.hex;
  }

  /** Of all pieces; complete after verify(). */
  get pieceHashes(): PieceHashes {
    return { pieceBytes: this.pieceBytes, hashes: this.#pieceHashes };
  }

  /** Syncs the file to disk and gives it its final path. */
  async publish(path: string): Promise<void> {
    // A rename may reach the disk before the data: after a power cut, the file would have holes.
    await this.#flushing;
    await this.#file.sync();
    await this.#file.close();
    renameSync(this.path, path);
    rmSync(notePath(this.path), { force: true });
  }

  /** Deletes the file and its note: the bytes were wrong. */
  async discard(): Promise<void> {
    await this.#flushing;
    await this.#file.close();
    rmSync(this.path, { force: true });
    rmSync(notePath(this.path), { force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#hashing.catch(() => {});
    await this.#flushing;
    await this.#file.close().catch(() => {});
  }

  /** Writes to disk while the download runs, so that publish() has little left to sync. */
  #flush(): void {
    this.#flushing ??= this.#file
      .datasync()
      // publish() reports disk errors.
      .catch(() => {})
      .finally(() => {
        this.#flushing = undefined;
      });
  }

  /** Hashes the next complete pieces in order, while others are still being fetched. */
  #hashNext(): void {
    this.#hashing = this.#hashing.then(async () => {
      while (this.#done.has(this.#pieceHashes.length)) {
        const range = this.range(this.#pieceHashes.length);
        this.#pieceHashes.push(
          await hashPiece(this.#file, range, (block) => void this.#hasher.update(block)),
        );
      }
    });
    // verify() awaits it. Until then a failure must not end the process.
    this.#hashing.catch(() => {});
  }
}

/** Bytes of the complete pieces of an interrupted download. */
export function receivedBytes(path: string, bytes: number): number {
  const note = readNote(path, bytes);
  if (note === undefined) return 0;
  return note.done.reduce(
    (sum, piece) => sum + Math.min(note.pieceBytes, bytes - piece * note.pieceBytes),
    0,
  );
}

/** Turns a damaged file into an interrupted download: the pieces in `done` are kept. */
export function reopenPieces(
  path: string,
  part: string,
  note: { bytes: number; pieceBytes: number; done: number[] },
): void {
  writeFileSync(notePath(part), JSON.stringify(note), { mode: 0o600 });
  renameSync(path, part);
}

function notePath(path: string): string {
  return `${path}.json`;
}

/** undefined if there is nothing to continue. */
function readNote(path: string, bytes: number): Note | undefined {
  try {
    const note = JSON.parse(readFileSync(notePath(path), "utf8")) as Partial<Note>;
    const { pieceBytes, done } = note;
    if (note.bytes !== bytes || !Number.isSafeInteger(pieceBytes) || !Array.isArray(done)) return undefined;
    const count = Math.ceil(bytes / pieceBytes!);
    if (!done.every((piece) => Number.isInteger(piece) && piece >= 0 && piece < count)) return undefined;
    const last = Math.max(-1, ...done);
    // A file shorter than its complete pieces was truncated by something else.
    const needed = Math.min((last + 1) * pieceBytes!, bytes);
    return statSync(path).size >= needed ? { bytes, pieceBytes: pieceBytes!, done } : undefined;
  } catch {
    return undefined;
  }
}
