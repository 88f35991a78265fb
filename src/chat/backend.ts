/** What a conversation needs of whatever answers it: the engine of this process, or later an endpoint. */
import type { ChatEvent, ChatOptions, Message } from "../engine/protocol.ts";

export interface Backend {
  /** Tokens a conversation may have, its answer included. */
  readonly contextLimit: number;
  /** One answer; errors are thrown by the iteration. */
  chat(messages: readonly Message[], options?: ChatOptions): AsyncIterable<ChatEvent>;
  /** Tokens of the prompt these messages make. */
  countTokens(messages: readonly Message[]): Promise<number>;
}
