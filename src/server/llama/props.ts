/** llama-server's /props: facts about the server and a model. */
import { basename } from "node:path";
import { withModel } from "../answer/with-model.ts";
import { ApiError } from "../api-error.ts";
import type { Exchange, Route } from "../exchange.ts";
import type { Lease } from "../model-pool.ts";
import { modelField } from "./model.ts";
import { defaultSettings } from "./settings.ts";

/** Without its model's values there are no settings to show, so it loads the model. */
export const props: Route = {
  method: "GET",
  path: "/props",
  dialect: "llama",
  summary: "Facts about the server and its model, in llama-server's form",
  query: { model: "Which model; by default the first" },
  handle: (exchange) =>
    withModel(modelField({}, exchange), exchange, async (lease) =>
      Response.json(await propsOf(lease, exchange)),
    ),
};

/** llama-server changes nothing either, but has a flag for it. */
export const changeProps: Route = {
  method: "POST",
  path: "/props",
  dialect: "llama",
  summary: "Refused: the server's properties can't be changed",
  handle: () => {
    throw new ApiError("notImplemented", "This server does not support changing global properties");
  },
};

async function propsOf({ model, name }: Lease, { service }: Exchange): Promise<object> {
  const { engine, info, answering, quantization, preset } = model;
  const [details, slots] = await Promise.all([engine.details(), engine.slots()]);
  const { template, capabilities } = service.pool.facts(name);
  const can = (capability: (typeof capabilities)[number]): boolean => capabilities.includes(capability);
  return {
    default_generation_settings: { n_ctx: info.contextLimit, params: defaultSettings({ details, preset }) },
    total_slots: slots.length,
    model_alias: name,
    model_ftype: quantization,
    // Folders may contain names of people.
    model_path: basename(answering.source),
    modalities: { vision: can("vision"), video: false, audio: can("audio") },
    endpoint_slots: service.showsSlots === true,
    endpoint_props: false,
    endpoint_metrics: true,
    chat_template: template ?? "",
    chat_template_caps: {
      supports_tools: can("tools"),
      supports_tool_calls: can("tools"),
    },
    bos_token: details.bosText,
    eos_token: details.eosText,
    build_info: `anechat-${service.version}`,
    is_sleeping: false,
  };
}
