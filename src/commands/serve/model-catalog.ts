/** The models that a server may be asked for: those it was started with, else all that are on this disk. */
import { basename } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import type { ModelFlags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { type LocalModel, obtainModel } from "../../cli/model/obtain-model.ts";
import { findHere, isLocal, resolveModelName } from "../../cli/model/resolve-name.ts";
import { modelsHere, sourceOf } from "../../cli/server/served-models.ts";
import { openLocal } from "../../cli/session/local.ts";
import { initialContext } from "../../engine/cache/context-size.ts";
import { estimateMemory, type MemoryEstimate } from "../../engine/memory/estimate.ts";
import { demoName } from "../../models/demo.ts";
import { resolveModel } from "../../models/resolve.ts";
import type { ModelCatalog, OpenedModel } from "../../server/model-pool.ts";

/** Of what a model's context takes, for conversations that others took the place of. */
const promptCacheShare = 0.2;

/** So long a look at the disk counts: a client asks for a model with every request. */
const freshMs = 1000;

/** With what opens each model, in the order of their names. */
export type NamedCatalog = ModelCatalog & { sources: readonly string[] };

/** Those named are fetched and converted now; nothing is when a client asks. */
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
      throw new AnechatError("usage", `${name} is served elsewhere: there is nothing of it to serve here`);
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
 * All that are here, as `anechat list` names them.
 * @throws AnechatError `badConfig` for aliases that stand for no model: they are offered, too
 */
export function catalogOfAll(flags: ModelFlags, parallel: number, io: Io): ModelCatalog {
  const aliases = io.aliases.names.filter((alias) => isLocal(resolveModelName(alias, io)));
  let names: readonly string[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  const look = (): readonly string[] => {
    names = [...aliases, ...modelsHere(io).map(({ name }) => name), demoName];
    readAt = performance.now();
    return names;
  };
  const known = (): readonly string[] => (performance.now() - readAt > freshMs ? look() : names);
  return {
    names: known,
    // What was fetched a moment ago is asked for at once.
    has: (name) => known().includes(name) || look().includes(name),
    ...opening(
      (name) => {
        const { path } = findHere(name, io);
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
    return estimateMemory(resolveModel(path).header, { contextSize, sequences: parallel });
  };
  return {
    estimate: (name) => memoryOf(found(name)).total,
    // Whoever gave up waiting for it leaves it to the next; only the server's end stops it.
    open: async (name, signal): Promise<OpenedModel> => {
      const model = found(name);
      const cacheRam = flags.cacheRam ?? memoryOf(model).kvCache * promptCacheShare;
      const session = await openLocal(model, { ...flags, cacheRam }, io, signal, {
        sequences: parallel,
        takesEncoders: true,
      });
      const { backend: engine, info, quantization, answering, memory } = session;
      const free = async (): Promise<void> => await session[Symbol.asyncDispose]();
      return { engine, info, quantization, answering, memory, [Symbol.asyncDispose]: free };
    },
  };
}

/** A path's folders are nobody's business. */
function publicName(name: string, { path }: LocalModel): string {
  return name.endsWith(".gguf") && basename(path) === basename(name) ? basename(name) : name;
}
