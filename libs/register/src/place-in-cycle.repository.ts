import { OncePerRequest, onceKeys, Store } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Cycle } from './cycles/cycle.entity';
import type { Tier } from './cycles/tier';
import type { Country } from './places/country.entity';
import type { Post } from './places/post.entity';

/** Which country, post and cycle something is about, such as a plan; without a post it is Washington's alone. */
export interface PlaceInCycleAsked {
  countryId: string;
  postId: string | null;
  cycleId: string;
}

/** A country and the post that deals with it in one cycle, and where that cycle's report placed the country, if it did. */
export interface PlaceInCycle {
  country: Country;
  post: Post | null;
  cycle: Cycle;
  tier: Tier | null;
}

const COUNTRY = ['id', 'iso2', 'name', 'adjective', 'geographicTag', 'bureau', 'isRanked'] as const;
const POST = ['id', 'city', 'name', 'kind', 'countryId', 'zone', 'isActive'] as const;
const CYCLE = ['id', 'reportYear', 'name'] as const;

const selected = (alias: string, names: readonly string[]) =>
  names.map((name) => `${alias}."${name}" AS "${alias}_${name}"`).join(', ');

const PLACE_IN_CYCLE = `SELECT ${selected('country', COUNTRY)}, ${selected('post', POST)}, ${selected('cycle', CYCLE)},
    listing."tier" AS "tier"
  FROM "countries" country
  JOIN "cycles" cycle ON cycle."id" = ?
  LEFT JOIN "posts" post ON post."id" = ?
  LEFT JOIN "listings" listing ON listing."countryId" = country."id" AND listing."reportYear" = cycle."reportYear"
  WHERE country."id" = ?`;

const PLACED = onceKeys<PlaceInCycle | null>();

/** Reads in one statement, once a request, what stands around a plan. */
@Injectable()
export class PlaceInCycleRepository {
  constructor(
    private readonly store: Store,
    private readonly once: OncePerRequest,
  ) {}

  /** The country, the post and the cycle of these ids; null where the country or the cycle is unknown. */
  find({ countryId, postId, cycleId }: PlaceInCycleAsked): Promise<PlaceInCycle | null> {
    return this.once.read(PLACED(countryId, postId ?? '', cycleId), async () => {
      const values = [cycleId, postId, countryId];
      const [row] = await this.store.rows<Record<string, unknown>>(PLACE_IN_CYCLE, values);
      return row === undefined ? null : placeOf(row);
    });
  }
}

function placeOf(row: Record<string, unknown>): PlaceInCycle {
  const part = (alias: string, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, row[`${alias}_${name}`]]));
  const country = part('country', COUNTRY);
  const post = row.post_id === null ? null : part('post', POST);
  return {
    country: { ...country, isRanked: Boolean(country.isRanked) } as Country,
    post: post && ({ ...post, isActive: Boolean(post.isActive) } as Post),
    cycle: part('cycle', CYCLE) as unknown as Cycle,
    tier: row.tier as Tier | null,
  };
}
