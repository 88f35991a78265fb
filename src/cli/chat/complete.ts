/** What the chat's input line completes: commands, their arguments, and files after `@`. */
import { basename, isAbsolute } from "node:path";
import { ChatStore } from "../../chat/store/chat-store.ts";
import { hubCacheFolder } from "../../hub/cache.ts";
import { modelChoices } from "../../models/choices.ts";
import { type Completes, commandCandidates, completesOf } from "../../terminal/commands.ts";
import { PathCompleter } from "../../terminal/complete-path.ts";
import { openWord } from "../../terminal/input/completion.ts";
import type { Candidate, Completions } from "../../terminal/input/state.ts";
import { chatTitle } from "../chat-rows.ts";
import type { Io } from "../io.ts";
import { chatsPath } from "../saved-chats.ts";
import type { ModelSession } from "../session/session.ts";
import type { ChatSession } from "./chat-session.ts";
import { settableKeys } from "./settings.ts";

const none: Completions = { from: 0, candidates: [] };

/** More saved chats are not offered. */
const maxChats = 30;

/** @returns the completions of a text at a cursor */
export function chatCompleter(chat: ChatSession): (text: string, cursor: number) => Completions {
  const paths = new PathCompleter();
  return (text, cursor) => {
    const before = text.slice(0, cursor);
    const word = openWord({ text, cursor });
    if (word?.kind === "command") return { from: 0, candidates: commandCandidates(before) };
    if (word !== undefined) {
      const path = before.slice(word.from + "@".length);
      return at(cursor, path, paths.complete(path));
    }
    const [, name = "", argument = ""] = /^\/([\w?]+) +([^\n]*)$/.exec(before) ?? [];
    const completes = name === "" ? undefined : completesOf(name);
    if (completes === undefined) return none;
    if (completes === "path" || completes === "paths") {
      // One path may contain spaces without quotes.
      const whole = at(cursor, argument, paths.complete(argument));
      if (whole.candidates.length > 0 || completes === "path") return whole;
      const last = lastWord(argument);
      return at(cursor, last, paths.complete(last));
    }
    const typed = argument.toLowerCase();
    const offered = argumentsOf(completes, chat);
    // A model's file is found by its name and by its path.
    const candidates = offered.filter(({ value, label }) => {
      return [value, label].some((name) => name.toLowerCase().startsWith(typed));
    });
    const files = completes === "model" && typed !== "" ? paths.complete(argument) : [];
    return at(cursor, argument, [
      ...candidates,
      ...files.filter(({ value }) => candidates.every((one) => one.value !== value)),
    ]);
  };
}

/** The last word of a line with paths, whose quote may be open. */
export function lastWord(argument: string): string {
  return /^(?:(?:"[^"]*"|'[^']*'|\\.|[^\s\\"'])*\s+)*(.*)$/s.exec(argument)?.[1] ?? "";
}

function at(cursor: number, typed: string, candidates: readonly Candidate[]): Completions {
  return { from: cursor - typed.length, candidates };
}

/** What may follow a command's name, besides paths. */
function argumentsOf(completes: Exclude<Completes, "path" | "paths">, chat: ChatSession): Candidate[] {
  if (typeof completes !== "string") return completes.map(word);
  switch (completes) {
    case "model":
      return [...modelNames(chat.io), ...siblings(chat.session)].map((name) => ({
        value: name,
        label: isAbsolute(name) ? basename(name) : name,
      }));
    case "setting":
      return settableKeys.map(word);
    case "command":
      return commandCandidates("/").map(({ label, hint }) => ({
        value: label.slice(1),
        label: label.slice(1),
        ...(hint === undefined ? {} : { hint }),
      }));
    case "branch":
      return chat.conversation.transcript.tips().map((_, index) => word(String(index + 1)));
    case "chat":
      return savedChats(chat.io);
  }
}

function word(value: string): Candidate {
  return { value, label: value };
}

function savedChats(io: Io): Candidate[] {
  using store = ChatStore.openForReading(chatsPath(io));
  return (store?.list(maxChats) ?? []).map((chat) => {
    return { value: String(chat.number), label: String(chat.number), hint: chatTitle(chat) };
  });
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
