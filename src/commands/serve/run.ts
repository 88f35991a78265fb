/** `anechat run MODEL`: a chat with a model that stays served, so that the next one begins at once. */
import { basename, resolve } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import { formatAddress } from "../../remote/endpoint.ts";
import { Registry, type SeenServer, type ServerEntry } from "../../server/registry.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";
import { obtainModel } from "../obtain-model.ts";
import { startDetached } from "./detach.ts";
import { sourceOf } from "./shelf.ts";

/** What opens a model that is served, and the flags that its key needs. */
export type ServedModel = { address: string; key: Pick<Flags, "endpoint" | "apiKeyEnv"> };

/** Of `anechat serve`, and so of whoever asks it. */
const keyVariable = "ANECHAT_API_KEY";

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
  const model = await obtainModel(name, flags, io);
  if (model.kind !== "local") {
    throw new AnechatError("usage", `${name} is served already, elsewhere`, {
      hint: `Chat with it by its name alone: anechat ${name}`,
    });
  }
  const source = sourceOf(model);
  const servers = await new Registry(io.paths.runtime).servers();
  const hasKey = Boolean(io.env[keyVariable]);
  const running = servers.find((server) => opens(server, hasKey) && server.sources.includes(source));
  if (running !== undefined) {
    if (modelArgs.length > 0) {
      io.note(
        `${running.name} is served already, and stays as it was loaded: ${modelArgs.join(" ")} changes nothing.`,
      );
    }
    return servedAt(running, source);
  }
  const args = ["serve", model.isDemo ? name : resolve(model.path), "--port", "0", ...modelArgs];
  const entry = await startDetached(args, sanitize(model.name), flags, io);
  io.note(
    `${entry.name} is served at ${new URL(entry.url).origin} from now on: "anechat stop ${entry.name}" ends it.`,
  );
  if (entry.needsKey && !hasKey) {
    throw new AnechatError("usage", `${entry.name} asks for the key of your settings`, {
      hint: `Put it into the variable ${keyVariable}, too.`,
    });
  }
  return servedAt(entry, source);
}

function opens({ answers, needsKey }: SeenServer, hasKey: boolean): boolean {
  return answers && (!needsKey || hasKey);
}

function servedAt(
  { url, models, sources, needsKey }: Omit<ServerEntry, "healthKey">,
  source: string,
): ServedModel {
  const endpoint = new URL("/v1", url).href;
  const model = models[sources.indexOf(source)] ?? basename(source);
  return {
    address: formatAddress({ endpoint, model }),
    key: needsKey ? { endpoint, apiKeyEnv: keyVariable } : {},
  };
}
