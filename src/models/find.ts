/**
 * What a name means, without a network: the demo, a file on this disk, a model
 * in the Hub's cache, or one of the Hub that has to be fetched.
 */
import { existsSync } from "node:fs";
import { AnechatError } from "../base/errors.ts";
import { type CachedModel, cachedModels } from "../hub/cache.ts";
import { formatHubName, type HubName, parseHubName } from "../hub/name.ts";
import type { HubSettings } from "../hub/settings.ts";
import { chooseVariant, quantizationOf } from "../hub/variants.ts";
import { expandAlias } from "./aliases.ts";
import { demoModelPath, demoName } from "./demo.ts";

export type FoundModel =
  | { kind: "demo"; path: string }
  | { kind: "file"; path: string }
  | { kind: "cached"; name: HubName; model: CachedModel; path: string }
  | { kind: "remote"; name: HubName };

/**
 * @param unpacked gives what ensureUnpacked() gave; only asked for the demo
 * @throws AnechatError `usage` for an empty name
 */
export function findModel(
  name: string,
  settings: Pick<HubSettings, "cache" | "endpoint">,
  unpacked: () => string | undefined,
): FoundModel {
  if (name.trim() === "") throw new AnechatError("usage", "The model's name is empty.");
  if (name === demoName) return { kind: "demo", path: demoModelPath(unpacked()) };
  // What lies here goes before what its name could mean elsewhere.
  if (existsSync(name)) return { kind: "file", path: name };
  const hubName = hubNameOf(name, settings.endpoint);
  // "models/llama.gguf" is a path with a slip rather than a repo: those end otherwise.
  if (hubName === undefined || /\.gguf$/i.test(hubName.repo)) return { kind: "file", path: name };
  const model = findCached(hubName, settings.cache);
  return model === undefined
    ? { kind: "remote", name: hubName }
    : { kind: "cached", name: hubName, model, path: model.path };
}

/** The repo that a name, a short name or an address means; undefined for what can't be one. */
export function hubNameOf(name: string, endpoint: string): HubName | undefined {
  return parseHubName(expandAlias(name) ?? name, [new URL(endpoint).host]);
}

/** The same as findModel, for who needs the file now. @throws AnechatError modelNotFound for a model that has to be fetched first */
export function findLocal(...args: Parameters<typeof findModel>): Exclude<FoundModel, { kind: "remote" }> {
  const found = findModel(...args);
  if (found.kind === "remote") throw notDownloaded(found.name);
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
