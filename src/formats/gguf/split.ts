/**
 * Models split over several files, "name-00001-of-00003.gguf" (llama.cpp's gguf-split). The first
 * file holds the metadata. Each file holds its number and a part of the tensors.
 */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import type { Metadata } from "./metadata.ts";

export type Shard = {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
};

export type Sibling = {
  readonly path: string;
  /** @throws AnechatError badModel if the file's number differs from that in its name */
  check(metadata: Metadata): void;
};

/**
 * The shards that follow the one at `path`; none for a model in one piece.
 * @throws AnechatError badModel if this is not the first one or was renamed, modelNotFound with the
 *   names of missing ones
 */
export function siblings(path: string, metadata: Metadata): Sibling[] {
  const count = metadata.getNumber("split.count") ?? 0;
  if (count <= 1) return [];
  // Names have five digits for the count.
  if (!Number.isInteger(count) || count > 99_999) {
    throw new AnechatError("badModel", `${path} claims to be one of ${count} files, which is impossible`, {
      hint: "Download it again.",
    });
  }
  const name = parseShardName(path);
  const number = metadata.getNumber("split.no") ?? 0;
  if (number !== 0) {
    throw new AnechatError("badModel", `${path} is part ${number + 1} of ${count} of a split model`, {
      hint: name ? `Open the first part: ${shardPath(name.prefix, 1, count)}` : "Open the first part.",
    });
  }
  if (name?.number !== 1 || name.count !== count) {
    throw new AnechatError("badModel", `${path} is the first of ${count} files, but was renamed`, {
      hint: `Rename the files back: ${shardPath("NAME", 1, count)} and so on.`,
    });
  }
  const paths = shardsOf(path).slice(1);
  const missing = paths.filter((shard) => !existsSync(shard)).map((shard) => basename(shard));
  if (missing.length > 0) {
    const more = missing.length > 3 ? ` and ${missing.length - 3} more` : "";
    throw new AnechatError(
      "modelNotFound",
      `${path} is a split model, but ${missing.slice(0, 3).join(", ")}${more} is missing`,
      { hint: `Download all ${count} parts into one folder.` },
    );
  }
  return paths.map((shard, index) => ({
    path: shard,
    check: (found) => checkNumber(shard, found, index + 1),
  }));
}

function checkNumber(path: string, metadata: Metadata, expected: number): void {
  const number = metadata.get("split.no");
  // llama.cpp reads it as u16 without a type check, and aborts on another type.
  if (number?.type !== "u16" || number.value !== expected) {
    throw new AnechatError("badModel", `${path} is not part ${expected + 1} of this model`, {
      hint: "Download all parts of the same model.",
    });
  }
}

/** undefined for the name of a model in one piece. */
export function parseShardName(path: string): { prefix: string; number: number; count: number } | undefined {
  const match = /^(.*)-(\d{5})-of-(\d{5})\.gguf$/s.exec(path);
  if (match === null) return undefined;
  const [, prefix = "", number, count] = match;
  return { prefix, number: Number(number), count: Number(count) };
}

/** The paths of all parts of a model, in order, from the path of one part. */
export function shardsOf(path: string): string[] {
  const name = parseShardName(path);
  if (name === undefined) return [path];
  return Array.from({ length: name.count }, (_, index) => shardPath(name.prefix, index + 1, name.count));
}

/** Whether a path is the first part of a model or the whole model. */
export function isFirstShard(path: string): boolean {
  return (parseShardName(path)?.number ?? 1) === 1;
}

/** As llama_split_path in llama.cpp: `%s-%05d-of-%05d.gguf`. Numbers start at 1. */
function shardPath(prefix: string, number: number, count: number): string {
  const digits = (value: number) => String(value).padStart(5, "0");
  return `${prefix}-${digits(number)}-of-${digits(count)}.gguf`;
}
