/** Quotes text for a command line that people copy into a shell. */

/** A word, quoted only if it has to be. */
export function shellWord(text: string): string {
  return /^[\w./:@#~+-]+$/.test(text) ? text : shellQuoted(text);
}

/** In double quotes, or in single ones if it has special characters, so that every shell reads it. */
export function shellQuoted(text: string): string {
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
