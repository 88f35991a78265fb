/** Reads the header of a model's file and checks that it can be loaded. */
import { type GgufHeader, readGgufHeader } from "../formats/gguf/reader.ts";
import { checkTokens } from "../formats/gguf/tokens.ts";
import { quantizationName } from "../formats/gguf/types.ts";
import { checkLoadable } from "../formats/gguf/validate.ts";

type ModelHeader = {
  header: GgufHeader;
  /** "Q4_K_M", "F32", … */
  quantization: string;
};

/**
 * @param path of a GGUF file; the first shard of a split model
 * @throws AnechatError `modelNotFound`, `noAccess`, `badModel`
 */
export function readModelHeader(path: string): ModelHeader {
  const header = readGgufHeader(path);
  // llama.cpp would end the process for these faults instead of reporting them.
  checkLoadable(header);
  checkTokens(header);
  return { header, quantization: quantizationOf(header) };
}

/** "Q4_K_M": from the file's metadata, else the type of most of its weights. */
export function quantizationOf({ metadata, tensors }: GgufHeader): string {
  const fileType = metadata.getNumber("general.file_type");
  const named = fileType === undefined ? undefined : quantizationName(fileType);
  if (named !== undefined) return named;
  const bytes = new Map<string, number>();
  for (const { type, bytes: size } of tensors) bytes.set(type.name, (bytes.get(type.name) ?? 0) + size);
  const [largest] = [...bytes].sort(([, a], [, b]) => b - a);
  return largest?.[0] ?? "unknown";
}
