/**
 * The fields of a request that have no effect here. Clients send fields that are newer than this
 * program, so an unknown field is no error; but it is named, so that a typo can be found.
 */
import { ApiError } from "../api-error.ts";

/** Names that are remembered, and characters of the header: some proxies refuse more than 4 kB. */
const maxNames = 100;
const maxHeader = 1000;

export class IgnoredFields {
  readonly #isStrict: boolean;
  readonly #names = new Set<string>();

  /** @param isStrict refuses unknown fields instead */
  constructor(isStrict: boolean) {
    this.#isStrict = isStrict;
  }

  /**
   * @param path of a field, such as "messages[2].mood"
   * @param hintOf what the client may have meant, for a server that refuses the field
   * @throws ApiError `invalid` if unknown fields are refused
   */
  add(path: string, hintOf?: () => string | undefined): void {
    if (this.#isStrict) {
      const hint = hintOf?.();
      const message = `${path}: there is no such field${hint === undefined ? "" : `. ${hint}`}`;
      throw new ApiError("invalid", message, { path });
    }
    this.leaveOut(path);
  }

  /**
   * Names what is left out although the field is known, such as a tool of another server.
   * @param name may begin with a path; what each message has is named once
   */
  leaveOut(name: string): void {
    if (this.#names.size < maxNames) this.#names.add(printable(name.replace(/\[\d+\]/g, "[]")));
  }

  /** Each name once, in ASCII. */
  get names(): readonly string[] {
    return [...this.#names];
  }

  /** The value of the header `x-anechat-ignored`; undefined if nothing was ignored. */
  get header(): string | undefined {
    if (this.#names.size === 0) return undefined;
    const all = this.names.join(", ");
    return all.length <= maxHeader ? all : `${all.slice(0, maxHeader)}...`;
  }
}

/** Headers are ASCII: every other character becomes "?". */
function printable(name: string): string {
  return name.slice(0, 100).replace(/[^\x20-\x7e]/g, "?");
}
