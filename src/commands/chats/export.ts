/** `anechat chats export`: writes a chat as JSON or markdown, to a file or to stdout. */
import { extname } from "node:path";
import { AnechatError, exitCodes } from "../../base/errors.ts";
import { chatToJson, chatToMarkdown } from "../../chat/chat-file.ts";
import { ChatStore } from "../../chat/store/chat-store.ts";
import { Transcript } from "../../chat/transcript.ts";
import type { Io } from "../../cli/io.ts";
import { chatsPath, loadChat, parseChatNumber } from "../../cli/saved-chats.ts";
import { writeText } from "../../cli/text-file.ts";
import { printJsonText, printText } from "../../terminal/print.ts";

export async function exportChat(
  number: string,
  file: string | undefined,
  { format, force }: { format?: string; force?: boolean },
  io: Io,
): Promise<number> {
  using store = ChatStore.openForReading(chatsPath(io));
  const chosen = formatOf(format, file);
  const chat = loadChat(store, parseChatNumber(number));
  const text = chosen === "json" ? chatToJson(chat) : chatToMarkdown(chat, new Transcript(chat).path());
  if (file === undefined) {
    if (chosen === "json") printJsonText(io.stdout, text);
    else printText(io.stdout, text);
    return exitCodes.ok;
  }
  writeText(file, text, force === true);
  io.note(`Chat ${chat.number} is written to ${file}.`);
  return exitCodes.ok;
}

function formatOf(format: string | undefined, file: string | undefined): "json" | "md" {
  const chosen = (format ?? (file === undefined ? "md" : extname(file).slice(1))).toLowerCase();
  if (chosen === "json") return "json";
  if (chosen === "md" || chosen === "markdown") return "md";
  throw new AnechatError("usage", `A chat can't be written as "${chosen}"`, {
    hint: "--format json or --format md",
  });
}
