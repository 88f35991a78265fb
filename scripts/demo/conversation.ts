/** What the demo model learns from: conversations, made of questions and their answers. */

/** One question, and how it is answered. */
export type Exchange = {
  user: string;
  assistant: string;
  /** The answer when the system prompt asks for a single word: "Paris". */
  oneWord: string;
  /** Its letters come back in the answer: it is typed as it stands. */
  isVerbatim?: true;
};

export type Turn = { user: string; assistant: string };

export type Conversation = { system?: string; turns: Turn[] };
