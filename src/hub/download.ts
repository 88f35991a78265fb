/**
 * Fetches files of a commit into the cache: in pieces, several at once over all
 * files, hashed while they come. A file gets its name in the cache when its hash
 * is right, and never before.
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
  /** Bytes that are there, of those that are to be, all files together. */
  onProgress?: (received: number, total: number) => void;
  /** Another process is fetching this file; the call waits for it. */
  onWait?: (file: string) => void;
  /** Whether snapshots may be links to blobs; true if missing. */
  links?: boolean;
  /** Of a request; smaller in tests. */
  pieceBytes?: number;
  /** Pieces fetched at once, at most. */
  connections?: number;
  /** Without a byte for so long, a request is given up and made again. */
  stallMs?: number;
  tools: {
    now: () => number;
    sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  };
};

/**
 * The content servers give nothing over 50 GB without a range, and a piece is
 * what a kill costs: a 32nd of the file, within reason.
 */
function pieceBytesFor(bytes: number): number {
  const mebibyte = 1 << 20;
  return Math.min(32, Math.max(4, Math.ceil(bytes / 32 / mebibyte))) * mebibyte;
}

const defaultConnections = 8;

/**
 * @returns the files' paths in the snapshot, in the order of `files`
 * @throws AnechatError of the Hub and the network, `diskFull`, `noAccess`, or `interrupted`; complete pieces stay
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
    throw explain(error, options);
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
    if (isThere(folder, commit, file)) {
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
      // The other process fetched it while this one waited.
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

/** Gives a fetched file its name, if it is what the Hub says. */
async function complete(
  file: HubFile,
  part: PartialFile,
  blob: string,
  { ownCache }: DownloadOptions,
): Promise<void> {
  if (!(await part.verify())) {
    await part.discard();
    throw new AnechatError("network", `${file.path} arrived damaged: its hash isn't the one the Hub gives`, {
      hint: "It was thrown away. Try again; if it stays so, a proxy changes what it passes on.",
    });
  }
  savePieces(ownCache, etagOf(file), part.pieceHashes);
  await part.publish(blob);
}

/** What a blob is called until it is complete. */
export function partOf(blob: string): string {
  return `${blob}.anechat.part`;
}

/** As a blob, or in the snapshot itself where links can't be made. */
function isThere(folder: RepoFolder, commit: string, file: HubFile): boolean {
  return existsSync(folder.blob(etagOf(file))) || existsSync(folder.snapshot(commit, file.path));
}

/** What is there of all files, never more than the total. */
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

/** The Hub's own name of a content: sha256 for weights, git's hash for small files. */
function etagOf({ sha256, gitSha1 }: HubFile): string {
  return sha256 ?? gitSha1;
}

function digestOf({ sha256, gitSha1, bytes }: HubFile): Digest {
  return sha256 === undefined
    ? { algorithm: "sha1", hex: gitSha1, prefix: `blob ${bytes}\0` }
    : { algorithm: "sha256", hex: sha256, prefix: "" };
}

function explain(error: unknown, { cache, signal }: DownloadOptions): unknown {
  if (error instanceof AnechatError) return error;
  if (signal?.aborted) {
    return new AnechatError("interrupted", "The download was stopped", {
      hint: "What was fetched is kept: the same command goes on from there.",
    });
  }
  switch (errorCode(error)) {
    case "ENOSPC":
    case "EDQUOT":
    case "EFBIG":
      return new AnechatError("diskFull", `The disk of ${cache} is full`, {
        hint: "Make room, or let HF_HOME point to another disk. What was fetched is kept.",
        cause: error,
      });
    case "ENOTDIR":
    case "EROFS":
    case "EACCES":
    case "EPERM":
      return new AnechatError("noAccess", `The cache ${cache} can't be written`, {
        hint: "Change its permissions, or let HF_HOME point to a folder of your own.",
        cause: error,
      });
    case "EIO":
      return new AnechatError("noAccess", `The disk of ${cache} fails`, { hint: "Check it.", cause: error });
    default:
      return networkError(error, "the Hub");
  }
}
