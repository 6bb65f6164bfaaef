/** Limits far above what any test asks in its frozen minute, for every process and database that tests open. */
export const RAISED_LIMITS = {
  WRITES_PER_MINUTE: '1000000',
  SEARCHES_PER_MINUTE: '1000000',
  PAPER_DOWNLOADS_PER_HOUR: '1000000',
  LIST_EXPORTS_PER_HOUR: '1000000',
};
