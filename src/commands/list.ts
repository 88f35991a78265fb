/** `anechat list`: the models that are here, ready to be chatted with. */
import { exitCodes } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";
import { cachedModels } from "../hub/cache.ts";
import { hubSettings } from "../hub/settings.ts";
import { sanitize } from "../terminal/sanitize.ts";
import type { Io } from "./io.ts";

export async function list(options: { json?: boolean }, io: Io): Promise<number> {
  const { cache } = hubSettings(io.env);
  const models = cachedModels(cache).map(({ repo, file, commit, path, bytes, modified }) => ({
    name: `${repo}:${file}`,
    repo,
    file,
    commit,
    path,
    bytes,
    modified: new Date(modified).toISOString(),
  }));
  if (options.json) {
    io.stdout.write(`${JSON.stringify(models)}\n`);
    return exitCodes.ok;
  }
  const rows = [
    ...models.map(({ name, bytes, modified }) => [name, formatBytes(bytes), modified.slice(0, 10)]),
    ["demo", "", "inside anechat"],
  ];
  const width = (column: number): number =>
    Math.max(...rows.map((row) => Bun.stringWidth(row[column] ?? "")));
  for (const [name = "", size = "", modified = ""] of rows) {
    const row = `${name.padEnd(width(0))}  ${size.padStart(width(1))}  ${modified}`;
    io.stdout.write(`${sanitize(row)}\n`);
  }
  return exitCodes.ok;
}
