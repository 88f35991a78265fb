/**
 * Reads the header of a GGUF model in one or several files, before native code reads it. Never
 * reads the weights.
 */
import { openFile } from "../source.ts";
import { type ParsedGguf, parseGguf, type ReadOptions, rejectDuplicates } from "./parser.ts";
import { type Shard, siblings } from "./split.ts";
import { elementCount } from "./types.ts";

/** The first file's header with the tensors of all shards. */
export type GgufHeader = ParsedGguf & {
  readonly path: string;
  /** The model's files in order; one file unless the model is split. */
  readonly shards: readonly Shard[];
  /** Total of all shards, as are all numbers below. */
  readonly fileSize: number;
  readonly parameterCount: number;
  readonly tensorBytes: number;
};

/**
 * Reads and checks the header of a model, and the headers of its other shards if it is split.
 * @throws AnechatError modelNotFound, noAccess, badModel
 */
export function readGgufHeader(path: string, options: ReadOptions = {}): GgufHeader {
  using file = openFile(path);
  const first = parseGguf(file, options);
  const shards: Shard[] = [{ path, size: file.size }];
  const tensors = [...first.tensors];
  for (const sibling of siblings(path, first.metadata)) {
    using shardFile = openFile(sibling.path);
    const shard = parseGguf(shardFile, options);
    sibling.check(shard.metadata);
    tensors.push(...shard.tensors.map((tensor) => ({ ...tensor, shard: shards.length })));
    shards.push({ path: sibling.path, size: shardFile.size });
  }
  if (shards.length > 1) rejectDuplicates(path, tensors);
  return {
    ...first,
    path,
    tensors,
    shards,
    fileSize: sum(shards, (shard) => shard.size),
    parameterCount: sum(tensors, (tensor) => elementCount(tensor.shape)),
    tensorBytes: sum(tensors, (tensor) => tensor.bytes),
  };
}

function sum<Item>(items: readonly Item[], amount: (item: Item) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}
