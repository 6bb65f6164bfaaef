import { MILESTONE_KINDS, type MilestoneKind } from '@demarche/rules';

/** What a deadline is about: a milestone of the cycle, one recommendation, or something of the office's own. */
export const DEADLINE_KINDS = [...MILESTONE_KINDS, 'recommendation', 'other'] as const;

/** One of {@link DEADLINE_KINDS}. */
export type DeadlineKind = MilestoneKind | 'recommendation' | 'other';

/** How a deadline is called in a mail and on a page. A mail says nothing else about it: titles are written by people. */
export const KIND_WORDS: Record<DeadlineKind, string> = {
  report: 'annual report',
  determinations: 'determinations',
  'statutory-plan': 'statutory action plan',
  'post-report': 'progress report',
  'post-answers': 'answers for the annual report',
  'interim-assessment': 'interim assessment',
  'interim-window': 'interim window',
  recommendation: 'step on a recommendation',
  other: 'deadline',
};

/** The milestones that somebody owes, and whether the plan's post owes them; the others merely happen. */
export const OWED_MILESTONES: readonly { kind: MilestoneKind; isOwedByPost: boolean }[] = [
  { kind: 'post-report', isOwedByPost: true },
  { kind: 'interim-assessment', isOwedByPost: false },
  { kind: 'post-answers', isOwedByPost: true },
];
