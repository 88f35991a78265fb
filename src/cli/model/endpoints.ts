/**
 * Models at endpoints, as the command line and the config file name them: an address (`https://host/v1#model`), or a
 * table [endpoint.NAME] as `NAME` or `NAME#model`. Decides which key goes to which endpoint; asks nobody.
 */
import type { Command } from "commander";
import { AnechatError } from "../../base/errors.ts";
import { formatAddress, parseAddress, parseEndpoint, type RemoteAddress } from "../../remote/endpoint.ts";
import type { RemoteOptions } from "../../remote/remote-backend.ts";
import { Registry } from "../../server/registry.ts";
import type { Io } from "../io.ts";
import { type ModelName, resolveModelName } from "./resolve-name.ts";

type EndpointName = Extract<ModelName, { kind: "endpoint" }>;

/** Of addEndpointFlags. */
export type EndpointFlags = {
  endpoint?: string;
  apiKeyEnv?: string;
  /** Of commands that ask one model. */
  model?: string;
  /** Flags that were typed and only a model on this machine knows. */
  localFlags?: readonly string[];
};

export function addEndpointFlags(command: Command): Command {
  return command
    .optionsGroup("Remote models:")
    .option("--endpoint <url>", "OpenAI-compatible server: URL, or config.toml name")
    .option("--api-key-env <name>", "environment variable that holds its API key");
}

/** Headings of the groups whose flags say how a model of this machine is loaded. */
const localGroups = /^(?:Model|Converting)\b/;
const otherLocalFlags = ["--snapshot-cache"];

/** Of a command whose settings aren't applied yet: for EndpointFlags' `localFlags`. */
export function typedLocalFlags(command: Command): string[] {
  return command.options
    .filter(
      ({ helpGroupHeading = "", long }) =>
        localGroups.test(helpGroupHeading) || otherLocalFlags.includes(long ?? ""),
    )
    .filter((option) => command.getOptionValueSource(option.attributeName()) === "cli")
    .map(({ long, flags }) => long ?? flags);
}

/**
 * The name of the model that the command line means: with --endpoint, that of a model there.
 * @param name as it stands on the command line
 * @returns what obtainModel() takes; undefined where nobody named one
 * @throws AnechatError `usage`
 */
export function namedModel(name: string | undefined, flags: EndpointFlags, io: Io): string | undefined {
  if (name !== undefined && flags.model !== undefined) {
    throw new AnechatError("usage", `Two models are named: ${name}, and --model ${flags.model}`, {
      hint: "Leave one of them out.",
    });
  }
  const wanted = name ?? flags.model;
  if (flags.endpoint === undefined) return wanted;
  const { endpoint, model } = endpointOf(flags.endpoint, io);
  return formatAddress({ endpoint, model: wanted ?? model });
}

/**
 * --api-key-env is for --endpoint; without that, for the endpoint of the model that the command is about.
 * @returns the flags with their endpoint settled, so that the key goes there and nowhere else, whatever is opened later
 * @throws AnechatError `usage` where it isn't clear whose key it is
 */
export function withKeyOwner<F extends EndpointFlags>(flags: F, names: readonly string[], io: Io): F {
  const { apiKeyEnv, endpoint } = flags;
  if (endpoint !== undefined) return { ...flags, endpoint: endpointOf(endpoint, io).endpoint };
  if (apiKeyEnv === undefined) return flags;
  const owners = new Set(
    names.flatMap((given) => {
      const name = resolveModelName(given, io);
      return name.kind === "endpoint" ? [name.address.endpoint] : [];
    }),
  );
  const [owner] = owners;
  if (owner === undefined || owners.size > 1) {
    throw new AnechatError("usage", "Which endpoint is the key of --api-key-env for?", {
      hint: "--endpoint URL says it; [endpoint.NAME] of config.toml can have a key for each.",
    });
  }
  return { ...flags, endpoint: owner };
}

/** The address, model and key to send requests with. @throws AnechatError `usage` for a key that can't be used */
export function remoteOptions(name: EndpointName, flags: EndpointFlags, io: Io): RemoteOptions {
  const { endpoint, model } = name.address;
  return { endpoint, ...(model === undefined ? {} : { model }), ...keyOf(name, flags, io) };
}

/** @throws AnechatError `usage` for flags that no model of these can follow */
export function refuseLocalFlags(
  { localFlags = [] }: EndpointFlags,
  models: readonly { kind: "local" | "remote" | "workspace" }[],
): void {
  const [flag] = localFlags;
  if (flag === undefined || models.some(({ kind }) => kind === "local")) return;
  throw new AnechatError("usage", `${flag} is for a model on this machine, and this one is at an endpoint`, {
    hint: "Leave it out: an endpoint decides such things itself.",
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

/** Of a server that `anechat run` started on this machine, for this user alone. */
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
  // What looks like no variable may be the key itself.
  const shown = /^[A-Z][A-Z0-9_]*$/.test(variable) ? ` ${variable}` : "";
  throw new AnechatError("usage", `The environment variable${shown} that is to hold the key isn't set`, {
    hint: "Name the variable and not the key: OPENAI_API_KEY=… in the environment, --api-key-env OPENAI_API_KEY.",
  });
}

function checked(apiKey: string, keySource: string): Key {
  if (/^[\x21-\x7e]+$/.test(apiKey)) return { apiKey, keySource };
  throw new AnechatError("usage", `The key of ${keySource} has characters that no key has`, {
    hint: "It has to be one word of ASCII; a line break or a quote may have slipped in.",
  });
}
