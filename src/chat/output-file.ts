/**
 * Writes answers to a file as they stream. A code file gets only their fenced code blocks. If an
 * answer has none, the file gets all of it, since the model may have omitted the fences.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { extname } from "node:path";
import { writeFailure } from "../base/errors.ts";
import { FencedBlocks } from "./fenced-blocks.ts";

/** Text files, which get the whole answer. */
const textEndings = ["", ".txt", ".md", ".markdown", ".rst", ".log", ".text"];

export class OutputFile implements Disposable {
  readonly #path: string;
  readonly #file: number;
  readonly #isCode: boolean;
  #blocks = new FencedBlocks();
  #text = "";
  #answers = 0;

  /** Empties the file. @throws AnechatError `noAccess`, `diskFull` */
  constructor(path: string) {
    this.#path = path;
    this.#isCode = !textEndings.includes(extname(path).toLowerCase());
    try {
      this.#file = openSync(path, "w");
    } catch (error) {
      throw writeFailure(path, error);
    }
  }

  /** @throws AnechatError `noAccess`, `diskFull` */
  write(text: string): void {
    if (this.#text === "" && this.#answers > 0 && !this.#isCode) this.#put("\n");
    this.#text += text;
    this.#put(this.#isCode ? this.#blocks.push(text) : text);
  }

  /** @returns false if a code file got a whole answer, which had no code block */
  endAnswer(): boolean {
    const text = this.#text;
    this.#text = "";
    this.#answers += 1;
    if (this.#isCode) {
      this.#put(this.#blocks.end());
      const { blocks } = this.#blocks;
      this.#blocks = new FencedBlocks();
      if (blocks.length > 0) return true;
      this.#put(text.trim() === "" ? "" : `${text.trim()}\n`);
      return text.trim() === "";
    }
    if (!text.endsWith("\n")) this.#put("\n");
    return true;
  }

  #put(text: string): void {
    try {
      if (text !== "") writeSync(this.#file, text);
    } catch (error) {
      throw writeFailure(this.#path, error);
    }
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}
