/**
 * Makes a conversation fit its context: the oldest turns are left out, in whole
 * pairs of question and answer. The system prompt and the newest question stay.
 */
import type { Message } from "../engine/protocol.ts";

export type Trimmed = {
  messages: readonly Message[];
  /** Left out, oldest first. */
  dropped: readonly Message[];
};

/**
 * @param budget tokens the prompt may have, with room for the answer taken off
 * @param count tokens of the prompt that messages make
 */
export async function trimToFit(
  messages: readonly Message[],
  budget: number,
  count: (messages: readonly Message[]) => Promise<number>,
): Promise<Trimmed> {
  const system = messages.filter(({ role }) => role === "system");
  const turns = messages.filter(({ role }) => role !== "system");
  let start = 0;
  let rest = messages;
  while ((await count(rest)) > budget) {
    const next = nextTurn(turns, start);
    if (next === undefined) break;
    start = next;
    rest = [...system, ...turns.slice(start)];
  }
  return { messages: rest, dropped: turns.slice(0, start) };
}

/**
 * Leaves out the oldest turns where there are more than wanted: a fifth more than it must, as each cut
 * makes the model read all the rest anew.
 * @param maxTurns questions, the newest among them; 0: no limit
 */
export function keepTurns(turns: readonly Message[], maxTurns: number): number {
  const questions = turns.flatMap(({ role }, index) => (role === "user" ? [index] : []));
  if (maxTurns === 0 || questions.length <= maxTurns) return 0;
  return questions.at(-(maxTurns - Math.floor(maxTurns / 5))) ?? 0;
}

/** Where the pair after the one at `start` begins; undefined if only the newest is left. */
function nextTurn(turns: readonly Message[], start: number): number | undefined {
  const next = turns.findIndex(({ role }, i) => i > start && role === "user");
  return next === -1 ? undefined : next;
}
