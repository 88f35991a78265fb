/** A queue of values that are pushed on one side and iterated on the other. Ends or fails once. */
export class EventQueue<T> implements AsyncIterable<T> {
  readonly #values: T[] = [];
  #end: { error: unknown } | "open" | "closed" = "open";
  #wake: (() => void) | undefined;

  push(value: T): void {
    this.#values.push(value);
    this.#wake?.();
  }

  close(): void {
    if (this.#end === "open") this.#end = "closed";
    this.#wake?.();
  }

  fail(error: unknown): void {
    if (this.#end === "open") this.#end = { error };
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for (;;) {
      while (this.#values.length > 0) yield this.#values.shift() as T;
      if (this.#end === "closed") return;
      if (this.#end !== "open") throw this.#end.error;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = undefined;
    }
  }
}
