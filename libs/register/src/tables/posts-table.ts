import { type Code } from '@demarche/words';
import { isZone } from '../calendar/zone';
import { type CountryFacts, countryFinder, nameKey, type PostFacts, postFinder } from '../places/places';
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
export function postsReader({ countries, posts }: KnownPlaces): LineReader<PostFacts> {
  const taken = new Map<string, number>();
  const countryOf = countryReader(countries);
  const known = preparedPosts(posts);
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
  const byId = new Map(countries.map((country) => [country.id, country]));
  return (row) => {
    const iso3 = cell(row, 'iso3').toUpperCase();
    return iso3 ? (byId.get(iso3) ?? null) : named(cell(row, 'country'));
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

/** The known posts, prepared once since a table asks for thousands. */
interface PreparedPosts {
  byId: ReadonlyMap<string, PostFacts>;
  named: (text: string) => PostFacts | null;
  /** The zones of the posts in each country. */
  zones: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether this is a zone; each is asked of the machine once a table. */
  isZone: (zone: string) => boolean;
}

function preparedPosts(posts: readonly PostFacts[]): PreparedPosts {
  const zones = new Map<string, Set<string>>();
  for (const { countryId, zone } of posts)
    zones.set(countryId, (zones.get(countryId) ?? new Set()).add(zone));
  return {
    byId: new Map(posts.map((post) => [post.id, post])),
    named: postFinder(posts),
    zones,
    isZone: zoneJudge(),
  };
}

function zoneJudge(): (zone: string) => boolean {
  const judged = new Map<string, boolean>();
  return (zone) => {
    const is = judged.get(zone) ?? isZone(zone);
    judged.set(zone, is);
    return is;
  };
}

function knownPost({ row, id, country }: PostLineRead, known: PreparedPosts) {
  const post = known.byId.get(id);
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

function otherPost(row: TableRow, id: string, { named }: PreparedPosts): PostFacts | null {
  const plain = id.replace(HANDLING_MARKS, '');
  return named(plain) ?? named(cell(row, 'city') || plain);
}

function newPost(
  { row, id, country }: PostLineRead,
  known: PreparedPosts,
): AcceptedLine<PostFacts> | RefusedLine {
  if (country.id === 'USA')
    return refuse(row, 'not-abroad', 'A post in the United States is no post abroad.');
  const city = cell(row, 'city');
  if (!city) return refuse(row, 'city-missing', 'The line gives no city.');
  const zone = zoneOf(row, country, known);
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

function zoneOf(row: TableRow, country: CountryFacts, known: PreparedPosts): string | null {
  const given = cell(row, 'zone');
  if (given) return known.isZone(given) ? given : null;
  const [only, ...others] = known.zones.get(country.id) ?? [];
  return others.length === 0 ? (only ?? null) : null;
}

function kindOf(row: TableRow): readonly [kind: Code<'post-kind'>, nameBeforeCity: string] {
  const address = cell(row, 'plain_language_address').toUpperCase();
  const found = KINDS.find(([shape]) => shape.test(address));
  return found ? [found[1], found[2]] : OFFICE;
}
