/** The prompts of the bench's clients: a shared system prompt, and questions of mixed lengths. */

export type Prompt = { system: string; question: string };

/** About 80 tokens in the synthetic vocabulary of the bench's model. */
const sentence =
  "The lighthouse keeper counted the ships that passed before the storm came in from the west. ";

/** The same with every question, like an application's instructions. */
const system = `You answer in few words. ${sentence.repeat(3)}`;

/** How many sentences a question has: most are short, some include a text. */
const lengths = [0, 1, 0, 4, 1, 0, 2, 0] as const;

/** @param count questions per client @param round questions of two rounds differ */
export function measuredPrompts(clients: number, count: number, round: number): Prompt[][] {
  return Array.from({ length: clients }, (_, client) =>
    Array.from({ length: count }, (_, index) => {
      const text = sentence.repeat(lengths[(client * 3 + index) % lengths.length] ?? 0);
      return { system, question: `Question ${round}.${client}.${index}: how many were there? ${text}` };
    }),
  );
}
