/**
 * Which models a server of this user's offers, by which names, and what opens them without it. One that was started
 * with models wrote them down; one that serves all that are here looks where this program looks, if its settings are
 * the same.
 */
import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { cachedModels } from "../../hub/cache.ts";
import { convertedModels } from "../../models/converted.ts";
import { demoName } from "../../models/demo.ts";
import type { ServerEntry } from "../../server/registry.ts";
import { modelPaths } from "../hub.ts";
import type { Io } from "../io.ts";
import type { LocalModel } from "../model/obtain-model.ts";
import { findHere } from "../model/resolve-name.ts";

type ServedModels = Pick<ServerEntry, "models" | "sources" | "folders">;

type ModelHere = { name: string; path: string };

/** What was downloaded and what was converted, as `anechat list` names it. */
export function modelsHere(io: Io): ModelHere[] {
  const { cache, ownCache } = modelPaths(io);
  return [
    ...cachedModels(cache).map(({ repo, file, path }) => ({ name: `${repo}:${file}`, path })),
    ...convertedModels(ownCache).map(({ source, quantization, path }) => ({
      name: `${source}:${quantization}`,
      path,
    })),
  ];
}

/** Where models are looked for: two programs for which it is the same mean the same by {@link modelsHere}'s names. */
export function modelFolders(io: Io): string[] {
  const { cache, ownCache } = modelPaths(io);
  return [cache, ownCache].map((folder) => resolve(folder));
}

/** What opens a model again, however it was named. */
export function sourceOf({ path, isDemo }: Pick<LocalModel, "path" | "isDemo">): string {
  if (isDemo) return demoName;
  // What isn't there is said when it is to be opened.
  return existsSync(path) ? realpathSync(path) : path;
}

/** By which name a server offers what a source opens; undefined if it doesn't. @param source from sourceOf() */
export function servedName(server: ServedModels, source: string, io: Io): string | undefined {
  const named = server.models[server.sources.indexOf(source)];
  if (named !== undefined || !servesAllOf(server, io)) return named;
  if (source === demoName) return demoName;
  const candidates = modelsHere(io).filter((model) => sourceOf({ ...model, isDemo: false }) === source);
  return candidates.find(({ name }) => sourceNamed(name, io) === source)?.name;
}

/** What opens the model that a server offers by a name; undefined where that isn't known. */
export function servedSource(server: ServedModels, name: string, io: Io): string | undefined {
  const source = server.sources[server.models.indexOf(name)];
  if (source !== undefined || !servesAllOf(server, io)) return source;
  return name === demoName ? demoName : sourceNamed(name, io);
}

function servesAllOf({ models, folders }: ServedModels, io: Io): boolean {
  return models.length === 0 && Bun.deepEquals(folders, modelFolders(io));
}

/** As a server that serves all finds it. */
function sourceNamed(name: string, io: Io): string | undefined {
  try {
    return sourceOf({ ...findHere(name, io), isDemo: false });
  } catch {
    // Gone, or no longer the only one of its name: it opens nothing.
    return undefined;
  }
}
