/**
 * Reads an answer that violates its model's format, such as a call that never ends, or an answer
 * without the mark before it. No word that the model wrote is lost, and nothing that was shown is
 * taken back.
 */
import type { ParsedAnswer } from "../../llama/chat-template.ts";
import type { ReasoningMarks } from "../prompt/reasoning-marks.ts";

/**
 * @param written the whole text
 * @param begun what of a continued answer is in the prompt
 * @param shown that, and what was shown of the text
 * @param marks missing if the model doesn't reason
 */
export function readBroken(
  written: string,
  begun: ParsedAnswer,
  shown: ParsedAnswer,
  marks: ReasoningMarks | undefined,
): ParsedAnswer {
  const split = splitByMarks(written, marks, begun.reasoning !== "");
  const reasoning = begun.reasoning + split.reasoning;
  const content = begun.content + split.content;
  const isContinued = reasoning.startsWith(shown.reasoning) && content.startsWith(shown.content);
  if (isContinued && shown.toolCalls.length === 0) return { reasoning, content, toolCalls: [] };
  return { ...shown, content: shown.content + unreadText(written, shown, []) };
}

/** The text of the reasoning, and all other text, without the marks of the reasoning. */
function splitByMarks(
  written: string,
  marks: ReasoningMarks | undefined,
  isContinued: boolean,
): { reasoning: string; content: string } {
  if (marks === undefined) return { reasoning: "", content: written };
  const { start, ends, isOpen } = marks;
  const opened = isOpen ? 0 : written.indexOf(start);
  if (opened === -1) return { reasoning: "", content: written };
  const from = isOpen ? 0 : opened + start.length;
  const closed = ends
    .map((end) => ({ at: written.indexOf(end, from), end }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)[0];
  const before = written.slice(0, opened);
  const thought = written.slice(from, closed?.at);
  const reasoning = isContinued ? thought : thought.trimStart();
  const after = closed === undefined ? "" : written.slice(closed.at + closed.end.length);
  return { reasoning, content: (before + after).trimStart() };
}

/**
 * What of the text is neither shown nor markup. Some parsers leave out what they don't expect, such
 * as text after a mark that doesn't belong there.
 * @param marks texts that mark something in this model's answers
 */
export function unreadText(
  written: string,
  { reasoning, content, toolCalls }: ParsedAnswer,
  marks: readonly string[],
): string {
  const calls = toolCalls.flatMap(({ name, arguments: json }) => [name, json]);
  const shown = [reasoning, content, ...calls];
  const writtenWords = countsOf(wordsOf(written, marks));
  const shownWords = countsOf(wordsOf(shown.join(" "), marks));
  // Reasoning and text may take turns, so that a gap in the one is in the other.
  const isUnread = (gap: string): boolean =>
    wordsOf(gap, marks).some((word) => (shownWords.get(word) ?? 0) < (writtenWords.get(word) ?? 0));
  // Before and within calls, the gaps are their format.
  const gaps = gapsBetween(shown, written).slice(calls.length === 0 ? 0 : -1);
  return gaps.filter(isUnread).join("");
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordsOf(text: string, marks: readonly string[]): readonly string[] {
  // Headers and fences first: they begin with marks.
  const unmarked = marks.reduce(
    (rest, mark) => (mark === "" ? rest : rest.replaceAll(mark, " ")),
    text.replace(headers, " ").replace(fences, " "),
  );
  return unmarked.replace(tags, " ").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What gpt-oss and Gemma write between a mark and the text of a message, such as its channel. */
const headers =
  /<\|(?:start|channel|constrain)\|?>(?:assistant|analysis|commentary|final|thought|json| to=[\w.]+| )*/g;

/** What a model may write around JSON that follows a schema. */
const fences = /```json\b/g;

const tags = /<[^<>\s]{1,60}>|\[\/?[A-Z_]{1,30}\]/g;

/** Characters that show where a text continues after a gap. */
const anchorLength = 16;

/**
 * What is in the written text before, between and after the pieces of these texts; the last one is
 * what is after them. White space is not compared: parsers trim.
 */
function gapsBetween(texts: readonly string[], written: string): string[] {
  const { letters, places } = withoutSpace(written);
  const anchors = new Anchors(letters);
  const gaps: string[] = [];
  let at = 0;
  for (const text of texts) {
    const shown = withoutSpace(text).letters;
    for (let next = 0; next < shown.length; ) {
      if (shown[next] === letters[at]) {
        next += 1;
        at += 1;
        continue;
      }
      const found = anchors.next(shown.slice(next, next + anchorLength), at);
      if (found === -1) next += 1;
      else {
        gaps.push(written.slice(places[at], places[found]));
        at = found;
      }
    }
  }
  return [...gaps, written.slice(places[at] ?? written.length)];
}

/**
 * Finds anchors in a text. It makes only searches that find something: others would read the rest of
 * the text for each character of a long call, whose JSON differs from what was written.
 */
class Anchors {
  readonly #letters: string;
  #lastPlaces: Map<string, number> | undefined;

  constructor(letters: string) {
    this.#letters = letters;
  }

  /** @returns -1 if the anchor doesn't occur at `from` or later */
  next(anchor: string, from: number): number {
    this.#lastPlaces ??= this.#findLast();
    const isWhole = anchor.length === anchorLength;
    if (isWhole && (this.#lastPlaces.get(anchor) ?? -1) < from) return -1;
    return this.#letters.indexOf(anchor, from);
  }

  #findLast(): Map<string, number> {
    const places = new Map<string, number>();
    for (let i = 0; i + anchorLength <= this.#letters.length; i += 1)
      places.set(this.#letters.slice(i, i + anchorLength), i);
    return places;
  }
}

/** The other characters, and their places in the text. */
function withoutSpace(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  for (let i = 0; i < text.length; i += 1) if (text[i]?.trim() !== "") places.push(i);
  return { letters: text.replace(/\s/g, ""), places };
}
