/** Facts about a loaded model that only some requests need; finding its end tokens takes time. */
import type { Model } from "../../llama/model.ts";
import type { Token } from "../../llama/vocabulary.ts";
import { recommendedSampling } from "../output/sampling.ts";

export type ModelDetails = {
  /** The sampling that the model's authors recommend in its file. */
  recommendedSampling: ReturnType<typeof recommendedSampling>;
  /** The tokens that end an answer. */
  endTokens: readonly Token[];
  /** The texts of BOS and EOS; "" where the model has none. */
  bosText: string;
  eosText: string;
};

export function detailsOf(model: Model): ModelDetails {
  const { vocabulary } = model;
  const { bos, eos } = vocabulary.boundaryTexts;
  return {
    recommendedSampling: recommendedSampling((key) => {
      const text = model.metadata(key);
      return text === undefined ? undefined : Number(text);
    }),
    endTokens: vocabulary.endTokens(),
    bosText: bos,
    eosText: eos,
  };
}
