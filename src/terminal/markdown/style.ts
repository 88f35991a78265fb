/** Styled text: what the inline parser makes, what is wrapped, and how it becomes a row. */
import type { Colors } from "../colors.ts";

/** How markdown may be shown on this terminal. `hyperlinks`: it understands OSC 8. */
export type MarkdownStyle = { readonly colors: Colors; readonly hyperlinks: boolean };

/** Bits of {@link Span.style}. */
export const bold = 1;
export const italic = 2;
export const strike = 4;
export const code = 8;
export const underline = 16;
export const dim = 32;

/** `address` is the target of a hyperlink. `unbroken` text is never cut to fit a row. */
export type Span = {
  readonly text: string;
  readonly style: number;
  readonly address?: string | undefined;
  readonly unbroken?: boolean | undefined;
};

/** One row. All styles and links that are opened in it are closed in it. */
export function paint(spans: readonly Span[], { colors }: MarkdownStyle): string {
  let row = "";
  for (let at = 0; at < spans.length; at += 1) {
    const { style, address } = spans[at]!;
    let text = spans[at]!.text;
    while (spans[at + 1]?.style === style && spans[at + 1]?.address === address) {
      at += 1;
      text += spans[at]!.text;
    }
    const styled = style === 0 ? text : paintText(text, style, colors);
    row += address === undefined ? styled : hyperlink(styled, address);
  }
  return row;
}

function paintText(text: string, style: number, colors: Colors): string {
  let styled = text;
  if (style & code) styled = colors.cyan(styled);
  if (style & underline) styled = colors.underline(styled);
  if (style & strike) styled = colors.strikethrough(styled);
  if (style & italic) styled = colors.italic(styled);
  if (style & bold) styled = colors.bold(styled);
  if (style & dim) styled = colors.dim(styled);
  return styled;
}

/**
 * OSC 8. The same id joins the parts of a link that is wrapped over several rows.
 *
 * @param address printable ASCII; see `targetOf`
 */
function hyperlink(text: string, address: string): string {
  return `\x1b]8;id=${Bun.hash(address).toString(36)};${address}\x1b\\${text}\x1b]8;;\x1b\\`;
}
