/** Names and words that more than one domain takes from the same list. */
import { dataFile, once, readList } from "../read-data.ts";

export const personNames = once(() => readList(dataFile("person-names.txt")));
export const animals = once(() => readList(dataFile("animals.txt")));
export const foods = once(() => readList(dataFile("foods.txt")));
export const cities = once(() => readList(dataFile("cities.txt")));
