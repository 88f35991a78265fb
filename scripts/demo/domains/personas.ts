/** System prompts: one-word answers, a pirate, a butler, the user's name. */
import type { Random } from "../../random.ts";
import type { Conversation, Exchange } from "../conversation.ts";
import { asTyped, chance, inventedWord, phrase, pick, pickWeighted } from "../phrasing.ts";
import { dataFile, once, readWordings } from "../read-data.ts";
import { memories } from "./memory.ts";
import { personNames } from "./names.ts";

const systemPrompts = once(() =>
  readWordings(dataFile("personas.tsv"), ["one-word", "pirate", "butler", "about-user", "neutral"]),
);

export function personaConversation(random: Random, exchange: () => Exchange): Conversation {
  const prompts = systemPrompts();
  return pickWeighted<() => Conversation>(random, [
    // After a space, the word is the same token as inside a sentence. The chat drops the space.
    [12, () => transformed(random, prompts["one-word"], exchange, ({ oneWord: word }) => ` ${word}`)],
    [4, () => transformed(random, prompts.pirate, exchange, ({ assistant }) => asPirate(assistant))],
    [
      3,
      () => transformed(random, prompts.butler, exchange, ({ assistant }) => `Certainly, sir. ${assistant}`),
    ],
    [2, () => transformed(random, prompts.neutral, exchange, ({ assistant }) => assistant)],
    [3, () => knownUser(random, exchange)],
  ])();
}

function transformed(
  random: Random,
  systems: readonly string[],
  exchange: () => Exchange,
  answer: (exchange: Exchange) => string,
): Conversation {
  const count = chance(random, 0.7) ? 1 : 2 + random.below(2);
  return {
    system: systemText(random, systems),
    turns: Array.from({ length: count }, () => {
      const original = exchange();
      return { user: original.user, assistant: answer(original) };
    }),
  };
}

/** "Arr! The capital of France is Paris, matey!" */
function asPirate(answer: string): string {
  return `Arr! ${answer.replace(/[.!?]$/, "")}, matey!`;
}

function knownUser(random: Random, exchange: () => Exchange): Conversation {
  const name = chance(random, 0.3) ? inventedWord(random) : pick(random, personNames());
  const turns = chance(random, 0.35) ? [exchange()] : [];
  return {
    system: systemText(random, systemPrompts()["about-user"], { v: name }),
    turns: [
      ...turns.map(({ user, assistant }) => ({ user, assistant })),
      {
        user: asTyped(random, phrase(random, pick(random, memories().name.questions))),
        assistant: `Your name is ${name}.`,
      },
    ],
  };
}

function systemText(random: Random, systems: readonly string[], values: Record<string, string> = {}): string {
  const text = phrase(random, pick(random, systems), values);
  if (chance(random, 0.1)) return text.toLowerCase();
  return chance(random, 0.2) ? text.replace(/\.$/, "") : text;
}
