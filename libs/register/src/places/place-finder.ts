import type { Country } from './country.entity';
import { countryFinder, postFinder } from './places';
import type { Post } from './post.entity';

/** Finds places by what people and cables write; each answers null for what the register does not know. */
export interface PlaceFinder {
  /** By name, older name or ISO code of three letters. */
  country(text: string): Country | null;
  /** By geographic tag. */
  countryTagged(tag: string): Country | null;
  /** By city, cable token or former name. */
  post(text: string): Post | null;
}

/** Prepares the names of all countries and posts once, for whoever looks up many. */
export function placeFinder(countries: readonly Country[], posts: readonly Post[]): PlaceFinder {
  const tagged = new Map(countries.map((country) => [country.geographicTag, country]));
  return {
    country: countryFinder(countries),
    countryTagged: (tag) => tagged.get(tag.trim().toUpperCase()) ?? null,
    post: postFinder(posts),
  };
}
