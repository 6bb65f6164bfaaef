import { DATABASES } from '../../support/database';
import { openTestWeb, type OpenWeb } from '../../support/web';
import { faultsIn, type Pair, paired } from './budget';
import { GrowingHouse } from './growing-house';
import { walkReads } from './reading-walk';

jest.setTimeout(120_000);

describe.each(DATABASES)('what every address asks of the database on %s', (kind) => {
  let web: OpenWeb;
  let pairs: Pair[];

  beforeAll(async () => {
    web = await openTestWeb(kind);
    const house = await GrowingHouse.open(web);
    const small = await walkReads(web, house);
    await house.grow();
    pairs = paired(small, await walkReads(web, house));
  });
  afterAll(() => web.close());

  it('is walked whole: every route that reads opens for somebody, in the small house as in the grown one', () => {
    const changed = pairs.filter(({ small, large }) => small.status !== large.status);
    expect(changed.map(({ small, large }) => [large.route, large.role, small.status, large.status])).toEqual(
      [],
    );
    const opened = new Set(pairs.filter(({ large }) => large.status === 200).map(({ large }) => large.route));
    expect(pairs.map(({ large }) => large.route).filter((route) => !opened.has(route))).toEqual([]);
    expect(opened.size).toBeGreaterThan(90);
  });

  it('is the same with three times the rows, countries and years, and within its budget', () => {
    expect(faultsIn(pairs)).toEqual([]);
  });
});
