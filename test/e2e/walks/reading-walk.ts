import { repeatedIn, statementsOf } from '../../support/statements';
import type { OpenWeb, RouteSeen } from '../../support/web';
import { budgetOf, type Reading } from './budget';
import type { GrowingHouse, Walker } from './growing-house';

/** Files and health are no work of the database; the way in by a link is walked elsewhere. */
const PASSED_BY = ['/assets/*', '/health/live', '/health/ready', '/sign-in/link/:secret', '/api/docs', '/'];
/** Addresses that show more than their route says, asked beside it. */
const MORE: Record<string, string[]> = {
  '/deadlines': ['?state=all', '?state=closed'],
  '/deadlines.csv': ['?state=all'],
  '/api/v1/deadlines': ['?state=all'],
  '/assessments': ['?state=all'],
  '/plans/:planId/narrative': ['?compare=1'],
};

/** What an address must be asked with. */
const NEEDED: Record<string, string> = {
  '/api/v1/cycles/:cycleId/milestones/foreseen': '?kind=post-report&nature=instructed&on=2009-11-20',
};

/** Asks every address that only reads, as everybody, and counts; in the order of the routes. */
export async function walkReads(web: OpenWeb, house: GrowingHouse): Promise<Reading[]> {
  const readings: Reading[] = [];
  const routes = web.routes.filter(({ method, path }) => method === 'GET' && !PASSED_BY.includes(path));
  for (const walker of house.walkers)
    for (const route of routes)
      for (const query of ['', ...(MORE[route.path] ?? [])])
        readings.push(await readAs(walker, { web, house, route, query }));
  return readings;
}

interface Address {
  web: OpenWeb;
  house: GrowingHouse;
  route: RouteSeen;
  query: string;
}

/** From time to time a request anchors the trail as well; the same one, asked again, does not. */
async function readAs(walker: Walker, address: Address): Promise<Reading> {
  const first = await readOnce(walker, address);
  if (first.statements <= budgetOf(first)) return first;
  const again = await readOnce(walker, address);
  return again.statements < first.statements ? again : first;
}

async function readOnce(walker: Walker, { web, house, route, query }: Address): Promise<Reading> {
  const url = house.addressOf(route.path) + (NEEDED[route.path] ?? '') + query;
  const isApi = route.path.startsWith('/api/v1');
  const { answer, statements } = await statementsOf(web.app, async () => {
    if (!isApi) return { ...(await walker.browser.get(url)), isList: false };
    const { status, body } = await walker.machine.get(url);
    return { status, isList: Array.isArray(body.rows) };
  });
  const [worst = { text: '', count: 0 }] = repeatedIn(statements);
  const { status, isList } = answer;
  return {
    route: route.path + query,
    role: walker.role,
    status,
    statements: statements.length,
    worst,
    isList,
  };
}
