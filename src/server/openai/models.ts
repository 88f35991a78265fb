/** /v1/models: the available models, loaded or not. */
import { ApiError } from "../api-error.ts";
import type { Exchange, Route } from "../exchange.ts";

export const models: Route = {
  method: "GET",
  path: "/v1/models",
  dialect: "openai",
  summary: "The available models",
  handle: ({ service }) =>
    Response.json({ object: "list", data: service.pool.names.map((name) => described(name, service)) }),
};

export const oneModel: Route = {
  method: "GET",
  path: "/v1/models/{model}",
  dialect: "openai",
  summary: "One of the models",
  handle: ({ service, params }) => {
    const name = params.model ?? "";
    if (!service.pool.has(name)) {
      throw new ApiError("notFound", `There is no model ${JSON.stringify(name)} here`, { path: "model" });
    }
    return Response.json(described(name, service));
  },
};

/** OpenAI's fields, and more about a loaded model. */
function described(name: string, { pool }: Exchange["service"]): object {
  const loaded = pool.loaded.find((one) => one.name === name)?.model;
  return {
    id: name,
    object: "model",
    created: 0,
    owned_by: "anechat",
    ...(loaded === undefined
      ? { loaded: false }
      : {
          loaded: true,
          context_length: loaded.info.contextLimit,
          parameters: loaded.info.parameters,
          quantization: loaded.quantization,
          device: loaded.info.device,
        }),
  };
}
