/**
 * Three words of memory that native code and every thread of ours can touch while
 * a native call blocks the Worker: how far a load is, "stop now", and "it will
 * block for ever". This is `anechat_signals` of native/anechat.h.
 */
import { type Pointer, ptr } from "bun:ffi";

const abortIndex = 0;
const progressIndex = 1;
const lostIndex = 2;

export class Signals {
  /** Handed to the other side of a Worker; `new Signals(buffer)` there shares the words. */
  readonly buffer: SharedArrayBuffer;
  readonly #words: Int32Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(12)) {
    this.buffer = buffer;
    this.#words = new Int32Array(buffer);
  }

  /** For native code; valid as long as this object lives. */
  get address(): Pointer {
    return ptr(this.#words);
  }

  get aborted(): boolean {
    return Atomics.load(this.#words, abortIndex) !== 0;
  }

  set aborted(aborted: boolean) {
    Atomics.store(this.#words, abortIndex, aborted ? 1 : 0);
  }

  /** Weights loaded, 0 to 1. */
  get progress(): number {
    return Atomics.load(this.#words, progressIndex) / 1000;
  }

  /** An RPC worker is gone, and with it the thread that waits for it. */
  get lost(): boolean {
    return Atomics.load(this.#words, lostIndex) !== 0;
  }
}
