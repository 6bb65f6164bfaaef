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

/** What keeps everybody waiting longer than it should, by its name in the walk, in milliseconds; this table only shrinks too. */
export const LONG_SILENCES: Record<string, number> = {
  'a cable as a file': 2080,
  'a cable imported': 2080,
  'a pasted cable': 1820,
  'begins and ends of blocks': 520,
  'begins of blocks': 650,
  'brackets in the reference line': 650,
  'cable made': 650,
  'calendar (iso3,country,zone,weekend_start,weekend_end), checked as a file': 2210,
  'calendar (iso3,country,zone,weekend_start,weekend_end), checked by a program': 910,
  'calendar (iso3,country,zone,weekend_start,weekend_end), loaded by a program': 2210,
  'citations in the reference line': 1430,
  'citations in the text': 520,
  'commas in the reference line': 650,
  'headings in capitals': 520,
  'lettered references': 1040,
  'lines of blanks': 520,
  'lines of dashes': 520,
  'lists by letter': 910,
  'marks in a row': 520,
  'numbered paragraphs': 2080,
  'page marks': 520,
  'paragraph numbers alone': 1430,
  'posts (post_as_in_cables,mrn_post_token,country,iso3,city), checked as a file': 2210,
  'posts (post_as_in_cables,mrn_post_token,country,iso3,city), checked by a program': 2080,
  'posts (post_as_in_cables,mrn_post_token,country,iso3,city), loaded by a program': 2210,
  'quotes of mails': 650,
  'references, a line each': 1300,
  'tags without an end': 650,
  'tiers (country,year,tier), checked as a file': 2210,
  'tiers (country,year,tier), checked by a program': 1170,
  'tiers (country,year,tier), loaded by a program': 2210,
  'tiers (iso3,country,year,tier,source), checked as a file': 2210,
  'tiers (iso3,country,year,tier,source), checked by a program': 910,
  'tiers (iso3,country,year,tier,source), loaded by a program': 2210,
  'years without numbers': 650,
};
