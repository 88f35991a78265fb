/** The requests that wait for a sequence, in the order in which they came. */
import type { ChatEvent } from "../../protocol/chat.ts";
import type { Request } from "./generation.ts";

export class WaitingRequests {
  readonly #emit: (requestId: number, event: ChatEvent) => void;
  readonly #requests: { request: Request; before: number }[] = [];

  /** @param emit receives a `queued` event of a request whenever its place changes */
  constructor(emit: (requestId: number, event: ChatEvent) => void) {
    this.#emit = emit;
  }

  get size(): number {
    return this.#requests.length;
  }

  add(request: Request): void {
    this.#requests.push({ request, before: -1 });
    this.announce();
  }

  /** Takes the first one that may start. Call {@link announce} after the last one is taken. */
  take(mayStart: (request: Request) => boolean = () => true): Request | undefined {
    const index = this.#requests.findIndex(({ request }) => mayStart(request));
    return index === -1 ? undefined : this.#requests.splice(index, 1)[0]?.request;
  }

  /** Removes a request. @returns undefined if it doesn't wait */
  remove(requestId: number): Request | undefined {
    const index = this.#requests.findIndex(({ request }) => request.requestId === requestId);
    if (index === -1) return undefined;
    const [removed] = this.#requests.splice(index, 1);
    this.announce();
    return removed?.request;
  }

  clear(): void {
    this.#requests.length = 0;
  }

  /** Emits the places that have changed. */
  announce(): void {
    for (const [before, waiting] of this.#requests.entries()) {
      if (waiting.before === before) continue;
      waiting.before = before;
      const { requestId, prompt } = waiting.request;
      this.#emit(requestId, { type: "queued", before, promptTokens: prompt.tokens.length });
    }
  }
}
