import { type Code } from '@demarche/words';
import { isZone } from '../calendar/zone';
import { type CountryFacts, countryFinder, nameKey, type PostFacts, postNamed } from '../places/places';
import { type AcceptedLine, cell, type LineReader, refuse, type RefusedLine, type TableRow } from './table';

/** What a line about a post is read against. */
interface KnownPlaces {
  countries: readonly CountryFacts[];
  posts: readonly PostFacts[];
}

/** Words that cables set before a post's name without naming another post: handling marks. */
const HANDLING_MARKS = /^(EFTO|NOFORN|EXDIS|NODIS)/;

const KINDS: readonly (readonly [RegExp, Code<'post-kind'>, string])[] = [
  [/^AMEMBASSY\b/, 'embassy', 'Embassy'],
  [/^AMCONSUL\b/, 'consulate', 'Consulate General'],
  [/^US(MISSION|INT)\b/, 'mission', 'US Mission'],
];
const OFFICE = ['office', 'US Office'] as const;

/**
 * Reads lines about posts. Known posts stay as they are; a new one needs a known country and a zone, its own or the only
 * one of the country's posts. Refused: unknown countries, marks and other names of known posts, posts put elsewhere.
 */
export function postsReader(known: KnownPlaces): LineReader<PostFacts> {
  const taken = new Map<string, number>();
  const countryOf = countryReader(known.countries);
  return (row) => {
    const id = nameKey(cell(row, 'mrn_post_token'));
    if (!id) return refuse(row, 'token-missing', 'The line gives no cable token (mrn_post_token).');
    const earlier = taken.get(id);
    if (earlier !== undefined) return refuse(row, 'twice', `${id} already stands on line ${earlier}.`);
    taken.set(id, row.line);
    const country = countryOf(row);
    if (!country) return unknownCountry(row);
    return knownPost({ row, id, country }, known) ?? newPost({ row, id, country }, known);
  };
}

/** Finds the country of a line: by ISO code where it has one, else by name; null where the register does not know it. */
export function countryReader(countries: readonly CountryFacts[]): (row: TableRow) => CountryFacts | null {
  const named = countryFinder(countries);
  return (row) => {
    const iso3 = cell(row, 'iso3').toUpperCase();
    return iso3 ? (countries.find((country) => country.id === iso3) ?? null) : named(cell(row, 'country'));
  };
}

/** The refusal of a line whose country the register does not know. */
export function unknownCountry(row: TableRow): RefusedLine {
  const name = cell(row, 'country') || cell(row, 'iso3') || '(empty)';
  return refuse(row, 'country-unknown', `The register has no country ${name}.`);
}

interface PostLineRead {
  row: TableRow;
  id: string;
  country: CountryFacts;
}

function knownPost({ row, id, country }: PostLineRead, known: KnownPlaces) {
  const post = known.posts.find((candidate) => candidate.id === id);
  if (post?.countryId === country.id)
    return { line: row.line, act: 'same', subject: id, write: null } as const;
  if (post)
    return refuse(
      row,
      'country-disagrees',
      `The register has ${id} in ${post.countryId}, the line in ${country.id}.`,
    );
  const other = otherPost(row, id, known);
  return other && refuse(row, 'other-name', `${id} is another name of ${other.id}.`);
}

function otherPost(row: TableRow, id: string, known: KnownPlaces): PostFacts | null {
  const plain = id.replace(HANDLING_MARKS, '');
  const named = postNamed(known.posts, plain) ?? postNamed(known.posts, cell(row, 'city') || plain);
  return named;
}

function newPost(
  { row, id, country }: PostLineRead,
  known: KnownPlaces,
): AcceptedLine<PostFacts> | RefusedLine {
  if (country.id === 'USA')
    return refuse(row, 'not-abroad', 'A post in the United States is no post abroad.');
  const city = cell(row, 'city');
  if (!city) return refuse(row, 'city-missing', 'The line gives no city.');
  const zone = zoneOf(row, country, known.posts);
  if (!zone)
    return refuse(
      row,
      'zone-unknown',
      `The time zone of ${city} is not certain; give it in a column named zone.`,
    );
  const [kind, before] = kindOf(row);
  const write = { id, city, name: `${before} ${city}`, kind, countryId: country.id, zone, isActive: true };
  return { line: row.line, act: 'add', subject: id, write };
}

function zoneOf(row: TableRow, country: CountryFacts, posts: readonly PostFacts[]): string | null {
  const given = cell(row, 'zone');
  if (given) return isZone(given) ? given : null;
  const zones = new Set(posts.filter((post) => post.countryId === country.id).map((post) => post.zone));
  return zones.size === 1 ? ([...zones][0] ?? null) : null;
}

function kindOf(row: TableRow): readonly [kind: Code<'post-kind'>, nameBeforeCity: string] {
  const address = cell(row, 'plain_language_address').toUpperCase();
  const found = KINDS.find(([shape]) => shape.test(address));
  return found ? [found[1], found[2]] : OFFICE;
}
