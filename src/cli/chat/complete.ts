/** What Tab completes in a chat after a command's name: models, keys, files. */

import { hubCacheFolder } from "../../hub/cache.ts";
import { modelChoices } from "../../models/choices.ts";
import { completePath } from "../../terminal/complete-path.ts";
import type { Io } from "../io.ts";
import type { ModelSession } from "../session/session.ts";
import type { ChatSession } from "./chat-session.ts";
import { settableKeys } from "./settings.ts";

/** @returns complete input lines */
export function completeArgument(text: string, { io, session }: ChatSession): string[] {
  const mention = /(?:^|\s)@(\S*)$/.exec(text)?.[1];
  if (mention !== undefined) return after(text, mention, completePath(mention));
  const [, command, argument = ""] = /^\/(\w+) +(.*)$/s.exec(text) ?? [];
  switch (command?.toLowerCase()) {
    case "file":
    case "save":
    case "load":
      return after(text, argument, completePath(argument));
    case "switch":
      return after(text, argument, beginning([...modelNames(io), ...siblings(session)], argument));
    case "set":
      return after(text, argument, beginning(settableKeys, argument));
    case "copy":
      return after(text, argument, beginning(["code"], argument));
    default:
      return [];
  }
}

/** Names for /switch: the local models, and the endpoints in the config file. */
export function modelNames(io: Io): string[] {
  const local = modelChoices(io.paths.data, hubCacheFolder(io.env), io.paths.cache).flatMap((choice) =>
    "path" in choice ? [choice.path] : choice.kind === "demo" ? [choice.name] : [],
  );
  return [...local, ...io.endpoints.keys()];
}

/** The models of the current endpoint. */
function siblings(session: ModelSession): string[] {
  return session.kind === "remote" ? session.backend.names.map((name) => `#${name}`) : [];
}

function after(text: string, typed: string, candidates: readonly string[]): string[] {
  const before = text.slice(0, text.length - typed.length);
  return candidates.map((candidate) => before + candidate);
}

function beginning(candidates: readonly string[], typed: string): string[] {
  return candidates.filter((candidate) => candidate.startsWith(typed));
}
