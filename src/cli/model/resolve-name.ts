/**
 * What a model's name means. Every command decides it here, by these rules in this order, and without a network:
 *
 *  1. an alias of the config file, followed to its end; a file of that name and `demo` go before it
 *  2. `demo`, the built-in model
 *  3. a file or folder on this disk
 *  4. `kaito:context/namespace/workspace`, a workspace of Kaito
 *  5. `NAME` or `NAME#model`, with a table [endpoint.NAME] in the config file
 *  6. a repo of the Hub: owner/name, one of anechat's short names, or a page of the Hub
 *  7. any other web address: an endpoint
 *  8. else a path that doesn't exist
 */
import { existsSync } from "node:fs";
import { AnechatError } from "../../base/errors.ts";
import type { Environment } from "../../base/paths.ts";
import { type HubName, parseHubName } from "../../hub/name.ts";
import { hubSettings } from "../../hub/settings.ts";
import { parseWorkspaceAddress, type WorkspaceAddress } from "../../kaito/address.ts";
import { demoName } from "../../models/demo.ts";
import { type FoundModel, findLocal, type LocalName } from "../../models/find.ts";
import { type Aliases, expandAlias, followAliases } from "../../models/names.ts";
import { parseAddress, type RemoteAddress } from "../../remote/endpoint.ts";
import type { EndpointSettings } from "../config/files.ts";
import { modelPaths } from "../hub.ts";
import type { Io } from "../io.ts";

/** A name, with what it means. */
export type ModelName =
  | LocalName
  /** `table`: of the config file. */
  | { kind: "endpoint"; address: RemoteAddress; table: string | undefined }
  | { kind: "workspace"; address: WorkspaceAddress };

/** What of a program's surroundings names depend on. */
export type NameSources = {
  aliases: Aliases;
  endpoints: ReadonlyMap<string, Pick<EndpointSettings, "url" | "model">>;
  env: Environment;
};

/** @throws AnechatError `usage` for an empty name or a wrong address, `badConfig` for aliases that form a cycle */
export function resolveModelName(given: string, sources: NameSources): ModelName {
  const name = followAliases(given, sources.aliases);
  if (name.trim() === "") throw new AnechatError("usage", "The model's name is empty.");
  if (name === demoName) return { kind: "demo" };
  if (existsSync(name)) return { kind: "path", path: name };
  const workspace = parseWorkspaceAddress(name);
  if (workspace !== undefined) return { kind: "workspace", address: workspace };
  const [, table = "", model] = /^([^#]+)(?:#(.+))?$/s.exec(name) ?? [];
  const settings = sources.endpoints.get(table);
  if (settings !== undefined) {
    return { kind: "endpoint", address: { endpoint: settings.url, model: model ?? settings.model }, table };
  }
  const repo = repoNamed(name, sources);
  // Repos end otherwise: "models/llama.gguf" is a path with a slip.
  if (repo !== undefined && !/\.gguf$/i.test(repo.repo)) return { kind: "repo", name: repo };
  const address = repo === undefined ? parseAddress(name) : undefined;
  return address === undefined
    ? { kind: "path", path: name }
    : { kind: "endpoint", address, table: undefined };
}

/** Whether a name means a model that runs on this machine. */
export function isLocal(name: ModelName): name is LocalName {
  return name.kind !== "endpoint" && name.kind !== "workspace";
}

/** The repo that a name means, whatever lies on this disk; undefined: it can't mean a repo. */
export function resolveRepo(given: string, sources: NameSources): HubName | undefined {
  return repoNamed(followAliases(given, sources.aliases), sources);
}

/**
 * Finds the model that a name means on this machine.
 * @throws AnechatError `modelNotFound` for a model that is not downloaded or converted, `usage` for one elsewhere
 */
export function findHere(given: string, io: Io): Exclude<FoundModel, { kind: "remote" | "folder" }> {
  const name = resolveModelName(given, io);
  if (!isLocal(name)) {
    throw new AnechatError("usage", `${given} is not a model on this machine`, {
      hint: 'Name a downloaded model or a file; "anechat list" shows what is here.',
    });
  }
  return findLocal(name, modelPaths(io), () => io.unpacked());
}

function repoNamed(name: string, { env }: NameSources): HubName | undefined {
  const { endpoint } = hubSettings(env);
  // With a wrong HF_ENDPOINT there is no host, and models on this disk open all the same.
  const hosts = URL.canParse(endpoint) ? [new URL(endpoint).host] : [];
  return parseHubName(expandAlias(name) ?? name, hosts);
}
