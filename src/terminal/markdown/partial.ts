/** What to show of markdown whose end hasn't come yet, so that it doesn't flicker into something else a token later. */
import type { Block } from "./blocks.ts";

/** A line of markers alone may yet become a list, a heading's underline, a fence, a table's rule… */
export function isUndecided(line: string): boolean {
  return /^[\s\-*_+=#>`~|:]*(\d{1,9}[.)]?)?\s*$/.test(line);
}

/** Closes **bold**, `code` and ~~strikes~~ that are open at the end, so they look so from their first letter. */
export function closeSpans(block: Block): Block {
  if (block.kind !== "prose" && block.kind !== "item") return block;
  const text = block.text.trimEnd();
  // An opener at the very end has nothing to style yet: hide it.
  const shown = text.replace(/(?<=\s)[*_`~]+$/, "");
  return { ...block, text: `${shown}${closers(shown)}\n` };
}

function closers(text: string): string {
  const open: string[] = [];
  for (const [marker] of text.matchAll(/`+|\*\*|~~/g)) {
    const isCode = open.at(-1)?.startsWith("`") === true;
    if (open.at(-1) === marker) open.pop();
    else if (!isCode) open.push(marker);
  }
  return open.reverse().join("");
}
