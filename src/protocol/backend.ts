/** What answers a conversation: the engine of this process, or an endpoint elsewhere. */
import type { ChatEvent, ChatOptions, Message } from "./chat.ts";

/** An endpoint is busy or restarting: the request is sent again after so many milliseconds. */
export type Waiting = { type: "waiting"; reason: string; milliseconds: number };

/** An endpoint may have to be waited for, before its answer begins. */
export type BackendEvent = ChatEvent | Waiting;

export interface Backend {
  /** Tokens a conversation may have, its answer included; Infinity where that isn't known. */
  readonly contextLimit: number;
  /** One answer; errors are thrown by the iteration. */
  chat(messages: readonly Message[], options?: ChatOptions): AsyncIterable<BackendEvent>;
  /** Tokens of the prompt these messages make; for an endpoint an estimate on the high side. */
  countTokens(messages: readonly Message[], options?: Pick<ChatOptions, "signal">): Promise<number>;
}
