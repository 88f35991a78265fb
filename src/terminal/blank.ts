/**
 * Streams a text without its outer white space: models often begin or end an answer with a space or
 * a line break.
 * @param hasStarted the text continues another one: a blank at its beginning belongs to it
 */
export function withoutOuterBlank(write: (text: string) => void, hasStarted = false): (text: string) => void {
  let isInside = hasStarted;
  // White space that is written only if text follows it.
  let pending = "";
  return (text) => {
    const all = isInside ? pending + text : text.trimStart();
    const shown = all.trimEnd();
    pending = all.slice(shown.length);
    if (shown === "") return;
    isInside = true;
    write(shown);
  };
}
