/** Commands about answers: ask again, change, undo, continue, branch, copy. */
import { AnechatError } from "../../../base/errors.ts";
import { plural } from "../../../base/format.ts";
import { chatOf, chatToMarkdown } from "../../../chat/chat-file.ts";
import { codeBlocks } from "../../../chat/fenced-blocks.ts";
import { type Entry, typedText } from "../../../chat/transcript.ts";
import type { ChatActions, ChatUi } from "../../../terminal/chat-loop.ts";
import { sanitize } from "../../../terminal/sanitize.ts";
import type { ChatSession } from "../chat-session.ts";
import { copyToClipboard } from "../clipboard.ts";
import { editorOf, editText } from "../editor.ts";

type AnswerActions = Pick<ChatActions, "retry" | "edit" | "undo" | "continue" | "branch" | "copy">;

export function answerActions(chat: ChatSession): AnswerActions {
  const { conversation, io } = chat;
  return {
    retry: (_, ui) => chat.retry(ui),
    edit: async (_, ui) => {
      const question = conversation.lastQuestion;
      if (question === undefined) throw nothingYet();
      const typed = typedText(question);
      const editor = editorOf(io.env);
      const edited = editor === undefined ? undefined : await ui.lend(() => editText(editor, typed));
      const isFinished = edited !== undefined && !edited.wasKilled;
      const text = isFinished ? edited.text : await ui.edit(edited?.text ?? typed);
      if (text === undefined || text.trim() === "" || text === typed) {
        ui.note("Nothing was changed.");
        return;
      }
      if (isFinished) ui.print(`prompt -> ${sanitize(text)}`);
      await chat.edit(text, ui);
    },
    undo: (_, ui) => ui.note(undoneText(conversation.undo())),
    continue: (_, ui) => chat.continue(ui),
    branch: (argument, ui) => branch(chat, argument, ui),
    copy: async (argument, ui) => {
      const text = textToCopy(chat, argument.trim());
      const how = await copyToClipboard(text, io.stdout, io.env);
      ui.note(`${plural([...text].length, "character")} ${how}`);
    },
  };
}

export function nothingYet(): AnechatError {
  return new AnechatError("usage", "There are no messages yet");
}

/** The last question and the beginning of its answer, in one line. */
function summaryOf(path: readonly Entry[]): string {
  const question = path.findLast(({ role }) => role === "user");
  const last = path.at(-1);
  const answer = last?.role === "assistant" ? ` → ${short(last.content) || "(only thoughts)"}` : "";
  return `${question === undefined ? "" : short(typedText(question))}${answer}`;
}

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, " ");
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
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

function undoneText(undone: Entry | undefined): string {
  switch (undone?.role) {
    case undefined:
      return "There are no messages yet.";
    case "summary":
      return "The summary is removed: all messages are sent again.";
    case "system":
      return "The change of the system prompt is undone.";
    default:
      return `Undone: ${undone === undefined ? "" : short(typedText(undone))} (/branch finds it again.)`;
  }
}

/**
 * @param what of /copy: "" for the last answer, N for the N-th last, "code", "code N" or "all"
 * @throws AnechatError `usage` if there is no such text
 */
function textToCopy({ conversation }: ChatSession, what: string): string {
  const { transcript } = conversation;
  const path = transcript.path();
  const answers = path
    .flatMap(({ role, content }) => (role === "assistant" ? [content.trim()] : []))
    .filter((text) => text !== "");
  const match = /^(?<kind>code|all|(?=\d|$))\s*(?<number>\d+)?$/i.exec(what);
  if (match === null)
    throw new AnechatError("usage", `"${what}" can't be copied`, { hint: "See /help copy." });
  const kind = match.groups?.kind?.toLowerCase();
  const number = match.groups?.number === undefined ? undefined : Number(match.groups.number);
  if (answers.length === 0) throw new AnechatError("usage", "There is no answer yet");
  if (kind === "all") return chatToMarkdown(chatOf(transcript), path);
  if (kind === "") {
    const answer = answers.at(-(number ?? 1));
    if (answer !== undefined && number !== 0) return answer;
    throw new AnechatError("usage", `There is no answer ${number}`, {
      hint: `This chat has ${plural(answers.length, "answer")}; 1 is the last.`,
    });
  }
  const blocks = codeBlocks(answers.at(-1) ?? "");
  const block = number === undefined ? blocks.at(-1) : blocks[number - 1];
  if (block !== undefined) return block.replace(/\n$/, "");
  throw new AnechatError(
    "usage",
    blocks.length === 0
      ? "There is no code in the last answer"
      : `There is no code block ${number} in the last answer: it has ${blocks.length}`,
  );
}
