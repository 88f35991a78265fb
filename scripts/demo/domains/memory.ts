/** What the user said of themselves, and asks for later in the chat. */
import type { Random } from "../../random.ts";
import type { Exchange, Turn } from "../conversation.ts";
import { kinds } from "../data/memories.ts";
import { animals, unheard } from "../data/people.ts";
import { asTyped, capitalized, chance, phrase, pick, pickWeighted } from "../phrasing.ts";

const weightedKinds = Object.entries(kinds).map(([name, { weight }]) => [weight, name] as const);
const anyKind = (random: Random): string => pickWeighted(random, weightedKinds);

type Fact = { kind: string; value: string; pet: string };

function newFact(random: Random, kind: string): Fact {
  return { kind, value: kinds[kind]!.value(random), pet: pick(random, animals) };
}

function say(random: Random, template: string, { value, pet }: Fact): string {
  return phrase(random, template, { v: value, k: pet }).replace(/\b([Aa]) (?=[aeio][a-z])/g, "$1n ");
}

/**
 * Things are told, other things are talked about, and then things are asked for.
 *
 * @param other an exchange about something else
 * @param between how many of those lie between telling and asking
 */
export function memoryTurns(random: Random, other: () => Exchange, between = random.below(3)): Turn[] {
  const turns: Turn[] = [];
  const told = new Map<string, Fact>();
  const small = (): void => {
    const { user, assistant } = other();
    turns.push({ user, assistant });
  };
  const tell = (fact: Fact): void => {
    const { tells, reply } = kinds[fact.kind]!;
    turns.push({
      user: asTyped(random, capitalized(say(random, pick(random, tells), fact))),
      assistant: capitalized(say(random, reply, fact)),
    });
    told.set(fact.kind, fact);
  };
  const ask = (kind: string): void => {
    const fact = told.get(kind);
    const { asks, answer, notTold } = kinds[kind]!;
    const shown = fact ?? newFact(random, kind);
    turns.push({
      user: asTyped(random, say(random, pick(random, asks), shown)),
      assistant: say(random, fact === undefined ? notTold : answer, shown),
    });
  };

  if (chance(random, 0.25)) small();
  if (chance(random, 0.3)) tellTwo(random, turns, told);
  else tell(newFact(random, anyKind(random)));
  while (told.size < 4 && chance(random, 0.3)) tell(newFact(random, anyKind(random)));
  for (let count = 0; count < between; count++) small();
  if (chance(random, 0.2)) {
    correct(random, turns, told);
    if (chance(random, 0.3)) small();
  }
  const asked = [...told.keys()];
  ask(pick(random, asked));
  if (chance(random, 0.3)) ask(pick(random, asked));
  if (chance(random, 0.12)) ask(anyKind(random));
  return turns;
}

/** "I'm Anna and I live in Rome." */
function tellTwo(random: Random, turns: Turn[], told: Map<string, Fact>): void {
  const first = newFact(random, anyKind(random));
  let second = newFact(random, anyKind(random));
  while (second.kind === first.kind) second = newFact(random, anyKind(random));
  const clauses = [first, second].map((fact) => say(random, kinds[fact.kind]!.clause, fact));
  const text = clauses.join(pick(random, [" and ", ", and ", ". ", ", ", ". Also, ", " and also ", "; "]));
  turns.push({
    user: asTyped(random, `${pick(random, ["", "", "", "Hi, ", "Hello! "])}${capitalized(text)}.`),
    assistant: [first, second]
      .map((fact) => capitalized(say(random, kinds[fact.kind]!.reply, fact)))
      .join(" "),
  });
  told.set(first.kind, first);
  told.set(second.kind, second);
}

const corrections = [
  "[Actually|No|Sorry|Wait|Oh], {c}.",
  "[I was wrong|I made a mistake|That was wrong|Correction]: {c}.",
  "[I meant to say|I meant that|The truth is that|Now] {c}[ now|].",
  "[No, wait|Sorry, I lied|Ah, no], {c}.",
  "I changed my mind: {c}.",
  "{c} now, not {o}.",
  "Not {o}: {c}.",
];

function correct(random: Random, turns: Turn[], told: Map<string, Fact>): void {
  const old = pick(random, [...told.values()]);
  const fact = { ...newFact(random, old.kind), pet: old.pet };
  const kind = kinds[fact.kind]!;
  const clause = say(random, kind.clause, fact);
  turns.push({
    user: asTyped(
      random,
      capitalized(phrase(random, pick(random, corrections), { c: clause, o: old.value })),
    ),
    assistant: `Ok! ${capitalized(say(random, kind.reply, fact))}`,
  });
  told.set(fact.kind, fact);
}

/** Asked for what was never told: alone, or after other things were. */
export function notToldExchange(random: Random): Exchange {
  if (chance(random, 0.3)) {
    const thing = pick(random, unheard);
    const user = phrase(random, "[What's|What is|Do you know|Tell me|Do you remember] my {t}?", { t: thing });
    return { user, assistant: `You haven't told me your ${thing}.`, oneWord: "Unknown" };
  }
  const kind = kinds[anyKind(random)]!;
  const fact = { kind: "", value: "", pet: pick(random, animals) };
  return {
    user: say(random, pick(random, kind.asks), fact),
    assistant: say(random, kind.notTold, fact),
    oneWord: "Unknown",
  };
}
