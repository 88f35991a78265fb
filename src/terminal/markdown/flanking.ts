/**
 * Whether a run of * _ or ~ may open or close emphasis. CommonMark's flanking rules, §6.2, take
 * `2*3*4`, `a**b` and `__init__` for markup. Here the outer side of a marker must be the border of
 * a word, so that code and formulas in prose stay as they were written.
 *
 * CJK text has no spaces between words: each of its characters is such a border.
 */

export type Flanking = { opens: boolean; closes: boolean };

const word = /[\p{L}\p{N}\p{M}]/u;
const noBorder =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|\uFE0F|\u20E3/u;
/** What emphasized text does not begin with, and what it does not end with. */
const notAfterOpening = /[\s/)\]},;:”）」』】》、。，]/;
const notBeforeClosing = /[\s/([{“（「『【《]/;
/** What may stand before a single marker that opens: nothing that ends a word or an expression. */
const beforeSingle = /[\s([{"'«“‘„¿¡\-–—>*_~：；，。、！？（「『【《]/u;
const afterSingle = /[\s)\]}"'»”’“.,:;!?…\-–—<*_~：；，。、！？）」』】》]/u;

/** >_< ^_^ -_- ;_; */
const inFace = /[<>^;.=\-@]/;

/**
 * @param marker the run's character, and `length` how often it is repeated
 * @param at index of the run in `text`
 */
export function flanking(text: string, at: number, marker: string, length: number): Flanking {
  if (length > 3 || (marker === "~" && length !== 2)) return { opens: false, closes: false };
  const before = characterBefore(text, at);
  const after = characterAt(text, at + length);
  const isSingle = marker === "_" || length === 1;
  if (isSingle && inFace.test(before) && inFace.test(after)) return { opens: false, closes: false };
  return {
    opens: mayBeInside(after, text, at + length + 1) && bordersBefore(before, isSingle),
    closes:
      before !== "" &&
      !notBeforeClosing.test(before) &&
      bordersAfter(after, characterAt(text, at + length + after.length), isSingle),
  };
}

function mayBeInside(after: string, text: string, next: number): boolean {
  if (after === "" || notAfterOpening.test(after)) return false;
  // *.txt and *\folder, but not \(LaTeX\).
  return !/[.\\]/.test(after) || !/[\p{L}\p{N}]/u.test(characterAt(text, next));
}

function bordersBefore(before: string, isSingle: boolean): boolean {
  if (before === "") return true;
  if (word.test(before)) return noBorder.test(before);
  if (isSingle) return beforeSingle.test(before) || !isAscii(before);
  // f(x)**2
  return !/[)\]}]/.test(before);
}

function bordersAfter(after: string, next: string, isSingle: boolean): boolean {
  if (after === "") return true;
  if (word.test(after)) return noBorder.test(after) || (!isSingle && !/\p{N}/u.test(after));
  // _index_.md
  if (isSingle && after === "." && word.test(next)) return false;
  return !isSingle || afterSingle.test(after) || !isAscii(after);
}

function isAscii(character: string): boolean {
  return character <= "\x7f";
}

function characterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : "";
}

function characterBefore(text: string, at: number): string {
  const last = text[at - 1] ?? "";
  return /[\uDC00-\uDFFF]/.test(last) ? text.slice(Math.max(0, at - 2), at) : last;
}
