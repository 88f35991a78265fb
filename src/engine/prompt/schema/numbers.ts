/** Bounds and multiples of numbers, as languages of decimal digits. */
import { charsOf } from "../../../llama/grammar/char-set.ts";
import type { Language, Languages } from "../../../llama/grammar/language.ts";
import type { Bound, NumberAssertions } from "./assertions.ts";

/** Before and after the decimal point, as for numbers without bounds. */
const maxDigits = 16;
/** The automaton of multiples has a state for each remainder. */
const maxDivisor = 10_000;
const maxPlaces = 9;
/** With more remainders, digits are not counted: the states of both automatons would multiply. */
const maxCountedRemainders = 10;

/** The absolute value of a number, without leading and trailing zeros. */
type Decimal = { whole: string; fraction: string };

/**
 * @returns numbers without an exponent
 * @throws RangeError for multiples whose automaton would be too large
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

  of({ min, max, multiples }: NumberAssertions): Language {
    const languages = this.#languages;
    const isUnlimited = multiples.some(({ of }) => divisorOf(of).divisor > maxCountedRemainders);
    const forms = [this.#form(isUnlimited), ...multiples.map(({ of }) => this.#multiples(of))];
    const positive = languages.both(...forms, this.#between(min, max));
    const negative = languages.both(...forms, this.#notZero(), this.#between(mirrored(max), mirrored(min)));
    return languages.either(positive, languages.sequence(languages.text("-"), negative));
  }

  /** Non-negative numbers. @param isUnlimited any number of digits */
  #form(isUnlimited: boolean): Language {
    const languages = this.#languages;
    const max = isUnlimited ? Number.POSITIVE_INFINITY : maxDigits;
    const many = languages.sequence(this.#oneOf("123456789"), languages.repeat(this.#digit, 0, max - 1));
    const whole = languages.either(languages.text("0"), many);
    return this.#isWhole
      ? whole
      : languages.sequence(whole, this.#fraction(languages.repeat(this.#digit, 1, max)));
  }

  #fraction(digits: Language): Language {
    const { empty } = this.#languages;
    return this.#languages.either(empty, this.#languages.sequence(this.#languages.text("."), digits));
  }

  #multiples(of: number): Language {
    const languages = this.#languages;
    const { divisor, places, zeros } = divisorOf(of);
    if (divisor > maxDivisor || places > maxPlaces || zeros.length > maxDigits) {
      throw new RangeError("it is too large or has too many digits");
    }
    const multiple = languages.multiple(divisor, places);
    if (places > 0) return multiple;
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

  #between(min: Bound | undefined, max: Bound | undefined): Language {
    const languages = this.#languages;
    return languages.both(
      min === undefined ? languages.all : this.#atLeast(min),
      max === undefined ? languages.all : this.#atMost(max),
    );
  }

  /** For non-negative numbers, so a bound below zero has no effect. */
  #atLeast({ value, isExclusive }: Bound): Language {
    const languages = this.#languages;
    if (value < 0) return languages.all;
    const { whole, fraction } = decimalOf(value);
    const more = languages.sequence(this.#wholesFrom(successor(whole)), this.#fraction(this.#digits()));
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
      this.#fraction(this.#digits()),
    );
    return languages.either(
      less,
      languages.sequence(languages.text(whole), this.#fractionsTo(fraction, isExclusive)),
    );
  }

  #digits(): Language {
    return this.#languages.repeat(this.#digit, 1);
  }

  #wholes(): Language {
    const languages = this.#languages;
    const many = languages.sequence(this.#oneOf("123456789"), languages.repeat(this.#digit, 0));
    return languages.either(languages.text("0"), many);
  }

  /** Integers from this one on. */
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

  /** Fractions, with their point, that are not below these digits. */
  #fractionsFrom(digits: string, isExclusive: boolean): Language {
    const languages = this.#languages;
    if (digits === "" && !isExclusive) return this.#fraction(this.#digits());
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
    const fraction = languages.both(to(digits), this.#digits());
    if (digits === "" && isExclusive) return languages.none;
    return this.#fraction(fraction);
  }

  #oneOf(digits: string): Language {
    return this.#languages.chars(charsOf(digits));
  }
}

/** A number as divisor · 10^zeros / 10^places, where zeros or places is 0. */
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

/** The shortest decimal that JavaScript reads as this number, without an exponent. */
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
