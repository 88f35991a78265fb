/**
 * Writes and reads server-sent events as the WHATWG defines them (HTML, "9.2.5 Parsing an event
 * stream"). The caller interprets events and decides when a stream is complete. `id` and `retry`,
 * which are for reconnecting, are ignored.
 */
import { AnechatError } from "../base/errors.ts";

export type ServerEvent = {
  /** undefined for an event without a name, which the standard calls "message". */
  event: string | undefined;
  data: string;
};

/** Characters of an event: more than in any answer, and little for a small machine's memory. */
const maxEventLength = 8 * 1024 * 1024;

/** @param event a single line @param data any text; each of its lines becomes a "data:" line */
export function formatEvent({ event, data }: { event?: string; data: string }): string {
  const name = event === undefined ? "" : `event: ${event}\n`;
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${name}${lines.join("")}\n`;
}

/** A comment, which readers skip. @param text a single line */
export function formatComment(text: string): string {
  return `: ${text}\n\n`;
}

/**
 * Yields each event when it is complete. An event without an end is dropped. Leaving the iteration
 * closes the body.
 * @param limit maximum characters of an event
 * @throws AnechatError `network` for a larger event, and errors of reading the body
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>,
  limit = maxEventLength,
): AsyncGenerator<ServerEvent, void> {
  const lines = new LineSplitter();
  let event: string | undefined;
  let data: string[] = [];
  let size = 0;
  for await (const chunk of body) {
    for (const line of lines.push(chunk)) {
      if (line === "") {
        if (data.length > 0) yield { event, data: data.join("\n") };
        event = undefined;
        data = [];
        size = 0;
        continue;
      }
      size += line.length;
      if (size > limit) throw tooLarge(limit);
      const { field, value } = fieldOf(line);
      if (field === "data") data.push(value);
      else if (field === "event") event = value === "" ? undefined : value;
    }
    if (size + lines.waiting > limit) throw tooLarge(limit);
  }
}

/** Splits chunks of bytes into lines, which end in CR, LF or CRLF. */
class LineSplitter {
  /** Removes the byte order mark. Invalid UTF-8 becomes U+FFFD. */
  readonly #decoder = new TextDecoder();
  #line: string[] = [];
  #waiting = 0;
  /** The last character was a CR. A following LF belongs to the same line end. */
  #isAfterReturn = false;

  /** Characters of the unfinished line. */
  get waiting(): number {
    return this.#waiting;
  }

  *push(chunk: Uint8Array): Generator<string, void> {
    const text = this.#decoder.decode(chunk, { stream: true });
    if (text === "") return;
    let start = this.#isAfterReturn && text.startsWith("\n") ? 1 : 0;
    this.#isAfterReturn = text.endsWith("\r");
    const ends = /\r\n|\r|\n/g;
    ends.lastIndex = start;
    for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
      const line = this.#line.join("") + text.slice(start, end.index);
      start = ends.lastIndex;
      this.#line = [];
      this.#waiting = 0;
      yield line;
    }
    this.#line.push(text.slice(start));
    this.#waiting += text.length - start;
  }
}

/** A comment (": …") has the empty field name. */
function fieldOf(line: string): { field: string; value: string } {
  const colon = line.indexOf(":");
  if (colon === -1) return { field: line, value: "" };
  const start = line[colon + 1] === " " ? colon + 2 : colon + 1;
  return { field: line.slice(0, colon), value: line.slice(start) };
}

function tooLarge(limit: number): AnechatError {
  return new AnechatError("network", `An event of the stream has more than ${limit} characters`, {
    hint: "Check that the address belongs to a language model server.",
  });
}
