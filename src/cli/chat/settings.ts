/** `/set`: changes sampling options during a chat, with the names and checks of the flags. */
import { Command } from "commander";
import { AnechatError, messageOf } from "../../base/errors.ts";
import { nearestWord } from "../../base/suggest.ts";
import type { GenerateOptions } from "../../protocol/chat.ts";
import { keysOf } from "../config/settings.ts";
import { addFlags, samplingNumbers } from "../flags.ts";

const keyOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Names of flags, without dashes. */
export const settableKeys: readonly string[] = [...samplingNumbers.map(keyOf), "max-tokens", "stop"];

/**
 * @param value "default" restores the model's own value
 * @throws AnechatError `usage` for an unknown key, or a value that the flag refuses
 */
export function withSetting(options: GenerateOptions, key: string, value: string): GenerateOptions {
  const written = key.replace(/^--/, "").replaceAll("_", "-");
  const option = settableKeys.includes(written) ? keysOf(addFlags(new Command())).get(written) : undefined;
  if (option === undefined) {
    const nearest = nearestWord(written, settableKeys);
    const hint =
      nearest === undefined ? `The keys are: ${settableKeys.join(", ")}.` : `Did you mean ${nearest}?`;
    throw new AnechatError("usage", `"${key}" can't be set`, { hint });
  }
  const name = option.attributeName();
  const parsed = value === "default" ? undefined : parse(written, value, option.parseArg);
  if (name !== "maxTokens" && name !== "stop") {
    return { ...options, sampling: withValue({ ...options.sampling }, name, parsed) };
  }
  return withValue({ ...options }, name, parsed);
}

/** "temperature 0.3, max tokens 1000" */
export function samplingText({ sampling = {}, maxTokens, stop }: GenerateOptions): string {
  const parts = Object.entries(sampling)
    .filter(([, value]) => typeof value === "number")
    .map(([name, value]) => `${keyOf(name)} ${String(value)}`);
  if (maxTokens !== undefined) parts.push(`max-tokens ${maxTokens}`);
  if (stop !== undefined) parts.push(`stop ${stop.map((text) => JSON.stringify(text)).join(" ")}`);
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
