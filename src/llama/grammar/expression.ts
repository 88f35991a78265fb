/** Grammars that we write: rules made of expressions, printed as GBNF without what can never come to an end. */
import type { CharSet } from "./char-set.ts";

export type Expression =
  | { kind: "text"; text: string }
  | { kind: "chars"; set: CharSet }
  | RuleName
  | { kind: "sequence"; parts: readonly Expression[] }
  /** Of no alternatives: nothing fits. */
  | { kind: "either"; of: readonly Expression[] }
  | { kind: "repeat"; of: Expression; least: number; most: number };

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

/** @param most few enough for llama.cpp, or Infinity: see repetition.ts for any number */
export function repeat(of: Expression, least: number, most: number): Expression {
  return least === 1 && most === 1 ? of : { kind: "repeat", of, least, most };
}

/** More than any schema needs that people write. */
const mostRules = 100_000;
/** No rule that llama.cpp's chat templates make begins so: such a grammar and one of ours can be one. */
const prefix = "answer-";

export class Rules {
  readonly #rules = new Map<string, Expression>();
  readonly #shared = new Map<string, string>();
  /** How far the names that begin alike are numbered. */
  readonly #numbers = new Map<string, number>();
  readonly #finite = new Set<string>();
  /** Rules that were looked at for {@link finite}. */
  #judged = 0;

  /** A name that no other rule has, for a rule that is defined later. @throws RangeError if there are too many */
  reserve(hint: string): string {
    if (this.#rules.size >= mostRules) throw new RangeError(`it needs over ${mostRules} rules of grammar`);
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

  /** The rule that has this key, made if there is none yet. It may use itself. */
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

  /** Names of the rules that a text of some length follows. All rules have to be defined: what is added later can use them. */
  finite(): ReadonlySet<string> {
    const finite = this.#finite;
    const users = new Map<string, string[]>();
    const todo = this.#rules.keys().drop(this.#judged).toArray();
    this.#judged = this.#rules.size;
    for (const name of todo) {
      for (const used of rulesIn(this.#rules.get(name) as Expression)) {
        const known = users.get(used);
        if (known === undefined) users.set(used, [name]);
        else known.push(name);
      }
    }
    for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
      if (finite.has(name) || living(this.#rules.get(name) as Expression, finite) === undefined) continue;
      finite.add(name);
      todo.push(...(users.get(name) ?? []));
    }
    return finite;
  }

  /** The rules that this one needs, its own parts first. */
  neededBy(name: string): string[] {
    return rulesIn(this.#rules.get(name) ?? nothing);
  }

  /** @returns GBNF of what the root needs */
  print(root: Expression, name = "root"): string {
    const finite = this.finite();
    const lines = [`${name} ::= ${printed(living(root, finite) ?? nothing)}`];
    const done = new Set<string>();
    const todo = rulesIn(living(root, finite) ?? nothing);
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      if (done.has(next)) continue;
      done.add(next);
      const expression = living(this.#rules.get(next) as Expression, finite) ?? nothing;
      lines.push(`${next} ::= ${printed(expression)}`);
      todo.push(...rulesIn(expression));
    }
    return `${lines.join("\n")}\n`;
  }
}

/** What is left of an expression without what uses other rules. @returns undefined where nothing is */
function living(expression: Expression, finite: ReadonlySet<string>): Expression | undefined {
  switch (expression.kind) {
    case "text":
      return expression;
    case "chars":
      return expression.set.length === 0 ? undefined : expression;
    case "rule":
      return finite.has(expression.name) ? expression : undefined;
    case "sequence": {
      const parts = expression.parts.map((part) => living(part, finite));
      return parts.includes(undefined) ? undefined : sequence(...(parts as Expression[]));
    }
    case "either": {
      const of = expression.of.flatMap((one) => living(one, finite) ?? []);
      return of.length === 0 ? undefined : either(...of);
    }
    case "repeat": {
      const of = living(expression.of, finite);
      if (of !== undefined) return { ...expression, of };
      return expression.least === 0 ? empty : undefined;
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

function printedCounts({ least, most }: { least: number; most: number }): string {
  if (most === Number.POSITIVE_INFINITY) return least === 0 ? "*" : least === 1 ? "+" : `{${least},}`;
  if (least === 0 && most === 1) return "?";
  return least === most ? `{${least}}` : `{${least},${most}}`;
}

function printedRange([first, last]: readonly [number, number]): string {
  const one = (code: number): string => escaped(String.fromCodePoint(code), "\\]^-");
  return first === last ? one(first) : `${one(first)}-${one(last)}`;
}

/** @param special characters that mean something where it stands */
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
