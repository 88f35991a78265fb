/** A served name in the words of a Modelfile, for /api/show. */
import type { GenerateOptions } from "../../protocol/chat.ts";
import type { ServedPreset } from "../preset.ts";

/** @param preset of this name; a model without one is only a FROM */
export function presetText(name: string, preset: ServedPreset | undefined): object {
  const { model = name, systemPrompt, examples = [], options = {}, license } = preset ?? {};
  const parameters = parametersOf(options);
  const modelfile = [
    `FROM ${model}`,
    ...parameters.map((line) => `PARAMETER ${line}`),
    ...(systemPrompt === undefined ? [] : [`SYSTEM ${quoted(systemPrompt)}`]),
    ...examples.map(({ role, content }) => `MESSAGE ${role} ${quoted(content)}`),
    ...(license === undefined ? [] : [`LICENSE ${quoted(license)}`]),
  ];
  return {
    modelfile: modelfile.join("\n"),
    parameters: parameters.join("\n"),
    ...(systemPrompt === undefined ? {} : { system: systemPrompt }),
    ...(examples.length === 0 ? {} : { messages: examples }),
    ...(license === undefined ? {} : { license }),
  };
}

const names = {
  temperature: "temperature",
  topK: "top_k",
  topP: "top_p",
  minP: "min_p",
  repeatPenalty: "repeat_penalty",
  repeatLastN: "repeat_last_n",
  frequencyPenalty: "frequency_penalty",
  presencePenalty: "presence_penalty",
  seed: "seed",
} as const;

function parametersOf({ sampling = {}, maxAnswerTokens: maxTokens, stop = [] }: GenerateOptions): string[] {
  const numbers = Object.entries(names).flatMap(([key, name]) => {
    const value = sampling[key as keyof typeof names];
    return value === undefined ? [] : [`${name} ${value}`];
  });
  const limit = maxTokens === undefined || !Number.isFinite(maxTokens) ? [] : [`num_predict ${maxTokens}`];
  return [...numbers, ...limit, ...stop.map((text) => `stop ${JSON.stringify(text)}`)];
}

function quoted(text: string): string {
  return `"""${text}"""`;
}
