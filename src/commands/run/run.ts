/** `anechat run MODEL`: a chat with a model that stays served, so that the next one begins at once. */
import { basename, resolve } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import { directIfHere } from "../../base/network.ts";
import type { Flags } from "../../cli/flags.ts";
import type { Io } from "../../cli/io.ts";
import { obtainModel } from "../../cli/obtain-model.ts";
import { servedName, sourceOf } from "../../cli/served-models.ts";
import { resolveModel } from "../../models/resolve.ts";
import { formatAddress } from "../../remote/endpoint.ts";
import { Registry, type SeenServer } from "../../server/registry.ts";
import { startDetached } from "../serve/detach.ts";
import { untilReady } from "../serve/ready.ts";

/** What opens a model that is served, and the flags that its key needs. */
export type ServedModel = { address: string; key: Pick<Flags, "endpoint" | "apiKeyEnv"> };

/** Of `anechat serve`, and so of whoever asks it. */
const keyVariable = "ANECHAT_API_KEY";

/** A server on this machine answers at once, unless it hangs. */
const patienceMs = 2000;

/**
 * Fetches the model if it isn't here, and serves it if it isn't served.
 * @param modelArgs the flags that say how it is loaded, as they were typed
 */
export async function servedModel(
  name: string,
  modelArgs: readonly string[],
  flags: Flags,
  io: Io,
): Promise<ServedModel> {
  refuseElsewhere(flags);
  const model = await obtainModel(name, flags, io);
  if (model.kind !== "local") {
    throw new AnechatError("usage", `${name} is served already, elsewhere`, {
      hint: `Chat with it by its name alone: anechat ${name}`,
    });
  }
  // What can't be loaded is better said here than in a server's log.
  resolveModel(model.path);
  const source = sourceOf(model);
  const running = await serverOf(source, flags, io);
  if (running !== undefined) {
    if (modelArgs.length > 0) {
      io.note(
        `${running.name} is served already, and stays as it was loaded: ${modelArgs.join(" ")} changes nothing.`,
      );
    }
    return servedAt(running.server, running.name, io);
  }
  const args = ["serve", model.isDemo ? name : resolve(model.path), "--port", "0", "--own-key", ...modelArgs];
  const entry = await startDetached(args, model.name, flags, io);
  io.note(
    `${entry.name} is served at ${new URL(entry.url).origin} from now on: "anechat stop ${entry.name}" ends it.`,
  );
  return servedAt(entry, servedName(entry, source, io) ?? basename(source), io);
}

/** These name another server and its model; here the name alone says which. */
function refuseElsewhere({ endpoint, model, apiKeyEnv }: Flags): void {
  const [flag] =
    Object.entries({ endpoint, model, "api-key-env": apiKeyEnv }).find(([, value]) => value) ?? [];
  if (flag === undefined) return;
  throw new AnechatError("usage", `--${flag} is for a model elsewhere, and run serves one of this machine`, {
    hint: "Leave it out; without run, anechat chats with a model elsewhere.",
  });
}

type Offer = { server: SeenServer; name: string };

/**
 * A server that runs and offers the model; one that was started with it goes before one that serves all there is. If it
 * is still loading the model, that is waited for.
 */
async function serverOf(source: string, { quiet }: Flags, io: Io): Promise<Offer | undefined> {
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

/** What opens a server of this user's; undefined if that isn't known. */
function keyOf({ instance }: Pick<SeenServer, "instance">, io: Io): string | undefined {
  return ownKeyOf(instance, io) ?? (io.env[keyVariable] || undefined);
}

/** The key of a server that was started for this user's commands. */
function ownKeyOf(instance: string, io: Io): string | undefined {
  return (
    new Registry(io.paths.runtime).entries().find((one) => one.instance === instance)?.ownKey ?? undefined
  );
}

/** Whether it says so itself: what it serves is what it saw when it looked last. */
async function lists({ url, needsKey }: SeenServer, name: string, key: string | undefined): Promise<boolean> {
  const address = new URL(`/v1/models/${encodeURIComponent(name)}`, url);
  try {
    const response = await fetch(address, {
      headers: needsKey ? { Authorization: `Bearer ${key}` } : {},
      signal: AbortSignal.timeout(patienceMs),
      redirect: "error",
      ...directIfHere(address),
    });
    return response.ok;
  } catch {
    // Gone, or stuck: another is started.
    return false;
  }
}

function servedAt({ url, needsKey, instance }: SeenServer, model: string, io: Io): ServedModel {
  const endpoint = new URL("/v1", url).href;
  // A server's own key is found with its address: see endpoints.ts.
  const isUsers = needsKey && ownKeyOf(instance, io) === undefined;
  return {
    address: formatAddress({ endpoint, model }),
    key: isUsers ? { endpoint, apiKeyEnv: keyVariable } : {},
  };
}
