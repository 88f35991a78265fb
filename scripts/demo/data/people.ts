/** What people say of themselves: names, pets, food, jobs, hobbies, cities. */

export const personNames = list(`
  Anna Ben Clara David Emma Felix Grace Henry Isabel Jack Kate Leo Maria Nina Oscar Paul Quinn Rosa
  Sam Tina Uma Victor Wendy Xavier Yara Zoe Ali Omar Fatima Yuki Kenji Mei Chen Raj Priya Ivan Olga
  Lars Ingrid Pedro Lucia Carlos Sofia Luca Giulia Pierre Claire Hans Greta Amir Leila Kofi Amara
  Tariq Noor Sven Freya Dmitri Elena Mateo Valentina Aisha Bilal Chloe Daniel Eva Finn Gabriel Hannah
  Ian Julia Kevin Laura Mark Nora Oliver Peter Rachel Simon Thomas Ursula Vera William Alice Bob
  Charlie Dora Erik Fred George Helen Ida John Karl Linda Michael Nick Otto Robert Sara Tom Max Mia
  Noah Liam Ella Jonas Lena Moritz Paula Tim Alex Chris Jordan Taylor Robin Sasha Kim Lee Pat
`);

export const animals = list(`
  dog cat rabbit hamster parrot horse fish turtle bird goldfish snake mouse pony lizard ferret
`);

export const petNames = list(`
  Rex Bello Luna Milo Bella Max Charlie Coco Rocky Daisy Simba Nala Oreo Felix Tiger Fluffy Bruno
  Lucky Snowy Shadow Ginger Pepper Biscuit Buddy Molly Toby Ziggy Pixel Waffle Mango
`);

export const foods = list(`
  pizza pasta sushi rice soup salad bread cheese chocolate curry tacos pancakes noodles ice_cream
  apples strawberries fish chicken burgers lasagna dumplings cake bananas mushrooms potatoes falafel
  ramen paella
`);

export const jobs = list(`
  teacher doctor nurse farmer baker pilot painter lawyer cook driver writer singer student mechanic
  gardener carpenter dentist librarian plumber programmer musician photographer waiter tailor designer
  scientist
`);

export const hobbies = list(`
  chess football reading painting cooking swimming hiking dancing singing tennis gardening running
  cycling fishing knitting photography skiing climbing basketball yoga sailing drawing baking
`);

export const cities = list(`
  Berlin Hamburg Munich New_York Chicago Boston Seattle Sydney Melbourne Toronto Milan Barcelona Lyon
  Zurich Geneva Istanbul Mumbai Shanghai Osaka Manchester Liverpool Porto Naples Krakow Rotterdam
  Antwerp Gothenburg Bergen Dubai Karachi Lagos Johannesburg Casablanca Houston Dallas Denver Miami
  Vancouver Montreal Leeds
`);

export const otherColours = list(`
  turquoise violet beige crimson teal magenta lilac cyan indigo maroon olive navy ivory amber
`);

/** What nobody tells it, but may ask for. */
export const unheard = list(`
  shoe_size surname last_name birthday phone_number address mother's_name brother's_name
  favourite_song favourite_film favourite_book height favourite_season favourite_drink wife's_name
  best_friend's_name password eye_colour favourite_sport favourite_country sister's_age car's_colour
`);

/** Words parted by spaces; "_" is a space inside one. */
function list(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll("_", " "));
}
