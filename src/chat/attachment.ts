/** Text files that are attached to a message. */
import { decodeText, NotTextError } from "../base/decode-text.ts";
import { AnechatError, errorCode } from "../base/errors.ts";
import { readBytes, readFailure, sizeLimits } from "../base/read-file.ts";

export type Attachment = { path: string; text: string };

/** @throws AnechatError `usage` if it is not a text file, `inputTooLong` if it is far too large */
export function readAttachment(path: string): Attachment {
  try {
    return { path, text: decodeText(readWhole(path)) };
  } catch (error) {
    if (error instanceof NotTextError) throw new AnechatError("usage", `${path} ${error.message}`);
    throw error;
  }
}

function readWhole(path: string): Uint8Array {
  try {
    return readBytes(path, { limit: sizeLimits.message });
  } catch (error) {
    throw readFailure(path, error, errorCode(error) === "EFBIG" ? "inputTooLong" : "usage");
  }
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

/**
 * The files below a message: the reverse of {@link withAttachments}.
 * @param content from withAttachments()
 * @param typed the message without the files
 */
export function attachmentsIn(content: string, typed: string): Attachment[] {
  const attachments: Attachment[] = [];
  let rest = content.startsWith(typed) ? content.slice(typed.length) : "";
  for (;;) {
    const [begin, path = "", marks = ""] = /^\n*(.+?):\n(`{3,})\n/s.exec(rest) ?? [];
    if (begin === undefined) return attachments;
    const end = rest.indexOf(`\n${marks}`, begin.length);
    if (end === -1) return attachments;
    attachments.push({ path, text: `${rest.slice(begin.length, end)}\n` });
    rest = rest.slice(end + 1 + marks.length);
  }
}
