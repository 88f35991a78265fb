/**
 * llama-server's own routes, for its clients (llama.cpp: tools/server/README.md). Those of
 * OpenAI's and Anthropic's APIs, /health and /metrics are elsewhere.
 */
import type { Route } from "../exchange.ts";
import { health } from "../system.ts";
import { completion } from "./completion.ts";
import { embedding } from "./embedding.ts";
import { infill } from "./infill.ts";
import { changeProps, props } from "./props.ts";
import { slots } from "./slots.ts";
import { applyTemplate } from "./template.ts";
import { detokenize, tokenize } from "./tokens.ts";

/** Adapters can't be loaded here. */
const loraAdapters: Route = {
  method: "GET",
  path: "/lora-adapters",
  dialect: "llama",
  summary: "The LoRA adapters: none",
  handle: () => Response.json([]),
};

export const llamaRoutes: readonly Route[] = [
  ...completion,
  infill,
  tokenize,
  detokenize,
  applyTemplate,
  ...embedding,
  props,
  changeProps,
  slots,
  loraAdapters,
  { ...health, path: "/v1/health" },
];
