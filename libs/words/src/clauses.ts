const SHORT_ENOUGH = 80;

/** Several clauses in one sentence: `a`, `a and b`, and with semicolons where they are many or long. */
export function inOneBreath(clauses: readonly string[]): string {
  const joined = clauses.join(' and ');
  if (clauses.length <= 1 || (clauses.length === 2 && joined.length <= SHORT_ENOUGH)) return joined;
  return `${clauses.slice(0, -1).join('; ')}; and ${clauses.at(-1)}`;
}
