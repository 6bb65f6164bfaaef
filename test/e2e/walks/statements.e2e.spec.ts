import { Anchors } from '../../../libs/access/src/trail/anchors.service';
import { DATABASES } from '../../support/database';
import { openTestWeb, type OpenWeb } from '../../support/web';
import { faultsIn, type Pair, paired } from './budget';
import { ChangingWalk } from './changing-walk';
import { GrowingHouse } from './growing-house';
import { walkReads } from './reading-walk';

jest.setTimeout(240_000);

describe.each(DATABASES)('what every address asks of the database on %s', (kind) => {
  let web: OpenWeb;
  let pairs: Pair[];
  let acts: Pair[];

  beforeAll(async () => {
    web = await openTestWeb(kind);
    const house = await GrowingHouse.open(web);
    const changing = new ChangingWalk(web, house, () => web.app.get(Anchors).write());
    const [small, smallActs] = [await walkReads(web, house), await changing.walk()];
    await house.grow();
    pairs = paired(small, await walkReads(web, house));
    acts = paired(smallActs, await changing.walk());
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

  it('is walked whole: every act of the API is done by somebody, but for the end of a pause that nobody made', () => {
    const undone = acts.filter(({ small, large }) => small.status >= 300 || large.status >= 300);
    expect(undone.map(({ large }) => large.route)).toEqual(['POST /api/v1/sending/resume']);
  });

  it('is the same for every act, however many rows there are', () => {
    expect(faultsIn(acts)).toEqual([]);
  });

  it('is the same with three times the rows, countries and years, and within its budget', () => {
    expect(faultsIn(pairs)).toEqual([]);
  });
});
