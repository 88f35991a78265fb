/** The models that a server serves: those it was started with, else all local models. */
import { basename } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import type { ModelFlags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { localModels } from "../../cli/model/list-models.ts";
import { type LocalModel, obtainModel } from "../../cli/model/obtain-model.ts";
import { withModelPreset } from "../../cli/model/preset-flags.ts";
import { findLocalModel, isLocal, resolveModelName } from "../../cli/model/resolve-name.ts";
import { sourceOf } from "../../cli/server/served-models.ts";
import { openLocal } from "../../cli/session/open.ts";
import { initialContext } from "../../engine/cache/context-size.ts";
import { defaultPromptCacheBytes } from "../../engine/memory/context-memory.ts";
import { estimateMemory } from "../../engine/memory/estimate.ts";
import { demoName } from "../../models/demo.ts";
import { readModelHeader } from "../../models/header.ts";
import { ModelFactsReader } from "../../models/model-facts.ts";
import type { ModelCatalog, OpenedModel } from "../../server/model-pool.ts";
import { servedPreset } from "./served-preset.ts";

/** How long the list of models on disk stays valid. Every request needs it. */
const freshMs = 1000;

/** With the source of each model, by the model's own name. */
export type NamedCatalog = ModelCatalog & { sources: ReadonlyMap<string, string> };

export type CatalogFlags = ModelFlags & {
  /** Requests that a model answers at the same time. */
  parallel: number;
  /** Flags of the command line, which a model's preset leaves. */
  explicit?: readonly string[];
  /** The only model answers requests for any other. */
  anyModel?: boolean;
};

/**
 * The named models. They are downloaded and converted now, never for a request. The aliases of the
 * config file for one of them are names for requests, too.
 * @throws AnechatError `usage` for a model that is not of this machine
 */
export async function catalogOf(
  names: readonly string[],
  flags: CatalogFlags,
  io: Io,
): Promise<NamedCatalog> {
  const models = new Map<string, LocalModel>();
  const ownFlags = new Map<string, CatalogFlags>();
  for (const name of names) {
    const own = withModelPreset(flags, name, io);
    const model = await obtainModel(name, own, io);
    if (model.kind !== "local") {
      throw new AnechatError("usage", `${name} is a remote model, and "anechat serve" serves local ones`);
    }
    const served = publicName(name, model);
    models.set(served, model);
    ownFlags.set(served, own);
  }
  const [only] = models.keys();
  const sources = new Map([...models].map(([name, model]) => [name, sourceOf(model)]));
  const bySource = new Map([...sources].map(([name, source]) => [source, name]));
  const aliases = ownNames(
    localAliases(io).filter((alias) => !models.has(alias)),
    (source) => bySource.get(source),
    io,
  );
  return {
    names: () => [...models.keys(), ...aliases.keys()],
    resolve: (name) =>
      models.has(name) ? name : (aliases.get(name) ?? (flags.anyModel === true ? only : undefined)),
    sources,
    ...opening(
      (name) => models.get(name),
      (name) => ownFlags.get(name) ?? flags,
      io,
    ),
  };
}

/** @throws AnechatError `usage` if any name is allowed and there is not exactly one model */
export function checkAnyModel(names: readonly string[], { anyModel }: Pick<CatalogFlags, "anyModel">): void {
  if (!anyModel || names.length === 1) return;
  throw new AnechatError("usage", "--any-model needs exactly one model to serve", {
    hint: "Aliases in the config file give several models the names that clients use.",
  });
}

/**
 * All local models, with the names of `anechat list`, and the aliases of local models.
 * @throws AnechatError `badConfig` for an alias that is wrong
 */
export function catalogOfAll(flags: CatalogFlags, io: Io): ModelCatalog {
  const localNames = localAliases(io);
  let paths: ReadonlyMap<string, string> = new Map();
  let aliases: ReadonlyMap<string, string> = new Map();
  let listed: readonly string[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  const readDisk = (): void => {
    paths = new Map(localModels(io).map(({ name, path }) => [name, path]));
    const bySource = new Map(
      [...paths].map(([name, path]) => [sourceOf({ path, isDemo: false }), name] as const),
    );
    const named = ownNames(
      localNames,
      (source) => (source === demoName ? demoName : bySource.get(source)),
      io,
    );
    // An alias whose model isn't here yet stays a name: the error says how to get the model. It is
    // the last, because the first name answers requests without a model.
    aliases = new Map(localNames.map((alias) => [alias, named.get(alias) ?? alias]));
    listed = [...new Set([...named.keys(), ...paths.keys(), demoName, ...localNames])];
    readAt = performance.now();
  };
  const refresh = (): void => {
    if (performance.now() - readAt > freshMs) readDisk();
  };
  const ownName = (name: string): string | undefined =>
    aliases.get(name) ?? (name === demoName || paths.has(name) ? name : undefined);
  return {
    rescan: readDisk,
    names: () => {
      refresh();
      return listed;
    },
    resolve: (name) => {
      refresh();
      const known = ownName(name);
      if (known !== undefined) return known;
      // A model may be requested directly after its download.
      readDisk();
      return ownName(name);
    },
    ...opening(
      (name) => {
        const path = paths.get(name) ?? findLocalModel(name, io).path;
        return { kind: "local", path, name: basename(path), isDemo: name === demoName };
      },
      () => flags,
      io,
    ),
  };
}

/**
 * @param flagsOf a model's own name: those of the server, and those of a preset that it was started
 *   with
 */
function opening(
  find: (name: string) => LocalModel | undefined,
  flagsOf: (name: string) => CatalogFlags,
  io: Io,
): Pick<ModelCatalog, "estimate" | "facts" | "open" | "preset"> {
  const reader = new ModelFactsReader();
  const found = (name: string): LocalModel => {
    const model = find(name);
    if (model === undefined) throw new AnechatError("modelNotFound", `There is no model ${name}`);
    return model;
  };
  const shapeOf = ({ path }: LocalModel, { ctxSize, parallel }: CatalogFlags) => {
    const shape = { contextSize: ctxSize ?? initialContext, sequences: parallel };
    return [readModelHeader(path).header, shape] as const;
  };
  /** A model that is no longer here is listed without facts. */
  const pathOf = (name: string): string | undefined => {
    try {
      return find(name)?.path;
    } catch (error) {
      if (error instanceof AnechatError && error.code === "modelNotFound") return undefined;
      throw error;
    }
  };
  return {
    preset: (name) => servedPreset(name, io),
    estimate: (name) => estimateMemory(...shapeOf(found(name), flagsOf(name))).total,
    facts: (name) => {
      const facts = reader.read(pathOf(name));
      const { ctxSize } = flagsOf(name);
      return ctxSize === undefined ? facts : { ...facts, contextLength: ctxSize };
    },
    // A client that disconnects doesn't stop the loading; only the server's end does.
    open: async (name, signal): Promise<OpenedModel> => {
      const model = found(name);
      const flags = flagsOf(name);
      const cacheRam = flags.cacheRam ?? defaultPromptCacheBytes(...shapeOf(model, flags));
      const session = await openLocal(model, io, {
        flags: { ...flags, cacheRam },
        signal,
        sequences: flags.parallel,
        allowEncoders: true,
      });
      const { backend: engine, info, quantization, answering, memory } = session;
      const free = async (): Promise<void> => await session[Symbol.asyncDispose]();
      return { engine, info, quantization, answering, memory, [Symbol.asyncDispose]: free };
    },
  };
}

/** The aliases of the config file that mean a model of this machine or of the Hub. */
function localAliases(io: Io): string[] {
  return io.aliases.names.filter((alias) => isLocal(resolveModelName(alias, io)));
}

/** @returns the model's own name by alias, for models that are here */
function ownNames(
  aliases: readonly string[],
  nameOf: (source: string) => string | undefined,
  io: Io,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const alias of aliases) {
    const source = sourceOfAlias(alias, io);
    const name = source === undefined ? undefined : nameOf(source);
    if (name !== undefined) names.set(alias, name);
  }
  return names;
}

/** @returns undefined if it has to be downloaded or converted first */
function sourceOfAlias(alias: string, io: Io): string | undefined {
  try {
    const { kind, path } = findLocalModel(alias, io);
    return sourceOf({ path, isDemo: kind === "demo" });
  } catch (error) {
    if (error instanceof AnechatError && error.code === "modelNotFound") return undefined;
    throw error;
  }
}

/** Without the folders of a path, which clients should not see. */
function publicName(name: string, { path }: LocalModel): string {
  return name.endsWith(".gguf") && basename(path) === basename(name) ? basename(name) : name;
}
