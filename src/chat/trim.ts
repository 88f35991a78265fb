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

/** Where the pair after the one at `start` begins; undefined if only the newest is left. */
function nextTurn(turns: readonly Message[], start: number): number | undefined {
  const next = turns.findIndex(({ role }, i) => i > start && role === "user");
  return next === -1 ? undefined : next;
}
