import { Actor, SYSTEM_ACTOR, Users } from '@demarche/access';
import { Clock, instantOf, millisecondsBetween, SystemClock, WASHINGTON_ZONE } from '@demarche/base';
import { PracticeClock, UnitOfWork } from '@demarche/store';
import { Injectable } from '@nestjs/common';
import { EXAMPLE_ACTS, EXAMPLE_FIGURES } from './example-acts';
import { EXAMPLE_PEOPLE, type ExamplePerson } from './example-people';
import { EXAMPLE_RECOMMENDATIONS } from './example-plan';
import { ExampleRooms } from './example-rooms';

/** Where practice time begins: Wednesday 4 November 2009, nine in the morning in Washington. */
const PRACTICE_BEGINS = instantOf({ date: '2009-11-04', time: '09:00', zone: WASHINGTON_ZONE });
const PLAN_SENT_ON = '2009-08-25';

type Cast = Record<ExamplePerson, Actor>;
interface DraftedPlan {
  planId: string;
  recommendationIds: string[];
}

/** Plays the season of 2009 up to the practice morning: each act by its own person and at its own time. */
@Injectable()
export class ExampleLoader {
  constructor(
    private readonly rooms: ExampleRooms,
    private readonly users: Users,
    private readonly units: UnitOfWork,
    private readonly practice: PracticeClock,
    private readonly clock: Clock,
  ) {}

  /** Loads the whole example, or nothing of it. */
  async load(): Promise<void> {
    await this.units.run(async () => {
      this.goTo(PLAN_SENT_ON);
      const cast = await this.openAccounts();
      const plan = await this.draft(cast);
      await this.log(cast, plan);
      await this.practice.startAt(PRACTICE_BEGINS);
      await this.owe(cast, plan);
    });
  }

  /** Sets the clock as another process, which was faster at the first start, has left it. */
  recallClock(): Promise<void> {
    return this.practice.recall();
  }

  private async openAccounts(): Promise<Cast> {
    const cast: Partial<Cast> = {};
    for (const [key, account] of Object.entries(EXAMPLE_PEOPLE)) {
      const userId = await this.users.create(SYSTEM_ACTOR, account, { isDemo: true });
      const { name, role, postIds } = account;
      cast[key as ExamplePerson] = new Actor({ userId, name, role, postIds });
    }
    return cast as Cast;
  }

  private async draft({ desk }: Cast): Promise<DraftedPlan> {
    const plan = {
      countryId: 'TJK',
      cycleId: '2009',
      placementReason: 'no-increasing-efforts',
      marking: 'SBU',
    } as const;
    const { id: planId } = await this.rooms.drafting.create(desk, plan);
    const recommendationIds: string[] = [];
    for (const recommendation of EXAMPLE_RECOMMENDATIONS) {
      const { id } = await this.rooms.recommendations.add(desk, { ...recommendation, planId });
      recommendationIds.push(id);
    }
    return { planId, recommendationIds };
  }

  private async log({ post }: Cast, { planId, recommendationIds }: DraftedPlan): Promise<void> {
    const idsOf = (places: number[]) => places.map((place) => recommendationIds[place] ?? '');
    for (const { loggedOn, about, ...act } of EXAMPLE_ACTS) {
      this.goTo(loggedOn);
      await this.rooms.efforts.record(post, { ...act, planId, recommendationIds: idsOf(about) });
    }
    for (const { loggedOn, about, ...figure } of EXAMPLE_FIGURES) {
      this.goTo(loggedOn);
      await this.rooms.statistics.record(post, {
        ...figure,
        planId,
        recommendationId: idsOf([about])[0] ?? null,
      });
    }
  }

  /** Set on the practice morning itself, so that no backlog of reminders from before is owed. */
  private async owe({ desk, post }: Cast, { planId, recommendationIds }: DraftedPlan): Promise<void> {
    await this.rooms.deadlines.setFromMilestones(desk, planId);
    await this.rooms.deadlines.set(desk, {
      planId,
      recommendationId: recommendationIds[2] ?? null,
      kind: 'recommendation',
      title: 'Findings of the field inspections in the first half of the harvest',
      statutoryOn: '2009-10-30',
      ownerId: post.userId,
    });
    await this.rooms.deadlines.set(desk, {
      planId,
      kind: 'other',
      title: 'Questions for the post about the interim assessment',
      statutoryOn: '2009-11-05',
      postId: null,
      ownerId: desk.userId,
    });
  }

  /** Noon in Dushanbe on a day of the season; a frozen clock stays where it is. */
  private goTo(date: string): void {
    const { clock } = this;
    if (!(clock instanceof SystemClock)) return;
    const noon = instantOf({ date, time: '12:00', zone: 'Asia/Dushanbe' });
    clock.shiftBy(clock.offsetMilliseconds + millisecondsBetween(clock.now(), noon));
  }
}
