/** Finds the model that a mistyped name, or a name of another program, probably means. */
import { nearestWord } from "../base/suggest.ts";

export type NamedModel = {
  /** The name that opens it. */
  name: string;
  /** Other spellings: the name without its owner, the file. */
  spellings?: readonly string[];
};

/**
 * The first that differs only in case, else the nearest within two edits, else the first that
 * contains the word when punctuation is ignored: "llama3.2:1b" in "Llama-3.2-1B-Instruct-GGUF".
 * @returns its name; undefined if none is near
 */
export function nearestModel(word: string, models: readonly NamedModel[]): string | undefined {
  const lower = word.toLowerCase();
  const spelled = models.flatMap(({ name, spellings = [] }) =>
    [name, ...spellings].map((spelling) => ({ name, spelling: spelling.toLowerCase() })),
  );
  const near =
    nearestWord(
      lower,
      spelled.map(({ spelling }) => spelling),
    ) ?? spelled.find(({ spelling }) => contains(spelling, lower))?.spelling;
  return spelled.find(({ spelling }) => spelling === near)?.name;
}

/** A shorter word is in too many names. */
const minContained = 4;

function contains(spelling: string, word: string): boolean {
  const plain = lettersOf(word);
  return plain.length >= minContained && lettersOf(spelling).includes(plain);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
