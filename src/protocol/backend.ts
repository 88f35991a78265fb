/** What a conversation needs of whatever answers it: the engine of this process, or an endpoint. */

import type { Waiting } from "../remote/client.ts";
import type { ChatEvent, ChatOptions, Message, PromptInput } from "./chat.ts";

/** An endpoint may have to be waited for, before its answer begins. */
export type BackendEvent = ChatEvent | Waiting;

export interface Backend {
  /** Tokens a conversation may have, its answer included; Infinity where that isn't known. */
  readonly contextLimit: number;
  /** One answer; errors are thrown by the iteration. */
  chat(messages: readonly Message[], options?: ChatOptions): AsyncIterable<BackendEvent>;
  /** Tokens of the prompt these messages make; of an endpoint rather too many than too few. */
  countTokens(messages: readonly Message[], options?: Pick<ChatOptions, "signal">): Promise<number>;
}

/** Also takes a prompt as it is, without a chat template. */
export interface PromptBackend extends Backend {
  generate(input: PromptInput, options?: ChatOptions): AsyncIterable<BackendEvent>;
}
