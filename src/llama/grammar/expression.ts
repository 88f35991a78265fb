/** Grammars that we generate: rules of expressions, printed as GBNF without endless rules. */
import type { CharSet } from "./char-set.ts";

export type Expression =
  | { kind: "text"; text: string }
  | { kind: "chars"; set: CharSet }
  | RuleName
  | { kind: "sequence"; parts: readonly Expression[] }
  /** Without alternatives, nothing matches. */
  | { kind: "either"; of: readonly Expression[] }
  | { kind: "repeat"; of: Expression; min: number; max: number };

export type RuleName = { kind: "rule"; name: string };

export const nothing: Expression = { kind: "either", of: [] };
export const empty: Expression = { kind: "text", text: "" };

export const text = (literal: string): Expression => ({ kind: "text", text: literal });
export const ruleNamed = (name: string): RuleName => ({ kind: "rule", name });
export const either = (...of: readonly Expression[]): Expression =>
  of.length === 1 ? (of[0] as Expression) : { kind: "either", of };

export function sequence(...parts: readonly Expression[]): Expression {
  const flat = parts.flatMap((part) => (part.kind === "sequence" ? part.parts : [part]));
  const joined: Expression[] = [];
  for (const part of flat) {
    const before = joined.at(-1);
    if (part.kind === "text" && before?.kind === "text")
      joined[joined.length - 1] = text(before.text + part.text);
    else joined.push(part);
  }
  const [only, ...more] = joined.filter((part) => part.kind !== "text" || part.text !== "");
  if (only === undefined) return empty;
  return more.length === 0 ? only : { kind: "sequence", parts: [only, ...more] };
}

/** @param max at most llama.cpp's limit, or Infinity. repetition.ts is for any number. */
export function repeat(of: Expression, min: number, max: number): Expression {
  return min === 1 && max === 1 ? of : { kind: "repeat", of, min, max };
}

/** More than a handwritten schema needs. */
const maxRules = 100_000;
/** llama.cpp's own rules never use this prefix, so our rules can be merged into its grammar. */
const prefix = "answer-";

export class Rules {
  readonly #rules = new Map<string, Expression>();
  readonly #shared = new Map<string, string>();
  /** The last number used for each name. */
  readonly #numbers = new Map<string, number>();
  readonly #finite = new Set<string>();
  /** How many rules {@link finite} has checked. */
  #checked = 0;

  /**
   * A unique name for a rule that is defined later.
   * @throws RangeError if there are too many rules
   */
  reserve(hint: string): string {
    if (this.#rules.size >= maxRules) throw new RangeError(`it needs over ${maxRules} grammar rules`);
    const base =
      prefix +
      (hint
        .replace(/[^a-zA-Z0-9]+/g, "-")
        .replace(/^-|-$/g, "")
        .slice(0, 40) || "r");
    let name = base;
    let number = this.#numbers.get(base) ?? 1;
    for (; this.#rules.has(name); number += 1) name = `${base}-${number + 1}`;
    this.#numbers.set(base, number);
    this.#rules.set(name, nothing);
    return name;
  }

  define(name: string, expression: Expression): RuleName {
    this.#rules.set(name, expression);
    return ruleNamed(name);
  }

  add(hint: string, expression: Expression): RuleName {
    return this.define(this.reserve(hint), expression);
  }

  /** The rule with this key, which is made on first use. It may refer to itself. */
  shared(key: string, make: (self: RuleName) => Expression): RuleName {
    const known = this.#shared.get(key);
    if (known !== undefined) return ruleNamed(known);
    const name = this.reserve(key);
    this.#shared.set(key, name);
    try {
      return this.define(name, make(ruleNamed(name)));
    } catch (error) {
      this.#shared.delete(key);
      throw error;
    }
  }

  /** The rules that match a text of finite length. All must be defined; more may be added later. */
  finite(): ReadonlySet<string> {
    const finite = this.#finite;
    const users = new Map<string, string[]>();
    const todo = this.#rules.keys().drop(this.#checked).toArray();
    this.#checked = this.#rules.size;
    for (const name of todo) {
      for (const used of rulesIn(this.#rules.get(name) as Expression)) {
        const known = users.get(used);
        if (known === undefined) users.set(used, [name]);
        else known.push(name);
      }
    }
    for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
      if (finite.has(name) || finitePart(this.#rules.get(name) as Expression, finite) === undefined) continue;
      finite.add(name);
      todo.push(...(users.get(name) ?? []));
    }
    return finite;
  }

  /** The rules that a rule refers to. */
  neededBy(name: string): string[] {
    return rulesIn(this.#rules.get(name) ?? nothing);
  }

  /** @returns GBNF of the root and all rules that it needs */
  print(root: Expression, name = "root"): string {
    const finite = this.finite();
    const lines = [`${name} ::= ${printed(finitePart(root, finite) ?? nothing)}`];
    const done = new Set<string>();
    const todo = rulesIn(finitePart(root, finite) ?? nothing);
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (done.has(next)) continue;
      done.add(next);
      const expression = finitePart(this.#rules.get(next) as Expression, finite) ?? nothing;
      lines.push(`${next} ::= ${printed(expression)}`);
      todo.push(...rulesIn(expression));
    }
    return `${lines.join("\n")}\n`;
  }
}

/** An expression without parts that need rules outside of `finite`; undefined if none is left. */
function finitePart(expression: Expression, finite: ReadonlySet<string>): Expression | undefined {
  switch (expression.kind) {
    case "text":
      return expression;
    case "chars":
      return expression.set.length === 0 ? undefined : expression;
    case "rule":
      return finite.has(expression.name) ? expression : undefined;
    case "sequence": {
      const parts = expression.parts.map((part) => finitePart(part, finite));
      return parts.includes(undefined) ? undefined : sequence(...(parts as Expression[]));
    }
    case "either": {
      const of = expression.of.flatMap((one) => finitePart(one, finite) ?? []);
      return of.length === 0 ? undefined : either(...of);
    }
    case "repeat": {
      const of = finitePart(expression.of, finite);
      if (of !== undefined) return { ...expression, of };
      return expression.min === 0 ? empty : undefined;
    }
  }
}

function rulesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case "rule":
      return [expression.name];
    case "sequence":
      return expression.parts.flatMap(rulesIn);
    case "either":
      return expression.of.flatMap(rulesIn);
    case "repeat":
      return rulesIn(expression.of);
    default:
      return [];
  }
}

function printed(expression: Expression): string {
  switch (expression.kind) {
    case "text":
      return `"${Array.from(expression.text, (char) => escaped(char, '"\\')).join("")}"`;
    case "chars":
      return `[${expression.set.map(printedRange).join("")}]`;
    case "rule":
      return expression.name;
    case "sequence":
      return expression.parts.map(inSequence).join(" ");
    case "either":
      return expression.of.map(printed).join(" | ");
    case "repeat":
      return inParentheses(expression.of) + printedCounts(expression);
  }
}

function inSequence(expression: Expression): string {
  return expression.kind === "either" ? `(${printed(expression)})` : printed(expression);
}

function inParentheses(expression: Expression): string {
  const isOne = expression.kind === "rule" || expression.kind === "chars" || expression.kind === "text";
  return isOne ? printed(expression) : `(${printed(expression)})`;
}

function printedCounts({ min, max }: { min: number; max: number }): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  if (min === 0 && max === 1) return "?";
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function printedRange([first, last]: readonly [number, number]): string {
  const one = (code: number): string => escaped(String.fromCodePoint(code), "\\]^-");
  return first === last ? one(first) : `${one(first)}-${one(last)}`;
}

/** @param special characters that need a backslash in this context */
function escaped(char: string, special: string): string {
  const code = char.codePointAt(0) as number;
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  if (char === "\t") return "\\t";
  if (special.includes(char)) return char === "^" ? "\\x5E" : `\\${char}`;
  if (code < 0x20 || (code >= 0x7f && code <= 0xff)) return `\\x${hex(code, 2)}`;
  if (code > 0xffff) return `\\U${hex(code, 8)}`;
  return code > 0x7e ? `\\u${hex(code, 4)}` : char;
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, "0");
}
