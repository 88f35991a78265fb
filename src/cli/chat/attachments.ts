/** The files that are sent with the next message: attached by /file, or mentioned in the message. */
import { statSync } from "node:fs";
import { AnechatError } from "../../base/errors.ts";
import { expandHome } from "../../base/paths.ts";
import { type Attachment, attachmentsIn, readAttachment, withAttachments } from "../../chat/attachment.ts";
import type { Question } from "../../chat/conversation.ts";
import { type Entry, typedText } from "../../chat/transcript.ts";
import { mentionedPaths, typedPaths } from "../../chat/typed-paths.ts";
import type { Message } from "../../protocol/chat.ts";

/** A file that fits into the context. */
type MeasuredFile = Attachment & { tokens: number };

/** Shows a line. */
type Note = (line: string) => void;

/** What limits the size of a file. */
type ContextOfModel = {
  countTokens(messages: readonly Message[]): Promise<number>;
  /** Tokens; Infinity if unknown. */
  readonly contextLimit: number;
  /** Whether --ctx-size changes the limit. */
  readonly isResizable: boolean;
};

export class Attachments {
  readonly #context: ContextOfModel;
  #files: MeasuredFile[] = [];

  constructor(context: ContextOfModel) {
    this.#context = context;
  }

  /** For the next message, in the order in which they were attached. */
  get files(): readonly MeasuredFile[] {
    return this.#files;
  }

  /**
   * Attaches files to the next message.
   * @param line paths as typed or dropped on the terminal
   * @param note shows a line about each file
   * @throws AnechatError `usage`, `inputTooLong`; earlier files of the line stay attached
   */
  async attach(line: string, note: Note): Promise<void> {
    for (const path of typedPaths(line, (whole) => isFile(expandHome(whole)))) {
      this.#put(await this.#read(path, note));
    }
  }

  /** Attaches a text that is not in a file. @throws AnechatError `inputTooLong` */
  async attachText(name: string, text: string): Promise<MeasuredFile> {
    const file = await this.#measured({ path: name, text });
    this.#put(file);
    return file;
  }

  /**
   * @param which a number of the list, a path, or a file name; "" for all
   * @returns the detached files
   * @throws AnechatError `usage` if there is no such file
   */
  detach(which: string): readonly Attachment[] {
    const [path = ""] = typedPaths(which, () => true);
    const isNamed = ({ path: own }: Attachment, index: number): boolean =>
      which === "" || String(index + 1) === which || own === path || own.endsWith(`/${path}`);
    const detached = this.#files.filter(isNamed);
    if (detached.length === 0) {
      const message = which === "" ? "No file is attached" : `No attached file is called ${which}`;
      throw new AnechatError("usage", message, { hint: "/file lists the attached files." });
    }
    this.#files = this.#files.filter((file) => !detached.includes(file));
    return detached;
  }

  /**
   * The message with its files: the attached ones, and those that it mentions.
   * @param note shows a line about each mention
   * @param kept files that stay with a question that is edited
   */
  async questionOf(typed: string, note: Note, kept: readonly Attachment[] = []): Promise<Question> {
    const files = new Map<string, Attachment>();
    for (const file of [...kept, ...this.#files]) files.set(file.path, file);
    for (const path of mentionedPaths(typed)) {
      // "@everyone" may be plain text; "@notes/today.md" looks like a path with a typo.
      if (isFile(expandHome(path))) files.set(path, await this.#read(path, note));
      else if (/[./\\]/.test(path) && !files.has(path)) note(`@${path} is not a file: it is sent as text.`);
    }
    const content = withAttachments(typed, [...files.values()]);
    return content === typed ? { content } : { content, typed };
  }

  /** Call it after a question was answered: its files are not sent again. */
  sent(question: Entry | undefined): void {
    const paths = filesOf(question).map(({ path }) => path);
    this.#files = this.#files.filter(({ path }) => !paths.includes(path));
  }

  #put(file: MeasuredFile): void {
    this.#files = [...this.#files.filter(({ path }) => path !== file.path), file];
  }

  async #read(path: string, note: Note): Promise<MeasuredFile> {
    const file = await this.#measured({ ...readAttachment(expandHome(path)), path });
    note(`${path}: about ${file.tokens} tokens.`);
    return file;
  }

  async #measured(file: Attachment): Promise<MeasuredFile> {
    const { contextLimit, isResizable } = this.#context;
    const content = withAttachments("", [file]);
    const tokens = await this.#context.countTokens([{ role: "user", content }]);
    const max = Math.floor((contextLimit * 3) / 4);
    if (tokens <= max) return { ...file, tokens };
    throw new AnechatError(
      "inputTooLong",
      `${file.path} is too long: it has ${tokens} tokens, and the limit is ${max}`,
      {
        hint: `The context has ${contextLimit} tokens.${isResizable ? " --ctx-size can make it larger." : ""}`,
      },
    );
  }
}

/** The files that were sent with a question. */
export function filesOf(question: Entry | undefined): Attachment[] {
  return question === undefined ? [] : attachmentsIn(question.content, typedText(question));
}

/** Those of them that it doesn't mention, so that they stay when its text is edited. */
export function attachedFilesOf(question: Entry): Attachment[] {
  const mentioned = mentionedPaths(typedText(question));
  return filesOf(question).filter(({ path }) => !mentioned.includes(path));
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // Any text can follow an at sign.
    return false;
  }
}
