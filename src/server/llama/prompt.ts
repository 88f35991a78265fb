/**
 * Prompts as llama-server takes them: a text, token ids, both mixed, an object with a text, or a
 * list of these (llama.cpp: tools/server/server-common.cpp, tokenize_input_prompts()).
 */
import { z } from "zod";
import { ApiError } from "../api-error.ts";
import { optional } from "../request/fields.ts";
import { isPieces, type Pieces, pieces } from "../request/pieces.ts";

/** Prompts of one request. */
const maxPrompts = 256;

/** `multimodal_data` has images and sounds. */
const promptObject = z.object({
  prompt_string: z.union([z.string(), pieces]),
  multimodal_data: optional(z.unknown().meta({ type: "null" })),
});

export const promptSchema = z.union([
  z.string(),
  pieces,
  promptObject,
  z
    .array(z.union([z.string(), pieces, promptObject]))
    .min(1)
    .max(maxPrompts),
]);

type PromptField = z.output<typeof promptSchema>;

/**
 * @param path of the field
 * @throws ApiError `invalid` for images and sounds
 */
export function promptsOf(field: PromptField, path: string): Pieces[] {
  if (!Array.isArray(field)) return [piecesOf(field, path)];
  if (isPieces(field)) return [field];
  if (field.length > maxPrompts) {
    throw new ApiError("invalid", `${path}: more than ${maxPrompts} prompts`, { path });
  }
  return field.map((one, index) => piecesOf(one, `${path}[${index}]`));
}

type OnePrompt = string | Pieces | z.output<typeof promptObject>;

function piecesOf(prompt: OnePrompt, path: string): Pieces {
  if (typeof prompt === "string") return [prompt];
  if (!("prompt_string" in prompt)) return prompt;
  const { prompt_string: text, multimodal_data: media } = prompt;
  if (media !== undefined) {
    const where = `${path}.multimodal_data`;
    throw new ApiError("invalid", `${where}: this model takes text only`, { path: where });
  }
  return typeof text === "string" ? [text] : text;
}
