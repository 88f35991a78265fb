/**
 * Continue sends the reasoning of an answer as a message of its own, before the answer:
 * https://github.com/ollama/ollama/issues/14202
 */
import type { Message } from "../../protocol/chat.ts";

export const thoughtRole = "thinking";

/** The reasoning of an answer that was interrupted stays an answer without a text. */
export function thoughtMessage(reasoning: string): Message {
  return { role: "assistant", content: "", ...(reasoning === "" ? {} : { reasoning }) };
}

/**
 * Gives an answer the thoughts that come directly before it.
 * @param messages one for each of the client's messages
 * @param isThought whether the message at this index was made by {@link thoughtMessage}
 */
export function joinThoughts(messages: readonly Message[], isThought: (index: number) => boolean): Message[] {
  const result: Message[] = [];
  for (const [index, message] of messages.entries()) {
    const last = result.at(-1);
    if (last === undefined || message.role !== "assistant" || !isThought(index - 1)) {
      result.push(message);
      continue;
    }
    const reasoning = [last.reasoning, message.reasoning].filter(Boolean).join("\n");
    result[result.length - 1] = { ...message, ...(reasoning === "" ? {} : { reasoning }) };
  }
  return result;
}
