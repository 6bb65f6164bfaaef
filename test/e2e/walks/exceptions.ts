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
  'posts (post_as_in_cables,mrn_post_token,country,iso3,city), checked as a file': 4500,
  'posts (post_as_in_cables,mrn_post_token,country,iso3,city), checked by a program': 2080,
  'posts (post_as_in_cables,mrn_post_token,country,iso3,city), loaded by a program': 2210,
  'quotes of mails': 650,
  'references, a line each': 1300,
  'tags without an end': 650,
  'tiers (country,year,tier), checked as a file': 4500,
  'tiers (country,year,tier), checked by a program': 1170,
  'tiers (country,year,tier), loaded by a program': 2210,
  'tiers (iso3,country,year,tier,source), checked as a file': 2210,
  'tiers (iso3,country,year,tier,source), checked by a program': 910,
  'tiers (iso3,country,year,tier,source), loaded by a program': 2210,
  'years without numbers': 650,
};
