/**
 * Reads which special tokens tokenizer.json's post_processor puts around a text. llama.cpp can
 * add only one token at the start and one at the end.
 */
import { z } from "zod";
import { check, tokenText } from "./json.ts";
import type { SpecialName, SpecialTexts } from "./tokenizer-config.ts";

/** A token, or the place of a text: "A" or "B". */
type Piece = { token?: string; sequence?: string };

type Processor =
  | { kind: "template"; single: readonly Piece[]; pair: readonly Piece[] }
  | { kind: "roberta"; cls: string | undefined; sep: string | undefined }
  | { kind: "other" };

const piece = z
  .object({
    SpecialToken: z.object({ id: tokenText }).optional(),
    Sequence: z.object({ id: z.string() }).optional(),
  })
  .transform(({ SpecialToken, Sequence }): Piece => {
    if (SpecialToken !== undefined) return { token: SpecialToken.id };
    return Sequence === undefined ? {} : { sequence: Sequence.id };
  });
const template = z.array(piece).max(64).default([]);
const textAndId = z.tuple([tokenText, z.number()]).optional();
const processor = z.object({
  type: z.string().max(64),
  single: template,
  pair: template,
  cls: textAndId,
  sep: textAndId,
});
const postProcessor = z.union([
  z.object({ processors: z.array(z.unknown()).max(64) }),
  z.object({ type: z.string() }),
  z.null(),
  z.undefined(),
]);

/** @throws AnechatError badModel */
function processorsOf(value: unknown): Processor[] {
  const what = "post_processor in tokenizer.json";
  const outer = check(postProcessor, value, what);
  if (outer === null || outer === undefined) return [];
  const list = "processors" in outer ? outer.processors : [value];
  return list.map((each) => {
    const { type, single, pair, cls, sep } = check(processor, each, what);
    if (type === "TemplateProcessing") return { kind: "template", single, pair };
    if (type === "RobertaProcessing") return { kind: "roberta", cls: cls?.[0], sep: sep?.[0] };
    return { kind: "other" };
  });
}

/** Special tokens before and after a single text. @throws AnechatError badModel */
export function templateTokens(value: unknown): { before: string[]; after: string[] } {
  for (const each of processorsOf(value)) {
    if (each.kind !== "template") continue;
    const at = each.single.findIndex(({ sequence }) => sequence !== undefined);
    const tokens = (pieces: readonly Piece[]): string[] => pieces.flatMap(({ token }) => token ?? []);
    return { before: tokens(each.single.slice(0, at)), after: tokens(each.single.slice(at + 1)) };
  }
  return { before: [], after: [] };
}

export type SpecialUse = {
  texts: SpecialTexts;
  /** Whether the token is added to a text; missing if unknown. */
  addFlags: Partial<Record<SpecialName, boolean>>;
};

/**
 * Special tokens according to the post-processor, as _try_load_from_tokenizer_json in
 * gguf-py/gguf/vocab.py reads them. If it adds another token at the end than the configuration's
 * eos, that token becomes the eos, and the configuration's becomes the end of a turn.
 * @param configured texts of tokenizer_config.json
 * @param hasConfig false: there is no configuration, and the template's own tokens count
 * @throws AnechatError badModel
 */
export function specialUse(value: unknown, configured: SpecialTexts, hasConfig: boolean): SpecialUse {
  const use: SpecialUse = { texts: { ...configured }, addFlags: {} };
  const { texts } = use;
  if (!texts.bos && texts.cls) texts.bos = texts.cls;
  if (!texts.eos && texts.sep) texts.eos = texts.sep;
  for (const each of processorsOf(value)) {
    if (each.kind === "roberta") {
      Object.assign(use.addFlags, { bos: true, eos: true, sep: true });
      setMissing(texts, "cls", each.cls ?? texts.bos);
      setMissing(texts, "sep", each.sep ?? texts.eos);
    } else if (each.kind === "template") {
      useTemplate(each, use, hasConfig);
    }
  }
  return use;
}

function useTemplate(
  { single, pair }: { single: readonly Piece[]; pair: readonly Piece[] },
  { texts, addFlags }: SpecialUse,
  hasConfig: boolean,
): void {
  const first = single.length > 1 ? single[0]?.token : undefined;
  const last = single.length > 1 ? single.at(-1)?.token : undefined;
  if (first) {
    if (!hasConfig) {
      texts.bos = first;
    } else if (first !== texts.bos && first !== texts.cls) {
      setMissing(texts, "bos", first);
      setMissing(texts, "cls", first);
    }
    addFlags.bos = first === texts.bos || first === texts.cls;
  }
  if (last) {
    if (last !== texts.eos && hasConfig) {
      if (texts.eos) setMissing(texts, texts.eot === undefined ? "eot" : "eom", texts.eos);
    }
    texts.eos = last;
    addFlags.eos = true;
  }
  usePair(pair, { first, last }, { texts, addFlags });
}

/** Finds a separator in the template for two texts: one or two tokens between "A" and "B". */
function usePair(
  pair: readonly Piece[],
  { first, last }: { first: string | undefined; last: string | undefined },
  { texts, addFlags }: SpecialUse,
): void {
  const start = first && pair[0]?.token === first ? 1 : 0;
  const stop = last && pair.at(-1)?.token === last ? pair.length - 1 : pair.length;
  const inner = pair.slice(start, stop);
  const between = inner.slice(1, -1);
  if (inner[0]?.sequence !== "A" || inner.at(-1)?.sequence !== "B" || between.length === 0) return;
  const separates = ({ token }: Piece): boolean =>
    token !== undefined && (token === texts.sep || token === texts.eos);
  const [one, other] = between;
  const isFirst = one !== undefined && separates(one) && !last;
  const isSecond = between.length === 2 && other !== undefined && separates(other);
  addFlags.sep = isFirst || isSecond;
  if (addFlags.sep) setMissing(texts, "sep", texts.eos);
}

function setMissing(texts: SpecialTexts, name: SpecialName, text: string | undefined): void {
  if (!texts[name] && text) texts[name] = text;
}
