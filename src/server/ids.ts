/** Names for what a response holds, as each API's clients know them: a word, and something unique. */

/** @param prefix with its separator: "chatcmpl-", "call_" */
export function newId(prefix: string): string {
  return prefix + crypto.randomUUID().replaceAll("-", "");
}
