/**
 * Decides what a model's name means, for every command and without a network. The first rule that
 * matches counts:
 *
 *  1. `demo` is the built-in model.
 *  2. The path of a file or folder that exists is that file or folder.
 *  3. An alias of the config file stands for another name; the rules start again with that name.
 *  4. `kaito:context/namespace/workspace` is a workspace of Kaito.
 *  5. `NAME` or `NAME#model` is an endpoint if the config file has a table [endpoint.NAME].
 *  6. `owner/name`, a short name of anechat, or the address of a page of the Hub is a repo of the
 *     Hub.
 *  7. Another web address is an endpoint.
 *  8. Anything else is the path of a file that doesn't exist.
 */
import { existsSync } from "node:fs";
import { AnechatError } from "../../base/errors.ts";
import type { Environment } from "../../base/paths.ts";
import { type HubName, parseHubName } from "../../hub/name.ts";
import { hubSettings } from "../../hub/settings.ts";
import { parseWorkspaceAddress, type WorkspaceAddress } from "../../kaito/address.ts";
import { demoName } from "../../models/demo.ts";
import { type FileOrRepoName, type FoundModel, findLocal } from "../../models/find.ts";
import { type Aliases, expandShortName, followAliases } from "../../models/names.ts";
import { parseAddress, type RemoteAddress } from "../../remote/endpoint.ts";
import type { EndpointSettings } from "../config/files.ts";
import { modelPaths } from "../hub.ts";
import type { Io } from "../io.ts";

/** What a name means. */
export type ModelName =
  | FileOrRepoName
  /** `table`: the endpoint's name in the config file. */
  | { kind: "endpoint"; address: RemoteAddress; table: string | undefined }
  | { kind: "workspace"; address: WorkspaceAddress };

/** What the meaning of a name depends on. `Io` has all of it. */
type NameSources = {
  aliases: Aliases;
  endpoints: ReadonlyMap<string, Pick<EndpointSettings, "url" | "model">>;
  env: Environment;
};

/**
 * @throws AnechatError `usage` for an empty name or a wrong address, `badConfig` for aliases that
 *   form a cycle
 */
export function resolveModelName(typed: string, sources: NameSources): ModelName {
  const name = followAliases(typed, sources.aliases);
  try {
    return meaningOf(name, sources);
  } catch (error) {
    if (name === typed || !(error instanceof AnechatError)) throw error;
    throw new AnechatError("badConfig", `The alias ${typed} has a wrong value: ${error.message}`, {
      hint: '"anechat config" shows the aliases and their files.',
      cause: error,
    });
  }
}

/** @param name that is not an alias */
function meaningOf(name: string, sources: NameSources): ModelName {
  if (name.trim() === "") throw new AnechatError("usage", "The model's name is empty");
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
  // A repo's name doesn't end in .gguf: "models/llama.gguf" is a path with a typo.
  if (repo !== undefined && !/\.gguf$/i.test(repo.repo)) return { kind: "repo", name: repo };
  const address = repo === undefined ? parseAddress(name) : undefined;
  return address === undefined
    ? { kind: "path", path: name }
    : { kind: "endpoint", address, table: undefined };
}

/** Whether a name means a model that runs on this machine. */
export function isLocal(name: ModelName): name is FileOrRepoName {
  return name.kind !== "endpoint" && name.kind !== "workspace";
}

/** The repo that a name means, even if a file has this name; undefined if it can't be a repo. */
export function resolveRepo(typed: string, sources: NameSources): HubName | undefined {
  return repoNamed(followAliases(typed, sources.aliases), sources);
}

/**
 * Finds the model that a name means on this machine.
 * @throws AnechatError `modelNotFound` if it is not downloaded or converted, `usage` if it is
 *   remote
 */
export function findLocalModel(typed: string, io: Io): Exclude<FoundModel, { kind: "hub" | "folder" }> {
  const name = resolveModelName(typed, io);
  if (!isLocal(name)) {
    throw new AnechatError("usage", `${typed} is not a model on this machine`, {
      hint: 'Name a downloaded model or a file. "anechat list" shows the local models.',
    });
  }
  return findLocal(name, modelPaths(io), () => io.unpacked());
}

function repoNamed(name: string, { env }: NameSources): HubName | undefined {
  const { endpoint } = hubSettings(env);
  // A wrong HF_ENDPOINT must not keep local models from opening.
  const hosts = URL.canParse(endpoint) ? [new URL(endpoint).host] : [];
  return parseHubName(expandShortName(name) ?? name, hosts);
}
