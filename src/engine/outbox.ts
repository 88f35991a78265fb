/**
 * Events on their way to the main thread. Every message wakes it, on a core that
 * is computing; so words go out in small bundles, as often as an eye can follow.
 * The first of an answer and its end never wait.
 */
import type { ChatEvent } from "./protocol.ts";

export type AddressedEvent = { requestId: number; event: ChatEvent };

const bundleMs = 40;

export class Outbox {
  readonly #send: (events: readonly AddressedEvent[]) => void;
  #events: AddressedEvent[] = [];
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(send: (events: readonly AddressedEvent[]) => void) {
    this.#send = send;
  }

  add(requestId: number, event: ChatEvent): void {
    this.#events.push({ requestId, event });
  }

  /**
   * Sends what waits, if it has waited long enough or an answer is complete.
   * @param now monotonic milliseconds
   */
  sendIfDue(now: number): void {
    const isDue = now - this.#sentAt >= bundleMs || this.#events.some(({ event }) => event.type === "done");
    if (isDue) this.flush(now);
  }

  /** Sends what waits: something else is to be said after it. */
  flush(now: number): void {
    if (this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    this.#sentAt = now;
    this.#send(events);
  }
}
