/** Expressions for arrays: prefix items, other items, their number, and unique items. */
import { type Expression, nothing, type Rules, sequence, text } from "../../../llama/grammar/expression.ts";
import { bracketed, space } from "../../../llama/grammar/json-text.ts";
import { repeated } from "../../../llama/grammar/repetition.ts";
import type { ArrayAssertions } from "./assertions.ts";
import { members } from "./members.ts";
import type { Conversion } from "./objects.ts";
import { type Json, type Places, SchemaError } from "./place.ts";

/** Maximum values of an enum whose items are unique. */
const maxUnique = 200;

/** @throws SchemaError */
export function arrayExpression(
  conversion: Conversion,
  assertions: ArrayAssertions,
  isStrict: boolean,
): Expression {
  const { rules } = conversion;
  const { min, prefix, rest = [], unique } = assertions;
  const max =
    assertions.isSealed && assertions.rest === undefined
      ? Math.min(assertions.max, prefix.length)
      : assertions.max;
  if (min > max) return nothing;
  if (unique !== undefined && max > 1) {
    const inOrder = prefix.length > 0 ? undefined : uniqueItems(conversion, rest, { min, max });
    if (inOrder !== undefined) return inOrder;
    if (isStrict) throw new SchemaError(unique, "it can be enforced only for items of an enum");
  }
  if (max === 0) return bracketed(rules, "[]", undefined);
  const first = prefix.slice(0, max).map((places, index) => conversion.valueOf(places, `item-${index}`));
  // Without a schema for items after the prefix, there are none, unless minItems needs more.
  const isOpen = prefix.length === 0 || assertions.rest !== undefined;
  const fewest = Math.max(0, min - first.length);
  const largest = isOpen ? max - first.length : fewest;
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

/**
 * Each value of an enum at most once, in the order of the enum.
 * @returns undefined without an enum
 */
function uniqueItems(
  { rules, validator }: Conversion,
  places: Places,
  counts: { min: number; max: number },
): Expression | undefined {
  const alternatives = validator.alternatives(places);
  const values = alternatives.flatMap((assertions): Json[] => {
    const fitting = assertions.values?.filter((value) =>
      validator.fits({ ...assertions, values: undefined }, value),
    );
    return [...(fitting ?? [])];
  });
  const texts = new Set(values.map((value) => JSON.stringify(value)));
  if (alternatives.some((assertions) => assertions.values === undefined) || texts.size > maxUnique)
    return undefined;
  const optional = Array.from(texts, text);
  const { inner, isFull } = members(rules, { required: [], optional, extra: undefined, ...counts });
  return bracketed(rules, "[]", inner, isFull);
}
