/**
 * The file with the answers of a batch, in the order of the prompts. Answers that finish out of
 * order wait in a second file beside it, so no finished answer is lost when the program is killed.
 */
import {
  appendFileSync,
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { AnechatError, errorCode, writeFailure } from "../base/errors.ts";

/** A line of the file. */
export type BatchLine = {
  index: number;
  /** The fingerprint of the prompt's line; it reveals answers to other prompts. */
  prompt: string;
} & Record<string, unknown>;

export class BatchFile implements Disposable {
  readonly #path: string;
  readonly #file: number;
  /** Lines that were answered out of order. */
  readonly #waiting = new Map<number, string>();
  #written = 0;

  /**
   * Opens the file of an unfinished run, or creates one.
   * @param fingerprints of the prompts, in order
   * @throws AnechatError `usage` if it contains answers to other prompts, `noAccess`, `diskFull`
   */
  constructor(path: string, fingerprints: readonly string[]) {
    this.#path = path;
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
      throw new AnechatError("usage", `${path} is not a regular file: answers can't be added to it`, {
        hint: "Name a file for --out. Without --out, the answers go to stdout.",
      });
    }
    try {
      this.#file = openSync(path, "a+", 0o600);
      const text = readIfPresent(path);
      const whole = wholeLines(text);
      for (const [at, line] of whole.entries()) {
        this.#check(line, `${path}, line ${at + 1}`, this.#written++, fingerprints);
      }
      for (const [at, line] of wholeLines(readIfPresent(this.#partPath)).entries()) {
        const { index } = this.#check(line, `${this.#partPath}, line ${at + 1}`, undefined, fingerprints);
        if (index >= this.#written) this.#waiting.set(index, line);
      }
      // A line that a crash cut off is written again. Nothing is cut from a file of another kind.
      const isOurs = text.startsWith(lineStart) || lineStart.startsWith(text);
      if (whole.length === 0 && !isOurs) this.#check(text, `${path}, line 1`, 0, []);
      ftruncateSync(this.#file, Buffer.byteLength(whole.map((line) => `${line}\n`).join("")));
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** Whether the prompt is answered. */
  has(index: number): boolean {
    return index < this.#written || this.#waiting.has(index);
  }

  /** @throws AnechatError `noAccess`, `diskFull` */
  add(line: BatchLine): void {
    const text = JSON.stringify(line);
    try {
      this.#waiting.set(line.index, text);
      if (line.index !== this.#written) appendFileSync(this.#partPath, `${text}\n`, { mode: 0o600 });
      this.#writeInOrder();
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** Call it when all prompts are answered. */
  complete(): void {
    this.#writeInOrder();
    rmSync(this.#partPath, { force: true });
  }

  get #partPath(): string {
    return `${this.#path}.part`;
  }

  #writeInOrder(): void {
    for (;;) {
      const line = this.#waiting.get(this.#written);
      if (line === undefined) return;
      writeSync(this.#file, `${line}\n`);
      this.#waiting.delete(this.#written);
      this.#written += 1;
    }
  }

  #check(
    line: string,
    where: string,
    expected: number | undefined,
    fingerprints: readonly string[],
  ): BatchLine {
    const { index, prompt } = parse(line) ?? {};
    const isExpected =
      index !== undefined &&
      (expected ?? index) === index &&
      prompt !== undefined &&
      fingerprints[index] === prompt;
    if (isExpected) return { index, prompt };
    const what = prompt === undefined ? "is not an answer of --batch" : "answers another prompt";
    throw new AnechatError("usage", `${where}: this ${what}`, {
      hint: `Choose another file for --out, or remove ${this.#path} and ${this.#partPath}.`,
    });
  }

  #failure(error: unknown): AnechatError {
    if (error instanceof AnechatError) return error;
    return writeFailure(
      this.#path,
      error,
      "The answers so far are kept. Run the same command again to continue.",
    );
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}

/** How each line of the file begins. */
const lineStart = '{"index":';

/** A hash of the prompt's line. */
export function promptFingerprint(line: string): string {
  return Bun.hash.xxHash64(line).toString(16).padStart(16, "0");
}

function wholeLines(text: string): string[] {
  const lines = text.split("\n");
  lines.pop();
  return lines;
}

function parse(line: string): BatchLine | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as BatchLine) : undefined;
  } catch {
    return undefined;
  }
}

function readIfPresent(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}
