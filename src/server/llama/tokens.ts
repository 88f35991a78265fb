/** llama-server's /tokenize and /detokenize. */
import { z } from "zod";
import { withModel } from "../answer/with-model.ts";
import { type Exchange, post } from "../exchange.ts";
import { optional } from "../request/fields.ts";
import { maybePieces, tokenIds, tokensOf } from "../request/pieces.ts";
import { modelField } from "./model.ts";

const tokenizeRequest = z.object({
  model: optional(z.string()),
  content: optional(z.union([z.string(), maybePieces])),
  add_special: optional(z.boolean().meta({ description: "Adds BOS and the like; false by default." })),
  parse_special: optional(
    z.boolean().meta({ description: "Reads the text of control tokens as these; true by default." }),
  ),
  with_pieces: optional(z.boolean()),
});

const detokenizeRequest = z.object({
  model: optional(z.string()),
  tokens: optional(tokenIds),
});

export const tokenize = post(
  "/tokenize",
  "llama",
  "The tokens of a text",
  tokenizeRequest,
  async (request, exchange) =>
    withModel(modelField(request, exchange), exchange, async ({ model: { engine } }) => {
      const pieces = [request.content ?? []].flat();
      const options = {
        addSpecial: request.add_special ?? false,
        parseSpecial: request.parse_special ?? true,
      };
      const tokens = await tokensOf(engine, pieces, options);
      if (!request.with_pieces) return Response.json({ tokens });
      const bytes = await engine.pieces(tokens);
      return Response.json({
        tokens: tokens.map((id, index) => ({ id, piece: shownPiece(bytes[index] ?? new Uint8Array()) })),
      });
    }),
);

export const detokenize = post(
  "/detokenize",
  "llama",
  "The text of tokens",
  detokenizeRequest,
  async (request: z.output<typeof detokenizeRequest>, exchange: Exchange) =>
    withModel(modelField(request, exchange), exchange, async ({ model: { engine } }) => {
      const { tokens = [] } = request;
      return Response.json({ content: tokens.length === 0 ? "" : await engine.detokenize(tokens) });
    }),
);

/** Text, or a list of bytes if they are a part of a character. */
function shownPiece(bytes: Uint8Array): string | number[] {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return [...bytes];
  }
}
