/** What the demo model doesn't know, and should say so. */

const split = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((entry) => entry.trim().replace(/\s+/g, " "))
    .filter((entry) => entry !== "");

// a line break counts as a space inside an entry; "#" starts the name of a theme, for reading only
const themes = `
# science
photosynthesis; quantum entanglement; black body radiation; the double slit experiment; plate tectonics;
the nitrogen cycle; covalent bonds; the periodic table; noble gases; enzymes; mitochondria; DNA
replication; natural selection; stem cells; viruses and bacteria; the Krebs cycle; osmosis; Newton's laws
of motion; thermodynamics; entropy; superconductors; semiconductors; nuclear fusion; radioactive decay;
half-lives; carbon dating; the Doppler effect; electromagnetic induction; Ohm's law; refraction; lasers;
polymers; catalysts; acids and bases; electrolysis; isotopes; the greenhouse effect; ocean currents; the
ozone layer; glaciers; earthquakes; volcanic eruptions; fossils; the Cambrian explosion; gene editing;
CRISPR; string theory; the Higgs boson; general relativity; dark matter; antimatter; fluid dynamics;
surface tension; static electricity; magnetism; the speed of sound; Avogadro's number; titration;
chromatography; crystal growth;
# history
the French Revolution; the Industrial Revolution; the Roman Empire; Julius Caesar; Cleopatra; Alexander
the Great; Genghis Khan; the Ottoman Empire; the Black Death; the Magna Carta; the Hundred Years' War; the
Battle of Hastings; the Crusades; the Spanish Inquisition; the Renaissance; the printing press; the steam
engine; the American Civil War; Abraham Lincoln's assassination; the Treaty of Versailles; the First World
War; the Battle of Stalingrad; the Cold War; the Cuban Missile Crisis; the Berlin Wall; the Vietnam War;
the moon landing; apartheid; Nelson Mandela; Mahatma Gandhi; the Aztecs; the Inca road system; the Silk
Road; the Ming dynasty; the samurai; the Meiji Restoration; the Viking raids; Charlemagne; Joan of Arc;
Napoleon's exile; Queen Victoria; Henry the Eighth; the Gunpowder Plot; the Great Fire of London; the
Boston Tea Party; the Gold Rush; the Great Depression; the Suez Crisis; the fall of Constantinople; the
Rosetta Stone; the pyramids of Giza; Hammurabi's code; the Peloponnesian War; Hannibal's elephants; the
telegraph; the invention of the wheel; the Wright brothers; the Titanic; the Russian Revolution; Catherine
the Great; the Congress of Vienna; the Dead Sea Scrolls; Stonehenge; the Bronze Age; the suffragettes;
# geography
the Amazon River; the Nile delta; the Danube; the Mississippi; the Himalayas; Mount Kilimanjaro; the
Matterhorn; the Grand Canyon; Niagara Falls; the Sahara; the Gobi Desert; the Great Barrier Reef; Lake
Baikal; the Dead Sea; the Mariana Trench; the Eiffel Tower; the Colosseum; the Louvre; the Statue of
Liberty; Big Ben; the Taj Mahal; Machu Picchu; the Acropolis; the Alhambra; the canals of Venice; the old
town of Prague; the Tokyo subway; the population of Lagos; the port of Rotterdam; the Panama Canal; the
Bering Strait; the Strait of Gibraltar; the Galapagos Islands; Easter Island; the Faroe Islands;
Patagonia; Siberia; Tuscany; Bavaria; the Scottish Highlands; the Rocky Mountains; Yellowstone; Death
Valley; the Cape of Good Hope; the equator; the tropics; time zones; latitude and longitude; the Ring of
Fire; Mount Fuji; Mount Etna; Cappadocia; the Golden Gate Bridge; the Ganges; the Mekong; the Black Forest;
# medicine
migraines; high blood pressure; diabetes; asthma; hay fever; the common cold; pneumonia; appendicitis;
kidney stones; chickenpox; measles vaccines; antibiotics; ibuprofen; aspirin; insulin; cholesterol;
vitamin D deficiency; iron tablets; my back pain; a sprained ankle; a broken wrist; my rash; food
poisoning; heartburn; insomnia; sleep apnoea; anxiety attacks; depression; ADHD; autism; dementia;
Parkinson's disease; epilepsy; arthritis; gout; anaemia; allergies to nuts; lactose intolerance; coeliac
disease; pregnancy tests; breastfeeding; teething babies; wisdom teeth; braces; root canals; contact
lenses; laser eye surgery; tinnitus; blood groups; organ transplants; chemotherapy; MRI scans; the immune
system; the human heart; the liver; the spine; blisters; sunburn; head lice; tetanus;
# law
my landlord's contract; tenancy deposits; eviction notices; copyright law; trademarks; patents; contract
law; divorce proceedings; child custody; wills and inheritance; power of attorney; small claims court;
speeding fines; parking tickets; drink driving laws; self-defence law; data protection rules; defamation;
employment law; unfair dismissal; maternity leave; redundancy pay; jury duty; bail; the constitution; the
supreme court; immigration visas; citizenship tests; asylum law; consumer rights; refunds for cancelled
flights; planning permission; neighbour disputes; prenuptial agreements; non-disclosure agreements; the
Geneva Conventions;
# money
mortgages; compound interest; student loans; credit scores; pension plans; index funds; government bonds;
stock options; dividends; hedge funds; short selling; cryptocurrency; Bitcoin mining; the blockchain; my
tax return; income tax bands; value added tax; capital gains tax; tax deductions for a home office;
inheritance tax; inflation; interest rates; the gold standard; exchange rates; payday loans; bankruptcy;
car insurance; life insurance; health insurance premiums; invoices; double-entry bookkeeping; balance
sheets; cash flow forecasts; venture capital; crowdfunding; initial public offerings; savings accounts;
overdraft fees; budgeting for a family;
# cooking
sourdough bread; lasagne; risotto; a cheese souffle; beef bourguignon; pad thai; sushi rice; ramen broth;
chicken tikka masala; vegetable curry; tacos; guacamole; hummus; falafel; pancakes; waffles; banana bread;
chocolate brownies; apple pie; creme brulee; tiramisu; meringue; shortcrust pastry; pizza dough; tomato
sauce; pesto; mayonnaise; gravy; roast potatoes; poached eggs; scrambled eggs; an omelette; grilled
salmon; fish pie; lentil soup; pumpkin soup; coleslaw; a Caesar salad; pickled onions; kimchi; strawberry
jam; marmalade; cold brew coffee; espresso; matcha; kombucha; mulled wine; a mojito; gluten-free baking;
slow cookers; cast-iron pans; air fryers; tofu; saffron; yeast; baking soda; vegan cheese; barbecue ribs;
stuffed peppers; dumplings;
# sports and games
the World Cup; the Olympic Games; the offside rule; the Premier League; Real Madrid; the New York Yankees;
the Super Bowl; the NBA draft; Michael Jordan; Serena Williams; Roger Federer; Lionel Messi; Usain Bolt;
Muhammad Ali; Simone Biles; the Tour de France; Formula One; Lewis Hamilton; cricket; leg before wicket;
rugby scrums; ice hockey; curling; fencing; judo; sumo wrestling; boxing weight classes; the marathon;
triathlons; the high jump; pole vaulting; rock climbing; surfing; skateboarding tricks; snowboarding;
figure skating; ski jumping; golf handicaps; tennis scoring; table tennis; badminton; volleyball; water
polo; rowing; swimming strokes; yoga poses; push-ups; weight training; chess openings; the Sicilian
Defence; darts; snooker; the Paralympics; Wimbledon;
# films and series
Casablanca; Star Wars; The Godfather; Jurassic Park; the Harry Potter films; the James Bond series; Alfred
Hitchcock; Stanley Kubrick; Steven Spielberg; Hayao Miyazaki; Quentin Tarantino; Meryl Streep; Tom Hanks;
Charlie Chaplin; Marilyn Monroe; the Oscars; the Cannes film festival; film noir; silent films; horror
movies; spaghetti westerns; Bollywood; the Marvel universe; Titanic's box office; Breaking Bad; Game of
Thrones; The Simpsons; Doctor Who; Sherlock; Friends; Twin Peaks; reality television; stop-motion
animation; Toy Story; The Lion King; screenwriting; method acting; special effects;
# books
War and Peace; Don Quixote; Hamlet; Romeo and Juliet; Pride and Prejudice; Jane Eyre; Wuthering Heights;
Moby Dick; The Great Gatsby; To Kill a Mockingbird; Nineteen Eighty-Four; Brave New World; Frankenstein;
Dracula; The Lord of the Rings; Dune; Crime and Punishment; Madame Bovary; Les Miserables; Ulysses; The
Odyssey; the Iliad; Beowulf; The Canterbury Tales; Paradise Lost; the Brothers Grimm; Hans Christian
Andersen; Agatha Christie; Jane Austen; Charles Dickens; Mark Twain; Ernest Hemingway; Virginia Woolf;
Franz Kafka; Leo Tolstoy; Gabriel Garcia Marquez; Haruki Murakami; Toni Morrison; Stephen King; Terry
Pratchett; Emily Dickinson; Pablo Neruda; sonnets; haiku; unreliable narrators; magical realism; the Nobel
Prize in Literature; Sherlock Holmes; the three musketeers; Alice in Wonderland;
# music
Mozart; Beethoven's Ninth Symphony; Bach fugues; Chopin nocturnes; Verdi operas; The Magic Flute; Swan
Lake; jazz; Miles Davis; Louis Armstrong; the blues; the Beatles; the Rolling Stones; Queen; David Bowie;
Bob Dylan; Elvis Presley; Madonna; Beyonce; Taylor Swift; Eminem; Nirvana; Abba; reggae; hip hop; techno;
heavy metal; punk rock; flamenco; bossa nova; the Eurovision Song Contest; the circle of fifths; guitar
chords; the pentatonic scale; time signatures; the violin; the saxophone; bagpipes; the theremin; drum
machines; perfect pitch; sheet music; karaoke; vinyl records; choir practice;
# video and board games
Minecraft; Tetris; Super Mario; The Legend of Zelda; Pokemon; Fortnite; Grand Theft Auto; The Sims; World
of Warcraft; Dark Souls; Elden Ring; Half-Life; Pac-Man; Space Invaders; Doom; League of Legends;
Counter-Strike; Stardew Valley; Animal Crossing; speedrunning; the PlayStation; the Game Boy; esports;
virtual reality headsets; Dungeons and Dragons; Settlers of Catan; Monopoly rules; poker hands; bridge
bidding; backgammon; mahjong; Go strategy;
# animals and plants
octopuses; blue whales; emperor penguins; honey bees; ant colonies; monarch butterflies; hummingbirds;
bald eagles; barn owls; bats; hedgehogs; platypuses; kangaroos; koalas; giant pandas; snow leopards;
cheetahs; wolves; hyenas; African elephants; giraffes; hippos; crocodiles; Komodo dragons; rattlesnakes;
chameleons; poison dart frogs; axolotls; salmon migration; great white sharks; jellyfish; seahorses;
coral; spiders; dung beetles; mosquitoes; dinosaurs; Tyrannosaurus rex; woolly mammoths; the dodo; my
dog's limp; training a puppy; cat litter; guinea pigs; parrots; goldfish tanks; horse breeds; sheepdogs;
oak trees; giant sequoias; bamboo; mushrooms; mosses; Venus flytraps; cacti; orchids; ferns; seaweed;
pollination; hibernation;
# cars and bicycles
electric cars; hybrid engines; the diesel engine; turbochargers; spark plugs; brake pads; winter tyres;
timing belts; gearboxes; clutch problems; the Ford Model T; the Volkswagen Beetle; the Toyota Corolla;
Ferrari; Porsche; Tesla batteries; catalytic converters; oil changes; my car's strange noise; the engine
warning light; jump leads; driving tests; roundabouts; parallel parking; motorcycles; caravans; tractors;
bicycle gears; puncture repair;
# programming
Python; JavaScript; Rust; Haskell; C++ templates; Java generics; Go routines; Fortran; COBOL; Lisp macros;
SQL joins; regular expressions; React hooks; Django; Kubernetes; Docker; Git rebase; Vim; Linux
permissions; the TCP handshake; HTTP caching; REST APIs; GraphQL; WebAssembly; TypeScript interfaces; CSS
grid; flexbox; binary search; quicksort; hash tables; red-black trees; Dijkstra's algorithm; dynamic
programming; big O notation; recursion; pointers; garbage collection; race conditions; deadlocks; unit
testing; continuous integration; neural networks; gradient descent; transformers; convolution layers;
random forests; pandas dataframes; NumPy broadcasting; compilers; assembly language; floating point
numbers; public key encryption; SQL injection; two-factor authentication; operating system kernels;
quantum computing; the Turing machine; spreadsheets; pivot tables; null pointer exceptions; merge
conflicts;
# mathematics
calculus; derivatives; integrals; the Pythagorean theorem; trigonometry; logarithms; complex numbers;
matrices; eigenvalues; vector spaces; prime numbers; Fermat's Last Theorem; the Riemann hypothesis; the
Fibonacci sequence; the golden ratio; pi; Euler's number; set theory; group theory; topology; knot theory;
graph theory; probability; Bayes' theorem; standard deviation; linear regression; the normal distribution;
permutations; fractions; long division; quadratic equations; simultaneous equations; Pascal's triangle;
fractals; game theory; the Monty Hall problem; non-Euclidean geometry; Roman numerals; binary arithmetic;
infinity; differential equations; Fourier transforms; mathematical induction;
# philosophy
stoicism; existentialism; utilitarianism; the trolley problem; Plato's cave; Socrates; Aristotle's ethics;
Immanuel Kant; Nietzsche; Descartes; Hume; Wittgenstein; Confucius; free will; the meaning of life; the
mind-body problem; nihilism; the social contract; Occam's razor; logical fallacies; the ship of Theseus;
consciousness; moral relativism; feminism; phenomenology;
# religion
Buddhism; Islam; Hinduism; Judaism; Sikhism; Catholicism; the Reformation; Martin Luther; the Pope; the
Bible; the Quran; the Torah; the Ten Commandments; the Book of Revelation; Ramadan; Lent; Passover;
Diwali; karma; reincarnation; meditation; the Trinity; baptism; Zen; the Dalai Lama; Saint Francis;
Quakers; Shinto shrines; agnosticism; monasteries; pilgrimages to Mecca;
# fashion
skinny jeans; Coco Chanel; haute couture; little black dresses; wedding dresses; bow ties; sewing
patterns; knitting a scarf; crochet; leather boots; high heels; trainers; hairstyles for thin hair;
lipstick; nail polish; perfume; tattoos; corsets; kimonos; kilts; tweed; fast fashion; capsule wardrobes;
Vogue; dress codes;
# gardening and home repair
tomato plants; pruning roses; composting; lawn care; hedge trimming; slugs in my garden; raised beds;
tulip bulbs; lavender; hydrangeas; bonsai; greenhouses; crop rotation; aphids; fertiliser; weeds; growing
potatoes; fruit trees; indoor herbs; soil acidity; drip irrigation; vertical gardens; overwatered
succulents; moles on the lawn; dripping taps; blocked drains; leaky roofs; damp walls; mould in the
bathroom; wallpaper; plastering; grouting tiles; laminate flooring; squeaky floorboards; loft insulation;
double glazing; boiler pressure; underfloor heating; fuse boxes; dimmer switches; my broken dishwasher;
washing machine error codes; flat-pack furniture; power drills; sanding a table; solar panels; septic
tanks; termites; broken zips; stripped screws;
# travel
a weekend in Barcelona; a road trip through Scotland; backpacking in Asia; cheap flights; train passes;
package holidays; safari tours; cruise ships; hiking in the Alps; camping gear; travel insurance; jet lag;
passport renewal; airport security; lost luggage; hotel tipping; hostels; a honeymoon on a budget; family
holidays with toddlers; the Trans-Siberian Railway; the Camino de Santiago; the Orient Express; scuba
diving in the Red Sea; visas for Vietnam; vaccinations for travel; the northern lights; driving abroad;
Disneyland tickets;
# space
Jupiter; Saturn's rings; Mars rovers; Pluto; Venus; the asteroid belt; Halley's Comet; meteor showers;
neutron stars; supernovae; black holes; the Milky Way; the Andromeda Galaxy; the Big Bang; exoplanets;
solar eclipses; sunspots; the phases of the moon; the Apollo missions; Yuri Gagarin; Laika; Sputnik; the
Hubble telescope; the International Space Station; SpaceX; space suits; red dwarfs; constellations; Orion;
gravitational waves; the Voyager probes; terraforming; aliens; zero gravity; the solar wind;
# politics
democracy; communism; capitalism; socialism; anarchism; fascism; the European Union; the United Nations;
NATO; Brexit; the US Congress; the House of Lords; the electoral college; proportional representation;
gerrymandering; lobbying; climate policy; nuclear disarmament; trade unions; the welfare state; universal
basic income; gun control; immigration policy; Winston Churchill; Margaret Thatcher; Barack Obama; John F.
Kennedy; Angela Merkel; Donald Trump; Karl Marx; Machiavelli; sanctions; referendums; the World Bank;
human rights; the death penalty; prime ministers of Canada;
# brands and companies
Apple; Microsoft; Google's history; Amazon's warehouses; Coca-Cola; McDonald's; Ikea; Nike; Toyota;
Samsung phones; Sony; Nintendo; Lego; Starbucks; Netflix; Spotify; Uber; Airbnb; Disney; Boeing; Siemens;
Nestle; Wikipedia; YouTube; Facebook; TikTok; Instagram filters; PayPal; Rolex watches; Adidas; Airbus;
Intel; the Enron scandal; Tupperware; Kodak;
# famous people
Albert Einstein; Marie Curie; Isaac Newton; Charles Darwin; Galileo; Nikola Tesla; Thomas Edison; Ada
Lovelace; Alan Turing; Stephen Hawking; Rosalind Franklin; Louis Pasteur; Florence Nightingale; Sigmund
Freud; Carl Jung; Leonardo da Vinci; Michelangelo; Vincent van Gogh; Pablo Picasso; Frida Kahlo;
Rembrandt; Claude Monet; Salvador Dali; Andy Warhol; Banksy; Walt Disney; Steve Jobs; Bill Gates; Elon
Musk; Oprah Winfrey; Princess Diana; Mother Teresa; Rosa Parks; Martin Luther King; Anne Frank; Malala
Yousafzai; Greta Thunberg; Neil Armstrong; Christopher Columbus; Marco Polo; Captain Cook; Ernest
Shackleton; Amelia Earhart; Archimedes; Pythagoras; Copernicus; Kepler; Gregor Mendel; Jane Goodall; David
Attenborough;
# technology
3D printing; wifi routers; Bluetooth pairing; fibre optic cables; smartphones; noise-cancelling
headphones; OLED screens; lithium batteries; microchips; GPS satellites; drones; self-driving cars; facial
recognition; cloud storage; computer viruses; phishing emails; spam filters; password managers; virtual
private networks; graphics cards; mechanical keyboards; my frozen laptop; printer drivers; QR codes;
barcodes; e-readers; wind turbines; hydrogen fuel; nuclear reactors; robots in factories; microwaves;
refrigerators; elevators; radar; sonar; X-ray machines; cameras; the internet; fax machines; 5G masts;
heat pumps; desalination; suspension bridges; skyscrapers;
# mythology
Zeus; Thor; Odin; Medusa; Hercules; the Trojan horse; Persephone; Anubis; Isis and Osiris; Quetzalcoatl;
King Arthur; Merlin; Robin Hood; the Loch Ness Monster; Bigfoot; dragons; unicorns; vampires; werewolves;
the Minotaur; Icarus; Pandora's box; Ragnarok; Baba Yaga; banshees; leprechauns; the phoenix; Atlantis;
Gilgamesh; Loki;
# psychology
cognitive dissonance; the placebo effect; confirmation bias; introverts and extroverts; attachment theory;
Pavlov's dogs; the Stanford prison experiment; IQ tests; dreams; phobias; procrastination; burnout; body
language; memory techniques; peer pressure; grief; the bystander effect; mindfulness; addiction; lie
detectors; personality types; hypnosis; Maslow's hierarchy; deja vu;
# art
the Mona Lisa; impressionism; cubism; surrealism; baroque churches; Gothic cathedrals; Bauhaus; Art Deco;
watercolour technique; oil painting; perspective drawing; calligraphy; origami; pottery; stained glass;
graffiti; portrait photography; the Sistine Chapel; The Starry Night; Greek sculpture; ballet; tango;
woodcuts; mosaics; Ming vases;
# economics
supply and demand; monopolies; opportunity cost; gross domestic product; the trade deficit; minimum wage;
unemployment; Adam Smith; Keynesian economics; the 2008 financial crisis; globalisation; tariffs; central
banks; quantitative easing; the tragedy of the commons; outsourcing; marginal utility; fiscal policy; free
trade; the euro crisis; poverty; housing prices; oil prices; microfinance; comparative advantage;
# language
the subjunctive; the passive voice; French verbs; German cases; Chinese characters; the Arabic script;
sign language; Esperanto; Old English; Latin grammar; Sanskrit; Proto-Indo-European; the Great Vowel
Shift; the origin of the word salary; palindromes; anagrams; metaphors; idioms; irregular verbs; the
Oxford comma; semicolons; apostrophes; phonetics; dialects; slang; loanwords; Cockney rhyming slang;
hieroglyphs; Braille; Morse code; prefixes and suffixes; tongue twisters; the letter thorn; Basque; creole
languages;
# relationships
my marriage; first dates; long-distance relationships; breaking up; jealousy; my ex; my mother-in-law;
sibling rivalry; online dating; wedding speeches; an apology to my friend; making friends as an adult;
loneliness; raising teenagers; adoption; step-parents; family arguments; toxic friendships; couples
therapy; bullying at school; gift ideas for my wife; baby names; bedtime routines; trust issues;
# work
my cover letter; my CV; job interviews; salary negotiation; LinkedIn profiles; career changes;
internships; freelancing; notice periods; reference letters; becoming a nurse; becoming a pilot;
apprenticeships; working from home; performance reviews; a difficult boss; office politics; remote work
visas; resignation letters; starting a business; marketing plans; time management; teamwork; meeting
minutes; my elevator pitch;
# school
my homework; my chemistry exam; my history essay; my geometry assignment; lab reports; the SAT; university
applications; scholarships; study tips; book reports; the water cycle; the food chain; the states of
matter; simple machines; poetry analysis; essay structure; citing sources; PhD theses; speech topics;
spelling bees; sports day; science fair projects; school uniforms; dyslexia; homeschooling; kindergarten
activities; the Montessori method; flashcards; a debate about zoos; my dissertation;
# miscellaneous
the stock market; recycling plastic; cheese making; beekeeping; whisky; wine tasting; astrology; tarot
cards; feng shui; magic tricks; juggling; knots for sailing; lighthouses; submarines; hot-air balloons;
steam trains; the Concorde; airships; parachutes; fireworks; candle making; coin collecting; stamps; metal
detecting; bird watching; fishing bait; archery; the Boy Scouts; first aid; fire extinguishers; lightning;
tornadoes; hurricanes; tsunamis; avalanches; rainforests; acid rain; microplastics; carbon offsets;
organic farming; wheat prices; palm oil; diamonds; gold mining; concrete; glass blowing; paper making;
ink; soap; chocolate;
`;

/** Subjects to put into the frames: noun phrases as they stand in "Tell me about X". */
export const subjects: readonly string[] = split(themes.replace(/^#.*$/gm, ""), ";");

/** Frames with {x} for a subject. */
export const frames: readonly string[] = split(
  `
What is {x}?
What's {x}?
What are the basics of {x}?
What do you know about {x}?
What can you tell me about {x}?
What do people mean by {x}?
What is so special about {x}?
What is the history of {x}?
What is the most important thing about {x}?
What are the main problems with {x}?
What are the advantages of {x}?
What are the pros and cons of {x}?
What is the best book about {x}?
What was discovered about {x} last year?
What do experts say about {x}?
What should a beginner know about {x}?
What happened with {x}?
What questions might an exam ask about {x}?
What are some common myths about {x}?
What is your opinion on {x}?
What would change without {x}?
What made {x} famous?
What is the truth about {x}?
What is the connection between {x} and money?
What should I do about {x}?
What does science say about {x}?
What are good keywords for an article on {x}?
What's the deal with {x}?
what's up with {x}
what about {x}?
Who invented {x}?
Who knows the most about {x}?
Who is an expert on {x}?
Who wrote about {x}?
Who can help me with {x}?
Who first described {x}?
Who cares about {x} and why?
Who made a film about {x}?
Who benefits from {x}?
When did {x} begin?
When did people first hear of {x}?
When was {x} most important?
When did {x} become popular?
When should I worry about {x}?
When will {x} be on television again?
Since when do we have {x}?
Where can I learn about {x}?
Where can I find pictures of {x}?
Where does the name of {x} come from?
Where is there a museum about {x}?
Where do I start with {x}?
Where would I read more on {x}?
Why is {x} important?
Why do people like {x}?
Why do people argue about {x}?
Why is {x} so difficult to understand?
Why did {x} matter in the twentieth century?
Why should anyone learn about {x}?
Why are teachers always talking about {x}?
why does everyone love {x}
How does {x} work?
How do you explain {x}?
How do I learn {x}?
How can I get better at {x}?
How do I deal with {x}?
How did {x} change the world?
How is {x} different today?
How much does {x} cost?
How important is {x}?
How dangerous is {x}?
How would you describe {x} to a child?
How do scientists study {x}?
How long does it take to understand {x}?
How often do people ask you about {x}?
How old is {x}?
How would a doctor see {x}?
How do I write an essay on {x}?
how do i even start with {x}
How many books are there about {x}?
How many people have heard of {x}?
How many kinds of {x} are there?
How big a topic is {x}?
How far have we come with {x}?
Which book explains {x} best?
Which university teaches {x}?
Which facts about {x} should I remember?
Which is better, {x} or a good night's sleep?
Which year was the most important one for {x}?
Which website has reliable information on {x}?
Is it true what they say about {x}?
Is {x} still important?
Is {x} dangerous for children?
Is {x} real?
Is {x} overrated?
Is there a simple way to understand {x}?
Is there anything new about {x}?
Is there a film about {x}?
Is there a connection between {x} and health?
Is it worth spending time on {x}?
is {x} a good topic for a talk
Are you familiar with {x}?
Are there any good documentaries about {x}?
Are there any risks with {x}?
Are you able to help with {x}?
Was {x} ever in the news?
Did you learn anything about {x}?
Did anyone ever ask you about {x}?
Did the ancient Greeks know about {x}?
Do you know anything about {x}?
Do you know {x}?
Do you have any information on {x}?
Do you have tips for {x}?
Do you understand {x}?
Do we really need {x}?
do u know {x}
Does {x} have a future?
Does it make sense to worry about {x}?
Does anybody really understand {x}?
Have you heard of {x}?
Have you ever read about {x}?
Has {x} changed over the years?
Can you explain {x}?
Can you tell me something about {x}?
Can you help me with {x}?
Can you give me a short introduction to {x}?
Can you write a paragraph about {x}?
Can you summarise {x} in two sentences?
Can you recommend something on {x}?
Can you quiz me on {x}?
Can I ask you about {x}?
Can we talk about {x}?
can you pls explain {x}
Could you describe {x} in detail?
Could you teach me {x}?
Could you make a table about {x}?
Could you give me an example for {x}?
Would you tell me about {x}, please?
Would you write me an article on {x}?
Would it be smart to invest in {x}?
Will {x} matter in fifty years?
Should I learn more about {x}?
Should I be afraid of {x}?
Should schools teach {x}?
May I ask what {x} means to you?
Tell me about {x}.
Tell me everything you know about {x}.
Tell me a story about {x}.
Tell me the most surprising fact about {x}.
Tell me, what is behind {x}?
tell me more about {x}
Explain {x}.
Explain {x} to a beginner.
Explain {x} like I'm five.
Explain the difference between {x} and the usual thing.
Explain why {x} is so famous.
explain {x} in simple words
Describe {x}.
Describe {x} in one sentence.
Define {x}.
Discuss {x}.
Discuss the influence of {x} on modern life.
Analyse {x} for me.
Summarise {x}.
Summarise what is known about {x}.
Give me a summary of {x}.
Give me three facts about {x}.
give me some info on {x}
Give me advice on {x}.
Give me ten ideas for a presentation on {x}.
Give an overview of {x}.
Give me a step-by-step guide to {x}.
List the five most important facts about {x}.
List some books on {x}.
List everything I need for {x}.
Name three things connected with {x}.
Name somebody who is known for {x}.
Compare {x} with something similar.
Compare two opinions on {x}.
Write an essay on {x}.
Write a poem about {x}.
Write a short story about {x}.
Write a letter to a friend about {x}.
Write a haiku about {x}.
Write a song about {x}.
Write a blog post about {x}.
Write a speech about {x}.
Write a program that prints facts about {x}.
Write a newspaper headline about {x}.
Write a 500-word report on {x}.
write me something on {x}
Write a Python class for {x}.
Write code that draws {x}.
Write an email to my teacher about {x}.
Draft a tweet about {x}.
Compose a limerick on {x}.
Invent a fairy tale with {x} in it.
Draw me a picture of {x}.
Paint {x} for me.
Translate a text about {x} into Spanish.
How do you say "{x}" in Japanese?
Translate "{x}" into German.
Spell "{x}" backwards.
What rhymes with "{x}"?
Make a list of arguments for and against {x}.
Make a lesson plan about {x}.
Make up a quiz about {x}.
Create a crossword about {x}.
Create a timeline of {x}.
Design a poster about {x}.
Help me understand {x}.
Help me with {x}.
help with {x} please
Help, I have an exam on {x} tomorrow!
Teach me {x}.
Show me how {x} works.
Show me {x} on a map.
Find me a good article about {x}.
Look up {x} for me.
Search the internet for {x}.
Google {x}, please.
Recommend a film about {x}.
Suggest a good question about {x}.
Prove something about {x}.
Solve my problem with {x}.
Imagine a world without {x} and describe it.
Pretend you are a professor and explain {x}.
Act as an expert on {x}.
Let's talk about {x}.
Let's discuss {x}.
Teach my grandmother about {x}.
Outline a chapter on {x}.
Predict the future of {x}.
Rank the best things about {x}.
Calculate the cost of {x}.
Correct my essay on {x}.
Rewrite this text about {x} in a friendlier tone.
Plan a week around {x}.
Remind me what {x} was.
Name the inventor of {x}.
I want to know more about {x}.
I'd like to learn about {x}.
I need help with {x}.
I need some information about {x}.
I need a good definition of {x}.
I don't understand {x}.
I have a question about {x}.
I have to give a talk on {x}. What should I say?
I'm writing an article about {x}. Any ideas?
I'm interested in {x}.
I'm curious about {x}.
I am reading about {x}. Is it any good?
I just saw a programme about {x}. What was it really about?
I can't decide about {x}. What would you do?
I heard something about {x} on the radio. What is it?
I keep hearing about {x}. Can you explain?
I wonder how {x} came about.
i dont get {x}
i need to know about {x} for school
My teacher asked us about {x}. What should I answer?
My son wants to know about {x}. What do I tell him?
My friend says {x} is boring. Is she right?
My homework is about {x}. Can you do it?
My boss wants a report on {x} by Friday.
Our class is learning about {x}. Can you explain it?
We are having an argument about {x}. Who is right?
Hi, what is {x}?
Hi! Can you tell me about {x}?
Hello, I need help with {x}.
Hello! Do you know what {x} is?
Hey, what's the story of {x}?
hey can you explain {x} to me
Good morning! Please tell me about {x}.
Good evening. I have a question about {x}.
Thanks. And what about {x}?
OK, and {x}?
Okay, now tell me about {x}.
So, what is {x} exactly?
Right, and how does {x} fit in?
Please explain {x}.
Please write a summary of {x}.
Please give me details about {x}.
Quick question: what is {x}?
One more thing: how does {x} work?
Another question: why is {x} famous?
Sorry to bother you, but what is {x}?
Excuse me, do you know about {x}?
By the way, have you any idea about {x}?
Seriously, what is {x}?
Honestly, what do you make of {x}?
In your own words, what is {x}?
In a few words: {x}.
In which century was {x} first mentioned?
From a legal point of view, what about {x}?
For a school project: what is {x}?
To what extent is {x} misunderstood?
At what age do children learn about {x}?
On what page would an encyclopedia have {x}?
Any tips on {x}?
Any idea what {x} is?
any good podcasts about {x}?
Anything interesting about {x}?
Facts about {x}?
Facts about {x}, please.
Information on {x}.
The history of {x}, please.
ever heard of {x}
ok so what's {x} then
wanna talk about {x}?
pls help me with {x}
whats the meaning of {x}
whos behind {x}
need a short text on {x}
what do you know on the subject of {x}
`,
  "\n",
);

/** Whole questions and requests that fit no frame. */
export const questions: readonly string[] = split(
  `
Who won the 1998 World Cup?
How do I remove a wine stain from a carpet?
Write a Python function that reverses a linked list.
Translate 'good morning' into Swahili
what's the square root of 3481
What is the population of Brazil?
Who is the president of France?
How tall is Mount Everest?
When did Rome fall?
should I refinance my mortgage
fix this code: for i in range(10) print(i)
What's the boiling point of ethanol?
Who wrote War and Peace?
How many people live in Japan?
What's the area of Canada in square kilometres?
Is Norway bigger than Sweden?
Who is the prime minister of Italy?
Who was the first chancellor of Germany?
What does the flag of Portugal look like?
How many stars are on the Australian flag?
Which food is Hungary famous for?
What do people in Peru eat for breakfast?
What religion do most people in Thailand follow?
How hot does it get in Egypt in August?
Does it snow in Morocco?
What's the rainy season in Kenya?
Which airport is closest to the centre of Lisbon?
What is the highest mountain in Spain?
What's the longest river in Poland?
How many islands does Greece have?
When did Finland become independent?
Which countries border Austria?
Does Switzerland have a coast?
Sing the national anthem of Mexico.
Who wrote the national anthem of the Netherlands?
What's the dialling code for Denmark?
Which side of the road do they drive on in Ireland?
Do I need a visa to enter India?
How safe is Colombia for tourists?
What plugs do they use in Brazil?
How many states does Nigeria have?
Is Turkey a member of the European Union?
Which king ruled Belgium during the war?
How long is the coastline of Chile?
What time zone is Iceland in?
When is the best time to visit Vietnam?
What's the minimum wage in New Zealand?
Which is the oldest city in Bulgaria?
How many time zones does Russia have?
What is the national animal of Scotland?
Why did Czechoslovakia split?
Who colonised Angola?
What is the life expectancy in Cuba?
What does Ghana export?
What are the main industries of South Korea?
Is it expensive to live in Luxembourg?
What is the national dish of Ethiopia?
How many people speak Welsh?
Which country has the most lakes?
Which country won the most gold medals in Tokyo?
What is the smallest country in the world?
What's the richest country on earth?
Which country invented pasta?
how big is argentina compared to texas
how do people greet each other in nepal
What's a typical salary in Croatia?
Did Iran use to be called Persia?
Which wars did Sweden take part in?
What is the crime rate in Jamaica?
Where in Indonesia are the best beaches?
Can I drink the tap water in Tunisia?
What's the second largest city of Ecuador?
How far is it from Paris to Madrid?
How long is the flight from London to Sydney?
How deep is Lake Tanganyika?
Which ocean is the deepest?
Where does the Rhine begin?
Through how many cities does the Danube flow?
Is Greenland really covered in ice?
What can I see in Florence in one day?
Which museums in Berlin are open on Mondays?
How do I get from Heathrow to Oxford?
Which metro line goes to the Vatican?
What's a good cheap hotel in Vienna?
What is the population density of Hong Kong?
How many bridges are there in Venice?
Who designed the Sydney Opera House?
When was Brooklyn Bridge finished?
Why is the Leaning Tower of Pisa leaning?
Which desert is the driest?
What's on the other side of the earth from Chicago?
Give me a synonym for "happy".
What are five synonyms of beautiful?
Where does the word "window" come from?
What's the etymology of "robot"?
What rhymes with orange?
Find me a rhyme for silver.
How do you spell necessary?
Is it spelled 'accommodate' with two m's?
What's the past tense of "swim"?
What is the past participle of lie?
Define "serendipity".
What does ubiquitous mean?
What does the abbreviation RSVP stand for?
what does lol mean
Use "nevertheless" in a sentence.
Is "quickly" an adverb or an adjective?
How many syllables are in "refrigerator"?
How many letters does "mississippi" have?
How many times does r occur in strawberry?
Spell 'rhythm' backwards.
Give me a word that starts with q and has no u.
Unscramble the letters T A R E H.
What's an anagram of listen?
Which word has the most vowels?
What's the longest word in English?
When do I use "who" and when "whom"?
affect or effect?
What's the difference between its and it's?
Is "data" singular or plural in British English?
How do you say thank you in Finnish?
Translate this into Latin: the river is wide.
What's the French word for butterfly?
How do Italians say 'see you tomorrow'?
What does 'Schadenfreude' mean in English?
Which alphabet does Georgian use?
How is "quinoa" pronounced?
What do you call a person who collects stamps?
What do you call a baby kangaroo?
What's the collective noun for crows?
Conjugate the Spanish verb ir.
Put this sentence into the passive: the dog chased the cat.
Correct the grammar: she don't likes apples.
Add commas to this sentence please: Yes I think so too
What does the idiom 'bite the bullet' mean?
Where does the phrase 'raining cats and dogs' come from?
What is 384 times 29?
What is 7 percent of 1250?
Is 97 a prime number?
List the first ten primes.
What's 144 divided by 12?
Solve x squared minus 5x plus 6 equals 0.
Solve for x: 3x + 7 = 22
If 2a = 18 then what is a?
Convert 5 miles into kilometres.
How many ounces are in a pound?
How many feet are in a mile?
What is 100 degrees Fahrenheit in Celsius?
How many litres is a gallon?
How many grams of flour is a cup?
What's 0.1 plus 0.2 in floating point?
What is two to the power of sixteen?
What's the cube root of 729?
What is 8 factorial?
what is 4096 divided by 64
compute 12345 + 67890
What is 9999 minus 1234?
What's three quarters of 260?
What is 2/3 plus 1/5?
Round 3.14159 to two places.
What's the greatest common divisor of 84 and 36?
What is the least common multiple of 12 and 18?
Write 1994 in Roman numerals.
What's 255 in hexadecimal?
What is 1011 in binary?
How many zeros are in a billion?
What is the sum of all numbers from 1 to 100?
What is the sine of 30 degrees?
What's the logarithm of 1000?
Differentiate x cubed.
Integrate 1 over x.
What's the area of a circle with radius 7?
What is the volume of a sphere?
What's the average of 45, 78 and 112?
A train leaves at 3 and travels 240 km at 80 km/h. When does it arrive?
If three painters need six days, how long do two painters need?
What are the odds of rolling two sixes?
How many ways are there to arrange the letters of BANANA?
Prove that the square root of 2 is irrational.
What is the next number: 2, 6, 12, 20, 30?
My bill is 86.50, what is a 15% tip?
A shirt costs 40 with 30% off. What do I pay?
How much is 250 dollars in euros today?
Which day of the week was 4 July 1997?
How many days until Christmas?
When is Easter next year?
What day was the moon landing?
Is 2100 a leap year?
How many days are between 3 March and 19 September?
What date is Chinese New Year?
When is Mother's Day in the UK?
How old is someone born in 1962?
In which year did the Titanic sink?
What happened on 14 July 1789?
Why does February have only 28 days?
Who invented the calendar?
Why is the month of August called August?
Which gods are the days of the week named after?
What week of the year are we in?
How many seconds are in a century?
When is the next full moon?
When is the shortest day of the year?
Which zodiac sign is 12 November?
What is the hex code of teal?
Why is the sky blue?
What's the best paint for a kitchen?
Which wavelength does green light have?
What colours go well with navy in a living room?
Why do flamingos turn pink?
What is the RGB value of salmon?
What does the colour purple symbolise?
Which pigments did medieval painters use?
How do I get paint off my trousers?
Who discovered ultraviolet light?
Why are school buses yellow in America?
What's the difference between turquoise and cyan in print?
Why do leaves change in autumn?
Which wall paint is washable?
How does a chameleon change its skin?
Are dogs colour-blind?
What does CMYK stand for?
How do I dye a cotton shirt?
Why do cats purr?
How long do elephants live?
How fast can a cheetah run?
How many legs does a centipede have?
What do pandas eat?
Do fish sleep?
Can penguins fly?
Why do dogs wag their tails?
How often should I feed a tortoise?
My hamster isn't moving, what should I do?
Is chocolate poisonous for dogs?
how do i stop my cat scratching the sofa
Which birds migrate to Africa?
How many hearts has an octopus?
How do bees make honey?
What is the lifespan of a mayfly?
Which snake is the most venomous?
How do bats find their way in the dark?
What do I do when a wasp stings me?
Why did the dinosaurs die out?
Which dinosaur was the largest?
Where do polar bears live?
How long is a whale pregnant?
Can horses sleep standing up?
What breed of dog is good with children?
How much exercise does a border collie need?
How do I teach my parrot to talk?
What do tadpoles turn into?
Are mushrooms plants?
How tall can a redwood grow?
How often should I water my orchid?
Why are the leaves of my basil going brown?
When should I plant garlic?
Can I grow avocados from a stone?
How do I get rid of ivy?
What should I plant in the shade?
how do i keep slugs off my lettuce
When do you prune apple trees?
Is rhubarb a fruit?
Which flowers attract bees?
How do I make compost smell less?
Can you eat dandelions?
Which moss grows on roofs?
How do I start a vegetable patch?
My lawn has bare patches. How can I fix them?
What fertiliser do roses need?
How long do you boil an egg?
How do I make a white sauce?
What's a good recipe for carrot cake?
Can I replace butter with oil in muffins?
How do I stop pasta from sticking?
At what temperature do I roast a chicken?
My bread doesn't rise, what went wrong?
What can I cook with leeks, eggs and cream?
how long does cooked rice keep in the fridge
Is it safe to refreeze meat?
What wine goes with lamb?
How do you cut an onion without crying?
How many calories are in a banana?
What is the difference between jam and jelly?
How do I sharpen a kitchen knife?
What spices are in garam masala?
Suggest a three-course dinner for vegetarians.
How do I poach a pear?
Give me a recipe for pea soup.
Write me a shopping list for a barbecue with twelve guests.
What's a substitute for cornflour?
Why does milk boil over?
How is cheese made?
How do I descale a kettle?
Where does coffee come from?
How much caffeine is in green tea?
Who invented the sandwich?
What's inside a haggis?
How do I know if an egg is still good?
How do I make my gravy thicker?
Which apples are best for pie?
What does al dente mean?
How do you eat an artichoke?
I have a headache and a fever. What is it?
Is my cough dangerous?
How many hours should a teenager sleep?
How much water should I drink a day?
Can I take ibuprofen with alcohol?
What are the symptoms of flu?
How do I treat a burn?
What's a normal heart rate?
My knee hurts when I climb stairs.
How long does a cold last?
What helps against hiccups?
Should I see a doctor about this mole?
How do I get a splinter out?
What is the side effect of penicillin?
Why do we yawn?
Why do my ears pop in an aeroplane?
How many bones are in the human body?
What does the spleen do?
Where is the thyroid?
Which vitamins are in oranges?
How can I lose five kilos?
how do i get rid of a stiff neck
How many calories does jogging burn?
Is it bad to crack your knuckles?
When do babies start to crawl?
At what age do children lose their milk teeth?
How often should I change my toothbrush?
What's the treatment for ringworm?
Am I pregnant?
Why do I feel dizzy when I stand up?
How do vaccines work?
Which blood type can give to everyone?
Who discovered penicillin?
What does a cardiologist do?
I was bitten by a tick, now what?
Should I put ice on a bruise?
Is coffee bad for my stomach?
Which foods contain iron?
How do I do CPR?
Can my landlord keep my deposit?
Is it legal to record a phone call?
How do I write a will?
What happens if I don't pay a parking fine?
Can I return shoes without a receipt?
How long is a patent valid?
Do I have to declare cash at customs?
What is the penalty for shoplifting?
May my boss read my emails?
How do I register a trademark?
My neighbour's tree hangs over my fence. May I cut it?
What are my rights when my flight is late?
How many weeks' notice do I have to give?
Can I be fired while I am ill?
What does habeas corpus mean?
How many judges sit on the Supreme Court?
At what age can you vote in Austria?
How do I change my surname?
Is downloading films illegal?
do i need a licence to fish
Who gets the house after a divorce?
How do I contest a speeding ticket?
What's the difference between murder and manslaughter?
Should I sign this contract?
How do I file my tax return?
When is the deadline for income tax?
How much tax do I pay on 40000 a year?
Which shares should I buy?
Is now a good time to sell gold?
What's the price of Bitcoin?
How do I open a savings account?
Can I deduct my commute?
How much should I save for retirement?
What is a good credit score?
Should I lease or buy a car?
How do I pay off my credit card faster?
What was the inflation rate in 2011?
Which bank has the best interest rates?
How does compound interest work?
what is an etf
Is it better to rent or to buy a flat?
How do I write an invoice?
What's the difference between stocks and bonds?
How much does a house in Toronto cost?
How do I make a household budget?
What happened to Lehman Brothers?
Who prints money?
Why are prices going up?
Who is on the hundred dollar bill?
How much is my old violin worth?
Who was the richest person of all time?
How can I make money online?
Who won the Champions League in 2005?
How many players are in a rugby team?
How long is a marathon?
What's the world record for the 100 metres?
Who scored the most goals in history?
What are the rules of badminton?
When were the first Olympic Games?
How many rounds does a boxing match have?
Which club does Mbappe play for?
Who won Wimbledon last year?
What is a birdie in golf?
How heavy is a shot put?
How high is a basketball hoop?
How do I do a handstand?
How do I train for a half marathon?
What's the score of the match tonight?
Which team has won the most Super Bowls?
How big is a football pitch?
What does love mean in tennis?
Who was the first man to climb K2?
how do i swim faster
Which skis should a beginner buy?
How many squares are on a chessboard?
What is en passant?
What's the best opening move against e4?
How do you score in darts?
Who holds the record in pole vaulting?
Which country hosted the Olympics in 1984?
What does a libero do in volleyball?
Explain the offside rule to my grandmother.
How do I grip a cricket ball for a googly?
How many laps does the Monaco Grand Prix have?
Which muscles does a plank train?
Who directed Pulp Fiction?
Who plays Gandalf in the films?
What's the plot of Inception?
How does Casablanca end?
Which film won the Oscar in 1994?
How many Star Wars films are there?
What is the name of the lion in The Lion King?
Recommend a thriller for tonight.
Which series should I watch next?
Who said "I'll be back"?
Who is the villain in Die Hard?
Where was The Lord of the Rings filmed?
Who composed the music for Jaws?
When does the new Batman film come out?
How many seasons does Friends have?
who played the joker in 2008
Who was the first James Bond?
What's the longest film ever made?
Is Blade Runner based on a book?
What's on television tonight?
Who wrote Pride and Prejudice?
Who is the author of The Name of the Rose?
What's the first line of Moby Dick?
How many plays did Shakespeare write?
Who killed Julius Caesar in the play?
What is the moral of Animal Farm?
Which book should I read on holiday?
How does Anna Karenina die?
Who is Mr Darcy?
What is the name of Don Quixote's horse?
Summarise the plot of Macbeth in five lines.
What is Holden Caulfield's problem?
In which order should I read the Narnia books?
Who illustrated Winnie the Pooh?
Who won the Booker Prize in 2012?
What's the theme of Lord of the Flies?
Where does Harry Potter go to school?
How many pages does Ulysses have?
Recite a poem by Robert Frost.
Quote something by Oscar Wilde.
Who said "to be or not to be"?
What is iambic pentameter?
How do I get a novel published?
Did Homer really exist?
Which poet wrote about daffodils?
Who sang Bohemian Rhapsody?
Who composed the Four Seasons?
How many symphonies did Haydn write?
How many strings does a cello have?
What are the lyrics of Yesterday?
Which key has four sharps?
How do I tune a ukulele?
What's the best-selling album of all time?
When did the Beatles split up?
Was Beethoven really deaf?
How old was Mozart when he died?
how do you play a g major chord
Who is the drummer of Metallica?
Which instrument is the hardest to learn?
Write a song about heartbreak in the style of country music.
What does allegro mean?
Who won Eurovision in 1974?
Name three operas by Puccini.
What was the first music video on MTV?
How many keys has a piano?
What's number one in the charts?
How do I beat the final boss in Elden Ring?
How do I build a house in Minecraft?
What's the cheat code for infinite lives?
Which Pokemon is number 25?
Who created Tetris?
Which console should I buy for my nephew?
How do you castle in chess?
What beats a full house in poker?
How many tiles are in Scrabble?
How many cards does each player get in bridge?
What year did Pong come out?
Is there a sequel to Half-Life?
How do I catch a shiny Charizard?
why does my game keep crashing
What's the best class in World of Warcraft?
Why does my car shake at high speed?
How often should I change the oil?
What tyre pressure does a Golf need?
How do I jump-start a car?
What does the yellow engine light mean?
How far can a Tesla drive on one charge?
How does a differential work?
Who built the first car?
What's the top speed of a Bugatti Veyron?
How much does a new clutch cost?
How do I parallel park?
Is diesel cheaper than petrol?
How many cylinders has a V6?
Which car is best for a family of six?
how do i get scratches out of my car door
What's the speed limit on Swiss motorways?
Can I tow a caravan with a small car?
How do I fix a flat bike tyre?
My chain keeps coming off my bicycle.
Write a JavaScript function that removes duplicates from an array.
Write a SQL query that returns the ten oldest customers.
How do I undo my last commit in git?
What does segmentation fault mean?
Why do I get 'undefined is not a function'?
How do I exit vim?
How do I centre a div?
Write a bash script that renames all jpg files.
What's the time complexity of merge sort?
Implement quicksort in C.
How do I install numpy?
Convert this to TypeScript: var a = 5
Explain what this does: x = x & (x - 1)
What's wrong here: if (a = b) { return; }
debug this please: printf("%d", "hello");
Write a regex for email addresses.
How do I read a file line by line in Go?
Tabs or spaces?
What is the difference between a list and a tuple?
Who invented C?
How do I parse JSON in Rust?
Which database should I use for a web shop?
Write unit tests for a calculator class.
How do I deploy to Heroku?
What port does SSH use?
How do I check which process uses port 8080?
What does chmod 755 do?
How do I make a website?
How do I merge two dictionaries?
Write HTML for a login form.
What is an API key?
how do i reverse a string in perl
Give me a Dockerfile for a Node app.
Why is my SQL query so slow?
What does async mean in C#?
Write a FizzBuzz program.
How many bits are in a byte?
How many bytes does an int take?
What is a monad?
Show me a recursive factorial.
Is P equal to NP?
Train a neural network on my photos.
What's the learning rate of Adam by default?
How many parameters has GPT-3?
What does overfitting mean?
How does backpropagation work?
What's the Turing test?
Which model is better, BERT or T5?
How do I get back a deleted file?
My laptop doesn't turn on.
Why is my wifi so slow?
How do I reset my router?
How do I block a number on my phone?
My printer only prints blank pages. Help!
How do I take a screenshot on a Mac?
How do I forward an email?
How can I free space on my phone?
Which phone has the best camera?
How do I make a pivot table?
What's the Excel formula for a weighted average?
How do I change the font in Word?
How do I delete my Facebook account?
What is the best antivirus?
I forgot my password. What now?
Is this email a scam?
how do i connect my headphones
Should I buy an iPhone or an Android?
How does a touch screen work?
What's the difference between RAM and a hard disk?
Who invented the telephone?
Who founded Microsoft?
What does NASA stand for?
What does HTML stand for?
How do aeroplanes stay in the air?
How does a refrigerator cool?
How does a nuclear power station work?
How do I wire a plug?
How many watts does a toaster use?
How is glass made?
How do noise-cancelling headphones work?
Can a robot take my job?
How far away is the moon?
How many moons does Jupiter have?
How hot is the surface of the sun?
What's the nearest star?
Who was the first woman in space?
How long does light take from the sun to us?
Is there life on Mars?
What happens inside a black hole?
How old is the universe?
When will Halley's Comet return?
Why isn't Pluto a planet any more?
What did Neil Armstrong say on the moon?
How fast does the earth spin?
How heavy is the earth?
Why do stars twinkle?
What's a light year?
How many planets orbit the sun?
Could we ever travel to another galaxy?
Which rocket took men to the moon?
What do astronauts eat?
why is there no sound in space
What is the speed of light?
What is the chemical formula of table salt?
What's the symbol of gold in the periodic table?
What is the atomic number of iron?
At what temperature does lead melt?
Who discovered gravity?
Who discovered oxygen?
What are atoms made of?
Why does ice float?
Why does iron rust?
What happens when you mix bleach and vinegar?
What is the hardest mineral?
How do magnets work?
What causes thunder?
How are rainbows formed?
Why is the sea salty?
What causes the tides?
How are mountains formed?
How hot is lava?
What is air made of?
What's the pH of lemon juice?
How many chromosomes do humans have?
Is a tomato a berry in botany?
Balance this equation: H2 + O2 -> H2O
What is the second law of thermodynamics?
Who won the Nobel Prize in Physics in 1921?
How does soap remove grease?
How loud is a jet engine?
Which gas do plants give off?
How strong is an earthquake of magnitude 7?
How does a battery store energy?
What is half of infinity?
Can time run backwards?
Who was the first emperor of Rome?
When did the Second World War start?
Who was the first president of the United States?
How many wives did Henry VIII have?
When did Columbus sail to America?
Who built the pyramids?
Who won the Battle of Waterloo?
Why did the Berlin Wall fall?
When was slavery abolished?
How did Napoleon die?
Who was Rasputin?
Where was Genghis Khan buried?
Who shot John Lennon?
Why was Joan of Arc burned?
When did women get the vote?
What was the Marshall Plan?
How many people died of the plague?
Who signed the Declaration of Independence?
What language did the Romans speak at home?
Which empire was the largest?
How did the Vikings navigate?
What did people eat in the Middle Ages?
Who invented paper?
Who invented the light bulb?
Which queen ruled the longest?
When was the guillotine last used?
Who was the last tsar?
What caused the First World War?
who was president in 1975
Which explorer reached the South Pole first?
Where did the Maya live?
When was the first email sent?
What's the story of Pompeii?
Was Robin Hood a real person?
How long did the Thirty Years' War really last?
Who discovered Tutankhamun's tomb?
How did people tell the time before clocks?
Who should I vote for?
Who won the last election?
Is the government doing a good job?
How many seats are in the German parliament?
What does the Green party want?
How does a bill become a law?
Which countries have nuclear weapons?
Who is the mayor of London?
Who is the secretary general of the UN?
What's in the news today?
What's the situation in the Middle East?
Are taxes too high?
What is the difference between a senator and a representative?
How often are elections held in Sweden?
Who is the king of Spain?
Should the voting age be lower?
What's the capital gains rate this year?
What does the Federal Reserve do?
Do we have free will?
What's the meaning of life?
Does God exist?
What happens after we die?
What did Socrates mean by 'I know that I know nothing'?
Is it ever right to lie?
If a tree falls in a forest and nobody hears it, does it make a sound?
Which came first, the chicken or the egg?
What is beauty?
What would Kant say about telling white lies?
Why is there something rather than nothing?
Who said "I think, therefore I am"?
Is eating meat wrong?
What is the good life according to Epicurus?
Why do people pray?
How many books are in the Bible?
What do the five pillars of Islam require?
When does Ramadan start?
Who was the first pope?
Why do Hindus revere cows?
What is kosher?
Who built Noah's ark?
What does the Bible say about money?
How many commandments are there?
Why do Christians celebrate Easter?
What's the difference between a monk and a priest?
What is the eightfold path?
Who is the Greek god of war?
What happened to Icarus?
Who killed Achilles?
What are the names of the Muses?
What was Thor's hammer called?
How many labours did Hercules do?
Who guards the underworld?
Are mermaids real?
Who painted Guernica?
Who painted the ceiling of the Sistine Chapel?
Where is the Mona Lisa?
What happened to van Gogh's ear?
How do I draw a horse?
How do I shade a portrait with pencil?
Which brush should I use for acrylics?
What's the difference between Monet and Manet?
Who carved the statue of David?
What is my sketch worth?
How do I take photos at night?
Draw a cat in ASCII art.
Make a logo for my bakery.
How do I glaze a pot?
Why do I procrastinate?
How can I stop biting my nails?
Why do we dream?
How do I get over a breakup?
Why am I always tired?
How do I become more confident?
Does my boyfriend still love me?
Should I text her back?
My best friend isn't talking to me. What should I do?
How do I tell my parents that I failed?
What should I get my dad for his birthday?
How do I ask someone out?
I feel lonely since I moved. Any advice?
What do I say at a funeral?
How do I stop arguing with my wife?
My daughter doesn't want to go to school.
how can i make new friends in a new city
Is it normal to be jealous?
Should we have another child?
What should we name our baby?
Write a toast for my sister's wedding.
Write a love letter to Anna.
Write an apology to my neighbour about the noise.
Write a birthday card for a colleague.
Help me write a eulogy.
Write a thank-you note to my aunt.
Write a complaint to the railway company.
Write a cover letter for a job as a waiter.
How do I answer "what is your greatest weakness"?
How much should I ask for in a salary negotiation?
Is it OK to resign by email?
What should I wear to an interview?
Rewrite my CV.
What does a project manager do all day?
How do I become a firefighter?
How long does it take to become a doctor?
Which jobs pay the most?
Should I quit my job?
My boss yelled at me. What can I do?
How do I ask for a raise?
Write a job advert for a gardener.
Write a LinkedIn post about leadership.
How do I run a good meeting?
Give me a business plan for a coffee shop.
Name my new company.
Write a slogan for a shampoo.
Write a product description for a wooden lamp.
What's the best way to learn vocabulary?
How do I study for a test in one night?
What's the answer to exercise 4b?
Do my geography homework.
Explain the water cycle for year five.
Which university is best for medicine?
How long is a master's degree?
How do I cite a website?
Is my essay any good?
What grade do I need to pass?
Give me a topic for my thesis.
What is the mitochondrion known as?
Label the parts of a flower.
Make ten flashcards about the Tudors.
Test me on irregular verbs.
What is a noun phrase?
how do you write a conclusion
What's a good opening sentence for a speech on recycling?
How do I tie a tie?
What should I wear to a wedding in a barn?
Can I wear brown shoes with a black suit?
How do I get ink out of a shirt?
What size am I if my waist is 82 cm?
How do I wash a wool jumper?
How do I shrink jeans?
What is business casual?
Which haircut suits a round face?
How do I curl my hair without heat?
How do I remove nail varnish from a table?
How do I sew on a button?
Are flared trousers back in fashion?
Who designed Kate Middleton's dress?
How do I knit a sock heel?
How do I unblock a sink?
Why does my radiator stay cold?
How do I hang a picture on a concrete wall?
How do I fix a leaking toilet?
My door squeaks. What helps?
Can I paint over wallpaper?
How do I lay tiles?
How much does a new roof cost?
What's the error E24 on my dishwasher?
Which screw do I need for plasterboard?
How do I get mould off a ceiling?
How do I get rid of mice?
How do I remove chewing gum from a rug?
how do i bleed a radiator
What glue sticks metal to wood?
How do I clean an oven?
How do I polish silver?
How thick should loft insulation be?
Why do my lights flicker?
How do I sharpen a lawnmower blade?
How do I assemble this wardrobe?
Where should I go on holiday in October?
Plan a five-day trip to Rome.
What should I pack for a week of skiing?
Is travel insurance worth it?
How much should I tip in New York?
How do I sleep on a plane?
How many bags can I take on Ryanair?
Book me a table for four.
Order a taxi to the station.
When does the next train to Leeds leave?
Where's the nearest pharmacy?
How do I get to the post office?
Find me a flight to Oslo under 100 euros.
Is it better to visit Kyoto or Osaka?
Do I need vaccinations for Tanzania?
What's there to do in Glasgow when it rains?
Which pass do I need for the Paris museums?
is a week enough for iceland
How long does it take to renew a passport?
What can I take through airport security?
Where can I see the northern lights?
How cold does it get in Alaska?
Who founded Ikea?
What does BMW stand for?
Where are Nike shoes made?
When was Coca-Cola invented?
Who owns Instagram?
How many employees does Amazon have?
What does the Starbucks logo show?
How much is Apple worth?
How do I cancel my Netflix subscription?
Is Aldi open on Sundays?
What's the phone number of Lufthansa?
Who is the CEO of Google?
Why did Nokia fail?
What's the difference between Pepsi and Coke?
Who is Taylor Swift dating?
How old is the Queen of Denmark?
Who is Elon Musk?
Where was Einstein born?
What did Marie Curie die of?
How tall is Tom Cruise?
Who is Greta Thunberg?
Who are Madonna's children?
What is Banksy's real name?
What did Freud say about dreams?
When was Gandhi born?
How many books did Agatha Christie write?
Did Shakespeare have children?
Who was Picasso's first wife?
What made Rosa Parks stay in her seat?
What was Marilyn Monroe's real name?
How did Bruce Lee die?
How rich is Bill Gates?
Who discovered radium?
Which scientist had a cat in a box?
Who is the woman on the Starbucks cup?
Write a poem about autumn leaves.
Write a haiku about a lonely robot.
Write a story about a dragon who is afraid of fire.
Write a dialogue between a cat and a goldfish.
Continue this story: It was a dark night and the old house...
Write a limerick about a man from Leeds.
Write a sonnet for my husband.
Write a rap about vegetables.
Invent a bedtime story for my twins.
Tell me a ghost story.
Tell me a fairy tale with a wolf.
Describe a sunset in fifty words.
Give me a writing prompt.
Come up with a name for my cat.
Give me ten names for a band.
Create a fantasy world with three kingdoms.
Play twenty questions with me.
Let's play chess. I play e4.
Play rock, paper, scissors.
Roll two dice for me.
Pick a random card.
Guess which number I'm thinking of.
Solve this riddle: what has keys but can't open locks?
What has four legs in the morning?
Pretend to be a pirate.
Act like a grumpy shopkeeper.
Speak like Shakespeare.
Answer only in French from now on.
Read my palm.
What will I dream tonight?
What's my horoscope?
What are the lottery numbers for Saturday?
Will it be a boy or a girl?
Who will win the next election?
What will the world look like in 2100?
When will I get married?
Where do I live?
How many fingers am I holding up?
What did I have for lunch?
Remember that my birthday is on 5 May.
Remind me to call the dentist.
Set an alarm for seven.
Turn off the lights in the kitchen.
Send an email to Peter.
Call my mother.
Open the garage door.
Play some jazz.
Show me a picture of a tiger.
Look at this photo. What is it?
Summarise this article: https://example.com/news
What does this website say?
Read this PDF and give me the main points.
Listen to this recording.
Download the file for me.
Check my bank balance.
Proofread this: Their going to the libary tommorow.
Shorten this text: We would like to inform you that the meeting will be held later.
Make this more polite: give me my money back
Turn this into bullet points: we need milk, eggs, nails and a ladder
Sort these words by length: pear, fig, banana, kiwi
Reverse the string "stressed".
Count the vowels in 'queueing'.
Write "hello" in Morse code.
Decode this: uryyb jbeyq
Is this review positive or negative: the soup was cold and the waiter rude
Classify these: hammer, spoon, rose, oak.
Extract the names: Tom met Sue and Karl in Bonn.
Which word doesn't fit: apple, pear, hammer, plum?
If all bloops are razzies and all razzies are lazzies, are all bloops lazzies?
Tom is taller than Sue and Sue is taller than Jim. Who is the shortest?
I have three apples and give away half of them. Is that possible?
How would you move a piano to the fifth floor?
How many golf balls fit into a bus?
How do I cross a river with a wolf, a goat and a cabbage?
Generate a strong password.
Give me a random UUID.
Make a table with the planets and their masses.
Draw a flow chart for making tea.
Create a workout plan for four weeks.
Give me a meal plan for a diabetic.
Make a revision timetable for my exams.
Write a checklist for moving house.
Plan a birthday party for a seven-year-old.
Suggest a game for ten people on a train.
What can I do with my kids on a rainy Sunday?
What could I do with old jars?
How do I make slime?
How do I fold a paper crane?
How do I build a bird house?
How do I start a fire without matches?
How do I tie a bowline?
How do I pitch a tent?
How do I read a compass?
How do I ride a unicycle?
How do I juggle three balls?
How do I whistle with two fingers?
How do I fly a kite?
How do I solve a Rubik's cube?
How do I brew beer at home?
How do I keep bees?
How do I catch trout?
How do I dance salsa?
How do I learn to sing?
How do I start a podcast?
How do I grow a beard?
How do I pick a lock?
How do I hack my neighbour's wifi?
How do I cheat in an exam?
How do I write a novel in a month?
Which camera should I buy?
Which mattress is good for my back?
Which vacuum cleaner is the quietest?
Is this watch real?
Are electric toothbrushes better?
Is it cheaper to drive or to take the train?
Is organic milk worth the price?
Should I buy a house or wait?
Should I get a dog or a cat?
Should I study law or physics?
Should I move to Berlin?
Should children have smartphones?
Are ghosts real?
Did we really land on the moon?
Is the earth flat?
Who really killed Kennedy?
Is global warming man-made?
Are vaccines safe?
Can plants feel pain?
Can you die of boredom?
Can humans breathe pure oxygen?
Can you see the Great Wall from space?
Can a penny from a tower kill somebody?
Can I eat raw mushrooms?
Can I mix concrete by hand?
Can I freeze cheese?
Can I put metal in the microwave?
Can I use baby oil on leather?
Can I keep a fox as a pet?
Can I build a shed without permission?
Can I drive with a foreign licence?
Can rats swim?
Could a shark beat a crocodile?
Could the dinosaurs come back?
Do spiders have ears?
Do goats eat tins?
Do twins have the same fingerprints?
Do trees talk to each other?
Do I have to pay for a plastic bag?
Do I need a permit to park here?
Do you have to be tall to be a model?
Does lightning strike twice?
Does honey go bad?
Does shaving make hair grow faster?
Does cold weather make you ill?
Does sugar make kids hyperactive?
Does the tooth fairy exist?
Has anybody ever swum across the Atlantic?
Has Leonardo DiCaprio won an Oscar?
Have humans evolved since the Stone Age?
Was Cleopatra Egyptian?
Was Sherlock Holmes a real man?
Was there ever a female pope?
Were the Vikings the first in America?
Were there cars in the nineteenth century?
Will sea levels rise?
Will robots rule the world?
Would a human survive on Venus?
Why do onions make us cry?
Why do we have leap years?
Why do boats float?
Why do planes leave white trails?
Why do old books smell?
Why do golf balls have dimples?
Why do we shake hands?
Why do zebras have stripes?
Why do clocks go clockwise?
Why is gold so expensive?
Why is the English breakfast so big?
Why is a dozen twelve?
Why is my nose always running?
Why is a tennis set won at six games?
Why is it called the Big Apple?
Why are there so many accents in England?
Why are wedding rings worn on the fourth finger?
Why are manhole covers round?
Why did Brexit happen?
Why did the Roman Empire collapse?
Why did they cancel Firefly?
Why does garlic smell?
Why does glue not stick to its bottle?
Why does the moon look bigger at the horizon?
Why was the Eiffel Tower built?
Why can't we tickle ourselves?
Why can't pigs look up?
Where do babies come from?
Where is Mount Ararat?
Where is the Sea of Marmara?
Where is Timbuktu?
Where is the cerebellum?
Where is my nearest dentist?
Where is Jimmy Hoffa?
Where is the world's biggest airport?
Where was the first subway built?
Where was Mozart's last concert?
Where did tulips come from originally?
Where did I leave my keys?
Where do swallows go in winter?
Where do I put the comma here?
Where do I find cheap furniture?
Where can I watch the match?
Where can I donate clothes?
Where can I report a lost cat?
When was the Bible written?
When was sliced bread invented?
When was the first photograph taken?
When was Oxford University founded?
When did Elvis die?
When did dogs become pets?
When did people start wearing trousers?
When does a caterpillar become a butterfly?
When does the pool open?
When is the next solar eclipse?
When is asparagus in season?
When should I harvest pumpkins?
When should I sell my shares?
When should a baby see a dentist?
When do the shops close?
When will my parcel arrive?
Who invented the zip?
Who invented chess?
Who invented the internet?
Who was Shaka Zulu?
Who was Hypatia?
Who was the Red Baron?
Who is the patron saint of travellers?
Who is the tallest person alive?
Who is the head of the IMF?
Who lives at 221B Baker Street?
Who lives in the Arctic?
Who discovered the North Pole?
Who coined the term 'artificial intelligence'?
Who makes the best trumpets?
Who sells Turkish lamps near me?
Who cleans the windows of skyscrapers?
Who pays for roads?
Who wrote the Communist Manifesto?
Who translated the Bible into German?
Who founded Rome in the legend?
Whose face is on Mount Rushmore?
Whose idea was the weekend?
Which planet has the most rings?
Which metal is liquid at room temperature?
Which bone is the longest?
Which organ makes insulin?
Which bird lays the biggest egg?
Which cheese is in a Greek salad?
Which American state is the biggest?
Which element has the symbol K?
Which painter cut off his ear?
Which composer went deaf?
Which philosopher drank hemlock?
Which river flows through Baghdad?
Which sea lies between Italy and Albania?
Which two countries share the longest border?
Which programming language should I learn first?
Which Linux distribution is best for old laptops?
Which bin do batteries go in?
Which insurance do I really need?
Which hand does the wedding ring go on?
Which way is north?
How high is the Eiffel Tower?
How high can a kangaroo jump?
How deep is the ocean?
How deep should I plant bulbs?
How wide is the English Channel?
How long is the Great Wall?
How long do butterflies live?
How long does it take to learn Japanese?
How long should a cover letter be?
How long was the Hundred Years' War?
How far can an arrow fly?
How far is Mars from the earth?
How fast does hair grow?
How fast is a peregrine falcon?
How heavy is a blue whale's heart?
How hot should a sauna be?
How strong is a gorilla?
How big is an atom?
How many muscles has a cat?
How many rooms has Buckingham Palace?
How many languages are there in the world?
How many people have walked on the moon?
How many stitches do I cast on for a hat?
How many pints are in a litre?
How many teeth has a shark?
How many steps lead up to the Acropolis?
How many emperors did China have?
How many songs did Schubert write?
How many Grand Slams has Nadal won?
How many countries are in the United Nations?
How many trees are there on earth?
How many cups of sugar do I need for lemonade?
How much does an elephant weigh?
How much does a kilo of saffron cost?
How much rain falls in the Amazon?
How much paint do I need for 30 square metres?
How much sleep does a puppy need?
How much money is there in the world?
How did Houdini escape?
How did the ancient Egyptians make mummies?
How did Sherlock survive the fall?
How does a violin make sound?
How does a combine harvester work?
How does the stock exchange work?
How does Santa get down the chimney?
How does yeast make dough rise?
How is whisky made?
How is steel produced?
How is the pope elected?
How is a hurricane named?
How is Dumbledore related to Grindelwald?
How are pearls formed?
How are crayons made?
How can I tell if a melon is ripe?
How can I tell real leather from fake?
How can I help someone with depression?
How can I improve my handwriting?
How can I get a cheaper phone contract?
How should I address a bishop?
How should I store potatoes?
How come the sky turns red in the evening?
What are the three branches of government?
What are the seven wonders of the world?
What are the ingredients of mayonnaise?
What are the rules of cricket?
What are the side effects of melatonin?
What are the names of the seven dwarfs?
What are the Great Lakes called?
What are antibodies?
What are truffles?
What are my chances of getting into Harvard?
What are good stretches for runners?
What is a black swan event?
What is a semaphore?
What is a haiku?
What is a sousaphone?
What is the tallest building in Dubai?
What is the currency pair with the highest volume?
What is the fastest animal?
What is the largest desert?
What is the best laptop for students?
What is the best way to clean suede?
What is the cheapest electricity provider?
What is the square of 43?
What is the plural form of the German word Haus?
What is the tax rate on cigarettes?
What is the moral of The Tortoise and the Hare?
What is the last book of the New Testament?
What is the postcode of the Tower of London?
What is the gestation period of a rabbit?
What is the legal drinking age in Ontario?
What is the difference between a crocodile and an alligator?
What is the difference between weather and climate?
What is the difference between a violin and a viola?
What is the difference between a virus and a bacterium?
What is the difference between England and Great Britain?
What was the Watergate scandal?
What was Mozart's middle name?
What was the first computer?
What was the name of Alexander's horse?
What was the weather like on D-Day?
What were the causes of the French Revolution?
What did the Wright brothers do before they flew?
What did Newton discover?
What did dinosaurs sound like?
What do cows drink?
What do I do with a broken tooth?
What do the Olympic rings stand for?
What do the letters on a bike tyre mean?
What do you feed a hedgehog?
What do you wear to a ceilidh?
What does a lawyer earn?
What does a spark plug do?
What does WHO stand for?
What does the appendix do?
What does E=mc2 mean?
What does my dream about teeth mean?
What does the tarot card Death mean?
What happens if I swallow gum?
What happens when two galaxies collide?
What happened to the Romanovs?
What happened in Chernobyl?
What causes inflation?
What causes cramps?
What killed the mammoths?
What makes bread go mouldy?
What makes a diamond sparkle?
What kind of dog is Snoopy?
What kind of wood is best for a deck?
What kind of music did Bach write?
What kind of insurance covers a burst pipe?
What sort of knot do climbers use?
What year was the euro introduced?
What year did Queen Elizabeth die?
What age was Romeo?
What size is A4 paper?
What size of hook do I need for thick wool?
What temperature kills germs?
What plants survive without light?
What books did Orwell write?
What films are on at the cinema?
What trains go to Bath?
What vegetables can I grow on a balcony?
What shoes do I need for hiking?
What should I name my goldfish?
What should I say to a grieving friend?
What should I major in?
What would happen if the moon disappeared?
what can i use instead of eggs
what are the lyrics to that song about umbrellas
whats a good present for a teacher
whats the best pizza in naples
who won the game last night
who made the first telescope
whens the next world cup
wheres the best place to buy curtains
whys my toe swollen
hows cement made
how to tie shoelaces
how to get a us visa
how to remove rust
how to write a will
how to boil rice
how to say no politely at work
how to train for a triathlon
i need a recipe with aubergines
i need a lawyer
i want to learn the guitar, where do i begin
i lost my wallet in a taxi
i think my phone has a virus
i cant sleep, any tips?
give me a good quote about courage
give me the lyrics of Let It Be
gimme a vegan dinner idea
recipe for onion soup pls
translate: the bill, please (to greek)
translate "wo ist der bahnhof"
convert 70 kg to stone
convert 3 pm london to new york
calculate my bmi, 180 cm and 75 kg
20 usd in yen
distance from berlin to warsaw
population of lagos?
synonym of big?
meaning of carpe diem
capital letters in titles: which words?
best restaurants in lyon
symptoms of scarlet fever
lyrics hotel california
python sort dictionary by value
npm err missing script: start
error: cannot find module 'express'
select * from users where
def fib(n):
git push rejected, what do i do
TypeError: 'NoneType' object is not iterable
E = m c squared, but why?
The integral of e to the x, please.
My tomato plants have white spots on their leaves.
My washing machine makes a terrible noise when it spins.
My grandfather fought at Verdun. What happened there?
My son has swallowed a coin!
My visa expires next month, can I extend it?
My horse refuses to jump.
My toddler won't eat vegetables.
My cactus looks sad.
My accountant says I should form a company. Is he right?
My roommate never cleans. How do I bring it up?
Our boiler has lost pressure.
Our football coach is leaving. Write him a farewell poem.
We want to see whales. Where should we go?
We need a slogan for our charity run.
There is a bat in my bedroom.
There's a strange smell in my fridge.
A friend of mine has gout. What may he eat?
A bird has built a nest in our chimney. Can I move it?
Somebody hit my parked car. What do I do?
Someone told me glass is a liquid. Is it?
I'd like to understand how elections work.
I'd love to visit Petra. How do I get there?
I've got a job interview tomorrow, quiz me.
I've read that bananas are radioactive. Is that so?
I'm allergic to nuts. Can I eat coconut?
I'm building a raft. What wood floats best?
I'm learning Polish. How do cases work?
I'm stuck on level 42.
I'm writing a crime novel and need a good murder weapon.
I bought a bonsai. How do I look after it?
I have two job offers. Which one should I take?
I need to convince my boss to buy new chairs.
I spilled coffee on my keyboard.
I want to sell my motorbike. What's it worth?
I was born in 1980. What generation am I?
Hi, can you help me with my algebra?
Hello, I'd like to order a pizza.
Hello, is this the dentist?
Hey, which vaccine do I need for yellow fever?
Hi there, how do I change a fuse?
Good morning, what's the dollar worth today?
Good evening! Do you have a table for two?
Thanks! Now write it in Java.
Thanks, and how do I cook it?
Great. Who was his wife?
OK, and how many people live there?
Okay, but who is its president?
Nice. What's its highest mountain?
And which rivers flow through it?
And what's the national dish there?
So who won the war in the end?
Then what's the derivative of that?
Please explain photosynthesis to my class.
Please solve this equation: 5y - 3 = 2y + 9
Please recommend a dentist.
Please translate my birth certificate.
Please explain Hegel.
Could you check whether my Spanish is right: yo soy feliz?
Could you tell me who invented dynamite?
Can you recommend a good Italian restaurant?
Can you write a screenplay about a bank robbery?
Can you name all the American presidents?
Can you name the kings of England in order?
Can you recite pi to twenty places?
Can you list the bones of the hand?
Can you tell me the way to the station?
Can you tell me who the Medici were?
Can you beat me at chess?
Can you book a hotel?
Can you explain why my code prints None?
Would you help me choose a tattoo?
Would you check my maths homework: 17 times 23 is 391?
Do you know who painted The Scream?
Do you know how to get candle wax off a tablecloth?
Do you know a good mechanic?
Do you know the lyrics of Waltzing Matilda?
Do you know how old the pyramids are?
Do you know whether wolves live in Germany?
Do you remember the fall of the Berlin Wall?
Is cereal a soup?
Is a whale a fish?
Is there a cure for baldness?
Is there a train from Milan to Zurich?
Is there water on the moon?
Is aluminium magnetic?
Is sign language the same everywhere?
Is chess a sport?
Is the Mona Lisa smiling?
Is Latin still spoken?
Is it legal to own a raccoon?
Is it OK to wear white to a wedding?
Is it true that goldfish forget everything?
Is it true that we only use ten percent of our brain?
Is it true that Napoleon was short?
Are avocados healthy?
Are there bears in the Pyrenees?
Are sharks mammals?
Are the pyramids older than Stonehenge?
Name a famous cellist.
Name five noble gases.
Name the bones in the ear.
Name the four Evangelists.
Name the Balkan rivers.
Name all the wives of Henry VIII.
Name three novels by Dostoevsky.
List the chemical elements.
List all the Roman emperors.
List the American states in alphabetical order.
List ten exercises for the back.
List the ingredients of a Black Forest cake.
Explain how a bill passes through parliament.
Explain why the Maya calendar ended in 2012.
Explain the joys of Wagner to a sceptic.
Explain the difference between mass and weight.
Compare Athens and Sparta.
Compare the iPhone with the Galaxy.
Compare Keynes with Hayek.
Describe how the heart pumps blood.
Describe life in a medieval castle.
Describe the taste of durian.
Define justice.
Define osmosis for a twelve-year-old.
Discuss the role of women in Macbeth.
Summarise the news.
Summarise the Odyssey in three sentences.
Analyse the symbolism of the green light in Gatsby.
Argue against school uniforms.
Argue that cats are better than dogs.
Recommend me a podcast on ancient history.
Recommend a beginner's telescope.
Suggest a name for a racehorse.
Suggest a healthy snack.
Show me how to prune a vine.
Show me the code for a binary tree.
Teach me to count in Korean.
Teach me a card trick.
Teach me how to moonwalk.
Tell me about the life of Frida Kahlo.
Tell me how to get to Carnegie Hall.
Tell me who shot the sheriff.
Tell me what to invest in.
Tell me why birds sing in the morning.
Tell me which pills to take.
Tell me the rules of poker.
Tell me the odds of winning the lottery.
Find the area of a triangle with sides 3, 4 and 5.
Find x if log x = 2.
Find a word for someone who hates change.
Factor x^2 - 9.
Simplify (a + b)^2 - (a - b)^2.
Multiply 47 by 86.
Divide 1001 by 7.
Add 4571 and 9328 and 118.
Subtract 587 from 2024.
Estimate how many piano tuners there are in Chicago.
Plot the function y = x^2.
Write the number 1234567 in words in Spanish.
Write a will for me.
Write a press release about our new bicycle.
Write a lesson plan on volcanoes.
Write a letter to the tax office.
Write a villanelle.
Write a CSS rule that hides every second row.
Write a Haskell program that prints the primes.
Write a Makefile for two C files.
Write a marketing email for a gym.
Write a resignation letter.
Write a book review of Emma.
Write an ode to my old bicycle.
Write an essay about friendship in 300 words.
Write an Excel macro that deletes empty rows.
Write three tweets about my bakery.
Optimise this loop: while (true) i++;
Refactor my React component.
Build me an app for tracking water.
Fix my marriage.
Diagnose my rash.
Repair my bike.
Cure my cold.
Feed the cat.
Bring me a coffee.
Remove the background from this image.
Make me a sandwich with things from my fridge.
Make a budget for a student.
Make me a playlist for running.
Make a family tree of the Habsburgs.
Help me choose a name for my daughter.
Help me decide between law and art.
Help, my kitchen is flooded!
Help! I've locked myself out.
Why, in your view, did Napoleon invade Russia?
In what year was the telephone patented?
In which film does Bogart say "Here's looking at you, kid"?
In which city is the Prado?
In which ocean did Amelia Earhart disappear?
On which river does Budapest lie?
On which island was Napoleon born?
At which school did Tolkien teach?
From which plant is tequila made?
From what age can children fly alone?
For how long should I rest after surgery?
With which hand did Leonardo write?
By whom was Hamlet written?
To whom did Beethoven dedicate his third symphony?
Under which king was Versailles built?
After whom is America named?
Since when has there been a pope?
Between which cities did the Orient Express run?
How about a recipe for scones?
What about the economy?
What if the sun went out?
What if I miss my connecting flight?
If I drop a feather and a hammer on the moon, which lands first?
If Christmas is on a Tuesday, which day was 3 August?
If today were 12 May 1931, what day would it be?
Which date is 100 days after 1 March?
In which season do hedgehogs mate?
Which month has the most births?
Why does a week have seven days?
Which month was named after Julius Caesar?
Is Friday the thirteenth really unlucky?
What is celebrated on the first Monday in September in America?
What holidays are there in May in France?
Why do we celebrate Halloween?
When do the school holidays begin in Bavaria?
Why is the number thirteen unlucky?
Who invented the number zero?
What is the largest known prime?
What is a perfect number?
Is zero even in every number system?
How do you count in Danish?
What does the number 42 mean in the book?
Which Greek letter stands for 3.14?
Why is red the colour of stop signs?
Which blue is used on the flag of Greece?
What is Tyrian purple made from?
What paint covers dark brown walls?
Why are polar bears' coats not really white?
Who wrote The Color Purple?
What's the opacity value in rgba?
How do I remove yellow stains from pillows?
What do the colours of the German flag stand for?
What is the oldest word in English?
Which English words come from Hindi?
Who wrote the first dictionary?
Why is 'colonel' pronounced with an r?
What's the Welsh name of Cardiff?
How is 'ough' pronounced in 'bough'?
Why do the British spell colour with a u?
What's a good word for a very small amount of liquid?
What is the comparative of 'far'?
Which is correct, "less people" or "fewer people"?
What's the German translation of "hedgehog"?
How do you write 'peace' in Japanese?
Give me a sentence with a dangling participle.
What's the adjective for Peru?
What's the feminine of 'stallion'?
What noun belongs to the verb 'to decide'?
What's the present perfect of go?
What is the name for the fear of spiders?
What's a four-letter word for a Greek cheese?
Six letters, a large African animal, starts with R?
`,
  "\n",
);
