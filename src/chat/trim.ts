/**
 * Makes a conversation fit its context: the oldest turns are left out, in whole
 * pairs of question and answer. The system prompt and the newest question stay.
 *
 * A cut takes away a fifth more than it must. The model has to read all that is left anew after each, so
 * that a conversation that was cut to the brim would cost a whole reading with every question.
 */
import type { Message } from "../engine/protocol.ts";

export type Trimmed = {
  messages: readonly Message[];
  /** Left out, oldest first. */
  dropped: readonly Message[];
};

/** `tokens`: of the prompt that the messages make. */
export type TrimmedToFit = Trimmed & { tokens: number };

const keptShare = 0.8;

/**
 * @param budget tokens the prompt may have, with room for the answer taken off
 * @param count tokens of the prompt that messages make
 */
export async function trimToFit(
  messages: readonly Message[],
  budget: number,
  count: (messages: readonly Message[]) => Promise<number>,
): Promise<TrimmedToFit> {
  const system = messages.filter(({ role }) => role === "system");
  const turns = messages.filter(({ role }) => role !== "system");
  let start = 0;
  let rest = messages;
  let tokens = await count(rest);
  if (tokens <= budget) return { messages, dropped: [], tokens };
  while (tokens > budget * keptShare) {
    const next = nextTurn(turns, start);
    if (next === undefined) break;
    start = next;
    rest = [...system, ...turns.slice(start)];
    tokens = await count(rest);
  }
  return { messages: rest, dropped: turns.slice(0, start), tokens };
}

/**
 * @param maxTurns questions, the newest among them; 0: no limit
 * @returns how many messages at the beginning are too many
 */
export function surplusOf(turns: readonly Message[], maxTurns: number): number {
  const questions = turns.flatMap(({ role }, index) => (role === "user" ? [index] : []));
  if (maxTurns === 0 || questions.length <= maxTurns) return 0;
  return questions.at(-Math.max(1, Math.ceil(maxTurns * keptShare))) ?? 0;
}

/** Where the pair after the one at `start` begins; undefined if only the newest is left. */
function nextTurn(turns: readonly Message[], start: number): number | undefined {
  const next = turns.findIndex(({ role }, i) => i > start && role === "user");
  return next === -1 ? undefined : next;
}
