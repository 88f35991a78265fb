/** Conversations, which the demo model learns from, and the exchanges they consist of. */

/** One question and its answer. */
export type Exchange = {
  user: string;
  assistant: string;
  /** The answer when the system prompt asks for a single word: "Paris". */
  oneWord: string;
  /** The answer repeats it letter by letter, so it gets no typing mistakes. */
  isVerbatim?: true;
};

export type Turn = { user: string; assistant: string };

export type Conversation = { system?: string; turns: Turn[] };
