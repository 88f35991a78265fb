/** The chat that --continue or --resume names. The database is opened only for these flags. */
import type { SavedChat } from "../chat/store/chat-store.ts";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";

/** A saved chat, and the name that opens the model that answered last in it. */
export type ResumedChat = { chat: SavedChat; model: () => string | undefined };

/** @throws AnechatError `usage` if there is no such chat */
export async function savedChat(flags: Flags, io: Io): Promise<ResumedChat | undefined> {
  if (!flags.continue && flags.resume === undefined) return undefined;
  const { chatToResume, modelOf } = await import("./saved-chats.ts");
  const chat = chatToResume(flags, io);
  return chat && { chat, model: () => modelOf(chat) };
}
