/**
 * What of a conversation that was evaluated can be reused for a new prompt: the text that both begin
 * with, as far as the memory can be truncated to it.
 */
import type { Token } from "../../llama/vocabulary.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { type SharedPrefix, sharedPrefix, type TokenBytes } from "./prefix.ts";

/** A conversation in the KV cache or in the prompt cache. */
export type Evaluated = {
  /** The evaluated ones. */
  tokens: readonly Token[];
  checkpoints: readonly Checkpoint[];
  /** Whether the memory can be truncated to this number of tokens without a checkpoint. */
  canTruncate(length: number): boolean;
};

/**
 * The prefix to continue from. The prompt's last token is never part of it: it is evaluated again,
 * since its logits are needed.
 */
export function reusablePrefix(
  { tokens, checkpoints, canTruncate }: Evaluated,
  prompt: readonly Token[],
  vocabulary: TokenBytes,
): SharedPrefix {
  const open = prompt.slice(0, -1);
  const shared = sharedPrefix(tokens, open, vocabulary);
  if (shared.cached === 0 || canTruncate(shared.cached)) return shared;
  for (const { length } of checkpoints.toReversed()) {
    if (length > shared.cached) continue;
    // Where tokens differ and their text doesn't, the checkpoint may be within a token of the prompt.
    const before = sharedPrefix(tokens.slice(0, length), open, vocabulary);
    if (before.cached === length) return before;
  }
  return { cached: 0, prompt: 0 };
}
