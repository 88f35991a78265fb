/**
 * Reads little-endian values one after the other from a byte source through
 * one window of fixed size, so that memory stays flat whatever a header claims.
 * Knows bytes and limits, nothing of GGUF's structure.
 */
import { AnechatError } from "../../base/errors.ts";
import { formatBytes } from "../../base/format.ts";
import type { ByteSource } from "../source.ts";

/** Large enough that an 8 MB header takes few reads, small enough to cost nothing for a small file. */
const WINDOW_BYTES = 256 * 1024;

export type TextVisitor = (bytes: Uint8Array, start: number, end: number) => void;

export class Cursor {
  readonly #source: ByteSource;
  readonly #window: Uint8Array;
  readonly #view: DataView;
  readonly #decoder = new TextDecoder();
  /** Where the window starts in the source, how much of it is filled, and where the next value lies in it. */
  #start: number;
  #filled = 0;
  #next = 0;

  constructor(source: ByteSource, position = 0) {
    this.#source = source;
    this.#start = position;
    this.#window = new Uint8Array(Math.max(8, Math.min(WINDOW_BYTES, source.size)));
    this.#view = new DataView(this.#window.buffer);
  }

  /** Position of the next value in the source. */
  get position(): number {
    return this.#start + this.#next;
  }

  get remaining(): number {
    return this.#source.size - this.position;
  }

  u8(): number {
    return this.#view.getUint8(this.#advance(1));
  }
  i8(): number {
    return this.#view.getInt8(this.#advance(1));
  }
  u16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }
  i16(): number {
    return this.#view.getInt16(this.#advance(2), true);
  }
  u32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }
  i32(): number {
    return this.#view.getInt32(this.#advance(4), true);
  }
  f32(): number {
    return this.#view.getFloat32(this.#advance(4), true);
  }
  f64(): number {
    return this.#view.getFloat64(this.#advance(8), true);
  }

  u64(): number | bigint {
    return whenSafe(this.#view.getBigUint64(this.#advance(8), true));
  }
  i64(): number | bigint {
    return whenSafe(this.#view.getBigInt64(this.#advance(8), true));
  }

  /** A u64 that counts something; `Infinity` when it is past what a number holds, which no limit accepts. */
  count(): number {
    // Two halves: a bigint per token would cost more than the rest of the header together.
    const at = this.#advance(8);
    const high = this.#view.getUint32(at + 4, true);
    return high > 0x1f_ffff ? Infinity : high * 0x1_0000_0000 + this.#view.getUint32(at, true);
  }

  /** UTF-8; malformed bytes become U+FFFD, since old files hold some in texts nobody needs. */
  text(length: number): string {
    if (length <= WINDOW_BYTES) return this.#decoder.decode(this.bytes(length));
    const whole = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const part = this.bytes(Math.min(WINDOW_BYTES, length - done));
      whole.set(part, done);
      done += part.length;
    }
    return this.#decoder.decode(whole);
  }

  /** A view of the next bytes, at most 256 KiB, valid until the next read. */
  bytes(length: number): Uint8Array {
    const at = this.#advance(length);
    return this.#window.subarray(at, at + length);
  }

  skip(length: number): void {
    if (length > this.remaining) this.#truncated();
    if (this.#next + length <= this.#filled) {
      this.#next += length;
    } else {
      this.#start += this.#next + length;
      this.#next = 0;
      this.#filled = 0;
    }
  }

  /**
   * Skips `count` texts, each after its length as u64. A vocabulary has 400,000
   * of them with its merges: this loop is what reading a header costs.
   */
  skipTexts(count: number): void {
    let left = count;
    while (left > 0) {
      left -= this.#eachShortText(left, undefined);
      if (left === 0) break;
      this.skip(this.count());
      left -= 1;
    }
  }

  /** Shows the next `count` texts to `visit` where they lie, valid only during the call; each at most 64 KiB. */
  eachText(count: number, visit: TextVisitor): void {
    let left = count;
    while (left > 0) {
      left -= this.#eachShortText(left, visit);
      if (left === 0) break;
      const length = this.count();
      if (length >= 65_536) this.#fail(`has a token of ${formatBytes(length)}`);
      const at = this.#advance(length);
      visit(this.#window, at, at + length);
      left -= 1;
    }
  }

  /** Passes texts shorter than 64 KiB that lie wholly in the window: all of them, but for one at its end. */
  #eachShortText(limit: number, visit: TextVisitor | undefined): number {
    // Locals: private fields cost twice as much in this loop.
    const window = this.#window;
    const filled = this.#filled;
    let next = this.#next;
    let passed = 0;
    while (passed < limit && next + 8 <= filled && isShort(window, next)) {
      const start = next + 8;
      const end = start + window[next]! + window[next + 1]! * 256;
      if (end > filled) break;
      visit?.(window, start, end);
      next = end;
      passed += 1;
    }
    this.#next = next;
    return passed;
  }

  /** Makes the next `length` bytes lie in the window; returns where. */
  #advance(length: number): number {
    if (this.#next + length > this.#filled) this.#refill(length);
    const at = this.#next;
    this.#next += length;
    return at;
  }

  #refill(length: number): void {
    this.#start += this.#next;
    this.#next = 0;
    this.#filled = this.#source.read(this.#window, this.#start);
    if (length > this.#filled) this.#truncated();
  }

  #truncated(): never {
    this.#fail(
      `is truncated: its header goes on past the end of the file (${formatBytes(this.#source.size)})`,
    );
  }

  #fail(problem: string): never {
    throw new AnechatError("badModel", `${this.#source.name} ${problem}`, { hint: "Download it again." });
  }
}

function whenSafe(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** Whether the u64 at `at` is below 65,536. */
function isShort(bytes: Uint8Array, at: number): boolean {
  return (
    (bytes[at + 2]! | bytes[at + 3]! | bytes[at + 4]! | bytes[at + 5]! | bytes[at + 6]! | bytes[at + 7]!) ===
    0
  );
}
