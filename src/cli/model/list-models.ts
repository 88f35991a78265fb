/** The local models, and their table for `anechat list` and the chat's /models. */
import { basename } from "node:path";
import { formatBytes } from "../../base/format.ts";
import { cachedModels } from "../../hub/cache.ts";
import { convertedModels } from "../../models/converted.ts";
import { printJson } from "../../terminal/print.ts";
import { sanitizeLine } from "../../terminal/sanitize.ts";
import { modelPaths } from "../hub.ts";
import type { Io } from "../io.ts";

/** The downloaded and the converted models of this machine, with the names that open them. */
export function localModels(io: Io) {
  const { cache, ownCache } = modelPaths(io);
  const downloaded = cachedModels(cache).map(({ repo, file, commit, path, bytes, modified }) => ({
    name: `${repo}:${file}`,
    repo,
    file,
    commit,
    path,
    bytes,
    modified: new Date(modified).toISOString(),
    converted: false,
  }));
  const converted = convertedModels(ownCache).map(({ source, quantization, path, bytes, modified }) => ({
    name: `${source}:${quantization}`,
    repo: source,
    file: basename(path),
    path,
    bytes,
    modified: new Date(modified).toISOString(),
    converted: true,
  }));
  return [...downloaded, ...converted];
}

export function listModels({ json }: { json?: boolean }, io: Io): void {
  const models = localModels(io);
  if (json) {
    const presets = io.aliases.presets().map(([name, model]) => ({ name, preset: true, model }));
    printJson(io.stdout, [...models, ...presets]);
    return;
  }
  const rows = [
    ...models.map(({ name, bytes, modified, converted }) => [
      name,
      formatBytes(bytes),
      modified.slice(0, 10) + (converted ? "  converted" : ""),
    ]),
    ["demo", "", "inside anechat"],
    ...io.aliases.presets().map(([name, model]) => [name, "", `preset of ${model}`]),
  ];
  const width = (column: number): number =>
    Math.max(...rows.map((row) => Bun.stringWidth(row[column] ?? "")));
  for (const [name = "", size = "", modified = ""] of rows) {
    const row = `${name.padEnd(width(0))}  ${size.padStart(width(1))}  ${modified}`;
    io.stdout.write(`${sanitizeLine(row)}\n`);
  }
}
