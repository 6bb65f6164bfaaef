import { type Actor, type Person, Users } from '@demarche/access';
import { againstFarDay, Clock, Invalid, newId } from '@demarche/base';
import { Efforts } from '@demarche/progress';
import { Injectable } from '@nestjs/common';
import { DeadlineCalendar } from '../calendar/deadline-calendar.service';
import { OPEN_AGAIN } from '../deadline-standing';
import { DeadlineSubjects } from '../subjects/deadline-subjects.service';
import { type OpenSubject, planOf, type Subject } from '../subjects/subject-room';
import { isMilestone } from './deadline-kind';
import type { DeadlineRead } from './deadline.input';
import type { Deadline } from '../deadline.entity';

/** The dates of a deadline as its row keeps them. */
type DeadlineDates = Pick<Deadline, 'statutoryOn' | 'effectiveOn' | 'reasons'>;

/** A new deadline as it was read, whatever it belongs to. */
export type DeadlineDrawn = Omit<DeadlineRead, 'planId'>;

/** A day as a person gives it. */
type DateGiven = Pick<DeadlineRead, 'statutoryOn' | 'nature' | 'sure'>;

/** Draws up deadlines: the dates by the calendars, and every refusal that needs another room's knowledge. */
@Injectable()
export class DeadlineTerms {
  constructor(
    private readonly calendar: DeadlineCalendar,
    private readonly subjects: DeadlineSubjects,
    private readonly efforts: Efforts,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  /** A new deadline as it will be kept. Throws NotFound for a subject out of reach and Invalid for what does not fit it. */
  async draw(actor: Actor, about: Subject, given: DeadlineDrawn): Promise<Deadline> {
    const subject = await this.subjects.open(actor, about);
    againstStranger(given, subject);
    const { recommendationId, kind, title, ownerId } = given;
    const postId = given.postId === undefined ? subject.postId : given.postId;
    actor.mustSee('post', postId);
    await this.ownerOf(ownerId, postId);
    return {
      ...OPEN_AGAIN,
      ...(await this.dated(given, { kind, postId, cycle: subject.cycle })),
      id: newId(),
      subjectKind: subject.kind,
      subjectId: subject.id,
      countryId: subject.countryId,
      cycleId: subject.cycle?.id ?? null,
      rule: null,
      recommendationId,
      kind,
      title,
      postId,
      ownerId,
      isTitleQuoted: given.quoteTitleInMail,
      version: 1,
      createdAt: this.clock.now(),
    };
  }

  /** What a move changes. Throws Invalid for a day that does not fit the subject's cycle. */
  async moved({ cycleId, kind, postId }: Deadline, given: DateGiven): Promise<Partial<Deadline>> {
    const cycle = await this.cycleOf({ cycleId });
    return this.dated(given, { kind, postId, cycle });
  }

  /** Both dates and the reasons between them. Throws Invalid when the parties share no working day near it. */
  async datesOf(statutoryOn: string, postId: string | null): Promise<DeadlineDates> {
    const { effective, reasons } = await this.calendar.workingDateOf(statutoryOn, postId);
    return { statutoryOn, effectiveOn: effective, reasons };
  }

  private async dated(given: DateGiven, owed: Owed): Promise<DeadlineDates & Pick<Deadline, 'nature'>> {
    const { statutoryOn, sure } = given;
    againstDayOutOfCycle('statutoryOn', statutoryOn, { cycle: owed.cycle, sure });
    const nature = await this.natureOf(given, owed);
    return { ...(await this.datesOf(statutoryOn, owed.postId)), nature };
  }

  /** The cycle knows who set its own dates; of any other date a person can say only that it was instructed. */
  private async natureOf(given: DateGiven, { kind, cycle }: Owed): Promise<Deadline['nature']> {
    const milestone = cycle && isMilestone(kind) ? await this.calendar.owedIn(cycle.id, kind) : null;
    if (milestone?.on === given.statutoryOn)
      return milestone.nature === 'statutory' ? 'statutory' : 'instructed';
    if (given.nature !== 'statutory') return given.nature ?? 'entered';
    throw Invalid.because(
      'nature',
      'not-the-law',
      'The law sets no such day for this cycle. Say that it was instructed, or that the office sets it.',
    );
  }

  /** The owner-to-be. Throws Invalid at `field` for a closed account, and for a post officer of another post. */
  async ownerOf(ownerId: string, postId: string | null, field = 'ownerId'): Promise<Person> {
    const owner = await this.users.named(ownerId);
    if (!owner?.isActive)
      throw Invalid.because(field, 'no-such-person', 'Choose an owner whose account is open.');
    const colleagues = postId === null ? [] : await this.users.ofPost(postId);
    if (owner.role === 'post-officer' && !colleagues.some((person) => person.id === ownerId))
      throw Invalid.because(
        field,
        'owner-elsewhere',
        `${owner.name} does not serve at the post that owes this. Choose somebody who can see it.`,
      );
    return owner;
  }

  /** Refuses to have met a deadline on a day that has not come yet where it is owed, and asks about one far from its cycle. */
  async againstStrangeDay(deadline: Deadline, { on, sure }: { on: string; sure: boolean }): Promise<void> {
    const today = await this.todayAt(deadline.postId);
    if (on > today)
      throw Invalid.because('on', 'in-the-future', `This day has not come yet: there it is ${today}.`);
    againstDayOutOfCycle('on', on, { cycle: await this.cycleOf(deadline), sure });
  }

  private async cycleOf({ cycleId }: Pick<Deadline, 'cycleId'>): Promise<OpenSubject['cycle']> {
    return cycleId === null ? null : this.calendar.cycle(cycleId);
  }

  /** Refuses an act of another plan. Throws NotFound for one out of the actor's reach. */
  async againstForeignEffort(actor: Actor, effortId: string, deadline: Deadline): Promise<void> {
    const effort = await this.efforts.one(actor, effortId);
    if (effort.planId !== planOf(deadline))
      throw Invalid.because('effortId', 'not-in-plan', 'Choose an act of the same plan.');
    if (effort.withdrawnAt !== null)
      throw Invalid.because('effortId', 'withdrawn', 'This act was withdrawn. Choose another one.');
  }

  /** Today's date on the wall of a post, or of Washington. */
  todayAt(postId: string | null): Promise<string> {
    return this.calendar.todayAt(postId);
  }
}

/** What is owed, as far as its date asks. */
interface Owed extends Pick<Deadline, 'kind' | 'postId'> {
  cycle: OpenSubject['cycle'];
}

/** Asks about a day far from the cycle; what belongs to no cycle may be owed on any day. */
function againstDayOutOfCycle(
  field: string,
  day: string,
  { cycle, sure }: { cycle: OpenSubject['cycle']; sure: boolean },
): void {
  const far = cycle ? againstFarDay(field, day, { reportYear: cycle.reportYear, sure }) : [];
  if (far.length > 0) throw new Invalid(far);
}

function againstStranger(given: DeadlineDrawn, { recommendationIds }: OpenSubject): void {
  const { recommendationId, kind } = given;
  if ((kind === 'recommendation') !== (recommendationId !== null))
    throw Invalid.because(
      'recommendationId',
      'kind-mismatch',
      'A deadline of the kind “recommendation” names its recommendation, and no other kind does.',
    );
  if (recommendationId !== null && !recommendationIds.includes(recommendationId))
    throw Invalid.because(
      'recommendationId',
      'not-in-plan',
      'Choose a recommendation of this plan that has not been dropped.',
    );
}
