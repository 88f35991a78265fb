/** `anechat rm NAME`: removes a downloaded or converted model, and only what no other needs. */
import { basename } from "node:path";
import { AnechatError, exitCodes } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";
import { removeModel } from "../hub/remove.ts";
import { removeConverted } from "../models/converted.ts";
import { findLocal } from "../models/find.ts";
import type { Io } from "./io.ts";
import { modelPlaces } from "./places.ts";

export async function remove(name: string, options: { json?: boolean }, io: Io): Promise<number> {
  const settings = modelPlaces(io);
  const found = findLocal(name, settings, () => io.unpacked());
  if (found.kind === "converted") {
    const { source, quantization, bytes } = found.model;
    removeConverted(settings.ownCache, found.model);
    const line = options.json
      ? JSON.stringify({ repo: source, file: basename(found.path), freed: bytes })
      : `Removed ${source}:${quantization} (${formatBytes(bytes)}).`;
    io.stdout.write(`${line}\n`);
    return exitCodes.ok;
  }
  if (found.kind !== "cached") {
    throw new AnechatError("usage", `${name} is no model that anechat downloaded or converted`, {
      hint: "Only models of the caches are removed; anechat list shows them.",
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
