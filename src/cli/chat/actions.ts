/** What the chat's commands do. Their names and help are in terminal/commands.ts. */
import { existsSync } from "node:fs";
import { extname } from "node:path";
import { AnechatError } from "../../base/errors.ts";
import { plural } from "../../base/format.ts";
import { chatOf, chatToJson, chatToMarkdown, isSavedChat } from "../../chat/chat-file.ts";
import type { ConversationEvent } from "../../chat/conversation.ts";
import { lastCodeBlock } from "../../chat/fenced-blocks.ts";
import type { Entry } from "../../chat/transcript.ts";
import type { ChatOptions } from "../../protocol/chat.ts";
import { formatAddress } from "../../remote/endpoint.ts";
import type { ChatAction, ChatActions, ChatUi } from "../../terminal/chat-loop.ts";
import { expandHome } from "../../terminal/complete-path.ts";
import { copySequence } from "../../terminal/output.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import { listModels } from "../model/list-models.ts";
import { readText, writeText } from "../text-file.ts";
import { readChat } from "./chat-recorder.ts";
import type { ChatSession } from "./chat-session.ts";
import { modelNames } from "./complete.ts";
import { editorOf, editText } from "./editor.ts";
import { samplingText, settableKeys, withSetting } from "./settings.ts";
import { rowsText, statusOf, tokenCounts } from "./status.ts";

export function chatActions(chat: ChatSession): ChatActions {
  const { conversation, io, recorder } = chat;

  const answering =
    (events: (options: ChatOptions) => AsyncIterable<ConversationEvent>): ChatAction =>
    (_, ui) =>
      chat.show(events, ui);

  return {
    status: (_, ui) => ui.print(rowsText(statusOf(chat), ui.dim)),
    clear: async (_, ui) => {
      const { number } = recorder;
      const saved = number === undefined ? "" : ` (It is saved as chat ${number}.)`;
      await chat.saveState(ui);
      conversation.clear();
      ui.note(`The conversation is cleared.${saved}`);
    },
    retry: answering((options) => conversation.retry(options)),
    undo: (_, ui) => ui.note(undoneText(conversation.undo())),
    edit: async (_, ui) => {
      const question = conversation.lastQuestion;
      if (question === undefined) throw nothingYet();
      const editor = editorOf(io.env);
      const text =
        editor === undefined
          ? await ui.edit(question.content)
          : await ui.lend(() => editText(editor, question.content));
      if (text === undefined || text.trim() === "" || text === question.content) {
        ui.note("Nothing was changed.");
        return;
      }
      if (editor !== undefined) ui.print(`prompt -> ${sanitize(text)}`);
      await chat.show((options) => conversation.edit(text, options), ui);
    },
    continue: async (_, ui) => {
      const before = conversation.lastAnswer;
      const continues = before?.content ?? "";
      await chat.show((options) => conversation.continue(options), ui, { continues });
      if (conversation.lastAnswer === before) ui.note("The model had nothing to add.");
    },
    branch: (argument, ui) => branch(chat, argument, ui),
    file: async (path, ui) => {
      if (path === "") throw new AnechatError("usage", "Which file? /file PATH");
      await chat.attach(path, ui);
      ui.note("It is sent with the next message.");
    },
    copy: (argument, ui) => {
      const answer = conversation.lastAnswer?.content.trim();
      const text = argument === "code" ? lastCodeBlock(answer ?? "")?.replace(/\n$/, "") : answer;
      if (!text)
        throw new AnechatError(
          "usage",
          argument === "code" ? "There is no code in the last answer." : "There is no answer yet.",
        );
      io.stdout.write(copySequence(text));
      ui.note(`${plural([...text].length, "character")} copied, if the terminal allows it (OSC 52).`);
    },
    system: (text, ui) => {
      if (text !== "") conversation.setSystemPrompt(text === "-" ? "" : text);
      ui.note(`System prompt: ${conversation.systemPrompt ?? "none"}`);
    },
    set: (argument, ui) => {
      const [key = "", ...value] = argument.split(/\s+/);
      if (key !== "" && value.length === 0) throw new AnechatError("usage", `Which value? /set ${key} VALUE`);
      if (key !== "") chat.options = withSetting(chat.options, key, value.join(" "));
      ui.note(`Sampling: ${samplingText(chat.options)}`);
      if (key === "") ui.note(`Keys: ${settableKeys.join(", ")}`);
    },
    models: async (_, ui) => {
      listModels({}, io);
      for (const line of remoteModels(chat)) ui.print(sanitize(line));
    },
    switch: async (name, ui) => {
      if (name === "")
        throw new AnechatError("usage", "/switch needs a model: /switch NAME", {
          hint: `The models are: ${modelNames(io).join(", ")}`,
        });
      await chat.switchTo(name, ui);
      ui.note(`${chat.session.name} answers from now on. The conversation stays.`);
    },
    tokens: async (_, ui) => ui.print(rowsText(await tokenCounts(chat), ui.dim)),
    compact: async (_, ui) => {
      let outcome: keyof typeof compactNotes = "stopped";
      await chat.show(async function* (options) {
        outcome = yield* conversation.compact(options);
      }, ui);
      ui.note(compactNotes[outcome]);
    },
    save: (path, ui) => {
      if (path === "") throw new AnechatError("usage", "To which file? /save FILE");
      save(chat, expandHome(path));
      ui.note(`Written to ${path}.`);
    },
    load: async (path, ui) => {
      if (path === "") throw new AnechatError("usage", "Which file? /load FILE");
      const transcript = recorder.take(await readChat(expandHome(path)));
      await chat.saveState(ui);
      conversation.open(transcript);
      await chat.restore(ui);
      const questions = conversation.messages.filter(({ role }) => role === "user").length;
      ui.note(`${path}: ${plural(questions, "question")}. The chat continues from there.`);
    },
  };
}

const compactNotes = {
  done: "From now on the model gets this summary and the last turns. /undo reverts this.",
  short: "There is too little to summarize.",
  stopped: "Nothing was changed: there is no summary.",
} as const;

/** Names for /switch that are not local models. */
function remoteModels({ session, io }: ChatSession): string[] {
  const tables = [...io.endpoints].map(
    ([name, { url, model }]) => `${name}  ${formatAddress({ endpoint: url, model })}`,
  );
  if (session.kind === "local") return tables;
  return [...tables, `At ${session.place}:`, ...session.backend.names.map((name) => `  #${name}`)];
}

/** /branch: lists the branches, or switches to one. */
function branch({ conversation }: ChatSession, argument: string, ui: ChatUi): void {
  const { transcript } = conversation;
  const tips = transcript.tips();
  if (tips.length === 0) throw nothingYet();
  if (argument === "") {
    const rows = tips.map((tip, index) => {
      const mark = tip.id === transcript.head ? "*" : " ";
      return `${mark} ${index + 1}  ${summaryOf(transcript.path(tip.id))}`;
    });
    ui.print(rows.map(sanitize).join("\n"));
    ui.note(tips.length === 1 ? "There is one branch." : "/branch N switches to one of them.");
    return;
  }
  const tip = /^\d+$/.test(argument) ? tips[Number(argument) - 1] : undefined;
  if (tip === undefined)
    throw new AnechatError("usage", `There is no branch ${argument}`, { hint: "/branch lists them." });
  conversation.goTo(tip.id);
  ui.note(`On branch ${argument}: ${summaryOf(transcript.path(tip.id))}`);
}

/** The last question and the beginning of its answer, in one line. */
function summaryOf(path: readonly Entry[]): string {
  const question = path.findLast(({ role }) => role === "user")?.content ?? "";
  const last = path.at(-1);
  const answer = last?.role === "assistant" ? ` → ${short(last.content)}` : "";
  return `${short(question)}${answer}`;
}

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}

function undoneText(undone: Entry | undefined): string {
  switch (undone?.role) {
    case undefined:
      return "There are no messages yet.";
    case "summary":
      return "The summary is removed: all messages are sent again.";
    case "system":
      return "The change of the system prompt is undone.";
    default:
      return `Undone: ${short(undone?.content ?? "")} (/branch finds it again.)`;
  }
}

/** @throws AnechatError `usage` instead of replacing a file that is not a saved chat */
function save({ conversation }: ChatSession, path: string): void {
  const { transcript } = conversation;
  const chat = chatOf(transcript);
  if (chat.entries.length === 0) throw nothingYet();
  const isMarkdown = [".md", ".markdown", ".txt"].includes(extname(path).toLowerCase());
  if (existsSync(path) && !isSavedChat(readText(path), chat.title)) {
    throw new AnechatError("usage", `${path} exists already and is not a saved chat`, {
      hint: "Choose another name.",
    });
  }
  writeText(path, isMarkdown ? chatToMarkdown(chat, transcript.path()) : chatToJson(chat));
}

function nothingYet(): AnechatError {
  return new AnechatError("usage", "There are no messages yet");
}
