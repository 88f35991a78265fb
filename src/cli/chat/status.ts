/** The state of a chat, for /status and /tokens. */
import { plural } from "../../base/format.ts";
import type { Message } from "../../protocol/chat.ts";
import { sanitize } from "../../terminal/sanitize.ts";
import type { ModelSession } from "../session/session.ts";
import type { ChatSession } from "./chat-session.ts";
import { samplingText } from "./settings.ts";

type Row = readonly [label: string, value: string];

export function statusOf(chat: ChatSession): Row[] {
  const { session, conversation, recorder, flags, options } = chat;
  const questions = conversation.messages.filter(({ role }) => role === "user").length;
  const left = conversation.droppedQuestions;
  const rows: Row[] = [
    ["Model", `${session.name} (${whereText(session)})`],
    ["Context", contextText(chat)],
    ["Turns", flags.history ? String(questions) : "each sent alone (--no-history)"],
  ];
  if (left > 0) rows.push(["Left out", `the ${plural(left, "oldest turn")}`]);
  rows.push(["System", conversation.systemPrompt ?? "none"]);
  rows.push(["Sampling", samplingText(options)]);
  rows.push(["Chat", chatText(chat)]);
  if (recorder.path !== undefined) rows.push(["File", recorder.path]);
  return rows;
}

export async function tokenCounts(chat: ChatSession): Promise<Row[]> {
  const { messages, systemPrompt } = chat.conversation;
  const about = chat.session.kind === "remote" ? "about " : "";
  const rows: Row[] = [["Messages", String(messages.length)]];
  if (systemPrompt !== undefined) {
    const alone: Message[] = [
      { role: "system", content: systemPrompt },
      { role: "user", content: "" },
    ];
    rows.push(["System", about + plural(await chat.countTokens(alone), "token")]);
  }
  const prompt = messages.at(-1)?.role === "assistant" ? messages.slice(0, -1) : messages;
  if (prompt.length > 0)
    rows.push(["Prompt", `${about}${await chat.countTokens(prompt)} tokens, the last answer not counted`]);
  rows.push(["Context", contextText(chat)]);
  return rows;
}

/** @param style of the labels */
export function rowsText(rows: readonly Row[], style: (text: string) => string): string {
  return rows.map(([label, value]) => `${style(label.padEnd(9))} ${sanitize(value)}`).join("\n");
}

function chatText({ recorder, flags }: ChatSession): string {
  if (!flags.save) return "not saved (--no-save)";
  const { number, isBehind } = recorder;
  if (isBehind)
    return number === undefined ? "not saved: it can't be written" : `number ${number}, can't be written`;
  return number === undefined ? "saved after the first question" : `number ${number}`;
}

function whereText(session: ModelSession): string {
  if (session.kind === "remote") return `at ${session.place}`;
  return `${session.quantization}, ${session.info.device}`;
}

function contextText({ conversation, contextLimit }: ChatSession): string {
  const used = conversation.contextUsed;
  if (!Number.isFinite(contextLimit))
    return `${plural(used, "token")} used; the endpoint doesn't report its limit`;
  const share = contextLimit === 0 ? 0 : Math.round((100 * used) / contextLimit);
  return `${used} of up to ${contextLimit} tokens used (${share} %)`;
}
