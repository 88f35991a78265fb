/** `/set`: changes sampling options during a chat, with the names and checks of the flags. */
import { Command } from "commander";
import { AnechatError, messageOf } from "../../base/errors.ts";
import { nearestWord } from "../../base/suggest.ts";
import { recommendedSampling, samplingDefaults } from "../../engine/output/sampling.ts";
import type { GenerateOptions, SamplingOptions } from "../../protocol/chat.ts";
import { keysOf } from "../config/settings.ts";
import { addFlags, maxTokensOf, samplingNumbers } from "../flags.ts";
import { thinkingWord } from "../thinking.ts";

const keyOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Names of flags, without dashes. */
const optionKeys: readonly string[] = [...samplingNumbers.map(keyOf), "max-tokens", "stop"];

/** All keys of /set; the last two are not options of the same name. */
export const settableKeys: readonly string[] = [...optionKeys, "think", "show-thinking"];

/** Answers of a chat end where the model or the context ends. */
export const chatDefaults = { maxAnswerTokens: Number.POSITIVE_INFINITY } satisfies GenerateOptions;

/** Names that ollama and llama.cpp have for them. */
const otherNames: Readonly<Record<string, string>> = {
  "num-predict": "max-tokens",
  "n-predict": "max-tokens",
};

/** Settings that need the model to be loaded again, by the names that people try. */
const fixedKeys = ["ctx-size", "num-ctx", "gpu-layers", "num-gpu", "threads", "num-thread"];

export type Assignment = { key: string; value: string };

/**
 * Reads "temperature 0.5", "temperature=0.5" and "parameter temperature 0.5" (ollama's form).
 * @throws AnechatError `usage` if the value is missing
 */
export function parseAssignment(argument: string): Assignment {
  const [, key = "", value = ""] = /^([^\s=]+)\s*(?:=|\s)?\s*(.*)$/s.exec(withoutParameter(argument)) ?? [];
  if (key === "") throw new AnechatError("usage", "Which setting? /set KEY VALUE");
  if (value.trim() === "") throw new AnechatError("usage", `Which value? /set ${key} VALUE`);
  return { key, value: value.trim() };
}

const withoutParameter = (argument: string): string => argument.trim().replace(/^parameter\s+/i, "");

/**
 * The key that was meant: a name, with dashes or underscores, or the beginning of only one.
 * @throws AnechatError `usage` for an unknown key, and for the beginning of several
 */
export function resolveKey(typed: string): string {
  const written = typed.toLowerCase().replace(/^--/, "").replaceAll("_", "-");
  const name = otherNames[written] ?? written;
  if (settableKeys.includes(name)) return name;
  const begun = settableKeys.filter((key) => key.startsWith(name));
  if (begun.length === 1) return begun[0] as string;
  if (fixedKeys.includes(name)) {
    throw new AnechatError("usage", `"${typed}" can't be changed in a chat`, {
      hint: "Give it when you start anechat: see anechat help flags.",
    });
  }
  const nearest = nearestWord(name, settableKeys);
  const hint =
    begun.length > 1
      ? `Did you mean ${begun.join(" or ")}?`
      : nearest === undefined
        ? `The keys are: ${settableKeys.join(", ")}.`
        : `Did you mean ${nearest}?`;
  throw new AnechatError("usage", `"${typed}" can't be set`, { hint });
}

/**
 * @param key from resolveKey()
 * @param value "default" restores the model's own value
 * @throws AnechatError `usage` for a value that the flag refuses
 */
export function withSetting(options: GenerateOptions, key: string, value: string): GenerateOptions {
  const option = keysOf(addFlags(new Command())).get(key);
  if (option === undefined) throw new Error(`withSetting: there is no flag --${key}`);
  const name = option.attributeName();
  const parsed = value === "default" ? undefined : parse(key, value, option.parseArg);
  if (name === "maxTokens") {
    const limit = typeof parsed === "number" ? maxTokensOf(parsed) : undefined;
    return withValue({ ...options }, "maxAnswerTokens", limit);
  }
  if (name === "stop") return withValue({ ...options }, name, parsed);
  return { ...options, sampling: withValue({ ...options.sampling }, name, parsed) };
}

/** A setting in force: its value, and where that comes from. */
export type SettingRow = { key: string; value: string; source: string };

type SettingSources = {
  options: GenerateOptions;
  /** The options of the command line and the config files. */
  given: GenerateOptions;
  /** A number of the model's file by its GGUF key; undefined for a remote model. */
  metadata: ((key: string) => number | undefined) | undefined;
};

/** Every key of /set, in the order of the flags, and whether the model reasons. */
export function settingRows(sources: SettingSources): SettingRow[] {
  const { options, given, metadata } = sources;
  const own = metadata === undefined ? {} : recommendedSampling(metadata);
  return shownKeys.map((key) => {
    const value = textOf(options, key);
    if (value !== undefined) {
      return { key, value, source: value === textOf(given, key) ? "flag or config" : "set here" };
    }
    if (key === "max-tokens") return { key, value: "no limit", source: "default" };
    if (key === "stop") return { key, value: "none", source: "default" };
    if (key === "think") return { key, value: "default", source: "the model's" };
    if (metadata === undefined) return { key, value: "not sent", source: "the endpoint's" };
    if (key === "seed") return { key, value: "random", source: "default" };
    const name = samplingNumbers.find((one) => keyOf(one) === key) as Exclude<NumberKey, "seed">;
    const recommended = own[name];
    if (recommended !== undefined) return { key, value: number(recommended), source: "the model's" };
    return { key, value: number(samplingDefaults[name]), source: "default" };
  });
}

const shownKeys = [...optionKeys, "think"];

type NumberKey = (typeof samplingNumbers)[number];

/** A float of 32 bits without the digits that it doesn't have. */
const number = (value: number): string => String(Number(value.toPrecision(6)));

/** The value of a key as it is typed; undefined if it is not in these options. */
function textOf(options: GenerateOptions, key: string): string | undefined {
  const { sampling = {}, maxAnswerTokens: limit, stop } = options;
  if (key === "think") return thinkingWord(options);
  if (key === "max-tokens")
    return limit === undefined ? undefined : String(Number.isFinite(limit) ? limit : 0);
  if (key === "stop") return stop?.map((text) => JSON.stringify(text)).join(" ");
  const name = samplingNumbers.find((one) => keyOf(one) === key);
  const value = name === undefined ? undefined : (sampling as SamplingOptions)[name];
  return value === undefined ? undefined : String(value);
}

/** "temperature 0.3, max-tokens 1000, think low" */
export function samplingText(options: GenerateOptions): string {
  const parts = shownKeys.flatMap((key) => {
    const value = textOf(options, key);
    return value === undefined ? [] : [`${key} ${value}`];
  });
  return parts.length === 0 ? "the model's own" : parts.join(", ");
}

function parse(
  key: string,
  value: string,
  check: ((value: string, previous: unknown) => unknown) | undefined,
): unknown {
  try {
    return check === undefined ? value : check(value, undefined);
  } catch (error) {
    throw new AnechatError("usage", `${key}: ${messageOf(error)}`);
  }
}

function withValue<T extends object>(object: T, name: string, value: unknown): T {
  const { [name]: _, ...rest } = object as Record<string, unknown>;
  return (value === undefined ? rest : { ...rest, [name]: value }) as T;
}
