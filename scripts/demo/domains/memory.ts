/** What users say about themselves and ask for later in the chat. */
import type { Random } from "../../random.ts";
import type { Exchange, Turn } from "../conversation.ts";
import { asTyped, capitalized, chance, inventedWord, phrase, pick, pickWeighted } from "../phrasing.ts";
import { dataFile, once, readList, readTable, readWordings } from "../read-data.ts";
import { countries } from "./countries.ts";
import { animals, cities, foods, personNames } from "./names.ts";
import { coloursOfThings } from "./words.ts";

const petNames = once(() => readList(dataFile("pet-names.txt")));
const jobs = once(() => readList(dataFile("jobs.txt")));
const hobbies = once(() => readList(dataFile("hobbies.txt")));
const colourNames = once(() => [...coloursOfThings(), ...readList(dataFile("more-colours.txt"))]);

/** Makes up a value, by the topic of memories.tsv. */
const values = {
  name: (random) => (chance(random, 0.35) ? inventedWord(random) : pick(random, personNames())),
  colour: (random) => pick(random, colourNames()),
  number: (random) => String(1 + random.below(chance(random, 0.8) ? 99 : 999)),
  pet: (random) => (chance(random, 0.3) ? inventedWord(random) : pick(random, petNames())),
  animal: (random) => pick(random, animals()),
  city: (random) => {
    if (chance(random, 0.3)) return inventedWord(random);
    return chance(random, 0.4) ? pick(random, cities()) : pick(random, countries()).capital;
  },
  age: (random) => String(5 + random.below(90)),
  food: (random) => pick(random, foods()),
  job: (random) => pick(random, jobs()),
  hobby: (random) => pick(random, hobbies()),
} satisfies Record<string, (random: Random) => string>;

type MemoryTopic = keyof typeof values;

type Memory = {
  /** How often it comes up, compared with the others. */
  weight: number;
  /** Ways to tell it; {v} is the value, {k} the kind of pet. */
  statements: readonly string[];
  /** As part of a sentence that tells two things: "my name is {v}". */
  clause: string;
  /** The answer to a statement. */
  reply: string;
  questions: readonly string[];
  answer: string;
  /** The answer when the user never told it. */
  notTold: string;
};

export const memories = once((): Record<MemoryTopic, Memory> => {
  const topics = Object.keys(values) as MemoryTopic[];
  const statements = readWordings(dataFile("memory-statements.tsv"), topics);
  const questions = readWordings(dataFile("memory-questions.tsv"), topics);
  const columns = ["topic", "weight", "clause", "reply", "answer", "not told"] as const;
  const entries = readTable(
    dataFile("memories.tsv"),
    { columns, unique: "topic" },
    (row): [MemoryTopic, Memory] => {
      const topic = topics.find((known) => known === row.topic);
      if (topic === undefined) throw new Error(`the topic "${row.topic}" has no values in domains/memory.ts`);
      const weight = Number(row.weight);
      if (!(weight > 0)) throw new Error(`the weight "${row.weight}" is not a positive number`);
      const { clause, reply, answer, "not told": notTold } = row;
      const wordings = { statements: statements[topic], questions: questions[topic] };
      return [topic, { weight, clause, reply, answer, notTold, ...wordings }];
    },
  );
  const missing = topics.find((topic) => !entries.some(([name]) => name === topic));
  if (missing !== undefined) throw new Error(`data/memories.tsv has no line with the topic "${missing}"`);
  return Object.fromEntries(entries) as Record<MemoryTopic, Memory>;
});

const corrections = once(() => readList(dataFile("memory-corrections.txt")));
const untold = once(() => readList(dataFile("memory-untold.txt")));

const weightedTopics = once(() =>
  Object.entries(memories()).map(([topic, { weight }]) => [weight, topic as MemoryTopic] as const),
);
const anyTopic = (random: Random): MemoryTopic => pickWeighted(random, weightedTopics());

/** The pet's kind of animal is made up for every fact; only some templates use it. */
type Fact = { topic: MemoryTopic; value: string; pet: string };

function newFact(random: Random, topic: MemoryTopic): Fact {
  return { topic, value: values[topic](random), pet: pick(random, animals()) };
}

function say(random: Random, template: string, { value, pet }: Omit<Fact, "topic">): string {
  return phrase(random, template, { v: value, k: pet }).replace(/\b([Aa]) (?=[aeio][a-z])/g, "$1n ");
}

/**
 * The user states facts, talks about other things, and then asks for the facts.
 *
 * @param other makes an exchange about something else
 * @param between number of those exchanges between telling and asking
 */
export function memoryTurns(random: Random, other: () => Exchange, between = random.below(3)): Turn[] {
  const turns: Turn[] = [];
  const facts = new Map<MemoryTopic, Fact>();
  const small = (): void => {
    const { user, assistant } = other();
    turns.push({ user, assistant });
  };
  const tell = (fact: Fact): void => {
    const { statements, reply } = memories()[fact.topic];
    turns.push({
      user: asTyped(random, capitalized(say(random, pick(random, statements), fact))),
      assistant: capitalized(say(random, reply, fact)),
    });
    facts.set(fact.topic, fact);
  };
  const ask = (topic: MemoryTopic): void => {
    const fact = facts.get(topic);
    const { questions, answer, notTold } = memories()[topic];
    const shown = fact ?? newFact(random, topic);
    turns.push({
      user: asTyped(random, say(random, pick(random, questions), shown)),
      assistant: say(random, fact === undefined ? notTold : answer, shown),
    });
  };

  if (chance(random, 0.25)) small();
  if (chance(random, 0.3)) tellTwo(random, turns, facts);
  else tell(newFact(random, anyTopic(random)));
  while (facts.size < 4 && chance(random, 0.3)) tell(newFact(random, anyTopic(random)));
  for (let count = 0; count < between; count++) small();
  if (chance(random, 0.2)) {
    correct(random, turns, facts);
    if (chance(random, 0.3)) small();
  }
  const topics = [...facts.keys()];
  ask(pick(random, topics));
  if (chance(random, 0.3)) ask(pick(random, topics));
  if (chance(random, 0.12)) ask(anyTopic(random));
  return turns;
}

/** "I'm Anna and I live in Rome." */
function tellTwo(random: Random, turns: Turn[], facts: Map<MemoryTopic, Fact>): void {
  const first = newFact(random, anyTopic(random));
  let second = newFact(random, anyTopic(random));
  while (second.topic === first.topic) second = newFact(random, anyTopic(random));
  const clauses = [first, second].map((fact) => say(random, memories()[fact.topic].clause, fact));
  const text = clauses.join(pick(random, [" and ", ", and ", ". ", ", ", ". Also, ", " and also ", "; "]));
  turns.push({
    user: asTyped(random, `${pick(random, ["", "", "", "Hi, ", "Hello! "])}${capitalized(text)}.`),
    assistant: [first, second]
      .map((fact) => capitalized(say(random, memories()[fact.topic].reply, fact)))
      .join(" "),
  });
  facts.set(first.topic, first);
  facts.set(second.topic, second);
}

function correct(random: Random, turns: Turn[], facts: Map<MemoryTopic, Fact>): void {
  const old = pick(random, [...facts.values()]);
  const fact = { ...newFact(random, old.topic), pet: old.pet };
  const { clause: template, reply } = memories()[fact.topic];
  const clause = say(random, template, fact);
  turns.push({
    user: asTyped(
      random,
      capitalized(phrase(random, pick(random, corrections()), { c: clause, o: old.value })),
    ),
    assistant: `Ok! ${capitalized(say(random, reply, fact))}`,
  });
  facts.set(fact.topic, fact);
}

/** A question for something that the user never told. */
export function notToldExchange(random: Random): Exchange {
  if (chance(random, 0.3)) {
    const thing = pick(random, untold());
    const user = phrase(random, "[What's|What is|Do you know|Tell me|Do you remember] my {t}?", { t: thing });
    return { user, assistant: `You haven't told me your ${thing}.`, oneWord: "Unknown" };
  }
  const { questions, notTold } = memories()[anyTopic(random)];
  const fact = { value: "", pet: pick(random, animals()) };
  return {
    user: say(random, pick(random, questions), fact),
    assistant: say(random, notTold, fact),
    oneWord: "Unknown",
  };
}
