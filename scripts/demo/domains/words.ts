/** Colours, days, months, opposites and plurals. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { colours, mixtures, opposites, plurals } from "../data/words.ts";
import { capitalized, chance, inventedWord, phrase, pick, pickWeighted } from "../phrasing.ts";
import { unknownAnswer, unknownWord } from "./unknown.ts";

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const ordinals = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
];

export function wordExchange(random: Random): Exchange {
  return pickWeighted<() => Exchange>(random, [
    [5, () => colour(random)],
    [2, () => mixture(random)],
    [6, () => opposite(random)],
    [6, () => plural(random)],
    [3, () => neighbour(random, days, "day")],
    [4, () => neighbour(random, months, "month")],
    [2, () => place(random)],
    [2, () => monthLength(random)],
    [2, () => calendarFact(random)],
  ])();
}

const askColour = [
  "[What|Which] colo[u|]r [is {x}|is {x}|has {x}|does {x} have|would you say {x} is]?",
  "[What is|What's|Tell me|Name] the colo[u|]r of {x}[?|.]",
  "[Do you know|Can you tell me] [what colo[u|]r {x} is|the colo[u|]r of {x}]?",
  "{x} [is|has] [what|which] colo[u|]r?",
  "Colo[u|]r of {x}[?|]",
  "In [what|which] colo[u|]r does {x} come?",
  "I want to [paint|draw] {x}. [What|Which] colo[u|]r [do I need|should I take|do I use]?",
  "[What|Which] [crayon|paint|pencil] [do I need|do I take|should I use] [for|to draw] {x}?",
  "{x} [has|comes in] which colo[u|]r [usually|normally|]?",
  "What colo[u|]r [are they|is it], {x}?",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what|which] colo[u|]r {x} [is|has].",
  "If I [look at|see|imagine] {x}, [which|what] colo[u|]r do I see?",
  "When you [think of|imagine|picture] {x}, [which|what] colo[u|]r [do you see|comes to mind]?",
  "[My child|My daughter|A kid|My son] [is drawing|draws|is painting|wants to paint] {x}. [Which|What] colo[u|]r [fits|is right|should it be|is needed]?",
  "How would you describe the colo[u|]r of {x}?",
  "[What|Which] colo[u|]r would you [give|paint|pick for|choose for] {x}?",
  "[u know|Do u know|You know|Any idea] [what|which] colo[u|]r {x} is?",
  "[gimme|Gimme|Give me|I need|I want to know] the colo[u|]r of {x}.",
  "[What's|What is|whats] the [typical|usual|normal|natural] colo[u|]r of {x}?",
  "{x}[, which colo[u|]r|, what colo[u|]r|: colo[u|]r|: what colo[u|]r]?",
  "[Think of|Imagine|Picture|Look at] {x}. [What|Which] colo[u|]r [is that|is it|do you see]?",
  "[Which|What] [crayon|paint] [matches|fits|looks like] {x}?",
  "How is {x} colo[u|]red?",
  "The colo[u|]r of {x} is[?|...| what?| called]",
  "I have never seen {x}. [What|Which] colo[u|]r [is it|does it have]?",
  "In a picture book, {x} is [what|which] colo[u|]r?",
];

function colour(random: Random): Exchange {
  const [thing, name] = pick(random, colours);
  const user = capitalized(phrase(random, pick(random, askColour), { x: thing }));
  return { user, assistant: `${capitalized(thing)}: the colour is ${name}.`, oneWord: capitalized(name) };
}

const askMixture = [
  "[What|Which] colo[u|]r do [you|I|we] get [when|if] [you|I|we] mix {x} and {y}?",
  "[What is|What's|What do I get from] {x} [mixed with|and|plus|with|+] {y}[| paint]?",
  "Mix {x} [and|with] {y}[.|?]",
  "[What happens|What do I get|What comes out] [when|if] I mix {x} [and|with] {y}[| paint]?",
  "{x} [and|plus|with|+] {y} [makes|gives|is|make|give] [what|which] colo[u|]r?",
  "If I [mix|blend|combine|stir together] {x} [and|with] {y}, [what colo[u|]r|which colo[u|]r|what] [do I get|will I have|is it]?",
  "[What|Which] colo[u|]r [do|will] {x} and {y} make[| together]?",
  "[What|Which] colo[u|]r [comes out|results|appears|is made|do I see] when {x} and {y} are [mixed|blended|combined]?",
  "{x} [mixed|blended|combined] with {y} [is|makes|gives|becomes][?| what?| which colo[u|]r?| what colo[u|]r?|]",
  "I [pour|put|stir|drop] {x} [paint |]into {y}[ paint|]. [What|Which] colo[u|]r [is it now|do I get|comes out|will it be]?",
  "[I only have|I've got|There is] {x} and {y}[ paint|]. [What|Which] colo[u|]r can I [make|mix] from them?",
  "[Let's mix|Combine|Blend|Stir] {x} [and|with] {y}. [What|Which colo[u|]r] [do we get|is the result|will we see]?",
  "[I wonder|I keep forgetting|I need to know|I don't know|I forgot] [what {x} and {y} make|what colo[u|]r {x} and {y} make|what you get from {x} and {y}].",
  "[u know|Do u know|You know|Any idea] what {x} [and|plus] {y} make?",
  "[The mix|The mixture|A mix|A blend] of {x} and {y} is[ what| which colo[u|]r|...|]?",
  "What do {x} and {y} [become|turn into|give|create] [together|when mixed|when blended]?",
  "[My brush|The brush] has {x} and {y} on it. [What|Which] colo[u|]r do I paint?",
  "[What's|What is] the [result|mix|mixture|blend] of {x} and {y}?",
];

function mixture(random: Random): Exchange {
  const [left, right, result] = pick(random, mixtures);
  const [x, y] = chance(random, 0.5) ? [left, right] : [right, left];
  return {
    user: capitalized(phrase(random, pick(random, askMixture), { x, y })),
    assistant: `${capitalized(x)} and ${y} make ${result}.`,
    oneWord: capitalized(result),
  };
}

const askOpposite = [
  "[What is|What's|Whats|Which word is|Tell me|Name|Give me] the opposite of {x}[?|.]",
  "[What's|What is|Which is] the opposite [word to|word for|to|for] {x}?",
  "Opposite of {x}[?|]",
  "[What|Which] word [means the opposite of|is opposite to|is the contrary of] {x}?",
  "[The contrary of {x}|The opposite of {x}] is[ what|...|]?",
  "[What's|What is] the antonym of {x}?",
  "[Do you know|Can you tell me] the opposite of {x}?",
  "If [something|it] is not {x}, [what is it|it is]?",
  "{x}[: opposite|, opposite]?",
  "[Say|Tell me] the [contrary|reverse|antonym] of {x}.",
  "{x} is the opposite of [what|which word]?",
  "I need [a word|the word] that means the opposite of {x}.",
  "[What's|What is] the [reverse|contrary|exact opposite|antonym|complete opposite] of {x}?",
  "[I need|I'm looking for|Gimme|Give me|Find|Find me] [an antonym|the antonym|the opposite|the contrary] of {x}.",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] what the [opposite|contrary|antonym] of {x} is.",
  "[If|When] I [mean|want to say|need] the [opposite|contrary|reverse] of {x}, [what|which word] do I [say|use|write|need]?",
  "{x} the other way round[?| is| is what?]",
  "What is {x} the other way round?",
  "[Turn|Change|Flip] {x} into its opposite.[| What is it?]",
  "Not {x} but the opposite: [what|which word] is it?",
  "[Which|What] word [is|would be] [the reverse of|the antonym of|the exact opposite of|contrary to] {x}?",
  "[Complete the opposites|Finish the pair of opposites|A pair of opposites]: {x} and [...|what?]",
  "[u know|Do u know|You know] the [opposite|antonym|reverse] of {x}?",
  "My [crossword|homework|teacher|exercise] asks for the [opposite|antonym|contrary] of {x}.",
  "I say {x}, you say the opposite[.|:|]",
  "{x} is the [reverse|contrary|antonym] of [what|which word]?",
  "What is opposite to {x}?",
  "[Antonym|Reverse|Contrary] of {x}[?|]",
  "The [antonym|reverse] of {x} is[ what|...|]?",
  "{x} has [which|what] opposite?",
  "Is there an opposite of {x}? What is it?",
  "What would be the opposite of {x}?",
];

function opposite(random: Random): Exchange {
  const pair = pick(random, opposites);
  const [x, result] = chance(random, 0.5) ? pair : [pair[1], pair[0]];
  return {
    user: askAbout(random, askOpposite, x),
    assistant: `The opposite of ${x} is ${result}.`,
    oneWord: capitalized(result),
  };
}

const askPlural = [
  "[What is|What's|Whats|Tell me|Give me|Name|Form|Say] the plural [form |]of {x}[?|.]",
  "Plural of {x}[?|]",
  "[What|How] do you call [more than one|two or more|several|many] {x}?",
  "[One|I have one|There is one] {x}, two[ ...| what| ...what|]?",
  "[How do you say|How do I say|What do you say for] {x} in [the |]plural?",
  "[How|What] is {x} in the plural?",
  "[Make|Put] {x} [plural|into the plural].",
  "{x}[: plural|, plural]?",
  "[What's|What is] {x} in [the |]plural[ form|]?",
  "[What|Which word] is more than one {x}[ called|]?",
  "[Do you know|Can you tell me] the plural of {x}?",
  "[How do you write|How do you spell|What is the word for] [more than one|several|many] {x}?",
  "I see one {x}. If there were two, I'd see two[ what|...|]?",
  "The plural of {x} is[?|...|]",
  "[What's|What is] {x} when there are [several|many|more than one|two|a few]?",
  "I have one {x}. My [friend|sister|brother] has [several|many|a bunch|two|three|a few]. [What|Which word] do I [say|write|use]?",
  "[If|When] there is more than one {x}, [what do I call them|which word do I use|what do I say|how do I write it]?",
  "One {x}, [many|several|a bunch of|three|a few|ten|lots of][ ...| what?]",
  "[I need|I'm looking for|Gimme|Find|Write|Give] the plural [form |]of {x}.",
  "[I forgot|I keep forgetting|I can't remember|I don't know|I need to know] [what the plural of {x} is|how to say {x} in the plural|the plural of {x}|the word for more than one {x}].",
  "How does {x} [change|look] [in the plural|when there are many|when there are two]?",
  "{x} in [the |]plural[?| is| is what?]",
  "[Which|What] word do I use for more than one {x}?",
  "[u know|Do u know|You know] the plural [form |]of {x}?",
  "Not one {x} but [many|several|two|a bunch of][ ...| what?]",
  "Here is one {x}, and there are [two|three|several|many][ ...| what?]",
  "[Change|Turn] {x} into [the|its] plural[ form|].",
  "[Singular|One]: {x}. [Plural|Many][: ...|?|: what?]",
  "{x} is singular. [What|Which] is the plural[| form]?",
  "[What|Which] is the [right|correct|proper] plural [of|for] {x}?",
  "How do I [spell|write] the plural of {x}?",
  "What is the plural word for {x}?",
  "[If|When] one is called {x}, [what|how] are [two|many|several] called?",
  "{x}: [what are many of them called|what are two of them called|more than one is called what]?",
  "What do I write if I mean more than one {x}?",
];

function plural(random: Random): Exchange {
  const [one, many] = pick(random, plurals);
  return {
    user: askAbout(random, askPlural, one),
    assistant: `The plural of ${one} is ${many}.`,
    oneWord: capitalized(many),
  };
}

/** The question with its word in place, sometimes set apart. */
function askAbout(random: Random, templates: readonly string[], word: string): string {
  const template = pick(random, templates);
  const forms = [word, word, word, `"${word}"`, `'${word}'`];
  if (/ of \{x\}/.test(template)) forms.push(`the word ${word}`, `the word "${word}"`);
  return capitalized(phrase(random, template, { x: pick(random, forms) }));
}

const askNext = [
  "[What|Which] {k} [comes|is|follows] [right |directly |]after {x}?",
  "[What|Which] {k} follows {x}?",
  "[What|Which] is the {k} after {x}?",
  "[What comes|What follows|What's] after {x}?",
  "[Tell me|Name|Say] the {k} [after|that follows|following] {x}.",
  "The {k} after {x} [is|is what|is which][?|]",
  "After {x} comes [what|which {k}][?|]",
  "What is the next {k} after {x}?",
  "[If|When] [it is|it's|this {k} is|today is] {x}, [what|which] is next?",
  "{x} is followed by [what|which {k}]?",
  "[Once|When|After|As soon as] {x} [ends|is over|is done|is finished|has passed], [which|what] {k} [starts|begins|comes|is next|follows]?",
  "[Which|What] {k} [starts|begins] [when|once|after] {x} [ends|is over]?",
  "{x} [is over|has ended|is finished|is done]. [What|Which {k}] [comes next|follows|begins|is next|starts now]?",
  "[We have|It is|It's|This is] {x}[ now|]. [What|Which] is the [next|following|coming] {k}?",
  "[I need|I want|Gimme|I'm looking for] the {k} [right |directly |]after {x}.",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what|which {k}] [comes after|follows] {x}.",
  "{x} and then[?|...| what?| which {k}?]",
  "[Which|What] {k} [is right behind|comes just after|comes straight after|comes one {k} after] {x}?",
  "[u know|Do u know|You know|Any idea] [what|which {k}] [comes after|follows] {x}?",
  "Count [on|forward] from {x}: [what|which {k}] is next?",
  "The {k} [that comes after|right after|following] {x}[?| is| is called]",
  "[Next|Next {k}] after {x}?",
  "If {x} is [this {k}|now|the current {k}], what is the next [one|{k}]?",
  "[On|In] my calendar, [what|which {k}] [comes|stands] after {x}?",
];
const askPrevious = [
  "[What|Which] {k} [comes|is] [right |directly |]before {x}?",
  "[What|Which] is the {k} before {x}?",
  "[What comes|What's|What is] before {x}?",
  "[Tell me|Name|Say] the {k} [before|that precedes|preceding] {x}.",
  "The {k} before {x} [is|is what|is which][?|]",
  "Before {x} comes [what|which {k}][?|]",
  "What is the previous {k} before {x}?",
  "[What|Which] {k} precedes {x}?",
  "[Before|Just before|Right before] {x} [starts|begins|comes], [which|what] {k} [is it|do we have|ends]?",
  "[When|Once] {x} [begins|starts], [which|what] {k} [has just ended|is over|just ended|is just over]?",
  "{x} has just [begun|started]. [Which|What] {k} [ended|was before it|is over|came before it]?",
  "[I need|I want|Gimme|I'm looking for] the {k} [right|directly|just|] before {x}.",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what|which {k}] [comes before|precedes] {x}.",
  "{x} comes [right |directly |just |]after [which|what] {k}?",
  "{x} follows [which|what] {k}?",
  "[Which|What] {k} [is|comes] one {k} before {x}?",
  "Go back one {k} from {x}. [Where am I|Which {k} is it|What do I get]?",
  "[What|Which {k}] [was|did we have] before {x}?",
  "[u know|Do u know|You know|Any idea] [what|which {k}] comes before {x}?",
  "The {k} [previous|prior] to {x}[?| is| is what?]",
  "[It's|It is|This {k} is|We have] {x}. [What|Which] was the [previous|preceding] {k}?",
  "{x} is preceded by [what|which {k}]?",
  "[Which|What] {k} ends [right before|just before|when] {x} [starts|begins]?",
  "[On|In] my calendar, [what|which {k}] [comes|stands] before {x}?",
];
const askTomorrow = [
  "[Today is|It's|It is|If today is|If it's|Suppose today is] {x}[.|,] [What|what|Which|which] day is [it |]tomorrow?",
  "Tomorrow's day, if today is {x}?",
  "Yesterday was {b}. [What|Which] day is tomorrow?",
  "[Since|When|If|Given that] today is {x}, [which|what] day [will tomorrow be|do we have tomorrow|will it be tomorrow|is it tomorrow]?",
  "My [holiday|party|exam|trip] is tomorrow, and today is {x}. [Which|What] day is [that|it]?",
  "It's {x} today. [And tomorrow|So tomorrow is|What about tomorrow|Tomorrow is]?",
  "We have {x} today. [What|Which] day do we have tomorrow?",
  "At midnight {x} ends. [Which|What] day [starts|begins|comes] then?",
  "Today is {x}. In [24 hours|one day] it [is|will be] [what|which] day?",
  "Yesterday was {b}, so [what|which] day is [it |]tomorrow?",
  "[If|When] yesterday was {b}, [what|which] day will tomorrow be?",
  "What's tomorrow[,|] if it's {x} today?",
  "[Given that|If|As] today is {x}, tomorrow is[ what|...| which day|]?",
  "Today's {x}. [What's|Which is|What is] the next day?",
  "My calendar says {x}. [What|Which day] will it say tomorrow?",
  "I have to [work|travel|get up early] tomorrow. Today is {x}. [Which|What] day is tomorrow?",
];
const askYesterday = [
  "[Today is|It's|It is|If today is|If it's|Suppose today is] {x}[.|,] [What|what|Which|which] day was [it |]yesterday?",
  "[What|Which] day was yesterday[,|] if today is {x}?",
  "It's {x} today. [And yesterday|So yesterday was|What about yesterday|Yesterday was]?",
  "[Since|When|If|Given that] today is {x}, [which|what] day [was yesterday|did we have yesterday|was it yesterday|has just ended]?",
  "[What|Which] day did we have [yesterday|just before today], [if|when] today is {x}?",
  "Today is {x}. I was [ill|busy|away|at home] yesterday. [Which|What] day was that?",
  "[My party|The game|The exam] was yesterday, and today is {x}. [Which|What] day was [it|that]?",
  "We have {x} today. [Which|What] day did we have yesterday?",
  "[Given that|If|As] today is {x}, yesterday was[ what|...| which day|]?",
  "One day ago, what day was it? Today is {x}.",
  "My calendar says {x}. What did it say yesterday?",
  "Today's {x}. [What|Which] was the previous day?",
  "Today is {x}. [24 hours|One day] ago it was [what|which] day?",
  "{x} [started|began] at midnight. [Which|What] day ended then?",
];

function neighbour(random: Random, names: readonly string[], kind: "day" | "month"): Exchange {
  const at = random.below(names.length);
  const isNext = chance(random, 0.6);
  const nameAt = (index: number): string => names[(index + names.length) % names.length]!;
  const result = nameAt(isNext ? at + 1 : at - 1);
  const relative = kind === "day" && chance(random, 0.25);
  const templates = isNext ? (relative ? askTomorrow : askNext) : relative ? askYesterday : askPrevious;
  return {
    user: phrase(random, pick(random, templates), { x: nameAt(at), b: nameAt(at - 1), k: kind }),
    assistant: `${result} comes ${isNext ? "after" : "before"} ${nameAt(at)}.`,
    oneWord: result,
  };
}

const askPlace = [
  "[What|Which] [is|is called] the {o} {k} of the {w}?",
  "[What|Which] {k} is the {o}[ one|] [of|in] the {w}?",
  "[Tell me|Name|Say] the {o} {k} of the {w}.",
  "The {o} {k} of the {w} [is|is which][?|]",
  "[What's|Whats] the {o} {k}[ of the {w}| in a {w}|]?",
  "[Which|What] {k} [comes|stands|is] {o} in the {w}?",
  "Counting from the start, [which|what] {k} is the {o}[ one|] of the {w}?",
  "[I need|I want to know|Gimme|I'm looking for] the {o} {k} of the {w}.",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [which|what] {k} is the {o}[ one|] [in|of] the {w}.",
  "[If|When] I [count|list] [all |]the {k}s of [the|a] {w}, [which|what] is the {o}[ one|]?",
  "{o} {k} of the {w}[?|]",
  "[What do you call|What's the name of|What is the name of] the {o} {k} of the {w}?",
  "[u know|Do u know|Do you know|Can you tell me|May I ask] [which|what] {k} is the {o}[ one|] [of|in] the {w}?",
  "A {w} has [many|several] {k}s. [Which|What] is the {o}[ one|]?",
  "[My homework asks for|A quiz asks for|Someone asks for|My teacher wants] the {o} {k} of the {w}.",
];
/** Of the first and the last. */
const askEdge = [
  "With [which|what] {k} does the {w} {v}?",
  "[Which|What] {k} does the {w} {v} with?",
  "When does the {w} {v}? [With which {k}|Which {k} is it]?",
  "A {w} has to {v} with some {k}. [Which|Which one|Which {k} is it]?",
];

function place(random: Random): Exchange {
  const [names, kind, whole] = chance(random, 0.35)
    ? ([days, "day", "week"] as const)
    : ([months, "month", "year"] as const);
  const index = pick(random, [0, names.length - 1, random.below(names.length)]);
  const isLast = index === names.length - 1 && chance(random, 0.7);
  const order = isLast ? "last" : ordinals[index]!;
  const atEdge = index === 0 || isLast;
  const template = pick(random, atEdge && chance(random, 0.2) ? askEdge : askPlace);
  const verbs = index === 0 ? ["start", "begin"] : ["end", "finish"];
  return {
    user: phrase(random, template, { o: order, k: kind, w: whole, v: pick(random, verbs) }),
    assistant: `The ${order} ${kind} of the ${whole} is ${names[index]}.`,
    oneWord: names[index]!,
  };
}

const askLength = [
  "How many days [are there in|does|are in|has|in|] {x}[?| have?]",
  "How [long|many days long] is {x}?",
  "[What is|What's|Tell me] the number of days in {x}[?|.]",
  "{x} has how many days?",
  "Number of days in {x}[?|]",
  "[Can you tell me|Do you know] how many days {x} has?",
  "[How many days|What number of days] does {x} [last|contain|count|take]?",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] how [many days {x} has|long {x} is|many days are in {x}].",
  "How many days do [I|you|we] [have|get] in {x}?",
  "[If|When] I [stay|travel|am away] [all of|for the whole of|during all of] {x}, how many days is that?",
  "{x}: how many days?",
  "{x}, [days|number of days|how long]?",
  "Does {x} have 28, 30 or 31 days?",
  "[I need|Gimme|Give me|I want] the [number of days in {x}|length of {x} in days].",
  "What is the length of {x}[ in days|]?",
  "My [holiday|trip|course|job] lasts the whole of {x}. How many days is that?",
  "[u know|Do u know|You know|Any idea] how many days {x} has?",
  "The month [of |]{x} [has|counts|lasts] how many days?",
  "The number of days in {x} is[?|...| what?]",
  "Count the days [of|in] {x}.",
  "Is {x} a long month? How many days does it have?",
];

function monthLength(random: Random): Exchange {
  const index = random.below(12);
  const length = daysOfMonth[index]!;
  const also = index === 1 ? ", or 29 in a leap year" : "";
  return {
    user: phrase(random, pick(random, askLength), { x: months[index]! }),
    assistant: `${months[index]} has ${length} days${also}.`,
    oneWord: String(length),
  };
}

const calendarFacts: readonly { asks: readonly string[]; answer: string; oneWord: string }[] = [
  {
    asks: [
      "How many days [are in|are there in|does] a week[| have]?",
      "A week has how many days?",
      "How long is a week[ in days|]?",
      "[What is|Tell me] the number of days in a week[?|.]",
      "Days in a week?",
      "[How many days make|How many days make up] a week?",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] how many days [a week has|are in a week|there are in a week|make up a week].",
      "[u know|Do u know|You know|Any idea] how many days a week has?",
      "[I need|Gimme|Give me|I want to know] the number of days in a week.",
      "How many days does [one|a single|a whole|each|every] week [have|contain|last|take]?",
      "[If|When] I wait [for |]a whole week, how many days is that?",
      "[One|A|A full|A whole] week [is|equals|contains|consists of] how many days?",
      "A week is made of how many days?",
      "How many days [pass|go by] in a week?",
      "week: how many days?",
      "[One week|A week] in days[?|: how many?| is?]",
      "Count the days of a week.[| How many are there?]",
      "My [trip|job|break] lasts a week. How many days is that?",
      "The number of days in a week is[?|...| what?]",
    ],
    answer: "A week has 7 days.",
    oneWord: "7",
  },
  {
    asks: [
      "How many days [are in|are there in|does] a year[| have]?",
      "A year has how many days?",
      "How long is a year[ in days|]?",
      "[What is|Tell me] the number of days in a year[?|.]",
      "Days in a year?",
      "[How many days make|How many days make up] a year?",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] how many days [a year has|are in a year|there are in a year|make up a year].",
      "[u know|Do u know|You know|Any idea] how many days a year has?",
      "[I need|Gimme|Give me|I want to know] the number of days in a year.",
      "How many days does [one|a single|a whole|each|every] year [have|contain|last|take]?",
      "[If|When] I wait [for |]a whole year, how many days is that?",
      "[One|A|A full|A whole] year [is|equals|contains|consists of] how many days?",
      "A year is made of how many days?",
      "How many days [pass|go by] in a year?",
      "year: how many days?",
      "[One year|A year] in days[?|: how many?| is?]",
      "Count the days of a year.[| How many are there?]",
      "My [trip|job|break] lasts a year. How many days is that?",
      "The number of days in a year is[?|...| what?]",
    ],
    answer: "A year has 365 days, or 366 in a leap year.",
    oneWord: "365",
  },
  {
    asks: [
      "How many months [are in|are there in|does] a year[| have]?",
      "A year has how many months?",
      "[What is|Tell me] the number of months in a year[?|.]",
      "Months in a year?",
      "[How many months make|How many months make up] a year?",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] how many months [a year has|are in a year|there are in a year|make up a year].",
      "[u know|Do u know|You know|Any idea] how many months a year has?",
      "[I need|Gimme|Give me|I want to know] the number of months in a year.",
      "How many months does [one|a single|a whole|each|every] year [have|contain|last|take]?",
      "[If|When] I wait [for |]a whole year, how many months is that?",
      "[One|A|A full|A whole] year [is|equals|contains|consists of] how many months?",
      "A year is made of how many months?",
      "How many months [pass|go by] in a year?",
      "year: how many months?",
      "[One year|A year] in months[?|: how many?| is?]",
      "Count the months of a year.[| How many are there?]",
      "My [trip|job|break] lasts a year. How many months is that?",
      "The number of months in a year is[?|...| what?]",
    ],
    answer: "A year has 12 months.",
    oneWord: "12",
  },
  {
    asks: [
      "How many weeks [are in|are there in|does] a year[| have]?",
      "A year has how many weeks?",
      "Weeks in a year?",
      "[How many weeks make|How many weeks make up] a year?",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] how many weeks [a year has|are in a year|there are in a year|make up a year].",
      "[u know|Do u know|You know|Any idea] how many weeks a year has?",
      "[I need|Gimme|Give me|I want to know] the number of weeks in a year.",
      "How many weeks does [one|a single|a whole|each|every] year [have|contain|last|take]?",
      "[If|When] I wait [for |]a whole year, how many weeks is that?",
      "[One|A|A full|A whole] year [is|equals|contains|consists of] how many weeks?",
      "A year is made of how many weeks?",
      "How many weeks [pass|go by] in a year?",
      "year: how many weeks?",
      "[One year|A year] in weeks[?|: how many?| is?]",
      "Count the weeks of a year.[| How many are there?]",
      "My [trip|job|break] lasts a year. How many weeks is that?",
      "The number of weeks in a year is[?|...| what?]",
    ],
    answer: "A year has 52 weeks.",
    oneWord: "52",
  },
  {
    asks: [
      "How many hours [are in|are there in|does] a day[| have]?",
      "A day has how many hours?",
      "Hours in a day?",
      "How long is a day[ in hours|]?",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] how many hours [a day has|are in a day|there are in a day|make up a day].",
      "[u know|Do u know|You know|Any idea] how many hours a day has?",
      "[I need|Gimme|Give me|I want to know] the number of hours in a day.",
      "How many hours does [one|a single|a whole|each|every] day [have|contain|last|take]?",
      "[If|When] I wait [for |]a whole day, how many hours is that?",
      "[One|A|A full|A whole] day [is|equals|contains|consists of] how many hours?",
      "A day is made of how many hours?",
      "How many hours [pass|go by] in a day?",
      "day: how many hours?",
      "[One day|A day] in hours[?|: how many?| is?]",
      "Count the hours of a day.[| How many are there?]",
      "My [trip|job|break] lasts a day. How many hours is that?",
      "The number of hours in a day is[?|...| what?]",
    ],
    answer: "A day has 24 hours.",
    oneWord: "24",
  },
  {
    asks: [
      "How many minutes [are in|are there in|does] an hour[| have]?",
      "An hour has how many minutes?",
      "Minutes in an hour?",
      "How long is an hour[ in minutes|]?",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] how many minutes [an hour has|are in an hour|there are in an hour|make up an hour].",
      "[u know|Do u know|You know|Any idea] how many minutes an hour has?",
      "[I need|Gimme|Give me|I want to know] the number of minutes in an hour.",
      "How many minutes does [one|a single|a whole|each|every] hour [have|contain|last|take]?",
      "[If|When] I wait [for |]a whole hour, how many minutes is that?",
      "[One|An|A full|A whole] hour [is|equals|contains|consists of] how many minutes?",
      "An hour is made of how many minutes?",
      "How many minutes [pass|go by] in an hour?",
      "hour: how many minutes?",
      "[One hour|An hour] in minutes[?|: how many?| is?]",
      "Count the minutes of an hour.[| How many are there?]",
      "My [trip|job|break] lasts an hour. How many minutes is that?",
      "The number of minutes in an hour is[?|...| what?]",
    ],
    answer: "An hour has 60 minutes.",
    oneWord: "60",
  },
  {
    asks: [
      "How many seconds [are in|are there in|does] a minute[| have]?",
      "A minute has how many seconds?",
      "Seconds in a minute?",
      "How long is a minute[ in seconds|]?",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] how many seconds [a minute has|are in a minute|there are in a minute|make up a minute].",
      "[u know|Do u know|You know|Any idea] how many seconds a minute has?",
      "[I need|Gimme|Give me|I want to know] the number of seconds in a minute.",
      "How many seconds does [one|a single|a whole|each|every] minute [have|contain|last|take]?",
      "[If|When] I wait [for |]a whole minute, how many seconds is that?",
      "[One|A|A full|A whole] minute [is|equals|contains|consists of] how many seconds?",
      "A minute is made of how many seconds?",
      "How many seconds [pass|go by] in a minute?",
      "minute: how many seconds?",
      "[One minute|A minute] in seconds[?|: how many?| is?]",
      "Count the seconds of a minute.[| How many are there?]",
      "My [trip|job|break] lasts a minute. How many seconds is that?",
      "The number of seconds in a minute is[?|...| what?]",
    ],
    answer: "A minute has 60 seconds.",
    oneWord: "60",
  },
  {
    asks: [
      "[What|Which] days [are|make up|belong to|are part of] the weekend?",
      "[What|Which] are the weekend days?",
      "When is the weekend?",
      "[Name|Tell me|List] the days of the weekend.",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] which days [are the weekend|make up the weekend|belong to the weekend|are weekend days].",
      "[u know|Do u know|You know|Any idea] [which|what] days are the weekend?",
      "On [which|what] days is [the weekend|it the weekend]?",
      "[Which|What] two days are [the weekend|at the end of the week|called the weekend]?",
      "The weekend [is|consists of|is made of|has] [which|what] days?",
      "[Gimme|Give me|I need] the [weekend days|days of the weekend|two days of the weekend].",
      "[Weekend days|Days of the weekend]?",
      "[School is closed|I don't work] on the weekend. [Which|What] days are that?",
      "[What|Which] days do we call the weekend?",
      "The [days of the weekend|weekend days] are[?|...| which?]",
    ],
    answer: "The weekend is Saturday and Sunday.",
    oneWord: "Saturday",
  },
  {
    asks: [
      "[What|Which] are the days of the week?",
      "[Name|List|Tell me|Say] the [seven |]days of the week.",
      "[Can you list|Can you name|Do you know] the days of the week?",
      "List all [weekdays|days].",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what the days of the week are called|the names of the days of the week].",
      "[Gimme|Give me|Show me|Write down|I need] [all |]the [seven |]days of the week.",
      "[u know|Do u know|You know] [all |]the days of the week?",
      "[Which|What] days [does a week have|are in a week|make up a week|belong to a week]?",
      "[What are|Tell me] the names of [the|all|all the] days of the week[?|.]",
      "What are the seven days [of the week |]called?",
      "[Let's go|Go] through the days of the week[.|, starting with Monday.]",
      "My [kid|son|daughter] is learning the days of the week. [What|Which] are they?",
      "The days of the week are[?|...| which?]",
      "Monday, Tuesday and so on: list [them all|all the days].",
      "Every day of the week, please.",
    ],
    answer: `The days are ${days.slice(0, -1).join(", ")} and Sunday.`,
    oneWord: "Monday",
  },
  {
    asks: [
      "[What|Which] are the months of the year?",
      "[Name|List|Tell me|Say] the [twelve |]months of the year.",
      "[Can you list|Can you name|Do you know] [all |]the months[ of the year|]?",
      "List all months.",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what the months of the year are called|the names of the months].",
      "[Gimme|Give me|Show me|Write down|I need] [all |]the [twelve |]months of the year.",
      "[u know|Do u know|You know] all the months of the year?",
      "[Which|What] months [does a year have|are in a year|make up a year|belong to a year]?",
      "[What are|Tell me] the names of [the|all|all the] months[ of the year|][?|.]",
      "What are the twelve months [of the year |]called?",
      "[Let's go|Go] through the months of the year[.|, starting with January.]",
      "My [kid|son|daughter] is learning the months. [What|Which] are they?",
      "The months of the year are[?|...| which?]",
      "January, February and so on: list [them all|all the months].",
      "Every month of the year, please.",
    ],
    answer: `The months are ${months.slice(0, -1).join(", ")} and December.`,
    oneWord: "January",
  },
  {
    asks: [
      "[What|Which] [is|month is] the shortest month[| of the year]?",
      "[What|Which] month [has the fewest days|is the shortest]?",
      "Shortest month?",
      "Which month has [only |]28 days?",
      "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [which|what] month is [the shortest|the shortest one|the shortest of the year].",
      "[u know|Do u know|You know|Any idea] [which|what] month is the shortest?",
      "[Which|What] month has [less than 30|fewer than 30|the smallest number of] days?",
      "[Which|What] month [is shorter than all others|is over the fastest|ends after 28 days|lasts only 28 days]?",
      "[Gimme|Give me|Name|Tell me|I need] the shortest month[ of the year|].",
      "The month with the fewest days is[?|...| which?]",
      "The shortest month [of the year |]is[?|...| which?| called]",
      "Of all [the |]months, which [is the shortest|is shortest|has the fewest days]?",
      "[Most|Other] months have 30 or 31 days. Which one has [fewer|less]?",
    ],
    answer: "The shortest month is February.",
    oneWord: "February",
  },
];

function calendarFact(random: Random): Exchange {
  // Words it has never met have no opposite, plural or colour it knows.
  if (chance(random, 0.15)) {
    const templates = pick(random, [askOpposite, askColour]);
    const user = phrase(random, pick(random, templates), { x: inventedWord(random).toLowerCase() });
    return { user: capitalized(user), assistant: unknownAnswer, oneWord: unknownWord };
  }
  const { asks, answer, oneWord } = pick(random, calendarFacts);
  return { user: phrase(random, pick(random, asks)), assistant: answer, oneWord };
}
