/** `anechat run MODEL`: a chat with a model that stays served, so that the next one begins at once. */
import { basename, resolve } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import { Registry, type SeenServer, type ServerEntry } from "../../server/registry.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import type { Flags } from "../flags.ts";
import type { Io } from "../io.ts";
import { obtainModel } from "../obtain-model.ts";
import { startDetached } from "./detach.ts";
import { sourceOf } from "./shelf.ts";

/**
 * Fetches the model if it isn't here, and serves it if it isn't served.
 * @param modelArgs the flags that say how it is loaded, as they were typed
 * @returns what opens it: an address of the server
 */
export async function servedModel(
  name: string,
  modelArgs: readonly string[],
  flags: Flags,
  io: Io,
): Promise<string> {
  const model = await obtainModel(name, flags, io);
  if (model.kind !== "local") {
    throw new AnechatError("usage", `${name} is served already, elsewhere`, {
      hint: `Chat with it by its name alone: anechat ${name}`,
    });
  }
  const source = sourceOf(model);
  const servers = await new Registry(io.paths.runtime).servers();
  const running = servers.find((server) => isFree(server) && server.sources.includes(source));
  if (running !== undefined) {
    if (modelArgs.length > 0) {
      io.note(
        `${running.name} is served already, and stays as it was loaded: ${modelArgs.join(" ")} changes nothing.`,
      );
    }
    return addressOf(running, source);
  }
  const args = ["serve", model.isDemo ? name : resolve(model.path), "--port", "0", ...modelArgs];
  const entry = await startDetached(args, sanitize(model.name), flags, io);
  io.note(
    `${entry.name} is served at ${new URL(entry.url).origin} from now on: "anechat stop ${entry.name}" ends it.`,
  );
  return addressOf(entry, source);
}

function isFree({ answers, needsKey }: SeenServer): boolean {
  return answers && !needsKey;
}

function addressOf({ url, models, sources }: ServerEntry, source: string): string {
  const model = models[sources.indexOf(source)] ?? basename(source);
  return `${new URL("/v1", url).href}#${model}`;
}
