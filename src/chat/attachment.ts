/** Text files that go with a message. */
import { readFileSync, statSync } from "node:fs";
import { AnechatError, errorCode } from "../base/errors.ts";
import { formatBytes } from "../base/format.ts";

export type Attachment = { path: string; text: string };

/** No context takes more; and reading a gigabyte to say so would take long. */
const largest = 64_000_000;

/** @throws AnechatError `usage` for what is no text file, `inputTooLong` for what is far too large */
export function readAttachment(path: string): Attachment {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) throw new AnechatError("usage", `${path} is no file`);
    if (stats.size > largest) {
      throw new AnechatError(
        "inputTooLong",
        `${path} is too large for any context: ${formatBytes(stats.size)}`,
      );
    }
    const bytes = readFileSync(path);
    if (bytes.includes(0)) throw new AnechatError("usage", `${path} is no text file`);
    return { path, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof AnechatError) throw error;
    if (error instanceof TypeError)
      throw new AnechatError("usage", `${path} is no text file: it isn't UTF-8`);
    throw new AnechatError("usage", `${path} can't be read (${errorCode(error)})`, { cause: error });
  }
}

/** The paths that a message names with an at sign: @notes.txt, @"my notes.txt". */
export function mentionedPaths(text: string): string[] {
  const mentions = text.matchAll(/(?<=^|\s)@(?:"([^"\n]+)"|(\S*[^\s.,;:!?)]))/g);
  return [...new Set(Array.from(mentions, ([, quoted, plain]) => quoted ?? plain ?? ""))].filter(Boolean);
}

/** The message with the files below it, each in a fence that nothing in it closes. */
export function withAttachments(text: string, attachments: readonly Attachment[]): string {
  const blocks = attachments.map(({ path, text: content }) => {
    const longest = Math.max(2, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
    const fence = "`".repeat(longest + 1);
    return `${path}:\n${fence}\n${content.replace(/\n$/, "")}\n${fence}`;
  });
  return [text, ...blocks].filter((part) => part !== "").join("\n\n");
}
