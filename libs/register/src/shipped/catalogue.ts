import type { CountryFacts, PostFacts } from '../places/places';
import { AFRICA } from './africa';
import { EAST_ASIA_PACIFIC } from './east-asia-pacific';
import { HOME, UNRANKED } from './elsewhere';
import { EUROPE_EURASIA } from './europe-eurasia';
import { NEAR_EAST } from './near-east';
import type { CountryLine, PostLine, PostTraits, ShippedRegion } from './region';
import { SOUTH_CENTRAL_ASIA } from './south-central-asia';
import { WESTERN_HEMISPHERE } from './western-hemisphere';

const RANKED: readonly ShippedRegion[] = [
  AFRICA,
  EAST_ASIA_PACIFIC,
  EUROPE_EURASIA,
  NEAR_EAST,
  SOUTH_CENTRAL_ASIA,
  WESTERN_HEMISPHERE,
  HOME,
];

const NAME_BEFORE_CITY = {
  embassy: 'Embassy',
  consulate: 'Consulate General',
  mission: 'US Mission',
  office: 'US Office',
};

function countryOf(line: CountryLine, bureau: string | null, isRanked: boolean): CountryFacts {
  const [id, iso2, name, adjective, geographicTag] = line;
  return { id, iso2, name, adjective, geographicTag, bureau, isRanked };
}

function postOf([id, city, countryId, zone, traits = {}]: PostLine): PostFacts {
  const kind = traits.kind ?? 'embassy';
  return { id, city, name: nameOf(city, traits), kind, countryId, zone, isActive: !traits.isClosed };
}

function nameOf(city: string, traits: PostTraits): string {
  return traits.name ?? `${NAME_BEFORE_CITY[traits.kind ?? 'embassy']} ${city}`;
}

const countriesOf = (regions: readonly ShippedRegion[], isRanked: boolean) =>
  regions.flatMap(({ bureau, countries }) => countries.map((line) => countryOf(line, bureau, isRanked)));

/** Every country that ships: the ranked ones first. */
export const SHIPPED_COUNTRIES: readonly CountryFacts[] = [
  ...countriesOf(RANKED, true),
  ...countriesOf(UNRANKED, false),
];

/** Every post that ships, the closed ones included. */
export const SHIPPED_POSTS: readonly PostFacts[] = [...RANKED, ...UNRANKED].flatMap((region) =>
  region.posts.map(postOf),
);

/** Which post deals with which country; a country without one is left out. */
export const SHIPPED_LEAD_POSTS: readonly { countryId: string; postId: string }[] = [...RANKED, ...UNRANKED]
  .flatMap((region) => region.countries)
  .flatMap(([countryId, , , , , postId]) => (postId === null ? [] : [{ countryId, postId }]));
