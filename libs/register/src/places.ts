import { type Code } from '@demarche/words';
import { FORMER_POST_NAMES, OTHER_COUNTRY_NAMES } from './shipped/former-names';

/** What is known of a country; the entity satisfies it by shape. */
export interface CountryFacts {
  id: string;
  iso2: string;
  name: string;
  adjective: string;
  geographicTag: string;
  bureau: string | null;
  isRanked: boolean;
}

/** What is known of a post; the entity satisfies it by shape. */
export interface PostFacts {
  id: string;
  city: string;
  name: string;
  kind: Code<'post-kind'>;
  countryId: string;
  zone: string;
  isActive: boolean;
}

/** A name as names are compared: upper case, letters and digits only, so that case, blanks, hyphens and accents do not count. */
export function nameKey(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** The post that a cable token, a city or a former name means, or null. */
export function postNamed<P extends Pick<PostFacts, 'id' | 'city'>>(
  posts: readonly P[],
  text: string,
): P | null {
  const key = nameKey(text);
  const token = posts.find((post) => post.id === key);
  if (token) return token;
  const city = posts.find((post) => nameKey(post.city) === key);
  return city ?? posts.find((post) => post.id === FORMER_POST_NAMES[key]) ?? null;
}

const withoutArticle = (key: string) => key.replace(/^THE/, '');

/** The country that a name, an ISO code of three letters or another of its names means, or null. */
export function countryNamed<C extends Pick<CountryFacts, 'id' | 'name'>>(
  countries: readonly C[],
  text: string,
): C | null {
  const key = withoutArticle(nameKey(text));
  const byName = countries.find((country) => withoutArticle(nameKey(country.name)) === key);
  const id = OTHER_COUNTRY_NAMES[key] ?? key;
  return byName ?? countries.find((country) => country.id === id) ?? null;
}
