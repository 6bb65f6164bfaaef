import { sha256 } from '@demarche/base';
import { addDays, type CalendarDate } from '@demarche/rules';
import { A_PLAN, shared } from './house-size';
import type { PlanWork, WrittenPlan } from './plan-rows';
import { at } from './season-days';

interface Due {
  subjectId: string;
  rule: string | null;
  recommendationId: string | null;
  kind: string;
  title: string;
  on: CalendarDate;
  nature: string;
}

interface Written {
  id: string;
  ownerId: string;
  on: CalendarDate;
  metOn: CalendarDate | null;
}

/** Of those whose day has been, so many are met in a year that has ended, and in the running one. */
const MET_IN_HUNDRED = { ended: 100, running: 94 };
/** Steps of the ladder in days before; working days fall about so. */
const STEPS: readonly [step: string, days: number, role: 'owner' | 'manager'][] = [
  ['ten-days', -14, 'owner'],
  ['five-days', -7, 'owner'],
  ['one-day', -1, 'owner'],
  ['overdue', 1, 'owner'],
  ['overdue', 1, 'manager'],
];

/** Writes what a plan owes and when: the dates of its cycle, three steps for each recommendation, and who is reminded. */
export function writeDeadlines(work: PlanWork, plan: WrittenPlan): void {
  for (const due of duesOf(work, plan)) writeDeadline(work, due);
}

function duesOf({ days, chance }: PlanWork, plan: WrittenPlan): Due[] {
  const year = days.reportYear;
  const none = { subjectId: plan.id, recommendationId: null, rule: null };
  const milestones: Due[] = [
    { ...none, kind: 'post-report', title: 'Report of the post', on: `${year}-11-15`, nature: 'instructed' },
    {
      ...none,
      kind: 'interim-assessment',
      title: 'Interim assessment',
      on: `${year + 1}-02-01`,
      nature: 'statutory',
    },
    {
      ...none,
      kind: 'post-answers',
      title: 'Answers of the post',
      on: `${year + 1}-02-15`,
      nature: 'instructed',
    },
  ];
  const steps = plan.recommendations.flatMap((recommendationId, index) =>
    ['first', 'second', 'third'].map((word) => ({
      ...{ subjectId: plan.id, recommendationId, rule: null, kind: 'recommendation', nature: 'entered' },
      ...{ title: `The ${word} step on point ${index + 1}`, on: days.any(chance) },
    })),
  );
  return [...milestones, ...steps].slice(0, A_PLAN.deadlines);
}

function writeDeadline(work: PlanWork, { on, ...due }: Due): void {
  const { writer, trail, chance, days, place } = work;
  const createdAt = at(days.opens, '11:00:00.000');
  const id = chance.id(createdAt);
  const often = days.isCurrent ? MET_IN_HUNDRED.running : MET_IN_HUNDRED.ended;
  const metOn = days.hasBeen(on) && chance.inHundred(often) ? on : null;
  const dates = { statutoryOn: on, effectiveOn: on, reasons: [], nature: due.nature };
  const face = { ...dates, ownerId: place.officer.id, ...OPEN };
  const subject = { subjectKind: 'plan', countryId: place.id, cycleId: String(days.reportYear) };
  const own = { ...subject, postId: place.postId, isTitleQuoted: false, version: metOn ? 2 : 1, createdAt };
  writer.add('deadlines', { id, ...due, ...face, ...own, metOn });
  const detail = { planId: due.subjectId };
  trail.enter({ at: createdAt, by: place.desk, action: 'deadline.set', subject: ['deadline', id], detail });
  if (metOn) keepFace(work, { id, metOn, before: face });
  writeReminders(work, { id, ownerId: face.ownerId, on, metOn });
}

const OPEN = { metOn: null, metBy: null, waivedOn: null, waiveReason: null };

function keepFace(
  { writer, chance, place }: PlanWork,
  { id, metOn, before }: { id: string; metOn: CalendarDate; before: object },
): void {
  const change = { deadlineId: id, version: 1, change: 'met', before, reason: null, effortId: null };
  writer.add('deadlineRevisions', {
    id: chance.id(at(metOn)),
    ...change,
    by: place.officer.id,
    at: at(metOn),
  });
}

function writeReminders(work: PlanWork, deadline: Written): void {
  const { writer, chance, size, managerId } = work;
  const steps = size.share < 1 ? STEPS.slice(0, shared(STEPS.length, size)) : STEPS;
  for (const [step, distance, role] of steps) {
    const recipientId = role === 'manager' ? managerId : deadline.ownerId;
    const key = [deadline.id, 1, step, recipientId].join('|');
    const dueOn = addDays(deadline.on, distance);
    writer.add('reminders', {
      ...{ id: chance.id(at(dueOn)), deadlineId: deadline.id, deadlineVersion: 1, step, recipientId, role },
      ...{
        dueAt: at(dueOn),
        token: null,
        leaseUntil: null,
        messageId: `<reminder.${sha256(key).slice(0, 40)}@localhost>`,
      },
      ...{ bodyHandedAt: null, wasUnanswered: false, ...courseOf(work, { dueOn, metOn: deadline.metOn }) },
    });
  }
}

/** What became of a reminder: sent when its day came, cancelled when the deadline was met before, else still planned. */
function courseOf({ days }: PlanWork, { dueOn, metOn }: { dueOn: CalendarDate; metOn: CalendarDate | null }) {
  const untried = { reason: null, attempt: 0, firstTriedAt: null, sentAt: null, response: null };
  if (metOn && dueOn > metOn) return { ...untried, state: 'cancelled', reason: 'met', nextAt: null };
  if (!days.hasBeen(dueOn)) return { ...untried, state: 'planned', nextAt: at(dueOn) };
  const sentAt = at(dueOn, '09:00:02.000');
  return {
    ...untried,
    state: 'sent',
    attempt: 1,
    firstTriedAt: sentAt,
    sentAt,
    response: '250 Ok',
    nextAt: null,
  };
}
