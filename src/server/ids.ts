/** Ids of responses, messages and tool calls: a prefix of the API, then something unique. */

/** @param prefix with its separator: "chatcmpl-", "call_" */
export function newId(prefix: string): string {
  return prefix + crypto.randomUUID().replaceAll("-", "");
}
