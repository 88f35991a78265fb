/**
 * Streams a text without the blank space around it: models tend to begin an
 * answer with a space or a line break, and to end it so.
 */
export function withoutOuterBlank(write: (text: string) => void): (text: string) => void {
  let hasStarted = false;
  // Blank space is written once something follows it.
  let cachedTokens = "";
  return (text) => {
    const all = hasStarted ? cachedTokens + text : text.trimStart();
    const shown = all.trimEnd();
    cachedTokens = all.slice(shown.length);
    if (shown === "") return;
    hasStarted = true;
    write(shown);
  };
}
