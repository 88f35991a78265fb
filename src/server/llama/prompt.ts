/**
 * Prompts as llama-server takes them: a text, token ids, both mixed, an object with a text, or a
 * list of these (llama.cpp: tools/server/server-common.cpp, tokenize_input_prompts()).
 */
import { z } from "zod";
import type { LocalEngine } from "../../engine/client/local-engine.ts";
import { ApiError } from "../api-error.ts";
import { optional } from "../request/fields.ts";

/** Prompts of one request. */
const maxPrompts = 256;

export const token = z.int().min(0).max(0x7fffffff);
const piece = z.union([z.string(), token]);
const pieces = z.array(piece).min(1);

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

/** A prompt: texts and token ids, one after the other. */
export type Pieces = readonly (string | number)[];

/**
 * A list with a number is one prompt; any other list has a prompt in each place.
 * @param path of the field
 * @throws ApiError `invalid` for images and sounds
 */
export function promptsOf(field: PromptField, path: string): Pieces[] {
  if (!Array.isArray(field)) return [piecesOf(field, path)];
  if (isMixed(field)) return [field];
  if (field.length > maxPrompts) {
    throw new ApiError("invalid", `${path}: more than ${maxPrompts} prompts`, { path });
  }
  return field.map((one, index) => piecesOf(one, `${path}[${index}]`));
}

type OnePrompt = string | Pieces | z.output<typeof promptObject>;

function isMixed(list: readonly unknown[]): list is Pieces {
  return list.some((one) => typeof one === "number");
}

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

export type TokenizeOptions = Parameters<LocalEngine["tokenize"]>[1];

/** BOS and EOS are added only if the prompt begins with a text, as llama-server does. */
export async function tokensOf(
  engine: Pick<LocalEngine, "tokenize">,
  [first, ...rest]: Pieces,
  { addSpecial, parseSpecial }: TokenizeOptions = { addSpecial: true, parseSpecial: true },
): Promise<number[]> {
  const tokens: number[] = [];
  for (const [index, one] of [first, ...rest].entries()) {
    if (typeof one === "number") tokens.push(one);
    else if (one !== undefined) {
      const options = { addSpecial: addSpecial && index === 0, parseSpecial };
      for (const id of await engine.tokenize(one, options)) tokens.push(id);
    }
  }
  return tokens;
}
