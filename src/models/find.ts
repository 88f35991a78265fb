/**
 * Finds the model that a resolved name means, without a network: the demo, a file or folder on this
 * disk, a downloaded or converted model, or a repo of the Hub that has to be downloaded.
 */
import { existsSync, statSync } from "node:fs";
import { AnechatError } from "../base/errors.ts";
import { isSourceFolder } from "../convert/source-files.ts";
import { type CachedModel, cachedModels } from "../hub/cache.ts";
import { formatHubName, type HubName } from "../hub/name.ts";
import type { HubSettings } from "../hub/settings.ts";
import { chooseVariant, quantizationOf } from "../hub/variants.ts";
import {
  type ConversionSource,
  type ConvertedModel,
  convertedFrom,
  knownRepo,
  localSource,
} from "./converted.ts";
import { demoModelPath } from "./demo.ts";

/** A name that cli/model/resolve-name.ts resolved to a model on this machine or on the Hub. */
export type FileOrRepoName =
  | { kind: "demo" }
  | { kind: "path"; path: string }
  | { kind: "repo"; name: HubName };

export type FoundModel =
  | { kind: "demo"; path: string }
  | { kind: "file"; path: string }
  | { kind: "cached"; name: HubName; model: CachedModel; path: string }
  /** Converted on this machine, from a repo or a folder. */
  | { kind: "converted"; model: ConvertedModel; path: string }
  /** A local folder whose model has to be converted first. */
  | { kind: "folder"; path: string; source: ConversionSource }
  | { kind: "hub"; name: HubName };

export type ModelPaths = Pick<HubSettings, "cache"> & {
  /** anechat's own cache, with the converted models. */
  ownCache: string;
};

/**
 * @param unpacked returns what ensureUnpacked() returned; called only for the demo
 * @param quantization of a converted model; missing: any
 */
export function findModel(
  name: FileOrRepoName,
  paths: ModelPaths,
  unpacked: () => string | undefined,
  quantization?: string,
): FoundModel {
  if (name.kind === "demo") return { kind: "demo", path: demoModelPath(unpacked()) };
  if (name.kind === "path") return findPath(name.path, paths.ownCache, quantization);
  const repo = name.name;
  const model = findCached(repo, paths.cache);
  if (model !== undefined) return { kind: "cached", name: repo, model, path: model.path };
  const source = knownRepo(paths.cache, repo);
  const converted = source && findConverted(paths.ownCache, source, repo.selector ?? quantization);
  return converted ?? { kind: "hub", name: repo };
}

function findPath(path: string, ownCache: string, quantization: string | undefined): FoundModel {
  if (!existsSync(path) || !statSync(path).isDirectory() || !isSourceFolder(path))
    return { kind: "file", path };
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

/**
 * As findModel().
 * @throws AnechatError `modelNotFound` if it has to be downloaded or converted first
 */
export function findLocal(
  ...args: Parameters<typeof findModel>
): Exclude<FoundModel, { kind: "hub" | "folder" }> {
  const found = findModel(...args);
  if (found.kind === "hub") throw notDownloaded(found.name);
  if (found.kind === "folder") {
    throw new AnechatError("modelNotFound", `The model in ${found.path} isn't converted yet`, {
      hint: `Chat with it, or run "anechat convert ${found.path}".`,
    });
  }
  return found;
}

function notDownloaded(name: HubName): AnechatError {
  return new AnechatError("modelNotFound", `${formatHubName(name)} isn't downloaded`, {
    hint: `Download it with "anechat pull ${formatHubName(name)}", or see "anechat list".`,
  });
}

/** The complete model in the cache that a name means. Only downloaded variants are considered. */
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
    `${formatHubName(name)} matches several downloaded models: ${list.join(", ")}`,
    { hint: `Name one: anechat ${name.repo}:${list[0]}` },
  );
}
