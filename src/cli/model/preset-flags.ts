/** The flags of a model whose name is a preset: what the command line leaves open, the preset sets. */
import { Command } from "commander";
import { aliasChain } from "../../models/names.ts";
import type { Message } from "../../protocol/chat.ts";
import type { Preset } from "../config/presets.ts";
import { keysOf, parsed } from "../config/settings.ts";
import { addFlags, type Flags } from "../flags.ts";
import type { Io } from "../io.ts";

type PresetFlags = {
  preset?: string;
  /** Options of the command line, the environment and --preset, which a model's preset leaves. */
  explicit?: readonly string[];
  examples?: readonly Message[];
};

/**
 * The presets that a model's name goes through, the named one first.
 * @throws AnechatError `badConfig` for names that form a cycle
 */
export function presetsOf(model: string, io: Pick<Io, "aliases" | "presets">): Preset[] {
  return aliasChain(model, io.aliases)
    .slice(0, -1)
    .flatMap((name) => io.presets.get(name) ?? []);
}

/**
 * Adds the settings of a model's presets, and those of its examples or of --preset's.
 * @param model its name as on the command line
 * @throws AnechatError `badConfig` for a value that its flag refuses
 */
export function withModelPreset<F extends PresetFlags>(
  flags: F,
  model: string,
  io: Pick<Io, "aliases" | "presets">,
): F {
  const chosen = flags.preset === undefined ? undefined : io.presets.get(flags.preset);
  const named = presetsOf(model, io);
  const examples = [...(chosen === undefined ? [] : [chosen]), ...named].find(
    (preset) => preset.examples.length > 0,
  )?.examples;
  const settings = presetSettings(named);
  const open = Object.entries(settings).filter(([name]) => !flags.explicit?.includes(name));
  return { ...flags, ...Object.fromEntries(open), ...(examples === undefined ? {} : { examples }) };
}

/** The settings of presets as flags; those of the first take precedence. */
export function presetSettings(presets: readonly Preset[]): Partial<Flags> {
  if (presets.length === 0) return {};
  const keys = keysOf(addFlags(new Command()));
  const flags = new Map<string, unknown>();
  for (const { settings } of presets) {
    for (const [key, setting] of settings) {
      const option = keys.get(key);
      const name = option?.attributeName();
      if (option === undefined || name === undefined || flags.has(name)) continue;
      flags.set(name, parsed(key, option, setting));
    }
  }
  flags.delete("preset");
  return Object.fromEntries(flags);
}
