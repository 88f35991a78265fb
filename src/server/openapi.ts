/** /openapi.json: describes the routes, with the schemas that also check the requests. */
import { z } from "zod";
import type { Dialect } from "./api-error.ts";
import type { Route } from "./exchange.ts";

export function openApi(routes: readonly Route[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "anechat",
      version,
      description:
        "Language models with the APIs of OpenAI, Anthropic, Ollama and llama-server, and one for conversations.",
    },
    paths,
    components: {
      schemas: errorSchemas,
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        key: { type: "apiKey", in: "header", name: "x-api-key" },
      },
    },
  };
}

function operationOf({ path, summary, dialect, body, query = {}, params = {}, isOpen }: Route): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: params[name ?? ""] ?? text,
  }));
  const inQuery = Object.entries(query).map(([name, about]) => ({
    name,
    in: "query",
    ...(typeof about === "string" ? { description: about, schema: text } : about),
  }));
  const parameters = [...inPath, ...inQuery];
  const content = (schema: object): object => ({ "application/json": { schema } });
  return {
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(isOpen ? {} : { security: [{}, { bearer: [] }, { key: [] }] }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: content(z.toJSONSchema(body, { io: "input" })) } }),
    responses: {
      200: {
        description: "The answer",
        headers: { ...idHeader, ...ignoredHeader },
        ...streamOf(path, dialect, body),
      },
      default: {
        description: "The error",
        headers: idHeader,
        content: content({ $ref: `#/components/schemas/${dialect}Error` }),
      },
    },
  };
}

/** The media types of a route that answers with a stream if `stream` is true. */
function streamOf(path: string, dialect: Dialect, body: z.ZodType | undefined): object {
  const canStream = body !== undefined && "shape" in body && Object.hasOwn(body.shape as object, "stream");
  // A route that counts or shows a prompt takes the fields of the request that has it.
  if (!canStream || path.endsWith("/input_tokens") || path === "/apply-template") return {};
  const type = dialect === "ollama" ? "application/x-ndjson" : "text/event-stream";
  return { content: { "application/json": {}, [type]: {} } };
}

const idHeader = {
  "x-request-id": { description: "The id of this request in the log", schema: { type: "string" } },
};

const ignoredHeader = {
  "x-anechat-ignored": {
    description: "Fields and parts of the request that had no effect",
    schema: { type: "string" },
  },
};

const text = { type: "string" } as const;
const textOrNull = { type: ["string", "null"] } as const;

/** The shapes that errorBody() in api-error.ts makes. */
const errorSchemas: Record<`${Dialect}Error`, object> = {
  openaiError: errorSchema({ message: text, type: text, param: textOrNull, code: textOrNull }),
  anthropicError: {
    ...errorSchema({ type: text, message: text }, { type: { const: "error" }, request_id: text }),
  },
  ollamaError: { type: "object", required: ["error"], properties: { error: text } },
  llamaError: errorSchema({ code: { type: "integer" }, message: text, type: text }),
  ownError: errorSchema({ code: text, message: text, field: textOrNull }),
};

function errorSchema(properties: object, beside: object = {}): object {
  return {
    type: "object",
    required: ["error"],
    properties: { ...beside, error: { type: "object", required: Object.keys(properties), properties } },
  };
}
