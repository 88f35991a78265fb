/**
 * Which of llama.cpp's pre-tokenizers cuts text as a repo's does. A wrong one
 * makes a model that answers, only worse: so there is no default. What a file
 * says by its regular expressions counts most; upstream's hash finds the name
 * among those that cut alike, and where the expressions are new; and then a
 * person has to say it.
 */
import { AnechatError } from "../../base/errors.ts";
import type { AddedToken } from "./added-tokens.ts";
import { checkTextIds, hashIds } from "./check-text.ts";
import { broken, quote } from "./json.ts";
import { nameOfSplits } from "./known-splits.ts";
import { templateTokens } from "./post-processor.ts";
import { describeSteps, preTokenizerSteps, splitsOf } from "./pre-tokenizer-steps.ts";
import { cutsByName, namesByHash } from "./pre-tokenizers.ts";
import type { SpecialTokens } from "./special-tokens.ts";
import type { TokenizerJson } from "./tokenizer-json.ts";

export type PreTokenizer = {
  /** For tokenizer.ggml.pre. */
  name: string;
  /** Whether upstream would know the tokenizer too, special tokens around a text included. */
  isUpstreams: boolean;
};

/** @throws AnechatError usage for a name that llama.cpp doesn't know */
export function namedPreTokenizer(name: string): PreTokenizer {
  if (cutsByName.has(name)) return { name, isUpstreams: false };
  throw new AnechatError("usage", `llama.cpp knows no pre-tokenizer ${quote(name)}`, {
    hint: `Its names are: ${[...cutsByName.keys()].join(", ")}.`,
  });
}

/**
 * @param added all added tokens, with the ids they have in the vocabulary
 * @param special ids that may stand around a text
 * @throws AnechatError badModel where nothing tells which it is
 */
export async function detectPreTokenizer(
  json: TokenizerJson,
  added: readonly AddedToken[],
  special: SpecialTokens["ids"],
): Promise<PreTokenizer> {
  const steps = preTokenizerSteps(json.preTokenizer);
  const splits = splitsOf(steps);
  const bySplits = splits && nameOfSplits(splits, json.ignoreMerges);
  const ids = await checkTextIds(json, steps, added, bySplits !== undefined);
  const byHash = ids && lookUp(ids, json, added, special);
  if (byHash !== undefined && (bySplits === undefined || cutAlike(byHash.name, bySplits))) return byHash;
  if (bySplits !== undefined) return { name: bySplits, isUpstreams: false };
  return broken(
    `Its pre-tokenizer is unknown: ${describeSteps(steps)}.`,
    "Say which of llama.cpp's it is like (--pre qwen2, for one), or get a GGUF of this model.",
  );
}

function cutAlike(one: string, other: string): boolean {
  return cutsByName.get(one) === cutsByName.get(other);
}

/**
 * Upstream hashes what tokenizer.encode gives, special tokens included; which
 * come around a text, a class of transformers may say as well as the file. All
 * that come into question are tried: a hash is found or it isn't.
 */
function lookUp(
  ids: readonly number[],
  json: TokenizerJson,
  added: readonly AddedToken[],
  special: SpecialTokens["ids"],
): PreTokenizer | undefined {
  const find = (before: readonly number[], after: readonly number[]): string | undefined => {
    const name = namesByHash.get(hashIds([...before, ...ids, ...after]));
    // Upstream's table also has embedding models', which llama.cpp reads as another kind.
    return name !== undefined && cutsByName.has(name) ? name : undefined;
  };
  const idOf = (text: string): number =>
    added.find(({ content }) => content === text)?.id ?? json.vocab.get(text) ?? -1;
  const template = templateTokens(json.postProcessor);
  const own = find(template.before.map(idOf), template.after.map(idOf));
  if (own !== undefined) return { name: own, isUpstreams: true };
  const around = (...ids: (number | undefined)[]): number[][] => [
    [],
    ...ids.flatMap((id) => (id === undefined ? [] : [[id]])),
  ];
  for (const before of around(special.bos, special.cls)) {
    for (const after of around(special.eos, special.sep, special.pad)) {
      const name = find(before, after);
      if (name !== undefined) return { name, isUpstreams: false };
    }
  }
  return undefined;
}
