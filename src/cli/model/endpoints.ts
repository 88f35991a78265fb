/**
 * Models at endpoints, as the command line and the config file name them: an address
 * (`https://host/v1#model`), or a table [endpoint.NAME] as `NAME` or `NAME#model`. Decides which
 * key is sent to which endpoint. It sends no requests itself.
 */
import type { Command } from "commander";
import { AnechatError } from "../../base/errors.ts";
import { formatAddress, parseAddress, parseEndpoint, type RemoteAddress } from "../../remote/endpoint.ts";
import type { RemoteOptions } from "../../remote/remote-backend.ts";
import { Registry } from "../../server/registry.ts";
import type { Io } from "../io.ts";
import { type ModelName, resolveModelName } from "./resolve-name.ts";

type EndpointName = Extract<ModelName, { kind: "endpoint" }>;

/** The flags of addEndpointFlags(). */
export type EndpointFlags = {
  endpoint?: string;
  apiKeyEnv?: string;
  /** Only of commands that use one model. */
  model?: string;
  /** Flags on the command line that only apply to a local model. */
  localFlags?: readonly string[];
};

export function addEndpointFlags(command: Command): Command {
  return command
    .optionsGroup("Remote models:")
    .option("--endpoint <url>", "OpenAI-compatible server: URL, or config.toml name")
    .option("--api-key-env <name>", "environment variable that holds its API key");
}

/** Headings of the flag groups that only apply to a local model. */
const localGroups = /^(?:Model|Converting)\b/;
const otherLocalFlags = ["--snapshot-cache"];

/** The value of EndpointFlags' `localFlags`. */
export function explicitLocalFlags(command: Command): string[] {
  return command.options
    .filter(
      ({ helpGroupHeading = "", long }) =>
        localGroups.test(helpGroupHeading) || otherLocalFlags.includes(long ?? ""),
    )
    .filter((option) => command.getOptionValueSource(option.attributeName()) === "cli")
    .map(({ long, flags }) => long ?? flags);
}

/**
 * The model that the command line names: with --endpoint, the address of a model there.
 * @param name the command's argument
 * @returns a name for obtainModel(); undefined if there is none
 * @throws AnechatError `usage`
 */
export function namedModel(name: string | undefined, flags: EndpointFlags, io: Io): string | undefined {
  if (name !== undefined && flags.model !== undefined) {
    throw new AnechatError("usage", `Two models are named: ${name}, and --model ${flags.model}`, {
      hint: "Leave one of them out.",
    });
  }
  const named = name ?? flags.model;
  if (flags.endpoint === undefined) return named;
  const { endpoint, model } = endpointOf(flags.endpoint, io);
  return formatAddress({ endpoint, model: named ?? model });
}

/**
 * Decides whose key --api-key-env is: that of --endpoint, else of the only endpoint among the
 * models.
 * @param names of the models that the command opens
 * @returns the flags with that endpoint, so that the key is never sent to another one
 * @throws AnechatError `usage` if the models are at no endpoint, or at several
 */
export function bindApiKey<F extends EndpointFlags>(flags: F, names: readonly string[], io: Io): F {
  const { apiKeyEnv, endpoint } = flags;
  if (endpoint !== undefined) return { ...flags, endpoint: endpointOf(endpoint, io).endpoint };
  if (apiKeyEnv === undefined) return flags;
  const owners = new Set(
    names.flatMap((name) => {
      const resolved = resolveModelName(name, io);
      return resolved.kind === "endpoint" ? [resolved.address.endpoint] : [];
    }),
  );
  const [owner] = owners;
  if (owner === undefined || owners.size > 1) {
    throw new AnechatError("usage", "--api-key-env needs exactly one endpoint", {
      hint: "Add --endpoint URL, or give each [endpoint.NAME] in config.toml its key.",
    });
  }
  return { ...flags, endpoint: owner };
}

/**
 * The address, model and key to send requests with.
 * @throws AnechatError `usage` for a key that can't be used
 */
export function remoteOptions(name: EndpointName, flags: EndpointFlags, io: Io): RemoteOptions {
  const { endpoint, model } = name.address;
  return { endpoint, ...(model === undefined ? {} : { model }), ...keyOf(name, flags, io) };
}

/** @throws AnechatError `usage` for flags of local models if none of these models is local */
export function rejectLocalFlags(
  { localFlags = [] }: EndpointFlags,
  models: readonly { kind: "local" | "endpoint" | "workspace" }[],
): void {
  const [flag] = localFlags;
  if (flag === undefined || models.some(({ kind }) => kind === "local")) return;
  throw new AnechatError("usage", `${flag} applies only to local models`, {
    hint: "Remove it: the endpoint decides this.",
  });
}

/** @param text an address, or the name of a table */
function endpointOf(text: string, io: Io): RemoteAddress {
  const settings = io.endpoints.get(text);
  if (settings !== undefined) return { endpoint: settings.url, model: settings.model };
  return parseAddress(text) ?? { endpoint: parseEndpoint(text), model: undefined };
}

type Key = Pick<RemoteOptions, "apiKey" | "keySource">;

function keyOf({ address: { endpoint }, table }: EndpointName, flags: EndpointFlags, io: Io): Key {
  if (flags.apiKeyEnv !== undefined && flags.endpoint === endpoint) return keyIn(flags.apiKeyEnv, io);
  const named = table === undefined ? undefined : io.endpoints.get(table);
  const settings = named ?? [...io.endpoints.values()].find(({ url }) => url === endpoint);
  if (settings?.apiKeyEnv !== undefined) return keyIn(settings.apiKeyEnv, io);
  if (settings?.apiKey !== undefined) return checked(settings.apiKey, "config.toml");
  const own = ownServerKey(endpoint, io);
  return own === undefined ? {} : { apiKey: own, keySource: "the server's entry" };
}

/** The key of a server that `anechat run` started on this machine for this user. */
function ownServerKey(endpoint: string, io: Io): string | undefined {
  const { origin } = new URL(endpoint);
  const entries = new Registry(io.paths.runtime).entries();
  return (
    entries.find(({ url, ownKey }) => ownKey !== null && new URL(url).origin === origin)?.ownKey ?? undefined
  );
}

function keyIn(variable: string, io: Io): Key {
  const key = io.env[variable]?.trim();
  if (key) return checked(key, `$${variable}`);
  // Text that doesn't look like a variable's name may be the key: it isn't shown.
  const shown = /^[A-Z][A-Z0-9_]*$/.test(variable) ? ` ${variable}` : "";
  throw new AnechatError("usage", `The environment variable${shown} for the API key isn't set`, {
    hint: "Give the variable's name, not the key: --api-key-env OPENAI_API_KEY.",
  });
}

function checked(apiKey: string, keySource: string): Key {
  if (/^[\x21-\x7e]+$/.test(apiKey)) return { apiKey, keySource };
  throw new AnechatError("usage", `The key in ${keySource} has invalid characters`, {
    hint: "It must be ASCII without spaces. Check for a line break or a typographic quote.",
  });
}
