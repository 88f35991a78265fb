/** `anechat rm NAME`: removes a downloaded model, and only what no other needs. */
import { AnechatError, exitCodes } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";
import { removeModel } from "../hub/remove.ts";
import { hubSettings } from "../hub/settings.ts";
import { findLocal } from "../models/find.ts";
import type { Io } from "./io.ts";

export async function remove(name: string, options: { json?: boolean }, io: Io): Promise<number> {
  const settings = hubSettings(io.env);
  const found = findLocal(name, settings, () => io.unpacked());
  if (found.kind !== "cached") {
    throw new AnechatError("usage", `${name} is no model that anechat downloaded`, {
      hint: "Only models of the Hub's cache are removed; anechat list shows them.",
    });
  }
  const { repo, file } = found.model;
  const freed = removeModel(settings.cache, io.paths.cache, found.model);
  const line = options.json
    ? JSON.stringify({ repo, file, freed })
    : `Removed ${repo}:${file} (${formatBytes(freed)}).`;
  io.stdout.write(`${line}\n`);
  return exitCodes.ok;
}
