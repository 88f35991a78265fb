/** The saved chats as rows of a table, for `anechat chats` and the chat's /chats. */
import { localTime, plural } from "../base/format.ts";
import type { ChatSummary } from "../chat/store/chat-store.ts";
import { sanitizeLine } from "../terminal/sanitize.ts";

/** One row for each chat, safe for a terminal, not cut. */
export function chatRows(chats: readonly ChatSummary[]): string[] {
  const width = String(Math.max(...chats.map(({ number }) => number))).length;
  return chats.map((chat) => {
    return sanitizeLine(
      `${String(chat.number).padStart(width)}  ${chatTime(chat.updated)}  ${chatTitle(chat)}`,
    );
  });
}

/** "Banana bread  (2 questions, demo)" */
export function chatTitle({ title, questions, model }: ChatSummary): string {
  return `${title}  (${plural(questions, "question")}${model === null ? "" : `, ${model}`})`;
}

/** "2026-11-21 16:20" @param time milliseconds since 1970 */
export function chatTime(time: number): string {
  return localTime(time).slice(0, 16).replace("T", " ");
}
