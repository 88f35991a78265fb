/**
 * Which models a server of this user serves, under which names, and their files. A server that was
 * started with models lists them in its entry. One that serves all local models has those that this
 * program finds, if both use the same folders.
 */
import { existsSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { demoName } from "../../models/demo.ts";
import type { ServerEntry } from "../../server/registry.ts";
import { modelPaths } from "../hub.ts";
import type { Io } from "../io.ts";
import { localModels } from "../model/list-models.ts";
import type { LocalModel } from "../model/obtain-model.ts";
import { findLocalModel } from "../model/resolve-name.ts";

type ServedModels = Pick<ServerEntry, "models" | "sources" | "folders">;

/**
 * The folders of models. Programs with the same folders agree on the names of {@link localModels}.
 */
export function modelFolders(io: Io): string[] {
  const { cache, ownCache } = modelPaths(io);
  return [cache, ownCache].map((folder) => resolve(folder));
}

/** The file of a model, or "demo": the same for every name that the model has. */
export function sourceOf({ path, isDemo }: Pick<LocalModel, "path" | "isDemo">): string {
  if (isDemo) return demoName;
  // A missing file is reported when it is opened.
  return existsSync(path) ? realpathSync(path) : path;
}

/** The name under which a server serves a model, if it does. @param source from sourceOf() */
export function servedName(server: ServedModels, source: string, io: Io): string | undefined {
  const named = server.models[server.sources.indexOf(source)];
  if (named !== undefined || !servesAllOf(server, io)) return named;
  if (source === demoName) return demoName;
  const candidates = localModels(io).filter((model) => sourceOf({ ...model, isDemo: false }) === source);
  return candidates.find(({ name }) => sourceNamed(name, io) === source)?.name;
}

/** The source of the model that a server serves under a name; undefined if it is not known. */
export function servedSource(server: ServedModels, name: string, io: Io): string | undefined {
  const source = server.sources[server.models.indexOf(name)];
  if (source !== undefined || !servesAllOf(server, io)) return source;
  return name === demoName ? demoName : sourceNamed(name, io);
}

function servesAllOf({ models, folders }: ServedModels, io: Io): boolean {
  return models.length === 0 && Bun.deepEquals(folders, modelFolders(io));
}

/** The source that a server of all local models opens for a name. */
function sourceNamed(name: string, io: Io): string | undefined {
  try {
    return sourceOf({ ...findLocalModel(name, io), isDemo: false });
  } catch {
    // Removed, or no longer the only model of that name.
    return undefined;
  }
}
