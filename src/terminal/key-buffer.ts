/** Keys that wait for a prompt to read them, oldest first. */
import type { Key } from "./keys.ts";

export class KeyBuffer {
  #keys: Key[] = [];
  /** Keys at the beginning that are taken already: shifting each would copy a long buffer. */
  #taken = 0;
  #hasChanged = false;
  readonly #listeners = new Set<() => void>();

  get isEmpty(): boolean {
    return this.#taken === this.#keys.length;
  }

  get keys(): readonly Key[] {
    return this.#keys.slice(this.#taken);
  }

  push(key: Key): void {
    this.#keys.push(key);
    this.#hasChanged = true;
  }

  take(): Key | undefined {
    const key = this.#keys[this.#taken];
    if (key === undefined) return undefined;
    this.#taken += 1;
    if (this.isEmpty) {
      this.#keys = [];
      this.#taken = 0;
    }
    this.#hasChanged = true;
    return key;
  }

  /** Removes the first such key. @returns whether there was one */
  remove(isIt: (key: Key) => boolean): boolean {
    const at = this.#keys.findIndex((key, index) => index >= this.#taken && isIt(key));
    if (at === -1) return false;
    this.#keys.splice(at, 1);
    this.#hasChanged = true;
    return true;
  }

  /** Calls `listener` at each {@link announce} after a change, until disposed. */
  onChange(listener: () => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  /** Many keys may come in one read: the listeners are called once for all of them. */
  announce(): void {
    if (!this.#hasChanged) return;
    this.#hasChanged = false;
    for (const listener of [...this.#listeners]) listener();
  }
}
