/** A country as it ships: ISO 3166 codes, name, adjective, geographic tag, and the token of its lead post or null. */
export type CountryLine = readonly [
  iso3: string,
  iso2: string,
  name: string,
  adjective: string,
  tag: string,
  leadPost: string | null,
];

/** What sets a post apart from an embassy that is open and named for its city. */
export interface PostTraits {
  kind?: 'consulate' | 'mission' | 'office';
  name?: string;
  isClosed?: true;
}

/** A post as it ships: cable token, city, the ISO code of the country it stands in, IANA zone. */
export type PostLine = readonly [
  token: string,
  city: string,
  countryId: string,
  zone: string,
  traits?: PostTraits,
];

/** The countries and posts of one regional bureau; null for the one country that no regional bureau has. */
export interface ShippedRegion {
  bureau: string | null;
  countries: readonly CountryLine[];
  posts: readonly PostLine[];
}

/** A consulate, the commonest trait. */
export const CONSULATE: PostTraits = { kind: 'consulate' };

/** A consulate that has closed; its name still stands in old cables. */
export const CLOSED_CONSULATE: PostTraits = { kind: 'consulate', isClosed: true };

/** An embassy that has closed or suspended its work. */
export const CLOSED: PostTraits = { isClosed: true };
