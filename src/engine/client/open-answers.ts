/** The main thread's unfinished answers: their event queues, and which of them were cancelled. */

import { EventQueue } from "../../base/event-queue.ts";
import type { ChatEvent } from "../../protocol/chat.ts";

type OpenAnswer = { readonly events: EventQueue<ChatEvent>; isCancelled: boolean };

export class OpenAnswers {
  readonly #answers = new Map<number, OpenAnswer>();

  get size(): number {
    return this.#answers.size;
  }

  get ids(): readonly number[] {
    return [...this.#answers.keys()];
  }

  /** Whether there are answers and all of them were cancelled. */
  get areAllCancelled(): boolean {
    return this.size > 0 && [...this.#answers.values()].every(({ isCancelled }) => isCancelled);
  }

  /** @returns the queue that will receive its events */
  open(requestId: number): EventQueue<ChatEvent> {
    const events = new EventQueue<ChatEvent>();
    this.#answers.set(requestId, { events, isCancelled: false });
    return events;
  }

  has(requestId: number): boolean {
    return this.#answers.has(requestId);
  }

  /** @returns false if the answer is finished; its events may still be read */
  cancel(requestId: number): boolean {
    const answer = this.#answers.get(requestId);
    if (answer !== undefined) answer.isCancelled = true;
    return answer !== undefined;
  }

  /** Adds an event; the `done` event closes the answer. */
  pass(requestId: number, event: ChatEvent): void {
    const answer = this.#answers.get(requestId);
    answer?.events.push(event);
    if (event.type !== "done") return;
    answer?.events.close();
    this.forget(requestId);
  }

  fail(requestId: number, error: unknown): void {
    this.#answers.get(requestId)?.events.fail(error);
    this.forget(requestId);
  }

  forget(requestId: number): void {
    this.#answers.delete(requestId);
  }
}
