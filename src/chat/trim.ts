/**
 * Trims a conversation to its context: drops the oldest turns, in whole pairs of question and
 * answer. The system prompt and the newest question stay.
 *
 * A cut removes a fifth more than necessary. After each cut the model has to evaluate the rest
 * again: with a minimal cut, every further question would cost a complete prefill.
 */
import type { Message } from "../protocol/chat.ts";

export type Trimmed = {
  messages: readonly Message[];
  /** Oldest first. */
  dropped: readonly Message[];
};

/** `tokens`: of the trimmed prompt. */
export type TrimmedToFit = Trimmed & { tokens: number };

const keptShare = 0.8;

/** Reserved tokens for an answer without a limit; most answers, with reasoning, are shorter. */
const unlimitedAnswer = 4096;

/**
 * Tokens that a prompt may have. At most a quarter of the context is reserved for the answer.
 * @param contextLimit tokens of the context
 * @param maxTokens of the answer; Infinity: no limit
 */
export function promptBudget(contextLimit: number, maxTokens: number): number {
  const answer = maxTokens === Number.POSITIVE_INFINITY ? unlimitedAnswer : maxTokens;
  return contextLimit - Math.min(answer, Math.floor(contextLimit / 4));
}

/** About how many characters a template adds to a message. */
const templateCharacters = 20;

/**
 * The result is the same as dropping one turn after another until the rest fits. But each count
 * renders all remaining messages, so a thousand turns would take a thousand renderings. Instead the
 * cut is estimated from the texts' lengths, and counting starts there.
 * @param budget maximum tokens of the prompt, without those reserved for the answer
 * @param count tokens of a prompt; fewer turns never have more of them. Above the budget, an
 *   estimate is enough.
 * @throws what `count` throws
 */
export async function trimToFit(
  messages: readonly Message[],
  budget: number,
  count: (messages: readonly Message[]) => Promise<number>,
): Promise<TrimmedToFit> {
  const tokens = await count(messages);
  const isSystem = ({ role }: Message): boolean => role === "system";
  const [first] = messages.flatMap((message, index) => (isSystem(message) ? [] : [index]));
  // Valid cut points: indexes of user messages.
  const starts = messages.flatMap(({ role }, index) =>
    role === "user" && first !== undefined && index > first ? [index] : [],
  );
  if (tokens <= budget || starts.length === 0) return { messages, dropped: [], tokens };

  const target = budget * keptShare;
  // Later system messages keep their places, too.
  const restFrom = (start: number): Message[] => [
    ...messages.slice(0, start).filter(isSystem),
    ...messages.slice(start),
  ];
  const system = messages.filter(isSystem);
  const counted = new Map<number, number>();
  const tokensFrom = async (start: number): Promise<number> => {
    const known = counted.get(start) ?? (await count(restFrom(start)));
    counted.set(start, known);
    return known;
  };
  const guess = estimatedCut(messages, starts, (target / tokens) * lengthOf(messages) - lengthOf(system));
  const found = await firstWhere(
    starts.length,
    guess,
    async (index) => (await tokensFrom(starts[index] as number)) <= target,
  );
  const start = starts[found] as number;
  const dropped = messages.slice(0, start).filter((message) => !isSystem(message));
  return { messages: restFrom(start), dropped, tokens: await tokensFrom(start) };
}

/**
 * @param maxTurns maximum questions, including the newest; 0: no limit
 * @returns how many messages at the beginning are too many
 */
export function surplusOf(turns: readonly Message[], maxTurns: number): number {
  const questions = turns.flatMap(({ role }, index) => (role === "user" ? [index] : []));
  if (maxTurns === 0 || questions.length <= maxTurns) return 0;
  return questions.at(-Math.max(1, Math.ceil(maxTurns * keptShare))) ?? 0;
}

/**
 * @returns the first index of `starts` from which the messages fit into `room` characters, or the last
 */
function estimatedCut(messages: readonly Message[], starts: readonly number[], room: number): number {
  let length = 0;
  let index = starts.length;
  for (let end = messages.length; index > 0; index -= 1) {
    const start = starts[index - 1] as number;
    length += lengthOf(messages.slice(start, end));
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
 * The first index for which `holds` is true, if it is true for all later ones; the last index,
 * which is not tested, if there is none. It tests around a guess, in steps that double, and bisects
 * as soon as both results have been seen.
 */
async function firstWhere(
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
