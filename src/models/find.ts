/**
 * What a name means, without a network: the demo, a file or folder on this disk,
 * a model in the Hub's cache or one that was converted, or one of the Hub that
 * has to be fetched.
 */
import { existsSync, statSync } from "node:fs";
import { AnechatError } from "../base/errors.ts";
import { isSourceFolder } from "../convert/source-files.ts";
import { type CachedModel, cachedModels } from "../hub/cache.ts";
import { formatHubName, type HubName, parseHubName } from "../hub/name.ts";
import type { HubSettings } from "../hub/settings.ts";
import { chooseVariant, quantizationOf } from "../hub/variants.ts";
import { type Aliases, expandAlias, followAliases } from "./aliases.ts";
import {
  type ConversionSource,
  type ConvertedModel,
  convertedFrom,
  knownRepo,
  localSource,
} from "./converted.ts";
import { demoModelPath, demoName } from "./demo.ts";

export type FoundModel =
  | { kind: "demo"; path: string }
  | { kind: "file"; path: string }
  | { kind: "cached"; name: HubName; model: CachedModel; path: string }
  /** Made here, of a repo or of a folder. */
  | { kind: "converted"; model: ConvertedModel; path: string }
  /** A local folder whose model has to be converted first. */
  | { kind: "folder"; path: string; source: ConversionSource }
  | { kind: "remote"; name: HubName };

/** Where models lie, and what the Hub is called. */
export type ModelPaths = Pick<HubSettings, "cache" | "endpoint"> & {
  /** anechat's own cache, for what it converted. */
  ownCache: string;
  /** Short names of the user's own, which go before anechat's. */
  aliases?: Aliases;
};

/**
 * @param unpacked gives what ensureUnpacked() gave; only asked for the demo
 * @param quantization of a model that is or was converted; any, if missing
 * @throws AnechatError `usage` for an empty name, `badConfig` for aliases that lead in a circle
 */
export function findModel(
  given: string,
  paths: ModelPaths,
  unpacked: () => string | undefined,
  quantization?: string,
): FoundModel {
  const name = followAliases(given, paths.aliases ?? new Map());
  if (name.trim() === "") throw new AnechatError("usage", "The model's name is empty.");
  if (name === demoName) return { kind: "demo", path: demoModelPath(unpacked()) };
  // What lies here goes before what its name could mean elsewhere.
  if (existsSync(name)) return findLocalPath(name, paths.ownCache, quantization);
  const hubName = hubNameOf(name, paths.endpoint);
  // "models/llama.gguf" is a path with a slip rather than a repo: those end otherwise.
  if (hubName === undefined || /\.gguf$/i.test(hubName.repo)) return { kind: "file", path: name };
  const model = findCached(hubName, paths.cache);
  if (model !== undefined) return { kind: "cached", name: hubName, model, path: model.path };
  const source = knownRepo(paths.cache, hubName);
  const wanted = hubName.selector ?? quantization;
  const converted = source && findConverted(paths.ownCache, source, wanted);
  return converted ?? { kind: "remote", name: hubName };
}

function findLocalPath(path: string, ownCache: string, quantization: string | undefined): FoundModel {
  if (!statSync(path).isDirectory() || !isSourceFolder(path)) return { kind: "file", path };
  const source = localSource(path);
  return findConverted(ownCache, source, quantization) ?? { kind: "folder", path, source };
}

function findConverted(
  ownCache: string,
  source: ConversionSource,
  quantization: string | undefined,
): Extract<FoundModel, { kind: "converted" }> | undefined {
  const model = convertedFrom(ownCache, source).find(
    (one) => quantization === undefined || one.quantization === quantization.toUpperCase(),
  );
  return model && { kind: "converted", model, path: model.path };
}

/** The repo that a name, one of anechat's short names or an address means; undefined for what can't be one. */
export function hubNameOf(name: string, endpoint: string): HubName | undefined {
  // A wrong HF_ENDPOINT has no host: models that are here open all the same.
  const hosts = URL.canParse(endpoint) ? [new URL(endpoint).host] : [];
  return parseHubName(expandAlias(name) ?? name, hosts);
}

/** The same as findModel, for who needs the file now. @throws AnechatError modelNotFound for a model that has to be fetched first */
export function findLocal(
  ...args: Parameters<typeof findModel>
): Exclude<FoundModel, { kind: "remote" | "folder" }> {
  const found = findModel(...args);
  if (found.kind === "remote") throw notDownloaded(found.name);
  if (found.kind === "folder") {
    throw new AnechatError("modelNotFound", `The model in ${found.path} isn't converted yet`, {
      hint: `Open it, or run "anechat convert ${found.path}".`,
    });
  }
  return found;
}

function notDownloaded(name: HubName): AnechatError {
  return new AnechatError("modelNotFound", `${formatHubName(name)} isn't downloaded`, {
    hint: `Fetch it with "anechat pull ${formatHubName(name)}", or see "anechat list".`,
  });
}

/** The complete model in the cache that a name means; the one that is there counts, whatever else the repo may have. */
function findCached(name: HubName, cache: string): CachedModel | undefined {
  const variants = cachedModels(cache, name).map((model) => ({
    quantization: quantizationOf(model.file),
    files: [{ ...model, path: model.file, location: model }],
    bytes: model.bytes,
  }));
  const choice = chooseVariant(variants, name.selector);
  if (choice.kind === "chosen") return choice.variant.files[0]?.location;
  if (choice.kind === "unknown") return undefined;
  const list = choice.variants.map(({ files: [file] }) => file?.path);
  throw new AnechatError(
    "modelNotFound",
    `${formatHubName(name)} may be several of the downloaded models: ${list.join(", ")}`,
    { hint: `Name one: anechat ${name.repo}:${list[0]}` },
  );
}
