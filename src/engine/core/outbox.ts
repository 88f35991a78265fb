/**
 * Events on their way to the main thread. Every message wakes it, on a core that
 * is computing; so words that come fast go out in small bundles, as often as an eye can follow.
 * Slow ones, the first of an answer and its end never wait.
 */
import type { ChatEvent } from "../../protocol/chat.ts";

export type AddressedEvent = { requestId: number; event: ChatEvent };

const bundleMs = 40;

/** Between two steps: from there on a bundle would be one word, or come late. */
const slowMs = bundleMs / 2;

export class Outbox {
  readonly #send: (events: readonly AddressedEvent[]) => void;
  #events: AddressedEvent[] = [];
  #sentAt = Number.NEGATIVE_INFINITY;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(send: (events: readonly AddressedEvent[]) => void) {
    this.#send = send;
  }

  add(requestId: number, event: ChatEvent): void {
    this.#events.push({ requestId, event });
  }

  /**
   * Sends what waits, if it has waited long enough, would do so until the next step, or an answer is complete.
   * @param now monotonic milliseconds, after each step
   */
  sendIfDue(now: number): void {
    const isSlow = now - this.#askedAt >= slowMs;
    this.#askedAt = now;
    const isLate = now - this.#sentAt >= bundleMs;
    if (isSlow || isLate || this.#events.some(({ event }) => event.type === "done")) this.flush(now);
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
