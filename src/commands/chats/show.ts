/** `anechat chats show`: prints a chat as text, or all of it as JSON. */

import { exitCodes } from "../../base/errors.ts";
import { chatToJson, chatToMarkdown } from "../../chat/chat-file.ts";
import { ChatStore } from "../../chat/store/chat-store.ts";
import { Transcript } from "../../chat/transcript.ts";
import type { Io } from "../../cli/io.ts";
import { chatsPath, loadChat, parseChatNumber } from "../../cli/saved-chats.ts";
import { answerLook } from "../../terminal/answer-style.ts";
import { createAnswerView } from "../../terminal/answer-view.ts";
import { printJsonText } from "../../terminal/print.ts";

export async function show(number: string, { json }: { json?: boolean }, io: Io): Promise<number> {
  using store = ChatStore.openForReading(chatsPath(io));
  const chat = loadChat(store, parseChatNumber(number));
  if (json) {
    printJsonText(io.stdout, chatToJson(chat));
    return exitCodes.ok;
  }
  const markdown = chatToMarkdown(chat, new Transcript(chat).path());
  if (!io.stdout.isTTY) {
    io.stdout.write(markdown);
    return exitCodes.ok;
  }
  const view = createAnswerView(answerLook(io.stdout, io.env));
  view.write(markdown);
  view.end();
  return exitCodes.ok;
}
