/** Saves a chat as a JSON file in the folder of --save-to, again after every message. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { reasonOf } from "../base/errors.ts";
import { localTime } from "../base/format.ts";
import { replaceFile } from "../base/replace-file.ts";
import { chatOf, chatToJson } from "./chat-file.ts";
import type { Entry, EntryId, Transcript, TranscriptListener } from "./transcript.ts";

export class SessionFile implements TranscriptListener {
  readonly #folder: string;
  readonly #onTrouble: (line: string) => void;
  #path: string | undefined;
  #isFailing = false;

  /** @param onTrouble called once when the file can't be written */
  constructor(folder: string, onTrouble: (line: string) => void) {
    this.#folder = folder;
    this.#onTrouble = onTrouble;
  }

  /** The current chat's file; undefined before its first question. */
  get path(): string | undefined {
    return this.#path;
  }

  /** A new chat, which gets another file. */
  begin(): void {
    this.#path = undefined;
  }

  added(_: Entry, transcript: Transcript): void {
    this.#write(transcript);
  }

  moved(_: EntryId | undefined, transcript: Transcript): void {
    this.#write(transcript);
  }

  renamed(_: string, transcript: Transcript): void {
    this.#write(transcript);
  }

  #write(transcript: Transcript): void {
    const chat = chatOf(transcript);
    if (!chat.entries.some(({ role }) => role === "user")) return;
    try {
      mkdirSync(this.#folder, { recursive: true });
      this.#path ??= freePath(this.#folder, chat.created);
      replaceFile(this.#path, chatToJson(chat));
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing)
        this.#onTrouble(`--save-to: ${this.#folder} can't be written: ${reasonOf(error)}.`);
      this.#isFailing = true;
    }
  }
}

/** "session_2026-11-21T16-20-05.json", in local time; with a number if it exists. */
function freePath(folder: string, created: number): string {
  const date = localTime(created).replaceAll(":", "-");
  for (let number = 1; ; number += 1) {
    const path = join(folder, `session_${date}${number === 1 ? "" : `_${number}`}.json`);
    if (!existsSync(path)) return path;
  }
}
