/** Saved chats: where their files are, and how a command finds the chat that it continues. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AnechatError } from "../base/errors.ts";
import { type ChatNumber, ChatStore, type SavedChat } from "../chat/store/chat-store.ts";
import type { AnsweringModel, Entry } from "../chat/transcript.ts";
import { isWorkspaceAddress } from "../kaito/address.ts";
import { demoName } from "../models/demo.ts";
import { isAddress } from "../remote/endpoint.ts";
import type { Flags } from "./flags.ts";
import type { Io } from "./io.ts";

export function chatsPath(io: Io): string {
  return join(io.paths.data, "chats.sqlite");
}

/** The prompt history of older versions. */
export function oldHistoryPath(io: Io): string {
  return join(io.paths.data, "history.jsonl");
}

/** Where the KV states of chats are cached. */
export function snapshotsFolder(io: Io): string {
  return join(io.paths.cache, "snapshots");
}

/** @param text as typed @throws AnechatError `usage` */
export function parseChatNumber(text: string): ChatNumber {
  const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (number > 0) return number;
  throw new AnechatError("usage", `"${text}" is not a chat's number`, { hint: 'See "anechat chats".' });
}

/** @throws AnechatError `usage` if there is no such chat */
export function loadChat(store: ChatStore | undefined, number: ChatNumber): SavedChat {
  const chat = store?.load(number);
  if (chat !== undefined) return chat;
  throw new AnechatError("usage", `There is no chat ${number}`, { hint: 'See "anechat chats".' });
}

/** The chat of --continue or --resume; undefined without them. @throws AnechatError `usage` */
export function chatToResume({ continue: latest, resume, load }: Flags, io: Io): SavedChat | undefined {
  if ([latest, resume, load].filter((flag) => flag !== undefined).length > 1) {
    throw new AnechatError("usage", "--continue, --resume and --load exclude each other");
  }
  if (!latest && resume === undefined) return undefined;
  using store = ChatStore.openForReading(chatsPath(io));
  if (resume !== undefined) return loadChat(store, resume);
  const number = store?.latest();
  if (number === undefined) throw new AnechatError("usage", "There is no chat to continue yet");
  return loadChat(store, number);
}

/**
 * A name that opens the last model of a chat.
 * @throws AnechatError `modelNotFound` if it is gone
 */
export function modelOf(chat: SavedChat): string | undefined {
  const { number } = chat;
  const model = lastModelOf(chat);
  if (model === undefined || model.source === "") return undefined;
  const { source } = model;
  const isRemote = isAddress(source) || isWorkspaceAddress(source);
  if (source === demoName || isRemote || existsSync(source)) return source;
  throw new AnechatError(
    "modelNotFound",
    `Chat ${number} used ${model.name}, which no longer exists: ${source}`,
    {
      hint: `Name another model: anechat MODEL --resume ${number}`,
    },
  );
}

/** The model that was asked last, or answered last. */
export function lastModelOf({ entries }: SavedChat): Pick<AnsweringModel, "name" | "source"> | undefined {
  return entries.map(modelOfEntry).findLast((one) => one !== undefined);
}

function modelOfEntry(entry: Entry): Pick<AnsweringModel, "name" | "source"> | undefined {
  if (entry.role === "user") return entry.asked;
  return entry.role === "assistant" ? entry.facts?.model : undefined;
}
