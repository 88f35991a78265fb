/** Text files that are attached to a message. */
import { AnechatError, errorCode } from "../base/errors.ts";
import { readBytes, readFailure, sizeLimits } from "../base/read-file.ts";

export type Attachment = { path: string; text: string };

/** @throws AnechatError `usage` if it is not a text file, `inputTooLong` if it is far too large */
export function readAttachment(path: string): Attachment {
  const bytes = readWhole(path);
  if (bytes.includes(0)) throw new AnechatError("usage", `${path} is not a text file`);
  try {
    return { path, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    throw new AnechatError("usage", `${path} is not a text file: it isn't UTF-8`);
  }
}

function readWhole(path: string): Uint8Array {
  try {
    return readBytes(path, { limit: sizeLimits.message });
  } catch (error) {
    throw readFailure(path, error, errorCode(error) === "EFBIG" ? "inputTooLong" : "usage");
  }
}

/** The paths after at signs in a message: @notes.txt, @"my notes.txt". */
export function mentionedPaths(text: string): string[] {
  const mentions = text.matchAll(/(?<=^|\s)@(?:"([^"\n]+)"|(\S*[^\s.,;:!?)]))/g);
  return [...new Set(Array.from(mentions, ([, quoted, plain]) => quoted ?? plain ?? ""))].filter(Boolean);
}

/** The message with the files below it, each in a code fence longer than any in the file. */
export function withAttachments(text: string, attachments: readonly Attachment[]): string {
  const blocks = attachments.map(({ path, text: content }) => {
    const longest = Math.max(2, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
    const marks = "`".repeat(longest + 1);
    return `${path}:\n${marks}\n${content.replace(/\n$/, "")}\n${marks}`;
  });
  return [text, ...blocks].filter((part) => part !== "").join("\n\n");
}
