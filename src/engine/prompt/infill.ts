/**
 * The prompt of models that fill in what is missing between two texts (fill-in-the-middle), in the
 * format of llama.cpp's server (format_prompt_infill in tools/server/server-common.cpp):
 *
 *   [repository] myproject   [file] name   text …   [file] filename
 *   BOS [prefix] prefix prompt [suffix] suffix [middle]
 *
 * Texts that don't fit are cut: the words next to the gap matter most.
 */
import { AnechatError } from "../../base/errors.ts";
import type { InfillTokens, Token, Vocabulary } from "../../llama/vocabulary.ts";
import type { PromptInput } from "../../protocol/chat.ts";

export type InfillInput = Extract<PromptInput, { kind: "infill" }>;

export type InfillVocabulary = Pick<Vocabulary, "tokenize" | "firstToken" | "infillTokens">;

export type InfillPrompt = {
  tokens: Token[];
  /** A part of the texts was left out. */
  isCut: boolean;
};

/** Between the files of models without a token for it, as in llama.cpp's server. */
const snippetMark = "\n\n--- snippet ---\n\n";

/** The share of the prefix where prefix and suffix don't fit. */
const prefixShare = 3 / 4;

/** Few texts have more characters per token. More of them can't fit, so they are not tokenized. */
const charactersPerToken = 8;

/**
 * @param room maximum tokens
 * @throws AnechatError `usage` if the model can't fill in the middle, `inputTooLong` if not even the
 *   beginning of the middle fits
 */
export function infillPrompt(vocabulary: InfillVocabulary, input: InfillInput, room: number): InfillPrompt {
  const special = vocabulary.infillTokens;
  if (special === undefined) {
    throw new AnechatError("usage", "The model has no fill-in-the-middle tokens", {
      hint: "Choose a model that was trained to fill in code, such as Qwen2.5-Coder.",
    });
  }
  const { firstToken } = vocabulary;
  const begin = firstToken === undefined ? [] : [firstToken];
  const longest = Math.max(1, room) * charactersPerToken;
  const tokenize = (text: string): Token[] => vocabulary.tokenize(text, false, false);
  const prompt = tokenize((input.prompt ?? "").slice(0, longest));
  const needed = begin.length + prompt.length + 3;
  if (needed >= room) throw tooLong(needed, room);
  const prefix = tokenize(input.prefix.slice(-longest));
  const suffix = tokenize(input.suffix.slice(0, longest));
  const take = shares(prefix.length, suffix.length, room - needed);
  const left = room - needed - take.prefix - take.suffix;
  const files = repository(input.files ?? [], special, tokenize, longest);
  const extra = left === 0 ? [] : files.slice(-left);
  const before = [special.prefix, ...prefix.slice(prefix.length - take.prefix), ...prompt];
  const after = [special.suffix, ...suffix.slice(0, take.suffix)];
  const halves = input.suffixFirst === true ? [...after, ...before] : [...before, ...after];
  const isCut =
    input.prefix.length > longest ||
    input.suffix.length > longest ||
    take.prefix < prefix.length ||
    take.suffix < suffix.length ||
    extra.length < files.length;
  return { tokens: [...extra, ...begin, ...halves, special.middle], isCut };
}

/** What one text doesn't need of its share is the other's. */
function shares(prefix: number, suffix: number, room: number): { prefix: number; suffix: number } {
  const own = Math.floor(room * prefixShare);
  const taken = Math.min(prefix, Math.max(own, room - suffix));
  return { prefix: taken, suffix: Math.min(suffix, room - taken) };
}

/** The other files. The last ones are the nearest to the prompt, and are kept longest. */
function repository(
  files: NonNullable<InfillInput["files"]>,
  special: InfillTokens,
  tokenize: (text: string) => Token[],
  longest: number,
): Token[] {
  if (files.length === 0) return [];
  const header = (name: string): Token[] =>
    special.file === undefined ? tokenize(snippetMark) : [special.file, ...tokenize(`${name}\n`)];
  return [
    ...(special.repository === undefined ? [] : [special.repository, ...tokenize("myproject\n")]),
    ...files.flatMap(({ name, text }) => [...header(name), ...tokenize(text.slice(-longest))]),
    ...(special.file === undefined ? [] : header("filename")),
  ];
}

function tooLong(tokens: number, limit: number): AnechatError {
  return new AnechatError("inputTooLong", `Input too long (${tokens} tokens > ${limit} max)`, {
    hint: "Shorten the prompt that begins the middle.",
    excess: { tokens, limit },
  });
}
