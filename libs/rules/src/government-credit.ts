import { isBlank } from './rule-reason';
import type { RuleReason } from './rule-reason';

/** Who may have run or paid for an act; everybody but the government itself and `unknown` is an outsider. */
export const PARTIES = ['government', 'ngo', 'igo', 'us', 'other', 'unknown'] as const;
/** One of {@link PARTIES}. */
export type Party = (typeof PARTIES)[number];

/** What a government may put into an act that somebody else runs. */
export const CONTRIBUTIONS = ['in-kind', 'money', 'staff', 'curriculum', 'premises', 'legal'] as const;
/** One of {@link CONTRIBUTIONS}. */
export type Contribution = (typeof CONTRIBUTIONS)[number];

/** How much of an act counts for the host government, best first. */
export const CREDIT_VERDICTS = ['credit', 'credit-if-role-shown', 'no-credit'] as const;
/** One of {@link CREDIT_VERDICTS}. */
export type CreditVerdict = (typeof CREDIT_VERDICTS)[number];

/** The facts of one act that decide whether it counts; `role` says in words what the government did. */
export interface CreditFacts {
  ranBy: Party;
  paidBy: Party;
  governmentGave: readonly Contribution[];
  role: string | null;
}

/** Why an act counts, does not, or waits: what spoke for it, what is still open, and what an outsider did alone. */
export type CreditCode =
  | 'government-ran'
  | 'government-paid'
  | 'government-gave'
  | 'role-shown'
  | 'party-unknown'
  | 'role-missing'
  | 'outsider-ran'
  | 'outsider-paid'
  | 'government-gave-nothing';

/** The fields of an act that may have to be filled before it counts. */
export type CreditField = 'ranBy' | 'paidBy' | 'role';

type CreditReason = RuleReason<CreditCode>;
type OpenQuestion = CreditReason & { field: CreditField };

/** The verdict, its reasons, and the fields that would have to be filled for a better one. */
export interface GovernmentCredit {
  verdict: CreditVerdict;
  reasons: CreditReason[];
  missing: CreditField[];
}

function when(holds: boolean, reason: CreditReason): CreditReason[] {
  return holds ? [reason] : [];
}

function ownWork({ ranBy, paidBy }: CreditFacts): CreditReason[] {
  return [
    ...when(ranBy === 'government', { code: 'government-ran', field: 'ranBy' }),
    ...when(paidBy === 'government', { code: 'government-paid', field: 'paidBy' }),
  ];
}

function openQuestions({ ranBy, paidBy, governmentGave, role }: CreditFacts): OpenQuestion[] {
  const questions: (OpenQuestion & { holds: boolean })[] = [
    { holds: ranBy === 'unknown', code: 'party-unknown', field: 'ranBy' },
    { holds: paidBy === 'unknown', code: 'party-unknown', field: 'paidBy' },
    { holds: governmentGave.length > 0 && isBlank(role), code: 'role-missing', field: 'role' },
  ];
  return questions.flatMap(({ holds, code, field }) => (holds ? [{ code, field }] : []));
}

function hasShownRole({ ranBy, governmentGave, role }: CreditFacts): boolean {
  return ranBy !== 'unknown' && governmentGave.length > 0 && !isBlank(role);
}

/**
 * Whether an act counts for the host government. Acts it ran or paid for do; an outsider's act does when the government
 * gave something and its concrete role is told; with a role untold or a party unknown the answer waits for that field.
 * Source: 09STATE88558 paragraph 7 (August 2009). The statute's list of concrete actions plays no part in it.
 */
export function governmentCredit(facts: CreditFacts): GovernmentCredit {
  const own = ownWork(facts);
  if (own.length > 0) return { verdict: 'credit', reasons: own, missing: [] };
  if (hasShownRole(facts)) {
    const reasons: CreditReason[] = [
      { code: 'government-gave', field: 'governmentGave' },
      { code: 'role-shown', field: 'role' },
    ];
    return { verdict: 'credit', reasons, missing: [] };
  }
  const open = openQuestions(facts);
  if (open.length > 0) {
    return { verdict: 'credit-if-role-shown', reasons: open, missing: open.map((reason) => reason.field) };
  }
  const reasons: CreditReason[] = [
    { code: 'outsider-ran', field: 'ranBy' },
    { code: 'outsider-paid', field: 'paidBy' },
    { code: 'government-gave-nothing', field: 'governmentGave' },
  ];
  return { verdict: 'no-credit', reasons, missing: [] };
}
