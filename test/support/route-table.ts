/** The objects that a matrix test asks for, by kind. */
export interface Places {
  plan: string;
  recommendation: string;
  effort: string;
  statistic: string;
  deadline: string;
  paper: string;
  notice: string;
  token: string;
  session: string;
  /** Somebody who may own a deadline there. */
  owner: string;
}

/** A kind of object that belongs to one post or one person. */
export type OwnedKind = Exclude<keyof Places, 'owner'>;

/** Whose the objects of an address are: one post's or person's, everybody's, the administrator's, or a stranger's key. */
type Belonging = OwnedKind | 'shared' | 'administration' | 'door';

const BELONGINGS: [string, Belonging][] = [
  ['/plans/:', 'plan'],
  ['/recommendations/:', 'recommendation'],
  ['/efforts/:', 'effort'],
  ['/statistics/:', 'statistic'],
  ['/deadlines/:', 'deadline'],
  ['/papers/:', 'paper'],
  ['/notices/:', 'notice'],
  ['/account/tokens/:', 'token'],
  ['/account/sessions/:', 'session'],
  ['/countries/:countryId/lead-post', 'administration'],
  ['/countries/:', 'shared'],
  ['/posts/:postId/', 'administration'],
  ['/posts/:', 'shared'],
  ['/cycles/:cycleId/', 'administration'],
  ['/cycles/:', 'shared'],
  ['/holidays/:', 'administration'],
  ['/people/:', 'administration'],
  ['/outbox/:', 'administration'],
  ['/register/', 'administration'],
  ['/sign-in/link/:', 'door'],
];

/** Whose the objects of a route are; null for a route without an id. Throws for one that nobody has thought about. */
export function belongingOf(path: string): Belonging | null {
  if (!path.includes(':')) return null;
  const plain = path.replace('/api/v1', '');
  const known = BELONGINGS.find(([start]) => plain.startsWith(start));
  if (!known)
    throw new Error(
      `${path} is in nobody's table: say in test/support/route-table.ts whose its objects are.`,
    );
  return known[1];
}

/** Routes that strangers may ask for. Everything else is closed. */
export const OPEN_ROUTES = [
  'GET /sign-in',
  'POST /sign-in',
  'GET /sign-in/link/:secret',
  'POST /sign-in/link',
  'POST /sign-in/demo',
  'POST /sign-out',
  'GET /',
  'GET /help',
  'GET /api/docs',
  'GET /api/openapi.json',
  'GET /health/live',
  'GET /health/ready',
  'GET /assets/*',
];
