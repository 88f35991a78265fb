/**
 * What llama.cpp's grammars may be made of: what would take it memory, time or stack without end is refused
 * before it sees it.
 */
import { checkGbnf } from "./grammar/check.ts";
import { type Gbnf, parseGbnf, placeOf } from "./grammar/gbnf.ts";

/** @param text whatever somebody sent @throws GrammarError that says what is wrong, and where */
export function checkGrammar(text: string): Gbnf {
  const gbnf = parseGbnf(text);
  checkGbnf(gbnf, (at) => placeOf(text, at));
  return gbnf;
}
