/** The statistics after an answer: tokens, speed, and use of the context. */
import { formatDuration, plural } from "../base/format.ts";
import type { ChatEvent } from "../protocol/chat.ts";

type Done = Extract<ChatEvent, { type: "done" }>;

/** Decode speed, without the first token. @returns undefined for fewer than two tokens */
export function tokensPerSecond({ usage, timings }: Pick<Done, "usage" | "timings">): number | undefined {
  const steps = usage.completionTokens - 1;
  return steps > 0 && timings.generationMs > 0 ? (1000 * steps) / timings.generationMs : undefined;
}

/** "42 tokens (30 thinking) · 71.3 tokens/s · first token 0.12 s · context 310/8192", without colour. */
export function formatStats({ usage, timings }: Done): string {
  const about = usage.isEstimated === true ? "about " : "";
  const { reasoningTokens = 0 } = usage;
  const thinking = reasoningTokens === 0 ? "" : ` (${reasoningTokens} thinking)`;
  const parts = [about + plural(usage.completionTokens, "token") + thinking];
  const speed = tokensPerSecond({ usage, timings });
  if (speed !== undefined) parts.push(`${speed.toFixed(1)} tokens/s`);
  if (usage.completionTokens > 0) parts.push(`first token ${formatDuration(timings.firstTokenMs)}`);
  const size = Number.isFinite(usage.contextSize) ? `/${usage.contextSize}` : "";
  parts.push(`context ${usage.contextUsed}${size}`);
  return parts.join(" · ");
}
