import { Crawl } from './support/crawl';
import { House, PEOPLE, type PersonKey } from './support/house';
import { papersIn } from './support/papers';
import { type FormPlace, Refusal } from './support/refusals';

const MINUTE = 60_000;
const EVERYBODY = ['stranger', ...(Object.keys(PEOPLE) as PersonKey[])] as const;
type Visitor = (typeof EVERYBODY)[number];
const READERS: readonly string[] = ['desk', 'post', 'manager'];
/** Forms that say something when they are sent as they stand: no word of measure, the same owner, no lead post. */
const MAY_BE_EMPTY = [
  /\/narrative\/scale$/,
  /\/reassign$/,
  /\/lead-post$/,
  /\/cable-header$/,
  /\/people\/[^/]+\/edit$/,
];

jest.setTimeout(3 * MINUTE);

describe('every page', () => {
  let house: House;
  let papers: string[];
  const forms = new Map<string, FormPlace & { person: Visitor }>();
  const crawls = new Map<Visitor, Promise<{ faults: string[]; visits: number }>>();
  const kindsSeen = new Map<string, number>();
  const windowOf = (person: Visitor) => (person === 'stranger' ? house.stranger() : house.of(person));

  beforeAll(async () => {
    house = await House.open();
    papers = await papersIn(house);
    // Two walk at a time: the desk officer has as much to see as all the others together.
    const walk = async (person: Visitor) => {
      const crawl = await Crawl.in(await windowOf(person), kindsSeen);
      const start = person === 'stranger' ? ['/sign-in'] : ['/today'];
      const faults = await crawl.from(...start, ...(READERS.includes(person) ? papers : []));
      for (const [kind, place] of crawl.forms) if (!forms.has(kind)) forms.set(kind, { ...place, person });
      return { faults, visits: crawl.visits.length };
    };
    const begin = (person: Visitor, before: Promise<unknown>): Promise<unknown> => {
      const crawl = before.then(() => walk(person));
      crawls.set(person, crawl);
      return crawl.catch(() => undefined);
    };
    let others: Promise<unknown> = Promise.resolve();
    for (const person of EVERYBODY) {
      if (person === 'desk') void begin(person, Promise.resolve());
      else others = begin(person, others);
    }
  });
  afterAll(() => house?.close());

  it.each(EVERYBODY)('that links reach is sound for the %s', async (person) => {
    const crawl = await crawls.get(person);
    expect(crawl?.faults).toEqual([]);
    expect(crawl?.visits).toBeGreaterThan(person === 'stranger' ? 2 : 8);
  });

  it('with a form refuses an empty one in words, with the focus on them, and keeps what was typed', async () => {
    await Promise.all(crawls.values());
    const wanted = [...forms.values()].filter(
      ({ action }) => !MAY_BE_EMPTY.some((form) => form.test(action)),
    );
    const faults: string[] = [];
    await inLanes(wanted, async ({ person, ...place }) => {
      faults.push(...(await Refusal.of(await windowOf(person), place)));
    });
    expect(faults).toEqual([]);
    expect(wanted.length).toBeGreaterThan(15);
  });
});

/** Does the work on each of a list, two at a time. */
async function inLanes<One>(all: One[], work: (one: One) => Promise<void>): Promise<void> {
  const left = [...all];
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next);
  };
  await Promise.all([lane(), lane()]);
}
