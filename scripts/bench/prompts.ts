/** What the clients of a served model ask: a system prompt that all share, and questions of mixed lengths. */

export type Prompt = { system: string; question: string };

/** About 80 tokens in the synthetic vocabulary of the bench's model. */
const sentence =
  "The lighthouse keeper counted the ships that passed before the storm came in from the west. ";

/** As an application's own instructions are: the same with every question. */
const system = `You answer in few words. ${sentence.repeat(3)}`;

/** Sentences of a question: most are short, some bring a text along. */
const lengths = [0, 1, 0, 4, 1, 0, 2, 0] as const;

/** Of each client so many questions. @param round no question of one is a question of another */
export function measuredPrompts(clients: number, count: number, round: number): Prompt[][] {
  return Array.from({ length: clients }, (_, client) =>
    Array.from({ length: count }, (_, index) => {
      const text = sentence.repeat(lengths[(client * 3 + index) % lengths.length] ?? 0);
      return { system, question: `Question ${round}.${client}.${index}: how many were there? ${text}` };
    }),
  );
}
