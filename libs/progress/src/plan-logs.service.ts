import type { Actor } from '@demarche/access';
import type { CalendarDate } from '@demarche/rules';
import { Injectable } from '@nestjs/common';
import { EffortRepository } from './efforts/effort.repository';
import { type ToldEffort, toldByPlan } from './efforts/effort-view';
import { StatisticRepository } from './statistics/statistic.repository';
import { type StatisticView, viewOf } from './statistics/statistics.service';

/** Which plans are asked about, and the days of the efforts, both included; an open end runs on. */
interface LogsAsked {
  planIds: string[];
  from: CalendarDate;
  until: CalendarDate | null;
}

/** What stands in the log of one plan: the efforts of the days asked for that serve a recommendation, and every figure. */
export interface PlanLog {
  efforts: ToldEffort[];
  figures: StatisticView[];
}

/** The logs of several plans at once, for whoever tells of many countries: two questions, however many plans. */
@Injectable()
export class PlanLogs {
  constructor(
    private readonly efforts: EffortRepository,
    private readonly statistics: StatisticRepository,
  ) {}

  /** The logs by plan, the latest first, as far as the actor may see them; a plan without entries has an empty log. */
  async of(actor: Actor, { planIds, from, until }: LogsAsked): Promise<Map<string, PlanLog>> {
    actor.must('read-plans');
    const scope = { planIds, postIds: actor.limitedTo };
    const efforts = toldByPlan(await this.efforts.toldIn({ ...scope, from, until }));
    const logs = new Map<string, PlanLog>(
      planIds.map((id) => [id, { efforts: efforts.get(id) ?? [], figures: [] }]),
    );
    for (const figure of await this.statistics.ofPlans(scope))
      logs.get(figure.planId)?.figures.push(viewOf(figure));
    return logs;
  }
}
