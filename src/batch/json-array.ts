/**
 * Cuts a JSON array into its elements, with the line where each begins, so that an error can name
 * the line. It doesn't check the elements.
 */

export type ArrayElement = {
  /** The element as it is written. */
  text: string;
  /** From 1. */
  line: number;
};

export type ArrayFault = { line: number; fault: string };

/** @param text its first character that is not white space is "[" */
export function splitJsonArray(text: string): ArrayElement[] | ArrayFault {
  const elements: ArrayElement[] = [];
  let line = 1;
  let depth = 0;
  let start: { at: number; line: number } | undefined;
  let isClosed = false;
  let isInString = false;
  const finish = (end: number): void => {
    elements.push({ text: text.slice(start?.at ?? end, end).trim(), line: start?.line ?? line });
    start = undefined;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    const isSpace = /\s/.test(character);
    if (isClosed && !isSpace) return { line, fault: "there is more behind the end of the list" };
    if (depth === 1 && !isSpace && !isInString && character !== "," && character !== "]")
      start ??= { at, line };
    if (isInString) {
      if (character === "\\") at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') {
      isInString = true;
    } else if (character === "[" || character === "{") {
      depth += 1;
    } else if (character === "," && depth === 1) {
      finish(at);
    } else if (character === "]" || character === "}") {
      depth -= 1;
      isClosed = depth === 0;
      // An empty list has no element, but a comma needs one behind it.
      if (isClosed && (start !== undefined || elements.length > 0)) finish(at);
    }
    if (character === "\n") line += 1;
  }
  return isClosed ? elements : { line: start?.line ?? line, fault: "the end of the list is missing" };
}
