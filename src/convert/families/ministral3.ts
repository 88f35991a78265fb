/** Ministral 3 and Mistral Small 3: llamas with YaRN and an attention temperature. */
import { f32 } from "../../formats/gguf/metadata.ts";
import { badConfig, type ModelConfig } from "../config.ts";
import type { Entry, Family } from "../family.ts";
import { keys } from "../metadata.ts";
import { llama, llamaMetadata } from "./llama.ts";

export const ministral3: Family = {
  ...llama,
  architectures: ["Ministral3ForCausalLM", "Mistral3ForConditionalGeneration"],
  arch: "mistral3",
  metadata: (config) => [...llamaMetadata("mistral3", config), ...temperature(config)],
};

function temperature(config: ModelConfig): Entry[] {
  if (config.string("model_type") !== "ministral3") return [];
  const { mscale_all_dim: scale, llama_4_scaling_beta: beta } = config.rope.values;
  if (config.rope.type !== "yarn" || typeof scale !== "number" || typeof beta !== "number") {
    throw badConfig("has no rope_parameters of type yarn with mscale_all_dim and llama_4_scaling_beta");
  }
  return keys("mistral3", {
    "rope.scaling.yarn_log_multiplier": f32(scale),
    "attention.temperature_scale": f32(beta),
  });
}
