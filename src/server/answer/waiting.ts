/**
 * What a request waits for before its answer begins. A stream says so in comments, which keep
 * clients and proxies from giving up.
 */
import type { ConversationEvent } from "../../chat/conversation.ts";

export class Waiting {
  readonly #accepted = Promise.withResolvers<void>();
  #text = "loading the model";

  /** Resolves when the engine has taken the prompt: most faults of a request are found before. */
  get accepted(): Promise<void> {
    return this.#accepted.promise;
  }

  /** One line for people who look at the stream: "waiting, 3 before you". */
  get text(): string {
    return this.#text;
  }

  /** Gets the events of the answer, in their order. */
  update(event: ConversationEvent): void {
    // The prompt is still being fitted.
    if (event.type === "dropped") return;
    if (event.type === "queued") {
      // The next in line may still wait for an answer in progress.
      this.#text = `waiting, ${event.before === 0 ? "next in line" : `${event.before} before you`}`;
    } else if (event.type === "progress") {
      this.#text = `reading ${event.evaluated} of ${event.total}`;
    }
    this.#accepted.resolve();
  }
}
