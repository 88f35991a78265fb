/** The models that a server serves: those it was started with, else all local models. */
import { basename } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import type { ModelFlags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { localModels } from "../../cli/model/list-models.ts";
import { type LocalModel, obtainModel } from "../../cli/model/obtain-model.ts";
import { findLocalModel, isLocal, resolveModelName } from "../../cli/model/resolve-name.ts";
import { sourceOf } from "../../cli/server/served-models.ts";
import { openLocal } from "../../cli/session/open.ts";
import { initialContext } from "../../engine/cache/context-size.ts";
import { estimateMemory, type MemoryEstimate } from "../../engine/memory/estimate.ts";
import { demoName } from "../../models/demo.ts";
import { readModelHeader } from "../../models/header.ts";
import type { ModelCatalog, OpenedModel } from "../../server/model-pool.ts";

/** Default size of the prompt cache, as a share of the model's KV cache. */
const promptCacheShare = 0.2;

/** How long the list of models on disk stays valid. Every request needs it. */
const freshMs = 1000;

/** With the source of each model, in the order of names(). */
export type NamedCatalog = ModelCatalog & { sources: readonly string[] };

/** The named models. They are downloaded and converted now, never for a request. */
export async function catalogOf(
  names: readonly string[],
  flags: ModelFlags,
  parallel: number,
  io: Io,
): Promise<NamedCatalog> {
  const models = new Map<string, LocalModel>();
  for (const name of names) {
    const model = await obtainModel(name, flags, io);
    if (model.kind !== "local") {
      throw new AnechatError("usage", `${name} is a remote model, and "anechat serve" serves local ones`);
    }
    models.set(publicName(name, model), model);
  }
  return {
    names: () => [...models.keys()],
    has: (name) => models.has(name),
    sources: [...models.values()].map(sourceOf),
    ...opening((name) => models.get(name), flags, parallel, io),
  };
}

/**
 * All local models, with the names of `anechat list`, and the aliases of local models.
 * @throws AnechatError `badConfig` for an alias that is wrong
 */
export function catalogOfAll(flags: ModelFlags, parallel: number, io: Io): ModelCatalog {
  const aliases = io.aliases.names.filter((alias) => isLocal(resolveModelName(alias, io)));
  let names: readonly string[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  const readDisk = (): readonly string[] => {
    names = [...aliases, ...localModels(io).map(({ name }) => name), demoName];
    readAt = performance.now();
    return names;
  };
  const known = (): readonly string[] => (performance.now() - readAt > freshMs ? readDisk() : names);
  return {
    names: known,
    // A model may be requested directly after its download.
    has: (name) => known().includes(name) || readDisk().includes(name),
    ...opening(
      (name) => {
        const { path } = findLocalModel(name, io);
        return { kind: "local", path, name: basename(path), isDemo: name === demoName };
      },
      flags,
      parallel,
      io,
    ),
  };
}

function opening(
  find: (name: string) => LocalModel | undefined,
  flags: ModelFlags,
  parallel: number,
  io: Io,
): Pick<ModelCatalog, "estimate" | "open"> {
  const found = (name: string): LocalModel => {
    const model = find(name);
    if (model === undefined) throw new AnechatError("modelNotFound", `There is no model ${name}`);
    return model;
  };
  const memoryOf = ({ path }: LocalModel): MemoryEstimate => {
    const contextSize = flags.ctxSize ?? initialContext;
    return estimateMemory(readModelHeader(path).header, { contextSize, sequences: parallel });
  };
  return {
    estimate: (name) => memoryOf(found(name)).total,
    // A client that disconnects doesn't stop the loading; only the server's end does.
    open: async (name, signal): Promise<OpenedModel> => {
      const model = found(name);
      const cacheRam = flags.cacheRam ?? memoryOf(model).kvCache * promptCacheShare;
      const session = await openLocal(model, io, {
        flags: { ...flags, cacheRam },
        signal,
        sequences: parallel,
        allowEncoders: true,
      });
      const { backend: engine, info, quantization, answering, memory } = session;
      const free = async (): Promise<void> => await session[Symbol.asyncDispose]();
      return { engine, info, quantization, answering, memory, [Symbol.asyncDispose]: free };
    },
  };
}

/** Without the folders of a path, which clients should not see. */
function publicName(name: string, { path }: LocalModel): string {
  return name.endsWith(".gguf") && basename(path) === basename(name) ? basename(name) : name;
}
