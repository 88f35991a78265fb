/** Merges the added tokens of tokenizer.json and tokenizer_config.json as transformers does. */
import { type AddedToken, specialToken } from "./added-tokens.ts";
import { specialTexts, type TokenizerConfig } from "./tokenizer-config.ts";
import type { TokenizerJson } from "./tokenizer-json.ts";

export function allAddedTokens(json: TokenizerJson, config: TokenizerConfig): AddedToken[] {
  const byText = new Map<string, AddedToken>();
  const taken = new Set<number>(json.vocab.values());
  for (const token of json.added) {
    // A text in the vocabulary keeps its id there (added_vocabulary.rs of tokenizers).
    const id = json.vocab.get(token.content) ?? token.id;
    byText.set(token.content, { ...token, id });
    taken.add(id);
  }
  for (const token of config.added) {
    const known = byText.get(token.content)?.id ?? json.vocab.get(token.content);
    // The configuration's flags win. A new text on an id that is in use has no row in the model.
    if (known === undefined && taken.has(token.id)) continue;
    const id = known ?? token.id;
    byText.set(token.content, { ...token, id });
    taken.add(id);
  }
  for (const text of specialTexts(config)) {
    const id = json.vocab.get(text);
    const known = byText.get(text);
    if (known !== undefined) known.special = true;
    else if (id !== undefined) byText.set(text, specialToken(text, id));
  }
  return [...byText.values()];
}
