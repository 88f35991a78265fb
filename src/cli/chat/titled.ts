/** Keeps the title of the terminal's window true: the chat's model, and the chat's title. */
import { titleOf } from "../../chat/store/chat-store.ts";
import type { ChatAction, ChatActions } from "../../terminal/chat-loop.ts";
import type { WindowTitle } from "../../terminal/title.ts";
import type { ChatSession } from "./chat-session.ts";

type Titled = { answer: ChatAction; actions: ChatActions };

/** The answering and the commands of a chat, which may change its model or its title. */
export function titled(chat: ChatSession, actions: ChatActions, title: WindowTitle | undefined): Titled {
  const show = (question = ""): void => {
    const { transcript } = chat.conversation;
    const name = transcript.title ?? titleOf(transcript.path());
    title?.set(chat.session.name, name || question.trim().split("\n", 1)[0]);
  };
  const following =
    (action: ChatAction): ChatAction =>
    async (argument, ui) => {
      await action(argument, ui);
      show();
    };
  show();
  return {
    // The first question is the chat's title, also while its answer streams.
    answer: (text, ui) => {
      show(text);
      return chat.answer(text, ui);
    },
    actions: mapValues(actions, following),
  };
}

function mapValues<Keys extends string, T>(object: Readonly<Record<Keys, T>>, map: (value: T) => T) {
  const entries = Object.entries<T>(object).map(([key, value]) => [key, map(value)]);
  return Object.fromEntries(entries) as Record<Keys, T>;
}
