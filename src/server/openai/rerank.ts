/**
 * /v1/rerank: how well documents answer a query, by a reranker. Requests and answers have the form
 * of Jina (https://jina.ai/reranker) and Cohere (https://docs.cohere.com/reference/rerank); with
 * `texts` instead of `documents`, that of Hugging Face's text-embeddings-inference.
 */
import { z } from "zod";
import { ApiError } from "../api-error.ts";
import { type Exchange, keepAliveOf, newId, ownFields, post, type Route } from "../exchange.ts";
import { exactlyOne, optional } from "../request/fields.ts";
import { withPath } from "./prompts.ts";

const maxDocuments = 2048;

const document = z.union([z.string(), z.object({ text: z.string() })]);

const rerankRequest = z
  .object({
    model: optional(z.string()),
    query: z.union([z.string(), z.object({ text: z.string() })]),
    documents: optional(z.array(document).min(1).max(maxDocuments)),
    texts: optional(z.array(z.string()).min(1).max(maxDocuments)),
    top_n: optional(z.int().min(0)),
    return_documents: optional(z.boolean()),
    return_text: optional(z.boolean()),
    raw_scores: optional(
      z.boolean().meta({ description: "false: scores from 0 to 1, by the sigmoid of the model's." }),
    ),
    keep_alive: ownFields.keep_alive,
  })
  .meta(exactlyOne("documents", "texts"));

type RerankRequest = z.output<typeof rerankRequest>;

/** Jina's path, another name of llama-server, and that of Cohere's newer clients. */
export const rerankRoutes: readonly Route[] = ["/v1/rerank", "/v1/reranking", "/v2/rerank"].map((path) =>
  post(path, "openai", "Ranks documents by how well they answer a query", rerankRequest, rerank),
);

type Ranked = { index: number; text: string; score: number };

async function rerank(request: RerankRequest, exchange: Exchange): Promise<Response> {
  const documents = documentsOf(request);
  const query = typeof request.query === "string" ? request.query : request.query.text;
  using lease = await exchange.service.pool.lease(request.model, keepAliveOf(request.keep_alive));
  exchange.stats.model = lease.name;
  const { engine, info } = lease.model;
  if (!info.isReranker) throw new ApiError("invalid", "model: it is not a reranker", { path: "model" });
  const ranked: Ranked[] = [];
  let tokens = 0;
  for (const [index, { text, path }] of documents.entries()) {
    try {
      const relevance = await engine.rerank(query, text, exchange.signal);
      tokens += relevance.tokens;
      const score = request.raw_scores === false ? sigmoid(relevance.score) : relevance.score;
      ranked.push({ index, text, score });
    } catch (error) {
      throw withPath(error, path);
    }
  }
  exchange.service.metrics.count("prompt_tokens", tokens);
  const best = ranked.toSorted((a, b) => b.score - a.score).slice(0, request.top_n ?? ranked.length);
  if (request.documents === undefined) return Response.json(best.map((one) => inferenceResult(one, request)));
  return Response.json({
    id: newId("rerank-"),
    object: "list",
    model: lease.name,
    results: best.map((one) => result(one, request)),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
    // Cohere's form of the usage.
    meta: { tokens: { input_tokens: tokens } },
  });
}

/** @throws ApiError `invalid` unless there is one list */
function documentsOf({ documents, texts }: RerankRequest): { text: string; path: string }[] {
  const field = documents === undefined ? "texts" : "documents";
  const given = documents ?? texts;
  if (given === undefined) throw new ApiError("invalid", "documents: there are none", { path: "documents" });
  if (documents !== undefined && texts !== undefined) {
    throw new ApiError("invalid", "texts: it cannot be combined with documents", { path: "texts" });
  }
  return given.map((one, index) => ({
    text: typeof one === "string" ? one : one.text,
    path: `${field}[${index}]`,
  }));
}

function result({ index, text, score }: Ranked, { return_documents: hasDocument }: RerankRequest): object {
  return { index, relevance_score: score, ...(hasDocument ? { document: { text } } : {}) };
}

function inferenceResult({ index, text, score }: Ranked, { return_text: hasText }: RerankRequest): object {
  return { index, score, ...(hasText ? { text } : {}) };
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
