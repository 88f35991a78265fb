/** What people say of themselves: names, pets, food, jobs, hobbies, cities. */

export const personNames = list(`
  Anna Ben Clara David Emma Felix Grace Henry Isabel Jack Kate Leo Maria Nina Oscar Paul Quinn Rosa Sam
  Tina Uma Victor Wendy Xavier Yara Zoe Ali Omar Fatima Yuki Kenji Mei Chen Raj Priya Ivan Olga Lars
  Ingrid Pedro Lucia Carlos Sofia Luca Giulia Pierre Claire Hans Greta Amir Leila Kofi Amara Tariq Noor
  Sven Freya Dmitri Elena Mateo Valentina Aisha Bilal Chloe Daniel Eva Finn Gabriel Hannah Ian Julia Kevin
  Laura Mark Nora Oliver Peter Rachel Simon Thomas Ursula Vera William Alice Bob Charlie Dora Erik Fred
  George Helen Ida John Karl Linda Michael Nick Otto Robert Sara Tom Max Mia Noah Liam Ella Jonas Lena
  Moritz Paula Tim Alex Chris Jordan Taylor Robin Sasha Kim Lee Pat Aaron Abdul Abel Abigail Ada Adam
  Adele Adrian Agnes Ahmed Aiko Akira Alan Albert Alejandro Alessia Alexander Alexandra Alfred Alina Alma
  Alvaro Amanda Amelia Ana Anastasia Andre Andrea Andrew Andy Angela Angelo Anika Anita Ann Annika Anthony
  Antonio Anton April Archie Ariel Arjun Arnold Arthur Arun Asha Astrid August Aurora Ava Axel Ayesha
  Barbara Bart Beatrice Becky Benedict Benjamin Bernard Bettina Beth Betty Bianca Bill Birgit Bjorn Boris
  Brandon Brenda Brian Bridget Bruce Bruno Caleb Camila Carina Carla Carmen Carol Caroline Casper
  Catherine Cecilia Cedric Celine Cesar Chandra Charles Charlotte Chiara Christian Christina Christine
  Christopher Cindy Clarissa Claudia Clement Colin Connor Constance Cora Craig Cristina Cynthia Daisy
  Dalia Damian Dan Daniela Danny Daphne Darius Dean Deborah Denise Dennis Derek Diana Diego Dirk Dolores
  Dominic Donald Donna Doris Dorothy Douglas Duncan Dylan Eddie Edgar Edith Eduardo Edward Edwin Eileen
  Elaine Eleanor Eli Elias Elizabeth Ellen Elliot Elsa Emil Emilia Emily Emmanuel Enzo Eric Esther Ethan
  Eugene Evan Evelyn Fabian Farah Fernando Fiona Flora Florian Frances Francesca Francis Frank Franz Frida
  Gary Gavin Geoffrey Georgia Gerald Gianna Giorgio Giovanni Gloria Gordon Graham Gregory Guido Gustav
  Hadi Hana Harold Harriet Harry Haruto Hassan Hazel Heather Hector Heidi Helga Herman Hilda Hiroshi Holly
  Hope Howard Hugo Hussein Ibrahim Igor Ines Ingo Irene Iris Irina Isaac Isla Ismail Ivy Jacob Jaime Jakob
  James Jamie Jan Jane Janet Jasmine Jason Javier Jean Jeff Jennifer Jeremy Jesse Jessica Jill Jim Joan
  Joanna Joe Joel Johanna Johannes Jonathan Jose Joseph Josephine Joshua Joyce Juan Judith Judy Julian
  Juliet Julius June Kai Kamala Karen Karim Karin Katarina Katherine Katja Keith Kelly Kenneth Khalid
  Kiran Kirsten Klaus Kristen Kumar Kurt Kwame Kyle Lara Larry Lauren Lea Leon Leonard Leonardo Leslie
  Lewis Lillian Lily Lisa Logan Lorenzo Louis Louise Lucas Lucy Luis Lukas Luna Lydia Lynn Madeleine Magda
  Mahmoud Maja Malcolm Malik Manuel Marcel Marco Marcus Margaret Margot Marie Marina Mario Marion Marisol
  Marlene Marta Martha Martin Marvin Mary Mathilda Matthew Maurice Maya Megan Mehmet Melanie Melissa
  Mercedes Michelle Miguel Mike Milan Miles Mina Mira Miranda Miriam Mohammed Mona Monica Morgan Moses
  Muhammad Murphy Nadia Naomi Natalie Natasha Nathan Neil Nelson Nicholas Nico Nicole Nigel Nikolai Nils
  Nilufar Noel Noemi Norman Odette Olaf Ole Oleg Olivia Orlando Oskar Owen Pablo Paloma Pamela Paolo
  Pascal Patricia Patrick Pauline Pavel Penelope Percy Perry Petra Philip Philippa Phoebe Piotr Rafael
  Rahul Ralph Ramon Raquel Rashid Ravi Raymond Rebecca Regina Reza Ricardo Richard Rita Roberta Roberto
  Rodrigo Roger Roland Roman Ronald Rory Rosalind Rosemary Ross Roxana Ruben Rudolf Rupert Ruth Ryan
  Sabine Sabrina Sadie Sally Salma Samantha Samir Samuel Sandra Sanjay Santiago Sarah Scott Sean Sebastian
  Selma Serena Sergei Shane Shannon Sharon Sheila Sidney Silvia Simone Sophia Sophie Stanley Stefan Stella
  Stephanie Stephen Steve Stuart Sumi Sunita Susan Susanne Sylvia Tabea Takeshi Tamara Tanja Tatiana Ted
  Teresa Terry Thelma Theo Theodore Tiago Tilda Timothy Tobias Todd Tommy Tony Travis Tristan Trudy Ulrich
  Ulrike Valerie Vanessa Vasily Veronica Viktor Vincent Viola Violet Virginia Vivian Vladimir Walter Wanda
  Warren Wayne Werner Wilhelm Winston Wolfgang Yannick Yasmin Yasmine Yolanda Yusuf Yvonne Zachary Zainab
  Zara Zelda Zoltan
`);

export const animals = list(`
  dog cat rabbit hamster parrot horse fish turtle bird goldfish snake mouse pony lizard ferret guinea_pig
  canary tortoise iguana gecko budgie cockatoo donkey goat sheep pig chicken duck goose cow llama hedgehog
  rat chinchilla spider frog toad newt crab snail poodle labrador beagle kitten puppy
`);

export const petNames = list(`
  Rex Bello Luna Milo Bella Max Charlie Coco Rocky Daisy Simba Nala Oreo Felix Tiger Fluffy Bruno Lucky
  Snowy Shadow Ginger Pepper Biscuit Buddy Molly Toby Ziggy Pixel Waffle Mango Ace Archie Ash Bandit
  Barney Bear Bean Benny Blacky Blue Bonnie Boots Bubbles Buster Butterscotch Caramel Casper Chester Chip
  Chloe Cinnamon Cleo Cloud Clover Comet Cookie Cooper Cupcake Dexter Diesel Dot Duke Dusty Echo Ella Finn
  Flash Fudge George Gizmo Goldie Gus Hazel Honey Hunter Jack Jasper Jet Juno Kiki King Leo Lilly Loki
  Lola Maple Marble Maggie Minnie Misty Mittens Moose Muffin Nacho Noodle Nugget Olive Otis Patch Peanut
  Pebbles Penny Pip Poppy Princess Pumpkin Raven Roxy Ruby Rusty Sammy Scout Simon Smokey Snickers Socks
  Sparky Spot Star Stella Storm Sugar Sunny Teddy Thor Tinker Truffle Tucker Velvet Whiskers Willow
  Winston Yoda Zeus Zoe
`);

export const foods = list(`
  pizza pasta sushi rice soup salad bread cheese chocolate curry tacos pancakes noodles ice_cream apples
  strawberries fish chicken burgers lasagna dumplings cake bananas mushrooms potatoes falafel ramen paella
  spaghetti risotto gnocchi ravioli pho kebab hummus tapas gazpacho tofu tempura udon dim_sum fried_rice
  burritos quesadillas nachos guacamole chili steak ham bacon sausages schnitzel meatballs goulash stew
  roast_beef lamb duck turkey salmon tuna shrimp lobster crab oysters omelette eggs waffles crepes
  porridge cereal muesli yogurt honey jam toast bagels croissants pretzels donuts cookies brownies muffins
  cheesecake apple_pie tiramisu pudding jelly popcorn chips french_fries mashed_potatoes lentils beans
  peas carrots broccoli spinach avocado tomatoes cucumbers onions garlic peppers corn pumpkin asparagus
  artichokes olives cherries grapes peaches pears plums mangoes pineapple watermelon oranges lemons
  raspberries blueberries figs dates coconut peanuts almonds macaroni sandwiches hot_dogs fondue moussaka
  pierogi borscht kimchi bibimbap satay biryani samosas naan couscous tagine gumbo poutine
`);

export const jobs = list(`
  teacher doctor nurse farmer baker pilot painter lawyer cook driver writer singer student mechanic
  gardener carpenter dentist librarian plumber programmer musician photographer waiter tailor designer
  scientist accountant actor architect artist astronaut astronomer athlete banker barber bartender
  biologist blacksmith bookkeeper bricklayer builder butcher captain cashier chef chemist cleaner clerk
  coach comedian composer consultant cowboy dancer decorator detective director diver editor electrician
  engineer firefighter fisherman florist geologist glazier governor guard guide hairdresser historian
  hunter inspector inventor janitor jeweller journalist judge locksmith mailman manager mason
  mathematician mayor merchant midwife miller miner model monk nanny novelist optician paramedic
  pharmacist philosopher physicist physiotherapist plasterer poet policeman politician porter potter
  priest professor psychologist publisher receptionist referee reporter roofer sailor salesman sculptor
  secretary shepherd shoemaker shopkeeper social_worker soldier surgeon surveyor taxi_driver technician
  therapist trader translator truck_driver tutor veterinarian watchmaker weaver welder zookeeper
`);

export const hobbies = list(`
  chess football reading painting cooking swimming hiking dancing singing tennis gardening running cycling
  fishing knitting photography skiing climbing basketball yoga sailing drawing baking acting archery
  astronomy badminton ballet beekeeping bird_watching blogging bowling boxing camping canoeing   carpentry collecting_stamps crochet cricket diving drumming embroidery fencing filming
  flying_kites gaming golf gymnastics handball hockey horse_riding ice_skating jogging judo juggling
  karate kayaking meditation mountain_biking music
  origami parkour pilates playing_the_guitar playing_the_piano playing_the_violin poetry pottery
  programming quilting rowing rugby scuba_diving sewing singing_in_a_choir skateboarding sketching
  snowboarding squash surfing table_tennis theatre travelling trekking volleyball walking
  water_polo weaving weightlifting wood_carving writing collecting_coins bouldering calligraphy billiards
`);

export const cities = list(`
  Berlin Hamburg Munich New_York Chicago Boston Seattle Sydney Melbourne Toronto Milan Barcelona Lyon
  Zurich Geneva Istanbul Mumbai Shanghai Osaka Manchester Liverpool Porto Naples Krakow Rotterdam Antwerp
  Gothenburg Bergen Dubai Karachi Lagos Johannesburg Casablanca Houston Dallas Denver Miami Vancouver
  Montreal Leeds Aarhus Adelaide Albuquerque Alexandria Almaty Antalya Atlanta Auckland Austin Baltimore
  Bangalore Basel Belfast Bilbao Birmingham Bologna Bombay Bordeaux Bremen Brisbane Bristol Busan Calgary
  Cambridge Cape_Town Cardiff Cartagena Charlotte Chennai Cleveland Cologne Cordoba Cork Dalian Detroit
  Dortmund Dresden Durban Dusseldorf Edinburgh Essen Florence Fortaleza Frankfurt Fukuoka Gdansk Genoa
  Ghent Glasgow Graz Grenoble Guadalajara Haifa Halifax Hanover Hiroshima Ho_Chi_Minh_City Hong_Kong
  Hyderabad Innsbruck Izmir Jeddah Kansas_City Kaohsiung Kazan Kolkata Kyoto Lahore Las_Vegas Leipzig
  Lille Linz Los_Angeles Lucerne Malaga Malmo Marrakesh Marseille Medellin Memphis Minneapolis Mombasa
  Monterrey Nagoya Nantes Nashville New_Orleans Newcastle Nice Nottingham Nuremberg Odessa Oxford Palermo
  Perth Philadelphia Phoenix Pittsburgh Plymouth Portland Pune Quebec_City Recife Rio_de_Janeiro Rosario
  Sacramento Salvador Salzburg San_Antonio San_Diego San_Francisco Santa_Cruz Sao_Paulo Sapporo Seville
  Shenzhen Sheffield Split St_Petersburg Strasbourg Stuttgart Surabaya Tampa Tampere Tangier Tel_Aviv
  Thessaloniki Trieste Turin Turku Utrecht Valencia Varanasi Venice Verona Wellington Winnipeg Wroclaw
  Wuhan Yokohama York
`);

export const otherColours = list(`
  turquoise violet beige crimson teal magenta lilac cyan indigo maroon olive navy ivory amber gold silver
  bronze copper peach apricot coral salmon rose ruby scarlet burgundy mustard lime mint emerald aqua azure
  sapphire lavender mauve plum chocolate tan khaki charcoal cream dark_green dark_blue light_blue
  light_green sky_blue
`);

/** What nobody tells it, but may ask for. */
export const unheard = list(`
  shoe_size surname last_name birthday phone_number address mother's_name brother's_name favourite_song
  favourite_film favourite_book height favourite_season favourite_drink wife's_name best_friend's_name
  password eye_colour favourite_sport favourite_country sister's_age car's_colour middle_name nickname
  email_address postcode bank_account blood_type star_sign favourite_animal favourite_band favourite_game
  favourite_word husband's_name father's_name sister's_name uncle's_job weight bus_number
  school street boss's_name teacher's_name neighbour's_name hair_colour
  native_language
`);

/** Words parted by spaces; "_" is a space inside one. */
function list(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll("_", " "));
}
