/** The interface of anything that answers a conversation: this process's engine, or an endpoint. */
import type { ChatEvent, ChatOptions, Message } from "./chat.ts";

/** The endpoint is busy or restarting. The request is sent again after this wait. */
export type Waiting = { type: "waiting"; reason: string; milliseconds: number };

/** An endpoint may send `waiting` before its answer begins. */
export type BackendEvent = ChatEvent | Waiting;

export interface Backend {
  /** Maximum tokens of a conversation, its answer included; Infinity if unknown. */
  readonly contextLimit: number;
  /** Generates one answer. The iteration throws the errors. */
  chat(messages: readonly Message[], options?: ChatOptions): AsyncIterable<BackendEvent>;
  /** Tokens of these messages as a prompt; for an endpoint a high estimate. */
  countTokens(messages: readonly Message[], options?: Pick<ChatOptions, "signal">): Promise<number>;
}
