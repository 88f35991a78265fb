/** From what the user calls a model to a checked file on this disk. */
import { basename } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { type GgufHeader, readGgufHeader } from "../formats/gguf/reader.ts";
import { checkTokens } from "../formats/gguf/tokens.ts";
import { quantizationName } from "../formats/gguf/types.ts";
import { checkLoadable } from "../formats/gguf/validate.ts";

export type ResolvedModel = {
  /** Absolute or as given; the first shard of a split model. */
  path: string;
  /** The file's name without folders. */
  name: string;
  header: GgufHeader;
  /** "Q4_K_M", "F32", … */
  quantization: string;
};

/**
 * @param name a path of a GGUF file
 * @throws AnechatError `modelNotFound`, `noAccess`, `badModel`
 */
export function resolveModel(name: string): ResolvedModel {
  if (name.trim() === "") throw new AnechatError("usage", "The model's name is empty.");
  const header = readGgufHeader(name);
  // What llama.cpp would end the process for, instead of refusing it.
  checkLoadable(header);
  checkTokens(header);
  return { path: name, name: basename(name), header, quantization: quantizationOf(header) };
}

/** As the file calls itself, else the type of most of its weights. */
function quantizationOf({ metadata, tensors }: GgufHeader): string {
  const fileType = metadata.getNumber("general.file_type");
  const named = fileType === undefined ? undefined : quantizationName(fileType);
  if (named !== undefined) return named;
  const bytes = new Map<string, number>();
  for (const { type, bytes: size } of tensors) bytes.set(type.name, (bytes.get(type.name) ?? 0) + size);
  const [most] = [...bytes].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? "unknown";
}
