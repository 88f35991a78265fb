/** Reads ranges of the tensors of a model in one or several safetensors files. */
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import { openFile } from "../source.ts";
import { parseSafetensors, type SafetensorsEntry } from "./parser.ts";

export type ShardTensor = SafetensorsEntry & {
  /** Index of its file in {@link Shards.files}. */
  readonly shard: number;
};

export class Shards {
  /** Relative to the folder, in the order of their names. */
  readonly files: readonly string[];
  /** In the order of the files and their data. */
  readonly tensors: ReadonlyMap<string, ShardTensor>;
  readonly #folder: string;
  readonly #handles = new Map<number, Promise<FileHandle>>();

  constructor(folder: string, files: readonly string[], tensors: ReadonlyMap<string, ShardTensor>) {
    this.#folder = folder;
    this.files = files;
    this.tensors = tensors;
  }

  path(shard: number): string {
    return join(this.#folder, this.files[shard]!);
  }

  /** @throws AnechatError modelNotFound if the file is gone, badModel if it became shorter */
  async read(tensor: ShardTensor, offset: number, length: number): Promise<Uint8Array> {
    const handle = await this.#open(tensor.shard);
    const bytes = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const position = tensor.position + offset + filled;
      const { bytesRead } = await handle.read(bytes, filled, length - filled, position);
      if (bytesRead === 0) {
        throw new AnechatError("badModel", `${this.path(tensor.shard)} became shorter while it was read`, {
          hint: "Don't change the files while they are converted.",
        });
      }
      filled += bytesRead;
    }
    return bytes;
  }

  /** Closes a file. A later read opens it again. */
  async close(shard: number): Promise<void> {
    const handle = this.#handles.get(shard);
    this.#handles.delete(shard);
    await (await handle)?.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const shard of [...this.#handles.keys()]) await this.close(shard);
  }

  #open(shard: number): Promise<FileHandle> {
    let handle = this.#handles.get(shard);
    if (handle === undefined) {
      handle = open(this.path(shard)).catch((error: unknown) => {
        this.#handles.delete(shard);
        throw new AnechatError("modelNotFound", `${this.path(shard)} can no longer be read`, {
          hint: "Don't change the files while they are converted.",
          cause: error,
        });
      });
      this.#handles.set(shard, handle);
    }
    return handle;
  }
}

/**
 * Reads the headers of a model's files.
 * @param files relative to `folder`
 * @throws AnechatError modelNotFound, noAccess, badModel
 */
export function openShards(folder: string, files: readonly string[]): Shards {
  const sorted = [...files].sort();
  const tensors = new Map<string, ShardTensor>();
  for (const [shard, file] of sorted.entries()) {
    using source = openFile(join(folder, file));
    for (const entry of parseSafetensors(source)) {
      const other = tensors.get(entry.name);
      if (other !== undefined) {
        throw new AnechatError(
          "badModel",
          `${file} and ${sorted[other.shard]} both have a tensor ${entry.name}`,
          { hint: "The folder holds files of two models. Keep the files of one." },
        );
      }
      tensors.set(entry.name, { ...entry, shard });
    }
  }
  return new Shards(folder, sorted, tensors);
}
