/** Capitals, currencies, languages and continents. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { capitalized, chance, inventedWord, phrase, pick, pickWeighted } from "../phrasing.ts";
import { dataFile, once, readList, readTable, readWordings } from "../read-data.ts";
import { unknownAnswer, unknownWord } from "./unknown.ts";

const continents = ["Africa", "Asia", "Europe", "North America", "South America", "Oceania"];

export type Country = {
  /** Without an article: "Netherlands". */
  name: string;
  /** As in "the Netherlands". */
  article: "the" | undefined;
  /** Other names people type: "Holland". */
  aliases: readonly string[];
  capital: string;
  currency: string;
  /** The most spoken first. */
  languages: readonly string[];
  continent: string;
};

export const countries = once(() =>
  readTable(
    dataFile("countries.tsv"),
    {
      columns: ["name", "capital", "currency", "languages", "continent", "other names"],
      optional: ["other names"],
      unique: "name",
    },
    ({ name, capital, currency, languages, continent, "other names": aliases }): Country => {
      if (!continents.includes(continent)) throw new Error(`"${continent}" is not a continent`);
      return {
        name: name.replace(/^the /, ""),
        article: name.startsWith("the ") ? "the" : undefined,
        aliases: aliases === "" ? [] : aliases.split(", "),
        capital,
        currency,
        languages: languages.split(", "),
        continent,
      };
    },
  ),
);

const questions = once(() =>
  readWordings(dataFile("country-questions.tsv"), [
    "capital",
    "country",
    "currency",
    "language",
    "continent",
    "is-in-continent",
  ]),
);

/** States, cities and invented places: the model has to say that it doesn't know. */
const notCountries = once(() => readList(dataFile("not-countries.txt")));

export function countryExchange(random: Random): Exchange {
  const country = pick(random, countries());
  return pickWeighted<() => Exchange>(random, [
    [10, () => capitalOf(random, country)],
    [4, () => countryOf(random, country)],
    [6, () => currencyOf(random, country)],
    [6, () => languageOf(random, country)],
    [4, () => continentOf(random, country)],
    [1, () => isInContinent(random, country)],
    [2, () => unknownCountry(random)],
  ])();
}

function capitalOf(random: Random, country: Country): Exchange {
  return {
    user: ask(random, questions().capital, typedName(random, country)),
    assistant: `The capital of ${properName(country)} is ${country.capital}.`,
    oneWord: country.capital,
  };
}

function countryOf(random: Random, country: Country): Exchange {
  return {
    user: ask(random, questions().country, country.capital),
    assistant: `${country.capital} is the capital of ${properName(country)}.`,
    oneWord: country.name,
  };
}

function currencyOf(random: Random, country: Country): Exchange {
  return {
    user: ask(random, questions().currency, typedName(random, country)),
    assistant: `The currency of ${properName(country)} is the ${country.currency}.`,
    oneWord: capitalized(country.currency.split(" ").at(-1)!),
  };
}

function languageOf(random: Random, country: Country): Exchange {
  const [first = "", ...others] = country.languages;
  const all = [first, ...others];
  const list = others.length === 0 ? first : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
  return {
    user: ask(random, questions().language, typedName(random, country)),
    assistant: `People in ${properName(country)} speak ${list}.`,
    oneWord: first,
  };
}

function continentOf(random: Random, country: Country): Exchange {
  return {
    user: ask(random, questions().continent, typedName(random, country)),
    assistant: `${capitalized(properName(country))} ${verb(country)} in ${country.continent}.`,
    oneWord: country.continent,
  };
}

function isInContinent(random: Random, country: Country): Exchange {
  const continent = chance(random, 0.5) ? country.continent : pick(random, continents);
  const isRight = continent === country.continent;
  return {
    user: phrase(random, pick(random, questions()["is-in-continent"]), {
      x: typedName(random, country),
      y: continent,
    }),
    assistant: `${isRight ? "Yes" : "No"}, ${properName(country)} ${verb(country)} in ${country.continent}.`,
    oneWord: isRight ? "Yes" : "No",
  };
}

function unknownCountry(random: Random): Exchange {
  const suffix = pick(random, ["", "", "ia", "land", "stan", "onia", "istan", " Islands"]);
  const name = chance(random, 0.2) ? pick(random, notCountries()) : inventedWord(random) + suffix;
  const templates = pickWeighted(random, [
    [4, questions().capital],
    [1, questions().country],
    [2, questions().currency],
    [2, questions().language],
    [1, questions().continent],
  ]);
  return { user: ask(random, templates, name), assistant: unknownAnswer, oneWord: unknownWord };
}

function ask(random: Random, templates: readonly string[], x: string): string {
  return phrase(random, pick(random, templates), { x });
}

/** With its article if it has one: "the Netherlands". */
function properName({ name, article }: Country): string {
  return article === undefined ? name : `${article} ${name}`;
}

function typedName(random: Random, country: Country): string {
  if (country.aliases.length > 0 && chance(random, 0.25)) return pick(random, country.aliases);
  return chance(random, 0.15) ? country.name : properName(country);
}

function verb({ name, article }: Country): string {
  return article !== undefined && name.endsWith("s") ? "are" : "is";
}
