/** The models, chats, presets and servers that Tab offers. Nothing is read before it is needed. */
import { type Dirent, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { AnechatError, errorCode } from "../../base/errors.ts";
import { formatBytes } from "../../base/format.ts";
import { ChatStore } from "../../chat/store/chat-store.ts";
import type { Settings } from "../../cli/config/files.ts";
import type { Io } from "../../cli/io.ts";
import { localModels } from "../../cli/model/list-models.ts";
import { chatsPath } from "../../cli/saved-chats.ts";
import { demoName } from "../../models/demo.ts";
import { formatAddress } from "../../remote/endpoint.ts";
import { Registry } from "../../server/registry.ts";
import type { Candidate, Sources } from "./complete.ts";

/** How many of the latest chats are offered. */
const maxChats = 50;

/** What can't be read is not offered: a shell has no place for an error. */
export function completionSources(settings: Settings | undefined, io: Io): Sources {
  const local = (): Candidate[] => [
    { value: demoName, about: "the tiny model inside" },
    ...readable(() => localModels(io)).map(({ name, bytes }) => ({ value: name, about: formatBytes(bytes) })),
  ];
  const aliases = (): Candidate[] => [
    ...io.aliases.entries().map(([name, model]) => ({ value: name, about: `alias of ${model}` })),
    ...io.aliases.presets().map(([name, model]) => ({ value: name, about: `preset of ${model}` })),
  ];
  const endpoints = (): Candidate[] =>
    [...io.endpoints].map(([name, { url, model }]) => ({
      value: name,
      about: formatAddress({ endpoint: url, model }),
    }));
  return {
    models: () => [...local(), ...aliases(), ...endpoints()],
    localModels: () => [...local(), ...aliases()],
    modelFiles,
    endpoints,
    presets: () => [...(settings?.presets.keys() ?? [])].map((value) => ({ value, about: "" })),
    chats: () =>
      readable(() => {
        using store = ChatStore.openForReading(chatsPath(io));
        return store?.list(maxChats) ?? [];
      }).map(({ number, title }) => ({ value: String(number), about: title })),
    servers: () =>
      new Registry(io.paths.runtime).entries().map(({ name, url }) => ({ value: name, about: url })),
  };
}

/** Model files, and folders that may contain some. Hidden ones need the dot. */
function modelFiles(typed: string): Candidate[] {
  const slash = typed.lastIndexOf("/") + 1;
  const [folder, start] = [typed.slice(0, slash), typed.slice(slash)];
  return readable(() => readdirSync(folder || ".", { withFileTypes: true }))
    .filter(({ name }) => name.startsWith(start) && (start !== "" || !name.startsWith(".")))
    .map((entry) => ({ path: folder + entry.name, isFolder: isFolder(entry, folder) }))
    .filter(({ path, isFolder }) => isFolder || /\.gguf$/i.test(path))
    .map(({ path, isFolder }) => ({ value: path + (isFolder ? "/" : ""), about: "" }));
}

/** Whether it is a folder or a link to one. */
function isFolder(entry: Dirent, parent: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return readable(() => [statSync(join(parent, entry.name))]).some((target) => target.isDirectory());
}

/** @returns nothing if it can't be read */
function readable<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    // A system error (ENOENT), or a damaged database.
    if (!(error instanceof AnechatError) && errorCode(error) === "") throw error;
    return [];
  }
}
