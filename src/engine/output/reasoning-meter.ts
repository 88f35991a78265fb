/**
 * Follows the reasoning of one answer by the texts that mark it: counts its tokens, says where it
 * has ended, and which tokens end it when its budget is spent.
 *
 * llama.cpp's reasoning budget looks for the marks' tokens. Where a mark is no token of its own, a
 * model often writes it in others (">\n" instead of ">"), so texts are compared here.
 */
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";
import type { ReasoningMarks } from "../prompt/reasoning-marks.ts";

/** A reasoning that has ended. */
export type EndedReasoning = {
  /** Without its marks. */
  tokens: number;
  milliseconds: number;
  /** Its budget was spent. */
  isCut: boolean;
  /** The context's room for it was spent, which was less than the budget. */
  isContextSpent?: boolean;
};

type Written = Pick<Vocabulary, "tokenize" | "piece" | "isControl">;

export class ReasoningMeter {
  /** Tokens of all reasoning, without its marks. */
  tokens = 0;
  /** Tokens that mark reasoning. */
  markTokens = 0;
  /** The tokens that wrote the last mark. */
  lastMark: readonly Token[] = [];
  readonly #vocabulary: Written;
  readonly #start: Mark;
  readonly #ends: readonly Mark[];
  readonly #forced: readonly Token[];
  readonly #budget: number;
  readonly #room: number;
  readonly #now: () => number;
  #state: "outside" | "within" | "closing" = "outside";
  /** The tokens since the last mark, as far back as a mark may reach. */
  #recent: { token: Token; bytes: string }[] = [];
  /** Before them, only white space was written since the answer's start, or the last mark. */
  #isBlank = true;
  /** All tokens of the answer. */
  #accepted = 0;
  /** Of the reasoning so far. */
  #length = 0;
  /** Tokens that marked something before it. */
  #marksBefore = 0;
  #isFirst = true;
  /** Tokens for which its end has waited since the budget was spent. */
  #waited = 0;
  #startedAt = 0;
  /** Forced tokens that were written. */
  #written = 0;

  /**
   * @param budget maximum tokens of all reasoning; the marks that end it come in addition
   * @param room maximum tokens of the answer up to the end of its reasoning, because of the context
   * @param now monotonic milliseconds
   */
  constructor(
    vocabulary: Written,
    { start, ends, isOpen }: ReasoningMarks,
    { budget, room = Number.POSITIVE_INFINITY }: { budget: number; room?: number },
    now: () => number,
  ) {
    this.#vocabulary = vocabulary;
    this.#start = markOf(start);
    this.#ends = ends.map(markOf);
    this.#forced = vocabulary.tokenize(ends[0] ?? "", false, true);
    this.#budget = budget;
    this.#room = room;
    this.#now = now;
    if (isOpen) this.#begin();
  }

  get isWithin(): boolean {
    return this.#state !== "outside";
  }

  /** The token that must come next, since the budget is spent. */
  get forced(): Token | undefined {
    return this.#state === "closing" ? this.#forced[this.#written] : undefined;
  }

  /** @returns the reasoning that this token has ended */
  accept(token: Token): EndedReasoning | undefined {
    this.#accepted += 1;
    if (this.#state === "closing") {
      if (token === this.forced) return this.#close();
      this.#resume();
    }
    this.#remember(token);
    if (this.#state === "within") return this.#continue();
    const before = this.markTokens;
    if (this.#takeMark([this.#start])) this.#begin(before);
    return undefined;
  }

  #remember(token: Token): void {
    this.#recent.push({ token, bytes: String.fromCharCode(...this.#vocabulary.piece(token)) });
  }

  /** @param marksBefore tokens that marked something before this reasoning */
  #begin(marksBefore = 0): void {
    this.#state = this.#isSpent ? "closing" : "within";
    this.#marksBefore = marksBefore;
    this.#length = 0;
    this.#waited = 0;
    this.#written = 0;
    this.#startedAt = this.#now();
  }

  get #isSpent(): boolean {
    return this.tokens >= this.#budget || this.#accepted >= this.#room;
  }

  /** A grammar did not allow the forced token. What was written of the mark is then reasoning. */
  #resume(): void {
    for (const token of this.#forced.slice(0, this.#written)) this.#remember(token);
    this.#length += this.#written;
    this.tokens += this.#written;
    this.markTokens -= this.#written;
    this.#written = 0;
    this.#state = "within";
  }

  #continue(): EndedReasoning | undefined {
    this.#length += 1;
    this.tokens += 1;
    if (this.#takeMark(this.#ends)) {
      const before = Math.min(this.lastMark.length, this.#length);
      this.#length -= before;
      this.tokens -= before;
      return this.#end(false);
    }
    if (!this.#isSpent) return undefined;
    const isBetween = this.#isWholeCharacter() && !this.#isWithinMark(this.#ends);
    // Each token of a mark has at least a byte of it.
    if (isBetween || this.#waited >= longestOf(this.#ends)) this.#state = "closing";
    this.#waited += 1;
    return undefined;
  }

  /** Accepts the forced token. */
  #close(): EndedReasoning | undefined {
    this.#written += 1;
    this.markTokens += 1;
    if (this.#written < this.#forced.length) return undefined;
    this.lastMark = this.#forced;
    this.#recent = [];
    this.#isBlank = true;
    return this.#end(Math.min(this.#budget, this.#room) > 0);
  }

  #end(isCut: boolean): EndedReasoning {
    this.#state = "outside";
    // A model may write empty thoughts for ever. An answer's limit must then end it.
    if (this.#length === 0 && !this.#isFirst) this.markTokens = this.#marksBefore;
    this.#isFirst = false;
    const milliseconds = this.#now() - this.#startedAt;
    const isContextSpent = isCut && this.tokens < this.#budget;
    return { tokens: this.#length, milliseconds, isCut, ...(isContextSpent ? { isContextSpent } : {}) };
  }

  /** Whether the last token has completed a mark. Its tokens are then no longer recent. */
  #takeMark(marks: readonly Mark[]): boolean {
    const text = this.#recent.map(({ bytes }) => bytes).join("");
    const found = marks
      .map(({ bytes }) => ({ place: text.indexOf(bytes), end: text.indexOf(bytes) + bytes.length }))
      .filter(({ place }) => place !== -1)
      .sort((a, b) => a.place - b.place)[0];
    if (found === undefined) {
      while (this.#recent.length > longestOf(marks)) {
        if (this.#recent.shift()?.bytes.trim() !== "") this.#isBlank = false;
      }
      return false;
    }
    const { place, end } = found;
    const tokens = tokensFrom(this.#recent, place);
    // Later in an answer, only control tokens open reasoning: others may be what it speaks of.
    const isFirst = this.#isBlank && text.slice(0, place).trim() === "";
    const isMark = this.#state === "within" || isFirst || this.#vocabulary.isControl(tokens[0] as Token);
    if (!isMark) return false;
    this.lastMark = tokens;
    this.markTokens += tokens.length;
    this.#recent = [];
    this.#isBlank = text.slice(end).trim() === "";
    return true;
  }

  /** The text ends with the beginning of a mark. */
  #isWithinMark(marks: readonly Mark[]): boolean {
    const text = this.#recent.map(({ bytes }) => bytes).join("");
    return marks.some(({ begins }) => begins.some((begin) => text.endsWith(begin)));
  }

  #isWholeCharacter(): boolean {
    const text = this.#recent.map(({ bytes }) => bytes).join("");
    return !incompleteCharacter.test(text);
  }
}

/** In characters that stand for bytes of UTF-8. */
type Mark = {
  bytes: string;
  /** The ways in which it may be written in part. */
  begins: readonly string[];
};

function markOf(text: string): Mark {
  const bytes = Buffer.from(text).toString("latin1");
  // One byte, such as a line break, is rather a part of the text.
  return {
    bytes,
    begins: Array.from({ length: Math.max(0, bytes.length - 2) }, (_, i) => bytes.slice(0, i + 2)),
  };
}

/** In bytes. */
function longestOf(marks: readonly Mark[]): number {
  return Math.max(...marks.map(({ bytes }) => bytes.length));
}

function tokensFrom(recent: readonly { token: Token; bytes: string }[], place: number): Token[] {
  let end = 0;
  return recent.flatMap(({ token, bytes }) => {
    end += bytes.length;
    return end > place ? [token] : [];
  });
}

/** The first byte of a character, with fewer bytes after it than it needs. */
const incompleteCharacter = /(?:[\xc0-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf7][\x80-\xbf]{0,2})$/;
