/** What a model's file says about the model, for `anechat show` and the chat's /show. */
import type { GgufHeader } from "../formats/gguf/reader.ts";
import { readModelHeader } from "./header.ts";

export type ModelDescription = {
  name: string | null;
  path: string;
  bytes: number;
  architecture: string;
  parameters: number;
  quantization: string;
  /** Tokens. */
  trainedContext: number | null;
  license: string | null;
};

/** Its value is long, so it is shown separately. */
export const templateKey = "tokenizer.chat_template";

/** @throws AnechatError as readModelHeader() */
export function readModelDescription(path: string): {
  facts: ModelDescription;
  header: GgufHeader;
  chatTemplate: string | null;
} {
  const { header, quantization } = readModelHeader(path);
  const { metadata, tensors } = header;
  const architecture = metadata.getString("general.architecture") ?? "";
  const parameters = tensors.reduce(
    (sum, { shape }) => sum + shape.reduce((product, length) => product * length, 1),
    0,
  );
  return {
    header,
    chatTemplate: metadata.getString(templateKey) ?? null,
    facts: {
      name: metadata.getString("general.name") ?? null,
      path,
      bytes: header.fileSize,
      architecture,
      parameters,
      quantization,
      trainedContext: metadata.getNumber(`${architecture}.context_length`) ?? null,
      license: metadata.getString("general.license") ?? null,
    },
  };
}
