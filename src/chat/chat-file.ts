/** Writes a chat as a file: JSON with every branch, or markdown for people. */
import { type ChatNumber, type SavedChat, titleOf } from "./store/chat-store.ts";
import type { Entry, Transcript } from "./transcript.ts";

const chatFileFormat = "anechat-chat";
export const chatFileVersion = 1;

/** A chat in a file: it has no number in the database. */
export type PortableChat = Omit<SavedChat, "number">;

export function chatOf({ entries, head, title }: Transcript): PortableChat {
  return {
    title: title ?? titleOf(entries),
    created: entries[0]?.created ?? 0,
    updated: entries.at(-1)?.created ?? 0,
    head,
    entries,
  };
}

/**
 * Whether a text was written by this module: as JSON, or as markdown of this chat, which is known by
 * its title or, after a renaming, by its first message.
 * @param path the branch that would be written
 */
export function isSavedChat(text: string, chat: PortableChat, path: readonly Entry[]): boolean {
  const afterTitle = (markdown: string): string => markdown.slice(markdown.indexOf("\n"));
  const begins = afterTitle(chatToMarkdown(chat, path.slice(0, 1)));
  return (
    text.includes(`"format": "${chatFileFormat}"`) ||
    text.startsWith(`# ${chat.title}\n`) ||
    (path.length > 0 && text.startsWith("# ") && afterTitle(text).startsWith(begins))
  );
}

export function chatToJson(chat: PortableChat & { number?: ChatNumber | undefined }): string {
  const { title, created, updated, head, entries } = chat;
  return `${JSON.stringify(
    {
      format: chatFileFormat,
      version: chatFileVersion,
      title,
      created: new Date(created).toISOString(),
      updated: new Date(updated).toISOString(),
      head: head ?? null,
      messages: entries.map(({ parent, created: at, ...entry }) => ({
        ...entry,
        parent: parent ?? null,
        created: new Date(at).toISOString(),
      })),
    },
    undefined,
    2,
  )}\n`;
}

/** @param path the branch to write */
export function chatToMarkdown({ title, created }: PortableChat, path: readonly Entry[]): string {
  const parts = path.map(
    (entry) => `## ${headings[entry.role]}${byline(entry)}\n\n${thoughts(entry)}${entry.content.trim()}\n`,
  );
  return [`# ${title}\n\n${new Date(created).toISOString().slice(0, 10)}\n`, ...parts].join("\n");
}

const headings = {
  system: "System prompt",
  user: "User",
  assistant: "Assistant",
  summary: "Summary",
} as const;

/** Quoted, so that they can't be taken for the answer. */
function thoughts(entry: Entry): string {
  const text = entry.role === "assistant" ? (entry.reasoning ?? "").trim() : "";
  return text === "" ? "" : `${text.replace(/^/gm, "> ").replace(/ +$/gm, "")}\n\n`;
}

function byline(entry: Entry): string {
  return entry.role === "assistant" && entry.facts !== undefined ? ` (${entry.facts.model.name})` : "";
}
