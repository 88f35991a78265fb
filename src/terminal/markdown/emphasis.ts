/**
 * Pairs the runs of * _ and ~ of a text: the delimiter stack of CommonMark's appendix, with
 * stricter conditions, so that only what is surely emphasis is taken for it.
 */
import { Brackets } from "./brackets.ts";
import { flanking } from "./flanking.ts";
import { bold, italic, strike } from "./style.ts";

/** A run of markers that is not paired yet. */
type Delimiter = {
  readonly marker: string;
  /** How many of the run's markers are not paired yet. */
  length: number;
  readonly at: number;
  readonly token: number;
  readonly opens: boolean;
  readonly closes: boolean;
};

/** Tokens `from` (inclusive) to `to` (exclusive) have the style. */
export type Emphasis = { from: number; to: number; style: number };

/** `*.*` and the face *_* have nothing to stress. */
const onePunctuation = /^[!-/:-@[-`{-~]$/;
const loneStar = /(?<!\*)\*(?!\*)/;
const loneUnderscore = /(?<!_)_(?!_)/;
const closingQuotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", "“": "”" };

export class EmphasisParser {
  readonly #text: string;
  readonly #stack: Delimiter[] = [];
  #brackets: Brackets | undefined;
  /** Markers of paired runs: token → how many of them are not shown. */
  readonly hidden = new Map<number, number>();
  readonly found: Emphasis[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The number of open runs; give it to {@link closeAbove} at the end of a bracket. */
  get depth(): number {
    return this.#stack.length;
  }

  /** Adds a run of `length` markers at `at`, which the caller keeps as token `token`. */
  push(at: number, length: number, token: number): void {
    const marker = this.#text[at]!;
    const run: Delimiter = { marker, length, at, token, ...flanking(this.#text, at, marker, length) };
    if (run.closes) this.#close(run);
    if (run.opens && run.length > 0) this.#stack.push(run);
  }

  /** Drops the open runs above `depth`: emphasis does not cross the border of a link. */
  closeAbove(depth: number): void {
    this.#stack.length = Math.min(this.#stack.length, depth);
  }

  /**
   * Ends **bold** and ~~strikes~~ that are still being written at token `end`. A single * or _ is
   * shown until it is closed: it is more often no marker.
   */
  closeGrowing(end: number): void {
    for (const { marker, length, token } of this.#stack) {
      if (length === 1 && !this.hidden.has(token)) continue;
      const from = token + 1;
      if (length !== 2) this.found.push({ from, to: end, style: italic });
      if (length !== 1) this.found.push({ from, to: end, style: styleOf(marker, 2) });
      this.#hide(token, length);
    }
  }

  /** Whether a marker at the text's end may be half of one that closes an open run. */
  mayClose(marker: string): boolean {
    return this.#stack.some((run) => run.marker === marker && run.length > 1);
  }

  #close(run: Delimiter): void {
    for (let at = this.#stack.length - 1; at >= 0 && run.length > 0; at -= 1) {
      const opener = this.#stack[at]!;
      const used = opener.marker === run.marker ? pairedLength(opener.length, run.length) : 0;
      if (used === 0) continue;
      const content = this.#text.slice(opener.at + opener.length, run.at);
      // In CJK text a run may do both. What it would close on an earlier line is likely no marker.
      if (run.opens && content.includes("\n")) continue;
      if (isName(content, run, used)) {
        this.#stack.length = at;
        return;
      }
      if (this.#leavesBracket(opener, run) || (used === 1 && onePunctuation.test(content))) {
        this.#stack.splice(at, 1);
        continue;
      }
      this.found.push({ from: opener.token + 1, to: run.token, style: styleOf(run.marker, used) });
      this.#hide(opener.token, used);
      this.#hide(run.token, used);
      opener.length -= used;
      run.length -= used;
      // Runs between the two can't be paired any more. The rests of the two may be.
      this.#stack.length = opener.length > 0 ? at + 1 : at;
      if (opener.length > 0) at += 1;
    }
  }

  /** (*a) *b and f(*p, *q) * r: what opens inside quotes or brackets closes inside them, too. */
  #leavesBracket(opener: Delimiter, run: Delimiter): boolean {
    this.#brackets ??= new Brackets(this.#text);
    const quote = closingQuotes[this.#text[opener.at - 1] ?? ""];
    const begin = opener.at + opener.length;
    return (
      this.#brackets.endAround(opener.at) < run.at ||
      (quote !== undefined && this.#text.slice(begin, run.at).includes(quote))
    );
  }

  #hide(token: number, count: number): void {
    this.hidden.set(token, (this.hidden.get(token) ?? 0) + count);
  }
}

/** `**a*` and `*a**` are not paired; `***a***` and `**b *i***` are. */
function pairedLength(opener: number, closer: number): number {
  if (opener >= 2 && closer >= 2) return 2;
  return opener % 2 === 1 && closer % 2 === 1 ? 1 : 0;
}

function styleOf(marker: string, length: number): number {
  if (marker === "~") return strike;
  return length === 2 ? bold : italic;
}

/**
 * __init__, __FILE__ and _a_b_ are names, *foo/*bar* is a pattern. In _a and b_1_ and in *a*b c* the
 * outer marks belong to a name or a formula, too.
 */
function isName(content: string, { marker, length }: Delimiter, used: number): boolean {
  if (marker === "_" && /^\w+$/.test(content)) return length > 1 || content.includes("_");
  if (used > 1 || (marker === "_" && !/\s/.test(content))) return false;
  const text = content.includes("`") ? content.replace(/`[^`]*`/g, "``") : content;
  const words = text.split(/\s+/);
  return [words[0]!, words.at(-1)!].some((word) => (marker === "_" ? loneUnderscore : loneStar).test(word));
}
