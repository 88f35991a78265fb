/** llama-server's /embedding and /embeddings, whose response is a plain list. */
import { z } from "zod";
import { withModel } from "../answer/with-model.ts";
import { ApiError, toApiError } from "../api-error.ts";
import { type Exchange, ownFields, post } from "../exchange.ts";
import { advisory, notNull, optional } from "../request/fields.ts";
import { tokensOf } from "../request/pieces.ts";
import { modelField } from "./model.ts";
import { promptSchema, promptsOf } from "./prompt.ts";

const embeddingRequest = z
  .object({
    model: optional(z.string()),
    content: optional(promptSchema),
    input: optional(promptSchema),
    embd_normalize: optional(
      z
        .int()
        .min(0)
        .meta({ description: "0: by the largest value, to 32760; 1: taxicab; 2: Euclidean; p: p-norm." }),
    ),
    /** The response has numbers in any case. */
    encoding_format: advisory,
    keep_alive: ownFields.keep_alive,
  })
  .meta({
    anyOf: ["content", "input"].map((name) => ({ required: [name], properties: { [name]: notNull } })),
  });

type EmbeddingRequest = z.output<typeof embeddingRequest>;

/** "/embeddings" is llama-server's, too; OpenAI's is below "/v1". */
export const embedding = ["/embedding", "/embeddings"].map((path) =>
  post(path, "llama", "Embeds texts and tokens, in llama-server's form", embeddingRequest, embed),
);

async function embed(request: EmbeddingRequest, exchange: Exchange): Promise<Response> {
  const name = request.input === undefined ? "content" : "input";
  const field = request.input ?? request.content;
  if (field === undefined) {
    throw new ApiError("invalid", "content: it is missing", { path: "content" });
  }
  const prompts = promptsOf(field, name);
  return withModel({ ...modelField(request, exchange), stream: false }, exchange, async ({ model }) => {
    const results: object[] = [];
    let count = 0;
    for (const [index, pieces] of prompts.entries()) {
      const path = prompts.length === 1 ? name : `${name}[${index}]`;
      const tokens = await tokensOf(model.engine, pieces);
      if (tokens.length === 0) throw new ApiError("invalid", `${path}: it is empty`, { path });
      const { vector } = await model.engine.embed(tokens, exchange.signal).catch((error: unknown) => {
        throw toApiError(error, path);
      });
      count += tokens.length;
      results.push({ index, embedding: [[...normalized(vector, request.embd_normalize ?? 2)]] });
    }
    exchange.service.metrics.count("prompt_tokens", count);
    return Response.json(results);
  });
}

/** llama.cpp's common_embd_normalize(). @param vector has the Euclidean length 1 */
export function normalized(vector: Float32Array, norm: number): Float32Array {
  if (norm === 2) return vector;
  const sizes = vector.map(Math.abs);
  const length =
    norm === 0
      ? Math.max(...sizes) / 32760
      : sizes.reduce((sum, size) => sum + size ** norm, 0) ** (1 / norm);
  return length === 0 ? vector : vector.map((value) => value / length);
}
