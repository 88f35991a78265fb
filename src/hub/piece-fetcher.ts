/** Fetches pieces of a file, despite expiring addresses, broken connections, and no ranges. */
import { AnechatError, errorCode } from "../base/errors.ts";
import type { FileLocation, HubClient } from "./client.ts";
import { isTransient } from "./errors.ts";
import type { PartialFile } from "./partial.ts";

type PieceOptions = {
  signal: AbortSignal;
  /** Called with the bytes received; negative if a piece fails and its bytes don't count. */
  onBytes: (bytes: number) => void;
  /** A request is aborted and repeated after this long without a byte; default 30 s. */
  stallMs?: number | undefined;
  sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
};

const defaultStallMs = 30_000;
const maxTries = 5;

/** Fetches pieces of one file, one request for each. */
export class PieceFetcher {
  readonly #client: HubClient;
  readonly #name: { repo: string; commit: string; path: string };
  readonly #part: PartialFile;
  readonly #options: PieceOptions;
  #location: Promise<FileLocation> | undefined;

  constructor(
    client: HubClient,
    name: { repo: string; commit: string; path: string },
    part: PartialFile,
    options: PieceOptions,
  ) {
    this.#client = client;
    this.#name = name;
    this.#part = part;
    this.#options = options;
  }

  /** Fetches a whole piece. @throws AnechatError, or errors of the file system or the network */
  async fetch(piece: number): Promise<void> {
    const { from, to } = this.#part.range(piece);
    let next = from;
    for (let attempt = 1; next <= to; attempt++) {
      const before = next;
      try {
        for await (const chunk of this.#bytes(next, to)) {
          await this.#part.write(chunk, next);
          next += chunk.length;
          this.#options.onBytes(chunk.length);
        }
        if (next > to) break;
      } catch (error) {
        const isFinal = error instanceof AnechatError || isDiskError(error) || attempt >= maxTries;
        if (isFinal || this.#options.signal.aborted) {
          this.#options.onBytes(from - next);
          throw error;
        }
      }
      // Only the rest is requested again. After progress, the count of attempts starts again.
      if (next > before) attempt = 1;
      await this.#options.sleep(500 * 2 ** (attempt - 1), this.#options.signal);
    }
    this.#part.complete(piece);
  }

  /** The bytes of a range; fewer if the connection breaks. */
  async *#bytes(from: number, to: number): AsyncGenerator<Uint8Array> {
    const stalled = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const expectBytes = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), this.#options.stallMs ?? defaultStallMs);
    };
    try {
      expectBytes();
      const response = await this.#request(from, to, AbortSignal.any([stalled.signal, this.#options.signal]));
      let skip = response.status === 200 ? from : 0;
      let left = to - from + 1;
      for await (const chunk of response.body ?? []) {
        expectBytes();
        // A server without ranges sends the whole file: take only the range.
        const useful = chunk.subarray(Math.min(skip, chunk.length)).subarray(0, left);
        skip -= Math.min(skip, chunk.length);
        left -= useful.length;
        if (useful.length > 0) yield useful;
        if (left === 0) break;
      }
    } finally {
      clearTimeout(timer);
    }
  }

  /** Requests a range. If the address may have expired, gets a new one, once. */
  async #request(from: number, to: number, signal: AbortSignal): Promise<Response> {
    for (let isFirst = true; ; isFirst = false) {
      this.#location ??= this.#client.locate(this.#name.repo, this.#name.commit, this.#name.path, signal);
      const locating = this.#location;
      const location = await locating.catch((error) => {
        this.#location = undefined;
        throw error;
      });
      if (location.bytes !== undefined && location.bytes !== this.#part.bytes) {
        throw new AnechatError(
          "network",
          `${this.#name.path} has a different size than in the Hub's file list`,
          {
            hint: "Try again: the file may just have changed.",
          },
        );
      }
      const response = await this.#client.range(location, from, to, signal);
      if (response.status === 206 && startsAt(response, from)) return response;
      if (response.status === 200) return response;
      await response.body?.cancel();
      const mayHaveExpired = response.status === 400 || response.status === 403;
      if (mayHaveExpired && isFirst) {
        // Parallel requests share the new address: only the first one drops the old.
        if (this.#location === locating) this.#location = undefined;
        continue;
      }
      const message = `${new URL(location.address).host} answered ${response.status} for ${this.#name.path}`;
      if (isTransient(response.status)) throw new Error(message);
      throw new AnechatError("network", message, { hint: "Try again: what was fetched is kept." });
    }
  }
}

function startsAt(response: Response, from: number): boolean {
  const start = /^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1];
  return start !== undefined && Number(start) === from;
}

/** Disk errors, which a retry doesn't solve. */
function isDiskError(error: unknown): boolean {
  return /^(ENOSPC|EDQUOT|EFBIG|EROFS|EACCES|EPERM|EIO|ENOTDIR)$/.test(errorCode(error));
}
