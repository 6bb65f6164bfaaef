/** What keeps everybody waiting longer than it should, by its name in the walk, in milliseconds; this table only shrinks too. */
export const LONG_SILENCES: Record<string, number> = {
  'cable made': 500,
  'calendar (iso3,country,zone,weekend_start,weekend_end), checked as a file': 1210,
  'calendar (iso3,country,zone,weekend_start,weekend_end), checked by a program': 560,
  'calendar (iso3,country,zone,weekend_start,weekend_end), loaded by a program': 560,
  'posts (post_as_in_cables,mrn_post_token,country,iso3,city), checked as a file': 1800,
  'posts (post_as_in_cables,mrn_post_token,country,iso3,city), checked by a program': 530,
  'posts (post_as_in_cables,mrn_post_token,country,iso3,city), loaded by a program': 510,
  'tiers (country,year,tier), checked as a file': 5190,
  'tiers (country,year,tier), checked by a program': 790,
  'tiers (country,year,tier), loaded by a program': 800,
  'tiers (iso3,country,year,tier,source), checked as a file': 1350,
  'tiers (iso3,country,year,tier,source), checked by a program': 670,
  'tiers (iso3,country,year,tier,source), loaded by a program': 610,
};
