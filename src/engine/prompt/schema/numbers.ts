/** Numbers in bounds, and multiples, as languages of decimal digits. */
import { charsOf } from "../../../llama/grammar/char-set.ts";
import type { Language, Languages } from "../../../llama/grammar/language.ts";
import type { Bound, NumberAssertions } from "./assertions.ts";

/** Before the point and behind it, as in numbers without bounds. */
const mostDigits = 16;
/** The automaton of multiples has a state for each remainder. */
const largestDivisor = 10_000;
const mostPlaces = 9;
/** Up to so many, digits are counted beside them. */
const fewRemainders = 10;

/** A number's magnitude, without zeros that say nothing. */
type Decimal = { whole: string; fraction: string };

/**
 * @returns the numbers as they are written without an exponent
 * @throws RangeError for multiples that take an automaton too large
 */
export function numberLanguage(
  languages: Languages,
  assertions: NumberAssertions,
  isWhole: boolean,
): Language {
  return new Numbers(languages, isWhole).of(assertions);
}

class Numbers {
  readonly #languages: Languages;
  readonly #isWhole: boolean;
  readonly #digit: Language;
  readonly #zeros: Language;

  constructor(languages: Languages, isWhole: boolean) {
    this.#languages = languages;
    this.#isWhole = isWhole;
    this.#digit = this.#oneOf("0123456789");
    this.#zeros = languages.repeat(languages.text("0"), 0);
  }

  of({ least, most, multiples }: NumberAssertions): Language {
    const languages = this.#languages;
    const isUnlimited = multiples.some(({ of }) => divisorOf(of).divisor > fewRemainders);
    const forms = [this.#form(isUnlimited), ...multiples.map(({ of }) => this.#multiples(of))];
    const positive = languages.both(...forms, this.#between(least, most));
    const negative = languages.both(
      ...forms,
      this.#notZero(),
      this.#between(mirrored(most), mirrored(least)),
    );
    return languages.either(positive, languages.sequence(languages.text("-"), negative));
  }

  /** Magnitudes of any size. Where there are many remainders, any number of digits: both would multiply. */
  #form(isUnlimited: boolean): Language {
    const languages = this.#languages;
    const most = isUnlimited ? Number.POSITIVE_INFINITY : mostDigits;
    const many = languages.sequence(this.#oneOf("123456789"), languages.repeat(this.#digit, 0, most - 1));
    const whole = languages.either(languages.text("0"), many);
    return this.#isWhole
      ? whole
      : languages.sequence(whole, this.#fraction(languages.repeat(this.#digit, 1, most)));
  }

  #fraction(digits: Language): Language {
    const { empty } = this.#languages;
    return this.#languages.either(empty, this.#languages.sequence(this.#languages.text("."), digits));
  }

  #multiples(of: number): Language {
    const languages = this.#languages;
    const { divisor, places: paths, zeros } = divisorOf(of);
    if (divisor > largestDivisor || paths > mostPlaces || zeros.length > mostDigits) {
      throw new RangeError("it is too large or too exact");
    }
    const multiple = languages.multiple(divisor, paths);
    if (paths > 0) return multiple;
    const digits = languages.repeat(this.#digit, 1);
    const wholes = languages.sequence(languages.both(multiple, digits), languages.text(zeros));
    return languages.sequence(
      languages.either(wholes, languages.text("0")),
      this.#fraction(languages.repeat(languages.text("0"), 1)),
    );
  }

  #notZero(): Language {
    const languages = this.#languages;
    return languages.not(languages.sequence(languages.text("0"), this.#fraction(this.#zeros)));
  }

  #between(least: Bound | undefined, most: Bound | undefined): Language {
    const languages = this.#languages;
    return languages.both(
      least === undefined ? languages.all : this.#atLeast(least),
      most === undefined ? languages.all : this.#atMost(most),
    );
  }

  /** Of magnitudes: a bound below zero is none. */
  #atLeast({ value, isExclusive }: Bound): Language {
    const languages = this.#languages;
    if (value < 0) return languages.all;
    const { whole, fraction } = decimalOf(value);
    const more = languages.sequence(this.#wholesFrom(successor(whole)), this.#fraction(this.#some()));
    return languages.either(
      more,
      languages.sequence(languages.text(whole), this.#fractionsFrom(fraction, isExclusive)),
    );
  }

  #atMost({ value, isExclusive }: Bound): Language {
    const languages = this.#languages;
    if (value < 0) return languages.none;
    const { whole, fraction } = decimalOf(value);
    const less = languages.sequence(
      languages.both(this.#wholes(), languages.not(this.#wholesFrom(whole))),
      this.#fraction(this.#some()),
    );
    return languages.either(
      less,
      languages.sequence(languages.text(whole), this.#fractionsTo(fraction, isExclusive)),
    );
  }

  /** One digit or more. */
  #some(): Language {
    return this.#languages.repeat(this.#digit, 1);
  }

  #wholes(): Language {
    const languages = this.#languages;
    const many = languages.sequence(this.#oneOf("123456789"), languages.repeat(this.#digit, 0));
    return languages.either(languages.text("0"), many);
  }

  /** Whole numbers that are not below this one. */
  #wholesFrom(digits: string): Language {
    const languages = this.#languages;
    const longer = languages.sequence(this.#oneOf("123456789"), languages.repeat(this.#digit, digits.length));
    return languages.either(longer, this.#sameLengthFrom(digits));
  }

  #sameLengthFrom(digits: string): Language {
    const languages = this.#languages;
    const first = digits.charAt(0);
    if (first === "") return languages.empty;
    const rest = languages.repeat(this.#digit, digits.length - 1, digits.length - 1);
    return languages.either(
      languages.sequence(this.#oneOf(digitsAbove(first)), rest),
      languages.sequence(languages.text(first), this.#sameLengthFrom(digits.slice(1))),
    );
  }

  /** What may stand behind the whole part, so that the fraction is not below these digits. */
  #fractionsFrom(digits: string, isExclusive: boolean): Language {
    const languages = this.#languages;
    if (digits === "" && !isExclusive) return this.#fraction(this.#some());
    const from = (rest: string): Language => {
      const first = rest.charAt(0);
      const any = languages.repeat(this.#digit, 0);
      if (first === "")
        return isExclusive ? languages.sequence(this.#zeros, this.#oneOf("123456789"), any) : any;
      return languages.either(
        languages.sequence(this.#oneOf(digitsAbove(first)), any),
        languages.sequence(languages.text(first), from(rest.slice(1))),
      );
    };
    return languages.sequence(languages.text("."), from(digits));
  }

  #fractionsTo(digits: string, isExclusive: boolean): Language {
    const languages = this.#languages;
    const to = (rest: string): Language => {
      const first = rest.charAt(0);
      if (first === "") return isExclusive ? languages.none : this.#zeros;
      return languages.either(
        languages.empty,
        languages.sequence(this.#oneOf(digitsBelow(first)), languages.repeat(this.#digit, 0)),
        languages.sequence(languages.text(first), to(rest.slice(1))),
      );
    };
    const fraction = languages.both(to(digits), this.#some());
    if (digits === "" && isExclusive) return languages.none;
    return this.#fraction(fraction);
  }

  #oneOf(digits: string): Language {
    return this.#languages.chars(charsOf(digits));
  }
}

/** A number as divisor · 10^zeros / 10^places, of which one is 1. */
function divisorOf(value: number): { divisor: number; places: number; zeros: string } {
  const { whole, fraction } = decimalOf(value);
  const digits = whole + fraction;
  const zeros = fraction === "" ? (/0*$/.exec(whole)?.[0] ?? "") : "";
  const divisor = Number(digits.slice(0, digits.length - zeros.length));
  return { divisor, places: fraction.length, zeros };
}

function mirrored(bound: Bound | undefined): Bound | undefined {
  return bound === undefined ? undefined : { ...bound, value: -bound.value };
}

function digitsAbove(digit: string): string {
  return "0123456789".slice(Number(digit) + 1);
}

function digitsBelow(digit: string): string {
  return "0123456789".slice(0, Number(digit));
}

function successor(whole: string): string {
  return String(BigInt(whole) + 1n);
}

/** The shortest decimal that JavaScript reads as this number, its exponent written out. */
export function decimalOf(value: number): Decimal {
  const [digits = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  const shift = Number(exponent);
  const all = whole + fraction;
  const point = whole.length + shift;
  const padded = point < 0 ? "0".repeat(-point) + all : all.padEnd(point, "0");
  const at = Math.max(0, point);
  return {
    whole: padded.slice(0, at).replace(/^0+(?=\d)/, "") || "0",
    fraction: padded.slice(at).replace(/0+$/, ""),
  };
}
