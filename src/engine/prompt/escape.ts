/**
 * Escapes control tokens in untrusted text. A prompt is tokenized with control tokens recognized,
 * since the template writes them, so `<|im_end|>` typed by a user would end the turn. Before the
 * template is rendered, such occurrences are put between two private-use characters. Afterwards
 * they are tokenized as plain text. Other text and its tokens are unchanged.
 */

export type EscapeMarks = { open: string; close: string };
export type Segment = { text: string; isEscaped: boolean };

/** Finds the texts of a vocabulary's control tokens. */
export class ControlTexts {
  /** By first character, longest first, so that `<|end|>` is found before `<|e`. */
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

  /** Puts each occurrence between `open` and `close`. */
  escape(text: string, { open, close }: EscapeMarks): string {
    let escaped = "";
    let from = 0;
    for (let hit = this.#next(text, 0); hit !== undefined; hit = this.#next(text, from)) {
      escaped += text.slice(from, hit.at) + open + hit.text + close;
      from = hit.at + hit.text.length;
    }
    return escaped + text.slice(from);
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

/** Two private-use characters (U+E000–U+F8FF) that no text contains, not even as JSON escapes. */
export function chooseEscapeMarks(texts: readonly string[]): EscapeMarks {
  const free: string[] = [];
  for (let code = 0xe000; code <= 0xf8ff && free.length < 2; code += 1) {
    const character = String.fromCharCode(code);
    if (!texts.some((text) => text.includes(character) || text.includes(asciiJson(character))))
      free.push(character);
  }
  const [open, close] = free;
  if (open === undefined || close === undefined) {
    throw new Error("the messages use all private-use characters");
  }
  return { open, close };
}

/** Splits a rendered prompt at the marks, also where a template has escaped them as ASCII JSON. */
export function splitEscaped(rendered: string, { open, close }: EscapeMarks): Segment[] {
  const prompt = rendered.replaceAll(asciiJson(open), open).replaceAll(asciiJson(close), close);
  const segments: Segment[] = [];
  const add = (text: string, isEscaped: boolean): void => {
    if (text.length > 0) segments.push({ text, isEscaped });
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

/** The escape that llama.cpp's JSON library (nlohmann) writes for ASCII output. */
function asciiJson(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16)}`;
}
