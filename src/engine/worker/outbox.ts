/**
 * Bundles events for the main thread. Every message wakes that thread on a core that computes, so
 * events of fast steps are sent together every 40 ms. Events of slow steps, the first event after a
 * pause and the end of an answer are sent immediately.
 */
import type { ChatEvent } from "../../protocol/chat.ts";

export type AddressedEvent = { requestId: number; event: ChatEvent };

const bundleMs = 40;

/** Steps that take longer than this are too slow to bundle their events. */
const slowStepMs = bundleMs / 2;

export class Outbox {
  readonly #send: (events: readonly AddressedEvent[]) => void;
  #events: AddressedEvent[] = [];
  #sentAt = Number.NEGATIVE_INFINITY;
  #lastStepAt = Number.NEGATIVE_INFINITY;

  constructor(send: (events: readonly AddressedEvent[]) => void) {
    this.#send = send;
  }

  add(requestId: number, event: ChatEvent): void {
    this.#events.push({ requestId, event });
  }

  /**
   * Call after each step. Sends the events if the last message is 40 ms old, the steps are slow, or
   * an answer is complete.
   * @param now monotonic milliseconds
   */
  sendIfDue(now: number): void {
    const isSlow = now - this.#lastStepAt >= slowStepMs;
    this.#lastStepAt = now;
    const isLate = now - this.#sentAt >= bundleMs;
    if (isSlow || isLate || this.#events.some(({ event }) => event.type === "done")) this.flush(now);
  }

  /** Sends all events, for example before another message that must come after them. */
  flush(now: number): void {
    if (this.#events.length === 0) return;
    const events = this.#events;
    this.#events = [];
    this.#sentAt = now;
    this.#send(events);
  }
}
