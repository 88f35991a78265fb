/**
 * Spans in which nothing is markdown: code in backticks, and LaTeX in \( \), \[ \], $$ $$ and $ $.
 * Table cells are split by the same rules.
 */

/** `kind` "open": the span has no end (yet). Positions are indexes of the text. */
export type Verbatim =
  | { kind: "code"; end: number; content: string }
  | { kind: "math"; end: number }
  | { kind: "open"; opens: "code" | "math"; end: number };

/** Finds verbatim spans of one text. It remembers what has no end, so that it stays linear. */
export class VerbatimScanner {
  readonly #text: string;
  readonly #endless = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** @param at index of a backtick, backslash or dollar sign */
  at(at: number): Verbatim | undefined {
    const text = this.#text;
    switch (text[at]) {
      case "`":
        return this.#code(at);
      case "\\":
        if (text[at + 1] === "(") return this.#math(at, "\\(", "\\)");
        return text[at + 1] === "[" ? this.#math(at, "\\[", "\\]") : undefined;
      case "$":
        return text[at + 1] === "$" ? this.#math(at, "$$", "$$") : this.#dollars(at);
      default:
        return undefined;
    }
  }

  #code(at: number): Verbatim {
    const text = this.#text;
    const begin = endOfRun(text, at, "`");
    const marker = text.slice(at, begin);
    const end = this.#find(marker, begin, (found) => {
      return text[found - 1] !== "`" && text[found + marker.length] !== "`";
    });
    if (end === -1) return { kind: "open", opens: "code", end: begin };
    let content = text.slice(begin, end);
    // `` `a` `` has its spaces only to separate the backticks (CommonMark §6.1).
    if (/^ .*[^ ].* $/s.test(content)) content = content.slice(1, -1);
    return { kind: "code", end: end + marker.length, content };
  }

  #math(at: number, open: string, close: string): Verbatim {
    const end = this.#find(close, at + open.length, () => true);
    return end === -1
      ? { kind: "open", opens: "math", end: at + open.length }
      : { kind: "math", end: end + close.length };
  }

  /**
   * $x$ by pandoc's rule (tex_math_dollars): no space inside the dollars, no digit after them. Here
   * it also ends in its line, no letter follows, and code or bold text is not part of it, because
   * "$HOME and $PATH" and "$5 to $10" are more frequent.
   */
  #dollars(at: number): Verbatim | undefined {
    dollars.lastIndex = at;
    const found = dollars.exec(this.#text);
    return found === null || found[0].includes("**")
      ? undefined
      : { kind: "math", end: at + found[0].length };
  }

  #find(marker: string, from: number, fits: (at: number) => boolean): number {
    if (this.#endless.has(marker)) return -1;
    let found = this.#text.indexOf(marker, from);
    while (found !== -1 && !fits(found)) {
      found = this.#text.indexOf(marker, endOfRun(this.#text, found, marker[0]!));
    }
    if (found === -1) this.#endless.add(marker);
    return found;
  }
}

const dollars = /\$(?![\s$])(?:[^$\n`\\]|\\.){0,1000}?(?<!\s)\$(?![\p{L}\p{N}$])/uy;

/** @returns the index after the last of the equal characters that begin at `at` */
export function endOfRun(text: string, at: number, character: string): number {
  let end = at;
  while (text[end] === character) end += 1;
  return end;
}
