import { Crawl } from './support/crawl';
import { House, PEOPLE, type PersonKey } from './support/house';
import { type FormPlace, Refusal } from './support/refusals';

const MINUTE = 60_000;
const EVERYBODY = ['stranger', ...(Object.keys(PEOPLE) as PersonKey[])] as const;
/** Forms that say something when they are sent as they stand: no word of measure, the same owner, no lead post. */
const MAY_BE_EMPTY = [/\/narrative\/scale$/, /\/reassign$/, /\/lead-post$/];

jest.setTimeout(3 * MINUTE);

describe('every page that can be reached', () => {
  let house: House;
  const forms = new Map<string, FormPlace & { person: (typeof EVERYBODY)[number] }>();
  const kindsSeen = new Map<string, number>();
  const windowOf = (person: (typeof EVERYBODY)[number]) =>
    person === 'stranger' ? house.stranger() : house.of(person);

  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house?.close());

  it.each(EVERYBODY)('is sound for the %s', async (person) => {
    const crawl = await Crawl.in(await windowOf(person), kindsSeen);
    expect(await crawl.from(person === 'stranger' ? '/sign-in' : '/today')).toEqual([]);
    expect(crawl.visits.length).toBeGreaterThan(person === 'stranger' ? 2 : 8);
    for (const [kind, place] of crawl.forms) if (!forms.has(kind)) forms.set(kind, { ...place, person });
  });

  it('with a form to fill refuses an empty one in words, with the focus on them, and keeps what was typed', async () => {
    const faults: string[] = [];
    for (const { person, ...place } of forms.values()) {
      if (MAY_BE_EMPTY.some((pattern) => pattern.test(place.action))) continue;
      faults.push(...(await Refusal.of(await windowOf(person), place)));
    }
    expect(faults).toEqual([]);
    expect(forms.size).toBeGreaterThan(8);
  });
});
