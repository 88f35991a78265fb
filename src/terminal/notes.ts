/** What an answer has to say about itself besides its words: that it was cut, or what was left out for it. */
import { plural } from "../base/format.ts";
import type { ChatEvent } from "../engine/protocol.ts";

/** An answer that was cut says so, and how to go on. */
export function cutNote({ finish, usage }: Extract<ChatEvent, { type: "done" }>): string | undefined {
  if (finish === "length") {
    return `The answer was cut after ${usage.completionTokens} tokens: say "go on", or raise --max-tokens (0: no limit).`;
  }
  if (finish === "context") {
    return `The answer was cut: the context of ${usage.contextLimit} tokens is full. Shorten the input, or raise --ctx-size.`;
  }
  return undefined;
}

/** @param messages how many no longer fit; questions and answers go in pairs */
export function droppedNote(messages: number, contextLimit: number): string {
  const turns = plural(Math.ceil(messages / 2), "oldest turn");
  return `(${turns} left out: the context of ${contextLimit} tokens is full. /clear begins anew.)`;
}
