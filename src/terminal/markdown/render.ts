/**
 * Renders blocks of markdown as rows of the terminal, with Bun.markdown.ansi and, for code,
 * `code.ts`. The text must be sanitized already. The result contains only printable text and SGR
 * styles.
 */
import type { Colors } from "../colors.ts";
import { isUnsafe, sanitize } from "../sanitize.ts";
import type { Block } from "./blocks.ts";
import { type CodeState, highlightLine } from "./code.ts";
import { toRows } from "./rows.ts";

// Has no width and does not occur in sanitized text. It keeps the renderer from recognizing some
// syntax, and is removed from the result.
const guard = "\uFEFF";

export class BlockRenderer {
  readonly #colors: Colors;
  #language = "";
  #code: CodeState;
  #previous: Block["kind"] | undefined;

  constructor(colors: Colors) {
    this.#colors = colors;
  }

  clone(): BlockRenderer {
    const copy = new BlockRenderer(this.#colors);
    copy.#language = this.#language;
    copy.#code = this.#code;
    copy.#previous = this.#previous;
    return copy;
  }

  /** Rows of the next block, with an empty row before it if needed. */
  render(block: Block, columns: number): string[] {
    // Bun indents the content of a list by two columns more than the source.
    const indent = Math.min(block.indent === 0 ? 0 : block.indent + 2, Math.floor(columns / 2));
    const separated = this.#previous !== undefined && (block.gap || standsApart(this.#previous, block.kind));
    this.#previous = block.kind;
    const rows = this.#content(block, columns - indent).map((row) =>
      row === "" ? "" : " ".repeat(indent) + row,
    );
    return separated ? ["", ...rows] : rows;
  }

  #content(block: Block, columns: number): string[] {
    const { dim, italic } = this.#colors;
    const frame = this.#colors.isColorSupported ? { open: "┌─", side: "│ ", close: "└─" } : asciiFrame;
    switch (block.kind) {
      case "fence-open": {
        this.#language = block.language;
        this.#code = undefined;
        const label = block.language === "" ? "" : ` ${italic(block.language)}`;
        return toRows(dim(frame.open + label), columns);
      }
      case "code": {
        const { text, state } = highlightLine(block.line, this.#language, this.#code, this.#colors);
        this.#code = state;
        return toRows(text, Math.max(1, columns - 2)).map((row) => dim(frame.side) + row);
      }
      case "fence-close":
        return [dim(frame.close)];
      default:
        return renderMarkdown(block.text, columns, this.#colors.isColorSupported);
    }
  }
}

const asciiFrame = { open: "+-", side: "| ", close: "+-" };

/** Headings and code get an empty row, even if the source has no blank line. */
function standsApart(before: Block["kind"], kind: Block["kind"]): boolean {
  const isCode = kind === "code" || kind === "fence-close";
  return (
    !isCode &&
    (before === "section" || before === "fence-close" || kind === "section" || kind === "fence-open")
  );
}

function renderMarkdown(source: string, columns: number, colors: boolean): string[] {
  const styled = Bun.markdown.ansi(guarded(source), {
    columns,
    colors,
    hyperlinks: false,
    kittyGraphics: false,
  });
  const text = onlyStyles(styled.replaceAll(guard, "")).replace(/^\n+|\n+$/g, "");
  // A link's definition renders as nothing, but the model's text must not vanish.
  const visible = text.trim() === "" ? source.trimEnd() : text;
  return toRows(visible, columns);
}

/**
 * - Character references are decoded by the renderer, so "&#27;" would become a real ESC.
 * - A bare address would be shown twice, as "https://x (https://x)".
 */
function guarded(source: string): string {
  return source
    .replace(/&(#\d{1,7}|#[xX][\da-fA-F]{1,6});/g, (reference, number: string) => {
      const hex = /^#x/i.test(number);
      const code = Number.parseInt(number.slice(hex ? 2 : 1), hex ? 16 : 10);
      return code > 0x10ffff || isUnsafe(code) ? `&${guard}${reference.slice(1)}` : reference;
    })
    .replace(/\b(ht|f)(tps?:\/\/)/gi, `$1${guard}$2`)
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 2)}${guard}${www.slice(2)}`)
    .replace(/@(?=[\w-])/g, `@${guard}`);
}

/** A last check: of the renderer's control sequences, only SGR styles pass. */
function onlyStyles(text: string): string {
  return text
    .split(/(\x1b\[[\d;]*m)/)
    .map((part, index) => (index % 2 === 1 ? part : sanitize(part)))
    .join("");
}
