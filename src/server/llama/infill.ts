/** llama-server's /infill: writes what belongs between two texts, for editors. */
import { withModel } from "../answer/with-model.ts";
import { ApiError } from "../api-error.ts";
import { type Exchange, post } from "../exchange.ts";
import { answered } from "./completion.ts";
import { modelField } from "./model.ts";
import { type InfillRequest, infillRequest } from "./schema.ts";
import { settingsOf } from "./settings.ts";

export const infill = post(
  "/infill",
  "llama",
  "Writes what belongs between a prefix and a suffix",
  infillRequest,
  fill,
);

/** The name that llama-server gives to a file without one. */
const unnamed = "tmp";

async function fill(request: InfillRequest, exchange: Exchange): Promise<Response> {
  return withModel(modelField(request, exchange), exchange, async (lease) => {
    const { engine, info, preset } = lease.model;
    if (!info.canInfill) {
      throw new ApiError("notImplemented", "Infill is not supported by this model: it has no tokens for it");
    }
    const details = await engine.details();
    const settings = await settingsOf(request, { engine, details, preset }, exchange.ignored);
    const input = {
      kind: "infill",
      prefix: request.input_prefix,
      suffix: request.input_suffix,
      prompt: request.prompt ?? "",
      files: (request.input_extra ?? []).map(({ text, filename }) => ({ name: filename ?? unnamed, text })),
    } as const;
    const text = await engine.renderPrompt(input, settings.options);
    return answered([{ input, text }], settings, request, lease, exchange);
  });
}
