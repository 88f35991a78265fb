/**
 * Fetches files of a commit into the cache. Pieces of all files are fetched in parallel and hashed
 * meanwhile. A file gets its name in the cache only after its hash was found right.
 */
import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { AnechatError, errorCode } from "../base/errors.ts";
import { placeInSnapshot, type RepoFolder, repoFolder } from "./cache.ts";
import type { HubClient, HubFile } from "./client.ts";
import { networkError } from "./errors.ts";
import { acquireLock } from "./lock.ts";
import { type Digest, PartialFile } from "./partial.ts";
import { PieceFetcher } from "./piece-fetcher.ts";
import { savePieces } from "./pieces.ts";
import { runPool } from "./pool.ts";

export type DownloadOptions = {
  cache: string;
  /** anechat's own cache, for the hashes of pieces. */
  ownCache: string;
  signal?: AbortSignal | undefined;
  /** Bytes received so far and bytes in total, summed over all files. */
  onProgress?: (received: number, total: number) => void;
  /** Called when another process is fetching this file; the download waits for it. */
  onWait?: (file: string) => void;
  /** Whether snapshots may be links to blobs; default true. */
  links?: boolean;
  /** Size of a piece; smaller in tests. */
  pieceBytes?: number;
  /** Maximum number of pieces fetched in parallel. */
  connections?: number;
  /** A request is aborted and repeated after this long without a byte. */
  stallMs?: number;
  tools: {
    now: () => number;
    sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  };
};

/**
 * A 32nd of the file, from 4 to 32 MiB: a killed download loses its unfinished pieces.
 * The content servers refuse files over 50 GB without a range.
 */
function pieceBytesFor(bytes: number): number {
  const mebibyte = 1 << 20;
  return Math.min(32, Math.max(4, Math.ceil(bytes / 32 / mebibyte))) * mebibyte;
}

const defaultConnections = 8;

/**
 * @returns the files' paths in the snapshot, in the order of `files`
 * @throws AnechatError of the Hub and the network, `diskFull`, `noAccess` or `interrupted`;
 *   complete pieces are kept
 */
export async function download(
  client: HubClient,
  repo: string,
  commit: string,
  files: readonly HubFile[],
  options: DownloadOptions,
): Promise<string[]> {
  const folder = repoFolder(options.cache, repo);
  try {
    await fetchMissing(client, { repo, commit }, folder, files, options);
    options.signal?.throwIfAborted();
    return files.map((file) => folder.snapshot(commit, file.path));
  } catch (error) {
    throw toUserError(error, options);
  }
}

async function fetchMissing(
  client: HubClient,
  { repo, commit }: { repo: string; commit: string },
  folder: RepoFolder,
  files: readonly HubFile[],
  options: DownloadOptions,
): Promise<void> {
  const progress = new Progress(files, options.onProgress);
  const stop = new AbortController();
  const signal = options.signal === undefined ? stop.signal : AbortSignal.any([options.signal, stop.signal]);
  const tasks: (() => Promise<void>)[] = [];
  const fresh = new Set<string>();
  await using open = new AsyncDisposableStack();
  const place = (file: HubFile): void => {
    const isNew = fresh.delete(etagOf(file));
    placeInSnapshot(folder.blob(etagOf(file)), folder.snapshot(commit, file.path), {
      isNew,
      links: options.links ?? true,
    });
  };
  // Files of the same content are one blob.
  for (const same of Map.groupBy(files, etagOf).values()) {
    const [file] = same as [HubFile, ...HubFile[]];
    const blob = folder.blob(etagOf(file));
    const done = (): void => {
      for (const each of same) place(each);
      progress.add(file.bytes * (same.length - 1));
    };
    if (isCached(folder, commit, file)) {
      progress.add(file.bytes);
      done();
      continue;
    }
    const lock = open.use(
      await acquireLock(folder.lock(etagOf(file)), options.tools, {
        signal,
        onWait: () => options.onWait?.(file.path),
      }),
    );
    if (existsSync(blob)) {
      // Another process fetched it meanwhile.
      progress.add(file.bytes);
      done();
      continue;
    }
    mkdirSync(dirname(blob), { recursive: true });
    const pieceBytes = options.pieceBytes ?? pieceBytesFor(file.bytes);
    const part = open.use(await PartialFile.open(partOf(blob), file.bytes, pieceBytes, digestOf(file)));
    progress.add(part.received);
    const fetcher = new PieceFetcher(client, { repo, commit, path: file.path }, part, {
      signal,
      onBytes: (bytes) => progress.add(bytes),
      stallMs: options.stallMs,
      sleep: options.tools.sleep,
    });
    const finish = async (): Promise<void> => {
      await complete(file, part, blob, options);
      fresh.add(etagOf(file));
      done();
      lock[Symbol.dispose]();
    };
    const missing = part.missing();
    let left = missing.length;
    if (left === 0) tasks.push(finish);
    for (const piece of missing) {
      tasks.push(async () => {
        await fetcher.fetch(piece);
        left -= 1;
        if (left === 0) await finish();
      });
    }
  }
  await runPool(tasks, options.connections ?? defaultConnections, stop);
}

/** Gives a fetched file its name, if its hash is the Hub's. */
async function complete(
  file: HubFile,
  part: PartialFile,
  blob: string,
  { ownCache }: DownloadOptions,
): Promise<void> {
  if (!(await part.verify())) {
    await part.discard();
    throw new AnechatError("network", `${file.path} arrived damaged: its hash differs from the Hub's`, {
      hint: "It was deleted. Try again. If that fails, too, a proxy may be changing the data.",
    });
  }
  savePieces(ownCache, etagOf(file), part.pieceHashes);
  await part.publish(blob);
}

/** A blob's path until it is complete. */
export function partOf(blob: string): string {
  return `${blob}.anechat.part`;
}

/** As a blob, or in the snapshot itself if that isn't a link. */
function isCached(folder: RepoFolder, commit: string, file: HubFile): boolean {
  return existsSync(folder.blob(etagOf(file))) || existsSync(folder.snapshot(commit, file.path));
}

/** Adds up the bytes of all files and reports them. */
class Progress {
  readonly #total: number;
  readonly #report: ((received: number, total: number) => void) | undefined;
  #received = 0;

  constructor(files: readonly HubFile[], report: ((received: number, total: number) => void) | undefined) {
    this.#total = files.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#report = report;
  }

  add(bytes: number): void {
    this.#received += bytes;
    this.#report?.(this.#received, this.#total);
  }
}

/** The Hub's name of the content: SHA-256 for weights, Git's blob hash for other files. */
function etagOf({ sha256, gitSha1 }: HubFile): string {
  return sha256 ?? gitSha1;
}

function digestOf({ sha256, gitSha1, bytes }: HubFile): Digest {
  return sha256 === undefined
    ? { algorithm: "sha1", hex: gitSha1, prefix: `blob ${bytes}\0` }
    : { algorithm: "sha256", hex: sha256, prefix: "" };
}

function toUserError(error: unknown, { cache, signal }: DownloadOptions): unknown {
  if (error instanceof AnechatError) return error;
  if (signal?.aborted) {
    return new AnechatError("interrupted", "The download was stopped", {
      hint: "What was fetched is kept. Run the same command again to continue.",
    });
  }
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return new AnechatError("diskFull", `The disk of ${cache} is full`, {
        hint: "Free some space, or set HF_HOME to another disk. What was fetched is kept.",
        cause: error,
      });
    case "ENOTDIR":
    case "EROFS":
    case "EACCES":
    case "EPERM":
      return new AnechatError("noAccess", `The cache ${cache} can't be written`, {
        hint: "Change its permissions, or set HF_HOME to a folder that you can write.",
        cause: error,
      });
    case "EIO":
      return new AnechatError("noAccess", `The disk of ${cache} has an I/O error`, {
        hint: "Check the disk.",
        cause: error,
      });
    default:
      return networkError(error, "the Hub");
  }
}
