/**
 * `anechat chats import`: imports chats from JSON files. A chat that exists gets only its new
 * messages.
 */
import { exitCodes } from "../../base/errors.ts";
import { plural } from "../../base/format.ts";
import { parseChatFile } from "../../chat/read-chat-file.ts";
import { ChatStore } from "../../chat/store/chat-store.ts";
import type { Io } from "../../cli/io.ts";
import { chatsPath } from "../../cli/saved-chats.ts";
import { readText } from "../../cli/text-file.ts";
import { printJson } from "../../terminal/print.ts";

/** Reads all files before the first is imported. */
export async function importChats(
  files: readonly string[],
  { json }: { json?: boolean },
  io: Io,
): Promise<number> {
  const chats = files.map((file) => ({
    file,
    chat: parseChatFile(readText(file, { io }), file, Date.now()),
  }));
  using store = ChatStore.open(chatsPath(io));
  const imported = chats.map(({ file, chat }) => ({ file, ...store.import(chat) }));
  if (json) {
    printJson(io.stdout, imported);
    return exitCodes.ok;
  }
  for (const { file, number, added } of imported) {
    io.note(`${file}: chat ${number}, ${added === 0 ? "nothing new" : plural(added, "new message")}`);
  }
  return exitCodes.ok;
}
