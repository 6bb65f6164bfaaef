import { SYSTEM_ACTOR, Users } from '@demarche/access';
import { SETTINGS, type Settings } from '@demarche/base';
import {
  type Deadline,
  DeadlineBoard,
  DeadlineCalendar,
  type DeadlineRow,
  referenceOf,
} from '@demarche/deadlines';
import { loadTemplates, TemplateEngine } from '@demarche/formats';
import { shortWeekdayDate, weekdayDate, yearOf } from '@demarche/rules';
import { wordFor } from '@demarche/words';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Reminder } from '../ledger/reminder.entity';
import { ReminderFacts } from './reminder.facts';

/** A reminder in words, and the address it goes to: null where the reader's account is closed. */
export interface ReminderLetter {
  to: string | null;
  subject: string;
  text: string;
}

const TEMPLATE = 'reminder';
const SUBJECT = /^Subject: *(.+)\n/;

/** Where a deadline is shown on this site. */
export const deadlinePath = (deadlineId: string): string => `/deadlines/${deadlineId}`;

/** Words a reminder at the moment it is sent, so that the days left are those of that day. */
@Injectable()
export class ReminderLetters implements OnModuleInit {
  private readonly engine: TemplateEngine;

  constructor(
    private readonly deadlines: DeadlineBoard,
    private readonly users: Users,
    private readonly calendar: DeadlineCalendar,
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
    const row = await this.deadlines.one(SYSTEM_ACTOR, reminder.deadlineId);
    const reader = await this.users.named(reminder.recipientId);
    const facts = this.factsOf(reminder, row);
    const rendered = this.engine.render(TEMPLATE, facts);
    const subject = SUBJECT.exec(rendered);
    if (!subject?.[1]) throw new Error('reminder.hbs 1:1 has to begin with a line “Subject: …”');
    const to = reader?.isActive ? reader.email : null;
    return { to, subject: subject[1].trim(), text: `${rendered.slice(subject[0].length).trim()}\n` };
  }

  private factsOf(reminder: Reminder, row: DeadlineRow): ReminderFacts {
    const { deadline, subject, city, zone, workingDaysLeft: left } = row;
    const { effectiveOn, statutoryOn } = deadline;
    const { today } = this.calendar.nowIn(zone);
    return {
      country: subject.countryName,
      cycle: subject.cycleName ?? '',
      what: whatOf(deadline),
      step: wordFor('reminder-step', reminder.step),
      shortDue:
        yearOf(today) === yearOf(effectiveOn) ? shortWeekdayDate(effectiveOn) : weekdayDate(effectiveOn),
      dueDay: weekdayDate(effectiveOn),
      dateNoun: wordFor('deadline-date', deadline.nature),
      statutoryDay: weekdayDate(statutoryOn),
      isShifted: effectiveOn !== statutoryOn,
      city,
      daysLeft: Math.max(0, left),
      daysLate: Math.max(0, -left),
      isOverdue: today > effectiveOn,
      isForOwner: reminder.role === 'owner',
      link: `${this.publicUrl}${deadlinePath(deadline.id)}`,
    };
  }

  private get publicUrl(): string {
    const { publicUrl, host, port } = this.settings;
    return publicUrl ?? `http://${host}:${port}`;
  }
}

/** Two deadlines of one kind on one day must be told apart: by their titles, or by the reference that the page shows too. */
function whatOf(deadline: Deadline): string {
  if (deadline.isTitleQuoted) return deadline.title;
  return `${wordFor('deadline-noun', deadline.kind)} (reference ${referenceOf(deadline.id)})`;
}
