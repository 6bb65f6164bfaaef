/** An address that takes more than it should, and why it is let through. */
export interface Exception {
  /** The most statements, in the grown house, for whoever asks. */
  most: number;
  mayGrow?: true;
  why: string;
}

const ROWS = 'Asks once a row.';
const TWICE = 'Asks for the same thing in several places of one page.';

const growing = (most: number): Exception => ({ most, mayGrow: true, why: ROWS });
const constant = (most: number): Exception => ({ most, why: TWICE });

/** The addresses beyond their budget, by route. This table only shrinks. */
export const EXCEPTIONS: Record<string, Exception> = {
  '/api/v1/audit/verdict': { most: 16, mayGrow: true, why: 'Reads the whole trail, 200 entries at once.' },
  '/api/v1/countries/:countryId': constant(7),
  '/api/v1/deadlines': growing(88),
  '/api/v1/deadlines/:id': constant(55),
  '/api/v1/deadlines?state=all': growing(88),
  '/api/v1/papers/:id': constant(13),
  '/api/v1/papers/:id/file': constant(18),
  '/api/v1/plans/:planId': constant(9),
  '/api/v1/plans/:planId/cable-header': constant(10),
  '/api/v1/plans/:planId/deadlines': constant(38),
  '/api/v1/plans/:planId/efforts': constant(11),
  '/api/v1/plans/:planId/narrative': constant(29),
  '/api/v1/plans/:planId/papers': constant(11),
  '/api/v1/posts/:postId': constant(7),
  '/api/v1/status': constant(8),
  '/assessments': growing(566),
  '/assessments?state=all': growing(566),
  '/countries/:id': growing(77),
  '/deadlines': growing(147),
  '/deadlines.csv': growing(171),
  '/deadlines.csv?state=all': growing(178),
  '/deadlines/:id': constant(77),
  '/deadlines?state=all': growing(112),
  '/deadlines?state=closed': growing(129),
  '/papers/:id': constant(31),
  '/people/:id/close': growing(141),
  '/people/:id/edit': growing(142),
  '/plans/:id': constant(88),
  '/plans/:planId/narrative': constant(63),
  '/plans/:planId/narrative?compare=1': constant(63),
  '/plans/:planId/progress': constant(21),
  '/plans/:planId/progress.csv': constant(25),
  '/plans/:planId/statistics': constant(20),
  '/plans/:planId/statistics.csv': constant(24),
  '/recommendations/:id': constant(64),
  '/register/countries': constant(301),
  '/today': growing(179),
  'DELETE /api/v1/holidays/:holidayId': growing(211),
  'POST /api/v1/efforts/:id/move': constant(40),
  'POST /api/v1/papers/:id/release/propose': growing(31),
  'POST /api/v1/plans/:planId/papers': constant(46),
  'POST /api/v1/posts/:postId/holidays': growing(213),
  'POST /api/v1/posts/:postId/work-weeks': growing(212),
  'PUT /api/v1/posts/:postId/zone': growing(211),
};
