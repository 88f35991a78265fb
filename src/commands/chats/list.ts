/** The saved chats as a table, as JSON, or as a menu. */
import { autocomplete, isCancel } from "@clack/prompts";
import { AnechatError, exitCodes } from "../../base/errors.ts";
import {
  type ChatMatch,
  type ChatNumber,
  ChatStore,
  type ChatSummary,
  foundMarks,
} from "../../chat/store/chat-store.ts";
import { chatRows, chatTime, chatTitle } from "../../cli/chat-rows.ts";
import { type Io, withMenu } from "../../cli/io.ts";
import { chatsPath } from "../../cli/saved-chats.ts";
import { createColors } from "../../terminal/colors.ts";
import { mustMatch } from "../../terminal/menu.ts";
import { columnsOf, fitted } from "../../terminal/output.ts";
import { printJson } from "../../terminal/print.ts";
import { sanitize, sanitizeLine } from "../../terminal/sanitize.ts";

/** @param words that one message of a chat contains; undefined: lists all chats */
export async function list(
  words: string | undefined,
  { limit: limitText, json }: { limit: string; json?: boolean },
  io: Io,
): Promise<number> {
  if (!/^\d{1,9}$/.test(limitText))
    throw new AnechatError("usage", `--limit must be a number, not "${limitText}"`);
  const limit = Number(limitText) || -1;
  using store = ChatStore.openForReading(chatsPath(io));
  const chats: (ChatSummary | ChatMatch)[] =
    (words === undefined ? store?.list(limit) : store?.search(words, limit)) ?? [];
  if (json) {
    printJson(io.stdout, chats.map(toJson));
    return exitCodes.ok;
  }
  if (chats.length === 0) {
    io.note(words === undefined ? "No chats are saved yet." : "No chat has all these words in one message.");
    return exitCodes.ok;
  }
  const width = String(Math.max(...chats.map(({ number }) => number))).length;
  const columns = io.stdout.isTTY ? columnsOf(io.stdout) : Number.POSITIVE_INFINITY;
  const rows = chatRows(chats);
  for (const [index, chat] of chats.entries()) {
    io.stdout.write(`${fitted(rows[index] ?? "", columns)}\n`);
    if ("excerpt" in chat) io.stdout.write(`${" ".repeat(width)}  ${excerptRow(chat.excerpt, io)}\n`);
  }
  const all = store?.count() ?? 0;
  if (words === undefined && all > chats.length) io.note(`${all - chats.length} more: --limit 0 lists all.`);
  return exitCodes.ok;
}

/** A menu with search. @returns undefined if nothing was chosen */
export async function browse(io: Io): Promise<ChatNumber | undefined> {
  using store = ChatStore.openForReading(chatsPath(io));
  const chats = store?.list(-1) ?? [];
  if (store === undefined || chats.length === 0) {
    io.note("No chats are saved yet.");
    return undefined;
  }
  const opened = store;
  // A chat matches by its title or by its messages.
  let searched = { text: "", numbers: new Set<ChatNumber>() };
  const found = (text: string): Set<ChatNumber> => {
    if (searched.text !== text) {
      searched = { text, numbers: new Set(opened.search(text, 100).map(({ number }) => number)) };
    }
    return searched.numbers;
  };
  const chosen = await withMenu(io, (terminal) =>
    autocomplete<ChatNumber>({
      message: "Which chat would you like to continue?",
      placeholder: "Type to search",
      maxItems: 10,
      options: chats.map((chat) => ({
        value: chat.number,
        label: sanitizeLine(chatTitle(chat)),
        hint: `${chat.number}, ${chatTime(chat.updated)}`,
      })),
      filter: (text, option) =>
        text.trim() === "" ||
        (option.label ?? "").toLowerCase().includes(text.trim().toLowerCase()) ||
        found(text).has(option.value),
      validate: mustMatch,
      ...terminal,
    }),
  );
  return isCancel(chosen) ? undefined : chosen;
}

function toJson(chat: ChatSummary | ChatMatch): unknown {
  const { number, title, created, updated, questions, model } = chat;
  return {
    number,
    title,
    created: new Date(created).toISOString(),
    updated: new Date(updated).toISOString(),
    questions,
    model,
    ...("excerpt" in chat ? { excerpt: withoutMarks(chat.excerpt) } : {}),
  };
}

function excerptRow(excerpt: string, io: Io): string {
  const colors = createColors(io.env, io.stdout);
  const parts = sanitize(excerpt.replace(/\s+/g, " ")).split(foundMarks.open);
  const [first = "", ...rest] = parts;
  return rest.reduce((row, part) => {
    const [found = "", after = ""] = part.split(foundMarks.close);
    return row + colors.bold(found) + colors.dim(after);
  }, colors.dim(first));
}

function withoutMarks(excerpt: string): string {
  return excerpt.replaceAll(foundMarks.open, "").replaceAll(foundMarks.close, "");
}
