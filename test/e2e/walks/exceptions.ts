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
  '/api/v1/audit/verdict': growing(7),
  '/api/v1/countries/:countryId': constant(5),
  '/api/v1/deadlines': growing(75),
  '/api/v1/deadlines/:id': constant(49),
  '/api/v1/deadlines?state=all': growing(75),
  '/api/v1/papers/:id': constant(10),
  '/api/v1/papers/:id/file': constant(17),
  '/api/v1/plans/:planId': constant(7),
  '/api/v1/plans/:planId/cable-header': constant(8),
  '/api/v1/plans/:planId/deadlines': constant(23),
  '/api/v1/plans/:planId/efforts': constant(9),
  '/api/v1/plans/:planId/narrative': constant(25),
  '/api/v1/plans/:planId/papers': constant(9),
  '/api/v1/posts/:postId': constant(5),
  '/api/v1/status': constant(5),
  '/assessments': growing(465),
  '/assessments?state=all': growing(465),
  '/countries/:id': growing(59),
  '/deadlines': growing(116),
  '/deadlines.csv': growing(102),
  '/deadlines.csv?state=all': growing(128),
  '/deadlines/:id': constant(69),
  '/deadlines?state=all': growing(96),
  '/deadlines?state=closed': growing(116),
  '/papers/:id': constant(27),
  '/papers/:id/file.:format': constant(17),
  '/people/:id/close': growing(99),
  '/people/:id/edit': growing(100),
  '/plans/:id': constant(69),
  '/plans/:planId/narrative': constant(56),
  '/plans/:planId/narrative?compare=1': constant(56),
  '/plans/:planId/progress': constant(18),
  '/plans/:planId/progress.csv': constant(23),
  '/plans/:planId/statistics': constant(17),
  '/plans/:planId/statistics.csv': constant(22),
  '/recommendations/:id': constant(47),
  '/register/countries': constant(272),
  '/today': growing(124),
};
