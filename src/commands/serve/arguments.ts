/** Checks the values of `serve`'s flags. A value that could never have an effect is refused. */
import { InvalidArgumentError } from "commander";
import { parseDuration } from "../../base/duration.ts";
import { bytes, collect } from "../../cli/flags.ts";
import { sanitizeLine } from "../../terminal/sanitize.ts";

/** @returns milliseconds; negative: forever */
export function duration(text: string): number {
  const milliseconds = parseDuration(text);
  if (milliseconds !== undefined) return milliseconds;
  throw new InvalidArgumentError("Must be a time such as 30s, 5m, 1h30m, 0 or -1.");
}

/** Large enough for a request. */
export function bodySize(text: string): number {
  const size = bytes(text);
  if (size >= 1000) return size;
  throw new InvalidArgumentError("Must be 1kB or more.");
}

/** An origin as browsers send it: of http, or of the scheme of an extension or a program. */
export function origins(text: string, earlier: string[] | undefined): string[] {
  const [, origin] = /^([a-z][a-z0-9+.-]*:\/\/[^\s/?#@]+)\/?$/i.exec(text) ?? [];
  if (text === "*") return collect(text, earlier);
  if (origin === undefined || !URL.canParse(origin)) {
    throw new InvalidArgumentError("Must be an origin such as https://example.org, or *.");
  }
  const url = new URL(origin);
  return collect(url.origin === "null" ? origin : url.origin, earlier);
}

/** A host name without its port, in the ASCII form (IDNA) that browsers send. */
export function hostNames(text: string, earlier: string[] | undefined): string[] {
  const address = `http://${text}`;
  if (/[\s/?#@\\]/.test(text) || !URL.canParse(address)) {
    throw new InvalidArgumentError("Must be a name such as box.example.");
  }
  return collect(new URL(address).hostname, earlier);
}

/** An address or a name of this machine; IPv6 also in brackets, as in a URL. */
export function listenAddress(text: string): string {
  const address = text.replace(/^\[(.*)\]$/, "$1");
  if (/^[^\s/]+$/.test(address)) return address;
  throw new InvalidArgumentError("Must be an address such as 127.0.0.1, ::1 or 0.0.0.0.");
}

/** A name that users can type. */
export function serverName(text: string): string {
  if (text.trim() === text && text !== "" && sanitizeLine(text) === text) return text;
  throw new InvalidArgumentError("Must be printable text without spaces around it.");
}
