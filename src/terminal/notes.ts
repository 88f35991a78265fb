/** Notes about an answer: that it was cut, that turns were left out, that it has to wait. */
import { formatDuration, plural } from "../base/format.ts";
import type { ConversationEvent } from "../chat/conversation.ts";
import type { Waiting } from "../protocol/backend.ts";
import type { ChatEvent } from "../protocol/chat.ts";
import { sanitizeLine } from "./sanitize.ts";

/** Says why an answer was cut, and how to get more. */
export function cutNote(
  { finish, usage }: Extract<ChatEvent, { type: "done" }>,
  isChat: boolean,
): string | undefined {
  if (finish === "length") {
    const advice = isChat
      ? "/continue resumes it, /set max-tokens N allows more."
      : "--max-tokens allows more (0: no limit).";
    const { completionTokens, reasoningTokens = 0 } = usage;
    // The marks around the reasoning are counted in neither.
    const length = reasoningTokens === 0 ? ` after ${plural(completionTokens, "token")}` : "";
    return `The answer was cut${length}: ${advice}`;
  }
  if (finish === "context") {
    const advice = isChat
      ? "/compact or /clear makes room; a larger --ctx-size at the next start may, too."
      : "Shorten the input, or allow more with --ctx-size, if the model runs on this machine.";
    return `The answer was cut: the context of ${usage.contextLimit} tokens is full. ${advice}`;
  }
  return undefined;
}

/** Says that there is no word of an answer. */
export function cutBeforeAnswer({ finish, usage }: Extract<ChatEvent, { type: "done" }>): string {
  const why = finish === "context" ? "The context is full" : "The answer was cut";
  return `${why} after ${plural(usage.completionTokens, "token")}, before the first word of an answer`;
}

/** Says that a model was stopped while it reasoned. */
export function stoppedThinkingNote({
  tokens,
  isContextSpent = false,
}: Extract<ChatEvent, { type: "reasoningEnd" }>): string {
  const length = tokens === undefined ? "" : ` for ${plural(tokens, "token")}`;
  const why = isContextSpent
    ? ", so that an answer fits into the context."
    : ". --think N or /think N allows more.";
  return `The model was stopped after thinking${length}${why}`;
}

/** Says which turns are not sent any more, and why. A turn is a question with its answer. */
export function droppedNote(
  { messages, reason, limit }: Extract<ConversationEvent, { type: "dropped" }>,
  isChat: boolean,
): string {
  const turns = plural(Math.ceil(messages.length / 2), "oldest turn");
  const why = {
    turns: "--max-turns limits how many are sent.",
    promptTokens: `--trim-tokens limits the prompt to ${limit} tokens.`,
    context: `the context of ${limit} tokens is full.${isChat ? " Use /compact or /clear." : ""}`,
  };
  return `(${turns} left out: ${why[reason]})`;
}

/** Says why there is no answer yet, and when the request is repeated. */
export function waitingNote({ reason, milliseconds }: Waiting): string {
  return sanitizeLine(`${reason.replace(/[.\s]+$/, "")}; trying again in ${formatDuration(milliseconds)}.`);
}

/** For a question whose answer was stopped while the model reasoned. */
export const onlyThoughtsNote = "There is no answer yet: /continue thinks on, /retry asks again.";

/** For a code file that gets a whole answer. */
export const noCodeNote = "The answer has no fenced code block, so the file gets all of it.";
