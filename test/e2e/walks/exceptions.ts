/** An address that takes more than it should, and why it is let through. */
export interface Exception {
  /** The most statements, in the grown house, for whoever asks. */
  most: number;
  mayGrow?: true;
  why: string;
}

const ROWS = 'Asks once a row.';
const WITHDRAWN = 'Asks for names only where an entry was withdrawn.';
const CHANGED = 'A deadline that has changed is shown with its history.';
const OWNED =
  'Asks about what a person owns only where there is something, and then as often whatever that is.';
const TWICE = 'Asks for the same thing in several places of one page.';

const ROOMS = 'One question to each room that its answer is put together from.';
const TRAIL = 'Writes an entry of the trail for every copy.';

const growing = (most: number): Exception => ({ most, mayGrow: true, why: ROWS });
const constant = (most: number): Exception => ({ most, why: TWICE });

/** The addresses beyond their budget, by route. This table only shrinks. */
export const EXCEPTIONS: Record<string, Exception> = {
  '/api/v1/audit/verdict': growing(14),
  '/api/v1/cycles/:cycleId/milestones/foreseen': growing(30),
  '/api/v1/deadlines/:id': { most: 9, mayGrow: true, why: CHANGED },
  '/api/v1/papers/:id': { most: 6, why: ROOMS },
  '/api/v1/papers/:id/file': { most: 10, why: TRAIL },
  '/api/v1/plans/:planId/narrative': { most: 9, why: ROOMS },
  '/api/v1/status': constant(7),
  '/countries/:id': { most: 22, mayGrow: true, why: CHANGED },
  '/deadlines/:id': { most: 16, mayGrow: true, why: CHANGED },
  '/people/:id/close': { most: 15, mayGrow: true, why: OWNED },
  '/people/:id/edit': { most: 15, mayGrow: true, why: OWNED },
  '/plans/:id': constant(18),
  '/plans/:planId/progress': { most: 9, mayGrow: true, why: WITHDRAWN },
  '/recommendations/:id': constant(18),
  '/today': constant(26),
  'DELETE /api/v1/holidays/:holidayId': growing(200),
  'POST /api/v1/posts/:postId/holidays': growing(201),
  'POST /api/v1/posts/:postId/work-weeks': growing(201),
  'PUT /api/v1/posts/:postId/zone': growing(200),
};
