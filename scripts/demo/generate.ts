/**
 * The demo model's training text: an endless stream of conversations, the same
 * for the same seed. data/ holds the text they are made of, domains/ puts it together.
 */
import { runScript } from "../process.ts";
import { type Random, seededRandom } from "../random.ts";
import type { Conversation, Exchange, Turn } from "./conversation.ts";
import { anechatExchange } from "./domains/anechat.ts";
import { arithmeticExchange } from "./domains/arithmetic.ts";
import { countryExchange } from "./domains/countries.ts";
import { memoryTurns, notToldExchange } from "./domains/memory.ts";
import { personaConversation } from "./domains/personas.ts";
import { repeatExchange } from "./domains/repeat.ts";
import { smallTalkExchange } from "./domains/small-talk.ts";
import { unknownExchange } from "./domains/unknown.ts";
import { wordExchange } from "./domains/words.ts";
import { questions } from "./evaluation/questions.ts";
import { asTyped, chance, pick, pickWeighted } from "./phrasing.ts";
import { once } from "./read-data.ts";

/** In tokens; also the model's context. train.py leaves out longer conversations. */
export const maxConversationTokens = 512;

/** Conversations without the exam's questions: see {@link isHeldOut}. */
export function* conversations(seed: number): Generator<Conversation, never> {
  const all = allConversations(seed);
  for (;;) {
    const conversation = all.next().value;
    if (!conversation.turns.some(({ user }) => isHeldOut(user))) yield conversation;
  }
}

/** Whether this is a question of the exam, ignoring case and punctuation. */
export function isHeldOut(user: string): boolean {
  return heldOut().has(wordsOf(user));
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9+*/-]+/g, " ")
    .trim();
const heldOut = once(() => new Set(questions().map(({ says }) => wordsOf(says.at(-1) ?? ""))));

function* allConversations(seed: number): Generator<Conversation, never> {
  const random = seededRandom(seed);
  const known = (): Exchange => typed(random, exchange(random));
  const any = (): Exchange => (chance(random, 0.03) ? typed(random, notToldExchange(random)) : known());
  const fact = (): Exchange => typed(random, factExchange(random));
  for (;;) {
    yield pickWeighted<() => Conversation>(random, [
      [60, () => dialogue(random, 1, any)],
      [9, () => dialogue(random, 2 + random.below(4), any)],
      [2, () => dialogue(random, 6 + random.below(8), any)],
      [22, () => ({ turns: memoryTurns(random, known) })],
      // Many turns may come between a fact and the question for it.
      [1, () => ({ turns: memoryTurns(random, known, 4 + random.below(8)) })],
      [23, () => personaConversation(random, () => (chance(random, 0.6) ? fact() : known()))],
    ])();
  }
}

/** A domain that is harder to learn gets a larger weight. */
function exchange(random: Random): Exchange {
  return pickWeighted<() => Exchange>(random, [
    [40, () => factExchange(random)],
    [66, () => smallTalkExchange(random)],
    [50, () => anechatExchange(random)],
    [12, () => unknownExchange(random)],
    [5, () => repeatExchange(random)],
  ])();
}

/** A question with one right answer. */
function factExchange(random: Random): Exchange {
  return pickWeighted<() => Exchange>(random, [
    [18, () => countryExchange(random)],
    [15, () => arithmeticExchange(random)],
    [18, () => wordExchange(random)],
  ])();
}

function typed(random: Random, exchange: Exchange): Exchange {
  return exchange.isVerbatim ? exchange : { ...exchange, user: asTyped(random, exchange.user) };
}

function dialogue(random: Random, count: number, next: () => Exchange): Conversation {
  const turns: Turn[] = [];
  while (turns.length < count) {
    // Users repeat a question, and get the same answer.
    const isAgain = turns.length > 0 && chance(random, 0.08);
    const { user, assistant } = isAgain ? pick(random, turns) : next();
    turns.push({ user, assistant });
  }
  return { turns };
}

if (import.meta.main) {
  // Prints some of the training text: bun scripts/demo/generate.ts [count] [seed]
  await runScript(async () => {
    const [count = "20", seed = "1"] = process.argv.slice(2);
    const stream = conversations(Number(seed));
    for (let index = 0; index < Number(count); index++) console.log(JSON.stringify(stream.next().value));
  });
}
