/** Grammars of JSON: any value, and strings of a regular language with JSON's escapes. */
import { automatonOf, type State } from "./automaton.ts";
import {
  type CharSet,
  charSet,
  charsOf,
  complement,
  difference,
  hasChar,
  intersection,
  keyOf,
} from "./char-set.ts";
import {
  type Expression,
  either,
  empty,
  nothing,
  type Rules,
  repeat,
  ruleNamed,
  sequence,
  text,
} from "./expression.ts";
import type { Language, Languages } from "./language.ts";

const digit: Expression = { kind: "chars", set: charsOf("0123456789") };
const hexDigit = chars("0123456789abcdefABCDEF");
const quote = text('"');
/** Up to this many texts, {@link oneOf} writes plain alternatives. */
const fewTexts = 8;

function chars(letters: string): Expression {
  return { kind: "chars", set: charsOf(letters) };
}

/**
 * Whitespace between tokens: a space, or up to two line breaks and indentation. Bounded, so that a
 * model can't write whitespace forever.
 */
export function space(rules: Rules): Expression {
  const indented = sequence(repeat(text("\n"), 1, 2), repeat(chars(" \t"), 0, 20));
  return rules.shared("space", () => either(empty, text(" "), indented));
}

export function jsonNull(): Expression {
  return text("null");
}

export function jsonBoolean(): Expression {
  return either(text("true"), text("false"));
}

/** Up to 16 digits, slightly more than the precision of a double. */
function wholePart(rules: Rules): Expression {
  const many = sequence(chars("123456789"), repeat(digit, 0, 15));
  return rules.shared("integral-part", () => either(text("0"), many));
}

export function jsonInteger(rules: Rules): Expression {
  return rules.shared("integer", () => sequence(repeat(text("-"), 0, 1), wholePart(rules)));
}

export function jsonNumber(rules: Rules): Expression {
  const fraction = sequence(text("."), repeat(digit, 1, 16));
  const exponent = sequence(chars("eE"), repeat(chars("-+"), 0, 1), wholePart(rules));
  return rules.shared("number", () =>
    sequence(jsonInteger(rules), repeat(fraction, 0, 1), repeat(exponent, 0, 1)),
  );
}

/** One character of a string, plain or escaped. Surrogates are only allowed in pairs. */
export function jsonChar(rules: Rules): Expression {
  const other = sequence(chars("0123456789abcefABCEF"), repeat(hexDigit, 3, 3));
  const low = sequence(text("\\u"), chars("dD"), chars("cdefCDEF"), repeat(hexDigit, 2, 2));
  const surrogate = either(
    sequence(chars("01234567"), repeat(hexDigit, 2, 2)),
    sequence(chars("89abAB"), repeat(hexDigit, 2, 2), low),
  );
  const escapes = either(
    chars('"\\bfnrt'),
    sequence(text("u"), either(other, sequence(chars("dD"), surrogate))),
  );
  return rules.shared("char", () =>
    either({ kind: "chars", set: plainChars }, sequence(text("\\"), escapes)),
  );
}

export function jsonString(rules: Rules): Expression {
  return rules.shared("string", () =>
    sequence(quote, repeat(jsonChar(rules), 0, Number.POSITIVE_INFINITY), quote),
  );
}

/** One of these texts. Many become a prefix tree: each alternative costs the matcher time. */
export function oneOf(rules: Rules, texts: readonly string[]): Expression {
  if (texts.length <= fewTexts) return either(...texts.map(text));
  const byFirst = Map.groupBy(texts, (one) => Array.from(one)[0] ?? "");
  const branches = Array.from(byFirst, ([first, group]) => {
    const rests = group.map((one) => one.slice(first.length));
    return first === "" ? empty : sequence(text(first), oneOf(rules, rests));
  });
  return rules.add("words", either(...branches));
}

export function jsonValue(rules: Rules): Expression {
  return rules.shared("value", (value) => {
    const scalars = [jsonString(rules), jsonNumber(rules), jsonBoolean(), jsonNull()];
    return either(jsonObject(rules, value), jsonArray(rules, value), ...scalars);
  });
}

/** @param value of each member; by default any value */
export function jsonObject(rules: Rules, value = jsonValue(rules)): Expression {
  return rules.shared(`object ${JSON.stringify(value)}`, () => {
    const member = sequence(jsonString(rules), text(":"), space(rules), value);
    return bracketed(rules, "{}", separated(rules, member));
  });
}

export function jsonArray(rules: Rules, value = jsonValue(rules)): Expression {
  return rules.shared(`array ${JSON.stringify(value)}`, () =>
    bracketed(rules, "[]", separated(rules, value)),
  );
}

function separated(rules: Rules, one: Expression): Expression {
  return sequence(one, repeat(sequence(text(","), space(rules), one), 0, Number.POSITIVE_INFINITY));
}

/**
 * @param inner the content; undefined: it must be empty
 * @param isFull it must not be empty
 */
export function bracketed(
  rules: Rules,
  brackets: "{}" | "[]",
  inner: Expression | undefined,
  isFull = false,
): Expression {
  const [opening, closing] = [text(brackets.charAt(0)), text(brackets.charAt(1))];
  const bare = sequence(opening, space(rules), closing);
  if (inner === undefined) return isFull ? nothing : bare;
  const full = sequence(opening, space(rules), inner, space(rules), closing);
  return isFull ? full : either(full, bare);
}

/** Characters that JSON strings may contain without an escape. */
const plainChars = difference(
  complement(
    charSet([
      [0, 0x1f],
      [0x7f, 0x7f],
    ]),
  ),
  charsOf('"\\'),
);
/** Characters with a short escape, such as \n. */
const escapeLetters = { '"': '"', "\\": "\\", "\b": "b", "\f": "f", "\n": "n", "\r": "r", "\t": "t" };

/** A character of the set in a JSON string. Only what needs an escape is escaped. */
export function jsonCharOf(rules: Rules, set: CharSet): Expression {
  const plain = intersection(set, plainChars);
  if (keyOf(plain) === keyOf(set)) return { kind: "chars", set };
  return rules.shared(`chars ${keyOf(set)}`, () => {
    const has = (char: string): boolean => intersection(set, charsOf(char)).length > 0;
    const letters = Object.entries(escapeLetters).flatMap(([char, letter]) => (has(char) ? [letter] : []));
    const coded = ["0", "1", "7"].flatMap((high) => {
      const low = Array.from("0123456789abcdef").filter((digits) => {
        const char = String.fromCharCode(Number.parseInt(high + digits, 16));
        return has(char) && !(char in escapeLetters) && !hasChar(plainChars, char.charCodeAt(0));
      });
      const both = low.join("") + low.join("").toUpperCase();
      return low.length === 0 ? [] : [sequence(text(high), chars(both))];
    });
    return either(
      ...(plain.length === 0 ? [] : [{ kind: "chars", set: plain } as const]),
      ...(letters.length === 0 ? [] : [sequence(text("\\"), chars(letters.join("")))]),
      ...(coded.length === 0 ? [] : [sequence(text("\\u00"), either(...coded))]),
    );
  });
}

/**
 * A JSON string whose text is in the language; nothing if the language is empty.
 * @throws TooComplex
 */
export function jsonStringOf(rules: Rules, languages: Languages, language: Language): Expression {
  if (language === languages.all) return jsonString(rules);
  const states = automatonOf(languages, language);
  return rules.shared(`string ${language.id}`, () =>
    sequence(
      quote,
      written(rules, "text", states, (set) => jsonCharOf(rules, set), quote),
    ),
  );
}

/** A text of the language without quotes, such as a number. @throws TooComplex */
export function textOf(rules: Rules, languages: Languages, language: Language): Expression {
  const states = automatonOf(languages, language);
  return written(rules, "digits", states, (set) => ({ kind: "chars", set }), empty);
}

/**
 * An automaton as rules. Only states with branches become rules.
 * @param end what follows the text
 */
function written(
  rules: Rules,
  hint: string,
  states: readonly State[],
  char: (set: CharSet) => Expression,
  end: Expression,
): Expression {
  if (states.length === 0) return nothing;
  const ways = states.map(() => 0);
  for (const { to } of states.flatMap(({ moves }) => moves)) ways[to] = (ways[to] as number) + 1;
  // A state with one incoming and one outgoing move becomes part of a longer text.
  const names = states.map(({ isEnd, moves }, id) => {
    const isPart = ways[id] === 1 && moves.length === (isEnd ? 0 : 1);
    return isPart && id !== 0 ? undefined : rules.reserve(hint);
  });
  const goTo = (id: number): Expression => {
    const name = names[id];
    if (name !== undefined) return ruleNamed(name);
    const [move] = (states[id] as State).moves;
    return move === undefined ? end : sequence(asText(char(move.chars)), goTo(move.to));
  };
  for (const [id, { isEnd, moves }] of states.entries()) {
    const name = names[id];
    if (name === undefined) continue;
    const goings = moves.map(({ chars: set, to }) => sequence(asText(char(set)), goTo(to)));
    rules.define(name, either(...goings, ...(isEnd ? [end] : [])));
  }
  return goTo(0);
}

/** Turns a set of one character into a text, so that consecutive texts are joined. */
function asText(expression: Expression): Expression {
  if (expression.kind !== "chars") return expression;
  const [only, ...more] = expression.set;
  const isOne = only !== undefined && more.length === 0 && only[0] === only[1];
  return isOne ? text(String.fromCodePoint(only[0])) : expression;
}
