/** Capitals, currencies, languages and continents. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { type Country, countries } from "../data/countries.ts";
import { capitalized, chance, inventedWord, phrase, pick, pickWeighted } from "../phrasing.ts";
import { unknownAnswer, unknownWord } from "./unknown.ts";

const askCapital = [
  "[What is|What's|Which is|Whats] the capital [city |]of {x}?",
  "[Which|What] city is the capital of {x}?",
  "[Which|What] city is {x}'s capital?",
  "[What is|What's] {x}'s capital[| city]?",
  "[Tell me|Give me|Name|Say|I need|I'd like to know|I want to know] the capital [city |]of {x}.",
  "[Do you know|Can you tell me|Could you tell me|Can you name|Do you remember|Would you tell me] the capital [city |]of {x}?",
  "[Do you know|Can you tell me|Could you say|I wonder|Tell me] [what|which city] the capital of {x} is[?|.]",
  "[Do you know|Tell me] what {x}'s capital is.",
  "Capital of {x}[?|]",
  "{x}[: capital|, capital]?",
  "The capital of {x} is[?|...| what?|]",
  "What is the name of the capital of {x}?",
  "What is the capital of the country [called|named] {x}?",
  "[What's|What is] the capital in {x}?",
  "{x} has which capital?",
  "Which city does {x} have as its capital?",
  "[Where is|Where's|In which city is|What city hosts|Which city is home to] the government of {x}[| based| located]?",
  "Where does the government of {x} sit?",
  "[From|In] [which|what] city is {x} [governed|ruled]?",
  "I'm [learning|studying] geography. [What is|What's] the capital of {x}?",
  "I forgot the capital of {x}. [What is it|What was it|Which city is it]?",
  "[If I visit|If I travel to|When I go to|I'm flying to|I'm going to] {x}, [what is|which city is] the capital?",
  "Is there a capital [of|in] {x}? What is it?",
  "[What's|What is] the [main|seat of government|head] city of {x}?",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what the capital of {x} is|which city is {x}'s capital|what {x}'s capital is called].",
  "[I need to know|I have to know|I must find out|I'm trying to remember|I'm looking for|I keep forgetting] the capital [city |]of {x}[| for my homework| for a quiz].",
  "[I can't remember|I don't know|I have no idea] which city is the capital of {x}. [Help me!|Can you help?|Please help.]",
  "[gimme|Gimme|Give me|Show me] [the capital of {x}|{x}'s capital].",
  "[u know|Do u know|You know] [the capital of {x}|{x}'s capital|what {x}'s capital is]?",
  "whats [{x}'s capital city|the capital of {x} called|{x}'s capital called]",
  "[What|Which] city [serves as|acts as|works as|functions as|is used as] [the capital of {x}|{x}'s capital|the seat of government of {x}]?",
  "[What is|What's|Name|Tell me] {x}'s [seat of government|government city][?|.]",
  "[What is|Which city is|Which is] the [seat of government|government city|administrative cent[re|er]] [of|in] {x}?",
  "What do you call the capital [city |]of {x}?",
  "[What|How] is the capital [city |]of {x} called?",
  "My [teacher|son|daughter|friend|boss] asked me for the capital of {x}. What [should|do] I [say|answer]?",
  "[Someone|A friend|My teacher|My kid] wants to know [the capital of {x}|what the capital of {x} is|which city is the capital of {x}].",
  "[Let's talk about|Think of|I'm reading about|We're learning about|Take] {x}. [What|Which city] is [its capital|the capital|the capital there|the capital of that country]?",
  "In {x}, [what|which city] is the capital?",
  "[When|If] [someone says|I say|you hear] {x}, [what|which] capital [comes to mind|do you think of]?",
  "[Quiz time|Quiz question|Geography question|Homework question|For a quiz]: [what is |][the capital of {x}|{x}'s capital]?",
  "[Where|In which city] [do the leaders of {x} work|does {x}'s government work|would I find the government of {x}]?",
  "If I want to [see|visit] the capital of {x}, [where do I go|which city do I visit|to which city do I travel]?",
  "The capital of {x}, [which is it|what is it|what's it called|please|do you know it]?",
  "{x}'s capital[?| is| is ...| would be| is called]",
  "{x} has a capital. [What is it called|Which city is it|What is it]?",
  "Every country has a capital. [What|Which] is {x}'s?",
  "[Any idea|Any clue] [what|which city] the capital of {x} is?",
  "[Would you happen to know|Do you happen to know|May I ask|Could you remind me] [what|which city] [the capital of {x}|{x}'s capital] is?",
  "[I'd love to know|I was wondering|Remind me|Let me know] [what|which city] [the capital of {x}|{x}'s capital] is.",
  "Say I [live in|moved to|was born in] {x}. [What would my capital be|Which city would be my capital]?",
  "What is {x}'s capital, [do you know|if I may ask|please|again]?",
  "{x} is a country with which capital?",
  "[I'm drawing a map of|I have a map of|I'm writing a text about] {x}. [Which city do I mark as the capital|Which city is the capital|What's the capital]?",
];

const askCountry = [
  "{x} is the capital of [which|what] country?",
  "[Which|What] country has {x} as its capital[| city]?",
  "[Which|What] country has the capital {x}?",
  "[Which country's|What country's|Whose] capital is {x}?",
  "{x} is the capital of[?|...|]",
  "[What|Which country] is {x} the capital of?",
  "Of [which|what] country is {x} the capital?",
  "[Name|Tell me|Give me] the country [whose capital is|with the capital|that has the capital] {x}.",
  "[Do you know|Can you tell me] which country {x} is the capital of?",
  "[To which country does|What country does] the capital [city |]{x} belong[| to]?",
  "The city of {x} is the capital of which [nation|state|country]?",
  "For [which|what] country is {x} the capital[| city]?",
  "[In which|In what] country is {x} the capital[| city]?",
  "[Which|What] country is [governed|ruled|run] from {x}?",
  "{x} is [a capital|a capital city|the capital of a country]. [Of which country|Of what country|Which country is it|Which country's]?",
  "I [know|heard|read] that {x} is a capital. [But of which country|Which country's|What country is it the capital of]?",
  "[I need|I'm looking for|I want to know|Gimme] the country [whose capital is {x}|with {x} as its capital|that has {x} as capital|governed from {x}].",
  "[When|If] I'm in the capital [city |]{x}, [which|what] country am I in?",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [which|what] country {x} is the capital of.",
  "[u know|Do u know|Any idea] [which|what] country has {x} as [its |]capital?",
  "The capital is {x}. [What is the country|What's the country|Name the country|Which country is it][?|.]",
  "[The capital is called|The capital's name is] {x}. [What|Which] country [is it|am I thinking of|is that|do I mean]?",
  "A country has {x} as its capital. Which [one|country] is it?",
  "[Guess|Name] the country: its capital is {x}.",
  "{x} is [which country's|what country's|whose] capital?",
  "{x} serves as the capital of [which|what] [country|nation|state]?",
  "[Which|What] [nation|state|land] has [its capital in|its government in|its seat of government in|the capital] {x}?",
  "I [landed|arrived] in {x}, the capital. [What|Which] country is this?",
  "[In which|In what] country will I [find|see|visit] the capital {x}?",
  "[Which|What] country calls {x} its capital?",
  "[My teacher|A friend|Someone] asked [which|what] country {x} is the capital of.",
  "Country with [the |]capital {x}[?|]",
  "{x}: capital of [which|what] country?",
];

const askCurrency = [
  "[What is|What's|Which is|Whats] the currency [of|in|used in] {x}?",
  "[What|Which] currency [is used in {x}|does {x} use|do they use in {x}|do people use in {x}|does {x} have]?",
  "[What is|What's] {x}'s currency?",
  "[What|Which] [money|currency|kind of money] do [people|they|you|we|I] [pay with|use|spend|need] in {x}?",
  "[Tell me|Name|Give me] the [currency|money] [of|used in] {x}.",
  "[Do you know|Can you tell me|Could you tell me] the currency [of|in] {x}?",
  "[Do you know|Can you tell me|Tell me] [what|which] currency {x} [uses|has].",
  "Currency [of|in] {x}[?|]",
  "The currency of {x} is[?|...|]",
  "[How|With what|With which currency|What] do [people|I|you|they] pay [with |]in {x}?",
  "What [is the money called|is money called|do they call their money] in {x}?",
  "[I'm going|I travel|I'm flying] to {x}. [What currency do I need|Which money do I need|What do I pay with|What money should I bring]?",
  "[If I go to|When I'm in|For a trip to] {x}, [what currency do I need|which money do I need|what money do I use]?",
  "{x}[: currency|, currency]?",
  "[Which|What] [notes and coins|cash] [do they use|are used] in {x}?",
  "What is the official currency of {x}?",
  "[What|Which] [coins and bills|coins and notes|bills|coins|banknotes|money] [do people carry|will I see|will I get|do shops take|are used|do they use] in {x}?",
  "[What|Which] [cash|money|currency] [goes|should go|do I put|must I have] in my wallet [in|for] {x}?",
  "[What is|What's] [the legal tender|the cash|the money] [in|of] {x}?",
  "[Which|What] currency [is legal tender|is valid|circulates|counts] in {x}?",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what currency they use in {x}|what the currency of {x} is|what money people use in {x}|which currency {x} has|what they pay with in {x}].",
  "I [need|want|have] to [change|exchange] [my money|some money|some cash] [for|before] [a trip to|my holiday in|a visit to] {x}. [Which|What] currency do I [ask for|need|get|want]?",
  "[If|When] I [buy|pay for|order] [something|bread|a coffee|lunch|a ticket] in {x}, [what|which] [currency|money] do I [use|pay with|need|hand over]?",
  "In {x}, [what|which] [currency|money|cash] [is used|do people use|do people pay with|do they accept|does one need]?",
  "Prices in {x} are [given |shown |]in [which|what] currency?",
  "[Shops|Banks|Restaurants|Markets] in {x} [take|accept|use|work with] [which|what] [currency|money]?",
  "In [which|what] [currency|money] [do people in {x} pay|are people in {x} paid|are the prices in {x}]?",
  "[gimme|Gimme|Show me] [{x}'s currency|the currency of {x}].",
  "[u know|Do u know|You know] [what money they use in {x}|{x}'s currency|the money of {x}]?",
  "[Someone|My friend|My brother] is [going|travelling|flying] to {x} and [needs|wants] [the local money|local cash|the right currency|local currency]. [What is it|What's it called|Which is it]?",
  "[What is|What's|whats] the [local|national] [currency|money] [of|in] {x}[ called|]?",
  "What's the name of the [money|currency] [in|of|used in] {x}?",
  "[My wallet is|My pockets are] full of [money|coins|cash] from {x}. [Which|What] currency is that?",
  "[A shop|A bank|A hotel|A taxi driver] in {x} wants [cash|money]. [In which|In what|Which|What] currency?",
  "[What|Which] currency would I [get|find|receive] [at|from] a bank in {x}?",
  "Money [of|in] {x}[?|]",
  "{x}[: what money|, which money|: what currency|: what's the money there]?",
  "The money [used |]in {x} is [called |][what|...|which]?",
  "The [official |]money of {x}, what [is it|is it called]?",
  "I [live|work] in {x}. [What|Which] currency [is my salary in|do I earn|am I paid in]?",
];

const askLanguage = [
  "[What|Which] language[| or languages|s] [is|are] spoken in {x}?",
  "[What|Which] language[s|] [do people|do they|do you|does one] speak in {x}?",
  "[What is|What's|Which is] the [|official |main |national ]language [of|in|spoken in] {x}?",
  "[What are|Which are] the [|official |main ]languages of {x}?",
  "[What|Which] language do the people [of|in|from] {x} speak?",
  "[Tell me|Name|Give me] the [|official ]language[s|] of {x}.",
  "[Do you know|Can you tell me] [the language of {x}|what language they speak in {x}|which language is spoken in {x}]?",
  "Language[s|] [of|in] {x}[?|]",
  "{x}[: language|, language]?",
  "[What|Which] language should I learn [for|to live in|before I go to|before moving to] {x}?",
  "[What do people|What do they|How do people|What tongue do they] speak in {x}?",
  "[I'm moving|I'm going] to {x}. [What|Which] language [do they speak there|will I hear|do I need]?",
  "What is {x}'s [official |]language?",
  "People in {x} speak [which|what] language?",
  "[Which|What] language will I hear in {x}?",
  "[What|Which] [tongue|language] do [folks|locals|the locals|most people|citizens|children] [speak|use|talk] in {x}?",
  "How do [people|they|locals|folks] talk in {x}? [In which|In what|Which|What] language?",
  "[What|Which] language is [used|heard|taught at school|official|mostly spoken|the official one|native] in {x}?",
  "I [want|would like|plan|need] to [talk to|speak with|write to|understand] [people|somebody|the locals] [in|from] {x}. [What|Which] language [should I learn|do I need|do I use|should I use]?",
  "[If|When] I [walk through|visit|live in|travel through] {x}, [which|what] language [do|will] I hear[ on the street| around me|]?",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what language they speak in {x}|which language people in {x} speak|what the language of {x} is|what {x}'s official language is].",
  "[gimme|Gimme|Show me] [the language of {x}|{x}'s language].",
  "[u know|Do u know|You know|Any idea] [what they speak in {x}|which language is spoken in {x}|what language people in {x} talk]?",
  "[What|Which] language are [newspapers|street signs|laws|most books] in {x} [written in|in]?",
  "In {x}, [what|which] language [do they speak|do people speak|is spoken|do I need|is official]?",
  "[Someone|My neighbo[u|]r|My new friend|A visitor] [comes|is] from {x}. [What|Which] language would they speak?",
  "[What|Which] language would [a person|someone|somebody|a child] from {x} speak?",
  "[What|Which] language does {x} [speak|use|have]?",
  "[Children|Kids|People] [growing up|born|living] in {x} [learn|speak|grow up with] [which|what] language?",
  "[What's|What is] the [mother tongue|native language|native tongue] [of people from|of the people in|in] {x}?",
  "I need a [dictionary|phrase book] for {x}. [For which|Which|For what] language?",
  "{x}'s [official |main |]language[?| is| is ...]",
  "The language [spoken |]in {x} is [what|which|called]?",
  "The people of {x} [talk in|speak|communicate in|use] [which|what] language?",
  "[What's|What is] spoken in {x}?",
  "I have a [job|new home|friend|house] in {x} now. [What|Which] language [will I hear|do they speak there|should I study]?",
  "Tell me [what|which] language [people|they|locals] [speak|use|talk] in {x}.",
  "Spoken language[s|] [of|in] {x}?",
];

const askContinent = [
  "[What|Which] continent is {x} [in|on|part of|located in|located on|found in|a part of]?",
  "[On|In] [which|what] continent [is|lies|can I find|do I find|is located] {x}?",
  "[To which|To what] continent does {x} belong?",
  "[Which|What] continent does {x} belong to?",
  "[Where is|Where's|Where in the world is|Where on Earth is] {x}[| located]?",
  "[What is|What's] the continent of {x}?",
  "[What is|What's] {x}'s continent?",
  "[Tell me|Name] the continent [of {x}|{x} is in|where {x} is|that {x} belongs to].",
  "[Do you know|Can you tell me] [which continent {x} is in|on which continent {x} lies|where {x} is]?",
  "Continent of {x}[?|]",
  "{x}[: continent|, which continent]?",
  "{x} is [in|on|part of] [which|what] continent?",
  "[Which|What] part of the world is {x} in?",
  "{x} lies [on|in] [which|what] continent?",
  "[On|In] [which|what] [landmass|part of the world|part of the globe|continent] [is {x}|do I find {x}|would I find {x}|is {x} located|can {x} be found|is {x} situated]?",
  "On [which|what] continent would I [land|be|arrive] [if I flew|after flying] to {x}?",
  "[If|When] I [fly|travel|move] to {x}, [which|what] continent [am I on|will I be on|am I in|do I land on]?",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [which|what] continent {x} [is in|belongs to|is part of|lies on].",
  "I'm looking for {x} on [a|the] [map|globe]. [Which|What] continent [should I look at|is it on|is it in]?",
  "[gimme|Gimme|I need] [the continent of {x}|{x}'s continent].",
  "[u know|Do u know|Any idea] [where {x} is|which continent {x} is in]?",
  "[Where on the map|Where on the globe|Where] [do I find|can I find|would I find|is] {x}?",
  "In [which|what] [region|corner|area] of the world [is|lies] {x}?",
  "[Which|What] continent [includes|contains|has] {x}?",
  "{x} [is located|is found|can be found|is situated|sits] [on|in] [which|what] continent?",
  "{x} is a country [on|in] [which|what] continent?",
  "{x} belongs to [which|what] continent?",
  "[Someone|A friend|My teacher] asked me [where {x} is|which continent {x} is in|on which continent {x} lies]. What [should|do] I say?",
  "{x}: Africa, Asia, Europe or [somewhere else|another continent]?",
  "{x}: [where is it|which part of the world|where in the world]?",
  "People in {x} live on [which|what] continent?",
  "Tell me [where|on which continent|in which part of the world] I [can |]find {x}.",
  "Where [does {x} lie|is {x} situated|would {x} be on a map|on the planet is {x}]?",
  "There are several continents. [Which one has|Which one includes|On which one is] {x}?",
];

const askIsContinent = [
  "Is {x} in {y}?",
  "[Is|Does] {x} [part of|belong to|located in] {y}?",
  "{x} is in {y}, [right|isn't it|correct]?",
  "Does {x} lie in {y}?",
  "[Would|Will|Can] I find {x} in {y}?",
  "I think {x} is in {y}. [Am I right|Is that right|Is that correct]?",
  "Is {x} a country in {y}?",
  "Is it [true|right|correct] that {x} is in {y}?",
  "Can {x} be found in {y}?",
  "Does {y} [include|contain] {x}?",
  "Is {x} one of the countries [of|in] {y}?",
  "[Somebody|My friend|My teacher] [told me|says] {x} is in {y}. [Is that correct|Is that true|Is it]?",
  "If I travel to {x}, am I in {y}?",
  "{x} belongs to {y}, [right|doesn't it|correct]?",
  "{x}: in {y}, yes or no?",
  "Is {x} [situated|found] in {y}?",
];

const continents = ["Africa", "Asia", "Europe", "North America", "South America", "Oceania"];

export function countryExchange(random: Random): Exchange {
  const country = pick(random, countries);
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
    user: ask(random, askCapital, typedName(random, country)),
    assistant: `The capital of ${properName(country)} is ${country.capital}.`,
    oneWord: country.capital,
  };
}

function countryOf(random: Random, country: Country): Exchange {
  return {
    user: ask(random, askCountry, country.capital),
    assistant: `${country.capital} is the capital of ${properName(country)}.`,
    oneWord: country.name,
  };
}

function currencyOf(random: Random, country: Country): Exchange {
  return {
    user: ask(random, askCurrency, typedName(random, country)),
    assistant: `The currency of ${properName(country)} is the ${country.currency}.`,
    oneWord: capitalized(country.currency.split(" ").at(-1)!),
  };
}

function languageOf(random: Random, country: Country): Exchange {
  const [first = "", ...others] = country.languages;
  const all = [first, ...others];
  const list = others.length === 0 ? first : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
  return {
    user: ask(random, askLanguage, typedName(random, country)),
    assistant: `People in ${properName(country)} speak ${list}.`,
    oneWord: first,
  };
}

function continentOf(random: Random, country: Country): Exchange {
  return {
    user: ask(random, askContinent, typedName(random, country)),
    assistant: `${capitalized(properName(country))} ${verb(country)} in ${country.continent}.`,
    oneWord: country.continent,
  };
}

function isInContinent(random: Random, country: Country): Exchange {
  const asked = chance(random, 0.5) ? country.continent : pick(random, continents);
  const isRight = asked === country.continent;
  return {
    user: phrase(random, pick(random, askIsContinent), { x: typedName(random, country), y: asked }),
    assistant: `${isRight ? "Yes" : "No"}, ${properName(country)} ${verb(country)} in ${country.continent}.`,
    oneWord: isRight ? "Yes" : "No",
  };
}

/** Neither states, cities nor inventions are countries it knows. */
const noCountries = [
  "Texas",
  "Bavaria",
  "California",
  "Scotland",
  "London",
  "Quebec",
  "Atlantis",
  "Narnia",
  "Africa",
  "Europe",
  "the moon",
  "Mars",
  "Wakanda",
  "Siberia",
  "New York",
  "Florida",
  "Catalonia",
  "Tasmania",
  "Gondor",
  "Hogwarts",
  "Sicily",
  "Hawaii",
  "Ohio",
  "the Sahara",
];

function unknownCountry(random: Random): Exchange {
  const suffix = pick(random, ["", "", "ia", "land", "stan", "onia", "istan", " Islands"]);
  const name = chance(random, 0.2) ? pick(random, noCountries) : inventedWord(random) + suffix;
  const templates = pickWeighted(random, [
    [4, askCapital],
    [1, askCountry],
    [2, askCurrency],
    [2, askLanguage],
    [1, askContinent],
  ]);
  return { user: ask(random, templates, name), assistant: unknownAnswer, oneWord: unknownWord };
}

function ask(random: Random, templates: readonly string[], x: string): string {
  return phrase(random, pick(random, templates), { x });
}

/** With its article, where it has one: "the Netherlands". */
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
