/** Commands about chats: new, saved, renamed, summarized, written to files and read from them. */
import { existsSync } from "node:fs";
import { extname } from "node:path";
import { AnechatError } from "../../../base/errors.ts";
import { plural } from "../../../base/format.ts";
import { expandHome } from "../../../base/paths.ts";
import { chatOf, chatToJson, chatToMarkdown, isSavedChat } from "../../../chat/chat-file.ts";
import { ChatStore, type SavedChat } from "../../../chat/store/chat-store.ts";
import { typedText } from "../../../chat/transcript.ts";
import { typedPath } from "../../../chat/typed-paths.ts";
import type { ChatActions, ChatUi } from "../../../terminal/chat-loop.ts";
import { columnsOf, fitted } from "../../../terminal/output.ts";
import { sanitize } from "../../../terminal/sanitize.ts";
import { chatRows } from "../../chat-rows.ts";
import { chatsPath, lastModelOf } from "../../saved-chats.ts";
import { readText, writeText } from "../../text-file.ts";
import { readChat } from "../chat-recorder.ts";
import type { ChatSession } from "../chat-session.ts";
import { nothingYet } from "./answers.ts";

type ChatsActions = Pick<ChatActions, "clear" | "chats" | "rename" | "compact" | "save" | "load">;

/** How many chats /chats lists. */
const listed = 20;

export function chatsActions(chat: ChatSession): ChatsActions {
  const { conversation, io, recorder } = chat;
  return {
    clear: async (_, ui) => {
      const { number } = recorder;
      const saved = number === undefined ? "" : ` (It is saved as chat ${number}.)`;
      await chat.saveState(ui);
      conversation.clear();
      ui.note(`The conversation is cleared.${saved}`);
    },
    chats: async (argument, ui) => {
      using store = ChatStore.openForReading(chatsPath(io));
      if (argument === "") {
        listChats(store, ui, { current: recorder.number, columns: columnsOf(io.stdout) });
        return;
      }
      const saved = /^\d{1,15}$/.test(argument) ? store?.load(Number(argument)) : undefined;
      if (saved === undefined) {
        throw new AnechatError("usage", `There is no chat ${argument}`, { hint: "/chats lists them." });
      }
      await goTo(chat, saved, ui);
    },
    rename: (argument, ui) => {
      const title = argument.trim().replace(/\s+/g, " ");
      if (title === "") throw new AnechatError("usage", "Which name? /rename NAME");
      conversation.transcript.rename(title);
      ui.note(`This chat is called "${title}".`);
    },
    compact: async (_, ui) => {
      let outcome: keyof typeof compactNotes = "stopped";
      await chat.show(async function* (options) {
        outcome = yield* conversation.compact(options);
      }, ui);
      ui.note(compactNotes[outcome]);
    },
    save: (argument, ui) => {
      const path = typedPath(argument);
      if (path === "") throw new AnechatError("usage", "To which file? /save FILE");
      save(chat, expandHome(path));
      ui.note(`Written to ${path}.`);
    },
    load: async (argument, ui) => {
      const path = typedPath(argument);
      if (path === "") throw new AnechatError("usage", "Which file? /load FILE");
      const transcript = recorder.take(await readChat(expandHome(path)));
      await chat.saveState(ui);
      conversation.open(transcript);
      await chat.restore(ui);
      ui.note(`${path}: ${plural(questionsIn(chat), "question")}. The chat continues from there.`);
    },
  };
}

const compactNotes = {
  done: "From now on the model gets this summary and the last turns. /undo reverts this.",
  short: "There is too little to summarize: the last two turns always stay. /clear makes room.",
  stopped: "Nothing was changed: there is no summary.",
} as const;

function questionsIn({ conversation }: ChatSession): number {
  return conversation.messages.filter(({ role }) => role === "user").length;
}

/** @param current the number of this chat; rows are cut to `columns` */
function listChats(
  store: ChatStore | undefined,
  ui: ChatUi,
  { current, columns }: { current: number | undefined; columns: number },
): void {
  const chats = store?.list(listed) ?? [];
  if (chats.length === 0) {
    ui.note("No chats are saved yet.");
    return;
  }
  for (const [index, row] of chatRows(chats).entries()) {
    const mark = chats[index]?.number === current ? "*" : " ";
    ui.print(fitted(`${mark} ${row}`, columns));
  }
  const more = (store?.count() ?? 0) - chats.length;
  const others = more > 0 ? ` ${more} more: "anechat chats" searches them.` : "";
  ui.note(`/chats N continues one of them here.${others}`);
}

/** Continues a saved chat with the current model, and shows its last turn. */
async function goTo(chat: ChatSession, saved: SavedChat, ui: ChatUi): Promise<void> {
  const { conversation, recorder, session } = chat;
  if (saved.number === recorder.number) {
    ui.note(`This is chat ${saved.number}.`);
    return;
  }
  await chat.saveState(ui);
  conversation.open(recorder.transcript(saved));
  await chat.restore(ui);
  ui.note(`Chat ${saved.number}: ${saved.title} (${plural(questionsIn(chat), "question")})`);
  const { lastQuestion, lastAnswer } = conversation;
  if (lastQuestion !== undefined) ui.print(`\n${ui.dim(`prompt -> ${sanitize(typedText(lastQuestion))}`)}`);
  if (lastAnswer !== undefined) {
    await ui.show(async function* () {
      yield { type: "text", text: lastAnswer.content };
    });
  }
  const before = lastModelOf(saved)?.name;
  if (before === session.name) return;
  const hint = before === undefined ? "" : ` (It was ${before}: /switch changes it.)`;
  ui.note(`${session.name} answers from now on.${hint}`);
}

/** @throws AnechatError `usage` instead of replacing a file that is not a saved chat */
function save({ conversation }: ChatSession, path: string): void {
  const { transcript } = conversation;
  const chat = chatOf(transcript);
  if (chat.entries.length === 0) throw nothingYet();
  const isMarkdown = [".md", ".markdown", ".txt"].includes(extname(path).toLowerCase());
  const branch = transcript.path();
  if (existsSync(path) && !isSavedChat(readText(path), chat, branch)) {
    throw new AnechatError("usage", `${path} exists already and is not a saved chat`, {
      hint: "Choose another name.",
    });
  }
  writeText(path, isMarkdown ? chatToMarkdown(chat, branch) : chatToJson(chat));
}
