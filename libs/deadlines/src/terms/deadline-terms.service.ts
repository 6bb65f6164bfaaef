import { type Actor, type Person, Users } from '@demarche/access';
import { Clock, Invalid, newId } from '@demarche/base';
import { PlanReading, type PlanView } from '@demarche/plans';
import { Efforts } from '@demarche/progress';
import { Injectable } from '@nestjs/common';
import { DeadlineCalendar } from '../calendar/deadline-calendar.service';
import type { DeadlineRead } from './deadline.input';
import type { Deadline } from '../deadline.entity';

/** The dates of a deadline as its row keeps them. */
export type DeadlineDates = Pick<Deadline, 'statutoryOn' | 'effectiveOn' | 'reasons'>;

/** Draws up deadlines: the dates by the calendars, and every refusal that needs another room's knowledge. */
@Injectable()
export class DeadlineTerms {
  constructor(
    private readonly calendar: DeadlineCalendar,
    private readonly plans: PlanReading,
    private readonly efforts: Efforts,
    private readonly users: Users,
    private readonly clock: Clock,
  ) {}

  /** A new deadline as it will be kept. Throws NotFound for a plan out of reach and Invalid for what does not fit it. */
  async draw(actor: Actor, given: DeadlineRead): Promise<Deadline> {
    const view = await this.plans.open(actor, given.planId);
    againstStranger(given, view);
    const postId = given.postId === undefined ? view.plan.postId : given.postId;
    actor.mustSee('post', postId);
    await this.ownerOf(given.ownerId, postId);
    return {
      ...given,
      ...(await this.datesOf(given.statutoryOn, postId)),
      id: newId(),
      postId,
      metOn: null,
      metBy: null,
      waivedOn: null,
      waiveReason: null,
      version: 1,
      createdAt: this.clock.now(),
    };
  }

  /** Both dates and the reasons between them. Throws Invalid when the parties share no working day near it. */
  async datesOf(statutoryOn: string, postId: string | null): Promise<DeadlineDates> {
    const { effective, reasons } = await this.calendar.workingDateOf(statutoryOn, postId);
    return { statutoryOn, effectiveOn: effective, reasons };
  }

  /** The owner-to-be. Throws Invalid for a closed account, and for a post officer of another post. */
  async ownerOf(ownerId: string, postId: string | null): Promise<Person> {
    const owner = await this.users.named(ownerId);
    if (!owner?.isActive)
      throw Invalid.because('ownerId', 'no-such-person', 'Choose an owner whose account is open.');
    const colleagues = postId === null ? [] : await this.users.ofPost(postId);
    if (owner.role === 'post-officer' && !colleagues.some((person) => person.id === ownerId))
      throw Invalid.because(
        'ownerId',
        'owner-elsewhere',
        `${owner.name} does not serve at the post that owes this. Choose somebody who can see it.`,
      );
    return owner;
  }

  /** Refuses to have met a deadline on a day that has not come yet where it is owed. */
  async againstFuture(on: string, deadline: Deadline): Promise<void> {
    const today = await this.todayAt(deadline.postId);
    if (on > today)
      throw Invalid.because('on', 'in-the-future', `This day has not come yet: there it is ${today}.`);
  }

  /** Refuses an act of another plan. Throws NotFound for one out of the actor's reach. */
  async againstForeignEffort(actor: Actor, effortId: string, deadline: Deadline): Promise<void> {
    const effort = await this.efforts.one(actor, effortId);
    if (effort.planId !== deadline.planId)
      throw Invalid.because('effortId', 'not-in-plan', 'Choose an act of the same plan.');
  }

  /** Today's date on the wall of a post, or of Washington. */
  todayAt(postId: string | null): Promise<string> {
    return this.calendar.todayAt(postId);
  }
}

function againstStranger(given: DeadlineRead, view: PlanView): void {
  const { recommendationId, kind } = given;
  if ((kind === 'recommendation') !== (recommendationId !== null))
    throw Invalid.because(
      'recommendationId',
      'kind-mismatch',
      'A deadline of the kind “recommendation” names its recommendation, and no other kind does.',
    );
  const known = view.recommendations.find((recommendation) => recommendation.id === recommendationId);
  if (recommendationId !== null && (!known || known.droppedOn !== null))
    throw Invalid.because(
      'recommendationId',
      'not-in-plan',
      'Choose a recommendation of this plan that has not been dropped.',
    );
}
