/** Arrays: their first items, the others, and how many there are. */
import { type Expression, nothing, type Rules, sequence, text } from "../../../llama/grammar/expression.ts";
import { bracketed, space } from "../../../llama/grammar/json-text.ts";
import { repeated } from "../../../llama/grammar/repetition.ts";
import type { ArrayAssertions } from "./assertions.ts";
import { members } from "./members.ts";
import type { Conversion } from "./objects.ts";
import { type Json, type Places, SchemaError } from "./place.ts";

/** Values that a list without two of the same is made of. */
const mostUnique = 200;

/** @throws SchemaError */
export function arrayExpression(
  conversion: Conversion,
  assertions: ArrayAssertions,
  isStrict: boolean,
): Expression {
  const { rules } = conversion;
  const { least, prefix, rest = [], unique } = assertions;
  const most =
    assertions.isSealed && assertions.rest === undefined
      ? Math.min(assertions.most, prefix.length)
      : assertions.most;
  if (least > most) return nothing;
  if (unique !== undefined && most > 1) {
    const inOrder = prefix.length > 0 ? undefined : uniqueItems(conversion, rest, { least, most });
    if (inOrder !== undefined) return inOrder;
    if (isStrict) throw new SchemaError(unique, "it can be enforced only for items of an enum");
  }
  if (most === 0) return bracketed(rules, "[]", undefined);
  const first = prefix.slice(0, most).map((paths, index) => conversion.valueOf(paths, `item-${index}`));
  // Where nothing is said of the items behind the first ones, there are none, unless more are needed.
  const isOpen = prefix.length === 0 || assertions.rest !== undefined;
  const fewest = Math.max(0, least - first.length);
  const largest = isOpen ? most - first.length : fewest;
  if (largest === 0) return bracketed(rules, "[]", listed(rules, first), first.length > 0);
  const item = conversion.valueOf(rest, "item");
  const more = rules.add("item", sequence(text(","), space(rules), item));
  if (first.length > 0) {
    return bracketed(
      rules,
      "[]",
      sequence(listed(rules, first), repeated(rules, more, fewest, largest)),
      true,
    );
  }
  const items = sequence(item, repeated(rules, more, Math.max(0, fewest - 1), largest - 1));
  return bracketed(rules, "[]", items, fewest > 0);
}

function listed(rules: Rules, items: readonly Expression[]): Expression {
  return sequence(...items.flatMap((item, at) => (at === 0 ? [item] : [text(","), space(rules), item])));
}

/** Of an enum, each at most once, in the order of the enum. @returns undefined where the items are of no enum */
function uniqueItems(
  { rules, validator }: Conversion,
  paths: Places,
  counts: { least: number; most: number },
): Expression | undefined {
  const alternatives = validator.alternatives(paths);
  const values = alternatives.flatMap((assertions): Json[] => {
    const fitting = assertions.values?.filter((value) =>
      validator.fits({ ...assertions, values: undefined }, value),
    );
    return [...(fitting ?? [])];
  });
  const texts = new Set(values.map((value) => JSON.stringify(value)));
  if (alternatives.some((assertions) => assertions.values === undefined) || texts.size > mostUnique)
    return undefined;
  const optional = Array.from(texts, text);
  const { inner, isFull } = members(rules, { required: [], optional, extra: undefined, ...counts });
  return bracketed(rules, "[]", inner, isFull);
}
