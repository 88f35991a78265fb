/** Sums, differences, products, doubles and halves of small numbers. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { chance, phrase, pick, pickWeighted } from "../phrasing.ts";

const largestTerm = 20;
const largestFactor = 12;

const sums = [
  "[What is|What's|Whats|Calculate|Compute|How much is|Tell me|Work out] {a} [plus|+|and] {b}?",
  "{a} [+|plus|and] {b}[?| =| = ?| is| equals| makes|]",
  "{a}+{b}[?|=|]",
  "Add {a} and {b}.",
  "[What is|What's] the sum of {a} and {b}?",
  "[What do you get|What do I get|What comes out] [if you add|when you add|adding|if I add] {b} to {a}?",
  "[How much do|What do] {a} and {b} make[| together]?",
  "{a} [plus|and] {b} [makes|is|gives|equals] [what|how much]?",
  "Can you add {a} and {b}?",
  "What number is {b} more than {a}?",
  "Increase {a} by {b}.",
  "[Count|Put] {a} and {b} together[.|. What do I get?]",
  "[What is|What's] the total [of|when I add] {a} and {b}?",
  "[What is|What's|How much is|How much are] {a} and {b} [together|combined|altogether|in total|taken together]?",
  "Start [with|at|from] {a} and [add|go up by] {b}.[| What do I get?| Where do I land?]",
  "If I [start with|take] {a} and add {b}, [what do I get|how much is it|what is the total|what is the result]?",
  "{b} added to {a} [is|makes|gives][?| what?| how much?|]",
  "{a} [increased by|raised by] {b}[?| is what?| is]",
  "{b} more than {a}[?| is| is what?| is what number?]",
  "[Sum|Sum up|Total|Combine] {a} and {b}.",
  "[I need|Gimme|Give me|Find|I want] the [sum|total] of {a} and {b}.",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what|how much] {a} [plus|and|+] {b} [is|makes|gives].",
  "{a} [plus|+] {b}, [what is it|how much is that|what's the answer|can you do that]?",
  "[My homework|The exercise|My worksheet|The test] says {a} [+|plus] {b}. [What do I write|What's the answer|What is the result]?",
  "What does {a} [plus|+] {b} [equal|make|give|come to|add up to]?",
  "[What do|What number do|How much do] {a} and {b} add up to?",
  "[Put|Add] {b} on top of {a}.[| What is it?| How much is that?]",
  "[u know|Do u know|You know] [what|how much] {a} [+|plus] {b} is?",
  "[What's|What is] the result of [adding {a} and {b}|adding {b} to {a}|{a} plus {b}]?",
];
const differences = [
  "[What is|What's|Whats|Calculate|Compute|How much is|Tell me|Work out] {a} [minus|-|less|take away] {b}?",
  "{a} [-|minus|take away|less] {b}[?| =| = ?| is| equals|]",
  "{a}-{b}[?|=|]",
  "Subtract {b} from {a}.",
  "[What is|What's] the difference [between {a} and {b}|of {a} and {b}]?",
  "[What do you get|What do I get|What comes out] [if you take|when you take|taking] {b} from {a}?",
  "[What is left|What's left|How much is left|What remains] [if I take|when I take|if you take] {b} [away |]from {a}?",
  "Take {b} [away |]from {a}.",
  "{a} minus {b} [makes|is|gives|equals] [what|how much]?",
  "What number is {b} less than {a}?",
  "Decrease {a} by {b}.",
  "[Start at|Start with|Begin with] {a} and [take away|subtract|go down|count back|go back] {b}.[| What do I get?| Where do I land?]",
  "[Deduct|Remove|Take off] {b} from {a}.",
  "Take {b} off {a}.",
  "{a} [reduced by|decreased by|lowered by|without] {b}[?| is| is what?]",
  "{b} [less|fewer] than {a}[?| is| is what?]",
  "{b} [subtracted|deducted|taken away|removed] from {a}[?| is| gives| is what?| leaves]",
  "How much [bigger|larger|more|greater] is {a} than {b}?",
  "How much [smaller|less] is {b} than {a}?",
  "How [many|much] must I add to {b} to [get|reach|make] {a}?",
  "[If|When] I [have|start with|take] {a} and [remove|deduct|subtract|take away] {b}, [what|how much] [is left|remains|do I have left|is left over]?",
  "[I need|Gimme|Give me|Find] the difference [between|of] {a} and {b}.",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what|how much] {a} [minus|less|-] {b} [is|makes|gives|leaves].",
  "{a} [minus|-] {b}, [what is it|how much is that|what's the answer|can you do that]?",
  "[My homework|The exercise|My worksheet|The test] says {a} [-|minus] {b}. [What do I write|What's the answer|What is the result]?",
  "What does {a} [minus|-|take away] {b} [equal|make|give|come to|leave]?",
  "[What's|What is] the result of [subtracting|deducting|taking away] {b} from {a}?",
  "[Lower|Reduce|Shrink] {a} by {b}.",
  "[u know|Do u know|You know] [what|how much] {a} [-|minus] {b} is?",
  "What [remains|is left|is left over] of {a} [without {b}|after taking away {b}|once {b} is gone|if {b} is removed]?",
  "How [much|many] [is|are] left over [if|when] I [take|subtract|deduct] {b} from {a}?",
];
const products = [
  "[What is|What's|Whats|Calculate|Compute|How much is|Tell me|Work out] {a} [times|*|x|multiplied by] {b}?",
  "{a} [*|times|x|multiplied by] {b}[?| =| = ?| is| equals|]",
  "{a}*{b}[?|=|]",
  "Multiply {a} [by|and|with] {b}.",
  "[What is|What's] the product of {a} and {b}?",
  "[What do you get|What do I get|What comes out] [if you multiply|when you multiply|multiplying] {a} [by|and|with] {b}?",
  "{a} times {b} [makes|is|gives|equals] [what|how much]?",
  "Can you multiply {a} by {b}?",
  "{a} [groups|lots|sets|rows] of {b}[?| is| is how many?| make how many?]",
  "Take the number {b} exactly {a} times. [What is the total|How much is it|What do I get]?",
  "[What's|What is] the result of [multiplying {a} by {b}|{a} times {b}|{a} multiplied by {b}]?",
  "[I need|Gimme|Find|Give me] the product of {a} and {b}.",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what|how much] {a} [times|x|*|multiplied by] {b} [is|makes|gives].",
  "{a} [times|x|*] {b}, [what is it|how much is that|what's the answer|can you do that]?",
  "[My homework|The exercise|My worksheet|The test] says {a} [x|*|times] {b}. [What do I write|What's the answer|What is the result]?",
  "What does {a} [times|x|*] {b} [equal|make|give|come to]?",
  "[Times tables|Multiplication|Times table]: {a} [times|x|*] {b}[?|]",
  "[If|When] I multiply {a} [by|with|and] {b}, [what|how much] [do I get|is it|is the result|comes out]?",
  "[u know|Do u know|You know] [what|how much] {a} [times|x|*] {b} is?",
  "How much is {b} taken {a} times?",
  "{a}x{b}[?|=|]",
  "Multiplied together, {a} and {b} [make|give] [what|how much]?",
  "What number is {a} times as [big|large|much] as {b}?",
];
const doubles = [
  "[What is|What's|How much is] [double|twice|two times] {a}?",
  "Double {a}.",
  "[What is|What's] {a} doubled?",
  "What is the double of {a}?",
  "Twice {a}[?| is]",
  "[What is|What's] twice as [much|many] as {a}?",
  "I have {a}. [My friend|My sister|My brother] has [twice as many|twice as much|double]. How [many|much] is that?",
  "Multiply {a} by [2|two].",
  "Make {a} twice as [big|large].[| What do I get?]",
  "[If|When] I double {a}, [what|how much] do I get?",
  "What number is [twice|double|two times] {a}?",
  "Take {a} [twice|two times]. [What|How much] is it?",
  "[I need|Gimme|Give me|I want] [the double of|double|twice] {a}.",
  "[What|How much] do I get [when|if] {a} is doubled?",
  "One [ticket|book|cup|ball] costs {a} [euros|dollars]. [What|How much] do two cost?",
  "{a} doubled[?| is| is what?]",
  "[Double the number|Twice the number|Two times the number] {a}[.|?]",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what|how much] [twice {a}|double {a}|two times {a}] is.",
];
const halves = [
  "[What is|What's|How much is] half of {a}?",
  "[What is|What's] half {a}?",
  "Halve {a}.",
  "[What is|What's] {a} divided by 2?",
  "[What is|What's] {a} halved?",
  "What is the half of {a}?",
  "Divide {a} by [2|two].",
  "{a} / 2[?| =|]",
  "[Share|Split|Divide] {a} [between|among] two [people|friends|children][.| equally.|. How much does each get?]",
  "[If|When] two [people|friends|kids|sisters] share {a} [sweets|coins|cookies|apples] [equally|fairly], how many does each [get|receive|have]?",
  "Cut {a} [in half|in two|into two equal parts].",
  "{a} [divided by|split by] [2|two][?| is| =|]",
  "[I need|Gimme|Find|Give me|I want] half of {a}.",
  "[One half|Half] of {a}[?| is| is what?]",
  "What number is half [of|as big as|as much as] {a}?",
  "If I [halve {a}|cut {a} in half|divide {a} by two], [what|how much] do I get?",
  "I have {a} and give [half away|half of it away|half to my sister]. How [much|many] is left?",
  "{a} halved[?| is| is what?]",
  "How much is {a} [split|shared] between two?",
  "Make {a} half as [big|large].[| What do I get?]",
  "What does {a} divided by [2|two] [give|make|equal]?",
  "[I keep forgetting|I can't remember|I don't know|I wonder|Remind me|I need to know|I have no idea|I forgot] [what|how much] half of {a} is.",
];

const things = [
  "apples",
  "books",
  "cats",
  "coins",
  "eggs",
  "pens",
  "cookies",
  "balls",
  "stones",
  "cards",
  "cups",
  "flowers",
  "sweets",
  "oranges",
  "stamps",
  "dogs",
  "toys",
  "keys",
  "candles",
  "chairs",
  "pears",
  "marbles",
  "pencils",
  "cakes",
  "shirts",
  "boxes",
  "birds",
  "fish",
  "tickets",
  "euros",
  "dollars",
];
const people = [
  "Anna",
  "Ben",
  "Tom",
  "Lucy",
  "Sam",
  "Maria",
  "Peter",
  "Kim",
  "Omar",
  "Lena",
  "My friend",
  "My sister",
  "A boy",
  "A girl",
  "A farmer",
  "The teacher",
  "Mia",
  "Jack",
  "Ali",
  "Sara",
];

const gains = [
  "I have {a} {t} and [get|buy|find|receive|am given|pick up|take] {b} more. How many {t} do I have[ now| in total| altogether|]?",
  "{p} has {a} {t} and [gets|buys|finds|receives|is given] {b} more. How many [{t} |]does [he|she|{p}] have[ now| in total|]?",
  "There are {a} {t} [on the table|in the box|in a bag|here], and [I add|we add|someone adds|somebody brings] {b} more. How many are there[ now|]?",
  "[If I have|I've got|I have] {a} {t} [on one side and {b} on the other|in one hand and {b} in the other|here and {b} there], how many [{t} |]is that[| in all]?",
  "I had {a} {t}. Then I [got|bought|found] {b} more. How many [now|do I have now|are there]?",
  "{a} {t} and {b} {t}: how many {t}[ is that| are there| in all|]?",
  "{p} [bought|brought|found|collected] {a} {t} [yesterday|on Monday|in the morning] and {b} [more |][today|on Tuesday|in the evening]. How many [{t} |]is that [in total|altogether|in all]?",
  "[My|The] [basket|box|bag|drawer] [holds|has|contains] {a} {t}. [I put|Someone puts|I drop] {b} more into it. How many [{t} |][are in it|does it hold|are inside] now?",
  "There were {a} {t}, and {b} [more |][came|arrived|were added|were brought]. [What's the total|What is the number|How many are there] now?",
  "I have {a} {t} and my [friend|brother|sister|mother] has {b}. [How many [{t} |]do we have [together|in total|combined|altogether]|What do we have together]?",
  "{p} has {a} {t}. [They get|They are given|Someone gives them] {b} [more|extra|additional ones]. How many [{t} |]do they have now?",
  "[Yesterday|On Monday|Last week] I had {a} {t}, [today|now] I have {b} more. [How many is that|How many are there now|What's the total]?",
  "[One|A] [box|bag|basket] has {a} {t}, [the other|another one] has {b}. How many [{t} |]are there [together|altogether|in total|combined]?",
  "I [count|see] {a} {t} here and {b} {t} there. How many [{t} |][do I see|do I count|are there] [in total|altogether|in all]?",
  "got {a} {t}, [got|bought|found] {b} more, how many now?",
  "I already have {a} {t} and [collect|win|add] another {b}. How many [{t} |]do I [have|own|end up with]?",
];
const losses = [
  "I have {a} {t} and [lose|give away|eat|sell|break|drop|use] {b}[ of them|]. How many [{t} |]do I have[ left| now|]?",
  "{p} has {a} {t} and [loses|gives away|sells|gives me|drops|uses] {b}[ of them|]. How many [{t} |][does [he|she|{p}] have left|are left|remain]?",
  "There are {a} {t} [on the table|in the box|in a bag|here]. [I take|We take|Someone takes|You take] {b}[ away|]. How many are [left|there now|still there]?",
  "I had {a} {t}. Then I [lost|sold|gave away|used] {b}. How many [are left|do I have now|do I still have]?",
  "{p} [had|started with|owned] {a} {t} but [lost|sold|gave away|broke|threw away] {b}[ of them|]. How many [{t} |][are left|remain|are left over|are still there]?",
  "[My|The] [basket|box|bag|drawer] [holds|has|contains] {a} {t}. [I remove|Someone removes|I take out] {b}. How many [{t} |][are still inside|remain inside|are left in it]?",
  "Of [my|the] {a} {t}, {b} [are gone|are broken|were stolen|were sold|got lost]. How many [{t} |][are left|remain|are left over|do I have left]?",
  "[Out of|From] {a} {t}, {b} [disappear|go missing|are taken|are used]. [What remains|What is left|How many are left|How many remain]?",
  "I [need|want] {a} {t} but [only have|have only] {b}. How many [{t} are missing|are still missing|more do I need|more {t} do I need]?",
  "[There were|We had] {a} {t} [this morning|yesterday|at first]. Now {b} [are gone|are missing|have been sold]. How many [{t} |][are left|remain|do we still have]?",
  "I have {a} {t} and [share {b} with|give {b} to] [my sister|my friend|Tom]. How many [{t} |][do I keep|are left for me|remain]?",
  "{p} has {a} {t}, I have {b} fewer. How many [{t} |]do I have?",
  "had {a} {t}, [lost|sold|used|gave away] {b}, how many left?",
  "If {b} of {a} {t} are [taken away|removed|sold|lost], how many [{t} |][are left|remain|stay]?",
  "{a} {t} [minus|without|less] {b} {t}: how many [{t} |][are left|is that|remain]?",
];
const groups = [
  "[I have|There are|She has|We have] {a} [boxes|bags] with {b} {t} [each|in each]. How many {t} [is that|are there|in all|in total]?",
  "{a} [boxes|bags|baskets] [of|with] {b} {t}[ each|]: how many {t}[ is that| are there| in all|]?",
  "If [one|a] box holds {b} {t}, how many [{t} |]do {a} boxes hold?",
  "Each of {a} [children|friends|people] [has|gets|holds|brings] {b} {t}. How many [{t} |][is that|do they have|are there] [together|in total|altogether|in all]?",
  "{a} [children|friends|people] have {b} {t} each. [What is the total|How many {t} do they have together|How many {t} is that]?",
  "[There are|I see|We have] {a} [rows|piles|plates|shelves|groups] of {b} {t}. How many [{t} |][is that|are there] [altogether|in total|in all]?",
  "[I buy|I sell|She packs|We fill] {a} [packs|packets|bags] with {b} {t} [in each|each|apiece]. [How many {t} [is that|are there]|What is the total number of {t}]?",
  "[One|Each|A] [pack|bag|box] [has|contains|holds] {b} {t}. How many [{t} |][are in|do I get from|are there in] {a} of them?",
  "[Every day|Each day] I [buy|find|collect|get] {b} {t}. How many [{t} |][do I have after|is that after|is that in] {a} days?",
  "{p} has {a} [bags|boxes], and in [each|every one] there are {b} {t}. How many [{t} |][is that |]in total?",
  "{a} times {b} {t}: how many [{t} |][is that|are there|in total]?",
  "For {a} [people|guests] I need {b} {t} each. How many {t} do I need[ in total| altogether|]?",
];

export function arithmeticExchange(random: Random): Exchange {
  return pickWeighted<() => Exchange>(random, [
    [8, () => sum(random, sums)],
    [7, () => difference(random, differences)],
    [8, () => product(random, products)],
    [1, () => double(random)],
    [2, () => half(random)],
    [2, () => sum(random, gains, pick(random, things))],
    [2, () => difference(random, losses, pick(random, things))],
    [1, () => product(random, groups, pick(random, things))],
  ])();
}

function sum(random: Random, templates: readonly string[], thing?: string): Exchange {
  const [a, b] = [random.below(largestTerm + 1), random.below(largestTerm + 1)];
  return calculation(random, templates, a, "+", b, a + b, thing);
}

function difference(random: Random, templates: readonly string[], thing?: string): Exchange {
  const [x, y] = [random.below(largestTerm + 1), random.below(largestTerm + 1)];
  const [a, b] = [Math.max(x, y), Math.min(x, y)];
  return calculation(random, templates, a, "-", b, a - b, thing);
}

function product(random: Random, templates: readonly string[], thing?: string): Exchange {
  // Rarely beyond ten: the table most people know.
  const limit = chance(random, 0.15) ? largestFactor : 10;
  const [a, b] = [random.below(limit + 1), random.below(limit + 1)];
  return calculation(random, templates, a, "*", b, a * b, thing);
}

function double(random: Random): Exchange {
  const a = random.below(21);
  return calculation(random, doubles, a, "*", 2, a * 2);
}

function half(random: Random): Exchange {
  const result = random.below(21);
  return calculation(random, halves, result * 2, "/", 2, result);
}

/** The answer says the sum first: what is written can be looked at when the result is chosen. */
function calculation(
  random: Random,
  templates: readonly string[],
  a: number,
  operator: string,
  b: number,
  result: number,
  thing?: string,
): Exchange {
  const asWords = chance(random, 0.2);
  const typed = (value: number): string => (asWords && value <= 20 ? numberWords[value]! : String(value));
  return {
    user: phrase(random, pick(random, templates), {
      a: typed(a),
      b: typed(b),
      t: thing ?? "",
      p: pick(random, people),
    }),
    assistant: `${a} ${operator} ${b} = ${result}`,
    oneWord: String(result),
  };
}

const numberWords = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
  "twenty",
];
