/** llama-server's /slots: what each place of a model's batch does. Off unless `--slots`. */
import type { SlotState } from "../../engine/core/slots.ts";
import { ApiError } from "../api-error.ts";
import type { Route } from "../exchange.ts";
import { loadedModel } from "./model.ts";

export const slots: Route = {
  method: "GET",
  path: "/slots",
  dialect: "llama",
  summary: "What each slot of the model does, with --slots",
  query: {
    model: "Which model; by default the first",
    fail_on_no_slot: "Anything: answer 503 if all slots are busy",
  },
  handle: async (exchange) => {
    if (exchange.service.showsSlots !== true) {
      throw new ApiError(
        "notImplemented",
        "This server does not support slots endpoint. Start it with `--slots`",
      );
    }
    const states = (await loadedModel(exchange)?.engine.slots()) ?? [];
    const isAsked = (exchange.query.get("fail_on_no_slot") ?? "") !== "";
    if (isAsked && states.length > 0 && states.every(({ isProcessing }) => isProcessing)) {
      throw new ApiError("busy", "no slot available");
    }
    return Response.json(states.map(shown));
  },
};

function shown({
  id,
  isProcessing,
  promptTokens,
  cachedTokens,
  generatedTokens,
  contextSize,
}: SlotState): object {
  return {
    id,
    n_ctx: contextSize,
    speculative: false,
    is_processing: isProcessing,
    n_prompt_tokens: promptTokens,
    // Of the sequence: the KV cache keeps what an idle slot has read.
    n_tokens_cached: cachedTokens,
    next_token: [{ has_next_token: isProcessing, n_remain: -1, n_decoded: generatedTokens }],
  };
}
