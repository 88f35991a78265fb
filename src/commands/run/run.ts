/**
 * `anechat run MODEL`: chats through a server that keeps the model loaded, and starts it if needed.
 */
import { basename, resolve } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import { bypassProxyIfLocal } from "../../base/network.ts";
import { ask, readQuestion, savedChat } from "../../cli/chat/ask.ts";
import type { Flags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { obtainModel } from "../../cli/model/obtain-model.ts";
import { withModelPreset } from "../../cli/model/preset-flags.ts";
import { checkModelName } from "../../cli/model/unknown-model.ts";
import { untilReady } from "../../cli/server/ready.ts";
import { servedName, sourceOf } from "../../cli/server/served-models.ts";
import { readModelHeader } from "../../models/header.ts";
import { formatAddress } from "../../remote/endpoint.ts";
import { Registry, type ServerStatus } from "../../server/registry.ts";
import { startDetached } from "../serve/detach.ts";

/** The address of a served model, and the flags for its key. */
type ServedModel = { address: string; key: Pick<Flags, "endpoint" | "apiKeyEnv"> };

/** Holds the key of `anechat serve`, also for its clients. */
const keyVariable = "ANECHAT_API_KEY";

/** A server on this machine answers within this time, unless it hangs. */
const patienceMs = 2000;

/**
 * @param modelArgs the typed flags that only apply to a local model
 * @returns the exit code
 */
export async function run(name: string, modelArgs: readonly string[], typed: Flags, io: Io): Promise<number> {
  // Wrong names and flags are reported before a server is started.
  checkModelName(name, io);
  const flags = withModelPreset(typed, name, io);
  const question = await readQuestion(true, flags, io);
  const saved = (await savedChat(flags, io))?.chat;
  const { address: model, key } = await servedModel(name, modelArgs, flags, io);
  return ask({ question, model, flags: { ...flags, ...key, localFlags: [] }, saved }, io);
}

/** Downloads the model if necessary, and starts a server unless one serves it. */
async function servedModel(
  name: string,
  modelArgs: readonly string[],
  flags: Flags,
  io: Io,
): Promise<ServedModel> {
  refuseRemoteFlags(flags);
  const model = await obtainModel(name, flags, io);
  if (model.kind !== "local") {
    throw new AnechatError("usage", `${name} is a remote model, and "anechat run" serves a local one`, {
      hint: `Chat with it directly: anechat ${name}`,
    });
  }
  // An unusable file is reported here, not in the server's log.
  readModelHeader(model.path);
  const source = sourceOf(model);
  const running = await serverOf(source, flags, io);
  if (running !== undefined) {
    if (modelArgs.length > 0) {
      io.note(`${running.name} is already loaded in a server: ${modelArgs.join(" ")} has no effect.`);
    }
    return servedAt(running.server, running.name, io);
  }
  const args = ["serve", model.isDemo ? name : resolve(model.path), "--port", "0", "--own-key", ...modelArgs];
  const entry = await startDetached(args, model.name, flags, io);
  io.note(
    `${entry.name} is served at ${new URL(entry.url).origin} now. ` +
      `"anechat stop ${entry.name}" stops it.`,
  );
  return servedAt(entry, servedName(entry, source, io) ?? basename(source), io);
}

/** @throws AnechatError `usage` for flags that name a model on another server */
function refuseRemoteFlags({ endpoint, model, apiKeyEnv }: Flags): void {
  const [flag] =
    Object.entries({ endpoint, model, "api-key-env": apiKeyEnv }).find(([, value]) => value) ?? [];
  if (flag === undefined) return;
  throw new AnechatError("usage", `--${flag} is for a remote model, and "anechat run" serves a local one`, {
    hint: 'Leave it out, or chat with the remote model without "run".',
  });
}

type RunningModel = { server: ServerStatus; name: string };

/**
 * Finds a running server that serves the model. One that was started with it is preferred to one
 * that serves all local models. Waits if it is still loading.
 */
async function serverOf(source: string, { quiet }: Flags, io: Io): Promise<RunningModel | undefined> {
  const registry = new Registry(io.paths.runtime);
  const servers = (await registry.servers())
    .filter((server) => server.answers && (!server.needsKey || keyOf(server, io) !== undefined))
    .sort((a, b) => Number(b.sources.includes(source)) - Number(a.sources.includes(source)));
  for (const server of servers) {
    const name = servedName(server, source, io);
    if (name === undefined) continue;
    if (server.isLoading) {
      const look = async () => (await registry.server(server.instance)) ?? "ended";
      const ready = await untilReady(look, `Waiting for ${server.name} to load`, quiet === true, io);
      if (ready !== undefined) return { server: ready, name };
    } else if (server.models.includes(name) || (await lists(server, name, keyOf(server, io)))) {
      return { server, name };
    }
  }
  return undefined;
}

/** The key of a server of this user; undefined if it is not known. */
function keyOf({ instance }: Pick<ServerStatus, "instance">, io: Io): string | undefined {
  return ownKeyOf(instance, io) ?? (io.env[keyVariable] || undefined);
}

/** The key that a server made for this user's commands. */
function ownKeyOf(instance: string, io: Io): string | undefined {
  return (
    new Registry(io.paths.runtime).entries().find((one) => one.instance === instance)?.ownKey ?? undefined
  );
}

/**
 * Asks a server whether it serves a model: the models on disk may have changed since it read them.
 */
async function lists(
  { url, needsKey }: ServerStatus,
  name: string,
  key: string | undefined,
): Promise<boolean> {
  const address = new URL(`/v1/models/${encodeURIComponent(name)}`, url);
  try {
    const response = await fetch(address, {
      headers: needsKey ? { Authorization: `Bearer ${key}` } : {},
      signal: AbortSignal.timeout(patienceMs),
      redirect: "error",
      ...bypassProxyIfLocal(address),
    });
    return response.ok;
  } catch {
    // Ended or stuck: another one is started.
    return false;
  }
}

function servedAt({ url, needsKey, instance }: ServerStatus, model: string, io: Io): ServedModel {
  const endpoint = new URL("/v1", url).href;
  // endpoints.ts finds a key that the server made by its address.
  const isUsers = needsKey && ownKeyOf(instance, io) === undefined;
  return {
    address: formatAddress({ endpoint, model }),
    key: isUsers ? { endpoint, apiKeyEnv: keyVariable } : {},
  };
}
