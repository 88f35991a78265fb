/**
 * Server-sent events as the WHATWG defines them (HTML, "9.2.5 Parsing an event stream"): one writer and one
 * reader. What an event means, and when a stream is complete, is for who uses it: `id` and `retry`, which
 * are for reconnecting, are read over.
 */
import { AnechatError } from "../base/errors.ts";

export type ServerEvent = {
  /** Undefined where the stream names none, which the standard calls "message". */
  event: string | undefined;
  data: string;
};

/** Characters of all lines of an event: more than any answer's, fewer than the memory of a small machine. */
const largestEvent = 8 * 1024 * 1024;

/** @param event one line @param data any text; it is one line of the stream for each of its own */
export function formatEvent({ event, data }: { event?: string; data: string }): string {
  const name = event === undefined ? "" : `event: ${event}\n`;
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`);
  return `${name}${lines.join("")}\n`;
}

/**
 * Events as they are complete; one that the end of the stream cuts off is none. Leaving the iteration
 * closes the body.
 * @param limit characters that an event may have
 * @throws AnechatError `network` for a larger one, and whatever reading the body throws
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>,
  limit = largestEvent,
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

/** Lines of bytes that come in pieces cut anywhere; each ends in CR, LF or CRLF. */
class LineSplitter {
  /** Takes the byte order mark away; what is no UTF-8 becomes U+FFFD. */
  readonly #decoder = new TextDecoder();
  #line: string[] = [];
  #waiting = 0;
  /** The last character was a CR: a LF that follows it ends no other line. */
  #isAfterReturn = false;

  /** Characters of the line whose end hasn't come. */
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

/** A comment (": …") has the empty name, which no field has. */
function fieldOf(line: string): { field: string; value: string } {
  const colon = line.indexOf(":");
  if (colon === -1) return { field: line, value: "" };
  const start = line[colon + 1] === " " ? colon + 2 : colon + 1;
  return { field: line.slice(0, colon), value: line.slice(start) };
}

function tooLarge(limit: number): AnechatError {
  return new AnechatError("network", `An event of the stream has more than ${limit} characters`, {
    hint: "Check that the address is that of a server of language models.",
  });
}
