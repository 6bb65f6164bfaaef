import { addDays } from '@demarche/rules';
import type { BulkWriter } from './bulk-writer';
import { Chance } from './chance';
import type { HouseSize } from './house-size';
import { at } from './season-days';

/** A person of a generated house. */
export interface Hand {
  id: string;
  name: string;
  email: string;
  role: string;
}

/** A country with its lead post, and who works on it. */
export interface HousePlace {
  id: string;
  name: string;
  postId: string;
  desk: Hand;
  officer: Hand;
}

/** Who and what is there before the first plan: people by role, countries, report years. */
export interface HousePlaces {
  countries: HousePlace[];
  hands: Hand[];
  reportYears: number[];
}

interface Known {
  id: string;
  name: string;
  postId: string;
  city: string;
}

const KNOWN = `SELECT c."id", c."name", l."postId", p."city" FROM "countries" c JOIN "leadPosts" l ON l."countryId" = c."id"
  JOIN "posts" p ON p."id" = l."postId" WHERE p."isActive" ORDER BY c."id" LIMIT`;
const DESKS = 12;
const FIRST_OF_A_YEAR = '-07-01';

/** Adds the people, the cycles that are missing with their dates, and as many countries as the register lacks. */
export async function layPlaces(writer: BulkWriter, size: HouseSize): Promise<HousePlaces> {
  const chance = new Chance(size.seed);
  const known = await countries(writer, size);
  const reportYears = yearsOf(size);
  const hireOn = at(`${reportYears[0]}${FIRST_OF_A_YEAR}`);
  const hire = hirer(writer, { chance, hireOn });
  const desks = Array.from({ length: DESKS }, (_, index) =>
    hire('desk-officer', `Desk officer ${index + 1}`),
  );
  const others = ['manager', 'clearer', 'administrator'].map((role) => hire(role, `House ${role}`));
  const placed = known.map(({ city, ...country }, index) => ({
    ...country,
    desk: desks[index % DESKS] as Hand,
    officer: hire('post-officer', `Post officer ${city} ${index + 1}`, country.postId),
  }));
  await layYears(writer, { chance, reportYears, placed });
  const hands = [...desks, ...others, ...placed.map(({ officer }) => officer)];
  return { countries: placed, hands, reportYears };
}

function yearsOf({ years, today }: HouseSize): number[] {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '06-01' ? 1 : 0);
  return Array.from({ length: years }, (_, index) => year - years + 1 + index);
}

/** Countries of the register first; what a house has beyond them is made up, and says so. */
async function countries(writer: BulkWriter, size: HouseSize): Promise<Known[]> {
  const known = await writer.ask<Known>(`${KNOWN} ${size.countries}`);
  for (let number = known.length + 1; number <= size.countries; number += 1) {
    const [id, name, city] = [`Z${number}`, `Made-up country ${number}`, `Made-up city ${number}`];
    const postId = `MADE-UP-${number}`;
    const trait = { iso2: `Z${number}`, adjective: name, geographicTag: `Z${number}`, isRanked: true };
    writer.add('countries', { id, name, ...trait });
    const post = { city, name: `Embassy ${city}`, kind: 'embassy', countryId: id, zone: 'Europe/London' };
    writer.add('posts', { id: postId, ...post, isActive: true });
    writer.add('leadPosts', { countryId: id, postId });
    known.push({ id, name, postId, city });
  }
  return known;
}

function hirer(writer: BulkWriter, { chance, hireOn }: { chance: Chance; hireOn: string }) {
  const roles = new Set<string>();
  return (role: string, name: string, postId?: string): Hand => {
    const hand = { id: chance.id(hireOn), name, email: emailOf(name), role };
    const traits = { title: 'Officer', isActive: true, passwordHash: null, createdAt: hireOn, version: 1 };
    // One of each duty comes in by a demo door; a link for each of two hundred would be printed at every start.
    writer.add('users', { ...hand, ...traits, isDemo: !roles.has(role) });
    roles.add(role);
    const startsOn = addDays(hireOn.slice(0, 10), -1);
    if (postId)
      writer.add('userPosts', { id: chance.id(hireOn), userId: hand.id, postId, startsOn, endedOn: null });
    return hand;
  };
}

const emailOf = (name: string): string =>
  `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')}@example.gov`;

interface Years {
  chance: Chance;
  reportYears: number[];
  placed: HousePlace[];
}

async function layYears(writer: BulkWriter, { chance, reportYears, placed }: Years): Promise<void> {
  const cycles = await keysOf(writer, '"id" AS "key" FROM "cycles"');
  const dates = await keysOf(
    writer,
    `"cycleId" || ' ' || "kind" || ' ' || "nature" AS "key" FROM "milestones"`,
  );
  const listed = await keysOf(writer, `"countryId" || ' ' || "reportYear" AS "key" FROM "listings"`);
  for (const year of reportYears) {
    const id = String(year);
    const name = `${year}–${String((year + 1) % 100).padStart(2, '0')}`;
    if (!cycles.has(id)) writer.add('cycles', { id, reportYear: year, name });
    for (const [kind, on] of INSTRUCTED)
      if (!dates.has(`${id} ${kind} instructed`))
        writer.add('milestones', milestone(chance, { id, kind, on: on(year) }));
    for (const country of placed)
      if (!listed.has(`${country.id} ${year}`))
        writer.add('listings', {
          id: `${country.id} ${year}`,
          countryId: country.id,
          reportYear: year,
          ...WATCHED,
        });
  }
}

const WATCHED = { tier: '2WL', source: 'generated' };
const INSTRUCTED: readonly [kind: string, on: (year: number) => string][] = [
  ['post-report', (year) => `${year}-11-15`],
  ['post-answers', (year) => `${year + 1}-02-15`],
];

function milestone(chance: Chance, { id, kind, on }: { id: string; kind: string; on: string }) {
  const told = { kind, nature: 'instructed', on, until: null, source: 'generated' };
  return { id: chance.id(at(`${id}${FIRST_OF_A_YEAR}`)), cycleId: id, ...told };
}

async function keysOf(writer: BulkWriter, select: string): Promise<Set<string>> {
  return new Set((await writer.ask<{ key: string }>(`SELECT ${select}`)).map(({ key }) => key));
}
