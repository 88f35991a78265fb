/** /v1/models: the available models, loaded or not. */
import { isForAnthropic, modelInfo, modelPage } from "../anthropic/models.ts";
import { describeModel } from "../describe-model.ts";
import type { Exchange, Route } from "../exchange.ts";

export const models: Route = {
  method: "GET",
  path: "/v1/models",
  dialect: "openai",
  summary: "The available models",
  handle: ({ service, request }) => {
    const { names } = service.pool;
    if (isForAnthropic(request)) return Response.json(modelPage(names, service.pool));
    return Response.json({ object: "list", data: names.map((name) => described(name, service)) });
  },
};

export const oneModel: Route = {
  method: "GET",
  path: "/v1/models/{model}",
  dialect: "openai",
  summary: "One of the models",
  handle: ({ service, params, request }) => {
    const { model = "" } = params;
    if (!isForAnthropic(request)) return Response.json(described(model, service));
    return Response.json(modelInfo(idOf(model, service), model, service.pool));
  },
};

/** The name of the model that a request for this name gets. */
function idOf(name: string, { pool }: Pick<Exchange["service"], "pool">): string {
  return pool.names.includes(name) ? name : pool.ownName(name);
}

/**
 * OpenAI's fields, and more: `max_model_len` as vLLM has it, `meta` as llama-server has it.
 * @throws ApiError `notFound`
 */
function described(name: string, { pool }: Exchange["service"]): object {
  const { facts, contextLength, capabilities, ...common } = describeModel(name, pool);
  return {
    id: idOf(name, { pool }),
    object: "model",
    created: facts.created,
    owned_by: "anechat",
    ...common,
    context_length: contextLength,
    max_model_len: contextLength,
    capabilities,
    meta: {
      n_ctx_train: facts.trainedContext,
      n_vocab: facts.vocabularySize,
      n_embd: facts.embeddingSize,
      n_params: facts.parameters,
      size: facts.bytes,
    },
  };
}
