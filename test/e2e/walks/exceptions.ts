/** An address that takes more than it should, and why it is let through. */
export interface Exception {
  /** The most statements, in the grown house, for whoever asks. */
  most: number;
  mayGrow?: true;
  why: string;
}

const ROWS = 'Asks once a row.';
const TWICE = 'Asks for the same thing in several places of one page.';

const ROOMS = 'One question to each room that its answer is put together from.';
const TRAIL = 'Writes an entry of the trail for every copy.';

const growing = (most: number): Exception => ({ most, mayGrow: true, why: ROWS });
const constant = (most: number): Exception => ({ most, why: TWICE });

/** The addresses beyond their budget, by route. This table only shrinks. */
export const EXCEPTIONS: Record<string, Exception> = {
  '/api/v1/audit/verdict': growing(14),
  '/api/v1/cycles/:cycleId/milestones/foreseen': growing(30),
  '/api/v1/deadlines': growing(44),
  '/api/v1/deadlines/:id': constant(36),
  '/api/v1/deadlines?state=all': growing(44),
  '/api/v1/papers/:id': { most: 6, why: ROOMS },
  '/api/v1/papers/:id/file': { most: 10, why: TRAIL },
  '/api/v1/plans/:planId/deadlines': constant(22),
  '/api/v1/plans/:planId/narrative': { most: 9, why: ROOMS },
  '/api/v1/status': constant(7),
  '/countries/:id': growing(39),
  '/deadlines': growing(62),
  '/deadlines.csv': growing(95),
  '/deadlines.csv?state=all': growing(95),
  '/deadlines/:id': constant(48),
  '/deadlines?state=all': growing(61),
  '/deadlines?state=closed': growing(61),
  '/people/:id/close': growing(49),
  '/people/:id/edit': growing(49),
  '/plans/:id': constant(35),
  '/recommendations/:id': constant(32),
  '/today': growing(89),
  'DELETE /api/v1/holidays/:holidayId': growing(200),
  'POST /api/v1/papers/:id/release/propose': growing(26),
  'POST /api/v1/posts/:postId/holidays': growing(201),
  'POST /api/v1/posts/:postId/work-weeks': growing(201),
  'PUT /api/v1/posts/:postId/zone': growing(200),
};
