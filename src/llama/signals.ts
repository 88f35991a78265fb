/**
 * Three words of memory that native code and all threads can access while a native call blocks the
 * Worker: a request to stop, the progress of a load, and that the call will never return. This is
 * `anechat_signals` of native/anechat.h.
 */
import { type Pointer, ptr } from "bun:ffi";

const abortIndex = 0;
const progressIndex = 1;
const lostIndex = 2;

export class Signals {
  /** Post it to another thread: `new Signals(buffer)` there shares the words. */
  readonly buffer: SharedArrayBuffer;
  readonly #words: Int32Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(12)) {
    this.buffer = buffer;
    this.#words = new Int32Array(buffer);
  }

  /** Valid as long as this object lives. */
  get address(): Pointer {
    return ptr(this.#words);
  }

  get aborted(): boolean {
    return Atomics.load(this.#words, abortIndex) !== 0;
  }

  set aborted(aborted: boolean) {
    Atomics.store(this.#words, abortIndex, aborted ? 1 : 0);
  }

  /** Share of the weights that is loaded, 0 to 1. */
  get progress(): number {
    return Atomics.load(this.#words, progressIndex) / 1000;
  }

  /** An RPC server was lost. The thread that waits for it never continues. */
  get lost(): boolean {
    return Atomics.load(this.#words, lostIndex) !== 0;
  }
}
