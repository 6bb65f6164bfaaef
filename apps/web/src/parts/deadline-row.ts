import { plural, wordFor } from '@demarche/words';
import type { DeadlineRow } from '@demarche/deadlines';
import { type DeadlineStateWord, type ShiftReason, weekdayDate } from '@demarche/rules';
import type { Mark } from './mark';

const MARKS: Record<DeadlineStateWord, Pick<Mark, 'shape' | 'tone'>> = {
  met: { shape: '✔', tone: 'good' },
  waived: { shape: '–', tone: 'calm' },
  overdue: { shape: '▲', tone: 'bad' },
  due: { shape: '◆', tone: 'wait' },
  soon: { shape: '◇', tone: 'wait' },
  upcoming: { shape: '○', tone: 'calm' },
};
const WORKING_DAYS = { one: 'working day', many: 'working days' };

/** A deadline's state as people see it. */
export function deadlineMark(state: DeadlineStateWord): Mark {
  return { ...MARKS[state], word: wordFor('deadline-state', state) };
}

/** How far off a deadline is, in working days; nothing for one that is closed. */
export function timeLeft({ state, workingDaysLeft }: Pick<DeadlineRow, 'state' | 'workingDaysLeft'>): string {
  if (state === 'met' || state === 'waived') return '';
  if (state === 'due') return 'today';
  if (state !== 'overdue') return `${plural(workingDaysLeft, WORKING_DAYS)} left`;
  return workingDaysLeft < 0
    ? `${plural(-workingDaysLeft, WORKING_DAYS)} late`
    : 'late since the last working day';
}

/** Why the effective date is not the date that was set, day by day: `Sun 15 Nov 2009: weekend in Washington and Dushanbe`. */
export function shiftReasons(reasons: readonly ShiftReason[], city: string): string[] {
  const days = [...new Set(reasons.map(({ date }) => date))];
  return days.map((date) => {
    const ofDay = reasons.filter((reason) => reason.date === date);
    const whys = [...new Set(ofDay.map(dayOff))];
    const told = whys.map(
      (why) =>
        `${why} in ${placesOf(
          ofDay.filter((one) => dayOff(one) === why),
          city,
        )}`,
    );
    return `${weekdayDate(date)}: ${told.join('; ')}`;
  });
}

/** The same in a few words for a row: `weekend`, `weekend, Veterans Day`. */
export function shiftInBrief(reasons: readonly ShiftReason[]): string {
  return [...new Set(reasons.map(dayOff))].join(', ');
}

const dayOff = ({ code, name }: ShiftReason) => name ?? wordFor('day-off', code);

function placesOf(reasons: readonly ShiftReason[], city: string): string {
  return reasons.map(({ where }) => (where === 'post' ? city : 'Washington')).join(' and ');
}

/** A deadline as a row of a table. */
export function boardRow(row: DeadlineRow) {
  const { deadline, subject, state } = row;
  return {
    id: deadline.id,
    href: `/deadlines/${deadline.id}`,
    title: deadline.title,
    planTitle: subject.title,
    planHref: subject.href,
    country: subject.countryName,
    city: row.city,
    effectiveOn: deadline.effectiveOn,
    statutoryOn: deadline.statutoryOn,
    isShifted: deadline.effectiveOn !== deadline.statutoryOn,
    dateNoun: wordFor('deadline-date', deadline.nature),
    shift: shiftInBrief(deadline.reasons),
    ownerName: row.ownerName,
    gone: row.ownerGone && wordFor('owner-gone', row.ownerGone),
    was: row.moved && { on: row.moved.effectiveOn, reason: row.moved.reason },
    cycleOn: row.cycleOn,
    mark: deadlineMark(state),
    left: timeLeft(row),
  };
}
