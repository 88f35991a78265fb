/** A preset as the server applies it to requests. */
import { generateOptions } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { presetSettings, presetsOf } from "../../cli/model/preset-flags.ts";
import { aliasChain } from "../../models/names.ts";
import type { ServedPreset } from "../../server/preset.ts";

/**
 * @param name of a served model
 * @returns undefined if it is not a preset
 * @throws AnechatError `badConfig` for a value that its flag refuses
 */
export function servedPreset(name: string, io: Io): ServedPreset | undefined {
  const presets = presetsOf(name, io);
  if (presets.length === 0) return undefined;
  const settings = presetSettings(presets);
  const { systemPrompt } = settings;
  const license = presets.find((preset) => preset.license !== undefined)?.license;
  return {
    model: aliasChain(name, io.aliases)[1] ?? name,
    ...(systemPrompt === undefined ? {} : { systemPrompt }),
    examples: presets.find(({ examples }) => examples.length > 0)?.examples ?? [],
    options: generateOptions(settings, io),
    ...(license === undefined ? {} : { license }),
  };
}
