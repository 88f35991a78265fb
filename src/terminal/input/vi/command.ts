/** Reads the letters of a command of vi's normal mode: count, operator, count, name, argument. */

export type Command = {
  readonly count: number;
  readonly operator?: string;
  readonly name: string;
  /** The character of f, F, t, T and r, or the name of a text object. */
  readonly argument: string;
};

/** Counts larger than this are a cat on the keyboard. */
const maxCount = 10_000;

/** @returns undefined for a sequence that is no command */
export function parse(keys: string): Command | "incomplete" | undefined {
  const [, first = "", operator = "", second = "", rest = ""] =
    /^([1-9]\d*)?([dcy](?!$)|[dcy]$)?([1-9]\d*)?(.*)$/su.exec(keys) ?? [];
  const count = Math.min(Number(first || 1) * Number(second || 1), maxCount);
  if (rest === "") return "incomplete";
  const [name = "", ...more] = Array.from(rest);
  const needsArgument = /[fFtTrg]/.test(name) || (operator !== "" && /[ia]/.test(name));
  if (needsArgument && more.length === 0) return "incomplete";
  return { count, name, argument: more.join(""), ...(operator === "" ? {} : { operator }) };
}
