/**
 * Signatures of thinking blocks. Clients send them back unchanged. A block whose thinking isn't
 * shown has it in its signature, so that a model's reasoning continues after its tool calls.
 */

const shown = "anechat";
const hidden = "anechat:";

/** @param isShown whether the block itself has the reasoning */
export function signatureOf(reasoning: string, isShown: boolean): string {
  return isShown ? shown : hidden + Buffer.from(reasoning).toString("base64");
}

/** The reasoning of a block: its thinking, or what its signature hides. */
export function reasoningOf({
  thinking,
  signature = "",
}: {
  thinking: string;
  signature?: string | undefined;
}): string {
  if (thinking !== "" || !signature.startsWith(hidden)) return thinking;
  return Buffer.from(signature.slice(hidden.length), "base64").toString("utf8");
}
