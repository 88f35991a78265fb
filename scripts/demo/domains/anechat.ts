/** How to use anechat: its commands, flags and keys. */
import type { Random } from "../../random.ts";
import type { Exchange } from "../conversation.ts";
import { type Topic, topics } from "../data/anechat.ts";
import { capitalized, chance, phrase, pick, pickWeighted, reworded } from "../phrasing.ts";

const goalFrames = [
  "How [do|can|could|may|would|should|shall] [I|you|one|we] {g}?",
  "How [do|can] I {g}[| here| in anechat| with anechat| in this chat| now]?",
  "[I want|I'd like|I need|I wish|I'm trying|I would like] to {g}.",
  "[I want|I'd like|I need] to {g}[, how|. How]?",
  "[I want|I'd like|I need] to {g}. [How do I do that|What do I do|What should I type|How can I|Is that possible]?",
  "[Is there a way|Is there any way|Is it possible|Is there a command|Is there a flag|Is there an option] to {g}?",
  "[What|Which] [flag|option|command|setting|switch|parameter|argument|key] [do I use|should I use|do I need|can I use|is there|is used] to {g}?",
  "[What|Which] [flag|option|command|switch] lets me {g}?",
  "What [do|should|must] I [type|enter|do|write|press] to {g}?",
  "[Tell|Show|Explain] [me |]how to {g}.",
  "[Can I|Can you|Could I|May I] {g}?",
  "[What's|What is] the [way|best way|command|flag|option|trick] to {g}?",
  "[Can|Could] you [tell|show] me how [to|I can|I] {g}?",
  "[Please help|Help] me [to |]{g}.",
  "How to {g}[?|]",
  "{g}[: how|, how does that work|, how|]?",
  "[I don't know|I forgot|I can't find out] how to {g}.",
  "Does anechat let me {g}?",
  "[I was wondering|I wonder|I'm wondering] how [to|I can|one can|I could] {g}.",
  "[I'd|I would|I really|I'd really] like to know how to {g}.",
  "[I have|I've got|I'm about|I'd love|I'm going|I'm planning] to {g}[, how|. What now|. How is that done|. Which way is best|]?",
  "[My goal is|The plan is|What I want is|All I want is|The task is] to {g}.",
  "[whats|what's|wats] the [way|trick|command|flag|best way] to {g}",
  "how [do|can|would] u {g}",
  "[gimme|give me|send me] [the way|the command|the flag|instructions|a hint how|a tip how] to {g}",
  "[wanna|I wanna|need to|gotta|trying to] {g}[, how|, what do i type|, any idea|]",
  "[I'm new here|Sorry, beginner here|One question|I have a question|I need your help]. How [do|can] I {g}?",
  "[Any|Is there any|Do you know any|Do you have any] [idea|hint|tip|advice] [on |]how to {g}?",
  "[Would|Do] you [happen to |]know how [to|I can|one can] {g}?",
  "[I tried|I try|I keep trying] to {g}[, but it doesn't work|, but nothing happens|]. [How is it done|What is the right way|What do I do|What am I missing]?",
  "[How does one|How would someone|How might I|How would I|How am I supposed to|How should one] {g}?",
  "[Am I able|Are users able|Is one able|Is it allowed] to {g}?",
  "[What's needed|What does it take|What is necessary|What do I need] to {g}?",
  "Suppose I [want|wish|need] to {g}[: what do I do|. What do I type|. How does that go|, how]?",
  "[Let me|Please let me] {g}.",
  "[Walk me through|Teach me|Remind me|Give me a hint] how to {g}.",
  "[In|With] anechat, how [do|can] I {g}?",
  "[How is it possible|In which way is it possible|What makes it possible] to {g}?",
];

const nameFrames = [
  "[What is|What's|Whats] {n}[| for| good for| used for]?",
  "What does {n} [do|mean|change]?",
  "What does the [flag|option|command] {n} [do|mean]?",
  "[What is|What's] the {n} [flag|option|command][| for]?",
  "[Explain|Describe] [the [flag|option|command] |]{n}[| to me].",
  "[Tell me|What do you know] about {n}[.|?]",
  "[When|Why] [would|should|do] I use {n}?",
  "How [do I use|does one use|does] {n}[| work]?",
  "{n}[?|]",
  "What happens [if|when] I [use|type|give|add|pass] {n}?",
  "What [can I do with|is the purpose of|is the meaning of] {n}?",
  "[whats|wats|what's] {n} [do|for|about|mean]",
  "[I saw|I read about|Someone mentioned|I came across|I found] {n}[. What is it|. What does it do|, what's that|. What is it for]?",
  "[I don't understand|I don't get|I'm not sure about|I forgot what is meant by] {n}.",
  "[Can|Could|Would] you [explain|describe] {n}[| to me| briefly]?",
  "[I'd like to know|I want to know|I wonder|Please tell me|Tell me] what {n} [does|is for|means|is good for].",
  "[Give me|gimme|Show me] [an example of|a short explanation of|the meaning of|some help with|help on] {n}[.|]",
  "[Is there|Does anechat have|Do you have|Do you know] [a|the] [flag|option|command] [called|named] {n}?",
  "[Help|Info|Details|More] [on|about] {n}[?|.|]",
  "[Why is there|What's the point of|What's the use of|What is the effect of|What's the idea of|Who needs] {n}?",
  "[What about|How about|And what about] {n}?",
  "[Do I need|Should I use|Can I use|May I use] {n}, and [what for|what does it do|when]?",
  "{n}: [what is that|what does it do|what is it for|meaning|when do I use it][?|]",
  "[How is {n} used|What is {n} used for|How would I use {n}|Where does {n} help]?",
  "[Does {n} exist|Is {n} a thing|Does {n} work here]?",
  "[What changes|What will happen|What does anechat do] [with|after] {n}?",
  "[My friend|A colleague|The help page|An example] [uses|mentions] {n}. [Why|What for|What does it do|What is that]?",
];

export function anechatExchange(random: Random): Exchange {
  const topic = pick(random, topics);
  const user = wording(random, topic);
  // A flag's or command's own name stays.
  const isNamed = topic.name !== undefined && user.includes(topic.name.replace(/^(--|\/)/, ""));
  return {
    user: isNamed || chance(random, 0.3) ? user : reworded(random, user),
    assistant: topic.answer,
    oneWord: topic.oneWord,
  };
}

function wording(random: Random, { goals = [], asks = [], name }: Topic): string {
  return pickWeighted<() => string>(random, [
    [
      goals.length === 0 ? 0 : 5,
      () => capitalized(phrase(random, pick(random, goalFrames).replace("{g}", pick(random, goals)))),
    ],
    [asks.length === 0 ? 0 : 3, () => phrase(random, pick(random, asks))],
    [
      name === undefined ? 0 : 2,
      () => capitalizedWord(phrase(random, pick(random, nameFrames), { n: nameText(random, name ?? "") })),
    ],
  ])();
}

/** Commands are asked for with and without their slash, flags with and without their dashes. */
function nameText(random: Random, name: string): string {
  const bare = name.replace(/^(--|\/)/, "");
  if (name.startsWith("/")) return pick(random, [name, bare, `"${bare}"`]);
  // "help" alone is the command.
  const isCommand = topics.some((topic) => topic.name === `/${bare}`);
  return pick(random, [name, name, name, isCommand ? name : bare, `"${name}"`]);
}

function capitalizedWord(text: string): string {
  return /^[a-z]+ /.test(text) ? capitalized(text) : text;
}
