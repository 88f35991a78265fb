/** /v1/embeddings: https://platform.openai.com/docs/api-reference/embeddings */
import { z } from "zod";
import { ApiError } from "../api-error.ts";
import { type Exchange, keepAliveOf, ownFields, post } from "../exchange.ts";
import { advisory, optional } from "../request/fields.ts";
import { nonEmptyTexts, textsOf, withoutTexts, withPath } from "./prompts.ts";

const embeddingRequest = z.object({
  model: optional(z.string()),
  input: nonEmptyTexts,
  encoding_format: optional(z.enum(["float", "base64"])),
  dimensions: optional(z.int().min(1)),
  user: advisory,
  keep_alive: ownFields.keep_alive,
});

export const embeddings = post(
  "/v1/embeddings",
  "openai",
  "Embeds texts as L2-normalized vectors",
  embeddingRequest,
  embed,
);

async function embed(request: z.output<typeof embeddingRequest>, exchange: Exchange): Promise<Response> {
  const inputs = textsOf(request.input, "input");
  using lease = await exchange.service.pool.lease(request.model, keepAliveOf(request.keep_alive));
  exchange.stats.model = lease.name;
  const { engine } = lease.model;
  const data: object[] = [];
  let tokens = 0;
  for (const [index, { value, path }] of inputs.entries()) {
    try {
      const embedding = await engine.embed(await withoutTexts(value, engine), exchange.signal);
      tokens += embedding.tokens;
      const vector = shortened(embedding.vector, request.dimensions);
      data.push({ object: "embedding", index, embedding: encoded(vector, request.encoding_format) });
    } catch (error) {
      throw withPath(error, path);
    }
  }
  exchange.service.metrics.count("prompt_tokens", tokens);
  return Response.json({
    object: "list",
    data,
    model: lease.name,
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  });
}

/** Shortens as OpenAI does: cuts the vector and normalizes it. */
export function shortened(vector: Float32Array, dimensions: number | undefined): Float32Array {
  if (dimensions === undefined || dimensions === vector.length) return vector;
  if (dimensions > vector.length) {
    throw new ApiError("invalid", `dimensions: the model's vectors have ${vector.length}`, {
      path: "dimensions",
    });
  }
  const cut = vector.slice(0, dimensions);
  const length = Math.hypot(...cut);
  return length === 0 ? cut : cut.map((value) => value / length);
}

/** base64 encodes little-endian 32-bit floats. */
function encoded(vector: Float32Array, format: "float" | "base64" = "float"): number[] | string {
  if (format === "float") return [...vector];
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("base64");
}
