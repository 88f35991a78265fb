/** What to show of incomplete markdown, so that its look doesn't flicker with the next token. */
import type { Block } from "./blocks.ts";

/** A line of markers may become a list, a heading's underline, a fence, a table's rule… */
export function isUndecided(line: string): boolean {
  return /^[\s\-*_+=#>`~|:]*(\d{1,9}[.)]?)?\s*$/.test(line);
}

/**
 * Closes open **bold**, `code` and ~~strikes~~, so that they are styled from their first letter.
 */
export function closeSpans(block: Block): Block {
  if (block.kind !== "prose" && block.kind !== "item") return block;
  // Markers at the end style nothing yet, or are half of a closing marker: they are not shown. If
  // they were a whole closing marker, `close` adds it again.
  const shown = block.text.trimEnd().replace(/(?<![\p{L}\p{N}*_`~])[*_`~]+$/u, "");
  return { ...block, text: `${close(shown)}\n` };
}

function close(text: string): string {
  const open: { marker: string; end: number }[] = [];
  for (const { 0: marker, index } of text.matchAll(/`+|\*\*|~~/g)) {
    const innermost = open.at(-1)?.marker;
    if (innermost === marker) open.pop();
    else if (!innermost?.startsWith("`")) open.push({ marker, end: index + marker.length });
  }
  let shown = text;
  const last = open.at(-1);
  if (last?.end === text.length) {
    shown = text.slice(0, -last.marker.length);
    open.pop();
  } else if (last !== undefined && text.endsWith(last.marker[0]!)) {
    shown = text.slice(0, -1);
  }
  const closers = open.map(({ marker }) => marker).reverse();
  // A closing marker after a space would close nothing.
  return shown.trimEnd() + closers.join("");
}
