/**
 * Makes a conversation fit its context: the oldest turns are left out, in whole
 * pairs of question and answer. The system prompt and the newest question stay.
 *
 * A cut takes away a fifth more than it must. The model has to read all that is left anew after each, so
 * that a conversation that was cut to the brim would cost a whole reading with every question.
 */
import type { Message } from "../protocol/chat.ts";

export type Trimmed = {
  messages: readonly Message[];
  /** Left out, oldest first. */
  dropped: readonly Message[];
};

/** `tokens`: of the prompt that the messages make. */
export type TrimmedToFit = Trimmed & { tokens: number };

const keptShare = 0.8;

/** What a template adds to a message, in characters, about. */
const templateCharacters = 20;

/**
 * The result is that of leaving out one turn after the other until the rest fits. But each count renders all that is
 * left, so a thousand turns would take a thousand renderings: instead the cut is estimated by the texts' lengths, and
 * counting begins there.
 * @param budget tokens the prompt may have, with room for the answer taken off
 * @param count tokens of the prompt that messages make; fewer turns never make more of them. Above the budget an estimate
 *   will do.
 * @throws what `count` throws
 */
export async function trimToFit(
  messages: readonly Message[],
  budget: number,
  count: (messages: readonly Message[]) => Promise<number>,
): Promise<TrimmedToFit> {
  const tokens = await count(messages);
  const system = messages.filter(({ role }) => role === "system");
  const turns = messages.filter(({ role }) => role !== "system");
  // Where the rest may begin.
  const starts = turns.flatMap(({ role }, index) => (role === "user" && index > 0 ? [index] : []));
  if (tokens <= budget || starts.length === 0) return { messages, dropped: [], tokens };

  const wanted = budget * keptShare;
  const restFrom = (start: number): Message[] => [...system, ...turns.slice(start)];
  const counted = new Map<number, number>();
  const tokensFrom = async (start: number): Promise<number> => {
    const known = counted.get(start) ?? (await count(restFrom(start)));
    counted.set(start, known);
    return known;
  };
  const guess = estimatedCut(turns, starts, (wanted / tokens) * lengthOf(messages) - lengthOf(system));
  const found = await firstOf(
    starts.length,
    guess,
    async (index) => (await tokensFrom(starts[index] as number)) <= wanted,
  );
  const start = starts[found] as number;
  return { messages: restFrom(start), dropped: turns.slice(0, start), tokens: await tokensFrom(start) };
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

/** @returns the first index of `starts` from which the turns are no longer than `room`; the last if none is */
function estimatedCut(turns: readonly Message[], starts: readonly number[], room: number): number {
  let length = 0;
  let index = starts.length;
  for (let end = turns.length; index > 0; index -= 1) {
    const start = starts[index - 1] as number;
    length += lengthOf(turns.slice(start, end));
    if (length > room) break;
    end = start;
  }
  return Math.min(index, starts.length - 1);
}

function lengthOf(messages: readonly Message[]): number {
  return messages.reduce((sum, { content, reasoning = "", toolCalls = [] }) => {
    const calls = toolCalls.reduce((all, call) => all + call.name.length + call.arguments.length, 0);
    return sum + content.length + reasoning.length + calls + templateCharacters;
  }, 0);
}

/**
 * The first index that holds, if all behind it do; the last, which isn't asked, if none does. Asks around a guess, in
 * steps that double, and bisects as soon as there are answers on both sides.
 */
async function firstOf(
  size: number,
  guess: number,
  holds: (index: number) => Promise<boolean>,
): Promise<number> {
  let low = 0;
  let high = size - 1;
  let index = Math.min(guess, high - 1);
  const seen = { below: false, above: false };
  for (let step = 1; low < high; step *= 2) {
    index = Math.max(low, Math.min(index, high - 1));
    if (await holds(index)) {
      high = index;
      seen.above = true;
    } else {
      low = index + 1;
      seen.below = true;
    }
    if (seen.below && seen.above) index = (low + high) >> 1;
    else index += seen.below ? step : -step;
  }
  return high;
}
