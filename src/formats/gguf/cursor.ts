/**
 * Reads little-endian values in sequence from a byte source, through a window of fixed size, so
 * that no header can make it allocate more. Knows bytes and limits, but not GGUF's structure.
 */
import { AnechatError } from "../../base/errors.ts";
import { formatBytes } from "../../base/format.ts";
import type { ByteSource } from "../source.ts";

/** Large enough to read an 8 MB header in few reads, and cheap for a small file. */
const WINDOW_BYTES = 256 * 1024;

export type TextVisitor = (bytes: Uint8Array, start: number, end: number) => void;

export class Cursor {
  readonly #source: ByteSource;
  readonly #window: Uint8Array;
  readonly #view: DataView;
  readonly #decoder = new TextDecoder();
  /** Position of the window in the source, its filled bytes, and the next value's offset in it. */
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

  /** A u64 as a count. `Infinity` above the largest safe integer, which every limit rejects. */
  count(): number {
    // Two halves: a bigint per token would cost more than the rest of the header.
    const at = this.#advance(8);
    const high = this.#view.getUint32(at + 4, true);
    return high > 0x1f_ffff ? Infinity : high * 0x1_0000_0000 + this.#view.getUint32(at, true);
  }

  /** UTF-8. Malformed bytes become U+FFFD: old files have some in unimportant texts. */
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
   * Skips `count` texts, each after its length as u64. A vocabulary with merges has 400,000 texts:
   * this loop takes most of the time of reading a header.
   */
  skipTexts(count: number): void {
    let remaining = count;
    while (remaining > 0) {
      remaining -= this.#eachShortText(remaining, undefined);
      if (remaining === 0) break;
      this.skip(this.count());
      remaining -= 1;
    }
  }

  /** Calls `visit` for the next `count` texts, each in the window. Texts must be below 64 KiB. */
  eachText(count: number, visit: TextVisitor): void {
    let remaining = count;
    while (remaining > 0) {
      remaining -= this.#eachShortText(remaining, visit);
      if (remaining === 0) break;
      const length = this.count();
      if (length >= 65_536) this.#fail(`has a token of ${formatBytes(length)}`);
      const at = this.#advance(length);
      visit(this.#window, at, at + length);
      remaining -= 1;
    }
  }

  /** Visits texts below 64 KiB that are wholly in the window. @returns how many */
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

  /** Loads the next `length` bytes into the window. @returns their offset in it */
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
      `is truncated: its header continues past the end of the file (${formatBytes(this.#source.size)})`,
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
