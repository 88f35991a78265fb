/** Routes about the models and the server: /api/tags, /api/show, /api/ps and /api/version. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { formatCount } from "../../base/format.ts";
import type { Capability } from "../../models/capabilities.ts";
import type { ModelFacts } from "../../models/model-facts.ts";
import { describeModel } from "../describe-model.ts";
import { type Exchange, post, type Route, type Service } from "../exchange.ts";
import { optional } from "../request/fields.ts";
import { nameIn, requireServed, taggedName } from "./names.ts";
import { presetText } from "./preset-text.ts";
import { nameFields } from "./schema.ts";

/**
 * The version of Ollama's API that these routes speak. Clients compare it with the one they need;
 * anechat's own version is a field beside it.
 */
const apiVersion = "0.13.0";

export const version: Route = {
  method: "GET",
  path: "/api/version",
  dialect: "ollama",
  summary: "The version of Ollama's API, and of anechat",
  handle: ({ service }) => Response.json({ version: apiVersion, anechat: service.version }),
};

export const tags: Route = {
  method: "GET",
  path: "/api/tags",
  dialect: "ollama",
  summary: "The available models (Ollama)",
  handle: ({ service: { pool } }) =>
    Response.json({
      models: pool.names.map((name) => {
        const facts = pool.facts(name);
        return { ...headOf(name, pool), modified_at: isoDate(facts), size: facts.bytes ?? 0 };
      }),
    }),
};

/** The date of a model that stays loaded. */
const never = Date.UTC(2318, 0);

export const ps: Route = {
  method: "GET",
  path: "/api/ps",
  dialect: "ollama",
  summary: "The loaded models (Ollama)",
  handle: ({ service: { pool } }) =>
    Response.json({
      models: pool.loaded.map(({ name, model, expires }) => ({
        ...headOf(name, pool),
        size: model.memory,
        // Layers on a GPU have the model's whole memory here: how it is split isn't known.
        size_vram: model.info.device === "CPU" ? 0 : model.memory,
        context_length: model.info.contextLimit,
        expires_at: new Date(Math.min(expires, never)).toISOString(),
      })),
    }),
};

const showRequest = z.object({
  ...nameFields,
  verbose: optional(z.boolean()),
});

export const show = post("/api/show", "ollama", "Describes a model (Ollama)", showRequest, describe);

async function describe(
  { verbose, ...names }: z.output<typeof showRequest>,
  { service, ignored }: Exchange,
): Promise<Response> {
  if (verbose) ignored.leaveOut("verbose");
  const served = requireServed(nameIn(names), service.pool);
  return Response.json(described(served, service));
}

function described(name: string, { pool }: Service): object {
  const { contextLength, facts } = describeModel(name, pool);
  const { architecture, parameters, embeddingSize, vocabularySize, template = "" } = facts;
  const sized = (key: string, value: number | undefined): object =>
    architecture === undefined || value === undefined ? {} : { [`${architecture}.${key}`]: value };
  return {
    ...presetText(name, pool.preset(name)),
    template,
    details: detailsOf(facts),
    model_info: {
      "general.architecture": architecture ?? "",
      "general.basename": name,
      ...(parameters === undefined ? {} : { "general.parameter_count": parameters }),
      ...sized("context_length", contextLength),
      ...sized("embedding_length", embeddingSize),
      ...sized("vocab_size", vocabularySize),
    },
    capabilities: facts.capabilities.flatMap((one) => capabilityNames[one] ?? []),
    modified_at: isoDate(facts),
  };
}

/** Ollama's words. A model with a chat template and one without are both for "completion" there. */
const capabilityNames: Readonly<Partial<Record<Capability, string>>> = {
  completion: "completion",
  tools: "tools",
  reasoning: "thinking",
  vision: "vision",
  embedding: "embedding",
  infill: "insert",
};

function headOf(name: string, pool: Service["pool"]): object {
  const tagged = taggedName(name);
  const facts = pool.facts(name);
  return { name: tagged, model: tagged, digest: digestOf(name, facts, pool), details: detailsOf(facts) };
}

/**
 * Of the model's file, where that is known. Clients take names with one digest for one model, so the
 * others, and presets, have a digest of their name and date.
 */
function digestOf(name: string, { digest, created }: ModelFacts, pool: Service["pool"]): string {
  if (digest !== undefined && pool.preset(name) === undefined) return digest;
  return createHash("sha256").update(`${name} ${created}`).digest("hex");
}

function detailsOf({ architecture = "", parameters, quantization = "" }: ModelFacts): object {
  return {
    parent_model: "",
    format: "gguf",
    family: architecture,
    families: architecture === "" ? [] : [architecture],
    parameter_size: parameters === undefined ? "" : formatCount(parameters),
    quantization_level: quantization,
  };
}

function isoDate({ created }: ModelFacts): string {
  return new Date(created * 1000).toISOString();
}
