/**
 * Spans in which nothing is markdown: code in backticks, and LaTeX in \( \), \[ \], $$ $$ and $ $.
 * Table cells are split by the same rules.
 */

/**
 * `end` is the index after the span. Of an "open" one, which has no end yet, it is the index after
 * its marker; `isLast`: the end may still be written.
 */
export type Verbatim =
  | { kind: "code"; end: number; content: string }
  | { kind: "math"; end: number }
  | { kind: "open"; opens: "code" | "math"; end: number; isLast: boolean };

/** Finds verbatim spans of one text. It remembers which LaTeX has no end, and so stays linear. */
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

  /** Code ends in its line: a lone backtick of another line is no part of it. */
  #code(at: number): Verbatim {
    const text = this.#text;
    const begin = endOfRun(text, at, "`");
    const length = begin - at;
    const lineEnd = text.indexOf("\n", begin);
    const limit = lineEnd === -1 ? text.length : lineEnd;
    let end = text.indexOf("`", begin);
    while (end !== -1 && end < limit) {
      const next = endOfRun(text, end, "`");
      if (next - end === length) {
        const content = text.slice(begin, end);
        // `` `a` `` has its spaces only to separate the backticks (CommonMark §6.1).
        const isPadded = /^ .*[^ ].* $/.test(content);
        return { kind: "code", end: next, content: isPadded ? content.slice(1, -1) : content };
      }
      end = text.indexOf("`", next);
    }
    return { kind: "open", opens: "code", end: begin, isLast: limit === text.length };
  }

  #math(at: number, open: string, close: string): Verbatim {
    const begin = at + open.length;
    const end = this.#endless.has(close) ? -1 : this.#text.indexOf(close, begin);
    if (end !== -1) return { kind: "math", end: end + close.length };
    this.#endless.add(close);
    return { kind: "open", opens: "math", end: begin, isLast: true };
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
}

const dollars = /\$(?![\s$])(?:[^$\n`\\]|\\.){0,1000}?(?<!\s)\$(?![\p{L}\p{N}$])/uy;

/** @returns the index after the last of the equal characters that begin at `at` */
export function endOfRun(text: string, at: number, character: string): number {
  let end = at;
  while (text[end] === character) end += 1;
  return end;
}
