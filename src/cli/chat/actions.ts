/**
 * What the chat's commands do. Their names and help are in terminal/commands.ts; each group of the
 * help is a file of actions/.
 */
import type { ChatActions } from "../../terminal/chat-loop.ts";
import { answerActions } from "./actions/answers.ts";
import { chatsActions } from "./actions/chats.ts";
import { messageActions } from "./actions/messages.ts";
import { modelActions } from "./actions/model.ts";
import type { ChatSession } from "./chat-session.ts";

export function chatActions(chat: ChatSession): ChatActions {
  return { ...answerActions(chat), ...messageActions(chat), ...chatsActions(chat), ...modelActions(chat) };
}
