import { type Actor, Users } from '@demarche/access';
import { Notices } from '@demarche/notices';
import { weekdayDate } from '@demarche/rules';
import type { Unit } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import type { Deadline } from '../deadline.entity';
import { endOf, isOpen } from '../deadline-standing';
import { DeadlineSubjects } from '../subjects/deadline-subjects.service';

/** A deadline before and after a change, and who made it. */
interface Changed {
  before: Deadline;
  after: Deadline;
  by: Actor;
}

/** Tells owners on screen what others did to their deadlines, and the desk what the house did to many. */
@Injectable()
export class DeadlineNotices {
  constructor(
    private readonly notices: Notices,
    private readonly subjects: DeadlineSubjects,
    private readonly users: Users,
  ) {}

  /** Tells the owner of a change that somebody else made; nothing where nothing changed that an owner goes by. */
  async afterChange(unit: Unit, { before, after, by }: Changed): Promise<void> {
    const said = wordsFor(before, after);
    if (said === null || by.userId === after.ownerId) return;
    const { countryName } = (await this.subjects.named([after]))(after);
    const text = `${countryName}: ${after.title} ${said}`;
    await this.notices.tell(unit, { userId: after.ownerId, text, link: `/deadlines/${after.id}` });
  }

  /** Tells everybody at the desk of deadlines that moved with a milestone. */
  async tellDesk(unit: Unit, text: string): Promise<void> {
    for (const { id } of await this.users.withRole('desk-officer'))
      await this.notices.tell(unit, { userId: id, text, link: '/deadlines' });
  }

  /** Tells the desk and the managers that somebody who owns deadlines goes or comes back, and how many they are. */
  async tellOfOwner(unit: Unit, { userId, said, many }: OwnerNews): Promise<void> {
    const owner = await this.users.named(userId);
    const text = `${owner?.name ?? 'Somebody'}: ${said}. Open deadlines in this name: ${many}.`;
    const people = [
      ...(await this.users.withRole('desk-officer')),
      ...(await this.users.withRole('manager')),
    ];
    for (const { id } of people)
      if (id !== userId)
        await this.notices.tell(unit, { userId: id, text, link: `/deadlines?owner=${userId}` });
  }
}

/** What is said of an owner, and how many open deadlines stand in their name. */
interface OwnerNews {
  userId: string;
  said: string;
  many: number;
}

function wordsFor(before: Deadline, after: Deadline): string | null {
  if (before.ownerId !== after.ownerId) return `is yours from now on, due ${weekdayDate(after.effectiveOn)}.`;
  if (isOpen(before) !== isOpen(after)) return turnOf(after);
  if (before.effectiveOn === after.effectiveOn) return null;
  return `is due ${weekdayDate(after.effectiveOn)} now. It was due ${weekdayDate(before.effectiveOn)}.`;
}

function turnOf(after: Deadline): string {
  const end = endOf(after);
  return end === null ? `is open again, due ${weekdayDate(after.effectiveOn)}.` : `was ${end}.`;
}
