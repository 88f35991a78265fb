/**
 * `anechat rm NAME`: removes a downloaded or converted model, but no file that another model uses.
 */
import { basename } from "node:path";
import { AnechatError, exitCodes } from "../../base/errors.ts";
import { formatBytes } from "../../base/format.ts";
import { removePreset } from "../../cli/config/presets.ts";
import { modelPaths } from "../../cli/hub.ts";
import type { Io } from "../../cli/io.ts";
import { findLocalModel } from "../../cli/model/resolve-name.ts";
import { checkModelName } from "../../cli/model/unknown-model.ts";
import { removeModel } from "../../hub/remove.ts";
import { removeConverted } from "../../models/converted.ts";
import { printJson, printText } from "../../terminal/print.ts";

export async function remove(name: string, options: { json?: boolean }, io: Io): Promise<number> {
  const settings = modelPaths(io);
  const preset = io.aliases.isPreset(name) ? io.presets.get(name) : undefined;
  if (preset !== undefined) {
    removePreset(name, preset);
    if (options.json) printJson(io.stdout, { preset: name });
    else printText(io.stdout, `Removed the preset ${name}.\n`);
    return exitCodes.ok;
  }
  checkModelName(name, io);
  const found = findLocalModel(name, io);
  if (found.kind === "converted") {
    const { source, quantization, bytes } = found.model;
    removeConverted(settings.ownCache, found.model);
    if (options.json) printJson(io.stdout, { repo: source, file: basename(found.path), freed: bytes });
    else printText(io.stdout, `Removed ${source}:${quantization} (${formatBytes(bytes)}).\n`);
    return exitCodes.ok;
  }
  if (found.kind !== "cached") {
    throw new AnechatError("usage", `${name} is not a downloaded or converted model`, {
      hint: 'Only models in the caches are removed. "anechat list" shows them.',
    });
  }
  const { repo, file } = found.model;
  const freed = removeModel(settings.cache, io.paths.cache, found.model);
  if (options.json) printJson(io.stdout, { repo, file, freed });
  else printText(io.stdout, `Removed ${repo}:${file} (${formatBytes(freed)}).\n`);
  return exitCodes.ok;
}
