/**
 * Keeps control tokens out of what people say. A prompt is tokenized with
 * control tokens recognized, since the template writes them; so `<|im_end|>`
 * typed by a user would end the turn. Just those occurrences are fenced by two
 * private-use characters before the template is rendered, and tokenized as plain
 * text after. A text without any is left alone, and so are its tokens.
 */

export type EscapeMarks = { open: string; close: string };
export type Segment = { text: string; isEscaped: boolean };

/** Finds the texts of a vocabulary's control tokens. */
export class ControlTexts {
  /** By first character, longest first: `<|end|>` must not hide behind `<|e`. */
  readonly #byFirst = new Map<string, string[]>();

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      const first = text[0];
      if (first === undefined) continue;
      const others = this.#byFirst.get(first);
      if (others === undefined) this.#byFirst.set(first, [text]);
      else others.push(text);
    }
    for (const others of this.#byFirst.values()) others.sort((a, b) => b.length - a.length);
  }

  isIn(text: string): boolean {
    return this.#next(text, 0) !== undefined;
  }

  /** The text with each occurrence between `open` and `close`. */
  escape(text: string, { open, close }: EscapeMarks): string {
    let fenced = "";
    let from = 0;
    for (let hit = this.#next(text, 0); hit !== undefined; hit = this.#next(text, from)) {
      fenced += text.slice(from, hit.at) + open + hit.text + close;
      from = hit.at + hit.text.length;
    }
    return fenced + text.slice(from);
  }

  #next(text: string, from: number): { at: number; text: string } | undefined {
    for (let at = from; at < text.length; at += 1) {
      const candidates = this.#byFirst.get(text[at] as string);
      const found = candidates?.find((candidate) => text.startsWith(candidate, at));
      if (found !== undefined) return { at, text: found };
    }
    return undefined;
  }
}

/** Two private-use characters (U+E000–U+F8FF) that occur in none of the texts, nor as JSON escapes them. */
export function chooseEscapeMarks(texts: readonly string[]): EscapeMarks {
  const free: string[] = [];
  for (let code = 0xe000; code <= 0xf8ff && free.length < 2; code += 1) {
    const character = String.fromCharCode(code);
    if (!texts.some((text) => text.includes(character) || text.includes(asciiJson(character))))
      free.push(character);
  }
  const [open, close] = free;
  if (open === undefined || close === undefined) {
    throw new Error("the messages use every private-use character there is");
  }
  return { open, close };
}

/** A rendered prompt in order, its fences taken away. Templates may have made ASCII JSON of a text. */
export function splitEscaped(rendered: string, { open, close }: EscapeMarks): Segment[] {
  const prompt = rendered.replaceAll(asciiJson(open), open).replaceAll(asciiJson(close), close);
  const segments: Segment[] = [];
  const add = (text: string, fenced: boolean): void => {
    if (text.length > 0) segments.push({ text, isEscaped: fenced });
  };
  let from = 0;
  for (;;) {
    const start = prompt.indexOf(open, from);
    const end = start === -1 ? -1 : prompt.indexOf(close, start);
    if (end === -1) break;
    add(prompt.slice(from, start), false);
    add(prompt.slice(start + 1, end), true);
    from = end + 1;
  }
  add(prompt.slice(from), false);
  return segments;
}

/** As nlohmann's JSON, which llama.cpp uses, writes it in ASCII. */
function asciiJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`;
}
