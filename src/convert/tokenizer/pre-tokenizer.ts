/**
 * Finds the llama.cpp pre-tokenizer that splits text as a repo's tokenizer does. There is no
 * default: a model with a wrong one still answers, only worse. Known regular expressions decide.
 * Upstream's hash chooses among names that split alike, and finds a name for unknown expressions.
 * Otherwise the user must give the name.
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
  /** The value of tokenizer.ggml.pre. */
  name: string;
  /** Whether upstream recognizes the tokenizer by its hash, including special tokens. */
  isKnownUpstream: boolean;
};

/** @throws AnechatError usage for a name that llama.cpp doesn't know */
export function namedPreTokenizer(name: string): PreTokenizer {
  if (cutsByName.has(name)) return { name, isKnownUpstream: false };
  throw new AnechatError("usage", `llama.cpp has no pre-tokenizer ${quote(name)}`, {
    hint: `Use one of ${[...cutsByName.keys()].join(", ")}.`,
  });
}

/**
 * @param added all added tokens with their ids in the vocabulary
 * @param special ids that may be added to a text
 * @throws AnechatError badModel if it is unknown
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
  if (bySplits !== undefined) return { name: bySplits, isKnownUpstream: false };
  return broken(
    `The pre-tokenizer is unknown: ${describeSteps(steps)}.`,
    "Name a llama.cpp pre-tokenizer that splits alike (--pre qwen2), or get a GGUF of this model.",
  );
}

function cutAlike(one: string, other: string): boolean {
  return cutsByName.get(one) === cutsByName.get(other);
}

/**
 * Upstream hashes the result of tokenizer.encode, including special tokens. The file or a class of
 * transformers may add them, so all possible combinations are tried.
 */
function lookUp(
  ids: readonly number[],
  json: TokenizerJson,
  added: readonly AddedToken[],
  special: SpecialTokens["ids"],
): PreTokenizer | undefined {
  const find = (before: readonly number[], after: readonly number[]): string | undefined => {
    const name = namesByHash.get(hashIds([...before, ...ids, ...after]));
    // Upstream's table also has embedding models, whose tokenizers llama.cpp reads as another kind.
    return name !== undefined && cutsByName.has(name) ? name : undefined;
  };
  const idOf = (text: string): number =>
    added.find(({ content }) => content === text)?.id ?? json.vocab.get(text) ?? -1;
  const template = templateTokens(json.postProcessor);
  const own = find(template.before.map(idOf), template.after.map(idOf));
  if (own !== undefined) return { name: own, isKnownUpstream: true };
  const around = (...ids: (number | undefined)[]): number[][] => [
    [],
    ...ids.flatMap((id) => (id === undefined ? [] : [[id]])),
  ];
  for (const before of around(special.bos, special.cls)) {
    for (const after of around(special.eos, special.sep, special.pad)) {
      const name = find(before, after);
      if (name !== undefined) return { name, isKnownUpstream: false };
    }
  }
  return undefined;
}
