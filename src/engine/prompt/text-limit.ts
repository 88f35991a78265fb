/**
 * The longest text that is tokenized at once. The Worker does nothing else meanwhile: a megabyte
 * takes some tenths of a second, in which other answers wait.
 */
import { AnechatError } from "../../base/errors.ts";
import { formatBytes } from "../../base/format.ts";

const maxBytes = 1_000_000;

/** @throws AnechatError `usage` */
export function checkTextLength(text: string): void {
  // UTF-8 has at most three bytes for each unit of UTF-16.
  if (text.length * 3 <= maxBytes) return;
  const bytes = Buffer.byteLength(text);
  if (bytes <= maxBytes) return;
  throw new AnechatError(
    "usage",
    `A text of ${formatBytes(bytes)} is too long to be tokenized at once: the limit is ${formatBytes(maxBytes)}`,
    { hint: "Send it in parts.", field: "text" },
  );
}
