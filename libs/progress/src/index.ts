export type { Effort, EffortRevision } from './efforts/effort.entity';
export * from './efforts/effort.input';
export {
  EffortRecorded,
  type EffortStanding,
  newlyCompletedBy,
  noLongerCompletedBy,
} from './efforts/effort-recorded';
export { creditOf, type EffortView } from './efforts/effort-view';
export { type EffortReceipt, Efforts, type RecentAsked } from './efforts/efforts.service';
export { EffortWithdrawal } from './efforts/effort-withdrawal.service';
export { todayAt } from './post-day';
export * from './progress.module';
export { Progress } from './progress.service';
export { type RecommendationSummary } from './recommendation-summary';
export type { Statistic, StatisticRevision } from './statistics/statistic.entity';
export * from './statistics/statistic.input';
export { type StatisticReceipt, Statistics, type StatisticView } from './statistics/statistics.service';
export { StatisticWithdrawal } from './statistics/statistic-withdrawal.service';
export { isStanding, type Withdrawable } from './withdrawal';
export * from './withdrawal.input';
