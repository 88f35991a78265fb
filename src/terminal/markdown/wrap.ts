/**
 * Wraps styled text at words. CJK text, which has no spaces, is wrapped at its characters, and no
 * row begins with the punctuation that ends a sentence (kinsoku).
 */
import type { Span } from "./style.ts";

/** A piece of a row, with its width in columns. `isCjk`: a row may end on both sides of it. */
type Piece = { span: Span; text: string; width: number; isCjk: boolean };

const cjk =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF01-\\uFF60\\uFFE0-\\uFFE6";
const opening = "（「『【《〈〔［｛";
const closing = "、。，．！？；：）」』】》〉〕］｝…々ーっッゃゅょャュョぁぃぅぇぉァィゥェォ";
const cjkToken = `[${opening}]*[${cjk}][\\p{M}${closing}]*`;
const tokenPattern = new RegExp(`\\s+|${cjkToken}|(?:(?![${cjk}])\\S)+`, "gu");
const cjkBegin = new RegExp(`^[${cjk}]`, "u");
const isBlank = /^[^\S\u00A0]+$/;
/** One character of two columns. */
const wideCjk = /^[\u3041-\u3096\u30A0-\u30FF\u3400-\u4DBF\u4E00-\u9FFF]$/;
const asciiToken = / +|[^ ]+/g;
const printableAscii = /^[ -~]*$/;

/**
 * @param spans their texts may contain \n, which ends a row
 * @param columns width of a row, at least 1; only unbroken text may be wider
 * @returns rows; spaces at a row's end are dropped
 */
export function wrap(spans: readonly Span[], columns: number): Span[][] {
  return linesOf(spans).flatMap((line) => {
    const text = line.length === 1 ? line[0]!.text : line.map((span) => span.text).join("");
    const fits = text.length * 2 <= columns || widthOf(text) <= columns;
    return fits ? [withoutTrailingSpace(line)] : new LineWrapper(columns).wrap(line);
  });
}

/** @returns columns that the text takes */
export function widthOf(text: string): number {
  return printableAscii.test(text) ? text.length : Bun.stringWidth(text);
}

/** Splits spans at their line breaks. */
export function linesOf(spans: readonly Span[]): Span[][] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    if (!span.text.includes("\n")) {
      lines.at(-1)!.push(span);
      continue;
    }
    for (const [at, text] of span.text.split("\n").entries()) {
      if (at > 0) lines.push([]);
      if (text !== "") lines.at(-1)!.push({ ...span, text });
    }
  }
  return lines;
}

class LineWrapper {
  readonly #columns: number;
  readonly #rows: Span[][] = [];
  #row: Piece[] = [];
  #rowWidth = 0;
  /** Spaces before the unit; they are dropped if a row ends there. */
  #spaces: Piece[] = [];
  /** What stays together: a word, which may have parts of different styles. */
  #unit: Piece[] = [];

  constructor(columns: number) {
    this.#columns = columns;
  }

  wrap(line: readonly Span[]): Span[][] {
    for (const span of line) this.#add(span);
    this.#place();
    if (this.#row.length > 0) this.#endRow();
    return this.#rows;
  }

  #add(span: Span): void {
    if (span.unbroken) {
      this.#unit.push({ span, text: span.text, width: widthOf(span.text), isCjk: false });
      return;
    }
    const isAscii = printableAscii.test(span.text);
    for (const text of span.text.match(isAscii ? asciiToken : tokenPattern) ?? []) {
      const isCjk = !isAscii && cjkBegin.test(text);
      const width = isAscii ? text.length : isCjk && wideCjk.test(text) ? 2 : Bun.stringWidth(text);
      const piece = { span, text, width, isCjk };
      if (isAscii ? text[0] === " " : isBlank.test(text)) {
        this.#place();
        this.#spaces.push(piece);
        continue;
      }
      if (this.#mayBreakBefore(piece)) this.#place();
      this.#unit.push(piece);
    }
  }

  #mayBreakBefore({ text, isCjk }: Piece): boolean {
    const last = this.#unit.at(-1);
    if (last === undefined || !(isCjk || last.isCjk)) return false;
    return !closing.includes(text[0]!) && !opening.includes(last.text.at(-1)!);
  }

  /** Moves the unit to the row, or to the next one. */
  #place(): void {
    const unit = this.#unit;
    if (unit.length === 0) return;
    this.#unit = [];
    const width = total(unit);
    const spaces = total(this.#spaces);
    if (this.#rowWidth + spaces + width <= this.#columns) {
      for (const piece of this.#spaces) this.#row.push(piece);
      for (const piece of unit) this.#row.push(piece);
      this.#rowWidth += spaces + width;
    } else {
      if (this.#row.length > 0) this.#endRow();
      if (width <= this.#columns || unit.some(({ span }) => span.unbroken)) {
        this.#row.push(...unit);
        this.#rowWidth = width;
      } else for (const piece of unit) this.#cut(piece);
    }
    if (this.#spaces.length > 0) this.#spaces = [];
  }

  /** Cuts a word that is longer than a row at the row's edge. */
  #cut({ span, text }: Piece): void {
    for (const character of graphemes(text)) {
      const width = widthOf(character);
      if (this.#rowWidth + width > this.#columns && this.#row.length > 0) this.#endRow();
      this.#row.push({ span, text: character, width, isCjk: false });
      this.#rowWidth += width;
    }
  }

  #endRow(): void {
    this.#rows.push(joined(this.#row));
    this.#row = [];
    this.#rowWidth = 0;
  }
}

/** Pieces of one span become one span again. */
function joined(pieces: readonly Piece[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < pieces.length; ) {
    const { span } = pieces[at]!;
    let text = "";
    for (; pieces[at]?.span === span; at += 1) text += pieces[at]!.text;
    spans.push({ ...span, text });
  }
  return spans;
}

function total(pieces: readonly Piece[]): number {
  let width = 0;
  for (const piece of pieces) width += piece.width;
  return width;
}

function graphemes(text: string): Iterable<string> {
  return printableAscii.test(text)
    ? text
    : Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

function withoutTrailingSpace(line: readonly Span[]): Span[] {
  const spans = [...line];
  for (let last = spans.at(-1); last !== undefined; last = spans.at(-1)) {
    const text = last.text.trimEnd();
    if (text === last.text) break;
    spans.pop();
    if (text !== "") spans.push({ ...last, text });
  }
  return spans;
}
