import { Clock, SETTINGS, type Settings, WASHINGTON_ZONE } from '@demarche/base';
import { referenceOf } from '@demarche/deadlines';
import { loadTemplates, TemplateEngine } from '@demarche/formats';
import { Register } from '@demarche/register';
import {
  type CalendarDate,
  shortWeekdayDate,
  washingtonCalendar,
  weekdayDate,
  type WorkCalendar,
  workingDaysBetween,
  yearOf,
} from '@demarche/rules';
import { wordFor } from '@demarche/words';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Reminder } from '../ledger/reminder.entity';
import { Together } from '../ledger/together';
import { LetterFactsRepository, type LetterRow } from './letter-facts.repository';
import { ReminderFacts } from './reminder.facts';

/** A reminder in words, and the address it goes to: null where the reader's account is closed. */
export interface ReminderLetter {
  to: string | null;
  subject: string;
  text: string;
}

/** What is read for a letter: its row, and everybody whose working days count. */
interface Read {
  row: LetterRow;
  parties: WorkCalendar[];
}

const TEMPLATE = 'reminder';
const SUBJECT = /^Subject: *(.+)\n/;

/** Where a deadline is shown on this site. */
export const deadlinePath = (deadlineId: string): string => `/deadlines/${deadlineId}`;

/** Words a reminder at the moment it is sent, so that the days left are those of that day. */
@Injectable()
export class ReminderLetters implements OnModuleInit {
  private readonly engine: TemplateEngine;
  private readonly reading = new Together((ids: string[]) => this.readAll(ids));

  constructor(
    private readonly facts: LetterFactsRepository,
    private readonly register: Register,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    const sources = loadTemplates(settings.templatesFolder, [TEMPLATE]);
    this.engine = new TemplateEngine({ sources, facts: { reminder: ReminderFacts } });
  }

  /** Stops the boot when the template says something that no reminder knows. */
  onModuleInit(): void {
    const findings = this.engine.check();
    if (findings.length > 0) throw new Error(findings.join('\n'));
  }

  /** The letter of a reminder as of now. Throws when the template does not begin with its subject. */
  async compose(reminder: Reminder): Promise<ReminderLetter> {
    const read = await this.reading.ask(reminder.id);
    if (!read) throw new Error(`The reminder ${reminder.id} has lost its deadline or its reader.`);
    const { email, isActive } = read.row;
    const rendered = this.engine.render(TEMPLATE, this.factsOf(reminder, read));
    const subject = SUBJECT.exec(rendered);
    if (!subject?.[1]) throw new Error('reminder.hbs 1:1 has to begin with a line “Subject: …”');
    const text = `${rendered.slice(subject[0].length).trim()}\n`;
    return { to: isActive ? email : null, subject: subject[1].trim(), text };
  }

  private async readAll(ids: string[]): Promise<(Read | null)[]> {
    const rows = await this.facts.of(ids);
    const calendars = await this.calendarsFor([...rows.values()]);
    return ids.map((id) => {
      const row = rows.get(id);
      return row ? { row, parties: partiesOf(row, calendars) } : null;
    });
  }

  /** The calendars of the posts that owe something, for the days between now and then. */
  private async calendarsFor(rows: LetterRow[]): Promise<Map<string, WorkCalendar>> {
    const postIds = new Set(rows.flatMap(({ postId }) => postId ?? []));
    if (postIds.size === 0) return new Map();
    const days = rows.flatMap((row) => [this.todayOf(row), row.effectiveOn]).sort();
    return this.register.calendarsOf([...postIds], { from: days[0] ?? '', until: days.at(-1) ?? '' });
  }

  private todayOf({ zone }: LetterRow): CalendarDate {
    return this.clock.today(zone ?? WASHINGTON_ZONE);
  }

  private factsOf(reminder: Reminder, { row, parties }: Read): ReminderFacts {
    const { effectiveOn, statutoryOn, city } = row;
    const today = this.todayOf(row);
    const left = workingDaysBetween(today, effectiveOn, parties);
    return {
      country: row.country,
      cycle: row.cycle ?? '',
      what: whatOf(reminder, row),
      step: wordFor('reminder-step', reminder.step),
      shortDue:
        yearOf(today) === yearOf(effectiveOn) ? shortWeekdayDate(effectiveOn) : weekdayDate(effectiveOn),
      dueDay: weekdayDate(effectiveOn),
      dateNoun: wordFor('deadline-date', row.nature),
      statutoryDay: weekdayDate(statutoryOn),
      isShifted: effectiveOn !== statutoryOn,
      city: city ?? WASHINGTON,
      daysLeft: Math.max(0, left),
      daysLate: Math.max(0, -left),
      isOverdue: today > effectiveOn,
      isForOwner: reminder.role === 'owner',
      link: `${this.publicUrl}${deadlinePath(reminder.deadlineId)}`,
    };
  }

  private get publicUrl(): string {
    const { publicUrl, host, port } = this.settings;
    return publicUrl ?? `http://${host}:${port}`;
  }
}

const WASHINGTON = 'Washington';

/** Washington's working days count for each date, and those of the post where there is one. */
function partiesOf({ postId, statutoryOn }: LetterRow, calendars: Map<string, WorkCalendar>): WorkCalendar[] {
  const post = postId === null ? undefined : calendars.get(postId);
  return [washingtonCalendar(yearOf(statutoryOn)), ...(post ? [post] : [])];
}

/** Two deadlines of one kind on one day must be told apart: by their titles, or by the reference that the page shows too. */
function whatOf({ deadlineId }: Reminder, { isTitleQuoted, title, kind }: LetterRow): string {
  if (isTitleQuoted) return title;
  return `${wordFor('deadline-noun', kind)} (reference ${referenceOf(deadlineId)})`;
}
