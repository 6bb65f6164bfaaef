import { PlansModule } from '@demarche/plans';
import { Module } from '@nestjs/common';
import { ActGroupRepository } from './efforts/act-group.repository';
import { Effort, EffortRecommendation, EffortRevision } from './efforts/effort.entity';
import { EffortRepository } from './efforts/effort.repository';
import { EffortWithdrawal } from './efforts/effort-withdrawal.service';
import { Efforts } from './efforts/efforts.service';
import { PlanLogs } from './plan-logs.service';
import { Progress } from './progress.service';
import { Statistic, StatisticRevision } from './statistics/statistic.entity';
import { StatisticRepository } from './statistics/statistic.repository';
import { StatisticWithdrawal } from './statistics/statistic-withdrawal.service';
import { Statistics } from './statistics/statistics.service';

/** The tables of this room. */
export const progressEntities = [Effort, EffortRecommendation, EffortRevision, Statistic, StatisticRevision];

const DOORS = [Efforts, EffortWithdrawal, PlanLogs, Statistics, StatisticWithdrawal, Progress];

/** What was done about what was asked. */
@Module({
  imports: [PlansModule],
  providers: [ActGroupRepository, EffortRepository, StatisticRepository, ...DOORS],
  exports: DOORS,
})
export class ProgressModule {}
