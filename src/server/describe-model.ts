/** A model as the APIs that list models describe it, loaded or not. */
import type { Capability } from "../models/capabilities.ts";
import type { ModelFacts } from "../models/model-facts.ts";
import type { ModelPool } from "./model-pool.ts";

export type DescribedModel = {
  loaded: boolean;
  /** Tokens of a conversation at most. A loaded model knows what fits in memory. */
  contextLength: number | undefined;
  parameters: number | undefined;
  quantization: string | undefined;
  architecture: string | undefined;
  /** Bytes of its files. */
  size: number | undefined;
  /** Of a loaded model: where it runs. */
  device?: string;
  capabilities: readonly Capability[];
  facts: ModelFacts;
};

/** @throws ApiError `notFound` */
export function describeModel(name: string, pool: Pick<ModelPool, "facts" | "opened">): DescribedModel {
  const facts = pool.facts(name);
  const opened = pool.opened(name);
  return {
    loaded: opened !== undefined,
    contextLength: opened?.info.contextLimit ?? facts.contextLength,
    parameters: opened?.info.parameters ?? facts.parameters,
    quantization: opened?.quantization ?? facts.quantization,
    architecture: facts.architecture,
    size: facts.bytes,
    ...(opened === undefined ? {} : { device: opened.info.device }),
    capabilities: facts.capabilities,
    facts,
  };
}
