/**
 * The answers of a batch in a file, in the order of the prompts. What is answered out of turn waits in a
 * second file beside it, so that whatever ends the program, every finished answer is there the next time.
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
  /** Of the prompt's line: tells answers to other prompts. */
  prompt: string;
} & Record<string, unknown>;

export class BatchFile implements Disposable {
  readonly #path: string;
  readonly #file: number;
  /** Answered out of turn. */
  readonly #waiting = new Map<number, string>();
  #written = 0;

  /**
   * Opens a file of an earlier, unfinished run, or begins one.
   * @param fingerprints of the prompts, in order
   * @throws AnechatError `usage` if it has answers to other prompts, `noAccess`, `diskFull`
   */
  constructor(path: string, fingerprints: readonly string[]) {
    this.#path = path;
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
      throw new AnechatError("usage", `${path} is no file: answers can't be added to it`, {
        hint: "Name a file for --out, or leave it out: then they go to stdout.",
      });
    }
    try {
      this.#file = openSync(path, "a+", 0o600);
      const whole = wholeLines(readIfThere(path));
      // A line that a crash tore is written anew.
      ftruncateSync(this.#file, Buffer.byteLength(whole.map((line) => `${line}\n`).join("")));
      for (const line of whole) this.#check(line, this.#written++, fingerprints);
      for (const line of wholeLines(readIfThere(this.#aside))) {
        const { index } = this.#check(line, undefined, fingerprints);
        if (index >= this.#written) this.#waiting.set(index, line);
      }
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** Whether a prompt is answered. */
  has(index: number): boolean {
    return index < this.#written || this.#waiting.has(index);
  }

  /** @throws AnechatError `noAccess`, `diskFull` */
  add(line: BatchLine): void {
    const text = JSON.stringify(line);
    try {
      this.#waiting.set(line.index, text);
      if (line.index !== this.#written) appendFileSync(this.#aside, `${text}\n`, { mode: 0o600 });
      this.#writeDue();
    } catch (error) {
      throw this.#failure(error);
    }
  }

  /** All prompts are answered. */
  complete(): void {
    this.#writeDue();
    rmSync(this.#aside, { force: true });
  }

  get #aside(): string {
    return `${this.#path}.part`;
  }

  #writeDue(): void {
    for (;;) {
      const line = this.#waiting.get(this.#written);
      if (line === undefined) return;
      writeSync(this.#file, `${line}\n`);
      this.#waiting.delete(this.#written);
      this.#written += 1;
    }
  }

  #check(line: string, expected: number | undefined, fingerprints: readonly string[]): BatchLine {
    const { index, prompt } = parse(line) ?? {};
    const isOurs =
      index !== undefined &&
      (expected ?? index) === index &&
      prompt !== undefined &&
      fingerprints[index] === prompt;
    if (isOurs) return { index, prompt };
    throw new AnechatError("usage", `${this.#path} has answers to other prompts`, {
      hint: `Choose another file for --out, or remove it and ${this.#aside}.`,
    });
  }

  #failure(error: unknown): AnechatError {
    if (error instanceof AnechatError) return error;
    return writeFailure(this.#path, error, "What was answered until then is kept: the same command goes on.");
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}

/** Names a prompt's line. */
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
    return JSON.parse(line) as BatchLine;
  } catch {
    return undefined;
  }
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}
