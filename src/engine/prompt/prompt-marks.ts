/** Finds in a prompt the places where the next prompts will most likely differ from it. */
import type { RenderedPrompt } from "../../llama/chat-template.ts";
import type { Token, Vocabulary } from "../../llama/vocabulary.ts";

/** Where a prompt should have checkpoints, as numbers of its tokens, ascending. */
export type PromptMarks = {
  /** The starts of the users' messages. */
  messages: readonly number[];
  /** Near the end: where the same prompt differs in the next turn, or is asked again. */
  ends: readonly number[];
};

/** The same prompt again then needs only these tokens, as in llama-server. */
const lastTokens = 4;

/** Texts without messages are edited near their end, too. */
const editedTokens = 512;

/** What a chat template writes around messages. */
export type TemplateMarks = Pick<RenderedPrompt, "thinkingStart" | "generationPrompt"> & {
  /** The text with which a user's message begins; "" if unknown. */
  userStart: string;
};

/** @param marks missing for a prompt without a chat template */
export function promptMarks(
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  marks?: TemplateMarks,
): PromptMarks {
  const { userStart = "", thinkingStart = "", generationPrompt = "" } = marks ?? {};
  const tokenize = (text: string): Token[] => vocabulary.tokenize(text, false, true);
  const messages = placesOf(tokenize(userStart), tokens);
  const end = tokens.length - lastTokens;
  // In the next turn, most templates leave out the reasoning that the prompt opens.
  const opened = thinkingStart === "" ? -1 : generationPrompt.indexOf(thinkingStart);
  const reasoning = opened === -1 ? end : tokens.length - tokenize(generationPrompt.slice(opened)).length;
  const ends = [reasoning, end, ...(messages.length === 0 ? [end - editedTokens] : [])];
  return { messages, ends: [...new Set(ends)].filter((place) => place > 0).sort((a, b) => a - b) };
}

/** Where a list begins in another one. */
function placesOf(part: readonly Token[], tokens: readonly Token[]): number[] {
  if (part.length === 0) return [];
  const places: number[] = [];
  for (let at = tokens.indexOf(part[0]!); at !== -1; at = tokens.indexOf(part[0]!, at + 1)) {
    if (part.every((token, i) => tokens[at + i] === token)) places.push(at);
  }
  return places;
}
