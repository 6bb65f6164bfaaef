import { type Code } from '@demarche/words';
import { FORMER_POST_NAMES, OTHER_COUNTRY_NAMES } from '../shipped/former-names';

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

/**
 * Finds the post that a cable token, a city or a former name means, or null; of two in one city the first. The posts' own
 * names are prepared once, since a table or a cable's list of addressees asks for thousands.
 */
export function postFinder<P extends Pick<PostFacts, 'id' | 'city'>>(
  posts: readonly P[],
): (text: string) => P | null {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const byCity = new Map<string, P>();
  for (const post of posts) {
    const key = nameKey(post.city);
    if (!byCity.has(key)) byCity.set(key, post);
  }
  return (text) => {
    const key = nameKey(text);
    return byId.get(key) ?? byCity.get(key) ?? byId.get(FORMER_POST_NAMES[key] ?? '') ?? null;
  };
}

/** The words of a name that are written in several ways, and the one that is compared. */
const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/&/g, ' and '],
  [/\bst\b\.?/gi, 'saint'],
  [/\brep\b\.?/gi, 'republic'],
  [/\bdem\b\.?/gi, 'democratic'],
  [/\bis\b\.?(?=\s*$)/gi, 'islands'],
];
const FOOTNOTE = /[*†‡§\d]+\s*$/;

const withoutArticle = (key: string) => key.replace(/^THE/, '').replace(/(?<=OF)THE$/, '');

/** A name as it is looked up: words written in full, footnote signs and articles left away. */
function countryKey(text: string): string {
  const plain = SAME_WORDS.reduce(
    (name, [word, full]) => name.replace(word, full),
    text.replace(FOOTNOTE, ''),
  );
  return withoutArticle(nameKey(plain));
}

const BRACKETED = /^(.*?)\s*\(([^)]*)\)\s*$/;

/** The ways to read a whole name: as written, turned round at its comma, and round its brackets. */
function readingsOf(text: string): string[] {
  const [, plain = text, bracketed = ''] = BRACKETED.exec(text) ?? [];
  const [head = '', ...tail] = plain.split(',').map((part) => part.trim());
  const turned = tail.length > 0 ? [`${tail.join(' ')} ${head}`] : [];
  return [text, ...turned, `${bracketed} ${plain}`].map(countryKey);
}

/**
 * Finds the country that a name, an ISO code of three letters or another of its names means, or null: inverted names of
 * reports (Gambia, The; Korea, South), names with brackets, ampersands and footnote signs included. The countries' own
 * names are prepared once, since a table asks for thousands.
 */
export function countryFinder<C extends Pick<CountryFacts, 'id' | 'name'>>(
  countries: readonly C[],
): (text: string) => C | null {
  const keyed = new Map(countries.map((country) => [countryKey(country.name), country]));
  const byId = new Map(countries.map((country) => [country.id, country]));
  const find = (key: string) => keyed.get(key) ?? byId.get(OTHER_COUNTRY_NAMES[key] ?? key) ?? null;
  return (text) => {
    const whole = readingsOf(text).map(find).find(Boolean);
    if (whole) return whole;
    const [, plain = '', bracketed = ''] = BRACKETED.exec(text) ?? [];
    return agreed(find(countryKey(plain)), find(countryKey(bracketed)));
  };
}

/** Brackets that name the same country again, or nothing known, are a remark; another country in them is a doubt. */
function agreed<C>(outside: C | null, inside: C | null): C | null {
  return outside && inside && outside !== inside ? null : (outside ?? inside);
}
