/** Gets the bytes of a file's pieces, through addresses that expire, connections that break and servers that know no ranges. */
import { AnechatError, errorCode } from "../base/errors.ts";
import type { FileLocation, HubClient } from "./client.ts";
import { isPassing } from "./errors.ts";
import type { PartialFile } from "./partial.ts";

export type PieceOptions = {
  signal: AbortSignal;
  /** Bytes that came; negative for those of a piece that is given up. */
  onBytes: (bytes: number) => void;
  /** Without a byte for so long, a request is given up and made again; 30 s if missing. */
  stallMs?: number | undefined;
  sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
};

const defaultStallMs = 30_000;
const tries = 5;

/** Fetches pieces of one file, each by a request of its own. */
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

  /** Until it is complete. @throws AnechatError, or as the file system or the network does */
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
        const isFinal = error instanceof AnechatError || isDiskError(error) || attempt >= tries;
        if (isFinal || this.#options.signal.aborted) {
          this.#options.onBytes(from - next);
          throw error;
        }
      }
      // What came is kept: only the rest is asked for again. Progress earns new patience.
      if (next > before) attempt = 1;
      await this.#options.sleep(500 * 2 ** (attempt - 1), this.#options.signal);
    }
    this.#part.complete(piece);
  }

  /** The bytes of a range; fewer where the connection is cut. */
  async *#bytes(from: number, to: number): AsyncGenerator<Uint8Array> {
    const stalled = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const expectBytes = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), this.#options.stallMs ?? defaultStallMs);
    };
    try {
      expectBytes();
      const response = await this.#ask(from, to, AbortSignal.any([stalled.signal, this.#options.signal]));
      let skip = response.status === 200 ? from : 0;
      let left = to - from + 1;
      for await (const chunk of response.body ?? []) {
        expectBytes();
        // A server without ranges sends it all: what was asked for is cut out of it.
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

  /** With an address that may have expired: it is asked for again, once. */
  async #ask(from: number, to: number, signal: AbortSignal): Promise<Response> {
    for (let isFirst = true; ; isFirst = false) {
      this.#location ??= this.#client.locate(this.#name.repo, this.#name.commit, this.#name.path, signal);
      const asked = this.#location;
      const location = await asked.catch((error) => {
        this.#location = undefined;
        throw error;
      });
      if (location.bytes !== undefined && location.bytes !== this.#part.bytes) {
        throw new AnechatError("network", `${this.#name.path} has another size than the Hub's list says`, {
          hint: "Try again: it may just have been changed.",
        });
      }
      const response = await this.#client.range(location, from, to, signal);
      if (response.status === 206 && startsAt(response, from)) return response;
      if (response.status === 200) return response;
      await response.body?.cancel();
      const mayHaveExpired = response.status === 400 || response.status === 403;
      if (mayHaveExpired && isFirst) {
        // Of several that find it expired, the first asks.
        if (this.#location === asked) this.#location = undefined;
        continue;
      }
      const message = `${new URL(location.address).host} answered ${response.status} for ${this.#name.path}`;
      if (isPassing(response.status)) throw new Error(message);
      throw new AnechatError("network", message, { hint: "Try again: what was fetched is kept." });
    }
  }
}

function startsAt(response: Response, from: number): boolean {
  const start = /^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1];
  return start !== undefined && Number(start) === from;
}

/** What no second try helps against. */
function isDiskError(error: unknown): boolean {
  return /^(ENOSPC|EDQUOT|EFBIG|EROFS|EACCES|EPERM|EIO|ENOTDIR)$/.test(errorCode(error));
}
