/** What an answer has to say about itself besides its words: that it was cut, or what was left out for it. */
import { formatDuration, plural } from "../base/format.ts";
import type { ConversationEvent } from "../chat/conversation.ts";
import type { Waiting } from "../protocol/backend.ts";
import type { ChatEvent } from "../protocol/chat.ts";
import { sanitizeLine } from "./sanitize.ts";

/** An answer that was cut says so, and how to go on: in a chat by a word. */
export function cutNote(
  { finish, usage }: Extract<ChatEvent, { type: "done" }>,
  isChat: boolean,
): string | undefined {
  if (finish === "length") {
    const goOn = isChat ? "/continue goes on, --max-tokens allows more" : "--max-tokens allows more";
    return `The answer was cut after ${usage.completionTokens} tokens: ${goOn} (0: no limit).`;
  }
  if (finish === "context") {
    return `The answer was cut: the context of ${usage.contextLimit} tokens is full. Shorten the input, or allow more (--ctx-size, for a model on this machine).`;
  }
  return undefined;
}

/** What is left out from now on; questions and answers go in pairs. */
export function droppedNote({
  messages,
  reason,
  limit,
}: Extract<ConversationEvent, { type: "dropped" }>): string {
  const turns = plural(Math.ceil(messages.length / 2), "oldest turn");
  if (reason === "turns") return `(${turns} left out: --max-turns limits how many are sent.)`;
  return `(${turns} left out: the context of ${limit} tokens is full. /compact or /clear)`;
}

/** Why there is no answer yet, and when it is asked for again. */
export function waitingNote({ reason, milliseconds }: Waiting): string {
  return sanitizeLine(`${reason.replace(/[.\s]+$/, "")}; trying again in ${formatDuration(milliseconds)}.`);
}

/** For a file of code that had to take a whole answer. */
export const noCodeNote = "No code stood in fences: the answer is written to the file as it is.";
