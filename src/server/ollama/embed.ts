/** /api/embed, and /api/embeddings of older clients: texts as vectors. */
import { z } from "zod";
import { AnechatError } from "../../base/errors.ts";
import type { Embedding } from "../../engine/core/embedder.ts";
import { toApiError } from "../api-error.ts";
import { type Exchange, keepAliveOf, post } from "../exchange.ts";
import type { Lease } from "../model-pool.ts";
import { shortened } from "../openai/embeddings.ts";
import { optional } from "../request/fields.ts";
import { tokensOf } from "../request/pieces.ts";
import { nanoseconds } from "./answer.ts";
import { requireServed } from "./names.ts";
import { nameUnknown } from "./options.ts";
import { modelFields } from "./schema.ts";

const embedRequest = z.object({
  ...modelFields,
  input: optional(z.union([z.string(), z.array(z.string()).max(2048)])),
  truncate: optional(
    z.boolean().meta({ description: "Cut texts that exceed the context; true if it is missing" }),
  ),
  dimensions: optional(z.int().min(1)),
});

export const embed = post("/api/embed", "ollama", "Embeds texts (Ollama)", embedRequest, embedTexts);

const embeddingsRequest = z.object({ ...modelFields, prompt: optional(z.string()) });

export const embeddings = post(
  "/api/embeddings",
  "ollama",
  "Embeds one text; replaced by /api/embed (Ollama)",
  embeddingsRequest,
  async ({ prompt = "", ...fields }, exchange) => {
    const { vectors } = await embedAll(
      { ...fields, input: prompt, truncate: true, dimensions: undefined },
      exchange,
    );
    return Response.json({ embedding: [...(vectors[0] ?? [])] });
  },
);

type EmbedRequest = z.output<typeof embedRequest>;

async function embedTexts(request: EmbedRequest, exchange: Exchange): Promise<Response> {
  const arrived = performance.now();
  const { vectors, tokens, leased } = await embedAll(request, exchange);
  return Response.json({
    model: request.model,
    embeddings: vectors.map((vector) => [...vector]),
    total_duration: nanoseconds(performance.now() - arrived),
    load_duration: nanoseconds(leased - arrived),
    prompt_eval_count: tokens,
  });
}

type Vectors = { vectors: Float32Array[]; tokens: number; leased: number };

/** An empty text has no vector: the request only loads the model. */
async function embedAll(request: EmbedRequest, exchange: Exchange): Promise<Vectors> {
  const { service, signal, ignored, stats } = exchange;
  const { model, input = [], truncate = true, dimensions, options, keep_alive: keepAlive } = request;
  nameUnknown(options, ignored);
  const texts = typeof input === "string" ? (input === "" ? [] : [input]) : input;
  using lease = await service.pool.lease(requireServed(model, service.pool), keepAliveOf(keepAlive));
  stats.model = lease.name;
  const leased = performance.now();
  const vectors: Float32Array[] = [];
  let tokens = 0;
  for (const [index, text] of texts.entries()) {
    const path = typeof input === "string" ? "input" : `input[${index}]`;
    const embedding = await vectorOf(lease, text, truncate, signal).catch((error: unknown) => {
      throw toApiError(error, path);
    });
    tokens += embedding.tokens;
    vectors.push(shortened(embedding.vector, dimensions));
  }
  service.metrics.count("prompt_tokens", tokens);
  return { vectors, tokens, leased };
}

async function vectorOf(
  { model: { engine, info } }: Lease,
  text: string,
  truncate: boolean,
  signal: AbortSignal,
): Promise<Embedding> {
  try {
    return await engine.embed(text, signal);
  } catch (error) {
    if (!truncate || !(error instanceof AnechatError) || error.code !== "inputTooLong") throw error;
    const tokens = await tokensOf(engine, [text], { addSpecial: true, parseSpecial: false });
    return engine.embed(tokens.slice(0, info.trainedContext), signal);
  }
}
