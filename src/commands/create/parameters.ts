/** The parameters of a Modelfile, as settings of anechat. */
import { nearestWord } from "../../base/suggest.ts";
import { type Instruction, wrongLine } from "./modelfile.ts";

/** A value of the config file. */
export type SettingValue = string | number | boolean | readonly string[];

type Rule = {
  key: string;
  /** Changes the number. @returns undefined if the setting is left out */
  number?: (value: number) => number | undefined;
};

/** Far more than a context has. */
const allTokens = 2 ** 31 - 1;

const rules: Readonly<Record<string, Rule>> = {
  temperature: { key: "temperature" },
  top_k: { key: "top-k", number: (value) => Math.max(0, value) },
  top_p: { key: "top-p" },
  min_p: { key: "min-p" },
  repeat_penalty: { key: "repeat-penalty" },
  repeat_last_n: { key: "repeat-last-n", number: (value) => (value < 0 ? allTokens : value) },
  presence_penalty: { key: "presence-penalty" },
  frequency_penalty: { key: "frequency-penalty" },
  // Negative: a random one.
  seed: { key: "seed", number: (value) => (value < 0 ? undefined : value) },
  // 0, -1 and -2: no limit.
  num_predict: { key: "max-tokens", number: (value) => Math.max(0, value) },
  num_ctx: { key: "ctx-size" },
  num_gpu: { key: "gpu-layers", number: (value) => (value < 0 ? undefined : value) },
  num_thread: { key: "threads", number: (value) => (value < 1 ? undefined : value) },
};

/** They change how Ollama computes, and not the answer. */
const withoutEffect = [
  ...["num_keep", "num_batch", "num_gqa", "main_gpu", "low_vram", "numa", "use_mmap", "use_mlock"],
  ...["f16_kv", "logits_all", "vocab_only", "draft_num_predict"],
];

/** Samplers that anechat doesn't have, and the value that turns each off. */
const missingSamplers: Readonly<Record<string, readonly string[]>> = {
  mirostat: ["0"],
  // Without mirostat they have no effect.
  mirostat_eta: [],
  mirostat_tau: [],
  tfs_z: ["1", "1.0"],
  typical_p: ["1", "1.0"],
  penalize_newline: ["true"],
};

export type Parameters = {
  /** By key of the config file. */
  settings: Map<string, SettingValue>;
  /** The line of each setting. */
  lines: Map<string, number>;
  /** Lines for people about what has no effect. */
  notes: string[];
};

/**
 * @param instructions of PARAMETER; the last of a name counts, and those of `stop` add up
 * @throws AnechatError `usage` with the number of the wrong line
 */
export function readParameters(instructions: readonly Instruction[]): Parameters {
  const settings = new Map<string, SettingValue>();
  const lines = new Map<string, number>();
  const notes: string[] = [];
  const stops: string[] = [];
  for (const { argument, value, line } of instructions) {
    const name = argument.toLowerCase();
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    lines.set(rule?.key ?? name, line);
    if (name === "stop") stops.push(value);
    else if (rule !== undefined) {
      const number = numberOf(name, value, line);
      const given = rule.number === undefined ? number : rule.number(number);
      if (given === undefined) settings.delete(rule.key);
      else settings.set(rule.key, given);
    } else if (withoutEffect.includes(name)) notes.push(`line ${line}: ${name} has no effect here`);
    else if (Object.hasOwn(missingSamplers, name)) {
      const isOff = missingSamplers[name]?.includes(value.trim().toLowerCase());
      if (!isOff && !name.startsWith("mirostat_")) {
        throw wrongLine(line, `anechat has no ${name}`, "Remove the line.");
      }
      notes.push(`line ${line}: ${name} has no effect here`);
    } else throw unknownParameter(argument, line);
  }
  if (stops.length > 0) settings.set("stop", stops);
  return { settings, lines, notes };
}

function numberOf(name: string, value: string, line: number): number {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (Number.isFinite(number)) return number;
  throw wrongLine(line, `${name} must be a number, and is ${JSON.stringify(value)}`);
}

function unknownParameter(name: string, line: number): Error {
  const known = [...Object.keys(rules), "stop"];
  const nearest = nearestWord(name.toLowerCase(), known);
  return wrongLine(
    line,
    `there is no parameter ${JSON.stringify(name)}`,
    nearest === undefined ? `The parameters are: ${known.join(", ")}.` : `Did you mean ${nearest}?`,
  );
}
