/**
 * Streams a text without its outer white space: models often begin or end an answer with a space or
 * a line break.
 */
export function withoutOuterBlank(write: (text: string) => void): (text: string) => void {
  let hasStarted = false;
  // White space that is written only if text follows it.
  let pending = "";
  return (text) => {
    const all = hasStarted ? pending + text : text.trimStart();
    const shown = all.trimEnd();
    pending = all.slice(shown.length);
    if (shown === "") return;
    hasStarted = true;
    write(shown);
  };
}
