/** SmolLM 3: a llama without rotation in every fourth layer, which llama.cpp does itself. */
import type { Family } from "../family.ts";
import { llama, llamaMetadata } from "./llama.ts";

export const smollm3: Family = {
  ...llama,
  architectures: ["SmolLM3ForCausalLM"],
  arch: "smollm3",
  metadata: (config) => llamaMetadata("smollm3", config),
};
