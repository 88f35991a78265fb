/**
 * Parses the inline markdown of a paragraph: emphasis, code, links, escapes. It takes for markup
 * only what surely is, and leaves all else as it was written: LaTeX, HTML, references, 2*3*4.
 */
import {
  addressAt,
  isLinkAddress,
  looksLikeOtherAddress,
  mayBecomeLinkAddress,
  targetOf,
} from "./address.ts";
import { type Emphasis, EmphasisParser } from "./emphasis.ts";
import { isEscaped, windowsPathAt } from "./escapes.ts";
import { bold, code, italic, type MarkdownStyle, type Span, strike, underline } from "./style.ts";
import { endOfRun, VerbatimScanner } from "./verbatim.ts";

export type InlineOptions = {
  /** Styles that the whole text has. */
  base?: number;
  /** The text is still being written: **bold** and `code` without an end last to the text's end. */
  growing?: boolean;
  /** `<br>` is a line break, as in the cells of a table. */
  breaks?: boolean;
};

/** @param source sanitized text; its line breaks stay @returns spans whose texts may contain \n */
export function parseInline(source: string, style: MarkdownStyle, options: InlineOptions = {}): Span[] {
  const text = options.growing ? withoutHalfMarker(source) : source;
  special.lastIndex = 0;
  if (!special.test(text)) return text === "" ? [] : [{ text, style: options.base ?? 0 }];
  return new InlineParser(text, style, options).parse();
}

type Token = { text: string; style: number; address?: string | undefined; unbroken?: boolean | undefined };
type Bracket = { token: number; depth: number; isImage: boolean };

const special = /[\\`*_~$[\]<&]|!\[|https?:\/\//gi;
const tag = /<(?:\/?[a-z][\w-]*(?:\s[^<>]*)?\/?|!--[^<>]*--)>/iy;
const lineBreakTag = /^<br\s*\/?>$/i;
const autolink = /<(https?:\/\/[^\s<>]+)>/iy;
const reference = /&(lt|gt|amp|quot|nbsp|#39);/y;
const characters: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  nbsp: "\u00A0",
  "#39": "'",
};
/** What follows the ] of a link; its parentheses may contain one more pair. */
const destination = /\(<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\)/y;
const openDestination = /\(<?([^\s()<>]*)$/y;

class InlineParser {
  readonly #text: string;
  readonly #style: MarkdownStyle;
  readonly #options: InlineOptions;
  readonly #tokens: Token[] = [];
  readonly #brackets: Bracket[] = [];
  readonly #emphasis: EmphasisParser;
  readonly #verbatim: VerbatimScanner;
  /** Otherwise code keeps its backticks. */
  readonly #colorsCode: boolean;
  #at = 0;

  constructor(text: string, style: MarkdownStyle, options: InlineOptions) {
    this.#text = text;
    this.#style = style;
    this.#options = options;
    this.#colorsCode = style.colors.isColorSupported;
    this.#emphasis = new EmphasisParser(text);
    this.#verbatim = new VerbatimScanner(text);
  }

  parse(): Span[] {
    const text = this.#text;
    while (this.#at < text.length) {
      special.lastIndex = this.#at;
      const found = special.exec(text);
      const next = found?.index ?? text.length;
      if (next > this.#at) this.#add(text.slice(this.#at, next));
      this.#at = next;
      if (found !== null) this.#special(found[0]);
    }
    if (this.#options.growing) this.#emphasis.closeGrowing(this.#tokens.length);
    return this.#finished();
  }

  /** Takes the markup that begins with `found`, or `found` as text. */
  #special(found: string): void {
    const taken = this.#markup(found);
    if (!taken) this.#addLength(found.length);
  }

  #markup(found: string): boolean {
    switch (found[0]) {
      case "\\":
        return this.#verbatimAt() || this.#backslash();
      case "`":
      case "$":
        return this.#verbatimAt();
      case "*":
      case "_":
      case "~":
        return this.#markers(found);
      case "!":
      case "[":
        return this.#openBracket(found);
      case "]":
        return this.#closeBracket();
      case "<":
        return this.#autolink() || this.#tag();
      case "&":
        return this.#reference();
      default:
        return this.#bareAddress();
    }
  }

  #add(text: string, style = 0): void {
    this.#tokens.push({ text, style });
  }

  #addLength(length: number): void {
    this.#add(this.#text.slice(this.#at, this.#at + length));
    this.#at += length;
  }

  #markers(marker: string): boolean {
    const length = endOfRun(this.#text, this.#at, marker) - this.#at;
    this.#emphasis.push(this.#at, length, this.#tokens.length);
    const isLast = this.#at + length === this.#text.length;
    // Half of a marker that will close.
    if (this.#options.growing && isLast && this.#emphasis.mayClose(marker)) this.#at += length;
    else this.#addLength(length);
    return true;
  }

  /** Takes code or LaTeX. */
  #verbatimAt(): boolean {
    const found = this.#verbatim.at(this.#at);
    if (found === undefined) return false;
    if (found.kind === "open") {
      if (!this.#options.growing || !found.isLast) {
        this.#addLength(found.end - this.#at);
      } else if (found.opens === "code" && this.#colorsCode) {
        this.#add(this.#text.slice(found.end), code);
        this.#at = this.#text.length;
      } else this.#addLength(this.#text.length - this.#at);
    } else if (found.kind === "code" && this.#colorsCode) {
      this.#add(found.content, code);
      this.#at = found.end;
    } else this.#addLength(found.end - this.#at);
    return true;
  }

  #backslash(): boolean {
    const text = this.#text;
    const at = this.#at;
    const path = windowsPathAt(text, at);
    if (path !== "") {
      this.#addLength(path.length);
    } else if (isEscaped(text, at)) {
      this.#at += 1;
      this.#addLength(1);
    } else if (text[at + 1] === "\n" && /[^\s\\]/.test(text[at - 1] ?? " ")) {
      // A line break. After a space it would continue a command of a shell, and stays.
      this.#at += 1;
    } else this.#addLength(text[at + 1] === "\\" ? 2 : 1);
    return true;
  }

  #autolink(): boolean {
    autolink.lastIndex = this.#at;
    const address = autolink.exec(this.#text)?.[1];
    if (address === undefined) return false;
    this.#addAddress(address);
    this.#at += address.length + 2;
    return true;
  }

  #tag(): boolean {
    tag.lastIndex = this.#at;
    const found = tag.exec(this.#text)?.[0];
    if (found === undefined) return false;
    this.#add(this.#options.breaks && lineBreakTag.test(found) ? "\n" : found);
    this.#at += found.length;
    return true;
  }

  #reference(): boolean {
    reference.lastIndex = this.#at;
    const match = reference.exec(this.#text);
    if (match === null) return false;
    this.#add(characters[match[1]!]!);
    this.#at += match[0].length;
    return true;
  }

  #bareAddress(): boolean {
    const address = addressAt(this.#text, this.#at);
    if (address === "") return false;
    this.#addAddress(address);
    this.#at += address.length;
    return true;
  }

  #addAddress(address: string): void {
    this.#tokens.push({ text: address, style: underline, address: targetOf(address), unbroken: true });
  }

  #openBracket(found: string): boolean {
    const isImage = found[0] === "!";
    this.#brackets.push({ token: this.#tokens.length, depth: this.#emphasis.depth, isImage });
    this.#addLength(found.length);
    return true;
  }

  #closeBracket(): boolean {
    const bracket = this.#brackets.pop();
    if (bracket === undefined || bracket.isImage || this.#text[this.#at + 1] !== "(") return false;
    destination.lastIndex = this.#at + 1;
    const found = destination.exec(this.#text);
    if (found !== null && isLinkAddress(found[1]!)) {
      this.#link(bracket, found[1]!);
      this.#at += 1 + found[0].length;
      return true;
    }
    openDestination.lastIndex = this.#at + 1;
    const open = this.#options.growing ? openDestination.exec(this.#text) : null;
    if (open === null || !mayBecomeLinkAddress(open[1]!)) return false;
    // The address is still being written.
    this.#link(bracket, "");
    this.#at = this.#text.length;
    return true;
  }

  /** @param address "" if it is not known yet */
  #link(bracket: Bracket, address: string): void {
    this.#emphasis.closeAbove(bracket.depth);
    // A link contains no other link.
    this.#brackets.length = 0;
    this.#tokens[bracket.token]!.text = "";
    const label = this.#tokens.slice(bracket.token);
    const text = label.map((token) => token.text).join("");
    const target = targetOf(address);
    const showsAddress =
      address !== "" && text !== address && (target === undefined || !this.#style.hyperlinks);
    const isShown = showsAddress || looksLikeOtherAddress(text, address);
    for (const token of label) {
      token.address = target;
      if (!isShown || text === address) token.style |= underline;
    }
    if (address === "" || !isShown) return;
    this.#add(text === "" ? "" : " (");
    this.#addAddress(address);
    this.#add(text === "" ? "" : ")");
  }

  /** The tokens without the markers of emphasis, and with its styles. */
  #finished(): Span[] {
    const base = this.#options.base ?? 0;
    const { found, hidden } = this.#emphasis;
    const styles = emphasisOf(found, this.#tokens.length);
    return this.#tokens.flatMap((token, at): Span[] => {
      const text = token.text.slice(hidden.get(at) ?? 0);
      if (text === "") return [];
      const address = this.#style.hyperlinks ? token.address : undefined;
      return [{ ...token, text, address, style: token.style | styles[at]! | base }];
    });
  }
}

/** @returns the style of each of `count` tokens */
function emphasisOf(ranges: readonly Emphasis[], count: number): Uint8Array {
  const styles = new Uint8Array(count);
  for (const style of [bold, italic, strike]) {
    const changes = new Int32Array(count + 1);
    let isUsed = false;
    for (const range of ranges) {
      if (range.style !== style) continue;
      isUsed = true;
      changes[range.from]! += 1;
      changes[range.to]! -= 1;
    }
    let depth = 0;
    for (let at = 0; isUsed && at < count; at += 1) {
      depth += changes[at]!;
      if (depth > 0) styles[at]! |= style;
    }
  }
  return styles;
}

/**
 * A growing text ends with markers that style nothing yet, or with half of a closing marker: they
 * are not shown.
 */
function withoutHalfMarker(text: string): string {
  return text.trimEnd().replace(/(?<![\p{L}\p{N}*_`~])[*_`~]+$/u, "");
}
