import { PlansModule } from '@demarche/plans';
import { Module } from '@nestjs/common';
import { Effort, EffortRecommendation, EffortRevision } from './efforts/effort.entity';
import { EffortRepository } from './efforts/effort.repository';
import { Efforts } from './efforts/efforts.service';
import { Progress } from './progress.service';
import { Statistic } from './statistics/statistic.entity';
import { StatisticRepository } from './statistics/statistic.repository';
import { Statistics } from './statistics/statistics.service';

/** The tables of this room. */
export const progressEntities = [Effort, EffortRecommendation, EffortRevision, Statistic];

const DOORS = [Efforts, Statistics, Progress];

/** What was done about what was asked. */
@Module({
  imports: [PlansModule],
  providers: [EffortRepository, StatisticRepository, ...DOORS],
  exports: DOORS,
})
export class ProgressModule {}
