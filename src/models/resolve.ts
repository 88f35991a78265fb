/** From what the user calls a model to a checked file on this disk. */
import { basename } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { type GgufHeader, readGgufHeader } from "../formats/gguf/reader.ts";

export type ResolvedModel = {
  /** Absolute or as given; the first shard of a split model. */
  path: string;
  /** The file's name without folders. */
  name: string;
  header: GgufHeader;
};

/**
 * @param name a path of a GGUF file
 * @throws AnechatError `modelNotFound`, `noAccess`, `badModel`
 */
export function resolveModel(name: string): ResolvedModel {
  if (name.trim() === "") throw new AnechatError("usage", "The model's name is empty.");
  return { path: name, name: basename(name), header: readGgufHeader(name) };
}
