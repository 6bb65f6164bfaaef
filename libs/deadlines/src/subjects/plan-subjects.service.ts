import type { Actor } from '@demarche/access';
import { PlanReading } from '@demarche/plans';
import { Injectable } from '@nestjs/common';
import { DeadlineSubjects } from './deadline-subjects.service';
import type { OpenSubject, SubjectRoom, SubjectTitle } from './subject-room';

/** Answers for plans, which know nothing of deadlines. */
@Injectable()
export class PlanSubjects implements SubjectRoom {
  readonly kind = 'plan';

  constructor(
    private readonly plans: PlanReading,
    subjects: DeadlineSubjects,
  ) {
    subjects.enter(this);
  }

  /** Plans by their titles. */
  async titles(ids: string[]): Promise<Map<string, SubjectTitle>> {
    const heads = await this.plans.heads(ids);
    return new Map([...heads].map(([id, { title }]) => [id, { title, href: `/plans/${id}` }]));
  }

  /** A plan with what is still asked for in it. */
  async open(actor: Actor, id: string): Promise<OpenSubject> {
    const { plan, cycle, standing } = await this.plans.open(actor, id);
    return {
      kind: this.kind,
      id,
      countryId: plan.countryId,
      postId: plan.postId,
      cycle,
      recommendationIds: standing.map((recommendation) => recommendation.id),
    };
  }
}
