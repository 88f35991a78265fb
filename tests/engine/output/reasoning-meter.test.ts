import { describe, expect, test } from "bun:test";
import { type Random, seededRandom } from "../../../scripts/random.ts";
import { type EndedReasoning, ReasoningMeter } from "../../../src/engine/output/reasoning-meter.ts";

/** A token for each text that occurs; those in angle brackets with a bar are control tokens. */
class Vocabulary {
  readonly #texts: string[] = [];

  tokenOf(text: string): number {
    const known = this.#texts.indexOf(text);
    return known === -1 ? this.#texts.push(text) - 1 : known;
  }

  tokenize(text: string): number[] {
    return [...text].map((letter) => this.tokenOf(letter));
  }

  piece(token: number): Uint8Array {
    // As in the file, for texts that stand for bytes.
    const text = this.#texts[token] ?? "";
    return text.startsWith("\\x")
      ? Uint8Array.of(Number.parseInt(text.slice(2), 16))
      : new TextEncoder().encode(text);
  }

  isControl(token: number): boolean {
    return this.#texts[token]?.startsWith("<|") === true;
  }
}

const think = { start: "<think>", ends: ["</think>"], isOpen: false };

class Answer {
  readonly vocabulary = new Vocabulary();
  readonly meter: ReasoningMeter;
  readonly ended: EndedReasoning[] = [];
  #now = 0;

  constructor(marks: typeof think, budget = Number.POSITIVE_INFINITY, room = Number.POSITIVE_INFINITY) {
    this.meter = new ReasoningMeter(this.vocabulary, marks, { budget, room }, () => this.#now);
  }

  /** Each text is a token, which takes a millisecond. */
  write(...texts: string[]): this {
    for (const text of texts) this.accept(this.vocabulary.tokenOf(text));
    return this;
  }

  accept(token: number): void {
    this.#now += 1;
    const ended = this.meter.accept(token);
    if (ended !== undefined) this.ended.push(ended);
  }

  /** Writes the tokens that are forced. @returns their text */
  writeForced(): string {
    let text = "";
    for (let token = this.meter.forced; token !== undefined; token = this.meter.forced) {
      text += new TextDecoder().decode(this.vocabulary.piece(token));
      this.accept(token);
    }
    return text;
  }
}

describe("reasoning", () => {
  test("is counted without its marks, however these are tokenized", () => {
    const one = new Answer(think).write("<think>", "a", "b", "c", "</think>", "\n\n", "Yes");
    const many = new Answer(think).write(
      "\n",
      "<",
      "think",
      ">\n",
      "a",
      "b",
      "c",
      "</",
      "think",
      ">\n\n",
      "Yes",
    );
    for (const { meter, ended } of [one, many]) {
      expect(meter.tokens).toBe(3);
      expect(ended).toEqual([{ tokens: 3, milliseconds: ended[0]?.milliseconds as number, isCut: false }]);
      expect(meter.isWithin).toBe(false);
    }
    expect([one.meter.markTokens, many.meter.markTokens]).toEqual([2, 6]);
    expect(one.ended[0]?.milliseconds).toBe(4);
  });

  test("begins in the prompt, if that opens it", () => {
    const { meter, ended } = new Answer({ ...think, isOpen: true }).write("a", "b", "</think>", "c");
    expect([meter.tokens, meter.markTokens, ended.length]).toEqual([2, 1, 1]);
  });

  test("is not what an answer says about such marks", () => {
    const { meter } = new Answer(think).write("The ", "tag ", "<think>", " opens it");
    expect([meter.tokens, meter.isWithin]).toEqual([0, false]);
  });

  test("may come several times, where control tokens mark it", () => {
    const marks = { start: "<|channel|>analysis<|message|>", ends: ["<|end|>"], isOpen: false };
    const answer = new Answer(marks);
    answer.write("<|channel|>", "analysis", "<|message|>", "a", "b", "<|end|>", "<|start|>", "assistant");
    answer.write("<|channel|>", "analysis", "<|message|>", "c", "<|end|>");
    expect(answer.ended.map(({ tokens }) => tokens)).toEqual([2, 1]);
    expect([answer.meter.tokens, answer.meter.markTokens]).toEqual([3, 8]);
  });
});

describe("a budget", () => {
  test("ends the reasoning with its usual mark when it is spent", () => {
    const answer = new Answer(think, 2).write("<think>", "a");
    expect(answer.meter.forced).toBeUndefined();
    answer.write("b");
    expect(answer.writeForced()).toBe("</think>");
    expect(answer.ended).toMatchObject([{ tokens: 2, isCut: true }]);
    expect(answer.write("Yes").meter.forced).toBeUndefined();
  });

  test("of 0 ends it at once, which cuts nothing", () => {
    const open = new Answer({ ...think, isOpen: true }, 0);
    expect(open.writeForced()).toBe("</think>");
    expect(open.ended).toMatchObject([{ tokens: 0, isCut: false }]);
    const opened = new Answer(think, 0).write("<think>");
    expect(opened.writeForced()).toBe("</think>");
  });

  test("waits for the end of a character, and of a mark that has begun", () => {
    const answer = new Answer(think, 1).write("<think>", "\\xe2", "\\x82");
    expect(answer.meter.forced).toBeUndefined();
    answer.write("\\xac");
    expect(answer.meter.forced).toBeDefined();
    const ending = new Answer(think, 1).write("<think>", "</", "think");
    expect(ending.meter.forced).toBeUndefined();
    ending.write(">");
    expect(ending.ended).toMatchObject([{ isCut: false }]);
  });

  test("waits no longer than a mark takes", () => {
    const answer = new Answer(think, 1).write("<think>", ...Array<string>(20).fill("</"));
    expect(answer.meter.forced).toBeDefined();
  });

  test("is that of all reasoning in an answer", () => {
    const answer = new Answer(think, 3).write("<think>", "a", "b", "</think>", "<think>", "c");
    expect(answer.writeForced()).toBe("</think>");
    answer.write("<think>");
    expect(answer.writeForced()).toBe("</think>");
    expect(answer.ended.map(({ tokens, isCut }) => [tokens, isCut])).toEqual([
      [2, false],
      [1, true],
      [0, true],
    ]);
    expect(answer.meter.tokens).toBe(3);
  });

  test("counts marks around nothing as the answer's, so that they can't go on for ever", () => {
    const answer = new Answer(think, 0);
    const markTokens = Array.from({ length: 3 }, () => {
      answer.write("<think>").writeForced();
      return answer.meter.markTokens;
    });
    expect(markTokens).toEqual([9, 9, 9]);
  });

  test("is still spent where another token than that of the mark had to be written", () => {
    const answer = new Answer(think, 2).write("<think>", "a", "b");
    answer.write("<", "/", "c");
    expect(answer.ended).toEqual([]);
    expect([answer.meter.isWithin, answer.meter.tokens, answer.meter.markTokens]).toEqual([true, 5, 1]);
    expect(answer.writeForced()).toBe("</think>");
    expect(answer.ended).toMatchObject([{ tokens: 5, isCut: true }]);
  });
});

describe("the context's room", () => {
  test("is for the whole answer, with its marks and the text between thoughts", () => {
    const marks = { start: "<|a|>", ends: ["<|e|>"], isOpen: false };
    const answer = new Answer(marks, 100, 6).write("<|a|>", "a", "<|e|>", "Yes", "<|a|>");
    expect(answer.meter.forced).toBeUndefined();
    answer.write("b");
    expect(answer.writeForced()).toBe("<|e|>");
    expect(answer.ended).toMatchObject([{ isCut: false }, { isCut: true, isContextSpent: true }]);
  });
});

/** The text in random pieces. */
function pieces(text: string, random: Random): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const length = 1 + random.below(5);
    found.push(text.slice(at, at + length));
    at += length;
  }
  return found;
}

test("any tokenization of an answer has the same parts", () => {
  const random = seededRandom(3);
  for (let round = 0; round < 2000; round += 1) {
    const thought = "abc<d>/ ".repeat(1 + random.below(4));
    const texts = pieces(`<think>${thought}</think>Yes, <think> is a tag.`, random);
    const { meter, ended } = new Answer(think).write(...texts);
    expect(ended).toHaveLength(1);
    expect(meter.isWithin).toBe(false);
    let start = 0;
    const inside = texts.filter((text) => {
      const begin = start;
      start += text.length;
      return begin >= "<think>".length && start <= "<think>".length + thought.length;
    });
    expect(meter.tokens).toBe(inside.length);
  }
});
