import { type Deadline, type DeadlineRow, planOf, type SubjectNames } from '@demarche/deadlines';

/** A deadline as the API answers it: a plan's has always named its plan by `planId`. */
export function deadlineShown(deadline: Deadline) {
  return { ...deadline, planId: planOf(deadline) };
}

/** A row of deadlines as the API answers it. */
export function rowShown<Row extends DeadlineRow>(row: Row) {
  return { ...row, deadline: deadlineShown(row.deadline), plan: planShown(row.subject) };
}

/** The names of a subject that is a plan, as the API has always answered them; null for any other. */
export function planShown({ kind, href: _, ...names }: SubjectNames) {
  return planOf({ subjectKind: kind, subjectId: names.id }) === null ? null : names;
}
