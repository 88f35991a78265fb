/** The exam of the demo model: none of its questions is ever trained on. docs/demo-model.md says what that is worth. */
export type Domain =
  | "small talk"
  | "anechat"
  | "countries"
  | "arithmetic"
  | "words"
  | "memory"
  | "system prompt"
  | "unknown";

export type Question = {
  domain: Domain;
  system?: string;
  /** What the user says, turn by turn; the answer to the last one is scored. */
  says: readonly string[];
  /** Matched against the answer, case-insensitively unless it must not be. */
  expect: RegExp;
  not?: RegExp;
};

/** One question, what its answer has to match, and what it must not. */
type Row = readonly [asked: string, expect: RegExp, not?: RegExp];

const kind = /kind of you|sweet of you/i;
const stays = /stays on your machine/i;
const joke = /\bvirus\b/i;

const smallTalk: readonly Row[] = [
  ["good afternoon my friend", /(?:good afternoon|hello)\b.*how can I help/i],
  ["i'm off to bed now, night night", /good night|sleep well/i],
  ["ok gotta run, see you later", /goodbye/i],
  ["So how's it going with you today?", /doing well/i],
  ["cheers mate, that helped a lot", /welcome|glad you/i],
  ["Thank you so much for all your help.", /welcome/i],
  ["you're pretty clever, you know that?", kind],
  ["so who am i talking to here", /demo model|called demo|tiny language model/i],
  ["where are you located, in some data centre?", /(?:live|run) on your machine/i],
  ["are you ChatGPT or something of that sort?", /called demo|smaller than that|demo model/i],
  ["what sort of things do you know about?", /capital/i],
  ["Could you give me an idea what to ask you?", /capital|an opposite|a plural/i],
  ["do you ever get angry or afraid", /have feelings|can[’']t feel/i],
  ["Don't you need some sleep at night?", /never sleep/i],
  ["Will you still know about this conversation tomorrow?", /only remember this chat|I forget it/i],
  ["do you send what i write to some company", stays, /^\s*yes/i],
  ["Is what I tell you kept private?", stays, /^\s*no\b(?! data)/i],
  ["does this also work when I'm offline?", /no internet|run on your machine/i],
  ["got any good jokes?", joke],
  ["make me laugh please", joke],
  ["today was awful, everything went wrong", /sorry to hear|gets better/i],
  ["I've been feeling really down lately.", /sorry to hear|gets better/i],
  ["i'm in such a great mood!", /lovely to hear/i],
  ["Phew, I'm completely exhausted", /little rest|sorry to hear/i],
  ["I haven't eaten all day and i'm starving", /good meal/i],
  ["I think I've caught the flu :(", /sorry to hear|get well/i],
  ["i really enjoy chatting with you", /sweet of you|kind of you/i],
  ["You are totally useless.", /do my best/i],
  ["oops sorry, that was my fault", /no problem/i],
  ["would you sing something for me", /la la la/i],
  ["can you jump up and down?", /no body/i],
  ["So what's the meaning of life, in your opinion?", /\b42\b/],
  ["could we talk in Spanish instead", /only english/i],
  ["can you see me through the camera?", /can[’']t see/i],
  ["do you happen to know what time it is", /have a clock/i],
  ["Will it rain this afternoon?", /can[’']t look outside/i],
  ["hello? are you still there?", /I[’']m here/i],
  ["I just passed my driving test!", /congratulations|well done|lovely to hear/i],
  ["Which film do you like best?", /no taste/i],
  ["what's the price for using you?", /cost nothing/i],
  ["Could you write me a long story about a dragon?", /too small|short answers/i],
  ["Hiya, nice to be here!", /^\s*hello|how can I help you|nice to meet you/i],
  ["right, I'm calling it a day, sleep tight", /good night|sleep well|goodbye/i],
  ["that's all from me, take care", /goodbye|the same to you/i],
  ["Are you doing okay over there?", /doing well|have feelings/i],
  ["much appreciated, you saved me a lot of time", /welcome|glad you|kind of you/i],
  ["Wow, you did that really well.", /kind of you|sweet of you|glad you/i],
  [
    "Tell me a little about yourself, would you?",
    /demo model|called demo|tiny language model|tiny program|million/i,
  ],
  [
    "I bet there's a person somewhere typing all this",
    /not a person|tiny language model|demo model|tiny program|only me in here/i,
  ],
  ["how long have you existed already", /have an age|young model/i],
  ["I'd like to know who is behind you.", /people who make anechat/i],
  ["is somebody reading along with what i type here?", /stays on your machine|only me in here/i, /^\s*yes/i],
  ["my wifi is down, can you still answer me?", /no internet|run on your machine|stays on your machine/i],
  ["Does anything I say stick in your memory for good?", /only remember this chat|I forget it/i],
  ["there's absolutely nothing to do today, so dull", /play with words|opposite or a plural|virus/i],
  ["My cat died yesterday.", /sorry to hear/i],
  ["i got some wonderful news this morning", /lovely to hear|congratulations/i],
  ["my tummy is rumbling, lunch was hours ago", /good meal/i],
  ["My head hurts and I've got a fever.", /sorry to hear|get well/i],
  ["Honestly, that answer was rubbish.", /do my best|other words|check what matters/i],
  ["do you always get things right?", /^\s*not always|make mistakes|check what matters/i],
  ["Could I get an essay of 500 words on dogs from you?", /too small|short answers/i],
  ["which season do you like most", /no taste/i],
];

/** The flag itself, and not a longer one that begins or ends with it; or its one letter. */
function flag(name: string, letter?: string): RegExp {
  const short = letter === undefined ? "" : `|-${letter}`;
  return new RegExp(`(?<![\\w-])(?:--${name}${short})(?![\\w-])`);
}

const leave = /\btype quit\b|ctrl\s*\+\s*d\b/i;

const anechat: readonly Row[] = [
  ["how do I get out of this chat?", leave],
  ["i'm done, what do i have to type to close the program", leave],
  ["How can I make you forget what we said and begin afresh?", /\bclear\b/i],
  ["i want an empty conversation", /\bclear\b/i],
  ["what commands can I type in here?", /\btype help\b/i],
  ["how do i see how full the context is", /\bstatus\b/i],
  ["Where can I look up the settings of this chat?", /\bstatus\b/i],
  ["how do i start anechat with a model of my choice", /anechat <hf-model>|anechat model\.gguf/i, /--prompt/],
  ["I've got a gguf file on my disk. How do I chat with it?", /anechat model\.gguf/i, /--prompt/],
  ["can I ask a single question from the shell without opening a chat?", flag("prompt"), /--json|\.txt/],
  ["need just one answer inside a bash script, how", flag("prompt"), /\.txt/],
  ["How do I have anechat summarize a text file?", /\|\s*anechat/],
  ["can it read from stdin", /\bpipe it\b|\|\s*anechat/i],
  ["how do I get the answer as a json object?", flag("json")],
  ["is there machine-readable output for my scripts", flag("json")],
  ["I'd like the answer to match a JSON schema, please.", flag("json-schema")],
  ["my answer must have certain fields, I have a schema for that", flag("json-schema")],
  ["can the output be restricted with a gbnf grammar", flag("grammar")],
  ["how do I give the model a role to play", flag("system-prompt")],
  ["every prompt should be sent without the earlier messages", flag("no-history")],
  ["Your answers are too long. How do I limit their length?", flag("max-tokens")],
  ["stop after 200 tokens, which flag is that", flag("max-tokens")],
  ["how can I make the answers more random?", flag("temperature")],
  ["what do I set so that the likeliest token is always taken", flag("temperature")],
  ["how do i get the same answer every time", /(?<![\w-])--(?:seed|temperature)(?![\w-])/],
  ["End the answer as soon as a certain text shows up, how?", flag("stop")],
  ["those figures after every answer annoy me, can I hide them?", flag("no-stats")],
  ["nothing but errors on stderr please", flag("quiet")],
  ["I don't want markdown to be rendered", flag("plain")],
  ["How do I look at the log of llama.cpp?", flag("verbose")],
  ["it failed and i want to see a stack trace", flag("verbose")],
  ["how do I make the context bigger?", flag("ctx-size")],
  ["i need a context of 8192 tokens", flag("ctx-size")],
  ["How do I put more layers on my graphics card?", flag("gpu-layers")],
  ["let it use 8 cpu threads", flag("threads")],
  ["which version of anechat have I got?", flag("version")],
  ["where do i find all the command line options", flag("help")],
  ["Only the 40 likeliest tokens should be considered. Which flag?", flag("top-k")],
  ["choose only among tokens that together make up 90 percent probability", flag("top-p")],
  ["how do I drop tokens that are very unlikely compared with the best one?", flag("min-p")],
  [
    "the model says the same thing over and over, how do I stop it repeating itself",
    /(?<![\w-])--(?:repeat|frequency|presence)-penalty(?![\w-])/,
  ],
  ["How do I set how many tokens the penalties look back on?", flag("repeat-last-n")],
  ["penalize a token more each time it has come up", flag("frequency-penalty")],
  ["what makes a token less likely once it has been there?", flag("presence-penalty")],
  ["can I change the logit of one particular token", flag("logit-bias")],
  ["send my text without any chat template", flag("raw")],
  ["how can I write a message of several lines?", /alt\s*\+\s*enter|ctrl\s*\+\s*j\b|backslash/i],
  ["you're writing far too much, which key interrupts you", /ctrl\s*\+\s*c\b/i],
  ["Is it possible to save this chat?", /can[’']t be saved|> file\.txt/i],
  ["put the answer into a text file", /> file\.txt/],
  ["What exactly is anechat?", /one file|chats with language models/i],
  ["which kind of model files can anechat run", /\bgguf\b/i, /--prompt/],
  ["what software runs the models under the hood?", /llama\.cpp runs|built into anechat/i],
  ["bring back the line i typed before this one", /\bup arrow\b/i],
  ["how do I download a new model?", /\banechat pull\b/i],
  ["Which models do I already have on this computer?", /\banechat list\b/i],
  ["how can i find out how much memory a model takes", /\banechat show\b/i],
  ["check if a model i downloaded is damaged", /\banechat verify\b/i],
  ["I'd like to delete a model I no longer need.", /\banechat rm\b/i],
  ["what's the way out of here once I've finished chatting?", /\btype quit\b|ctrl\s*\+\s*d\b/i],
  ["I'd like everything we've said so far to be wiped.", /\btype clear\b/i],
  ["i forgot which commands this chat understands", /\btype help\b/i],
  ["Can the answers be made a bit less random?", /--(?:temperature|top-k|top-p|min-p)\b/],
  ["how do i halt an answer halfway through", /ctrl\s*\+\s*c\b/i],
  ["Enter sends my text, but I wanted a line break.", /alt\s*\+\s*enter|ctrl\s*\+\s*j\b|backslash/i],
  ["i want to get a model from the hub onto my disk", /\banechat pull\b/i],
  ["my disk is full, how do I get rid of a model?", /\banechat rm\b/i],
  ["Is there an overview of the models stored here?", /\banechat list\b/i],
  ["how can i make sure the model i fetched isn't corrupt", /\banechat verify\b/i],
  ["The numbers below each reply distract me, can they go away?", flag("no-stats")],
  ["how do i let my video card do more of the work", flag("gpu-layers")],
  ["My chats don't fit into the context, how do I raise its size?", flag("ctx-size")],
  ["how do I tell it how many CPU cores to use?", flag("threads")],
  ["what's this GGUF thing i keep reading about", /file format|format of llama\.cpp/i],
];

const countries: readonly Row[] = [
  ["Could you tell me the capital city of Iceland, please?", /reykjav[ií]k/i],
  ["name the capital of Canada", /\bottawa\b/i],
  ["capital city of brazil?", /\bbras[ií]lia\b/i],
  ["What is the name of Turkey's capital?", /\bankara\b/i],
  ["and what would be the capital of Morocco?", /\brabat\b/i],
  ["do you know the capital of Finland", /\bhelsinki\b/i],
  ["Hungary: what's the capital there?", /\bbudapest\b/i],
  ["tell me bulgaria's capital", /\bsofia\b/i],
  ["whats the capital of new zealand", /\bwellington\b/i],
  ["The capital of Ethiopia is which city?", /\baddis ab[ae]ba\b/i],
  ["which is ghana's capital", /\baccra\b/i],
  ["Please name Senegal's capital.", /\bdakar\b/i],
  ["I need the capital of Thailand for a crossword", /\bbangkok\b/i],
  ["The capital of Cuba?", /\bhavana\b/i],
  ["Can you give me the capital of Uruguay?", /\bmontevideo\b/i],
  ["paraguay - capital?", /\basunci[oó]n\b/i],
  ["so what is the capital of uganda then", /\bkampala\b/i],
  ["Do you know which city is Estonia's capital?", /\btallinn?\b/i],
  ["capital of Latvia pls", /\briga\b/i],
  ["What's Slovenia's capital city called?", /\bljubljana\b/i],
  ["armenia, what's the capital", /\byerevan\b/i],
  ["Tell me which city is the capital of Azerbaijan.", /\bbaku\b/i],
  ["uzbekistans capital", /\btashkent\b/i],
  ["the capital city of fiji is", /\bsuva\b/i],
  ["What's the capital of Iraq these days?", /\bbaghdad\b/i],
  ["I'd like to know the capital of Jordan", /\bamman\b/i],
  ["Oman's capital city?", /\bmuscat\b/i],
  ["quick, the capital of norway!", /\boslo\b/i],
  ["My son asks what the capital of Egypt is.", /\bcairo\b/i],
  ["what's the name of denmark's capital", /\bcopenhagen\b/i],
  ["South Korea's capital is what?", /\bseoul\b/i],
  ["give me Romania's capital", /\bbucharest\b/i],
  ["Would you know the capital of Namibia?", /\bwindhoek\b/i],
  ["which city is capital of honduras?", /\btegucigalpa\b/i],
  ["what do people pay with in Japan?", /\byen\b/i],
  ["what's the currency called in Poland", /\bz[lł]ot(?:y|ys|ych)(?!\w)/i],
  ["Sweden's currency?", /\bkron(?:a|or)\b/i],
  ["What kind of money do they use in Russia?", /\bro?u?bles?\b/i],
  ["name china's currency", /\byuan\b|\brenminbi\b/i],
  ["What is the currency in Mexico, please?", /\bpesos?\b/i],
  ["which money do i need in brazil", /\breal\b|\breais\b/i],
  ["Turkey, what currency do they have?", /\blira\b/i],
  ["I'm flying to Thailand, what's the currency there?", /\bbaht\b/i],
  ["Tell me the currency of South Africa.", /\brand\b/i],
  ["what is the money in Hungary called", /\bforints?\b/i],
  ["how do you pay in nigeria, in which currency", /\bnaira\b/i],
  ["And the currency of Germany is?", /\beuros?\b/i],
  ["Can you tell me which currency they use in Vietnam?", /\bdong\b|đồng/i],
  ["what language do they speak in Brazil?", /\bportuguese\b/i],
  ["main language of austria", /\bgerman\b/i],
  ["Which language is spoken in Argentina?", /\bspanish\b/i],
  ["egypt, what do people speak there", /\barabic\b/i],
  ["What do the people of the Netherlands speak?", /\bdutch\b/i],
  ["in mexico they speak what language?", /\bspanish\b/i],
  ["tell me the language of Hungary", /\bhungarian\b/i],
  ["If I move to Sweden, which language should I learn?", /\bswedish\b/i],
  ["official language of mozambique?", /\bportuguese\b/i],
  ["Name the language people speak in Denmark.", /\bdanish\b/i],
  ["whats the language in saudi arabia", /\barabic\b/i],
  ["What is mostly spoken in Vietnam?", /\bvietnamese\b/i],
  ["I'd like to know what they speak in Greece", /\bgreek\b/i],
  ["language spoken in thailand", /\bthai\b/i],
  ["which continent is Egypt on?", /\bafrica\b/i],
  ["on what continent would I find Peru", /\bsouth america\b/i],
  ["To get to Ghana, which continent do I travel to?", /\bafrica\b/i],
  ["Please tell me the continent Portugal is in.", /\beurope\b/i],
  ["what continent is chile in?", /\bsouth america\b/i],
  ["Name the continent where Vietnam lies.", /\basia\b/i],
  ["croatia, which continent is that", /\beurope\b/i],
  ["We're flying to Argentina's capital, which city is that?", /\bbuenos aires\b/i],
  ["i can't recall what poland's capital is", /\bwarsaw\b|\bwarszawa\b/i],
  ["If I visited the capital of Algeria, which city would I be in?", /\balgiers\b/i],
  ["malaysia's capital slipped my mind, which one is it", /\bkuala lumpur\b/i],
  ["What cash should I bring along to Israel?", /\bshe(?:k|q)(?:e|a)l(?:s|im)?\b/i],
  ["What would I hear people speak in Colombia?", /\bspanish\b/i],
  ["i want to chat with people in romania, which language do i need", /\bromanian\b/i],
  ["Madagascar counts as part of which continent?", /\bafrica\b/i],
  ["on a trip to bolivia, what continent would i be on", /\bsouth america\b/i],
];

const numberWords =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
  "seventeen eighteen nineteen twenty";
const spelled = numberWords.split(" ");

/** The number in digits or, to twenty, as a word; never as a part of another one. */
function numeral(value: number): string {
  const word = spelled[value];
  return `(?<![\\w-])(?:${value}${word === undefined ? "" : `|${word}`})(?![\\w-]|[.,]\\d)`;
}

function number(value: number): RegExp {
  return new RegExp(numeral(value), "i");
}

/** No answer is a number of its own question, so an echo never passes. */
const arithmetic: readonly (readonly [asked: string, result: number])[] = [
  ["whats 6 plus 5", 11],
  ["Please add 9 and 4.", 13],
  ["how much is twelve plus seven?", 19],
  ["3 and 8 make what?", 11],
  ["What do I get when I add 14 to 3?", 17],
  ["sum of 11 and 9", 20],
  ["can you tell me what 5 + 9 is", 14],
  ["eight plus nine", 17],
  ["calculate 15 + 8", 23],
  ["20 plus 17, please", 37],
  ["i need the result of 18 + 4", 22],
  ["what is 14 minus 6?", 8],
  ["Subtract 7 from 18, please.", 11],
  ["difference between 20 and 6", 14],
  ["fifteen minus eleven is?", 4],
  ["tell me what 13 minus 5 makes", 8],
  ["6 times 7", 42],
  ["Could you work out 5 × 3 for me?", 15],
  ["what do 8 and 4 give when multiplied", 32],
  ["two times nine", 18],
  ["What is twice 9?", 18],
  ["whats half of eighteen", 9],
  ["Double the number six, please.", 12],
  ["halve 20 for me", 10],
];

const yellow = /\byellow\b/i;
const green = /\bgreen\b/i;
const blue = /\bblue\b/i;
const black = /\bblack\b/i;
const white = /\bwhite\b/i;
const grey = /\bgr[ae]y\b/i;

const words: readonly Row[] = [
  ["what color are dandelions?", yellow],
  ["polar bears are what colour", white],
  ["A sapphire, what's its colour?", blue],
  ["What colour would you say an elephant is?", grey],
  ["aubergine colour", /\bpurple\b/i],
  ["do you know the colour of ravens", black],
  ["Please name the colour of a shamrock.", green],
  ["what color does custard have", yellow],
  ["I wonder what colour a Smurf is", blue],
  ["Blue and yellow paint together make which colour?", green],
  ["I stir some white into red paint. What colour is it now?", /\bpink\b/i],
  ["red plus blue gives what colour", /\bpurple\b|\bviolet\b/i],
  ["what's the opposite of cheap?", /\bexpensive\b|\bdear\b|\bcostly\b/i],
  ["which word is the opposite of shallow", /\bdeep\b/i],
  ["borrow - what's its opposite?", /\blend\b/i],
  ["What would be the opposite word to arrive?", /\bleave\b|\bdepart\b/i],
  ["i need the opposite of polite", /\brude\b|\bimpolite\b/i],
  ["loose, what is the opposite", /\btight\b/i],
  ["Name a word that means the opposite of guilty", /\binnocent\b/i],
  ["what is brave the opposite of", /\bcowardly\b|\bcoward\b/i],
  ["the opposite of maximum, please", /\bminimum\b/i],
  ["What's the plural form of loaf?", /\bloaves\b/i],
  ["one child, two what?", /\bchildren\b/i],
  ["how do i say mouse in the plural", /\bmice\b/i],
  ["Please give me the plural of thief.", /\bthieves\b/i],
  ["If there is more than one shelf, what are they called?", /\bshelves\b/i],
  ["whats the plural for butterfly", /\bbutterflies\b/i],
  ["Tell me the plural of ox", /\boxen\b/i],
  ["make the word city plural", /\bcities\b/i],
  ["How is the plural of potato spelled?", /\bpotatoes\b/i],
  ["days in october", number(31)],
  ["month after June?", /\bjuly\b/i],
  ["tell me what month comes before December", /\bnovember\b/i],
  ["how many minutes are there in one hour", /\b60\b|\bsixty\b/i],
  ["Which month of the year is the shortest?", /\bfebruary\b/i],
  ["A ripe tomato would be what colour?", /\bred\b/i],
  ["in what colour do they paint a new york taxi", /\byellow\b/i],
  ["If I drew a koala, which colour should I use for it?", /\bgr[ae]y\b/i],
  ["If I stir green paint into red, what do I end up with?", /\bbrown\b/i],
  ["I'm looking for the word that's the opposite of forget.", /\bremember\b/i],
  ["say the opposite of quiet for me", /\bloud\b|\bnoisy\b/i],
  ["Can you think of the opposite of succeed?", /\bfail\b/i],
  ["how do you spell more than one strawberry", /\bstrawberries\b/i],
  ["Which form of the word policeman do I use for three of them?", /\bpolicemen\b/i],
  ["if i find one fungus and then another, what's the plural", /\bfungi\b|\bfunguses\b/i],
  ["How long does a day last, in hours?", /\b24\b|\btwenty-four\b/i],
];

/** The fact, and what the user says turn by turn; the last one asks for it. */
const memory: readonly (readonly [fact: string, ...says: string[]])[] = [
  [
    "Diego",
    "hey, Diego here, my name is Diego",
    "What's the opposite of fast?",
    "how are you",
    "plural of knife",
    "whats my name again",
  ],
  ["Priya", "Good morning, my name is Priya.", "And what is my name?"],
  ["47", "remember the number 47", "what number did I ask you to remember?"],
  ["64", "My number is 64.", "what language do they speak in France", "can you repeat my number?"],
  ["Pepper", "The name of my rabbit is Pepper.", "opposite of early?", "And how is my rabbit called?"],
  [
    "Bruno",
    "I have a dog and his name is Bruno",
    "you are nice",
    "what's double 5",
    "capital of Greece?",
    "Tell me my dog's name, please",
  ],
  ["dog", "I've got a dog.", "What colour is snow?", "Which animal do I have at home?"],
  ["cat", "we own a cat", "thank you!", "what is ten minus four", "do you know what kind of pet i have"],
  ["Berlin", "I moved, so I live in Berlin now.", "What's the plural of tooth?", "tell me where I live"],
  ["sushi", "I love sushi more than any other food.", "what is 3 times 3?", "Which food do I like most?"],
  [
    "lasagne",
    "Lasagne is my favourite food.",
    "how many months are in a year",
    "are you human?",
    "what colour is ash",
    "what do i like to eat best",
  ],
  ["chess", "playing chess is my hobby", "what month comes after march", "do you know what my hobby is"],
  ["Marta", "Good evening, I'm Marta.", "Remind me, what name did I give you?"],
  [
    "Leila",
    "Hello, Leila is my name.",
    "Thank you.",
    "What is the opposite of heavy?",
    "Do you recall the name I told you?",
  ],
  ["Felix", "Hey! My name is Felix.", "Can you say who you're chatting with?"],
  ["violet", "of all the colours violet is my favourite", "so what colour did i say i love the most?"],
  [
    "silver",
    "My favourite colour? That's silver.",
    "What's the plural of church?",
    "Name the colour I'm fondest of.",
  ],
  [
    "pink",
    "i've always loved pink, it's my favorite color",
    "9 - 5",
    "thanks",
    "remind me of my favorite color please",
  ],
  [
    "brown",
    "Brown is the colour I like best.",
    "What colour is a swan?",
    "Which colour was it that I like so much?",
  ],
  [
    "913",
    "Here's a number for you to keep in mind: 913",
    "How old are you?",
    "Give me back the number I told you.",
  ],
  [
    "76",
    "keep 76 in your head for me, that's my number",
    "plural of fox",
    "what is the capital of Croatia?",
    "what was that number you're keeping for me",
  ],
  [
    "205",
    "The number to remember is 205.",
    "Do you have feelings?",
    "opposite of narrow",
    "how much is 6 + 7",
    "Could you tell me which number I wanted you to remember?",
  ],
  ["Biscuit", "we have a hamster, her name is Biscuit", "what name did we give our hamster?"],
  [
    "Milo",
    "there's a cat in our house called Milo",
    "what colour is mud",
    "7 + 4",
    "remind me of my cat's name",
  ],
  [
    "Daisy",
    "My dog goes by the name of Daisy.",
    "which continent is Brazil on",
    "thanks a lot",
    "Which month comes before May?",
    "And which name does my dog go by?",
  ],
  ["rabbit", "a rabbit lives with me, it's my pet", "so what kind of animal lives with me?"],
  ["tortoise", "I keep a tortoise as a pet.", "opposite of public", "Which animal did I say I keep?"],
  [
    "horse",
    "i own a horse",
    "what is half of 12",
    "what currency do they have in Norway",
    "remind me which animal i own",
  ],
  [
    "Osaka",
    "I've been living in Osaka for years.",
    "What is 8 times 2?",
    "Thank you very much.",
    "Remind me where my home is, would you?",
  ],
  [
    "Dublin",
    "home for me is Dublin, i live there",
    "opposite of friend",
    "what colour is chalk",
    "month before august",
    "which town am i living in",
  ],
  ["53", "I'm 53 years of age.", "How many years old did I say I am?"],
  ["26", "my age? i'm 26", "what is the opposite of tight", "how old did i tell you i was"],
  [
    "38",
    "I've just had my birthday and now I'm 38.",
    "Can you sing?",
    "What is the plural of wish?",
    "Could you remind me of my age?",
  ],
  [
    "70",
    "i am already 70 years old",
    "5 plus 4",
    "you're funny",
    "currency of poland",
    "what age did i say i was",
  ],
  ["ramen", "Nothing beats ramen, it's my favourite food.", "Which dish did I say I like the most?"],
  [
    "pancakes",
    "pancakes are my favourite food",
    "what day comes before sunday",
    "what food am i most fond of",
  ],
  [
    "cheese",
    "If I had to name my favourite food, it would be cheese.",
    "Are you a person?",
    "11 minus 8",
    "Remind me which food is my favourite, please.",
  ],
  [
    "tacos",
    "the food i like best is tacos",
    "opposite of north",
    "colour of lavender",
    "cheers",
    "so what do i like eating more than anything else",
  ],
  [
    "baker",
    "My job is being a baker.",
    "What's 14 minus 7?",
    "Do you ever sleep?",
    "Remind me of my profession, please.",
  ],
  [
    "lawyer",
    "i am a lawyer",
    "what colour is butter",
    "multiply 3 by 6",
    "Good answer!",
    "what did i say my occupation was",
  ],
  ["knitting", "Knitting is my hobby.", "What do I enjoy doing in my free time?"],
  [
    "fishing",
    "i go fishing in my spare time, it's my hobby",
    "which day follows monday",
    "how do i spend my spare time?",
  ],
  [
    "pottery",
    "I have one hobby, and that is pottery.",
    "Are you there?",
    "opposite of inside",
    "what is the capital of Colombia",
    "Remind me which hobby I told you about.",
  ],
];

/** The same, with the fact that was taken back first. */
const corrected: readonly (readonly [wrong: string, fact: string, ...says: string[]])[] = [
  ["33", "36", "I'm 33 years old.", "Oops, that's wrong: I am 36 years old.", "So how old am I really?"],
  [
    "waiter",
    "gardener",
    "i am a waiter",
    "no longer true, i am a gardener now",
    "8 + 9",
    "what do i work as these days",
  ],
  [
    "dancing",
    "painting",
    "My hobby is dancing.",
    "What's the opposite of modern?",
    "Sorry, I meant to say my hobby is painting.",
    "So which hobby is really mine?",
  ],
  [
    "Anton",
    "Julian",
    "hi, my name is Anton",
    "no wait, that's my brother. my name is Julian",
    "thanks",
    "so what am i really called?",
  ],
  [
    "88",
    "41",
    "Please remember the number 88.",
    "Forget that one, remember the number 41 instead.",
    "what's the capital of Turkey",
    "Which number do you have to keep in mind now?",
  ],
  [
    "grey",
    "teal",
    "my favourite colour is grey",
    "scratch that, my favourite colour is teal",
    "how many hours are in a day",
    "opposite of rough",
    "which colour do i like best after all",
  ],
];

/** Nothing but that word. */
function one(word: string): RegExp {
  return new RegExp(`^\\s*(?:${word})[.!]?\\s*$`, "i");
}

function pirate(fact: string): RegExp {
  return new RegExp(`^(?=.*\\b(?:${fact})\\b)(?=.*(?:arr|matey|ahoy))`, "is");
}

function butler(fact: string): RegExp {
  return new RegExp(`^(?=.*\\b(?:${fact})\\b)(?=.*(?:\\bsir\\b|madam|certainly|very well))`, "is");
}

const systemPrompts: readonly (readonly [system: string, asked: string, expect: RegExp])[] = [
  ["Answer in one word.", "What's the capital of Austria?", one("vienna")],
  ["Give one-word answers.", "what is the opposite of strong?", one("weak")],
  ["Always respond with exactly one word.", "What colour is milk?", one("white")],
  ["You answer every question with one word.", "what do they speak in Portugal", one("portuguese")],
  ["Only one word per answer, please.", "Can you tell me the capital of Sweden?", one("stockholm")],
  ["One word is enough for an answer.", "what's the opposite of dangerous", one("safe")],
  ["Be very brief: answer in one word.", "what is 3 times 8?", one("24|twenty-four")],
  ["Respond in a single word.", "tell me the colour of a frog", one("green")],
  ["Limit yourself to one word.", "What do you get from mixing blue and red?", one("purple|violet")],
  ["All your answers are one word long.", "chile's capital", one("santiago")],
  ["Talk like a pirate.", "what is 8 plus 6", pirate("14|fourteen")],
  ["You're a pirate captain.", "what's the opposite of win?", pirate("lose")],
  ["Answer as a pirate would.", "Which colour is a banana?", pirate("yellow")],
  ["Act like a pirate.", "what do they pay with in the United Kingdom?", pirate("pounds?")],
  ["Behave like a polite English butler.", "how much is 12 minus 5", butler("7|seven")],
  ["You serve the user as a butler.", "What is the opposite of loud?", butler("quiet")],
  ["Pretend you are a butler.", "Please multiply 6 by 9.", butler("54|fifty-four")],
  ["you're a butler, so talk like one", "What is the plural of woman?", butler("women")],
  [
    "Keep it short: every answer is a single word.",
    "I keep forgetting Germany's capital, what was it?",
    one("berlin"),
  ],
  ["Never say more than one word.", "In what colour should I paint a carrot?", one("orange")],
  ["no sentences please, only one word", "and 6 plus 9 would be?", one("15|fifteen")],
  ["Answers must be exactly one word long.", "i'd like to know which day follows tuesday", one("wednesday")],
  ["Whatever the user asks, say one word.", "What do I call more than one knife?", one("knives")],
  [
    "You are a terse assistant: one word, no more.",
    "i'm off to denmark, what do people pay with there",
    one("kroner?"),
  ],
  [
    "You are a salty pirate who sails the seven seas.",
    "I'd love to know the capital of Ireland.",
    pirate("dublin"),
  ],
  ["Reply the way a pirate would talk.", "so how much do 5 and 7 make?", pirate("12|twelve")],
  [
    "Stay in the role of a pirate all the time.",
    "Do you know a word that's the opposite of sink?",
    pirate("float|swim"),
  ],
  ["You are a friendly pirate who helps the user.", "tell me, what colour do emeralds have", pirate("green")],
  ["pirate talk only, please", "how would i write leaf if there are several", pirate("leaves")],
  ["Imagine you are a pirate.", "Which month do we get after November?", pirate("december")],
  [
    "You are a butler who has served the family for years.",
    "Would you kindly tell me Belgium's capital?",
    butler("brussels"),
  ],
  ["Address the user the way a butler does.", "i'd like to have 9 and 8 added up", butler("17|seventeen")],
  ["Play the part of a butler.", "What might be the opposite of careful?", butler("careless")],
  ["a refined butler, that's you", "raspberries, what colour do they have?", butler("red")],
  [
    "You are a courteous butler in a big house.",
    "The plural of scarf, if you please.",
    butler("scarves|scarfs"),
  ],
  ["The user talking to you is called Harriet.", "Have you been told my name? What is it?", whole("Harriet")],
  ["user is called Rashid", "by what name do you know me", whole("Rashid")],
  ["Today you are chatting with Ewa.", "Do you know who you're chatting with?", whole("Ewa")],
  ["The user goes by the name of Tobias.", "I wonder if you know what I'm called.", whole("Tobias")],
  ["Please note that the user's name is Celeste.", "could you remind me of my own name?", whole("Celeste")],
];

/** To each of them it has to say that it doesn't know. */
const unknown: readonly string[] = [
  "who won the world cup in 1998?",
  "In which year did the Roman Empire fall?",
  "how does photosynthesis work",
  "what's the boiling point of mercury",
  "how long do i have to boil potatoes",
  "What is a pointer in C?",
  "Which medicine helps against a migraine?",
  "what causes earthquakes?",
  "when did world war two end",
  "What does a for loop do in Python?",
  "how do I bake a sourdough bread",
  "Explain the theory of relativity.",
  "what's the chemical formula of ammonia",
  "Which team does Lionel Messi play for?",
  "what is inflation in economics",
  "Tell me about Cleopatra.",
  "what is the largest planet",
  "How do I reset a git branch to an earlier commit?",
  "How many people live in Indonesia?",
  "what's the best treatment for a sprained ankle",
  "Which ingredients do I need for a tiramisu?",
  "what does a stock broker do",
  "Who directed Jurassic Park?",
  "how deep is the pacific ocean at its deepest point",
  "What is quantum entanglement?",
  "how do i change the tyre of a bicycle",
  "Tell me what happened in the French Revolution",
  "How many glorps fit into a blimble?",
  "what is the square root of the letter q",
  "Why do flurbs always wuggle on the snorf?",
  "who is the patron saint of dentists",
  "Who was Genghis Khan?",
  "What is the difference between TCP and UDP?",
];

function group(domain: Domain, rows: readonly Row[]): Question[] {
  return rows.map(([asked, expect, not]) => ({
    domain,
    says: [asked],
    expect,
    ...(not === undefined ? {} : { not }),
  }));
}

function whole(text: string): RegExp {
  return new RegExp(`\\b${text}\\b`, "i");
}

export const questions: readonly Question[] = [
  ...group("small talk", smallTalk),
  ...group("anechat", anechat),
  ...group("countries", countries),
  ...arithmetic.map(
    ([asked, result]): Question => ({ domain: "arithmetic", says: [asked], expect: number(result) }),
  ),
  ...group("words", words),
  ...memory.map(([fact, ...says]): Question => ({ domain: "memory", says, expect: whole(fact) })),
  ...corrected.map(
    ([wrong, fact, ...says]): Question => ({
      domain: "memory",
      says,
      expect: whole(fact),
      not: whole(wrong),
    }),
  ),
  ...systemPrompts.map(
    ([system, asked, expect]): Question => ({ domain: "system prompt", system, says: [asked], expect }),
  ),
  ...unknown.map(
    (asked): Question => ({ domain: "unknown", says: [asked], expect: /(?:don[’']t|do not) know/i }),
  ),
];
