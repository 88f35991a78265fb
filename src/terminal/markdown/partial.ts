/** Which incomplete lines are not shown yet, because the next token may change their look. */

/** A line of markers may become a list, a rule, a fence, a table's delimiter row… */
export function isUndecided(line: string, isInFence: boolean): boolean {
  return isInFence ? /^\s*[`~]*$/.test(line) : /^[\s\-*_+=#>`~|:]*(\d{1,9}[.)]?)?\s*$/.test(line);
}
