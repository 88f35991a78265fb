/** The line after an answer: how much, how fast, and how full the context is. */
import { formatDuration, plural } from "../base/format.ts";
import type { ChatEvent } from "../engine/protocol.ts";

/** "42 tokens · 71.3 tokens/s · first token 0.12 s · context 310/8192", without colour. */
export function formatStats({ usage, timings }: Extract<ChatEvent, { type: "done" }>): string {
  const parts = [plural(usage.completionTokens, "token")];
  // The clock runs from the first token to the last: n tokens are n - 1 steps.
  const steps = usage.completionTokens - 1;
  if (steps > 0 && timings.generationMs > 0) {
    parts.push(`${(steps / (timings.generationMs / 1000)).toFixed(1)} tokens/s`);
  }
  if (usage.completionTokens > 0) parts.push(`first token ${formatDuration(timings.firstTokenMs)}`);
  parts.push(`context ${usage.contextUsed}/${usage.contextSize}`);
  return parts.join(" · ");
}
